"""How much do I pay: what is owed for a month from one or two incomes, line by line, and how it is paid."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from http import HTTPStatus
from typing import Any, get_args

import msgspec
from django.http import HttpRequest, HttpResponse

from saqta.basis.money import percent_text
from saqta.basis.month import Month
from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Language, Text
from saqta.channels.cited import cited
from saqta.channels.clock import day_in_kazakhstan
from saqta.channels.web.carried import carried
from saqta.channels.web.rendering import page
from saqta.channels.web.typed import kept_fields, typed_sum
from saqta.channels.web.wording.dues import DUES
from saqta.channels.web.wording.paying import PAYING
from saqta.law.book import Book, load
from saqta.law.payments import Beneficiary
from saqta.rules.dues import ContributionsAnswer, ask
from saqta.rules.facts import CategoryCode, ContributionFacts
from saqta.rules.paying import HowToPay, how_to_pay

KINDS = ("employee", "civil_contract", "entrepreneur", "independent", "self_employed")
"""The kinds of payer that can be chosen; the aggregate payment is no longer made."""
_WITHOUT_A_SUM = ("entrepreneur", "independent")
FIELDS = ("kind1", "sum1", "kind2", "sum2", "month", "category", "unified")
_MONTHS = 12


@carried("dues")
def dues(request: HttpRequest, language: Language) -> HttpResponse:
    """The form; or, when it was sent, the form with what is owed above it."""
    today = day_in_kazakhstan(request.META["saqta.at"])
    if request.method != "POST":
        return _page(request, language, today)
    try:
        told = asked(request, today)
    except Refused as refused:
        return _page(request, language, today, fault=refused.faults[0])
    return _page(request, language, today, told=told, ways=how_to_pay(told, load(), today))


def asked(request: HttpRequest, today: date) -> ContributionsAnswer:
    """What is owed by what the form that was sent says; raises ``Refused`` as ``ask`` does."""
    month = _month(request, today)
    return ask(_facts(request, month), month, load())


def _month(request: HttpRequest, today: date) -> Month:
    chosen = request.POST.get("month", "")
    return next((month for month in _months(today) if str(month) == chosen), Month.of(today))


def _facts(request: HttpRequest, month: Month) -> ContributionFacts:
    """The incomes and the category of the form; raises ``Refused`` for a sum that is missing or is none."""
    incomes: list[dict[str, Any]] = []
    for place in ("1", "2"):
        kind, amount = request.POST.get(f"kind{place}", ""), typed_sum(request.POST, f"sum{place}")
        if kind not in KINDS:
            continue
        if amount is None and kind not in _WITHOUT_A_SUM:
            raise Refused(Fault("sum", DUES["error_sum"], f"sum{place}"))
        incomes.append({"as": kind, "amount": amount, "payer": place})
    if not incomes:
        raise Refused(Fault("kind", DUES["error_kind"], "kind1"))
    category = request.POST.get("category", "")
    held = [{"code": category, "from": month.first_day.isoformat()}] if category in get_args(CategoryCode) else []
    document = {"categories": held, "unified_payment": "unified" in request.POST, "income": incomes}
    return msgspec.convert(document, ContributionFacts)


def _page(
    request: HttpRequest,
    language: Language,
    today: date,
    *,
    told: ContributionsAnswer | None = None,
    ways: tuple[HowToPay, ...] = (),
    fault: Fault | None = None,
) -> HttpResponse:
    book = load()
    values = {
        "sent": request.POST,
        "kinds": [(kind, DUES[f"kind_{kind}"]) for kind in KINDS],
        "months": [(str(month), month.text()) for month in _months(today)],
        "this_month": request.POST.get("month") or str(Month.of(today)),
        "categories": _categories(today, book),
        "beneficiary": _beneficiary(book.payments.beneficiary_on(today)),
        "ways": [(way, DUES[f"line_{way.line.kind}"]) for way in ways],
        "told": told,
        "lines": [] if told is None else _lines(told),
        "fault": fault,
        "citations": () if told is None else cited(told.citations, Month.parse(told.month).first_day),
        "readings": () if told is None else told.readings,
        "kept": kept_fields(request.POST, FIELDS) if request.method == "POST" else "",
    }
    code = HTTPStatus.OK if fault is None else HTTPStatus.UNPROCESSABLE_ENTITY
    return page(request, language, "dues.html", values, words={**PAYING, **DUES}, status=code)


def _beneficiary(found: Beneficiary | None) -> Text | None:
    if found is None:
        return None
    return DUES["beneficiary"].fill(
        name=found.name, bin=found.bin, account=found.account, bank=found.bank, code=found.beneficiary_code
    )


def _months(today: date) -> list[Month]:
    """The month of today and those before it, the latest first."""
    month = Month.of(today)
    return [month + -back for back in range(_MONTHS + 1)]


def _categories(today: date, book: Book) -> list[tuple[str, object]]:
    law = book.on(today)
    found = ((code, law.wording(code)) for code in book.categories)
    return [(code, wording.name) for code, wording in found if wording is not None]


def _lines(told: ContributionsAnswer) -> list[dict[str, object]]:
    return [
        {
            "line": line,
            "kind": DUES[f"line_{line.kind}"],
            "income": DUES[f"kind_{line.income}"] if line.income in KINDS else DUES["kind_state"],
            "rate": None if line.rate is None else percent_text(Fraction(line.rate)),
        }
        for line in told.lines
    ]
