"""Law and rules fit: everything cited exists, everything encoded is used, everything said is said three times."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from saqta.law.book import KNOWN_FROM, Book, load
from saqta.law.lint import lint
from saqta.law.shape import CategoryWording
from saqta.logic.nodes import Clause, During, Node, Param, Reading
from saqta.logic.trees import walk
from saqta.rules import (
    anaesthesia,
    anaesthesia_standing,
    anaesthetised,
    care_readings,
    contributions,
    dues,
    entitled,
    entitlement,
    holdings,
    inspection_terms,
    measures,
    status,
    urgent_measures,
)
from saqta.rules.facts import Membership
from saqta.rules.inspections import COURSE, State, Step, taker_title
from saqta.rules.insured import insured
from saqta.rules.phrases import phrases
from saqta.rules.vocabulary import CATEGORIES
from tests.law_cases.shape import load_cases

# isort: split
# Rooms that store rows are importable once the register's settings are known.
import saqta.channels.opening  # noqa: F401  # for its effect
from saqta.oversight.permitted import PERMITS
from saqta.oversight.stepping import VERBS

BOOK: Book = load()
TREES: dict[str, Node] = {
    "insured": insured(BOOK),
    "anaesthesia": anaesthetised.rule(),
    **{f"measures {place}": tree for place, tree in enumerate(urgent_measures.trees())},
    **{f"line {place}": rule.amount for place, rule in enumerate(contributions.rules())},
    **{
        f"care {care} {form}": entitled.rule(BOOK, care, form)
        for care, form in dict.fromkeys((service.care, service.form) for service in BOOK.services.values())
    },
}
NODES = [node for tree in TREES.values() for node in walk(tree)]
SOURCE = "\n".join(path.read_text() for path in (Path(__file__).parents[2] / "src" / "saqta").rglob("*.py"))

FAMILIES = (
    "status",
    "dues",
    "entitlement",
    "entitlement_questions",
    "entitlement_refusals",
    "anaesthesia",
    "measures",
    "inspections",
)
"""The files of sentences."""

KEPT_FOR_LATER = {
    "late_interest_base_rate_multiple": "shown as an unverified value; no rule computes interest (reading Q14)",
    "refund_working_days": "the term of refunds, for the register",
    "state_average_wage": "what the state contribution is taken from; the sum itself is published",
}
"""Values that the book holds and no rule reads yet, each with the reason."""

PERIODS_KEPT_FOR_LATER = {
    "relief_2020": "explains months recorded as not owed",
    "provider_choice_for_payers": "for the choice of a provider",
}


def test_the_law_data_is_clean() -> None:
    assert lint(BOOK) == []


def test_every_clause_cites_provisions_that_exist() -> None:
    clauses = [node for node in NODES if isinstance(node, Clause)]
    assert len({clause.code for clause in clauses}) > 30
    for clause in clauses:
        for reference in clause.cites:
            BOOK.provision(reference)


def test_every_rule_has_cases_about_its_articles() -> None:
    cited = {case.cites for _, case in load_cases()}
    for clause in {node for node in NODES if isinstance(node, Clause)}:
        assert cited & set(clause.cites), f"no case is about {clause.code}: {clause.cites}"


def test_every_value_of_the_law_is_read_or_kept_for_a_stated_reason() -> None:
    read = {node.name for node in NODES if isinstance(node, Param)} | set(
        re.findall(r'\.(?:money|rate|number|words|value)\(\s*"([a-z0-9_]+)"', SOURCE)
    )
    read |= {name for name in BOOK.parameters if f'"{name}"' in SOURCE}
    assert set(BOOK.parameters) - read == set(KEPT_FOR_LATER) - read
    assert not read - set(BOOK.parameters) - {"employer_rate"} or read <= set(BOOK.parameters)


def test_every_period_of_the_law_is_read_or_kept_for_a_stated_reason() -> None:
    read = {node.period for node in NODES if isinstance(node, During)} | {
        KNOWN_FROM,
        entitlement.KNOWN_PACKAGES,
        anaesthesia.KNOWN_ANAESTHESIA,
        measures.KNOWN_INSPECTIONS,
    }
    read |= set(re.findall(r'(?:holds\(|spans\[|periods\[)"([a-z0-9_]+)"', SOURCE))
    assert set(BOOK.periods) - read == set(PERIODS_KEPT_FOR_LATER)


def test_every_step_of_an_inspection_cites_what_exists_and_has_a_name_a_permission_and_a_verb() -> None:
    for row in COURSE:
        assert row.cites, row.step
        for reference in row.cites:
            BOOK.provision(reference)
        assert row.to.title != row.step.title
        assert taker_title(row.taker)
    assert {row.step for row in COURSE} == set(Step)
    assert set(PERMITS) == set(Step)
    assert set(VERBS) == set(Step) - {Step.END_MEASURE}
    assert {row.to for row in COURSE} == set(State)


def test_an_unverified_term_is_never_more_than_a_warning() -> None:
    """What nobody has read in the law may be shown and must refuse nothing: the terms name no state and no step."""
    terms = [
        value
        for name, parameter in BOOK.parameters.items()
        if name.startswith("inspection_")
        for value in parameter.values
    ]
    assert {value.confidence for value in terms} == {"low"}
    refusing = (Path(__file__).parents[2] / "src" / "saqta" / "oversight" / "stepping.py").read_text()
    assert "inspection_terms" not in refusing


def test_categories_of_the_law_are_those_of_the_contract() -> None:
    assert tuple(BOOK.categories) == CATEGORIES


def test_conditions_of_categories_are_words_of_the_facts_document() -> None:
    attributes = set(Membership.__struct_fields__) | {"visited_this_year"}
    for category in BOOK.categories.values():
        for wording in category.wordings:
            named = {*wording.requires, *wording.unless, *wording.presumes}
            assert named <= attributes
            assert named <= set(holdings.VOCABULARY.specs)


def _wordings() -> list[object]:
    return [
        pytest.param(wording, id=f"{category.code} {wording.start}")
        for category in BOOK.categories.values()
        for wording in category.wordings
    ]


@pytest.mark.parametrize("wording", _wordings())
def test_a_category_in_force_cites_what_is_in_force(wording: CategoryWording) -> None:
    law = BOOK.on(wording.start)
    for reference in wording.cites:
        assert law.cite(reference).says is not None


def test_the_switches_of_readings_are_those_of_the_rules() -> None:
    """Every option that the book calls encoded is a branch of some rule, or is read where facts are gathered."""
    branches: dict[str, set[str]] = {}
    for node in NODES:
        if isinstance(node, Reading):
            branches.setdefault(node.id, set()).update(choice.option for choice in node.choices)
    for reading_id, options in branches.items():
        assert options == {option.id for option in BOOK.readings[reading_id].options if option.encoded}
    gathered = set(re.findall(r'option\("(Q[0-9]+)"\)', SOURCE))
    switched = {
        reading.id for reading in BOOK.readings.values() if sum(option.encoded for option in reading.options) > 1
    }
    assert switched == (set(branches) | gathered) & switched
    relevant = {*status.RELEVANT_READINGS, *dues.RELEVANT_READINGS, *care_readings.RELEVANT_READINGS}
    relevant |= set(anaesthesia_standing.RELEVANT_READINGS) | set(measures.RELEVANT_READINGS)
    relevant |= set(inspection_terms.RELEVANT_READINGS)
    assert relevant | {"Q2"} >= switched


def test_every_open_question_of_the_study_is_a_reading_with_five_cases() -> None:
    counted: dict[str, int] = {}
    for _, case in load_cases():
        if case.reading:
            counted[case.reading] = counted.get(case.reading, 0) + 1
    assert {f"Q{number}" for number in range(1, 18)} <= set(BOOK.readings)
    assert {reading: counted.get(reading, 0) for reading in BOOK.readings if counted.get(reading, 0) < 5} == {}


@pytest.mark.parametrize("name", FAMILIES)
def test_every_sentence_asks_for_the_same_values_in_all_languages(name: str) -> None:
    for code, text in phrases(name).items():
        text.names()
        assert text.kk != text.ru, code


def test_every_reason_that_the_rules_give_has_a_sentence_and_every_sentence_is_used() -> None:
    words = {*phrases("status"), *phrases("dues"), *phrases("entitlement"), *phrases("entitlement_refusals")}
    words |= set(phrases("anaesthesia"))
    literal = set(re.findall(r'"([a-z]+(?:-[a-z0-9_]+)+)"', SOURCE))
    built = (
        "insured-",
        "dues-",
        "missing-",
        "paid-",
        "three-months-",
        "capped-",
        "category-",
        "change-pay-",
        "care-",
        "clause-",
        "who-",
        "go-",
        "lacks-",
        "in-",
        "condition-",
        "example-",
        "demand-",
        "unmet-",
        "do-",
        "kind-",
        "session-",
        "warn-",
    )
    unused = {code for code in words if code not in literal and not code.startswith(built)}
    assert unused <= {"transition", "grace", "exempt", "died", "certificate"}


def test_the_sources_are_answered_by_services_that_exist() -> None:
    text = (Path(__file__).parents[2] / "docs" / "sources.md").read_text()
    fields = "|".join(BOOK.fields)
    named = set(re.findall(rf"\b((?:{fields})\.[a-z][a-z-]+)", text)) - {"dental.md"}
    assert len(named) > 50
    assert named <= set(BOOK.services)
