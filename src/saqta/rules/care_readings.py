"""The open questions of law that an answer about care rests on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from saqta.law.book import Law
from saqta.logic.nodes import Node, Reading
from saqta.logic.trees import walk
from saqta.rules.answer import Citing, ReadingUsed, Verdict, readings_rested_on, readings_that_decide
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
    asked = (*switches, *(READINGS_OF_STATUS if derived else ()))
    yield from readings_that_decide(asked, law, standing.verdict, citing, lambda other: _verdict_under(standing, other))
    yield from readings_rested_on(_resting(standing), law, citing)


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


def _verdict_under(standing: CareStanding, law: Law) -> Verdict:
    facts: EntitlementFacts = standing.case.facts
    return CareStanding(CareCase(facts, law, standing.service)).verdict
