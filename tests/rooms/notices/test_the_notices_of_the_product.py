"""The notices that ship with the product: what stands on which day, beside which service."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from saqta.basis.text import LANGUAGES
from saqta.law.book import load
from saqta.notices.records import Announcement
from saqta.notices.shipped import shipped
from saqta.notices.standing import about, meant, standing

BOOK = load()
BRACES = "free-braces-and-implants-for-children"
INSPECTIONS = "mass-inspections-of-dental-clinics"


def keys(notices: tuple[object, ...]) -> list[str]:
    return [notice.says.key for notice in notices]  # type: ignore[attr-defined]  # notices they are


def test_an_answer_about_braces_can_show_the_rumour_from_the_day_it_was_denied() -> None:
    assert keys(about(shipped(), "dental.braces", date(2025, 12, 3))) == []
    (notice,) = about(shipped(), "dental.braces", date(2025, 12, 4))
    assert (notice.says.key, notice.says.verdict) == (BRACES, "false")
    assert notice.says.source.published_on == date(2025, 12, 4)
    assert about(shipped(), "diagnostics.ct", date(2025, 12, 4)) == ()


def test_six_rumours_have_an_official_answer() -> None:
    assert len({notice.says.key for notice in shipped()}) == 6


def test_what_was_said_and_overtaken_within_a_week_stands_for_that_week() -> None:
    def verdict(on: date) -> list[str]:
        return [notice.says.verdict for notice in standing(shipped(), on) if notice.says.key == INSPECTIONS]

    assert verdict(date(2025, 11, 25)) == []
    assert verdict(date(2025, 11, 26)) == ["false"]
    assert verdict(date(2025, 12, 2)) == ["false"]
    assert verdict(date(2025, 12, 3)) == ["true"]


def test_a_notice_that_has_ended_is_shown_no_more() -> None:
    notice = next(notice for notice in shipped() if notice.says.key == BRACES)
    until = msgspec.structs.replace(notice.says, until=date(2026, 1, 1))
    ended = msgspec.structs.replace(notice, says=until)
    assert keys(standing([ended], date(2025, 12, 31))) == [BRACES]
    assert standing([ended], date(2026, 1, 1)) == ()


def test_a_notice_names_only_what_exists() -> None:
    for notice in shipped():
        assert set(notice.says.services) <= BOOK.services.keys()
        for reference in notice.says.provisions:
            BOOK.provision(reference)
        for text in (notice.says.claim, notice.says.truth):
            assert len({text.in_language(language) for language in LANGUAGES}) == 3


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("правда что брекеты детям бесплатно", BRACES),
        ("балаларға тегін брекет", BRACES),
        ("free braces", BRACES),
        ("севоран запретят", "sevoflurane-to-be-banned"),
        ("взносы добровольные", "contributions-to-become-voluntary"),
        ("жарна ерікті болады ма", "contributions-to-become-voluntary"),
        ("диабет тегін емделмейді", "nobody-treated-without-insurance-in-2026"),
        ("inspections of clinics", INSPECTIONS),
    ],
)
def test_a_rumour_is_found_by_the_words_in_which_people_ask(typed: str, key: str) -> None:
    assert meant(shipped(), typed, date(2026, 1, 10))[0].says.key == key


def test_words_about_nothing_find_no_notice() -> None:
    assert meant(shipped(), "ъъъъъъъ", date(2026, 1, 10)) == ()


WRONGS: dict[str, dict[str, object]] = {
    "a key in capitals": {"key": "Braces"},
    "a key too long": {"key": "a" * 61},
    "a fourth verdict": {"verdict": "maybe"},
    "a span without a day": {"until": "2025-12-04"},
    "about nothing": {"services": [], "provisions": []},
    "an address without a lock": {
        "source": {"publisher": {"ru": "а", "kk": "ә", "en": "a"}, "published_on": None, "address": "http://a.kz"}
    },
    "a claim in two languages": {"claim": {"ru": "а", "kk": "ә"}},
    "an unknown field": {"rule": "everybody gets braces"},
}


@pytest.mark.parametrize("wrong", WRONGS.values(), ids=WRONGS)
def test_an_announcement_is_read_strictly(wrong: dict[str, object]) -> None:
    sound = msgspec.to_builtins(next(notice.says for notice in shipped() if notice.says.key == BRACES))
    assert msgspec.convert(sound, Announcement).key == BRACES
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(sound | wrong, Announcement)
