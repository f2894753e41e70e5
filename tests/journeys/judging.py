"""UX-29, UX-31, UX-32: whether the page that is open can be used by everybody: read in light and in dark, on a narrow
screen, and in forced colours."""

from __future__ import annotations

from importlib.resources import files

from playwright.sync_api import Page

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text()
JUDGED = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
WITHOUT_EDGES = """[...document.querySelectorAll("main button, main .button")].filter((one) => one.offsetParent
  && getComputedStyle(one).borderStyle === "none").length"""


def wrong(page: Page) -> list[str]:
    """What is wrong with the page that is open."""
    found = [] if page.evaluate("document.documentElement.scrollWidth <= innerWidth") else ["runs off the screen"]
    found += wrong_by_axe(page)
    page.emulate_media(color_scheme="light", forced_colors="active")
    found += ["forced colours: no edge"] if page.evaluate(WITHOUT_EDGES) else []
    page.emulate_media(forced_colors="none")
    return found


def wrong_by_axe(page: Page) -> list[str]:
    """What axe-core finds, light and dark."""
    page.emulate_media(color_scheme="light")
    page.evaluate(AXE)
    found = violations(page, {"type": "tag", "values": JUDGED})
    page.emulate_media(color_scheme="dark")
    return found + [f"dark: {one}" for one in violations(page, {"type": "rule", "values": ["color-contrast"]})]


def violations(page: Page, rules: dict[str, object]) -> list[str]:
    """What axe-core, which was put into the page before, finds by these rules."""
    found = page.evaluate("(options) => axe.run(document, options)", {"resultTypes": ["violations"], "runOnly": rules})
    return [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in found["violations"]]
