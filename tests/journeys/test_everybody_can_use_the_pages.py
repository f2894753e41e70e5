"""UX-29: axe-core finds nothing on any state of the pages, in three languages, light and dark; errors included."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest
from playwright.sync_api import Page

from saqta.basis.text import LANGUAGES, Language
from saqta.coverage.demo import PEOPLE
from tests.journeys.conftest import Visitor
from tests.journeys.judging import JUDGED, violations, wrong_by_axe

pytestmark = pytest.mark.enable_socket


class State(NamedTuple):
    """A page as it is opened, or as it answers a form that was sent to it."""

    place: str
    sent: tuple[tuple[str, str], ...] = ()


def numbered(*numbers: str) -> Iterator[State]:
    yield from (State("status/", (("iin", number),)) for number in numbers)


CHECKLIST = (
    "medical_indication",
    "consent_informed_of_risks",
    "written_consent",
    "licence_annex_anaesthesiology",
    "anaesthetist_certified",
    "equipment_complete",
    "examined_again_before_start",
)
BORN = (("born_day", "1"), ("born_month", "2"), ("born_year", "1990"), ("citizen", "yes"))
STATES = (
    *map(State, ("", "free/", "free/dental.acute-pain/", "free/dental.braces/", "free/dental.braces/answer/")),
    *map(
        State, ("free/dental.caries-treatment/answer/", "free/dental.orthodontic-plate/1/", "free/diagnostics.mri/1/")
    ),
    *map(State, ("status/", "months/", "dues/", "teeth/", "anaesthesia/", "nothing/", "law/", "law/packages/")),
    *map(State, ("law/readings/", "law/changes/", "announcements/", "elsewhere/", "data/")),
    *map(State, ("developers/", "saved/", "cleared/", "offline/", "inspections/")),
    *numbered("", "85052049999", "850520499995", PEOPLE[0].number, PEOPLE[5].number, PEOPLE[-1].number),
    State("free/", (("words", "зуб"),)),
    State("free/", (("words", "ъъъ"),)),
    State("free/dental.orthodontic-plate/1/", (("fact", "person.birth_date"), ("year", "x"))),
    State("free/dental.braces/answer/", (("on", "x"),)),
    State("dues/", (("kind1", "employee"),)),
    State("dues/", (("kind1", "employee"), ("sum1", "350000"), ("kind2", "independent"))),
    State("dues/order/", (("kind1", "employee"), ("sum1", "350000"), ("line", "1"))),
    State("dues/order/", (("kind1", "independent"), ("line", "0"), ("person_iin", "1"))),
    State("months/", (*BORN, ("before", "60"))),
    State("months/", (*BORN, ("category", "pensioner"))),
    State("anaesthesia/", (("kind", "general"),)),
    State("anaesthesia/", (("kind", "general"), *((item, "no") for item in CHECKLIST))),
    State("anaesthesia/", (("kind", "sedation"), *((item, "unknown") for item in CHECKLIST))),
)


SENT = """([address, fields]) => {
  const form = Object.assign(document.createElement("form"), { method: "post", action: address });
  for (const [name, value] of fields)
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  document.body.append(form);
  form.submit();
}"""


def show(page: Page, address: str, state: State) -> None:
    """Opens the page; or has the page before it send a form there, as a visitor would."""
    if not state.sent:
        page.goto(address)
        return
    with page.expect_navigation():
        page.evaluate(SENT, [address, [list(field) for field in state.sent]])


def test_there_are_enough_states() -> None:
    assert len(set(STATES)) >= 40


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_light_or_dark(visitor: Callable[..., Visitor], language: Language) -> None:
    somebody = visitor(viewport={"width": 360, "height": 740})
    page, found = somebody.page, dict[str, list[str]]()
    for state in STATES:
        page.emulate_media(color_scheme="light")
        show(page, f"{somebody.site}/{language}/{state.place}", state)
        if wrong := wrong_by_axe(page):
            found[f"{state.place} {dict(state.sent)}"] = wrong
    page.locator("#ask-tab").click()
    if wrong := violations(page, {"type": "tag", "values": JUDGED}):
        found["the dialog"] = wrong
    assert found == {}
