"""Is this care free for me on this day, and under which package? The answer with its reasons, from facts and a book of
law."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Literal

import msgspec

from saqta.basis.days import day_text
from saqta.basis.text import Text
from saqta.law.book import Book
from saqta.law.services import Service
from saqta.logic.canonical import digest as rule_digest
from saqta.logic.nodes import Node
from saqta.rules.answer import (
    Citing,
    Missing,
    Quotation,
    ReadingUsed,
    Reason,
    Step,
    Verdict,
    digest,
    law_digest,
    sealed,
    unseen_changes,
)
from saqta.rules.care_case import CareCase
from saqta.rules.care_checks import check_case
from saqta.rules.care_missing import missing_facts
from saqta.rules.care_readings import readings_used
from saqta.rules.care_reasons import CareCondition, conditions_of, reasons_for
from saqta.rules.care_standing import CareStanding, Package
from saqta.rules.care_steps import not_decided, steps_for
from saqta.rules.catalogue import find_service
from saqta.rules.entitled import rule
from saqta.rules.facts import EntitlementFacts
from saqta.rules.phrases import phrases

KNOWN_PACKAGES = "known_packages"
"""The period for which the packages are encoded; a day outside it has no answer."""


class EntitlementAnswer(msgspec.Struct, frozen=True):
    """The published answer about a service; fields and codes as in the contract.

    ``package`` is the one under which the care is free, or would be once what is missing is known; null where it may be
    either. ``note`` is what a person should know of the service itself. ``conditions`` are what must hold, each with
    who states it. The answer is about the day ``on`` alone.
    """

    question: Literal["entitlement"]
    service: str
    service_name: Text
    on: date
    known_at: date | None
    verdict: Verdict
    package: Package | None
    form: Literal["urgent", "planned"] | None
    says: Text
    note: Text | None
    conditions: tuple[CareCondition, ...]
    reasons: tuple[Reason, ...]
    next: tuple[Step, ...]
    not_decided: tuple[Text, ...]
    citations: tuple[Quotation, ...]
    readings: tuple[ReadingUsed, ...]
    missing: tuple[Missing, ...]
    law: str
    facts: str
    answer: str = ""


def ask(
    facts: EntitlementFacts,
    service: str,
    on: date,
    book: Book,
    *,
    known_at: date | None = None,
    follow: Mapping[str, str] | None = None,
) -> EntitlementAnswer:
    """Whether the service is free for the person on the day ``on``.

    ``known_at`` answers as of an earlier moment, ``follow`` takes other options of open readings. Raises ``Refused``
    when the facts contradict one another, and for a service that the catalogue does not hold, with the nearest names.
    """
    found = find_service(service, book)
    case = CareCase(facts, book.on(on, known_at, follow), found)
    standing = standing_of(case)
    if standing is None:
        return _outside_known_packages(case, found)
    citing = Citing(case.law)
    missing = missing_facts(standing)
    reasons = tuple(reasons_for(standing, missing, citing))
    conditions = tuple(conditions_of(standing, citing))
    readings = (*readings_used(standing, citing), *unseen_changes(case.law))
    return sealed(
        EntitlementAnswer(
            question="entitlement",
            service=found.code,
            service_name=found.name,
            on=on,
            known_at=known_at,
            verdict=standing.verdict,
            package=standing.package,
            form=standing.form,
            says=verdict_sentence(standing, missing),
            note=found.note,
            conditions=conditions,
            reasons=reasons,
            next=tuple(steps_for(standing, missing)),
            not_decided=tuple(not_decided(standing)),
            citations=citing.quotations(),
            readings=readings,
            missing=missing,
            law=_law_digest(case, found),
            facts=digest(facts),
        )
    )


def standing_of(case: CareCase) -> CareStanding | None:
    """The standing alone, without sentences: the same verdict, for questionnaires and tables. None for a day whose
    packages are not encoded; raises ``Refused`` when the facts contradict one another."""
    if not case.law.holds(KNOWN_PACKAGES):
        return None
    check_case(case)
    return CareStanding(case)


def verdict_sentence(standing: CareStanding, missing: tuple[Missing, ...]) -> Text:
    """The verdict in one sentence, with the service and the day."""
    code = f"care-{standing.verdict}"
    asked = {fact.fact for fact in missing}
    if standing.verdict == "yes":
        code = f"care-yes-{standing.package or 'either'}"
    elif standing.verdict == "no" and standing.state_of("contract") is False and _has_a_right(standing):
        code = "care-no-clinic"
    elif asked == {"facility.contract_with_fund"}:
        code = "care-depends-clinic"
    elif asked and asked <= {"need.dentist_found_urgent", "need.urgency", "facility.contract_with_fund"}:
        code = "care-depends-dentist"
    return phrases("entitlement")[code].fill(service=standing.service.name, on=day_text(standing.law.day))


def _has_a_right(standing: CareStanding) -> bool:
    return bool(standing.state_of("guaranteed") or standing.state_of("insurance"))


def _outside_known_packages(case: CareCase, service: Service) -> EntitlementAnswer:
    """A day whose law is not encoded: undetermined, whatever the facts."""
    start, end = case.law.book.spans[KNOWN_PACKAGES]
    words = phrases("entitlement")
    text = words["outside-known-packages"].fill(start=day_text(start), end=day_text(end or start))
    return sealed(
        EntitlementAnswer(
            question="entitlement",
            service=service.code,
            service_name=service.name,
            on=case.law.day,
            known_at=case.law.known_at,
            verdict="undetermined",
            package=None,
            form=None,
            says=words["care-undetermined"].fill(service=service.name, on=day_text(case.law.day)),
            note=service.note,
            conditions=(),
            reasons=(Reason("outside-known-packages", text, ()),),
            next=(Step("ask-the-fund", words["ask-the-fund"]),),
            not_decided=(),
            citations=(),
            readings=unseen_changes(case.law),
            missing=(),
            law=_law_digest(case, service),
            facts=digest(case.facts),
        )
    )


def _law_digest(case: CareCase, service: Service) -> str:
    return law_digest(case.law, _rule_digest(rule(case.law.book, service.care, service.form)))


@lru_cache(maxsize=256)
def _rule_digest(tree: Node) -> str:
    return rule_digest(tree)
