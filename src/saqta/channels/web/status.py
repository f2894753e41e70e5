"""Check my status: the form, the errors of a number, and the public answer with its twelve months and its law."""

from __future__ import annotations

from datetime import timedelta
from http import HTTPStatus

from django.conf import settings
from django.db.utils import Error as DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html

from saqta.access.budgets import Spent
from saqta.access.records import stranger
from saqta.basis.days import day_text
from saqta.basis.identifiers import Iin
from saqta.basis.refusal import Refused
from saqta.basis.text import Language, Text
from saqta.channels.cited import cited
from saqta.channels.clock import day_in_kazakhstan, moment_text
from saqta.channels.sealing import opened, seal
from saqta.channels.typed_numbers import as_typed
from saqta.channels.web.rendering import page, public_page
from saqta.channels.web.wording.app import SAVING
from saqta.channels.web.wording.counted import PAID_MONTHS, SECONDS
from saqta.channels.web.wording.status import STATUS
from saqta.coverage.demo import PEOPLE, has_demo
from saqta.coverage.public import PublicDesk
from saqta.coverage.records import PublicStatus
from saqta.law.book import Book
from saqta.rules.status_basis import status_basis
from saqta.rules.timeline import end_of_known_law

_ASKER = stranger("web")
_ANSWER = {**STATUS, **SAVING}
_SEALED = "status"
_OLD = timedelta(minutes=15)
"""From this age on the page says that its data are not of now."""


def status(request: HttpRequest, language: Language) -> HttpResponse:
    """The form; or, when it was sent, the status of the number in it."""
    if request.method != "POST":
        return public_page(request, language, "status_form.html", _people, words=STATUS)
    typed = request.POST.get("iin", "")
    try:
        iin = Iin.parse(_kept_number(request) or as_typed(typed))
    except Refused as refused:
        fault = refused.faults[0]
        text = STATUS["error_empty"] if fault.code == "empty" else fault.text
        return _form(request, language, text, HTTPStatus.UNPROCESSABLE_ENTITY, typed=typed)
    told, desk = request.META, _desk(request)
    on, proof = day_in_kazakhstan(told["saqta.at"]), request.POST.get("proof")
    try:
        found = desk.ask(iin, address=told["saqta.address"], by=_ASKER, at=told["saqta.at"], on=on, proof=proof)
    except (DatabaseError, OSError):
        return _unavailable(request, language, iin)
    if isinstance(found, Spent):
        text = STATUS["too_often"].fill(seconds=SECONDS.of(found.seconds))
        answer = _form(request, language, text, HTTPStatus.TOO_MANY_REQUESTS)
        answer.headers["Retry-After"] = str(found.seconds)
        return answer
    return page(request, language, "status_answer.html", _told(request, found, iin), words=_ANSWER)


def _kept_number(request: HttpRequest) -> str:
    """The number of the answer that is asked for again: in another language, or later."""
    found = opened(_SEALED, request.POST.get("again", ""), request.META["saqta.at"])
    return "" if found is None else found.decode("ascii")


def _told(request: HttpRequest, found: PublicStatus, iin: Iin) -> dict[str, object]:
    book, told = _desk(request).book, request.META
    basis = status_basis(found.on, book)
    as_of = told["saqta.as_of"]
    return {
        "verdict": found.verdict,
        "title": STATUS[found.verdict],
        "says": basis.says(found.verdict),
        "until": _until(found, book),
        "as_of": STATUS["as_of"].fill(moment=moment_text(as_of)),
        "moment": as_of.isoformat(timespec="seconds"),
        "old": told["saqta.at"] - as_of > _OLD,
        "paid": PAID_MONTHS.of(sum(paid for _, paid in found.months())),
        "months": found.months(),
        "next": STATUS[f"next_{found.verdict}"],
        "citations": cited(basis.citations, found.on),
        "readings": basis.readings,
        "kept": format_html('<input type="hidden" name="again" value="{}">', _sealed(request, iin)),
    }


def _unavailable(request: HttpRequest, language: Language, iin: Iin) -> HttpResponse:
    """A register that does not answer is never told as a status."""
    kept = format_html('<input type="hidden" name="again" value="{}">', _sealed(request, iin))
    answer = page(
        request,
        language,
        "status_unavailable.html",
        {"kept": kept},
        words=STATUS,
        status=HTTPStatus.SERVICE_UNAVAILABLE,
    )
    answer.headers["Retry-After"] = "60"
    return answer


def _sealed(request: HttpRequest, iin: Iin) -> str:
    return seal(_SEALED, iin.digits.encode("ascii"), request.META["saqta.at"])


def _form(
    request: HttpRequest,
    language: Language,
    error: Text,
    code: HTTPStatus,
    *,
    typed: str = "",
) -> HttpResponse:
    values = {"error": error, "typed": typed, **_people()}
    return page(request, language, "status_form.html", values, words=STATUS, status=code)


def _people() -> dict[str, object]:
    """The invented people to try the form with, where the register holds them."""
    return {"people": PEOPLE if has_demo(settings.SAQTA_HOME) else ()}


def _until(found: PublicStatus, book: Book) -> Text | None:
    """How long a right lasts; how long its absence lasts depends on the person and is not promised."""
    if found.verdict != "yes" or found.valid_until is None:
        return None
    known = found.valid_until == end_of_known_law(book)
    return STATUS["until_known" if known else "until"].fill(day=day_text(found.valid_until))


def _desk(request: HttpRequest) -> PublicDesk:
    desk: PublicDesk = request.META["saqta.desk"]
    return desk
