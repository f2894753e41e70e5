"""How much do I pay: what is owed for this month from one income, line by line, and the law behind it."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

import msgspec

from saqta.basis.days import day_text
from saqta.basis.money import Money, percent_text
from saqta.basis.month import Month
from saqta.basis.text import Text, listed
from saqta.channels.telegram.answers import law
from saqta.channels.telegram.cards import Button, Card, Line, bullets, card, pressed
from saqta.channels.telegram.conversations import Income
from saqta.channels.telegram.menu import TO_MENU
from saqta.channels.telegram.wording.menu import MENU
from saqta.channels.telegram.wording.others import DUES
from saqta.law.book import Book
from saqta.rules.dues import ContributionsAnswer, ask
from saqta.rules.dues_lines import Line as DueLine
from saqta.rules.facts import ContributionFacts

KINDS = ("employee", "civil_contract", "entrepreneur", "independent", "self_employed")
"""The kinds of payer that can be chosen; the aggregate payment is no longer made."""
WITHOUT_A_SUM = ("entrepreneur", "independent")
UNIFIED: dict[str, bool | None] = {"yes": True, "no": False, "unknown": None}
"""What can be answered to the question about the unified payment, which only an employer makes."""
_SUM = re.compile(r"[0-9]{1,10}([.,][0-9]{1,2})?", re.ASCII)
_ANOTHER = Button(DUES["another"], pressed("menu", "dues"))


def ask_kind() -> Card:
    return card(
        Line(MENU["dues"], bold=True),
        DUES["ask"],
        buttons=[*([Button(DUES[f"kind_{kind}"], pressed("income", kind))] for kind in KINDS), [TO_MENU]],
    )


def ask_unified() -> Card:
    rows = [[Button(DUES[f"unified_{answer}"], pressed("unified", answer)) for answer in UNIFIED]]
    return card(DUES["unified"], buttons=[*rows, [_ANOTHER, TO_MENU]])


def ask_sum() -> Card:
    return card(DUES["sum"], buttons=[[_ANOTHER, TO_MENU]])


def wrong_sum() -> Card:
    return card(DUES["no_sum"], buttons=[[_ANOTHER, TO_MENU]])


def typed_sum(text: str) -> str | None:
    """A sum of tenge as the contract writes it; None for what is none."""
    written = re.sub(r"[\s₸]", "", text)
    return written.replace(",", ".") if _SUM.fullmatch(written) else None


def answer(income: Income, on: date, book: Book) -> Card:
    """What is owed for the month of that day."""
    told = _ask(income, on, book)
    lines = [line for one in told.lines for line in _due(one)]
    return card(
        Line(told.says, bold=True),
        *bullets(missing.text for missing in told.missing),
        *lines,
        DUES["how"],
        DUES["more"],
        buttons=[[Button(MENU["why"], pressed("why-dues", str(Month.of(on))))], [_ANOTHER, TO_MENU]],
    )


def why(income: Income, on: date, book: Book) -> Card:
    told = _ask(income, on, book)
    return card(
        Line(MENU["why"], bold=True),
        *bullets(reason.text for reason in told.reasons),
        *law(told.citations, told.readings, Month.of(on).first_day),
        buttons=[[_ANOTHER, TO_MENU]],
    )


def _ask(income: Income, on: date, book: Book) -> ContributionsAnswer:
    paid = {"as": income.kind, "amount": income.amount, "payer": "1"}
    document = {"categories": [], "unified_payment": income.unified, "income": [paid]}
    return ask(msgspec.convert(document, ContributionFacts), Month.of(on), book)


def _due(line: DueLine) -> list[Line | Text]:
    """One payment: what, how much and from what, by when, under which code."""
    kind, amount = DUES[f"line_{line.kind}"], Money.tenge(line.amount).text() if line.amount else None
    shown: list[Line | Text] = [
        Line(kind if amount is None else DUES["line"].fill(kind=kind, amount=amount), bold=True)
    ]
    details: list[Text] = []
    if line.base is not None and line.rate is not None:
        details.append(DUES["taken"].fill(base=Money.tenge(line.base).text(), rate=percent_text(Fraction(line.rate))))
    if line.due_on is not None:
        details.append(DUES["due"].fill(day=day_text(line.due_on)))
    if line.payment_code is not None:
        details.append(DUES["code"].fill(code=line.payment_code))
    return [*shown, *([Line(listed(details, " "), tight=True)] if details else [])]
