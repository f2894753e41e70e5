"""The open questions of law that an answer about care rests on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from saqta.logic.nodes import Node, Reading
from saqta.logic.trees import walk
from saqta.rules.answer import Alternative, Citing, ReadingUsed, Verdict, reading_used
from saqta.rules.care_case import CareCase
from saqta.rules.care_standing import CareStanding, CoveringItem
from saqta.rules.entitled import rule
from saqta.rules.facts import EntitlementFacts
from saqta.rules.status import RELEVANT_READINGS as READINGS_OF_STATUS

RELEVANT_READINGS = ("Q24", "Q25", "Q26", "Q27", "Q28", "Q30")
"""Open readings that can decide whether care is free."""

ITEMS_IN_DOUBT = {("guaranteed", "primary-care"): "Q29", ("insurance", "screening"): "Q31"}
CATEGORIES_IN_DOUBT = {"dental-pensioner": "Q33", "dental-war_veteran": "Q33"}
"""Open readings that no rule can switch: an answer rests on one when its item covers or its category counts."""

FILLED = "K02"
"""ICD-10: caries, whose treatment ends with a filling (reading Q32 asks of which material)."""


def readings_used(standing: CareStanding, citing: Citing) -> Iterator[ReadingUsed]:
    """The readings without which the verdict might be another, and those that the answer rests on without a switch."""
    case, law = standing.case, standing.law
    derived = standing.asks_for_status and case.facts.insured is None
    switches = _switches(rule(law.book, standing.service.care, standing.service.form))
    for reading_id in (*switches, *(READINGS_OF_STATUS if derived else ())):
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


@lru_cache(maxsize=256)
def _switches(tree: Node) -> tuple[str, ...]:
    """The open readings that the rule has a switch for."""
    named = {node.id for node in walk(tree) if isinstance(node, Reading)}
    return tuple(reading_id for reading_id in RELEVANT_READINGS if reading_id in named)


def _resting(standing: CareStanding) -> Iterator[str]:
    for item in standing.items:
        reading_id = ITEMS_IN_DOUBT.get((item.package, item.code))
        if reading_id is not None and item.package == standing.package and _is_disputed(item, standing):
            yield reading_id
    held = [code for code in CATEGORIES_IN_DOUBT if standing.state_of(code) and standing.outcomes[code].decisive]
    yield from dict.fromkeys(CATEGORIES_IN_DOUBT[code] for code in held)
    if standing.service.care == "dental" and FILLED in standing.service.icd10 and standing.verdict != "no":
        yield "Q32"


def _is_disputed(item: CoveringItem, standing: CareStanding) -> bool:
    """Whether the item covers the person and the day is one on which its span is in doubt: primary care only since the
    list that may have moved it."""
    since_the_reform = standing.law.holds("significant_diseases_of_2026")
    unconditional = not item.wording.requires
    return item.value is True and (item.code != "primary-care" or (since_the_reform and unconditional))


def _verdict_under(standing: CareStanding, reading_id: str, option: str) -> Verdict:
    law = standing.law
    other = law.book.on(law.day, law.known_at, {**law.follow, reading_id: option})
    facts: EntitlementFacts = standing.case.facts
    return CareStanding(CareCase(facts, other, standing.service)).verdict
