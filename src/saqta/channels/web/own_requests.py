"""Somebody of an exempt category whom the register takes for uninsured: which category, which documents, and the number
under which the staff looks into it."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpResponse

from saqta.access.records import person as person_named
from saqta.basis.refusal import Refused
from saqta.basis.text import Text, same
from saqta.channels.clock import moment_text
from saqta.channels.web.own_pages import own_standing
from saqta.channels.web.person import Visit, personal_page
from saqta.channels.web.wording.requests import REQUESTS
from saqta.personal.actions import request_category
from saqta.personal.asking import questions_of
from saqta.personal.documents import DOCUMENTS, IDENTITY
from saqta.personal.records import LONGEST_WORDS
from saqta.personal.texts import OUTCOME_TEXTS


@personal_page
def fix(visit: Visit) -> HttpResponse:
    """Which category is it? And then the number of the request."""
    person = visit.citizen.person
    if not visit.sent:
        return _form(visit)
    category = visit.request.POST.get("category", "")
    if category not in DOCUMENTS:
        return _form(visit, REQUESTS["fix_choose"])
    words = visit.request.POST.get("words", "")
    try:
        asked = request_category(person, category, words, by=person_named(person), at=visit.at)
    except Refused as refused:
        return _form(visit, refused.faults[0].text)
    return visit.go(f"me/requests/{asked.number}/")


@personal_page
def request(visit: Visit, number: int) -> HttpResponse:
    """One request: its number, what to bring, what follows, and the answer."""
    found = next((one for one in questions_of(visit.citizen.person) if one.number == number), None)
    if found is None or found.category is None:
        missing = {"message": REQUESTS["no_such_request"]}
        return visit.page("personal/message.html", missing, status=HTTPStatus.NOT_FOUND)
    values = {
        "number": found.number,
        "category": _name(visit, found.category),
        "documents": (IDENTITY, DOCUMENTS[found.category]),
        "words": found.words,
        "months": str(visit.book.on(visit.today).number("temporary_status_months")),
        "outcome": None if found.outcome is None else OUTCOME_TEXTS[found.outcome],
        "answer": found.answer,
    }
    return visit.page("personal/request.html", values, words=REQUESTS)


def _form(visit: Visit, error: Text | None = None) -> HttpResponse:
    person = visit.citizen.person
    found = own_standing(visit)
    own = [(one.number, moment_text(one.at)) for one in questions_of(person) if one.category is not None]
    values = {
        "insured": found.answer.verdict == "yes",
        "categories": [(code, _name(visit, code)) for code in DOCUMENTS],
        "chosen": visit.request.POST.get("category", ""),
        "words": visit.request.POST.get("words", "")[:LONGEST_WORDS],
        "longest": LONGEST_WORDS,
        "own": own,
        "error": error,
    }
    status = HTTPStatus.OK if error is None else HTTPStatus.UNPROCESSABLE_ENTITY
    return visit.page("personal/fix.html", values, words=REQUESTS, status=status)


def _name(visit: Visit, category: str) -> Text:
    wording = visit.book.on(visit.today).wording(category)
    return same(category) if wording is None else wording.name
