"""The payments of one month, line by line: which rule, from which base, at which rate, by when, under which code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

import msgspec

from saqta.basis.money import Money
from saqta.basis.month import Month
from saqta.law.book import Book, Law, OutsideKnownLaw
from saqta.law.workdays import nth_working_day
from saqta.logic.nodes import FALSE, Applicable, Clause, Node
from saqta.logic.python import compile_decider
from saqta.logic.settle import settle
from saqta.logic.trees import walk
from saqta.logic.vocabulary import Record
from saqta.rules.case import Case
from saqta.rules.contributions import VOCABULARY, LineKind, LineRule, rules
from saqta.rules.facts import ContributionFacts, Income, IncomeKind
from saqta.rules.holdings import Holding
from saqta.rules.leave import leave_months

COUNTED_TOGETHER: tuple[IncomeKind, ...] = ("employee", "civil_contract", "self_employed", "entrepreneur")
"""Kinds of income that share one cap, in the order in which they use it up: what a payer withholds comes first."""


class Line(msgspec.Struct, frozen=True):
    """One payment due. ``depends_on`` names unknown facts that could make it not due, or change it."""

    kind: LineKind
    income: IncomeKind = msgspec.field(name="as")
    payer: str | None
    month: str
    base: str | None
    rate: str | None
    amount: str | None
    due_on: date | None
    payment_code: str | None
    cites: tuple[str, ...]
    depends_on: tuple[str, ...] = ()


class Drawn(NamedTuple):
    """A line before it is written down: the rule, the law of its month, and the facts it was drawn from."""

    rule: LineRule
    income: Income
    place: int
    law: Law
    month: Month
    applies: bool | None
    base: int | None
    amount: int | None
    unified: bool | None
    missing: tuple[str, ...]
    record: Record


class Membership(NamedTuple):
    """What a person's categories mean for payments in one month; None is unknown."""

    exempt_worker: bool | None
    parental_leave: bool | None
    any_category: bool | None
    holdings: tuple[Holding, ...]


def membership_in(case: Case, month: Month) -> Membership:
    """The categories held on at least one day of the month (reading Q13: whole months)."""
    held = tuple(
        holding for holding in case.holdings if holding.belongs is not False and month in holding.months(month + 1)
    )
    unlisted: bool | None = False if case.categories_known(month) else None
    return Membership(
        exempt_worker=_any(
            (holding for holding in held if _survives_work(case, holding) and holding.code != "parental_leave"),
            unlisted,
        ),
        parental_leave=_any((holding for holding in held if holding.code == "parental_leave"), unlisted),
        any_category=_any(held, unlisted),
        holdings=tuple(holding for holding in held if holding.belongs),
    )


def draw_lines(facts: ContributionFacts, case: Case, month: Month) -> Iterator[Drawn]:
    """Every line of every income, applicable or not, in the order of the document."""
    used: dict[Month, int] = {}
    drawn: dict[int, list[Drawn]] = {}
    listed = list(enumerate(facts.income or ()))
    for place, income in sorted(listed, key=lambda item: _turn(item[1].kind)):
        lines: list[Drawn] = []
        for part, part_income in _parts(income, case.law, month):
            law = case.law.book.on(
                part.first_day if part != month else case.law.day, case.law.known_at, case.law.follow
            )
            together = income.kind in COUNTED_TOGETHER
            for rule in _rules_for(income.kind):
                line = _draw(rule, part_income, place, law, part, membership_in(case, part), facts, used.get(part, 0))
                lines.append(line)
                if together and rule.kind == "insuree_contribution" and line.applies is not False:
                    used[part] = used.get(part, 0) + (line.base or 0)
        drawn[place] = lines
    for place, _ in listed:
        yield from drawn[place]


def _draw(
    rule: LineRule,
    income: Income,
    place: int,
    law: Law,
    month: Month,
    membership: Membership,
    facts: ContributionFacts,
    used: int,
) -> Drawn:
    record = VOCABULARY.record(
        income=None if income.amount is None else Money.tenge(income.amount).tiyn,
        earlier_income=used,
        exempt_worker=membership.exempt_worker,
        parental_leave=membership.parental_leave,
        any_category=membership.any_category,
        unified_payment=facts.unified_payment,
        place=income.place,
    )
    settled = _settled(law.book, law.day, law.known_at, tuple(sorted(law.follow.items())))[rule.kind, income.kind]
    applies = _truth(compile_decider(settled.applies)(record))
    base = amount = None
    unified: bool | None = False
    if applies is not False and settled.amount is not None:
        base, amount = (compile_decider(tree)(record) for tree in (settled.base, settled.amount))
        unified = _truth(compile_decider(settled.unified)(record))
    missing: list[str] = []
    if applies is None:
        missing.append("categories")
    if income.amount is None and income.kind in ("employee", "civil_contract", "self_employed"):
        missing.append(f"income[{place}].amount")
    elif applies is not False and amount is None and settled.amount is not None:
        missing.append("unified_payment" if unified is None else f"income[{place}].place")
    return Drawn(
        rule, income, place, law, month, applies, _whole(base), _whole(amount), unified, tuple(missing), record
    )


class _SettledRule(NamedTuple):
    applies: Node
    base: Node
    amount: Node | None
    unified: Node


@lru_cache(maxsize=512)
def _settled(
    book: Book, day: date, known_at: date | None, follow: tuple[tuple[str, str], ...]
) -> Mapping[tuple[LineKind, str], _SettledRule]:
    """All rules on one day. A rule whose sum the law does not give for the day has no amount, and says so."""
    law = book.on(day, known_at, dict(follow))
    found: dict[tuple[LineKind, str], _SettledRule] = {}
    for (payer, kind), rule in rules().items():
        if not isinstance(rule.amount, Applicable):
            raise TypeError(f"the rule for {payer} says nothing about when it applies")
        applies = settle(rule.amount.when, law).value
        unified = settle(_unified_clause(rule), law).value
        try:
            whole = settle(rule.amount, law)
            found[kind, payer] = _SettledRule(applies, settle(rule.base, law).value, whole.value, unified)
        except OutsideKnownLaw:
            found[kind, payer] = _SettledRule(applies, applies, None, unified)
    return found


def _unified_clause(rule: LineRule) -> Node:
    return next(
        (node for node in walk(rule.amount) if isinstance(node, Clause) and node.code == "unified-payment"), FALSE
    )


def _rules_for(kind: IncomeKind) -> list[LineRule]:
    return [rule for (payer, _), rule in rules().items() if payer == kind]


def _parts(income: Income, law: Law, month: Month) -> list[tuple[Month, Income]]:
    """One part for each month that a leave reaches over; otherwise the month itself."""
    if income.leave is None or income.amount is None:
        return [(month, income)]
    months = leave_months(income.leave, month, law)
    sums = Money.tenge(income.amount).split([days for _, days in months])
    return [
        (part, msgspec.structs.replace(income, amount=str(amount)))
        for (part, _), amount in zip(months, sums, strict=True)
    ]


def rate_of(line: Drawn) -> Fraction | None:
    """The rate of a line as one number; None where the sum is fixed by the law itself."""
    names = line.rule.unified_rate if line.unified else line.rule.rate
    if not names:
        return None
    rate = Fraction(1)
    for name in names:
        rate *= line.law.rate(name)
    return rate


def due_on(line: Drawn, month: Month) -> date:
    """The last day of the term: the 25th of the month after the one in which the income arose, also for the parts of
    leave pay that count for later months; for the State the fifth working day of the month itself."""
    if line.rule.kind == "state_contribution":
        return nth_working_day(month, line.law.number("state_due_working_days"))
    return (month + 1).first_day.replace(day=line.law.number("due_day"))


def _turn(kind: IncomeKind) -> int:
    return COUNTED_TOGETHER.index(kind) if kind in COUNTED_TOGETHER else len(COUNTED_TOGETHER)


def _survives_work(case: Case, holding: Holding) -> bool:
    return case.law.book.categories[holding.code].survives_work


def _any(holdings: Iterator[Holding] | tuple[Holding, ...], unlisted: bool | None) -> bool | None:
    values = [holding.belongs for holding in holdings]
    return True if True in values else None if None in values else unlisted


def _truth(value: bool | int | str | None) -> bool | None:
    return None if value is None else bool(value)


def _whole(value: bool | int | str | None) -> int | None:
    return value if isinstance(value, int) else None
