"""The door: a password, then a code; the first time a password of one's own and a second factor."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus

from django.db.utils import Error as DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_POST

from saqta.access.proofs import SHORTEST_PASSWORD
from saqta.access.records import Token
from saqta.access.sessions import confirm_session, end_session, secret_to_set_up, set_up, start_session
from saqta.basis.refusal import Refused
from saqta.basis.text import Language
from saqta.channels.desk.pages import COOKIE, rendered, secured, status_of
from saqta.channels.desk.wording.frame import WORDS
from saqta.channels.languages import preferred

_View = Callable[[HttpRequest, Language], HttpResponse]


def _door(view: _View) -> _View:
    """A page before the door: what cannot be asked of the database is told."""

    @csrf_protect
    @wraps(view)
    def answer(request: HttpRequest, language: Language) -> HttpResponse:
        try:
            return view(request, language)
        except (DatabaseError, OSError):
            told = {name: WORDS[words].in_language(language) for name, words in _UNAVAILABLE.items()}
            return rendered(request, "desk/notice.html", language, told, HTTPStatus.SERVICE_UNAVAILABLE)

    return answer


_UNAVAILABLE = {"title": "unavailable_title", "text": "unavailable"}


def choose_language(request: HttpRequest) -> HttpResponse:
    """The desk in the language that the browser asks for."""
    return secured(HttpResponseRedirect(f"/desk/{preferred(request.headers.get('Accept-Language', ''))}/"))


@_door
def sign_in(request: HttpRequest, language: Language) -> HttpResponse:
    """The first step: login and password."""
    if request.method != "POST":
        return rendered(request, "desk/sign_in.html", language, {})
    login = request.POST.get("login", "")
    try:
        token = start_session(
            login,
            request.POST.get("password", ""),
            address=request.META["saqta.address"],
            at=request.META["saqta.at"],
        )
    except Refused as refused:
        return _again(request, "desk/sign_in.html", language, refused)
    return _with_cookie(_to(language, "set-up/" if token.first_time else "code/"), token)


@_door
def code(request: HttpRequest, language: Language) -> HttpResponse:
    """The second step: the code that the authenticator shows."""
    if request.method != "POST":
        return rendered(request, "desk/code.html", language, {})
    try:
        token = confirm_session(_held(request), request.POST.get("code", ""), at=request.META["saqta.at"])
    except Refused as refused:
        return _again(request, "desk/code.html", language, refused)
    return _with_cookie(_to(language), token)


@_door
def first_time(request: HttpRequest, language: Language) -> HttpResponse:
    """The second step of the first time: one's own password, and the secret for the authenticator, shown once."""
    at = request.META["saqta.at"]
    try:
        secret = secret_to_set_up(_held(request), at=at)
    except Refused:
        secret = None
    if secret is None:
        return _to(language, "sign-in/")
    spaced = " ".join(secret.secret[start : start + 4] for start in range(0, len(secret.secret), 4))
    values = {"secret": spaced, "address": secret.address, "shortest": SHORTEST_PASSWORD}
    if request.method != "POST":
        return rendered(request, "desk/set_up.html", language, values)
    try:
        token = set_up(_held(request), request.POST.get("password", ""), request.POST.get("code", ""), at=at)
    except Refused as refused:
        return _again(request, "desk/set_up.html", language, refused, values)
    return _with_cookie(_to(language), token)


@require_POST
@_door
def sign_out(request: HttpRequest, language: Language) -> HttpResponse:
    """Ends the session here."""
    end_session(_held(request), at=request.META["saqta.at"])
    answer = _to(language, "sign-in/")
    answer.delete_cookie(COOKIE, samesite="Strict")
    answer.cookies[COOKIE]["secure"] = True  # without it a browser does not touch a cookie of this name
    return answer


def _held(request: HttpRequest) -> str:
    return request.COOKIES.get(COOKIE, "")


def _to(language: Language, path: str = "") -> HttpResponse:
    return secured(HttpResponseRedirect(f"/desk/{language}/{path}", status=HTTPStatus.SEE_OTHER))


def _with_cookie(answer: HttpResponse, token: Token) -> HttpResponse:
    """Kept by the browser until it is closed; how long it is good is for the register to say."""
    answer.set_cookie(COOKIE, token.value, path="/", secure=True, httponly=True, samesite="Strict")
    return answer


def _again(
    request: HttpRequest, template: str, language: Language, refused: Refused, values: dict[str, object] | None = None
) -> HttpResponse:
    fault = refused.faults[0]
    errors = [("", fault.text.in_language(language)) for fault in refused.faults]
    answer = rendered(request, template, language, {**(values or {}), "errors": errors}, status_of(fault))
    if answer.status_code == HTTPStatus.TOO_MANY_REQUESTS:
        answer.headers["Retry-After"] = fault.where or "60"
    return answer
