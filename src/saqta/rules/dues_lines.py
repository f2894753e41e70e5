"""The payments of one month, line by line: which rule, from which base, at which rate, by when, under which code."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from typing import NamedTuple

import msgspec

from saqta.basis.money import Money
from saqta.basis.month import Month
from saqta.law.book import Law, OutsideKnownLaw
from saqta.law.workdays import nth_working_day
from saqta.logic.nodes import FALSE, Clause, Fact, Node
from saqta.logic.python import compile_decider
from saqta.logic.reference import kleene_or
from saqta.logic.trees import walk
from saqta.logic.vocabulary import Record
from saqta.rules.case import Case
from saqta.rules.contributions import LINES, LineKind, LineRule, rules
from saqta.rules.facts import ContributionFacts, Income, IncomeKind
from saqta.rules.holdings import Holding
from saqta.rules.leave import leave_months
from saqta.rules.participant import from_the_union
from saqta.rules.settled import settled
from saqta.rules.vocabulary import VOCABULARY

COUNTED_TOGETHER: tuple[IncomeKind, ...] = ("employee", "civil_contract", "self_employed", "entrepreneur")
"""Kinds of income that share one cap, in the order in which they use it up: what a payer withholds comes first."""

FROM_THE_UNION = from_the_union()


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
    fits: bool | None
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
    paid_by_state: bool | None
    paid_by_local_budget: bool | None
    paid_by_local_budget_after_visit: bool | None
    holdings: tuple[Holding, ...]


def membership_in(case: Case, month: Month) -> Membership:
    """The categories held on at least one day of the month (reading Q13: whole months), by people who take part."""
    held = [holding for holding in case.holdings if holding.belongs is not False and month in holding.months(month + 1)]
    unlisted: bool | None = False if case.categories_known(month) else None

    def any_of(chosen: Callable[[Holding], bool]) -> bool | None:
        return kleene_or([*(case.counts(holding) for holding in held if chosen(holding)), unlisted])

    return Membership(
        exempt_worker=any_of(lambda held: _survives_work(case, held) and held.code != "parental_leave"),
        parental_leave=any_of(lambda held: held.code == "parental_leave"),
        any_category=any_of(lambda _: True),
        paid_by_state=any_of(lambda held: held.wording.ground == "category"),
        paid_by_local_budget=any_of(lambda held: _local(held) and held.wording.reach != "year_of_visit"),
        paid_by_local_budget_after_visit=any_of(lambda held: _local(held) and held.wording.reach == "year_of_visit"),
        holdings=tuple(holding for holding in held if case.counts(holding)),
    )


def contributes(case: Case) -> bool | None:
    """Whether contributions are paid for the person at all. Where neither citizenship nor residence is given, an income
    on which somebody is asked to pay is taken to be a participant's (reading Q22)."""
    person = case.facts.person
    if not person.citizenship and not person.residence:
        return True
    if case.participates:
        return True
    facts = VOCABULARY.record(citizenship=person.citizenship)
    from_the_union = compile_decider(settled(FROM_THE_UNION, case.law).value)(facts)
    return kleene_or([case.participates, _truth(from_the_union)])


class Used(NamedTuple):
    """What earlier lines have used of a cap: the sum, or None when it hangs on unknown facts, which are named."""

    tiyn: int | None = 0
    missing: tuple[str, ...] = ()

    def and_also(self, line: Drawn) -> Used:
        if line.applies is False:
            return self
        both_known = self.tiyn is not None and line.base is not None
        whole = (self.tiyn or 0) + (line.base or 0) if both_known else None
        return Used(whole, (*self.missing, *(line.missing if line.base is None else ())))


def draw_lines(facts: ContributionFacts, case: Case, month: Month) -> Iterator[Drawn]:
    """Every line of every income, applicable or not, in the order of the document."""
    drawing = _Drawing(facts, case, month)
    listed = list(enumerate(facts.income or ()))
    drawn = {
        place: list(drawing.lines(place, income)) for place, income in sorted(listed, key=lambda item: _turn(item[1]))
    }
    for place, _ in listed:
        yield from drawn[place]


class _Drawing:
    """Draws the lines of one income after another; what one has used of a cap, the next does not have."""

    def __init__(self, facts: ContributionFacts, case: Case, month: Month) -> None:
        self.facts, self.case, self.month = facts, case, month
        self.contributor = contributes(case)
        self.by_person: defaultdict[Month, Used] = defaultdict(Used)
        self.by_payer: defaultdict[tuple[Month, str], Used] = defaultdict(Used)

    def lines(self, place: int, income: Income) -> Iterator[Drawn]:
        for part, part_income in _parts(income, self.case.law, self.month):
            # Without a name, every payer is taken for another one: a cap is never shared by mistake.
            payer = (part, income.payer or f"income[{place}]")
            record = self._record(part_income, part, self.by_person[part], self.by_payer[payer])
            for rule in rules():
                if rule.income != income.kind:
                    continue
                line = self._line(rule, part_income, place, part, record)
                yield line
                if rule.kind == "employer_contribution":
                    self.by_payer[payer] = self.by_payer[payer].and_also(line)
                elif rule.income in COUNTED_TOGETHER:
                    self.by_person[part] = self.by_person[part].and_also(line)

    def _law(self, part: Month) -> Law:
        law = self.case.law
        return law if part == self.month else law.book.on(part.first_day, law.known_at, law.follow)

    def _record(self, income: Income, part: Month, used: Used, used_by_payer: Used) -> Record:
        membership = membership_in(self.case, part)
        unified = self.facts.unified_payment if income.unified_payment is None else income.unified_payment
        return LINES.record(
            income=None if income.amount is None else Money.tenge(income.amount).tiyn,
            earlier_income=used.tiyn,
            earlier_from_payer=used_by_payer.tiyn,
            contributor=self.contributor,
            relieved=_relieved(self.case, part),
            **{name: getattr(membership, name) for name in Membership._fields if name != "holdings"},
            unified_payment=unified,
            place=income.place,
        )

    def _line(self, rule: LineRule, income: Income, place: int, part: Month, record: Record) -> Drawn:
        law = self._law(part)
        dated = _dated(rule, law)
        applies = _truth(compile_decider(dated.applies)(record))
        fits = _truth(compile_decider(dated.fits)(record))
        base = amount = None
        unified: bool | None = False
        if applies is not False and fits is not False and dated.amount is not None:
            base, amount = (_whole(compile_decider(tree)(record)) for tree in (dated.base, dated.amount))
            unified = _truth(compile_decider(dated.unified)(record))
        open_trees = [dated.applies] if applies is None else []
        if fits is not False and dated.amount is not None and amount is None and applies is not False:
            open_trees += [dated.amount, dated.unified]
        names = [
            node.name
            for tree in open_trees
            for node in walk(tree)
            if isinstance(node, Fact) and getattr(record, node.name) is None
        ]
        missing = tuple(path for name in dict.fromkeys(names) for path in self._paths(name, place, part, income))
        return Drawn(rule, income, place, law, part, applies, fits, base, amount, unified, missing, record)

    def _paths(self, name: str, place: int, part: Month, income: Income) -> tuple[str, ...]:
        """Where an unknown fact of a line would stand in the facts document."""
        match name:
            case "income":
                return (f"income[{place}].amount",)
            case "place":
                return (f"income[{place}].place",)
            case "earlier_income":
                return self.by_person[part].missing
            case "earlier_from_payer":
                return self.by_payer[part, income.payer or f"income[{place}]"].missing
            case "contributor":
                person = self.case.facts.person
                return ("person.residence" if person.residence is None else "person.citizenship",)
            case _:
                return (LINES.specs[name].path,)


class _DatedRule(NamedTuple):
    applies: Node
    fits: Node
    base: Node
    amount: Node | None
    unified: Node


def _dated(rule: LineRule, law: Law) -> _DatedRule:
    """A rule on one day. One whose sum the law does not give for the day has no amount, and says so."""
    applies, fits = settled(rule.amount.when, law).value, settled(rule.fits, law).value
    unified = settled(_unified_clause(rule), law).value
    try:
        return _DatedRule(applies, fits, settled(rule.base, law).value, settled(rule.amount, law).value, unified)
    except OutsideKnownLaw:
        return _DatedRule(applies, fits, applies, None, unified)


def _unified_clause(rule: LineRule) -> Node:
    return next(
        (node for node in walk(rule.amount) if isinstance(node, Clause) and node.code == "unified-payment"), FALSE
    )


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
    """The rate of a line as one number; None where the sum is fixed by the law itself, or given elsewhere."""
    names = line.rule.unified_rate if line.unified else line.rule.rate
    if not names or line.fits is False:
        return None
    rate = Fraction(1)
    for name in names:
        rate *= line.law.rate(name)
    return rate


def due_on(line: Drawn, month: Month) -> date:
    """The last day of the term, counted from the month in which the income arose, also for the parts of leave pay that
    count for later months."""
    count = line.law.number(line.rule.due)
    match line.rule.due:
        case "state_due_working_days":
            return nth_working_day(month, count)
        case "crisis_due_working_days":
            return nth_working_day(month + 1, count)
        case _:
            return (month + 1).first_day.replace(day=count)


def _turn(income: Income) -> int:
    return COUNTED_TOGETHER.index(income.kind) if income.kind in COUNTED_TOGETHER else len(COUNTED_TOGETHER)


def _relieved(case: Case, month: Month) -> bool:
    """Whether the Fund records that nothing is owed for the month."""
    return any(Month.parse(given.start) <= month < Month.parse(given.until) for given in case.facts.months_not_owed)


def _survives_work(case: Case, holding: Holding) -> bool:
    return case.law.book.categories[holding.code].survives_work


def _local(holding: Holding) -> bool:
    return holding.wording.ground == "local_budget"


def _truth(value: bool | int | str | None) -> bool | None:
    return None if value is None else bool(value)


def _whole(value: bool | int | str | None) -> int | None:
    return value if isinstance(value, int) else None
