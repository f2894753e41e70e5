"""The pages: parse what came, make one call, render."""

from __future__ import annotations

from http import HTTPStatus
from pathlib import Path

from django.conf import settings
from django.db.utils import Error as DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string

from saqta.access.budgets import Spent
from saqta.access.records import stranger
from saqta.basis.days import day_text
from saqta.basis.identifiers import Iin
from saqta.basis.refusal import Refused
from saqta.basis.text import Language, Text, same
from saqta.channels.clock import KAZAKHSTAN, day_in_kazakhstan
from saqta.channels.languages import preferred
from saqta.channels.web.wording import LANGUAGE_NAMES, WORDS
from saqta.coverage.demo import PEOPLE, has_demo
from saqta.coverage.public import PublicDesk
from saqta.coverage.records import PublicStatus
from saqta.law.book import Book
from saqta.rules.status_basis import StatusBasis, status_basis
from saqta.rules.timeline import end_of_known_law

_STYLE = Path(__file__).with_name("style.css").read_bytes()
_ASKER = stranger("web")
_SECURITY = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def choose_language(request: HttpRequest) -> HttpResponse:
    """The first page in the language that the browser asks for."""
    return HttpResponseRedirect(f"/{preferred(request.headers.get('Accept-Language', ''))}/")


def style(request: HttpRequest) -> HttpResponse:
    return HttpResponse(_STYLE, content_type="text/css; charset=utf-8", headers={"Cache-Control": "max-age=3600"})


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    language = preferred(request.headers.get("Accept-Language", ""))
    return _page("not_found.html", language, {}, HTTPStatus.NOT_FOUND)


def status(request: HttpRequest, language: Language) -> HttpResponse:
    """The form; or, when it was sent, the status of the number in it."""
    if request.method != "POST":
        return _page("ask.html", language, {"demo": _demo(language)})
    try:
        iin = Iin.parse("".join(request.POST.get("iin", "").split()))
    except Refused as refused:
        return _ask_again(language, refused.faults[0].text, HTTPStatus.UNPROCESSABLE_ENTITY)
    desk: PublicDesk = request.META["saqta.desk"]
    at = request.META["saqta.at"]
    try:
        address, proof = request.META["saqta.address"], request.POST.get("proof")
        found = desk.ask(iin, address=address, by=_ASKER, at=at, on=day_in_kazakhstan(at), proof=proof)
    except (DatabaseError, OSError):
        return _ask_again(language, WORDS["unavailable"], HTTPStatus.SERVICE_UNAVAILABLE)
    if isinstance(found, Spent):
        text = WORDS["too_often"].fill(seconds=str(found.seconds))
        answer = _ask_again(language, text, HTTPStatus.TOO_MANY_REQUESTS)
        answer.headers["Retry-After"] = str(found.seconds)
        return answer
    basis = status_basis(found.on, desk.book)
    moment = request.META["saqta.as_of"].astimezone(KAZAKHSTAN)
    said = Text(
        **{spoken: f"{day_text(moment.date()).in_language(spoken)}, {moment:%H:%M}" for spoken in ("ru", "kk", "en")}
    )
    return _page(
        "answer.html",
        language,
        {
            "status": found,
            "verdict": WORDS[found.verdict].in_language(language),
            "says": basis.says(found.verdict).in_language(language),
            "until": _until(found, desk.book, language),
            "as_of": WORDS["as_of"].fill(moment=said).in_language(language),
            "moment": moment.isoformat(timespec="seconds"),
            "paid_of": WORDS["paid_of"].fill(count=str(sum(paid for _, paid in found.months()))).in_language(language),
            "months": [(str(month), month.text().in_language(language), paid) for month, paid in found.months()],
            "next": WORDS[f"next_{found.verdict}"].in_language(language),
            "law": _law(basis, language),
            "open": [
                (reading.question.in_language(language), reading.text.in_language(language))
                for reading in basis.readings
            ],
        },
    )


def _ask_again(language: Language, error: Text, status_code: HTTPStatus) -> HttpResponse:
    return _page("ask.html", language, {"demo": _demo(language), "error": error.in_language(language)}, status_code)


def _page(
    template: str, language: Language, values: dict[str, object], status_code: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    words = {name: text.in_language(language) for name, text in WORDS.items()}
    html = render_to_string(template, {"words": words, "language": language, "languages": LANGUAGE_NAMES, **values})
    answer = HttpResponse(html, status=status_code, headers=_SECURITY)
    answer.headers["Content-Language"] = language
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _demo(language: Language) -> list[tuple[str, str]]:
    """The invented people, when the register holds them."""
    if not has_demo(settings.SAQTA_HOME):
        return []
    return [(person.number, person.story.in_language(language)) for person in PEOPLE]


def _until(status_found: PublicStatus, book: Book, language: Language) -> str:
    """How long a right lasts; how long its absence lasts depends on the person and is not promised."""
    if status_found.verdict != "yes" or status_found.valid_until is None:
        return ""
    known = status_found.valid_until == end_of_known_law(book)
    text = WORDS["until_known" if known else "until"].fill(day=day_text(status_found.valid_until))
    return text.in_language(language)


def _law(basis: StatusBasis, language: Language) -> list[tuple[str, str, str, str]]:
    """Each provision: its name, what it says, where to read it, since when it reads so."""
    return [
        (
            f"{found.short_title.in_language(language)}, {found.label.in_language(language)}",
            (found.says or same("—")).in_language(language),
            found.url,
            WORDS["edition"].fill(day=day_text(found.edition)).in_language(language),
        )
        for found in basis.citations
    ]
