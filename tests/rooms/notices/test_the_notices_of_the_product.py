"""The notices that ship with the product: what stands on which day, beside which service."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from saqta.basis.text import LANGUAGES, same
from saqta.law.book import load
from saqta.notices.checks import faults
from saqta.notices.meaning import meant
from saqta.notices.records import Announcement, Source
from saqta.notices.shipped import shipped
from saqta.notices.standing import about, standing

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


def test_the_notices_of_the_product_fit_together() -> None:
    for notice in shipped():
        assert faults(notice.says, BOOK) == []
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


SOUND = next(notice.says for notice in shipped() if notice.says.key == BRACES)
WRONGS: dict[str, tuple[dict[str, object], str]] = {
    "a key in capitals": ({"key": "Braces"}, "$.key"),
    "a key too long": ({"key": "a" * 61}, "$.key"),
    "a span without a day": ({"until": date(2025, 12, 4)}, "$.until"),
    "about nothing": ({"services": (), "provisions": ()}, "$.services"),
    "a service that is not there": ({"services": ("dental.brace",)}, "$.services[0]"),
    "a provision that is not there": ({"provisions": ("K2000000360/art_999",)}, "$.provisions[0]"),
    "an act that is not there": ({"provisions": ("K1",)}, "$.provisions[0]"),
    "an address without a lock": ({"source": Source(same("a"), None, "http://a.kz")}, "$.source.address"),
}


@pytest.mark.parametrize(("change", "where"), WRONGS.values(), ids=WRONGS)
def test_an_announcement_that_does_not_fit_together_is_refused_at_its_place(
    change: dict[str, object], where: str
) -> None:
    assert [fault.where for fault in faults(msgspec.structs.replace(SOUND, **change), BOOK)] == [where]


@pytest.mark.parametrize("change", [{"verdict": "maybe"}, {"claim": {"ru": "а", "kk": "ә"}}, {"rule": "free braces"}])
def test_an_announcement_is_read_strictly(change: dict[str, object]) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(msgspec.to_builtins(SOUND) | change, Announcement)
