"""The rule of insured status, proved for everybody on every day of the known law."""

from __future__ import annotations

from functools import lru_cache

from saqta.law.book import load
from saqta.logic.nodes import Clause
from saqta.logic.obligations import deciding_clauses, no_conflicts, reachable_exceptions
from saqta.logic.regimes import Regime, regimes
from saqta.logic.settle import settle
from saqta.logic.trees import walk
from saqta.logic.with_z3 import counterexample, example, shrinks, undecided, unsound
from saqta.rules.assumptions import days_of_change, months_lie_inside_credited_ones
from saqta.rules.insured import insured

BOOK = load()
RULE = insured(BOOK)
PAYMENTS = frozenset({"credited", "paid", "independent", "aggregate", "state_paid", "local_paid", "prepaid_year"})


@lru_cache
def forms() -> tuple[Regime, ...]:
    return tuple(regimes(RULE, BOOK.on, days_of_change(BOOK)))


def test_the_rule_changes_only_when_the_law_does() -> None:
    assert 8 <= len(forms()) <= 40


def test_no_gap_everybody_gets_a_verdict_on_every_day() -> None:
    """Only a refugee has none, because the law itself leaves that open (reading Q19)."""
    for form in forms():
        closed = BOOK.on(form.start, follow={"Q19": "not_participants"})
        assert not undecided(settle(RULE, closed).value)


def test_no_conflict_at_equal_rank() -> None:
    for form in forms():
        for obligation in no_conflicts(RULE, BOOK.on(form.start)):
            assert counterexample(obligation.condition) is None, obligation.name


def test_every_exception_prevails_for_somebody() -> None:
    for form in forms():
        for obligation in reachable_exceptions(RULE, BOOK.on(form.start)):
            assert example(obligation.condition) is not None, obligation.name


def test_every_clause_decides_for_somebody_on_some_day() -> None:
    named = {node.code for form in forms() for node in walk(form.rule.value) if isinstance(node, Clause)}
    deciding: set[str] = set()
    for form in reversed(forms()):
        given = list(months_lie_inside_credited_ones(form.rule.value))
        for obligation in deciding_clauses(form.rule.value, proved=deciding):
            if example(obligation.condition, given) is not None:
                deciding.add(obligation.name.removesuffix(" can decide"))
    assert deciding == named


def test_paying_one_more_month_never_takes_a_right_away() -> None:
    for form in forms():
        assert shrinks(form.rule.value, PAYMENTS) is None


def test_reading_q1_tail_only_would_let_a_payment_take_the_right_away() -> None:
    """Why that option is not followed: the solver names somebody who loses the status by paying."""
    law = BOOK.on(forms()[-1].start, follow={"Q1": "tail_only"})
    assert shrinks(settle(RULE, law).value, PAYMENTS) is not None


def test_unknown_never_decides() -> None:
    for form in forms():
        assert not unsound(form.rule.value)
