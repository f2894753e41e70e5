"""Ordering a certificate: who one is, what is wanted, and how the order goes on. Nothing here needs the page to stay
open."""

from __future__ import annotations

import secrets
from http import HTTPStatus
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from saqta.access.budgets import Spent
from saqta.access.identity import demo_proof
from saqta.basis.identifiers import Iin
from saqta.basis.refusal import Refused
from saqta.basis.text import Language, Text
from saqta.channels.clock import moment_text
from saqta.channels.web.person import sign_in, sign_out, signed_in
from saqta.channels.web.rendering import not_found, page
from saqta.channels.web.wording.orders import ORDER_WORDS
from saqta.coverage.demo import PEOPLE, has_demo
from saqta.orders.actions import Wanted
from saqta.orders.desk import OrdersDesk
from saqta.orders.queries import document_of, orders_of, own_order
from saqta.orders.records import OrderRecord
from saqta.orders.states import ENDED, REASON_TEXTS, STATE_TEXTS

_EVIDENCE = "ticked on the page of the order"
_CHOICES = (12, 24, 36, 60)


def orders(request: HttpRequest, language: Language) -> HttpResponse:
    """Who are you; and then the form and one's own orders."""
    person = signed_in(request)
    if person is None:
        return _who_are_you(request, language)
    if request.method != "POST":
        return _form(request, language, person)
    if request.POST.get("leave"):
        answer = _go(language)
        sign_out(answer)
        return answer
    return _place(request, language, person)


def prove(request: HttpRequest, language: Language) -> HttpResponse:
    """A provider of identity sends somebody back with a proof; in a demonstration the page asks its provider itself."""
    try:
        person = _desk(request).sign_in(_proof(request), request.META["saqta.at"])
    except Refused as refused:
        return _who_are_you(request, language, refused.faults[0].text)
    answer = _go(language)
    sign_in(answer, request, person)
    return answer


def order(request: HttpRequest, language: Language, number: UUID) -> HttpResponse:
    """How one's order stands; here the consent is given or refused when the order waits for it."""
    person = signed_in(request)
    if person is None:
        return _who_are_you(request, language)
    found = own_order(number, person)
    if found is None:
        return not_found(request, LookupError())
    said = request.POST.get("consent")
    if request.method == "POST" and said in ("yes", "no"):
        at = request.META["saqta.at"]
        try:
            _desk(request).consent(number, person, said == "yes", evidence=_EVIDENCE, at=at)
        except Refused as refused:
            return _order_page(request, language, found, refused.faults[0].text)
        return _go(language, f"{number}/")
    return _order_page(request, language, found)


def certificate(request: HttpRequest, language: Language, number: UUID) -> HttpResponse:
    """The signed document, for the person alone."""
    person = signed_in(request)
    document = None if person is None else document_of(number, person)
    if document is None:
        return not_found(request, LookupError())
    answer = HttpResponse(document, content_type="application/pdf")
    answer.headers["Content-Disposition"] = 'attachment; filename="saqta.pdf"'
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer


def _place(request: HttpRequest, language: Language, person: UUID) -> HttpResponse:
    months = request.POST.get("months", "")
    mailbox = "".join(request.POST.get("email", "").split()) if settings.SAQTA_MAIL else ""
    wanted = Wanted(
        int(months) if months.isascii() and months.isdigit() else 0,
        True if request.POST.get("consent") else None,
        (f"mailto:{mailbox}",) if mailbox else (),
        language,
    )
    try:
        placed = _desk(request).place(
            person, wanted, key=request.POST.get("key", ""), evidence=_EVIDENCE, at=request.META["saqta.at"]
        )
    except Refused as refused:
        return _form(request, language, person, refused.faults[0].text, HTTPStatus.UNPROCESSABLE_ENTITY)
    if isinstance(placed, Spent):
        text = ORDER_WORDS["too_often"].fill(seconds=str(placed.seconds))
        answer = _form(request, language, person, text, HTTPStatus.TOO_MANY_REQUESTS)
        answer.headers["Retry-After"] = str(placed.seconds)
        return answer
    return _go(language, f"{placed.order.id}/")


def _proof(request: HttpRequest) -> str:
    iin, home = request.POST.get("iin", ""), settings.SAQTA_HOME
    if has_demo(home) and iin in {person.number for person in PEOPLE}:
        return demo_proof(home, Iin.parse(iin), request.META["saqta.at"]) or ""
    return request.POST.get("proof", "")


def _who_are_you(request: HttpRequest, language: Language, error: Text | None = None) -> HttpResponse:
    people = PEOPLE if has_demo(settings.SAQTA_HOME) else ()
    status = HTTPStatus.OK if error is None else HTTPStatus.UNAUTHORIZED
    values = {"people": people, "error": error}
    return page(request, language, "orders/who.html", values, words=ORDER_WORDS, status=status)


def _form(
    request: HttpRequest,
    language: Language,
    person: UUID,
    error: Text | None = None,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    at = request.META["saqta.at"]
    own = [(found.id, moment_text(found.at), STATE_TEXTS[found.stands(at)[0]]) for found in orders_of(person)]
    # The key is made with the form, so that a form sent twice is one order.
    values = {
        "choices": _CHOICES,
        "own": own,
        "letters": settings.SAQTA_MAIL,
        "key": secrets.token_urlsafe(16),
        "error": error,
    }
    return page(request, language, "orders/form.html", values, words=ORDER_WORDS, status=status)


def _order_page(
    request: HttpRequest, language: Language, found: OrderRecord, error: Text | None = None
) -> HttpResponse:
    state, reason = found.stands(request.META["saqta.at"])
    values = {
        "number": found.id,
        "state": state,
        "says": STATE_TEXTS[state],
        "why": REASON_TEXTS[reason],
        "steps": [(STATE_TEXTS[step.state], REASON_TEXTS[step.reason], moment_text(step.at)) for step in found.steps],
        "deadline": ORDER_WORDS["until_deadline"].fill(time=moment_text(found.late_at)),
        "under_way": found.state not in ENDED,
        "asks_consent": found.consented is None and found.state not in ENDED,
        "error": error,
    }
    return page(request, language, "orders/order.html", values, words=ORDER_WORDS)


def _go(language: Language, to: str = "") -> HttpResponse:
    answer = HttpResponseRedirect(f"/{language}/orders/{to}")
    answer.status_code = HTTPStatus.SEE_OTHER
    return answer


def _desk(request: HttpRequest) -> OrdersDesk:
    desk: OrdersDesk = request.META["saqta.orders"]
    return desk
