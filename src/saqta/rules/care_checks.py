"""What a question about care may not say, beside what no facts document may: each check names both facts.

A document that contradicts itself gets no answer, because any answer would rest on one half of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from saqta.basis.refusal import Fault, refuse_any
from saqta.rules.care_case import CLEFTS, CareCase
from saqta.rules.checks import check_person
from saqta.rules.phrases import phrases

Check = Callable[[CareCase], Iterator[Fault]]


def only_women_are_pregnant(case: CareCase) -> Iterator[Fault]:
    if case.facts.pregnant and case.facts.person.sex == "male":
        yield _fault("pregnant-and-male", "$.pregnant")


def pregnancy_has_its_age(case: CareCase) -> Iterator[Fault]:
    law, age = case.law, case.age
    recorded = [place for place, held in enumerate(case.facts.categories or ()) if held.code == "pregnant_not_working"]
    stated = ["$.pregnant"] if case.facts.pregnant else [f"$.categories[{place}].code" for place in recorded]
    if age is not None and not law.number("pregnancy_age_from") <= age < law.number("pregnancy_age_until"):
        for where in stated:
            yield _fault("pregnant-at-that-age", where)


def children_draw_no_pension(case: CareCase) -> Iterator[Fault]:
    """A pension begins in adult life, whichever day is asked about."""
    born = case.facts.person.birth_date
    for place, held in enumerate(case.facts.categories or ()):
        too_early = born is not None and held.start.year - born.year < case.law.number("child_age")
        if held.code == "pensioner" and too_early:
            yield _fault("child-with-a-pension", f"$.categories[{place}].code")


def a_cleft_is_congenital(case: CareCase) -> Iterator[Fault]:
    need = case.need
    if need.congenital_maxillofacial_pathology is False and (need.diagnosis or "")[:3] in CLEFTS:
        yield _fault("cleft-not-congenital", "$.need.congenital_maxillofacial_pathology")


def a_listed_disease_is_socially_significant(case: CareCase) -> Iterator[Fault]:
    if case.need.socially_significant_disease is False and case.values["socially_significant"]:
        yield _fault("listed-disease-denied", "$.need.socially_significant_disease")


def a_threat_to_life_is_urgent(case: CareCase) -> Iterator[Fault]:
    if case.need.life_threatening and case.need.urgency == "planned":
        yield _fault("threat-and-planned", "$.need.urgency")


def what_a_dentist_found_urgent_is_not_planned(case: CareCase) -> Iterator[Fault]:
    if case.service.care == "dental" and case.need.dentist_found_urgent and case.need.urgency == "planned":
        yield _fault("planned-and-found-urgent", "$.need.urgency")


CHECKS: tuple[Check, ...] = (
    only_women_are_pregnant,
    pregnancy_has_its_age,
    children_draw_no_pension,
    a_cleft_is_congenital,
    a_listed_disease_is_socially_significant,
    a_threat_to_life_is_urgent,
    what_a_dentist_found_urgent_is_not_planned,
)


def check_case(case: CareCase) -> None:
    """Raises ``Refused`` with every contradiction found, of the person and of the need."""
    check_person(case.facts, case.law.day)
    refuse_any(fault for check in CHECKS for fault in check(case))


def _fault(code: str, where: str) -> Fault:
    return Fault(code, phrases("entitlement_refusals")[code], where)
