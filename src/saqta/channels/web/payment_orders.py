"""A payment order for one line of what is owed: a page to print and a PDF. It is reached by sending the question again,
so that no address tells what somebody earns; names and numbers are put on the paper and are not kept.
"""

from __future__ import annotations

from base64 import b64encode
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from saqta.basis.identifiers import Iin
from saqta.basis.numbering import inspect_number
from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Language
from saqta.channels.clock import day_in_kazakhstan
from saqta.channels.typed_numbers import as_typed
from saqta.channels.web.dues import FIELDS, asked
from saqta.channels.web.payment_paper import Typed, as_pdf, code_as_svg, notes, rows
from saqta.channels.web.rendering import attachment, page
from saqta.channels.web.typed import kept_fields
from saqta.channels.web.wording.paying import PAYING
from saqta.law.book import load
from saqta.rules.paying import PaymentOrder, how_to_pay

_LONGEST_NAME = 120
_QUESTION = (*FIELDS, "line")


def payment_order(request: HttpRequest, language: Language) -> HttpResponse:
    """The order for the line that was chosen; without a question that leads to one, back to the question."""
    order = _order(request)
    if order is None:
        return HttpResponseRedirect(f"/{language}/dues/", status=HTTPStatus.SEE_OTHER)
    try:
        typed = _typed(request)
    except Refused as refused:
        return _page(request, language, order, Typed(), refused.faults[0])
    if "pdf" in request.POST:
        return attachment(as_pdf(order, typed, language), "application/pdf", "saqta-payment-order.pdf")
    return _page(request, language, order, typed)


def _order(request: HttpRequest) -> PaymentOrder | None:
    line, today = request.POST.get("line", ""), day_in_kazakhstan(request.META["saqta.at"])
    if request.method != "POST" or not (line.isascii() and line.isdigit()):
        return None
    try:
        told = asked(request, today)
    except Refused:
        return None
    ways = how_to_pay(told, load(), today)
    return ways[int(line)].order if int(line) < len(ways) else None


def _typed(request: HttpRequest) -> Typed:
    """What was filled in; raises ``Refused`` for a number that is none. Nothing has to be filled in."""
    sent = request.POST
    iin, number = as_typed(sent.get("person_iin", "")), as_typed(sent.get("payer_number", ""))
    if iin:
        try:
            Iin.parse(iin)
        except Refused as refused:
            raise Refused(Fault("iin", refused.faults[0].text, "person_iin")) from None
    if number and not (number[:1].isdigit() and inspect_number(number).valid):
        raise Refused(Fault("number", PAYING["error_payer_number"], "payer_number"))
    names = (" ".join(sent.get(name, "")[:_LONGEST_NAME].split()) for name in ("person_name", "payer_name"))
    person, payer = names
    return Typed(person, iin, payer, number)


def _page(
    request: HttpRequest, language: Language, order: PaymentOrder, typed: Typed, fault: Fault | None = None
) -> HttpResponse:
    lines = rows(order, typed)
    picture = b64encode(code_as_svg(lines, language)).decode()
    values = {
        "order": order,
        "rows": lines,
        "notes": notes(order),
        "picture": f"data:image/svg+xml;base64,{picture}",
        "sent": request.POST,
        "fault": fault,
        "question": kept_fields(request.POST, _QUESTION),
        "kept": kept_fields(request.POST, (*_QUESTION, *Typed._fields)),
    }
    status = HTTPStatus.OK if fault is None else HTTPStatus.UNPROCESSABLE_ENTITY
    return page(request, language, "dues_order.html", values, words=PAYING, status=status)
