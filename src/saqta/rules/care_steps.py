"""What to do with an answer about care: where to go, what to bring, what to do on refusal; and what it leaves open."""

from __future__ import annotations

from collections.abc import Iterator

from saqta.basis.text import Text
from saqta.rules.answer import Missing, Step
from saqta.rules.care_reasons import STATED_BY, condition_name
from saqta.rules.care_standing import CareStanding
from saqta.rules.phrases import phrases


def steps_for(standing: CareStanding, missing: tuple[Missing, ...]) -> Iterator[Step]:
    """The steps in the order in which they are done; the first is the one that matters most."""
    words = phrases("entitlement")
    asked = {fact.fact for fact in missing}
    way = standing.law.book.care[standing.service.care].way
    if standing.verdict == "undetermined":
        yield Step("ask-the-fund", words["ask-the-fund"])
    if "need.dentist_found_urgent" in asked:
        yield Step("ask-the-dentist", words["ask-the-dentist"])
    if standing.verdict != "no" or way in ("emergency", "paid"):
        yield Step(f"go-{way}", words[f"go-{way}"])
    if _clinic_matters(standing, asked):
        yield Step("another-clinic", words["another-clinic"])
    if _status_matters(standing, asked):
        yield Step("check-status", words["check-status"])
    if standing.case.facts.insured is False and standing.state_of("child-insured"):
        yield Step("correct-the-record", words["correct-the-record"])
    if standing.verdict in ("yes", "depends"):
        yield Step("bring-papers", words["bring-papers"])
        yield from _papers(standing)
    if way != "paid":
        yield Step("if-refused", words["if-refused"])


def _clinic_matters(standing: CareStanding, asked: set[str]) -> bool:
    refused = standing.verdict == "no" and "contract" in standing.outcomes and standing.state_of("contract") is False
    return refused or "facility.contract_with_fund" in asked


def _status_matters(standing: CareStanding, asked: set[str]) -> bool:
    outcome = standing.outcomes.get("insured")
    failed = standing.verdict == "no" and outcome is not None and outcome.decisive and outcome.value is False
    return failed or "insured" in asked


def _papers(standing: CareStanding) -> Iterator[Step]:
    """A paper for each category that counts and that a register or an office shows."""
    for code, outcome in standing.outcomes.items():
        shown = code.startswith("dental-") and code in STATED_BY and code != "dental-child"
        if shown and outcome.decisive and outcome.value:
            text = phrases("entitlement")["bring-category"].fill(condition=condition_name(standing, code))
            yield Step("bring-category", text)


def not_decided(standing: CareStanding) -> Iterator[Text]:
    """What the answer leaves to others."""
    words = phrases("entitlement")
    if standing.service.confidence == "low":
        yield words["service-unverified"]
    if standing.service.care in ("dental", "dental_prevention"):
        yield words["not-decided-urgency"]
    if standing.service.care not in ("dental_not_covered", "not_covered"):
        yield words["not-decided-treatment"]
        yield words["not-decided-place"]
