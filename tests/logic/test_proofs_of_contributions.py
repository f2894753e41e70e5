"""What is owed for a month, proved for every income and every person on every day of the known law."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from saqta.law.book import OutsideKnownLaw, load
from saqta.logic.nodes import Add, And, Clause, Compare, Const, Fact, Kind, Node
from saqta.logic.obligations import deciding_clauses, no_conflicts, reachable_exceptions
from saqta.logic.regimes import regimes
from saqta.logic.settle import settle
from saqta.logic.trees import replaced, walk
from saqta.logic.with_z3 import counterexample, example, undecided, unsound
from saqta.rules.assumptions import days_of_change
from saqta.rules.contributions import LineRule, rules

BOOK = load()
DAYS = tuple(days_of_change(BOOK))
ZERO = Const(Kind.MONEY, 0)


@lru_cache
def conditions(rule: LineRule) -> tuple[Node, ...]:
    """When the payment is owed, in every form that this takes over time."""
    return tuple(dict.fromkeys(form.rule.value for form in regimes(rule.amount.when, BOOK.on, DAYS)))


@lru_cache
def sums(rule: LineRule) -> tuple[Node, ...]:
    """What is owed, in every form; days on which the law gives no sum are left out, as the answers leave them out."""
    return tuple(dict.fromkeys(_sums(rule)))


def _sums(rule: LineRule) -> Iterator[Node]:
    for day in DAYS:
        try:
            settled = settle(rule.amount, BOOK.on(day))
        except OutsideKnownLaw:
            continue
        yield settled.value


def nobody_earns_less_than_nothing(tree: Node) -> list[Node]:
    return [
        Compare("at_least", node, ZERO) for node in walk(tree) if isinstance(node, Fact) and node.kind is Kind.MONEY
    ]


def test_no_gap_whoever_is_fully_known_owes_or_does_not() -> None:
    for rule in rules():
        for condition in conditions(rule):
            assert not undecided(condition)


def test_unknown_never_decides_that_something_is_owed() -> None:
    for rule in rules():
        for condition in conditions(rule):
            assert not unsound(condition)


def test_no_conflict_at_equal_rank_and_every_exception_prevails_while_its_period_lasts() -> None:
    reached: set[str] = set()
    for rule in rules():
        for day in DAYS:
            law = BOOK.on(day)
            for obligation in no_conflicts(rule.amount.then, law):
                assert counterexample(obligation.condition) is None, obligation.name
            for obligation in reachable_exceptions(rule.amount.then, law):
                if example(obligation.condition) is not None:
                    reached.add(f"{rule.income}:{obligation.name}")
    assert reached == {"employee:unified-payment prevails"}


def test_every_clause_decides_for_somebody_on_some_day() -> None:
    for rule in rules():
        named = {node.code for form in conditions(rule) for node in walk(form) if isinstance(node, Clause)}
        deciding = {
            obligation.name.removesuffix(" can decide")
            for form in conditions(rule)
            for obligation in deciding_clauses(form)
            if example(obligation.condition) is not None
        }
        assert deciding == named


def test_two_budgets_never_pay_for_one_person_and_month() -> None:
    budgets = [rule for rule in rules() if rule.kind == "state_contribution"]
    for day in DAYS:
        owed = [settle(rule.amount.when, BOOK.on(day)).value for rule in budgets]
        for first, second in combinations(owed, 2):
            assert example(And((first, second))) is None


def test_nothing_negative_is_ever_owed() -> None:
    for rule in rules():
        for amount in sums(rule):
            claim = Compare("at_least", amount, ZERO)
            assert counterexample(claim, nobody_earns_less_than_nothing(amount)) is None, rule.income


def test_earning_one_tiyn_more_never_lowers_what_is_owed() -> None:
    """In two steps: more income never lowers what is counted of it, and more counted never lowers what is owed."""
    income, counted, tiyn = Fact("income", Kind.MONEY), Fact("counted", Kind.MONEY), Const(Kind.MONEY, 1)
    steps: set[tuple[Node, Node]] = set()
    for rule in rules():
        for day in DAYS:
            try:
                base, owed = (settle(tree, BOOK.on(day)).value for tree in (rule.base, rule.amount))
            except OutsideKnownLaw:
                continue
            if income in walk(owed):
                of_counted = replaced(owed, base, counted)
                assert income not in walk(of_counted)
                steps |= {(base, income), (of_counted, counted)}
    assert len(steps) > 20
    for tree, grown in steps:
        more = replaced(tree, grown, Add((grown, tiyn)))
        assert counterexample(Compare("at_most", tree, more), nobody_earns_less_than_nothing(more)) is None
