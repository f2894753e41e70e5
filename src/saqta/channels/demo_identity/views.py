"""The three doors of a provider of identity, as a demonstration has them: who are you, what is this code worth, and by
which keys is it signed."""

from __future__ import annotations

import json
from http import HTTPStatus
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound, HttpResponseRedirect
from django.template.loader import render_to_string

from saqta.access.demo_identity import PROVIDER, DemoProvider, demo_provider
from saqta.channels.demo_identity.wording import WORDS
from saqta.channels.languages import preferred
from saqta.coverage.demo import PEOPLE, has_demo

_ASKED = ("client_id", "redirect_uri", "state", "nonce", "code_challenge", "ui_locales")
_LONGEST = 300
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


def authorize(request: HttpRequest) -> HttpResponse:
    """Who are you? And back to where one came from, with a code."""
    provider = _provider()
    told = request.POST if request.method == "POST" else request.GET
    asked = {name: told.get(name, "")[:_LONGEST] for name in _ASKED}
    # Nobody is sent anywhere but to the address that is registered.
    if (asked["client_id"], asked["redirect_uri"]) != (PROVIDER.client_id, PROVIDER.redirect_uri):
        provider = None
    if provider is None:
        return HttpResponseNotFound(headers=_HEADERS)
    if request.method != "POST":
        language = preferred(asked["ui_locales"])
        page = {"language": language, "words": WORDS, "people": PEOPLE, "asked": asked.items(), "here": request.path}
        return HttpResponse(render_to_string("demo_identity/authorize.html", page), headers=_HEADERS)
    chosen = told.get("person", "")
    if not (chosen.isascii() and chosen.isdigit() and 1 <= int(chosen) <= len(PEOPLE)):
        return _back({"error": "access_denied", "state": asked["state"]})
    code = provider.code(
        PEOPLE[int(chosen) - 1].number,
        nonce=asked["nonce"],
        challenge=asked["code_challenge"],
        redirect_uri=asked["redirect_uri"],
        at=request.META["saqta.at"],
    )
    return _back({"code": code, "state": asked["state"]})


def token(request: HttpRequest) -> HttpResponse:
    """What a code is worth, once, to whoever knows the proof key."""
    provider = _provider()
    if provider is None:
        return HttpResponseNotFound(headers=_HEADERS)
    given = provider.exchanged({name: str(value) for name, value in request.POST.items()}, request.META["saqta.at"])
    return _document(given or {"error": "invalid_grant"}, HTTPStatus.OK if given else HTTPStatus.BAD_REQUEST)


def keys(request: HttpRequest) -> HttpResponse:
    """The public keys."""
    provider = _provider()
    return HttpResponseNotFound(headers=_HEADERS) if provider is None else _document(provider.keys(), HTTPStatus.OK)


def _provider() -> DemoProvider | None:
    home = settings.SAQTA_HOME
    return demo_provider(home, settings.SAQTA_OPENID) if has_demo(home) else None


def _back(told: dict[str, str]) -> HttpResponse:
    address = f"{PROVIDER.redirect_uri}?{urlencode(told)}"
    return HttpResponseRedirect(address, status=HTTPStatus.SEE_OTHER, headers=_HEADERS)


def _document(told: object, status: HTTPStatus) -> HttpResponse:
    return HttpResponse(json.dumps(told), status=status, content_type="application/json", headers=_HEADERS)
