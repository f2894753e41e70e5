"""What people type finds the service that they mean, though they misspell it, or type it on another keyboard."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saqta.basis.text import Language
from saqta.law.book import load
from saqta.search.finding import find, index, nearest
from saqta.search.letters import other_readings, plain, words
from saqta.search.stems import kazakh_stem

PHRASES = Path(__file__).parent
ENOUGH = 0.95


def understood(name: str) -> tuple[float, list[str]]:
    """The share of the phrases whose first answer is right, and those whose first answer is not."""
    lines = [line.split("\t") for line in (PHRASES / name).read_text(encoding="utf-8").splitlines()]
    wrong = [typed for typed, codes in lines if [one.code for one in find(typed, limit=1)][:1] not in split(codes)]
    return 1 - len(wrong) / len(lines), wrong


def split(codes: str) -> list[list[str]]:
    return [[code] for code in codes.split("|")]


@pytest.mark.parametrize(("name", "least"), [("phrases.tsv", 200), ("phrases_held_out.tsv", 100)])
def test_the_first_answer_is_right(name: str, least: int) -> None:
    """The held-out phrases were written with the others and nothing was tuned on them."""
    assert len((PHRASES / name).read_text(encoding="utf-8").splitlines()) >= least
    share, wrong = understood(name)
    assert share >= ENOUGH, wrong


def test_the_phrases_name_services_that_exist() -> None:
    for name in ("phrases.tsv", "phrases_held_out.tsv"):
        for line in (PHRASES / name).read_text(encoding="utf-8").splitlines():
            assert {code for [code] in split(line.split("\t")[1])} <= load().services.keys(), line


@pytest.mark.parametrize("service", load().services.values(), ids=lambda service: service.code)
def test_a_service_is_found_by_each_of_its_own_names(service) -> None:  # type: ignore[no-untyped-def]  # a Service
    for language in ("ru", "kk", "en"):
        for name in (service.name.in_language(language), *service.also.in_language(language)):
            assert find(name, limit=1)[0].code == service.code, name


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("брекеты", "dental.braces"),
        ("бркеты", "dental.braces"),
        (",htrtns", "dental.braces"),
        ("brekety", "dental.braces"),
        ("БРЕКЕТЫ!!!", "dental.braces"),
        ("тісімді жұлу", "dental.extraction"),
        ("тисимди жулу", "dental.extraction"),
        ("n3c ;9ke", "dental.extraction"),
        ("tis zhulu", "dental.extraction"),
        ("удалить зуб ребенку", "dental.primary-tooth-extraction"),
        ("braces", "dental.braces"),
        ("икфсуы", "dental.braces"),
    ],
)
def test_keyboards_and_slips_are_forgiven(typed: str, meant: str) -> None:
    assert find(typed)[0].code == meant


def with_a_slip(name: str, chance: random.Random) -> str | None:
    """The name with one slip in a longer word: a letter left out, doubled, changed, or two in another order."""
    said = name.casefold().split()
    longer = [place for place, word in enumerate(said) if len(word) >= 5 and word.isalpha()]
    if not longer:
        return None
    place = chance.choice(longer)
    word, at = said[place], chance.randrange(len(said[place]) - 1)
    here, after = word[at], word[at + 1]
    slips = (after + here, after, here + here + after, chance.choice("аеоиутнсрклм") + after)
    said[place] = word[:at] + chance.choice(slips) + word[at + 2 :]
    return " ".join(said)


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_one_slip_in_a_name_rarely_hides_it(language: Language) -> None:
    chance = random.Random(7)
    tried = found = 0
    for service in load().services.values():
        for name in (service.name.in_language(language), *service.also.in_language(language)):
            typed = with_a_slip(name, chance)
            if typed is not None:
                tried += 1
                found += [one.code for one in find(typed, limit=1)] == [service.code]
    assert tried > 1_000
    assert found / tried >= 0.97


def test_a_kazakh_name_is_found_when_typed_with_russian_letters() -> None:
    russian = str.maketrans("әғқңөұүһі", "агкноуухи")
    for service in load().services.values():
        for name in service.also.kk:
            assert find(name.casefold().translate(russian), limit=1)[0].code == service.code, name


def test_what_means_nothing_finds_nothing() -> None:
    for typed in ("", "   ", "!!!", "ъъъъъъъъ", "0"):
        assert find(typed) == ()


def test_an_answer_says_by_which_name_it_was_found() -> None:
    found = find("тіс ағарту")[0]
    assert (found.heard, found.language) == ("Тіс ағарту", "kk")
    assert found.score > 0.95


@pytest.mark.parametrize(
    ("typed", "among"),
    [
        ("dental.caries-treatmnt", "dental.caries-treatment"),
        ("dental.brackets", "dental.braces"),
        ("diagnostics.tomography", "diagnostics.ct"),
        ("mrt", "diagnostics.mri"),
        ("zzz", None),
        ("", None),
    ],
)
def test_an_unknown_code_gets_the_three_nearest(typed: str, among: str | None) -> None:
    found = nearest(typed)
    assert len({one.code for one in found}) == 3
    assert among is None or among in {one.code for one in found}


@given(st.text(max_size=60))
def test_whatever_is_typed_the_answer_is_in_order(typed: str) -> None:
    found = find(typed)
    assert len({one.code for one in found}) == len(found) <= 10
    assert all(0 < one.score <= 1 + 1e-9 for one in found)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert len(nearest(typed, 2)) == 2


def test_a_very_long_text_is_listened_to_only_so_far() -> None:
    assert find("брекеты " + "и ещё кое-что " * 20_000)[0].code == "dental.braces"


def test_kazakh_words_keep_their_root() -> None:
    for typed in ("тіс", "тісім", "тісімді", "тістің", "тіске", "тістер", "тістеріміздің"):
        assert kazakh_stem(plain(typed)) == "тис", typed
    assert kazakh_stem(plain("жүрегім")) == kazakh_stem(plain("жүрек"))
    assert kazakh_stem(plain("аузында")) == kazakh_stem(plain("ауыз"))
    assert kazakh_stem("ота") == "ота"


def test_letters_are_folded_and_keys_read_anew() -> None:
    assert words("Қызылиек ауырады, ЁЛКА-2") == ["кызылиек", "ауырады", "елка", "2"]
    assert "брекеты" in other_readings(",htrtns")
    assert "dentist" in other_readings("вутешые")
    assert other_readings("123") == []


def test_the_index_is_built_once() -> None:
    assert index(load()) is index(load())
