"""Ordering a certificate: what is wanted, and how the order goes on. Nothing here needs the page to stay open."""

from __future__ import annotations

import secrets
from http import HTTPStatus
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse

from saqta.access.budgets import Spent
from saqta.basis.refusal import Refused
from saqta.basis.text import Text
from saqta.channels.clock import moment_text
from saqta.channels.web.person import Visit, file_of, personal_page
from saqta.channels.web.rendering import not_found
from saqta.channels.web.wording.counted import SECONDS
from saqta.channels.web.wording.orders import ORDER_WORDS
from saqta.orders.actions import Wanted
from saqta.orders.desk import OrdersDesk
from saqta.orders.queries import document_of, orders_of, own_order
from saqta.orders.records import OrderRecord
from saqta.orders.states import ENDED, REASON_TEXTS, STATE_TEXTS
from saqta.orders.ways import check_offered

_EVIDENCE = "ticked on the page of the order"
_CHOICES = (12, 24, 36, 60)


@personal_page
def orders(visit: Visit) -> HttpResponse:
    """The form and one's own orders."""
    return _place(visit) if visit.sent else _form(visit)


@personal_page
def order(visit: Visit, number: UUID) -> HttpResponse:
    """How one's order stands; here the consent is given or refused when the order waits for it."""
    person = visit.citizen.person
    found = own_order(number, person)
    if found is None:
        return not_found(visit.request, LookupError())
    said = visit.request.POST.get("consent")
    if visit.sent and said in ("yes", "no"):
        try:
            _desk(visit).consent(number, person, said == "yes", evidence=_EVIDENCE, at=visit.at)
        except Refused as refused:
            return _order_page(visit, found, refused.faults[0].text)
        return visit.go(f"orders/{number}/")
    return _order_page(visit, found)


@personal_page
def certificate(visit: Visit, number: UUID) -> HttpResponse:
    """The signed document, for the person alone."""
    document = document_of(number, visit.citizen.person)
    if document is None:
        return not_found(visit.request, LookupError())
    return file_of(document, "application/pdf", "saqta.pdf")


def _place(visit: Visit) -> HttpResponse:
    sent = visit.request.POST
    months = sent.get("months", "")
    named = sent.get("email", "").replace(",", " ").split() if _writes() else ()
    tell = tuple(each if each.startswith("tg:") else f"mailto:{each}" for each in named)
    wanted = Wanted(
        int(months) if months.isascii() and months.isdigit() else 0,
        True if sent.get("consent") else None,
        tell,
        visit.language,
    )
    try:
        check_offered(tell, letters=settings.SAQTA_MAIL is not None, chats=bool(settings.SAQTA_TELEGRAM_TOKEN))
        placed = _desk(visit).place(
            visit.citizen.person, wanted, key=sent.get("key", ""), evidence=_EVIDENCE, at=visit.at
        )
    except Refused as refused:
        return _form(visit, refused.faults[0].text, HTTPStatus.UNPROCESSABLE_ENTITY)
    if isinstance(placed, Spent):
        text = ORDER_WORDS["too_often"].fill(seconds=SECONDS.of(placed.seconds))
        answer = _form(visit, text, HTTPStatus.TOO_MANY_REQUESTS)
        answer.headers["Retry-After"] = str(placed.seconds)
        return answer
    return visit.go(f"orders/{placed.order.id}/")


def _form(visit: Visit, error: Text | None = None, status: HTTPStatus = HTTPStatus.OK) -> HttpResponse:
    own = [
        (found.id, moment_text(found.at), STATE_TEXTS[found.stands(visit.at)[0]])
        for found in orders_of(visit.citizen.person)
    ]
    # The key is made with the form, so that a form sent twice is one order.
    values = {
        "choices": _CHOICES,
        "own": own,
        "letters": _writes(),
        "key": secrets.token_urlsafe(16),
        "error": error,
    }
    return visit.page("orders/form.html", values, words=ORDER_WORDS, status=status)


def _order_page(visit: Visit, found: OrderRecord, error: Text | None = None) -> HttpResponse:
    state, reason = found.stands(visit.at)
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
    return visit.page("orders/order.html", values, words=ORDER_WORDS)


def _desk(visit: Visit) -> OrdersDesk:
    desk: OrdersDesk = visit.request.META["saqta.orders"]
    return desk


def _writes() -> bool:
    """Whether this server tells people anything outside its pages."""
    return settings.SAQTA_MAIL is not None or bool(settings.SAQTA_TELEGRAM_TOKEN)
