"""The cases of law, through the published answers and on every target of the engine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

from saqta.basis.month import Month
from saqta.basis.refusal import Refused
from saqta.basis.strict_json import decode
from saqta.law.book import Law, load
from saqta.ledger.reader import open_payments
from saqta.ledger.records import JudgedRow
from saqta.logic.nodes import Node
from saqta.logic.reference import Evaluation, Value
from saqta.logic.settle import Settled, settle
from saqta.logic.vocabulary import Vocabulary
from saqta.rules import (
    anaesthesia,
    anaesthesia_case,
    anaesthetised,
    care_vocabulary,
    contributions,
    dues,
    entitled,
    entitlement,
    inspection_terms,
    measure_case,
    measures,
    status,
    urgent_measures,
    vocabulary,
)
from saqta.rules.answer import ReadingUsed
from saqta.rules.care_case import CareCase
from saqta.rules.case import Case
from saqta.rules.dues_lines import draw_lines
from saqta.rules.facts import AnaesthesiaFacts, ContributionFacts, EntitlementFacts, MeasureFacts, PersonFacts
from saqta.rules.inspections import State, Step, lawful_step
from saqta.rules.insured import insured
from tests.law_cases.shape import Expected, LawCase, load_cases
from tests.logic.targets import TARGETS, outcomes

CASES = load_cases()


def _named(kind: str) -> list[object]:
    return [pytest.param(case, id=f"{file}: {case.case}") for file, case in CASES if case.kind == kind]


@pytest.mark.parametrize("case", _named("status"))
def test_status(case: LawCase) -> None:
    assert case.on is not None
    facts = decode(json.dumps(case.document()).encode(), PersonFacts)
    answer = status.ask(facts, case.on, load(), known_at=case.known_at, follow=case.follow)
    expect = case.expect
    assert answer.verdict == expect.verdict
    if expect.verdict == "yes":
        assert answer.ground == expect.ground
    if expect.owed is not None:
        assert answer.months_owed == expect.owed
    if expect.amount is not None:
        assert answer.amount_owed == expect.amount
    if expect.until is not msgspec.UNSET:
        assert answer.insured_until == expect.until
    if expect.missing is not None:
        assert {missing.fact for missing in answer.missing} == set(expect.missing)
    assert set(expect.reasons) <= {reason.code for reason in answer.reasons}
    _check_readings(expect, answer.readings)


@pytest.mark.parametrize("case", _named("contributions"))
def test_contributions(case: LawCase) -> None:
    assert case.month is not None
    facts = decode(json.dumps(case.document()).encode(), ContributionFacts)
    answer = dues.ask(facts, Month.parse(case.month), load(), known_at=case.known_at, follow=case.follow)
    expect = case.expect
    assert answer.verdict == expect.verdict
    if expect.lines is not None:
        assert tuple(f"{line.kind} {line.amount}" for line in answer.lines) == expect.lines
    if expect.total is not None:
        assert answer.total == expect.total
    if expect.due is not None:
        assert answer.lines[0].due_on == expect.due
    if expect.missing is not None:
        assert {missing.fact for missing in answer.missing} == set(expect.missing)
    assert set(expect.reasons) <= {reason.code for reason in answer.reasons}
    _check_readings(expect, answer.readings)


@pytest.mark.parametrize("case", _named("entitlement"))
def test_entitlement(case: LawCase) -> None:
    assert case.on is not None
    assert case.service is not None
    facts = decode(json.dumps(case.document()).encode(), EntitlementFacts)
    expect = case.expect
    if expect.refused:
        with pytest.raises(Refused) as refused:
            entitlement.ask(facts, case.service, case.on, load(), known_at=case.known_at, follow=case.follow)
        assert {fault.code for fault in refused.value.faults} == set(expect.refused)
        return
    answer = entitlement.ask(facts, case.service, case.on, load(), known_at=case.known_at, follow=case.follow)
    assert answer.verdict == expect.verdict
    if expect.package is not None:
        assert answer.package == expect.package
    if expect.form is not None:
        assert answer.form == expect.form
    if expect.missing is not None:
        assert {missing.fact for missing in answer.missing} == set(expect.missing)
    assert set(expect.conditions) <= {f"{found.code} {found.state}" for found in answer.conditions}
    assert set(expect.next) <= {step.code for step in answer.next}
    assert set(expect.reasons) <= {reason.code for reason in answer.reasons}
    _check_readings(expect, answer.readings)


def _check_readings(expect: Expected, shown: tuple[ReadingUsed, ...]) -> None:
    identifiers = {reading.id for reading in shown}
    if expect.readings is not None:
        assert set(expect.readings) <= identifiers
        assert expect.readings or not identifiers


@pytest.mark.parametrize("case", _named("parameter"))
def test_values_of_the_law(case: LawCase) -> None:
    assert case.on is not None
    assert case.parameter is not None
    value = load().on(case.on, case.known_at).value(case.parameter)
    assert value.value == case.expect.value
    if case.expect.confidence is not None:
        assert value.confidence == case.expect.confidence


@pytest.mark.parametrize("case", _named("file"))
def test_payment_files(case: LawCase, tmp_path: Path) -> None:
    assert case.file is not None
    path = tmp_path / "payments.txt"
    path.write_text(case.file, encoding="utf-8", newline="")
    rows = 0

    def count(event: object) -> None:
        nonlocal rows
        rows += isinstance(event, JudgedRow) and event.row is not None

    judgement = open_payments(path).judge(count)
    assert judgement.valid == case.expect.valid
    if case.expect.faults is not None:
        assert {fault.code for fault in judgement.faults} == set(case.expect.faults)
    if case.expect.rows is not None:
        assert rows == case.expect.rows


@pytest.mark.parametrize("case", _named("anaesthesia"))
def test_anaesthesia(case: LawCase) -> None:
    assert case.on is not None
    expect = case.expect
    facts = decode(json.dumps(case.document()).encode(), AnaesthesiaFacts)
    if expect.refused:
        with pytest.raises(Refused) as refusal:
            anaesthesia.ask(facts, case.on, load())
        assert tuple(fault.code for fault in refusal.value.faults) == expect.refused
        return
    answer = anaesthesia.ask(facts, case.on, load(), known_at=case.known_at, follow=case.follow)
    assert answer.verdict == expect.verdict
    found = {f"{requirement.code} {requirement.state}" for requirement in answer.requirements}
    assert set(expect.requirements) <= found
    assert not set(expect.not_required) & {requirement.code for requirement in answer.requirements}
    assert set(expect.warnings) <= {warning.code for warning in answer.warnings}
    assert set(expect.reasons) <= {reason.code for reason in answer.reasons}
    if expect.missing is not None:
        assert {missing.fact for missing in answer.missing} == set(expect.missing)
    _check_readings(expect, answer.readings)


@pytest.mark.parametrize("case", _named("measures"))
def test_urgent_measures(case: LawCase) -> None:
    assert case.on is not None
    expect = case.expect
    facts = decode(json.dumps(case.document()).encode(), MeasureFacts)
    if expect.refused:
        with pytest.raises(Refused) as refusal:
            measures.ask(facts, case.on, load())
        assert tuple(fault.code for fault in refusal.value.faults) == expect.refused
        return
    answer = measures.ask(facts, case.on, load(), known_at=case.known_at, follow=case.follow)
    assert answer.verdict == expect.verdict
    assert set(expect.measures) <= {f"{found.kind} {found.verdict}" for found in answer.measures}
    assert expect.stands in (None, answer.stands)
    assert expect.may_be_annulled in (None, answer.may_be_annulled)
    assert set(expect.reasons) <= {reason.code for reason in answer.reasons}
    if expect.missing is not None:
        assert {missing.fact for missing in answer.missing} == set(expect.missing)
    _check_readings(expect, answer.readings)


@pytest.mark.parametrize("case", _named("step"))
def test_steps_of_an_inspection(case: LawCase) -> None:
    assert case.on is not None
    assert case.step is not None
    ground = case.step.ground
    if ground is not None and (ground not in load().grounds or not load().grounds[ground].stands_on(case.on)):
        assert case.expect.verdict == "no"
        return
    state = None if case.step.state is None else State(case.step.state)
    found = lawful_step(state, Step(case.step.do), once_extended=case.step.once_extended)
    assert case.expect.verdict == ("no" if found is None else "yes")
    if found is not None:
        assert case.expect.to in (None, found.to.value)
        assert case.cites in found.cites or ground is not None


@pytest.mark.parametrize("case", _named("term"))
def test_terms_of_an_inspection(case: LawCase) -> None:
    assert case.term is not None
    term, law = case.term, load().on(case.on or case.term.start, follow=case.follow)
    ends, resumed = term.ends or term.start, term.resumed or term.start
    found = {
        "inspection": lambda: inspection_terms.inspection_ends(term.start, term.size, law),
        "extension": lambda: inspection_terms.extension_ends(term.start, term.size, law),
        "resumption": lambda: inspection_terms.resumed_ends(ends, term.start, resumed, term.size, law),
        "beginning": lambda: inspection_terms.earliest_beginning(term.start, law),
        "mending": lambda: inspection_terms.earliest_mending(term.start, law),
    }[term.of]()
    assert found.day == case.expect.day
    assert found.verified is case.expect.verified
    assert case.cites in found.cites


class Asked(NamedTuple):
    """The name of a case; a settled rule, the month it is seen from, and one person's facts."""

    case: str
    rule: Node
    law: Law
    month: Month
    values: dict[str, Value]
    words: Vocabulary


def _asked() -> Iterator[Asked]:
    book = load()
    for _, case in CASES:
        if case.kind == "status" and case.on is not None:
            law = book.on(case.on, case.known_at, case.follow)
            if law.is_known:
                facts = decode(json.dumps(case.document()).encode(), PersonFacts)
                values = Case(facts, law).values(case.on)
                yield Asked(case.case, insured(book), law, Month.of(case.on), values, vocabulary.VOCABULARY)
        elif case.kind == "anaesthesia" and case.on is not None and not case.expect.refused:
            facts_of_session = decode(json.dumps(case.document()).encode(), AnaesthesiaFacts)
            day = anaesthesia_case.session_day(facts_of_session, case.on)
            law = book.on(day, case.known_at, case.follow)
            if law.holds(anaesthesia.KNOWN_ANAESTHESIA):
                values = anaesthesia_case.AnaesthesiaCase(facts_of_session, law).values
                yield Asked(
                    case.case, anaesthetised.rule(), law, Month.of(day), dict(values), anaesthesia_case.VOCABULARY
                )
        elif case.kind == "measures" and case.on is not None and not case.expect.refused:
            law = book.on(case.on, case.known_at, case.follow)
            if law.holds(measures.KNOWN_INSPECTIONS):
                stated = decode(json.dumps(case.document()).encode(), MeasureFacts)
                values = dict(measure_case.MeasureCase(stated, law).values)
                for tree in urgent_measures.trees():
                    yield Asked(case.case, tree, law, Month.of(case.on), values, measure_case.VOCABULARY)
        elif case.kind == "entitlement" and case.on is not None:
            asked = _asked_care(case, book.on(case.on, case.known_at, case.follow))
            if asked is not None:
                yield asked
        elif case.kind == "contributions" and case.month is not None:
            month = Month.parse(case.month)
            law = book.on(month.first_day, case.known_at, case.follow)
            if law.is_known:
                yield from _asked_lines(case, law, month)


def _asked_care(case: LawCase, law: Law) -> Asked | None:
    """The rule of a case about care, with the insured status as the answer took it."""
    facts = decode(json.dumps(case.document()).encode(), EntitlementFacts)
    if case.expect.refused or case.on is None or not law.holds(entitlement.KNOWN_PACKAGES):
        return None
    service = law.book.service(case.service or "")
    found = CareCase(facts, law, service)
    values = dict.fromkeys(care_vocabulary.VOCABULARY.specs) | {**found.values, "insured": found.insured}
    rule = entitled.rule(law.book, service.care, service.form)
    return Asked(case.case, rule, law, Month.of(case.on), values, care_vocabulary.VOCABULARY)


def _asked_lines(case: LawCase, law: Law, month: Month) -> Iterator[Asked]:
    facts = decode(json.dumps(case.document()).encode(), ContributionFacts)
    for line in draw_lines(facts, Case(facts, law), month):
        if line.amount is not None:
            values = {name: getattr(line.record, name) for name in contributions.LINES.specs}
            yield Asked(case.case, line.rule.amount, line.law, line.month, values, contributions.LINES)


@pytest.mark.parametrize("target", TARGETS)
def test_every_case_has_the_same_outcome_on_every_target(target: str) -> None:
    """Cases that meet the same rule on the same day are put to a target together, as rows of one table."""
    together: dict[tuple[Settled, Month, int], list[Asked]] = {}
    for asked in _asked():
        together.setdefault((settle(asked.rule, asked.law), asked.month, id(asked.words)), []).append(asked)
    for (rule, month, _), alike in together.items():
        found = outcomes(TARGETS[target], rule, month, [asked.values for asked in alike], alike[0].words)
        for asked, outcome in zip(alike, found, strict=True):
            assert outcome == Evaluation(asked.law, asked.values).outcome(asked.rule), asked.case
