"""Who is signed in on the pages: a person for whom a provider of identity vouched, for half an hour, in a sealed cookie
that no script reads and no other site sends."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from saqta.channels.web.sealing import LIFE, opened, seal

_COOKIE, _PURPOSE = "saqta-person", "person"


def signed_in(request: HttpRequest) -> UUID | None:
    """The person at this browser; None when nobody proved to be one lately."""
    found = opened(_PURPOSE, request.COOKIES.get(_COOKIE, ""), request.META["saqta.at"])
    return None if found is None else UUID(bytes=found)


def sign_in(answer: HttpResponse, request: HttpRequest, person: UUID) -> None:
    answer.set_cookie(
        _COOKIE,
        seal(_PURPOSE, person.bytes, request.META["saqta.at"]),
        max_age=int(LIFE.total_seconds()),
        httponly=True,
        samesite="Lax",
        secure=settings.SAQTA_ADDRESS.startswith("https:"),
    )


def sign_out(answer: HttpResponse) -> None:
    answer.delete_cookie(_COOKIE, samesite="Lax")
