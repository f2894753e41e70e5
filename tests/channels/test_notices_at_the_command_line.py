"""``saqta notices`` where there is no register: the notices of the product are read all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from saqta.channels.cli import notices_shown
from tests.channels.command_line import Outcome, saqta


@pytest.fixture(autouse=True)
def _no_register(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(notices_shown, "SAQTA_KEYS", tmp_path / "keys")


@pytest.mark.parametrize(("language", "verdict"), [("ru", "Неправда."), ("kk", "Рас емес."), ("en", "False.")])
def test_a_rumour_is_answered_in_three_languages(language: str, verdict: str) -> None:
    found = saqta("notices", "find", "брекеты", "--on", "2025-12-04", "--lang", language)
    assert found.status == 0
    assert verdict in found.out
    assert "https://rus.baq.kz/" in found.out
    assert verdict not in saqta("notices", "find", "брекеты", "--on", "2025-12-03", "--lang", language).out


def test_the_list_is_that_of_the_day() -> None:
    assert len(saqta("notices", "list", "--on", "2023-05-16", "--json").document) == 1
    assert len(saqta("notices", "list", "--on", "2026-01-10", "--json").document) == 6
    assert saqta("notices", "list", "--on", "2020-01-01", "--lang", "en").out == "There is no notice about this.\n"


def test_a_notice_is_shown_with_its_earlier_versions() -> None:
    shown = saqta("notices", "show", "mass-inspections-of-dental-clinics", "--lang", "en")
    assert shown.out.index("Version 2") < shown.out.index("True.") < shown.out.index("Version 1")
    assert saqta("notices", "show", "no-such", "--lang", "kk").status == 2


def answer(service: str, on: str, *more: str) -> Outcome:
    facts = b'{"person": {"birth_date": "2016-05-01", "citizenship": "KZ", "residence": "permanent"}}'
    return saqta("entitlement", "--facts", "-", "--service", service, "--on", on, *more, stdin=facts)


@pytest.mark.parametrize(
    ("on", "rumours"), [("2025-12-03", []), ("2025-12-04", ["free-braces-and-implants-for-children"])]
)
def test_an_answer_about_braces_shows_the_rumour_once_it_was_denied(on: str, rumours: list[str]) -> None:
    document = answer("dental.braces", on, "--json").document
    assert document["verdict"] == "no"
    assert [notice["says"]["key"] for notice in document["notices"]] == rumours
    assert ("тегін брекет пен имплант" in answer("dental.braces", on, "--lang", "kk").out) is bool(rumours)


def test_an_answer_says_what_is_known_of_the_service_and_what_was_not_verified() -> None:
    shown = answer("dental.general-anaesthesia", "2026-01-10", "--lang", "en").out
    assert "medical indications and with written consent" in " ".join(shown.split())
    assert "not seen in any official list" in " ".join(shown.split())
    assert answer("dental.extraction", "2026-01-10", "--json").document["note"] is None
    assert "official list" not in answer("dental.extraction", "2026-01-10", "--lang", "en").out
