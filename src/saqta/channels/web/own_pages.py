"""What a person reads about themselves and those they speak for: status with its grounds, months with money, categories
with their sources, children, decisions."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpResponse

from saqta.basis.days import day_text
from saqta.basis.text import Text
from saqta.channels.cited import cited
from saqta.channels.clock import moment_text
from saqta.channels.web.person import Visit, personal_page
from saqta.channels.web.wording.consent import CONSENT_WORDS
from saqta.channels.web.wording.personal import PERSONAL
from saqta.channels.web.wording.requests import REQUESTS
from saqta.orders.certifying import payer_text
from saqta.orders.records import CertifiedPayment
from saqta.personal.looks import CHILD_PAGE, OWN_PAGE, note_own_look
from saqta.personal.queries import children, plans_of, standing
from saqta.personal.records import OwnCategory, OwnMonth, OwnPlan, OwnStanding


@personal_page
def overview(visit: Visit) -> HttpResponse:
    """Am I insured, why, under which article, and what can be done."""
    return visit.page("personal/status.html", _status(own_standing(visit)), words=REQUESTS)


@personal_page
def months(visit: Visit) -> HttpResponse:
    """Each month: what it counts for, and the money paid for it, by whom and under which code."""
    found = own_standing(visit)
    return visit.page("personal/months.html", {"months": months_shown(found.months), "total": found.total})


@personal_page
def categories(visit: Visit) -> HttpResponse:
    """Each category: who told of it, and for which days."""
    held = own_standing(visit).categories
    return visit.page("personal/categories.html", {"categories": list(map(category_shown, held))})


@personal_page
def represented(visit: Visit) -> HttpResponse:
    """For whom this person may speak."""
    note_own_look(visit.citizen.person, visit.citizen.person, OWN_PAGE, at=visit.at)
    found = children(visit.citizen.person, visit.today)
    return visit.page("personal/children.html", {"children": found})


@personal_page
def child(visit: Visit, place: int) -> HttpResponse:
    """One of them, by the place in the list: a number or a name stands in no address."""
    listed = children(visit.citizen.person, visit.today)
    if not 1 <= place <= len(listed):
        return visit.page("personal/message.html", {"message": PERSONAL["no_such_child"]}, status=HTTPStatus.NOT_FOUND)
    one = listed[place - 1]
    note_own_look(visit.citizen.person, one.person, CHILD_PAGE, at=visit.at)
    found = standing(one.person, visit.today, visit.book)
    values = {
        **_status(found),
        "child": one,
        "months": months_shown(found.months),
        "total": found.total,
        "categories": list(map(category_shown, found.categories)),
        "plans": list(map(_plan, plans_of(one.person))),
    }
    return visit.page("personal/child.html", values)


@personal_page
def consents(visit: Visit) -> HttpResponse:
    """What was planned for the children, and what was decided."""
    found = []
    for one in children(visit.citizen.person, visit.today):
        note_own_look(visit.citizen.person, one.person, CHILD_PAGE, at=visit.at)
        found.append((one, list(map(_plan, plans_of(one.person)))))
    return visit.page("personal/consents.html", {"children": found})


def own_standing(visit: Visit, purpose: str = OWN_PAGE) -> OwnStanding:
    """How the person stands today, after writing down that they looked."""
    person = visit.citizen.person
    note_own_look(person, person, purpose, at=visit.at)
    return standing(person, visit.today, visit.book)


def _status(found: OwnStanding) -> dict[str, object]:
    told = found.answer
    return {
        "told": told,
        "state": PERSONAL[f"state_{told.verdict}"],
        "citations": cited(told.citations, told.on),
        "readings": told.readings,
    }


def months_shown(found: tuple[OwnMonth, ...]) -> list[tuple[OwnMonth, Text, list[tuple[CertifiedPayment, Text]]]]:
    """Each month, what it counts for in words, and its payments with who paid."""
    return [
        (one, PERSONAL[f"month_{one.state}"], [(paid, payer_text(paid.payer)) for paid in one.payments])
        for one in found
    ]


def category_shown(held: OwnCategory) -> tuple[OwnCategory, Text]:
    """A category and its days in words."""
    if held.until is None:
        return held, PERSONAL["since"].fill(start=day_text(held.start))
    return held, PERSONAL["since_until"].fill(start=day_text(held.start), until=day_text(held.until))


def _plan(found: OwnPlan) -> dict[str, object]:
    decisions = [(PERSONAL[f"decision_{one.decision}"], moment_text(one.at), one.stands) for one in found.decisions]
    return {
        "number": found.number,
        "clinic": found.clinic,
        "planned": moment_text(found.planned_at),
        "state": CONSENT_WORDS[f"state_{found.state}"],
        "decisions": decisions,
    }
