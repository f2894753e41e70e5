"""The rules of packages and of dental care, proved for everybody on every day for which the packages are known."""

from __future__ import annotations

from functools import lru_cache
from itertools import product

import pytest

from saqta.law.book import load
from saqta.law.services import Care, Form
from saqta.logic.nodes import FALSE, TRUE, And, Clause, Compare, Const, Kind, Node, Not, Or
from saqta.logic.obligations import deciding_clauses
from saqta.logic.regimes import Regime, regimes
from saqta.logic.settle import settle
from saqta.logic.trees import replaced, walk
from saqta.logic.with_z3 import counterexample, example, undecided, unsound
from saqta.rules.assumptions import days_of_change_of_care
from saqta.rules.care_vocabulary import fact
from saqta.rules.entitled import by_insurance, guaranteed, rule
from tests.book.care import COLUMNS, EDITIONS, NOBODY, dental_cells

BOOK = load()
KINDS: tuple[tuple[Care, Form | None], ...] = tuple(
    dict.fromkeys((service.care, service.form) for service in BOOK.services.values())
)
CITIZEN = Compare("equal", fact("citizenship"), Const(Kind.WORD, "KZ"))
CHILD = Compare("below", fact("age"), Const(Kind.NUMBER, 18))
CLOSED = {"Q19": "not_participants", "Q24": "status_is_needed"}
"""Open questions closed, so that what is left undecided would be a gap in the rules themselves."""


def named(kind: tuple[Care, Form | None]) -> str:
    return " ".join(filter(None, kind))


@lru_cache
def forms(care: Care, form: Form | None) -> tuple[Regime, ...]:
    return tuple(regimes(rule(BOOK, care, form), BOOK.on, days_of_change_of_care(BOOK)))


def with_status(tree: Node, *, insured: bool) -> Node:
    """The rule for somebody who is recorded as insured, or as not."""
    return replaced(tree, fact("insured"), TRUE if insured else FALSE)


@pytest.mark.parametrize("kind", KINDS, ids=named)
def test_no_gap_everybody_gets_a_verdict_on_every_day(kind: tuple[Care, Form | None]) -> None:
    """Only where the law itself leaves a question open (readings Q19 and Q24) is there none."""
    for found in forms(*kind):
        closed = BOOK.on(found.start, follow=CLOSED)
        assert not undecided(settle(rule(BOOK, *kind), closed).value)


@pytest.mark.parametrize("kind", KINDS, ids=named)
def test_unknown_never_decides(kind: tuple[Care, Form | None]) -> None:
    for found in forms(*kind):
        assert not unsound(found.rule.value)


@pytest.mark.parametrize("kind", KINDS, ids=named)
def test_a_child_of_the_country_never_loses_by_a_parents_debt(kind: tuple[Care, Form | None]) -> None:
    """Recorded as insured or not, a citizen under 18 has the same care on every day."""
    for found in forms(*kind):
        paid, owing = (with_status(found.rule.value, insured=insured) for insured in (True, False))
        alike = Or((And((paid, owing)), And((Not(paid), Not(owing)))))
        assert counterexample(alike, [CITIZEN, CHILD]) is None


@pytest.mark.parametrize("kind", KINDS, ids=named)
def test_nobody_loses_care_by_being_insured(kind: tuple[Care, Form | None]) -> None:
    for found in forms(*kind):
        without, with_it = (with_status(found.rule.value, insured=insured) for insured in (False, True))
        assert counterexample(Or((Not(without), with_it))) is None


@pytest.mark.parametrize("kind", KINDS, ids=named)
def test_whoever_has_care_free_has_it_from_a_package(kind: tuple[Care, Form | None]) -> None:
    for found in forms(*kind):
        law = BOOK.on(found.start)
        packages = [settle(part(BOOK, *kind), law).value for part in (guaranteed, by_insurance)]
        assert counterexample(Or((Not(found.rule.value), *packages))) is None


def test_since_2026_nobody_has_emergency_hospital_care_from_two_packages() -> None:
    """The uninsured have it from one package and the insured from the other. A visitor from the CIS who is insured
    would have both; the answer then names the guaranteed one alone."""
    for found in forms("inpatient_emergency", None):
        law = BOOK.on(found.start)
        both = And(tuple(settle(part(BOOK, "inpatient_emergency"), law).value for part in (guaranteed, by_insurance)))
        two = example(both, [CITIZEN])
        assert (two is None) is law.holds("significant_diseases_of_2026")


def test_every_part_of_the_dental_rules_decides_for_somebody_on_some_day() -> None:
    kinds = [kind for kind in KINDS if kind[0] in ("dental", "dental_prevention", "orthodontics")]
    named_parts: set[str] = set()
    deciding: set[str] = set()
    for kind in kinds:
        for found in forms(*kind):
            named_parts |= {node.code for node in walk(found.rule.value) if isinstance(node, Clause)}
            for obligation in deciding_clauses(found.rule.value, proved=deciding):
                if example(obligation.condition) is not None:
                    deciding.add(obligation.name.removesuffix(" can decide"))
    assert deciding == named_parts
    assert {f"dental-{code}" for code in BOOK.dental_categories} <= deciding


def test_planned_dental_care_is_for_children_and_pregnant_women_alone() -> None:
    dental: tuple[Form, ...] = ("urgent", "planned", "either")
    for form in dental:
        planned = [Not(fact("dentist_found_urgent"))] if form != "planned" else []
        for found in forms("dental", form):
            assert counterexample(Or((Not(found.rule.value), CHILD, fact("pregnant"))), planned) is None


def test_orthodontic_care_is_for_children_alone_and_braces_for_nobody() -> None:
    for found in forms("orthodontics", "planned"):
        assert counterexample(Or((Not(found.rule.value), CHILD))) is None
    for found in forms("dental_not_covered", None):
        assert found.rule.value == FALSE


def test_every_cell_of_the_dental_table_is_decided() -> None:
    """Category, form, group of services, edition: of somebody of whom everything is known the rules say yes or no."""
    cells = {(edition, code, column): answer.verdict for edition, code, column, answer in dental_cells(BOOK)}
    whole = product(EDITIONS, (*BOOK.dental_categories, NOBODY), (column.title for column in COLUMNS))
    assert set(cells) == set(whole)
    assert set(cells.values()) == {"yes", "no"}
