"""The door of the personal pages: to the provider of identity and back, and out again."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus

from django.db.utils import Error as DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.views.decorators.csrf import csrf_protect

from saqta.access.budgets import Spent
from saqta.access.citizens import begin_sign_in, connected, end_all_sessions, take_sign_in, who
from saqta.access.openid import OpenIdConnect, ProviderUnreachable
from saqta.basis.refusal import Refused
from saqta.basis.text import Language
from saqta.channels.languages import preferred
from saqta.channels.web.person import (
    RETURNS,
    give,
    given,
    guarded,
    led,
    message,
    sign_in,
    sign_out,
    take,
    token_of,
)
from saqta.channels.web.rendering import page
from saqta.channels.web.wording.counted import SECONDS
from saqta.channels.web.wording.personal import PERSONAL
from saqta.coverage.public import network_of
from saqta.registry.queries import find_person

_View = Callable[[HttpRequest, Language], HttpResponse]
_GOING = "going"
"""The cookie of a browser that was sent to the provider: a secret, the language, and where it wanted to go."""


def _door(view: _View) -> _View:
    """A page before the door: what a provider or the register does not answer is told, in words."""

    @wraps(view)
    def answer(request: HttpRequest, language: Language) -> HttpResponse:
        try:
            return view(request, language)
        except ProviderUnreachable:
            told = message(request, language, PERSONAL["provider_silent"], HTTPStatus.SERVICE_UNAVAILABLE)
            told.headers["Retry-After"] = "30"
            return told
        except Refused as refused:
            return message(request, language, refused.faults[0].text, HTTPStatus.UNAUTHORIZED)
        except (DatabaseError, OSError):
            return message(request, language, PERSONAL["register_silent"], HTTPStatus.SERVICE_UNAVAILABLE)

    return answer


@_door
def door(request: HttpRequest, language: Language) -> HttpResponse:
    """What one sees after signing in, by whom one is known, and the way there."""
    if who(token_of(request), at=request.META["saqta.at"]) is not None:
        return led(f"/{language}/me/")
    to = _wanted(request.GET.get("to", ""))
    values = {"connected": connected() is not None, "to": "" if to == "me/" else f"?to={to}"}
    return guarded(page(request, language, "personal/door.html", values, words=PERSONAL))


@_door
def go(request: HttpRequest, language: Language) -> HttpResponse:
    """Sends the browser to the provider."""
    provider = _provider()
    begun = begin_sign_in(address=network_of(request.META["saqta.address"]), at=request.META["saqta.at"])
    if isinstance(begun, Spent):
        text = PERSONAL["too_often"].fill(seconds=SECONDS.of(begun.seconds))
        answer = message(request, language, text, HTTPStatus.TOO_MANY_REQUESTS)
        answer.headers["Retry-After"] = str(begun.seconds)
        return answer
    answer = led(provider.address(begun.state, begun.nonce, begun.verifier, language))
    give(answer, _GOING, f"{begun.browser}~{language}~{_wanted(request.GET.get('to', ''))}")
    return answer


def back(request: HttpRequest) -> HttpResponse:
    """The provider sends the browser back, with a code or with why there is none."""
    _, language, _ = _going(request)
    answer = _back(request, language)
    take(answer, _GOING)
    return answer


@_door
def _back(request: HttpRequest, language: Language) -> HttpResponse:
    browser, _, to = _going(request)
    at = request.META["saqta.at"]
    begun = take_sign_in(request.GET.get("state", "")[:200], browser, at=at)
    if request.GET.get("error"):
        return message(request, language, PERSONAL["not_signed_in"], HTTPStatus.UNAUTHORIZED)
    code = request.GET.get("code", "")[:2000]
    proven = _provider().who_came(code, verifier=begun.verifier, nonce=begun.nonce, at=at)
    person = find_person(proven.iin)
    if person is None:
        return message(request, language, PERSONAL["unknown_person"], HTTPStatus.NOT_FOUND)
    answer = led(f"/{language}/{to}")
    sign_in(answer, request, person.id, proven.provider)
    return answer


@csrf_protect
@_door
def leave(request: HttpRequest, language: Language) -> HttpResponse:
    """Ends the session here and in the register; or all sessions of the person, in every browser."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    if request.POST.get("everywhere"):
        citizen = who(token_of(request), at=request.META["saqta.at"])
        if citizen is not None:
            end_all_sessions(citizen.person)
    answer = led(f"/{language}/me/sign-in/")
    sign_out(answer, request)
    return answer


def _provider() -> OpenIdConnect:
    provider = connected()
    if provider is None:
        raise ProviderUnreachable
    return provider


def _going(request: HttpRequest) -> tuple[str, Language, str]:
    """What a browser that comes back was sent with: its secret, its language, and where it wanted to go."""
    browser, _, rest = given(request, _GOING).partition("~")
    language, _, to = rest.partition("~")
    return browser, preferred(language or request.headers.get("Accept-Language", "")), _wanted(to)


def _wanted(to: str) -> str:
    return to if to in RETURNS else "me/"
