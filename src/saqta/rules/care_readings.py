"""The open questions of law that an answer about care rests on."""

from __future__ import annotations

from collections.abc import Iterator

from saqta.rules.answer import Alternative, Citing, ReadingUsed, Verdict, reading_used
from saqta.rules.care_case import CareCase
from saqta.rules.care_standing import CareStanding
from saqta.rules.facts import EntitlementFacts
from saqta.rules.status import RELEVANT_READINGS as READINGS_OF_STATUS

RELEVANT_READINGS = ("Q24", "Q25", "Q26", "Q27", "Q28", "Q30")
"""Open readings that can decide whether care is free."""

RESTING_ON: dict[str, tuple[str, ...]] = {
    "Q29": ("guaranteed/primary-care/2020-01-01",),
    "Q31": ("insurance/screening/2020-01-01",),
    "Q33": ("dental-pensioner", "dental-war_veteran"),
}
"""Open readings that no rule can switch: an answer rests on one when a named part of the rule decided it."""

FILLED = "K02"
"""ICD-10: caries, whose treatment ends with a filling (reading Q32 asks of which material)."""


def readings_used(standing: CareStanding, citing: Citing) -> Iterator[ReadingUsed]:
    """The readings without which the verdict might be another, and those that the answer rests on without a switch."""
    case, law = standing.case, standing.law
    derived = standing.asks_for_status and case.facts.insured is None
    for reading_id in (*RELEVANT_READINGS, *(READINGS_OF_STATUS if derived else ())):
        reading, followed = law.book.readings[reading_id], law.option(reading_id)
        others = [
            Alternative(option.id, option.text, verdict)
            for option in reading.options
            if option.encoded and option.id != followed
            if (verdict := _verdict_under(standing, reading_id, option.id)) != standing.verdict
        ]
        if others:
            citing.keys_that_speak(reading.cites)
            yield reading_used(reading, followed, others)
    for reading_id in _resting(standing):
        citing.keys_that_speak(law.book.readings[reading_id].cites)
        yield reading_used(law.book.readings[reading_id], law.option(reading_id), ())


def _resting(standing: CareStanding) -> Iterator[str]:
    for reading_id, parts in RESTING_ON.items():
        if any(standing.value(code) and standing.outcomes[code].decisive for code in parts):
            yield reading_id
    if standing.service.care == "dental" and FILLED in standing.service.icd10 and standing.verdict != "no":
        yield "Q32"


def _verdict_under(standing: CareStanding, reading_id: str, option: str) -> Verdict:
    law = standing.law
    other = law.book.on(law.day, law.known_at, {**law.follow, reading_id: option})
    facts: EntitlementFacts = standing.case.facts
    return CareStanding(CareCase(facts, other, standing.service)).verdict
