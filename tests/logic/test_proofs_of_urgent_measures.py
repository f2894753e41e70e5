"""Urgent measures, proved for every clinic and every day of the known law."""

from __future__ import annotations

from datetime import date

import pytest

from saqta.law.book import load
from saqta.logic.nodes import And, Clause, Compare, Const, Kind, Node, Not, Or
from saqta.logic.obligations import deciding_clauses
from saqta.logic.regimes import regimes
from saqta.logic.settle import settle
from saqta.logic.trees import walk
from saqta.logic.with_z3 import counterexample, example, undecided, unsound
from saqta.rules.assumptions import days_of_change
from saqta.rules.measure_case import VOCABULARY, fact
from saqta.rules.measures import KNOWN_INSPECTIONS, RELEVANT_READINGS
from saqta.rules.urgent_measures import (
    KINDS,
    MeasureKind,
    any_may_be_applied,
    may_be_annulled,
    may_be_applied,
    stands,
    trees,
)

BOOK = load()
START, END = BOOK.spans[KNOWN_INSPECTIONS]
DAYS = tuple(day for day in (START, *days_of_change(BOOK)) if day >= START and (END is None or day < END))
DAY = date(2025, 12, 8)
PERMITS = ("licence_missing", "annex_missing", "certificate_missing")
NOTHING_MISSING = And(tuple(Not(fact(name)) for name in PERMITS))


def today(tree: Node, follow: dict[str, str] | None = None) -> Node:
    return settle(tree, BOOK.on(DAY, follow=follow)).value


def implies(given: Node, claim: Node) -> Node:
    return Or((Not(given), claim))


def every_reading() -> list[dict[str, str]]:
    """Each option of each reading of these rules, one at a time."""
    return [{}, *({name: option.id} for name in RELEVANT_READINGS for option in BOOK.readings[name].options)]


def test_urgent_measures_begin_on_one_day_and_change_no_more() -> None:
    assert [form.start for form in regimes(any_may_be_applied(), BOOK.on, DAYS)] == [START, date(2025, 9, 14)]


@pytest.mark.parametrize("tree", trees())
def test_a_clinic_of_which_all_is_known_gets_an_answer_and_unknown_never_decides(tree: Node) -> None:
    assert not undecided(today(tree))
    assert not unsound(today(tree))


@pytest.mark.parametrize("follow", every_reading(), ids=str)
def test_no_measure_without_a_missing_document_on_any_reading(follow: dict[str, str]) -> None:
    for kind in KINDS:
        assert counterexample(implies(NOTHING_MISSING, Not(today(may_be_applied(kind), follow)))) is None


@pytest.mark.parametrize("follow", every_reading(), ids=str)
def test_nobody_is_removed_from_work_who_holds_a_certificate(follow: dict[str, str]) -> None:
    held = Not(fact("certificate_missing"))
    assert counterexample(implies(held, Not(today(may_be_applied("remove_person"), follow)))) is None


def test_stopping_all_is_never_easier_than_stopping_a_part() -> None:
    for follow in every_reading():
        whole, part = today(may_be_applied("suspend_activity"), follow), today(may_be_applied("suspend_part"), follow)
        assert counterexample(implies(whole, part)) is None
    strict = {"Q43": "only_without_permit"}
    parted = And(
        (today(may_be_applied("suspend_part"), strict), Not(today(may_be_applied("suspend_activity"), strict)))
    )
    assert example(parted) is not None


@pytest.mark.parametrize("kind", KINDS)
def test_a_lawful_measure_of_a_competent_body_by_the_procedure_is_never_annulled(kind: MeasureKind) -> None:
    taken = Compare("equal", fact("measure"), Const(Kind.WORD, kind))
    lawful = And((taken, today(may_be_applied(kind)), fact("competent"), fact("procedure_kept")))
    assert example(lawful) is not None
    assert counterexample(implies(lawful, Not(today(may_be_annulled())))) is None
    unlawful = And((taken, Not(today(may_be_applied(kind)))))
    assert counterexample(implies(unlawful, today(may_be_annulled()))) is None


def test_only_an_annulment_or_a_confirmed_mending_ends_a_measure() -> None:
    """No complaint, no refusal of the act and no passing of time is even a fact that the rule knows."""
    assert {node.name for node in walk(stands()) if hasattr(node, "name")} == {"annulled", "mending_confirmed"}
    assert not {"complaint_filed", "receipt_refused", "time_is_over"} & set(VOCABULARY.specs)


def test_every_part_of_the_rules_decides_for_some_clinic() -> None:
    for tree in trees():
        settled = today(tree, {"Q40": "all"})
        named = {node.code for node in walk(settled) if isinstance(node, Clause)}
        deciding: set[str] = set()
        for obligation in deciding_clauses(settled, proved=deciding):
            if example(obligation.condition) is not None:
                deciding.add(obligation.name.removesuffix(" can decide"))
        assert deciding == named
