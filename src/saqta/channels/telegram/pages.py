"""The page that Telegram shows in a frame of its own: a status by a number, with the law behind it.

The frame's script posts what Telegram signed about the account; from then on the page carries a sealed pass, for half
an hour, in its own forms. Neither is ever in an address. The frame may be Telegram's and nobody else's.
"""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from saqta.basis.identifiers import Iin
from saqta.basis.refusal import Refused
from saqta.basis.text import Language
from saqta.channels.languages import preferred
from saqta.channels.published import published
from saqta.channels.telegram.about_status import answer, why
from saqta.channels.telegram.asker import Asker
from saqta.channels.telegram.cards import Card, address
from saqta.channels.telegram.init_data import account
from saqta.channels.telegram.passes import opened, sealed
from saqta.channels.telegram.wording.pages import PAGES
from saqta.channels.typed_numbers import as_typed

_SCRIPT = (Path(__file__).parent / "frame.js").read_bytes()
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_FRAME = {
    **_HEADERS,
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors https://web.telegram.org",
    "Cache-Control": "no-store",
}


def script(request: HttpRequest) -> HttpResponse:
    """What speaks with Telegram around the page: colours, the back button and the main one."""
    return published(request, lambda: _SCRIPT, media="text/javascript; charset=utf-8", headers=_HEADERS, fresh=3600)


def entry(request: HttpRequest, language: Language | None = None) -> HttpResponse:
    """The page before anybody is known to be there; what was posted to it is the way in, a question, or neither."""
    spoken = language or preferred(request.headers.get("Accept-Language", ""))
    if request.method != "POST":
        return _page("entry", spoken, {})
    at = request.META["saqta.at"]
    who = opened(request.POST.get("pass", ""), at)
    if who is None:
        who = account(request.POST.get("init", ""), settings.SAQTA_TELEGRAM_TOKEN, at)
    if who is None:
        return _page("entry", spoken, {"refused": True}, HTTPStatus.UNAUTHORIZED)
    asker = Asker(who, at, request.META["saqta.as_of"], request.META["saqta.desk"])
    values: dict[str, object] = {"pass": sealed(who, at)}
    typed = request.POST.get("iin")
    if typed is None:
        return _page("start", spoken, values)
    try:
        number = Iin.parse(as_typed(typed)).digits
    except Refused as refused:
        error = refused.faults[0].text.in_language(spoken)
        return _page("start", spoken, {**values, "error": error}, HTTPStatus.UNPROCESSABLE_ENTITY)
    told, law = answer([number], asker), why(asker.on, asker.book)
    return _page("answer", spoken, {**values, **_shown(told, spoken), "law": _shown(law, spoken)})


def _shown(card: Card, language: Language) -> dict[str, object]:
    first, *others = ((line.text.in_language(language), line.bold, address(line, language)) for line in card.lines)
    return {"first": first[0], "lines": others}


def _page(
    name: str, language: Language, values: Mapping[str, object], status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    words = {word: text.in_language(language) for word, text in PAGES.items()}
    html = render_to_string(f"telegram/{name}.html", {"words": words, "language": language, **values})
    return HttpResponse(html, status=status, headers={**_FRAME, "Content-Language": language})
