"""Forms that are answered on their own page: what was sent is carried by the browser, encrypted, so that "Back", a
reload and a page opened in between lead to the answer, and neither to an empty form nor to the question whether it is
to be sent again.

What is carried is worth nothing after half an hour, is in no address, and goes with "clear my traces".
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict

from saqta.basis.text import Language
from saqta.channels.sealing import carried_by, give_to_carry, seal
from saqta.channels.web.rendering import SECURITY

View = Callable[[HttpRequest, Language], HttpResponse]

_LONGEST_COOKIE = 3800
"""Letters that every browser carries under one name; a longer form is answered at once and not carried."""


def carried(name: str) -> Callable[[View], View]:
    """The page of a form whose answer can be come back to; ``?anew`` in its address lays the answer aside."""
    cookie = f"saqta-{name}"

    def decorate(view: View) -> View:
        @wraps(view)
        def answered(request: HttpRequest, language: Language) -> HttpResponse:
            if request.method == "POST":
                answer = view(request, language)
                sealed = seal(cookie, request.POST.urlencode().encode("ascii"), request.META["saqta.at"])
                if answer.status_code != HTTPStatus.OK or len(sealed) > _LONGEST_COOKIE:
                    return answer
                return _carry(request, cookie, sealed)
            sent = carried_by(request, cookie)
            if "anew" in request.GET:
                answer = view(request, language)
                answer.delete_cookie(cookie, samesite="Strict")
                return answer
            if sent is not None:
                # To the page it is the same as if the form had just been sent: it reads nothing else of the request.
                request.method, request.POST = "POST", QueryDict(sent)
            return view(request, language)

        return answered

    return decorate


def _carry(request: HttpRequest, cookie: str, sealed: str) -> HttpResponse:
    answer = HttpResponseRedirect(request.path, status=HTTPStatus.SEE_OTHER, headers=SECURITY)
    answer.headers["Cache-Control"] = "no-store"
    give_to_carry(answer, request, cookie, sealed)
    return answer
