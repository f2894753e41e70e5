"""``saqta notices`` where there is no register: the notices of the product are read all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from saqta.channels.cli import notices_shown
from tests.channels.command_line import saqta


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
