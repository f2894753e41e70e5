"""Whether an answer helped: three buttons below each answer, and nothing kept about who pressed one.

The address of whoever presses counts against a budget and is written nowhere.
"""

from __future__ import annotations

from http import HTTPStatus

from django.db.utils import Error as DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from saqta.access.budgets import EVERYBODY, Budget
from saqta.access.records import stranger
from saqta.basis.refusal import Refused
from saqta.basis.text import Language, Text
from saqta.channels.clock import day_in_kazakhstan
from saqta.channels.web.rendering import SECURITY, page, public_page
from saqta.channels.web.wording.counted import SECONDS
from saqta.channels.web.wording.frame import SITE
from saqta.channels.web.wording.opinions import OPINION_WORDS
from saqta.coverage.public import PublicDesk, network_of
from saqta.notices.actions import tell_opinion

_ADDRESS, _EVERYBODY = Budget.hourly("opinion-address", 10, 20), Budget.hourly("opinion-everybody", 1000, 2000)
_BY = stranger("web")


def tell(request: HttpRequest, language: Language) -> HttpResponse:
    """Takes what somebody thinks of an answer. Whoever only opens the address is led to the first page."""
    if request.method != "POST":
        return HttpResponseRedirect(f"/{language}/")
    told, desk = request.META, _desk(request)
    at, of = told["saqta.at"], desk.budgets.of
    mine, all_of_us = of(_ADDRESS, network_of(told["saqta.address"])), of(_EVERYBODY, EVERYBODY)
    spent = desk.budgets.spend(at, mine, all_of_us)
    if spent is not None:
        text = OPINION_WORDS["too_often"].fill(seconds=SECONDS.of(spent.seconds))
        answer = _not_kept(request, language, text, HTTPStatus.TOO_MANY_REQUESTS)
        answer.headers["Retry-After"] = str(spent.seconds)
        return answer
    about, verdict, opinion = (request.POST.get(name, "") for name in ("about", "verdict", "opinion"))
    try:
        on = day_in_kazakhstan(at)
        tell_opinion(about, verdict or None, opinion, language, book=desk.book, on=on, by=_BY, at=at)
    except Refused as refused:
        return _not_kept(request, language, refused.faults[0].text, HTTPStatus.UNPROCESSABLE_ENTITY)
    except DatabaseError:
        return _not_kept(request, language, SITE["unavailable"], HTTPStatus.SERVICE_UNAVAILABLE)
    answer = HttpResponseRedirect(f"/{language}/opinion/told/", status=HTTPStatus.SEE_OTHER, headers=SECURITY)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def told(request: HttpRequest, language: Language) -> HttpResponse:
    """That it was written down, and what was not."""
    return public_page(request, language, "opinion.html", dict, words=OPINION_WORDS)


def _not_kept(request: HttpRequest, language: Language, text: Text, status: HTTPStatus) -> HttpResponse:
    return page(request, language, "opinion.html", {"error": text}, words=OPINION_WORDS, status=status)


def _desk(request: HttpRequest) -> PublicDesk:
    desk: PublicDesk = request.META["saqta.desk"]
    return desk
