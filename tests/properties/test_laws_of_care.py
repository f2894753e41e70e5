"""Laws of the answers about care, on thousands of random people."""

from __future__ import annotations

import os
import random
from datetime import date

import msgspec
import pytest

from saqta.basis.month import Month
from saqta.basis.strict_json import decode
from saqta.law.book import load
from saqta.logic.reference import Evaluation, Value
from saqta.logic.settle import settle
from saqta.rules import entitled, entitlement
from saqta.rules.care_case import CareCase
from saqta.rules.care_comparison import changes_for, compare_care
from saqta.rules.care_vocabulary import VOCABULARY
from saqta.rules.facts import EntitlementFacts
from tests.logic.targets import TARGETS, outcomes
from tests.properties.patients import random_day, random_patient, random_service, verdict_by_questions

BOOK = load()
PEOPLE = 10_000
QUESTIONED = 1 if os.environ.get("SAQTA_DEEP") else 10
"""Every which of them is also led through the questions, and gets the whole answer twice: a thousand every day, all of
them in the deep run."""
BIRTH_DATE_AND_A_FEW = 12
"""More questions than this are put to nobody: a person, a clinic, a need."""

COMPARED = 150
COMPARED_ONE_BY_ONE = 15
DAYS = (
    (date(2020, 10, 31), date(2020, 11, 1)),
    (date(2025, 12, 31), date(2026, 1, 1)),
    (date(2026, 12, 31), date(2027, 1, 1)),
)
"""The eve and the first day of a change of the packages."""


def test_enquiry_questionnaire_and_recheck_never_disagree() -> None:
    """Ten thousand people asked about with all that is known; a part question by question too, and once more."""
    chance = random.Random(20_251_204)
    questions = 0
    for number in range(PEOPLE):
        on = random_day(chance)
        patient, service = random_patient(chance, on, BOOK), random_service(chance, BOOK)
        case = CareCase(patient, BOOK.on(on), BOOK.service(service))
        standing = entitlement.standing_of(case)
        assert standing is not None
        if standing.verdict == "depends":
            # A service named for several diseases, of which the patient has another: which one is meant stays open.
            assert {question.path for question in standing.inquiry.questions} == {"need.diagnosis"}
            continue
        if number % QUESTIONED == 0:
            verdict, asked = verdict_by_questions(patient, service, on, BOOK)
            assert verdict == standing.verdict, (number, service, on)
            assert asked <= BIRTH_DATE_AND_A_FEW
            questions += asked
            answer = entitlement.ask(patient, service, on, BOOK)
            again = entitlement.ask(decode(msgspec.json.encode(patient), EntitlementFacts), service, on, BOOK)
            assert answer.verdict == standing.verdict
            assert again.answer == answer.answer
    assert 1 <= questions * QUESTIONED / PEOPLE <= 6


def test_all_targets_agree_on_random_people_and_on_what_is_unknown_of_them() -> None:
    chance = random.Random(421)
    kinds = list(dict.fromkeys((service.care, service.form) for service in BOOK.services.values()))
    for care, form in kinds:
        on = random_day(chance)
        law = BOOK.on(on)
        service = next(found for found in BOOK.services.values() if (found.care, found.form) == (care, form))
        people = [_blurred(chance, CareCase(random_patient(chance, on, BOOK), law, service)) for _ in range(60)]
        rule = entitled.rule(BOOK, care, form)
        expected = [Evaluation(law, values).outcome(rule) for values in people]
        for name, target in TARGETS.items():
            found = outcomes(target, settle(rule, law), Month.of(on), people, VOCABULARY)
            assert found == expected, (name, care, form, on)


def test_knowing_more_never_turns_a_certain_answer_round() -> None:
    """Whatever is left out of what is known of a person, a yes or a no given then stands."""
    chance = random.Random(200)
    for _ in range(2_000):
        on = random_day(chance)
        law, service = BOOK.on(on), BOOK.service(random_service(chance, BOOK))
        case = CareCase(random_patient(chance, on, BOOK), law, service)
        rule = entitled.rule(BOOK, service.care, service.form)
        before = Evaluation(law, _blurred(chance, case)).outcome(rule)
        after = Evaluation(law, {**case.values, "insured": case.insured}).outcome(rule)
        assert before is None or before == after


@pytest.mark.parametrize(("before", "after"), DAYS)
def test_whoever_gains_or_loses_between_two_days_is_found_by_the_comparison(before: date, after: date) -> None:
    """Invented citizens are put to both laws with the same facts; the comparison names every kind of care in which one
    of them is answered otherwise, and in the same direction."""
    chance = random.Random(2027)
    laws = (BOOK.on(before), BOOK.on(after))
    named = {(change.care, change.form): change for change in compare_care(*laws)}
    kinds = {(service.care, service.form): service for service in BOOK.services.values()}
    gained, lost = set(), set()
    for _ in range(COMPARED):
        patient = random_patient(chance, before, BOOK)
        for kind, service in kinds.items():
            case = CareCase(patient, laws[0], service)
            values: dict[str, Value] = {**case.values, "insured": case.insured, "citizenship": "KZ"}
            earlier, later = (Evaluation(law, values).outcome(entitled.rule(BOOK, *kind)) for law in laws)
            if earlier is False and later is True:
                gained.add(kind)
            elif earlier is True and later is False:
                lost.add(kind)
    assert gained <= {kind for kind, change in named.items() if change.gains}
    assert lost <= {kind for kind, change in named.items() if change.loses}
    assert gained or lost


@pytest.mark.parametrize(("before", "after"), DAYS)
def test_a_change_that_reaches_a_person_is_among_those_told_of_that_person(before: date, after: date) -> None:
    """When the need is known as well, the answer differs only where the comparison, knowing the person alone, said that
    it might."""
    chance = random.Random(2031)
    laws = (BOOK.on(before), BOOK.on(after))
    changes = tuple(compare_care(*laws))
    services = {(service.care, service.form): service for service in BOOK.services.values()}
    reached = 0
    for _ in range(COMPARED_ONE_BY_ONE):
        patient = msgspec.structs.replace(random_patient(chance, before, BOOK), need=None)
        told = {(change.care, change.form): change for change in changes_for(patient, changes, *laws)}
        needy = msgspec.structs.replace(patient, need=random_patient(chance, before, BOOK).need)
        for change in changes:
            kind = change.care, change.form
            case = CareCase(needy, laws[1], msgspec.structs.replace(services[kind], icd10=()))
            values: dict[str, Value] = {**case.values, "insured": case.insured}
            earlier, later = (Evaluation(law, values).outcome(entitled.rule(BOOK, *kind)) for law in laws)
            if {earlier, later} == {True, False}:
                reached += 1
                assert (told[kind].gains if later else told[kind].loses) is not None, kind
    assert reached


def _blurred(chance: random.Random, case: CareCase) -> dict[str, Value]:
    """The facts of a case with some of them forgotten."""
    known = {**case.values, "insured": case.insured}
    return {name: None if chance.random() < 0.25 else known[name] for name in VOCABULARY.specs}
