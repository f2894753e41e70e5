"""May a session under anaesthesia go ahead, proved for every patient, clinic and day of the known law."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from saqta.law.book import load
from saqta.logic.nodes import And, Clause, Compare, Const, Kind, Node, Not, Or, number
from saqta.logic.obligations import deciding_clauses
from saqta.logic.regimes import Regime, regimes
from saqta.logic.settle import settle
from saqta.logic.trees import replaced, walk
from saqta.logic.with_z3 import counterexample, example, undecided, unsound
from saqta.rules.anaesthesia import KNOWN_ANAESTHESIA
from saqta.rules.anaesthesia_case import fact
from saqta.rules.anaesthetised import demands, rule
from saqta.rules.assumptions import days_of_change

BOOK = load()
START, END = BOOK.spans[KNOWN_ANAESTHESIA]
DAYS = tuple(day for day in (START, *days_of_change(BOOK)) if day >= START and (END is None or day < END))
HOURS = (
    Compare("at_most", fact("full_hours"), fact("begun_hours")),
    Compare("at_least", fact("full_hours"), number(0)),
)
"""Hours passed in full are never more than hours begun, and never fewer than none."""
TODAY = settle(rule(), BOOK.on(date(2025, 12, 10))).value
LOCAL = Compare("equal", fact("kind"), Const(Kind.WORD, "local"))
GENERAL = Compare("equal", fact("kind"), Const(Kind.WORD, "general"))


@lru_cache
def forms() -> tuple[Regime, ...]:
    return tuple(regimes(rule(), BOOK.on, DAYS))


def implies(given: Node, claim: Node) -> Node:
    return Or((Not(given), claim))


def test_the_rule_changes_once_when_the_order_of_august_2025_does() -> None:
    assert [form.start for form in forms()] == [START, date(2025, 8, 4)]


def test_no_gap_a_session_of_which_all_is_known_gets_a_verdict() -> None:
    """Before August 2025 the law itself leaves the examination open (reading Q36)."""
    for form in forms():
        closed = BOOK.on(form.start, follow={"Q36": "no_window"})
        assert not undecided(settle(rule(), closed).value)


def test_unknown_never_decides() -> None:
    for form in forms():
        assert not unsound(form.rule.value)


def test_every_demand_decides_for_somebody() -> None:
    named = {node.code for form in forms() for node in walk(form.rule.value) if isinstance(node, Clause)}
    deciding: set[str] = set()
    for form in reversed(forms()):
        for obligation in deciding_clauses(form.rule.value, proved=deciding):
            if example(obligation.condition, HOURS) is not None:
                deciding.add(obligation.name.removesuffix(" can decide"))
    assert deciding == named
    assert {demand.code for demand in demands()} <= named


def test_local_anaesthesia_is_never_forbidden_by_this_rule() -> None:
    for form in forms():
        assert counterexample(implies(LOCAL, form.rule.value)) is None


def test_no_child_under_four_is_anaesthetised_without_indication_and_written_consent() -> None:
    young = Compare("below", fact("age"), number(4))
    named = Or((GENERAL, Compare("equal", fact("kind"), Const(Kind.WORD, "sedation"))))
    for demand in ("medical_indication", "written_consent", "licence_annex"):
        forbidden = And((young, named, Not(fact(demand))))
        assert counterexample(implies(forbidden, Not(TODAY))) is None
        assert example(And((young, named, fact(demand), TODAY)), HOURS) is not None


def test_meeting_one_more_demand_never_forbids_a_session() -> None:
    """The clinic cannot lose by doing more of what the law asks."""
    goods = ("medical_indication", "written_consent", "informed", "licence_annex", "certified", "equipment")
    for name in goods:
        worse, better = (_with(TODAY, name, holds=holds) for holds in (False, True))
        assert counterexample(implies(worse, better)) is None


def test_a_child_may_be_examined_at_every_hour_from_12_to_24_and_an_adult_from_24_to_48() -> None:
    asked = And((GENERAL, TODAY))
    for age, first, last in ((17, 12, 24), (18, 24, 48)):
        of_age = Compare("equal", fact("age"), number(age))
        for hours in range(73):
            exactly = [Compare("equal", fact(name), number(hours)) for name in ("full_hours", "begun_hours")]
            assert (example(And((asked, of_age, *exactly))) is not None) is (first <= hours <= last), hours


def _with(tree: Node, name: str, *, holds: bool) -> Node:
    return replaced(tree, fact(name), Const(Kind.BOOL, holds))
