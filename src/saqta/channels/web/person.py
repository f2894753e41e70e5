"""Who is signed in on the pages, and what every personal page has in common: the session behind the cookie, forms that
only we can have sent, nothing kept by anybody on the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from http import HTTPStatus
from typing import Concatenate, ParamSpec
from uuid import UUID

from django.conf import settings
from django.db.utils import Error as DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import get_token
from django.views.decorators.csrf import csrf_protect

from saqta.access.citizens import Citizen, end_session, start_session, who
from saqta.basis.refusal import Refused
from saqta.basis.text import Language, Text
from saqta.channels.clock import KAZAKHSTAN
from saqta.channels.languages import preferred
from saqta.channels.page_requests import PageRequest
from saqta.channels.web.rendering import SECURITY, attachment, page
from saqta.channels.web.wording.personal import PERSONAL

_MENU = (
    ("me/", "menu_status"),
    ("me/months/", "menu_months"),
    ("me/categories/", "menu_categories"),
    ("me/children/", "menu_children"),
    ("orders/", "menu_orders"),
    ("me/consents/", "menu_consents"),
    ("me/looks/", "menu_looks"),
    ("me/data/", "menu_data"),
)
RETURNS = frozenset(path for path, _ in _MENU)
"""Where somebody who signs in may have wanted to go."""
_HEADERS = {**SECURITY, "Referrer-Policy": "same-origin", "Cache-Control": "no-store"}
"""The referrer is told to ourselves alone: without it a browser hides from us that a form is our own."""

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Visit(PageRequest):
    """One request of somebody who is signed in."""

    citizen: Citizen

    def page(
        self,
        template: str,
        values: Mapping[str, object],
        *,
        words: Mapping[str, Text] = PERSONAL,
        status: HTTPStatus = HTTPStatus.OK,
    ) -> HttpResponse:
        """The page with the menu of the personal ones, for its owner alone."""
        told = {
            "menu": [(f"/{self.language}/{path}", PERSONAL[name]) for path, name in _MENU],
            "session": PERSONAL["session"].fill(
                provider=self.citizen.provider, time=f"{self.citizen.until.astimezone(KAZAKHSTAN):%H:%M}"
            ),
            "csrf_token": get_token(self.request),
            **values,
        }
        return guarded(page(self.request, self.language, template, told, words={**PERSONAL, **words}, status=status))

    def refused(self, refused: Refused, status: HTTPStatus = HTTPStatus.UNPROCESSABLE_ENTITY) -> HttpResponse:
        """What cannot be done, and why."""
        return self.page("personal/message.html", {"message": refused.faults[0].text}, status=status)

    def go(self, path: str) -> HttpResponse:
        """To another page; what was sent is not sent again when that one is looked at once more."""
        return led(f"/{self.language}/{path}")


def personal_page(view: Callable[Concatenate[Visit, P], HttpResponse]) -> Callable[..., HttpResponse]:
    """A page for those signed in; others are led to the door. What cannot be asked of the register is told as that."""

    @csrf_protect
    @wraps(view)
    def answer(request: HttpRequest, language: Language, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            citizen = who(token_of(request), at=request.META["saqta.at"])
            if citizen is None:
                wanted = request.path.split("/", 2)[2]
                return led(f"/{language}/me/sign-in/{'?to=' + wanted if wanted in RETURNS - {'me/'} else ''}")
            return view(Visit(request, language, citizen), *args, **kwargs)
        except Refused as refused:
            return message(request, language, refused.faults[0].text, HTTPStatus.UNPROCESSABLE_ENTITY)
        except (DatabaseError, OSError):
            return message(request, language, PERSONAL["register_silent"], HTTPStatus.SERVICE_UNAVAILABLE)

    return answer


def message(request: HttpRequest, language: Language, text: Text, status: HTTPStatus) -> HttpResponse:
    """A page that says one thing and where to go on."""
    return guarded(page(request, language, "personal/message.html", {"message": text}, words=PERSONAL, status=status))


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that this browser was not given, or that has grown old."""
    language = preferred(request.path.split("/")[1])
    return message(request, language, PERSONAL["forged"], HTTPStatus.FORBIDDEN)


def guarded(answer: HttpResponse) -> HttpResponse:
    for name, value in _HEADERS.items():
        answer.headers[name] = value
    return answer


def file_of(content: bytes, media: str, name: str) -> HttpResponse:
    """Something for its owner alone to take along."""
    return guarded(attachment(content, media, name))


def led(address: str) -> HttpResponse:
    return guarded(HttpResponseRedirect(address, status=HTTPStatus.SEE_OTHER))


def token_of(request: HttpRequest) -> str:
    """The token of the session in this browser; empty when it holds none."""
    return given(request, "person")


def sign_in(answer: HttpResponse, request: HttpRequest, person: UUID, provider: str) -> None:
    """Gives the browser a new session, and ends the one it held. How long it is good is for the register to say."""
    at: datetime = request.META["saqta.at"]
    give(answer, "person", start_session(person, provider, instead_of=token_of(request), at=at))


def sign_out(answer: HttpResponse, request: HttpRequest) -> None:
    """Takes the session from the browser, and ends it in the register where there is one."""
    take(answer, "person")
    if token := token_of(request):
        end_session(token)


def given(request: HttpRequest, name: str) -> str:
    """What this browser was given under this name."""
    return request.COOKIES.get(_name(name), "")


def give(answer: HttpResponse, name: str, value: str) -> None:
    """A cookie for this host alone, that no script reads, kept until the browser is closed. It comes along when a
    provider of identity leads back to us, which a stricter one would not."""
    answer.set_cookie(_name(name), value, path="/", httponly=True, samesite="Lax", secure=_is_encrypted())


def take(answer: HttpResponse, name: str) -> None:
    answer.delete_cookie(_name(name), samesite="Lax")
    answer.cookies[_name(name)]["secure"] = _is_encrypted()  # a browser touches no cookie of such a name without it


def _name(name: str) -> str:
    """Over an encrypted way a name that a browser takes from this host alone, and from no neighbour."""
    return f"__Host-saqta-{name}" if _is_encrypted() else f"saqta-{name}"


def _is_encrypted() -> bool:
    return bool(settings.SAQTA_ADDRESS.startswith("https:"))
