"""What every working page has in common: who works, in which language, and what a browser may do with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import wraps
from http import HTTPStatus
from typing import Concatenate, ParamSpec
from uuid import UUID

from django.conf import settings
from django.db.utils import Error as DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.views.decorators.csrf import csrf_protect

from saqta.access.permissions import ROLES, Permission
from saqta.access.records import StaffRecord
from saqta.access.sessions import record_refusal, who
from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import LANGUAGES, Language, Text
from saqta.channels.desk.menu import MENU
from saqta.channels.desk.wording.frame import LANGUAGE_NAMES, WORDS
from saqta.channels.languages import preferred
from saqta.channels.page_requests import PageRequest
from saqta.journal.actions import record_read
from saqta.law.book import Citation
from saqta.registry.records import PersonRecord
from saqta.rules.answer import Quotation

COOKIE = "__Host-saqta-desk"
"""Sent to this host alone and only over an encrypted way; a browser takes no such cookie from a neighbour."""

_SECURITY = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Not withheld altogether: a browser would then hide from us that a form is our own.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}

_BEYOND = frozenset({"out-of-scope", "not-permitted"})

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Work(PageRequest):
    """One request of somebody who is signed in."""

    member: StaffRecord
    permission: Permission | None = None

    def typed(self, name: str) -> str:
        """What stands in a field, without spaces around it."""
        return self.request.POST.get(name, "").strip()

    def upload(self, name: str) -> bytes:
        """The bytes of a file that was sent; none where none was."""
        file = self.request.FILES.get(name)
        return b"" if file is None else bytes(file.read())

    def covers(self, person: PersonRecord) -> bool:
        """Whether this member may look at the person: somebody of no known region is in nobody's region."""
        return self.member.scope.covers(region=person.region, facility=self.member.scope.facility)

    def look(self, person: UUID | None, purpose: str) -> None:
        """Writes down that this member looks at somebody, before anything of them is shown."""
        record_read(person, by=self.member.by, purpose=purpose, at=self.at)

    def say(self, text: Text) -> str:
        return text.in_language(self.language)

    def words(self, wording: Mapping[str, Text]) -> dict[str, str]:
        """What a page says around its values, by name."""
        return {name: self.say(text) for name, text in wording.items()}

    def cited(self, citations: Iterable[Citation | Quotation]) -> list[tuple[str, str]]:
        """What an answer rests on, each by its name and with the address of the official text."""
        return [(f"{self.say(one.short_title)}, {self.say(one.label)}", one.url) for one in citations]

    def page(self, template: str, values: Mapping[str, object], status: HTTPStatus = HTTPStatus.OK) -> HttpResponse:
        """The page, with the menu of what this member may open."""
        told = {
            "member": self.member,
            "role": self.say(ROLES[self.member.role]),
            "menu": [(f"/desk/{self.language}/{path}", self.say(text)) for path, text in menu_of(self.member)],
        }
        return rendered(self.request, template, self.language, {**told, **values}, status)

    def refused(self, template: str, values: Mapping[str, object], refused: Refused) -> HttpResponse:
        """The same page again with what was wrong. What role or scope do not permit stands in the journal."""
        if self.permission is not None and any(fault.code in _BEYOND for fault in refused.faults):
            record_refusal(self.member, self.permission, at=self.at)
        errors = [(fault.where or "", self.say(fault.text)) for fault in refused.faults]
        return self.page(template, {**values, "errors": errors}, status_of(refused.faults[0]))

    def go(self, path: str) -> HttpResponse:
        """To another working page; what was sent is not sent again when that one is looked at once more."""
        return secured(HttpResponseRedirect(f"/desk/{self.language}/{path}", status=HTTPStatus.SEE_OTHER))


def menu_of(member: StaffRecord) -> list[tuple[str, Text]]:
    """The pages that somebody may open."""
    return [("", WORDS["menu_home"]), *((entry.path, entry.name) for entry in MENU if member.may(entry.permission))]


def working_page(
    permission: Permission | None,
) -> Callable[[Callable[Concatenate[Work, P], HttpResponse]], Callable[..., HttpResponse]]:
    """A page for those signed in who have the permission. Others are led to the door; whoever is in and may not is told
    so, and it stands in the journal."""

    def decorate(view: Callable[Concatenate[Work, P], HttpResponse]) -> Callable[..., HttpResponse]:
        @csrf_protect
        @wraps(view)
        def answer(request: HttpRequest, language: Language, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            try:
                member = who(request.COOKIES.get(COOKIE, ""), at=request.META["saqta.at"])
                if member is None:
                    return secured(HttpResponseRedirect(f"/desk/{language}/sign-in/", status=HTTPStatus.SEE_OTHER))
                work = Work(request, language, member, permission)
                if permission is not None and not member.may(permission):
                    return forbidden(work, permission)
                return view(work, *args, **kwargs)
            except (DatabaseError, OSError):
                told = {"title": WORDS["unavailable_title"], "text": WORDS["unavailable"]}
                return _notice(request, language, told, HTTPStatus.SERVICE_UNAVAILABLE)

        return answer

    return decorate


def forbidden(work: Work, permission: Permission) -> HttpResponse:
    """The refusal of something that the role or the scope does not permit."""
    record_refusal(work.member, permission, at=work.at)
    told = {"title": work.say(WORDS["forbidden_title"]), "text": work.say(WORDS["forbidden"])}
    return work.page("desk/notice.html", told, HTTPStatus.FORBIDDEN)


def missing(work: Work) -> HttpResponse:
    """There is no such thing, or none that this member may know of: the two are told alike."""
    told = {"title": work.say(WORDS["missing_title"]), "text": work.say(WORDS["missing"])}
    return work.page("desk/notice.html", told, HTTPStatus.NOT_FOUND)


def outside(work: Work) -> HttpResponse:
    """What lies outside the scope of this member is not there for them; that they asked stands in the journal."""
    if work.permission is not None:
        record_refusal(work.member, work.permission, at=work.at)
    return missing(work)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that this browser was not given, or that has grown old."""
    part = request.path.split("/")[2:3]
    language = next((known for known in LANGUAGES if part == [known]), None)
    told = {"title": WORDS["forged_title"], "text": WORDS["forged"]}
    return _notice(
        request, language or preferred(request.headers.get("Accept-Language", "")), told, HTTPStatus.FORBIDDEN
    )


def _notice(request: HttpRequest, language: Language, told: Mapping[str, Text], status: HTTPStatus) -> HttpResponse:
    words = {name: text.in_language(language) for name, text in told.items()}
    return rendered(request, "desk/notice.html", language, words, status)


def rendered(
    request: HttpRequest,
    template: str,
    language: Language,
    values: Mapping[str, object],
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    """A page in one language with the headers that all have."""
    words = {name: text.in_language(language) for name, text in WORDS.items()}
    here = request.path.removeprefix(f"/desk/{language}/")
    told = {
        "words": words,
        "language": language,
        "languages": [(code, name, f"/desk/{code}/{here}") for code, name in LANGUAGE_NAMES.items()],
        "here": request.path,
        "demo": (settings.SAQTA_HOME / "demo").exists(),
        **values,
    }
    answer = HttpResponse(render_to_string(template, told, request), status=status)
    answer.headers["Content-Language"] = language
    return secured(answer)


def secured(answer: HttpResponse) -> HttpResponse:
    for name, value in _SECURITY.items():
        answer.headers[name] = value
    return answer


def status_of(fault: Fault) -> HTTPStatus:
    """How a refusal is told to a browser."""
    match fault.code:
        case "too-often":
            return HTTPStatus.TOO_MANY_REQUESTS
        case "changed-meanwhile" | "plan-has-changed":
            return HTTPStatus.CONFLICT
        case "not-permitted" | "out-of-scope" | "staff-disabled":
            return HTTPStatus.FORBIDDEN
    return HTTPStatus.UNPROCESSABLE_ENTITY
