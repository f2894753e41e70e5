"""My twelve months: what a person's own months, category and age mean for the status on a day. No number is asked."""

from __future__ import annotations

from datetime import date
from http import HTTPStatus
from typing import Any, get_args

import msgspec
from django.http import HttpRequest, HttpResponse

from saqta.basis.month import Month
from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Language, Text
from saqta.channels.cited import cited
from saqta.channels.clock import day_in_kazakhstan
from saqta.channels.web.carried import carried
from saqta.channels.web.rendering import page
from saqta.channels.web.typed import kept_fields, picked_date, typed_count, typed_date
from saqta.channels.web.wording.months import MONTHS
from saqta.law.book import load
from saqta.rules.facts import CategoryCode, PersonFacts
from saqta.rules.owed import credited_by
from saqta.rules.status import InsuredAnswer, ask

_SHOWN = 12
_MOST_BEFORE = 120
_PAYERS = ("employee", "independent", "entrepreneur")
_FIELDS = (
    "born_day", "born_month", "born_year", "citizen", "paid", "paid_as", "before", "category", "since", "until", "on",
)  # fmt: skip


@carried("months")
def months(request: HttpRequest, language: Language) -> HttpResponse:
    """The form; or, when it was sent, the form with the status that follows above it."""
    today = day_in_kazakhstan(request.META["saqta.at"])
    if request.method != "POST":
        return _page(request, language, today)
    try:
        on = picked_date(request.POST, "on") or today
        told = ask(_facts(request, today), on, load())
    except Refused as refused:
        return _page(request, language, today, fault=refused.faults[0])
    return _page(request, language, today, told=told)


def _facts(request: HttpRequest, today: date) -> PersonFacts:
    """What the form says; raises ``Refused`` for a date or a count that is none."""
    sent, paid_as = request.POST, request.POST.get("paid_as", "")
    kind = paid_as if paid_as in _PAYERS else _PAYERS[0]
    chosen = set(sent.getlist("paid"))
    month = Month.of(today)
    first = month + -_SHOWN
    earlier = (first + -typed_count(sent, "before", _MOST_BEFORE)).until(first)
    paid = [*earlier, *(shown for shown in first.until(month) if str(shown) in chosen)]
    document: dict[str, Any] = {
        "person": {"birth_date": typed_date(sent, "born")},
        "categories": _held(request),
        "payments": [{"month": str(one), "as": kind} for one in paid],
    }
    if sent.get("citizen") == "yes":
        document["person"] |= {"citizenship": "KZ"}
    return msgspec.convert(document, PersonFacts)


def _held(request: HttpRequest) -> list[dict[str, Any]]:
    category = request.POST.get("category", "")
    since, until = picked_date(request.POST, "since"), picked_date(request.POST, "until")
    if category not in get_args(CategoryCode):
        return []
    if since is None:
        raise Refused(Fault("since", MONTHS["error_since"], "since"))
    if until is not None and until <= since:
        raise Refused(Fault("until", MONTHS["error_until"], "until"))
    return [{"code": category, "from": since, "until": until}]


def _page(
    request: HttpRequest,
    language: Language,
    today: date,
    *,
    told: InsuredAnswer | None = None,
    fault: Fault | None = None,
) -> HttpResponse:
    month, law = Month.of(today), load().on(today)
    wordings = ((code, law.wording(code)) for code in law.book.categories if code != "child")
    values = {
        "sent": request.POST,
        "paid": request.POST.getlist("paid"),
        "shown": [(str(one), one.text()) for one in (month + -_SHOWN).until(month)],
        "payers": [(code, MONTHS[f"payer_{code}"]) for code in _PAYERS],
        "categories": [(code, wording.name) for code, wording in wordings if wording is not None],
        "today": today.isoformat(),
        "told": told,
        "state": None if told is None else MONTHS[f"state_{told.verdict}"],
        "states": [] if told is None else _states(told),
        "fault": fault,
        "citations": () if told is None else cited(told.citations, told.on),
        "readings": () if told is None else told.readings,
        "kept": kept_fields(request.POST, _FIELDS) if request.method == "POST" else "",
    }
    code = HTTPStatus.OK if fault is None else HTTPStatus.UNPROCESSABLE_ENTITY
    return page(request, language, "months.html", values, words=MONTHS, status=code)


def _states(told: InsuredAnswer) -> list[tuple[str, str, Text, Text | None]]:
    """Each month: its code, its state, the state in words, and what credited it."""
    return [
        (one.month, one.state, MONTHS[f"month_{one.state}"], None if one.by is None else credited_by(one.by))
        for one in told.months
    ]
