"""Am I insured on this day? The answer with its reasons, from facts and a book of law."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial
from typing import Literal

import msgspec

from saqta.basis.days import day_text
from saqta.basis.money import Money
from saqta.basis.text import Text
from saqta.law.book import KNOWN_FROM, Book, Law, OutsideKnownLaw
from saqta.logic.canonical import digest as rule_digest
from saqta.rules.answer import (
    Change,
    Citing,
    Missing,
    Quotation,
    ReadingUsed,
    Reason,
    Verdict,
    digest,
    law_digest,
    readings_that_decide,
    sealed,
    unseen_changes,
)
from saqta.rules.case import Case
from saqta.rules.changes import ways_to_be_insured
from saqta.rules.checks import check_person
from saqta.rules.facts import PersonFacts
from saqta.rules.insured import LAW, decide_insured, insured
from saqta.rules.owed import MonthState
from saqta.rules.phrases import phrases
from saqta.rules.standing import Ground, Standing
from saqta.rules.status_reasons import reasons_for


class InsuredAnswer(msgspec.Struct, frozen=True):
    """The published answer about insured status; fields and codes as in the contract."""

    question: Literal["insured"]
    on: date
    known_at: date | None
    verdict: Verdict
    ground: Ground | None
    says: Text
    months: tuple[MonthState, ...]
    months_owed: tuple[str, ...]
    amount_owed: str
    insured_until: date | None
    reasons: tuple[Reason, ...]
    would_change: tuple[Change, ...]
    citations: tuple[Quotation, ...]
    readings: tuple[ReadingUsed, ...]
    missing: tuple[Missing, ...]
    law: str
    facts: str
    answer: str = ""


def ask(
    facts: PersonFacts,
    on: date,
    book: Book,
    *,
    known_at: date | None = None,
    follow: Mapping[str, str] | None = None,
) -> InsuredAnswer:
    """Whether the person is insured on the day ``on``.

    ``known_at`` answers as of an earlier moment: payments made after it, and law given back in time after it, are left
    out. ``follow`` takes other options of open readings. Raises ``Refused`` when the facts contradict one another.
    """
    check_person(facts, on)
    law = book.on(on, known_at, follow)
    if not law.is_known:
        return _outside_known_law(facts, law)
    standing = Standing(Case(facts, law))
    citing = Citing(law)
    reasons = tuple(reasons_for(standing, citing))
    readings = (
        *readings_that_decide(RELEVANT_READINGS, law, standing.verdict, citing, partial(_verdict_under, facts)),
        *unseen_changes(law),
    )
    return sealed(
        InsuredAnswer(
            question="insured",
            on=on,
            known_at=known_at,
            verdict=standing.verdict,
            ground=standing.ground,
            says=phrases("status")[f"insured-{standing.verdict}"].fill(on=day_text(on)),
            months=standing.months,
            months_owed=tuple(map(str, standing.months_owed)),
            amount_owed=str(standing.amount_owed),
            insured_until=standing.insured_until,
            reasons=reasons,
            would_change=ways_to_be_insured(standing) if standing.verdict == "no" else (),
            citations=citing.quotations(),
            readings=readings,
            missing=standing.missing,
            law=law_digest(law, rule_digest(insured(book))),
            facts=digest(facts),
        )
    )


def standing_of(facts: PersonFacts, law: Law) -> Standing:
    """The standing alone, for tables of many people: the same verdict without sentences and other readings.

    Raises ``Refused`` when the facts contradict one another, and ``OutsideKnownLaw`` for a day whose law is not
    encoded: a table has no place to explain itself.
    """
    check_person(facts, law.day)
    if not law.is_known:
        raise OutsideKnownLaw("rule of insured status", law.day)
    return Standing(Case(facts, law))


RELEVANT_READINGS = ("Q1", "Q3", "Q7", "Q8", "Q18", "Q19", "Q20", "Q21", "Q22", "Q23")
"""Open readings that can decide whether somebody is insured."""


def _verdict_under(facts: PersonFacts, law: Law) -> Verdict:
    """The verdict under another reading; explained only where the quick decision leaves it open."""
    case = Case(facts, law)
    value = decide_insured(case, law)
    if value is None:
        return Standing(case).verdict
    return "yes" if value else "no"


def _outside_known_law(facts: PersonFacts, law: Law) -> InsuredAnswer:
    """A day whose law is not encoded: undetermined, whatever the facts."""
    start, end = law.book.spans[KNOWN_FROM]
    nearest = start if law.day < start or end is None else end - timedelta(days=1)
    citing = Citing(law.book.on(nearest, law.known_at, law.follow))
    text = phrases("status")["outside-known-law"].fill(start=day_text(start), end=day_text(end or start))
    reason = Reason("outside-known-law", text, citing.keys([f"{LAW}/art_5__para_1"]))
    return sealed(
        InsuredAnswer(
            question="insured",
            on=law.day,
            known_at=law.known_at,
            verdict="undetermined",
            ground=None,
            says=phrases("status")["insured-undetermined"].fill(on=day_text(law.day)),
            months=(),
            months_owed=(),
            amount_owed=str(Money(0)),
            insured_until=None,
            reasons=(reason,),
            would_change=(),
            citations=citing.quotations(),
            readings=unseen_changes(law),
            missing=(),
            law=law_digest(law, rule_digest(insured(law.book))),
            facts=digest(facts),
        )
    )
