"""Random people with a need of care, of whom everything is known, and what each would answer when asked."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

import msgspec

from saqta.basis.strict_json import decode
from saqta.law.book import Book
from saqta.rules import status
from saqta.rules.care_case import CONTAGIOUS
from saqta.rules.care_vocabulary import DENTAL_MEMBERS
from saqta.rules.entitlement_questions import FOR_PROFESSIONALS, Answer, next_question
from saqta.rules.facts import EntitlementFacts

DIAGNOSES = (
    "K04.0",
    "K02.1",
    "A15.0",
    "B18.1",
    "C50.1",
    "E10.9",
    "G80.0",
    "F20",
    "I21.0",
    "I63.0",
    "Q36.9",
    "A09",
    "I10",
)
FIRST, LAST = date(2020, 1, 1), date(2027, 12, 31)
NEED = (
    "dentist_found_urgent", "congenital_maxillofacial_pathology", "dentofacial_anomaly", "low_income_family",
    "referral", "dangerous_to_others", "life_threatening", "epidemic_disease", "first_visit", "on_list",
)  # fmt: skip

MOST_STEPS = 40
"""More facts than a rule of care reads: whoever is asked longer is asked the same again."""


def random_day(chance: random.Random) -> date:
    return FIRST + timedelta(days=chance.randrange((LAST - FIRST).days + 1))


def random_service(chance: random.Random, book: Book) -> str:
    """Every other one is of dental care, which has the most rules."""
    field = "dental" if chance.random() < 0.5 else chance.choice(book.fields)
    return chance.choice(sorted(book.services_of(field)))


def random_patient(chance: random.Random, day: date, book: Book) -> EntitlementFacts:
    """Somebody without contradictions of whom the rules are told everything. The Fund's record says what the law says
    of the person; where that hangs on payments, it says one or the other."""
    age = chance.choice((0, 5, 6, 12, 13, 17, 18, 30, 45, 59, 70))
    born = date(day.year - age, 1, 1)
    sex = chance.choice(("female", "male"))
    diagnosis = chance.choice(DIAGNOSES)
    need: dict[str, Any] = {name: chance.random() < 0.5 for name in NEED}
    need |= {"diagnosis": diagnosis, "suspected_disease": chance.choice(DIAGNOSES), "acute_pain": chance.random() < 0.5}
    need["urgency"] = "urgent" if need["life_threatening"] else chance.choice(("urgent", "planned"))
    need["dentist_found_urgent"] = need["urgency"] == "urgent" and need["dentist_found_urgent"]
    need["dangerous_to_others"] = need["dangerous_to_others"] and diagnosis.startswith(CONTAGIOUS)
    need["months_since_event"] = chance.choice((0, 6, 7, 12, 13))
    if diagnosis == "Q36.9":
        need["congenital_maxillofacial_pathology"] = True
    document = {
        "person": {
            "birth_date": born.isoformat(),
            "sex": sex,
            "citizenship": chance.choice(("KZ", "KZ", "RU", "UZ", "FR", "stateless")),
            "residence": chance.choice(("permanent", "temporary", "refugee", "asylum_seeker")),
            "died_on": False,
        },
        "categories": _memberships(chance, age, sex, born),
        "need": need,
        "pregnant": sex == "female" and 13 <= age < 60 and chance.random() < 0.3,
        "facility": {"contract_with_fund": chance.random() < 0.8},
    }
    patient = decode(msgspec.json.encode(document), EntitlementFacts)
    law = book.on(day)
    by_law = status.standing_of(patient, law).explanation.value if law.is_known else None
    recorded = chance.random() < 0.5 if by_law is None else bool(by_law)
    return msgspec.structs.replace(patient, insured=recorded)


def _memberships(chance: random.Random, age: int, sex: str, born: date) -> list[dict[str, Any]]:
    held: list[dict[str, Any]] = []
    for code in chance.sample(DENTAL_MEMBERS, chance.choice((0, 0, 1, 1, 2))):
        if (code == "awarded_mother" and sex == "male") or (code in ("pensioner", "awarded_mother") and age < 30):
            continue
        start = born.replace(year=born.year + 25) if age >= 30 else born
        membership: dict[str, Any] = {"code": code, "from": start.isoformat()}
        if code == "awarded_mother":
            membership["award"] = chance.choice(("altyn_alqa", "kumis_alqa", "mother_heroine"))
        if code == "carer_of_group_1_disabled":
            membership["since_childhood"] = chance.random() < 0.5
        held.append(membership)
    return held


def truth(patient: EntitlementFacts, path: str) -> dict[str, Answer | int]:
    """What the patient, or the one whose word counts, would say to a question about a fact."""
    document = msgspec.to_builtins(patient)
    if path == "categories":
        return {"categories": tuple(document["categories"])}
    field, _, name = path.rpartition(".")
    if path.startswith("categories["):
        place = int(field.removeprefix("categories[").removesuffix("]"))
        return {path: document["categories"][place][name]}
    return {path: document[field][name] if field else document[name]}


def told(facts: EntitlementFacts, patient: EntitlementFacts, path: str) -> EntitlementFacts:
    """The facts with the patient's own answer about one of them put in."""
    document = msgspec.to_builtins(facts)
    for place, value in truth(patient, path).items():
        field, _, name = place.rpartition(".")
        if place == "categories":
            document["categories"] = list(value) if isinstance(value, tuple) else value
        elif field and not field.startswith("categories["):
            document[field] = {**(document.get(field) or {}), name: value}
        else:
            document[name] = value
    return msgspec.convert(document, EntitlementFacts)


def verdict_by_questions(patient: EntitlementFacts, service: str, on: date, book: Book) -> tuple[str, int]:
    """The verdict when nothing is known at first and every question gets the true answer; and how many were put to the
    patient. What is left then is said by the professionals whose word counts."""
    facts, asked = EntitlementFacts(), 0
    for _ in range(MOST_STEPS):
        step = next_question(facts, service, on, book)
        if step.question is not None:
            assert step.question.fact not in FOR_PROFESSIONALS
            facts, asked = told(facts, patient, step.question.fact), asked + 1
        elif step.left and (more := told(facts, patient, step.left[0].fact)) != facts:
            facts = more
        else:
            return step.verdict, asked
    raise AssertionError(f"the questions about {service} on {on} do not end: {step}")
