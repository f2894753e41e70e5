"""Everything people read, wherever it stands in the source, is said in Russian, Kazakh and English, and each is itself:
none is another's copy, and a term of the law is the same word everywhere."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec
import pytest

from saqta.basis.text import LANGUAGES, Text

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "saqta"
KAZAKH_LETTERS = "әғқңөұүһі"
WORDS = re.compile(r"{\w*}|<[^>]+>|https?://\S+|--[a-z-]+|[^\w]|\d|_")


@cache
def sentences() -> tuple[tuple[str, Text], ...]:
    return (*_written_in_code(), *_kept_as_data())


def _written_in_code() -> Iterator[tuple[str, Text]]:
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Text":
                said = {word.arg: word.value.value for word in node.keywords if isinstance(word.value, ast.Constant)}
                if set(said) == set(LANGUAGES):
                    yield f"{path.relative_to(SOURCE)}:{node.lineno}", Text(**said)


def _kept_as_data() -> Iterator[tuple[str, Text]]:
    for path in sorted(SOURCE.rglob("*.yaml")):
        yield from _within(str(path.relative_to(SOURCE)), msgspec.yaml.decode(path.read_bytes()))


def _within(where: str, value: object) -> Iterator[tuple[str, Text]]:
    if isinstance(value, dict):
        if set(value) == set(LANGUAGES) and all(isinstance(one, str) for one in value.values()):
            yield where, Text(**value)
            return
        for key, one in value.items():
            yield from _within(f"{where} {key}" if len(where) < 90 else where, one)
    elif isinstance(value, list):
        for one in value:
            yield from _within(where, one)


def test_there_is_much_to_read() -> None:
    assert len(sentences()) > 2500


def test_no_language_is_left_out() -> None:
    """A mapping with one or two of the languages is a sentence that somebody cannot read."""

    def partial(where: str, value: object) -> Iterator[str]:
        if isinstance(value, dict):
            if 0 < len(set(value) & set(LANGUAGES)) < len(LANGUAGES):
                yield where
            for key, one in value.items():
                yield from partial(f"{where} {key}", one)
        elif isinstance(value, list):
            for one in value:
                yield from partial(where, one)

    for path in sorted(SOURCE.rglob("*.yaml")):
        assert list(partial(str(path), msgspec.yaml.decode(path.read_bytes()))) == []


def test_the_three_ask_for_the_same_values() -> None:
    for where, text in sentences():
        asked_for = {frozenset(re.findall(r"{(\w+)}", text.in_language(language))) for language in LANGUAGES}
        assert len(asked_for) == 1, where


ALIKE = {
    "редактор", "инспектор", "аудитор", "объект", "бюджет", "клиника", "седация", "ларингоспазм", "бронхоспазм",
    "аспирация", "анафилаксия", "астана", "шымкент", "атырау", "жамбыл", "жетісу", "павлодар", "ұлытау",
    "стоматология", "ортодонтия", "терапия", "педиатрия", "кардиология", "неврология", "онкология", "психиатрия",
    "эпилепсия", "ревматизм", "рентген", "флюорография", "гастроскопия", "колоноскопия", "бронхоскопия",
    "спирометрия", "сцинтиграфия", "спермограмма", "онкоскрининг", "гемодиализ", "секунд",
}  # fmt: skip
"""Single words that Kazakh and Russian share: terms of medicine and of offices, and names of places. A new one is added
here by somebody who has looked for a Kazakh word first."""
SHORT = 5
"""Up to so many letters are an abbreviation, such as a region on a tile of the map."""


def test_no_kazakh_sentence_is_the_russian_one() -> None:
    """UX-26"""
    copied = {
        (where, text.ru)
        for where, text in sentences()
        if text.kk == text.ru and re.search("[а-яё]", text.ru, re.IGNORECASE) and text.en != text.ru
    }
    assert {(where, ru) for where, ru in copied if not _one_shared_word(ru)} == set()


def _one_shared_word(text: str) -> bool:
    words = [word for word in WORDS.sub(" ", text).casefold().split() if len(word) > SHORT]
    return len(words) <= 1 and set(words) <= ALIKE


def test_every_word_called_alike_is_said_alike() -> None:
    said = {
        word for _, text in sentences() if text.kk == text.ru for word in WORDS.sub(" ", text.kk).casefold().split()
    }
    assert said >= ALIKE


@pytest.mark.parametrize(("language", "letters"), [("ru", KAZAKH_LETTERS), ("en", KAZAKH_LETTERS + "ыэъщ")])
def test_no_sentence_is_written_in_the_letters_of_another_language(language: str, letters: str) -> None:
    """But for names that stand as they are: of awards, of a database, of the languages, and numbers of orders."""
    kept = re.compile(r"«[^»]+»|ҚР ДСМ-\d+|Тіл|Язык|Жетісу|Ұлытау")
    for where, text in sentences():
        said = WORDS.sub("", kept.sub("", getattr(text, language))).casefold()
        assert not set(said) & set(letters), f"{where}: {getattr(text, language)}"


def test_a_long_kazakh_sentence_has_kazakh_letters() -> None:
    """Forty letters without one of the nine would be Russian words, or Kazakh ones typed on a Russian keyboard."""
    for where, text in sentences():
        written = WORDS.sub("", text.kk).casefold()
        assert len(written) <= 40 or set(written) & set(KAZAKH_LETTERS), f"{where}: {text.kk}"


TERMS = (
    ("поликлин", "емхана"),
    ("застрахован", "сақтандыр"),
    ("анестезиолог", "анестезиолог"),
    ("единый плат|единого плат", "бірыңғай төлем"),
    ("законн[а-я]+ представител", "заңды өкіл"),
    ("инвалидност", "мүгедек"),
    ("лицензи", "лицензия"),
    ("направлени", "жолдама"),
    ("осложнени", "асқыну"),
    ("плательщик", "төлеуші"),
    ("проверк", "тексер"),
    ("реестр", "тізілім"),
    ("самозанят", "өзін-өзі жұмыспен қамт"),
    ("ставк[аиуе]", "мөлшерлеме"),
    ("удостоверени", "куәлі[кг]"),
    ("жалоб", "шағым"),
    ("код[а-я]? назначения платежа", "төлем тағайындау код"),
    ("анестез|наркоз", "анестез|наркоз|жансыздандыр"),
    ("назначени[а-я]+ платежа", "төлем(нің)? мақсат|төлем тағайындау"),
    (r"\bФонд", "Қор"),
)
"""What the glossary calls it, in Russian and in Kazakh, by the beginnings of the words."""


@pytest.mark.parametrize(("russian", "kazakh"), TERMS)
def test_a_term_is_the_same_word_in_kazakh_wherever_it_is_said(russian: str, kazakh: str) -> None:
    said = [(where, text) for where, text in sentences() if re.search(russian, text.ru, re.IGNORECASE)]
    assert said
    other = [(where, text.kk) for where, text in said if not re.search(kazakh, text.kk, re.IGNORECASE)]
    assert other == []


def test_a_polyclinic_is_where_one_is_attached_and_any_other_place_is_a_clinic() -> None:
    """GLOSSARY: емхана is the polyclinic one is attached to, клиника is any clinic."""
    for where, text in sentences():
        assert ("емхана" in text.kk.casefold()) is ("поликлин" in text.ru.casefold()), f"{where}: {text.kk}"
