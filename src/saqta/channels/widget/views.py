"""The script, the frame and the demonstration of the widget: parse what came, make one call, render."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http import HTTPStatus
from pathlib import Path

from django.conf import settings
from django.db.utils import Error as DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.template.loader import render_to_string

from saqta.access.budgets import Spent
from saqta.access.records import stranger
from saqta.basis.identifiers import Iin
from saqta.basis.refusal import Refused
from saqta.basis.text import Language, Text
from saqta.channels.clock import day_in_kazakhstan, moment_text
from saqta.channels.published import published
from saqta.channels.typed_numbers import as_typed
from saqta.channels.widget.wording import WORDS
from saqta.coverage.demo import has_demo
from saqta.coverage.public import PublicDesk
from saqta.coverage.records import PublicStatus
from saqta.rules.status_basis import status_basis

_HERE = Path(__file__).parent
_FILES = {path.name: path.read_bytes() for path in (_HERE / "widget.js", _HERE / "frame.js", _HERE.parent / "proof.js")}
_STYLE = (_HERE / "frame.css").read_bytes()
_ASKER = stranger("widget")
_ANYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    # The frame is sandboxed and therefore of no origin: even our own files come to it from elsewhere.
    "Cross-Origin-Resource-Policy": "cross-origin",
}
_FRAME = {
    **_ANYWHERE,
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; "
    f"form-action 'self'; base-uri 'none'; frame-ancestors {settings.SAQTA_WIDGET_SITES}",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}


def script(request: HttpRequest, name: str) -> HttpResponse:
    """What other people's pages load, and what the frame loads: how Escape closes it, and the work before a question,
    which the pages load as well."""
    media = "text/javascript; charset=utf-8"
    return published(request, lambda: _FILES[name], media=media, headers=_ANYWHERE, fresh=3600)


def style(request: HttpRequest) -> HttpResponse:
    return published(request, lambda: _STYLE, media="text/css; charset=utf-8", headers=_ANYWHERE, fresh=3600)


def demo(request: HttpRequest) -> HttpResponse:
    """A page of somebody else with the widget on it: where the register is the invented one, and only there. Opened
    under the other name of this machine, it is foreign to the browser as well."""
    if not has_demo(settings.SAQTA_HOME):
        return HttpResponseNotFound()
    name, _, port = request.get_host().partition(":")
    here = "127.0.0.1" if name == "localhost" else "localhost"
    home = f"{request.scheme}://{here}{':' * bool(port)}{port}"
    policy = (
        f"default-src 'none'; script-src {home}; img-src data:; frame-src {home}; base-uri 'none'; form-action 'none'"
    )
    html = render_to_string("widget/demo.html", {"home": home})
    return HttpResponse(html, headers={"Content-Security-Policy": policy, "Cache-Control": "no-store"})


def frame(request: HttpRequest, language: Language) -> HttpResponse:
    """The form in the frame; or, when it was sent, the status of the number in it."""
    if request.method != "POST":
        return _form(request, language)
    try:
        iin = Iin.parse(as_typed(request.POST.get("iin", "")))
    except Refused as refused:
        return _form(request, language, refused.faults[0].text, HTTPStatus.UNPROCESSABLE_ENTITY)
    told, desk = request.META, _desk(request)
    on, given = day_in_kazakhstan(told["saqta.at"]), request.POST.get("proof")
    try:
        found = desk.ask(iin, address=told["saqta.address"], by=_ASKER, at=told["saqta.at"], on=on, proof=given)
    except (DatabaseError, OSError):
        return _form(request, language, WORDS["unavailable"], HTTPStatus.SERVICE_UNAVAILABLE)
    if isinstance(found, Spent):
        waiting = WORDS["too_often"].fill(seconds=str(found.seconds))
        answer = _form(request, language, waiting, HTTPStatus.TOO_MANY_REQUESTS)
        answer.headers["Retry-After"] = str(found.seconds)
        return answer
    return _page("answer", language, _told(request, found, language))


def _told(request: HttpRequest, found: PublicStatus, language: Language) -> dict[str, object]:
    paid = str(sum(paid for _, paid in found.months()))
    moment = moment_text(request.META["saqta.as_of"])
    return {
        "verdict": found.verdict,
        "heading": WORDS[found.verdict].in_language(language),
        "says": status_basis(found.on, _desk(request).book).says(found.verdict).in_language(language),
        "paid_of": WORDS["paid_of"].fill(count=paid).in_language(language),
        "next": WORDS[f"next_{found.verdict}"].in_language(language),
        "as_of": WORDS["as_of"].fill(moment=moment).in_language(language),
        "moment": request.META["saqta.as_of"].isoformat(timespec="seconds"),
    }


def _form(
    request: HttpRequest, language: Language, error: Text | None = None, status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    # The frame may fetch nothing, so its challenge comes with it.
    challenge = _desk(request).challenge(request.META["saqta.at"])
    said = "" if error is None else error.in_language(language)
    values = {"error": said, "challenge": json.dumps(challenge) if challenge else ""}
    return _page("form", language, values, status)


def _page(
    name: str, language: Language, values: Mapping[str, object], status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    words = {word: text.in_language(language) for word, text in WORDS.items()}
    html = render_to_string(f"widget/{name}.html", {"words": words, "language": language, **values})
    return HttpResponse(html, status=status, headers={**_FRAME, "Content-Language": language})


def _desk(request: HttpRequest) -> PublicDesk:
    desk: PublicDesk = request.META["saqta.desk"]
    return desk
