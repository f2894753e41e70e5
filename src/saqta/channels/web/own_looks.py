"""Who looked at my data: the list, a copy of it for other programs, and asking why."""

from __future__ import annotations

import csv
import io
from http import HTTPStatus

from django.http import HttpResponse

from saqta.access.records import person as person_named
from saqta.basis.refusal import Refused
from saqta.channels.clock import KAZAKHSTAN, moment_text
from saqta.channels.web.person import Visit, file_of, personal_page
from saqta.channels.web.wording.personal import PERSONAL
from saqta.personal.actions import dispute_look
from saqta.personal.exporting import looks_told, written
from saqta.personal.looks import looks
from saqta.personal.records import LONGEST_WORDS, LookShown
from saqta.personal.texts import OUTCOME_TEXTS

_SHOWN = 100
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""With what a cell begins that a program for tables would work out instead of showing."""


@personal_page
def listed(visit: Visit) -> HttpResponse:
    """Everybody who looked, the latest first. Reading this list is not itself a look: it would never end."""
    found = [_shown(one) for one in looks(visit.citizen.person, _SHOWN)]
    return visit.page("personal/looks.html", {"looks": found, "most": _SHOWN, "full": len(found) == _SHOWN})


@personal_page
def as_table(visit: Visit) -> HttpResponse:
    """The whole list as CSV, in the language of the page."""
    stream = io.StringIO()
    rows = csv.writer(stream)
    rows.writerow(PERSONAL[name].in_language(visit.language) for name in ("when", "who", "why_looked", "question"))
    for one in looks(visit.citizen.person):
        number = "" if one.question is None else str(one.question.number)
        when = one.at.astimezone(KAZAKHSTAN).isoformat(timespec="seconds")
        told = (one.who.in_language(visit.language), one.why.in_language(visit.language))
        rows.writerow((when, *map(_inert, told), number))
    # The mark at the beginning lets programs for tables read Cyrillic letters as what they are.
    return file_of(f"\ufeff{stream.getvalue()}".encode(), "text/csv; charset=utf-8", "saqta-looks.csv")


@personal_page
def as_document(visit: Visit) -> HttpResponse:
    """The whole list as JSON."""
    return file_of(written(looks_told(visit.citizen.person)), "application/json", "saqta-looks.json")


@personal_page
def dispute(visit: Visit, entry: int, place: int) -> HttpResponse:
    """The question why somebody looked: the form, and after it was sent the number of the question."""
    person = visit.citizen.person
    found = next((one for one in looks(person) if (one.entry, one.place) == (entry, place)), None)
    if found is None:
        return visit.page("personal/message.html", {"message": PERSONAL["no_such_look"]}, status=HTTPStatus.NOT_FOUND)
    if not visit.sent or found.question is not None:
        values = {"look": _shown(found), "longest": LONGEST_WORDS}
        return visit.page("personal/dispute.html", values)
    try:
        dispute_look(person, entry, place, visit.request.POST.get("words", ""), by=person_named(person), at=visit.at)
    except Refused as refused:
        return visit.refused(refused)
    return visit.go(f"me/looks/{entry}/{place}/")


def _shown(one: LookShown) -> dict[str, object]:
    asked = one.question
    return {
        "entry": one.entry,
        "place": one.place,
        "at": moment_text(one.at),
        "moment": one.at.isoformat(timespec="seconds"),
        "who": one.who,
        "why": one.why,
        "own": one.own,
        "question": asked,
        "asked": None if asked is None else moment_text(asked.at),
        "outcome": None if asked is None or asked.outcome is None else OUTCOME_TEXTS[asked.outcome],
    }


def _inert(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
