"""Pictures of ten key screens, on a phone and on a desk, as ``script/screens`` writes them under ``docs/screens``.

Each picture is that of the invented people on the day it is taken; nothing in it is of anybody real.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, ViewportSize, sync_playwright

from tests.journeys.conftest import launch, prepared, served

WIDTHS = {360: 740, 1280: 800}


def _sent(place: str, *, fields: dict[str, str], chosen: dict[str, str] | None = None) -> Callable[[Page, str], None]:
    def show(page: Page, site: str) -> None:
        page.goto(f"{site}/{place}")
        for name, value in fields.items():
            page.locator(f"main input[name={name}]").fill(value)
        for name, value in (chosen or {}).items():
            page.locator(f"main [name={name}]").select_option(value)
        page.locator("main form button").first.click()
        page.locator("article.verdict").wait_for()

    return show


def _opened(place: str) -> Callable[[Page, str], None]:
    return lambda page, site: page.goto(f"{site}/{place}") and None


def _dialog(page: Page, site: str) -> None:
    page.goto(f"{site}/kk/teeth/")
    page.locator("#ask-tab").click()


SCREENS: dict[str, Callable[[Page, str], None]] = {
    "01-home": _opened("ru/"),
    "02-dialog": _dialog,
    "03-insured": _sent("kk/status/", fields={"iin": "850520499990"}),
    "04-not-insured": _sent("ru/status/", fields={"iin": "930412499990"}),
    "05-search": _opened("ru/free/"),
    "06-rumour": _opened("kk/free/dental.braces/"),
    "07-question": _opened("en/free/dental.orthodontic-plate/1/"),
    "08-answer": _opened("ru/free/dental.acute-pain/answer/"),
    "09-dues": _sent("ru/dues/", fields={"sum1": "900 000", "sum2": "100 000"}, chosen={"kind2": "civil_contract"}),
    "10-anaesthesia": _opened("en/anaesthesia/"),
}


def write_screens(folder: Path) -> None:
    """Writes every screen at every width, as PNG."""
    folder.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as home,
        served(prepared(Path(home))) as site,
        sync_playwright() as playwright,
    ):
        browser = launch(playwright)
        for width, height in WIDTHS.items():
            screen = ViewportSize(width=width, height=height)
            page = browser.new_page(viewport=screen, locale="ru-KZ", service_workers="block")
            for name, show in SCREENS.items():
                show(page, site)
                page.screenshot(path=folder / f"{name}-{width}.png")
            page.close()
        browser.close()


if __name__ == "__main__":
    write_screens(Path(sys.argv[1]))
