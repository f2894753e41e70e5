"""May this dental session under anaesthesia go ahead? The answer, from facts and a book of law."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Literal

import msgspec

from saqta.basis.days import day_text
from saqta.basis.text import Text, listed
from saqta.law.book import Book
from saqta.logic.canonical import digest as rule_digest
from saqta.rules.anaesthesia_advice import advised, before_the_start, to_ask, warnings_about, where_to_complain
from saqta.rules.anaesthesia_case import AnaesthesiaCase, session_day
from saqta.rules.anaesthesia_checks import check_anaesthesia
from saqta.rules.anaesthesia_standing import AnaesthesiaStanding, Requirement
from saqta.rules.anaesthetised import rule
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
from saqta.rules.facts import AnaesthesiaFacts
from saqta.rules.phrases import phrases

KNOWN_ANAESTHESIA = "known_anaesthesia"
"""The period for which the demands on anaesthesia are encoded; a session on a day outside it has no answer."""


class AnaesthesiaAnswer(msgspec.Struct, frozen=True):
    """The published answer about a planned session; fields and codes as in the contract.

    ``session_on`` is the day whose law binds the session. ``requirements`` with the basis ``law`` decide; those of the
    basis ``advice`` and the ``warnings`` never do. ``next`` is what has to happen before the session may go ahead,
    ``ask_clinic`` what to ask there, ``complain`` what to do if something is wrong.
    """

    question: Literal["anaesthesia"]
    on: date
    session_on: date
    known_at: date | None
    kind: Literal["general", "sedation", "local"] | None
    verdict: Verdict
    says: Text
    note: Text | None
    requirements: tuple[Requirement, ...]
    reasons: tuple[Reason, ...]
    next: tuple[Step, ...]
    warnings: tuple[Step, ...]
    ask_clinic: tuple[Step, ...]
    complain: tuple[Step, ...]
    citations: tuple[Quotation, ...]
    readings: tuple[ReadingUsed, ...]
    missing: tuple[Missing, ...]
    law: str
    facts: str
    answer: str = ""


def ask(
    facts: AnaesthesiaFacts,
    on: date,
    book: Book,
    *,
    known_at: date | None = None,
    follow: Mapping[str, str] | None = None,
) -> AnaesthesiaAnswer:
    """Whether the session may go ahead, as the facts are known on the day ``on``.

    The law of the day that the session is planned for binds it. ``known_at`` answers as of an earlier moment,
    ``follow`` takes other options of open readings. Raises ``Refused`` when the facts contradict one another.
    """
    check_anaesthesia(facts, on)
    case = AnaesthesiaCase(facts, book.on(session_day(facts, on), known_at, follow))
    if not case.law.holds(KNOWN_ANAESTHESIA):
        return _outside_known_law(case, on)
    standing = AnaesthesiaStanding(case)
    citing = Citing(case.law)
    requirements = (*standing.requirements(citing), *advised(standing))
    missing = standing.missing()
    reasons = tuple(_reasons(standing, missing, citing))
    readings = (*standing.readings(citing), *unseen_changes(case.law))
    return sealed(
        msgspec.structs.replace(
            _bare(case, on, standing.verdict),
            requirements=requirements,
            reasons=reasons,
            next=tuple(before_the_start(standing)),
            warnings=tuple(warnings_about(standing)),
            ask_clinic=tuple(to_ask(case)),
            complain=tuple(where_to_complain(standing)),
            citations=citing.quotations(),
            readings=readings,
            missing=missing,
        )
    )


def _bare(case: AnaesthesiaCase, on: date, verdict: Verdict) -> AnaesthesiaAnswer:
    """The answer with its verdict in words, before anything is said for it; not sealed yet."""
    words, facts, day = phrases("anaesthesia"), case.facts, day_text(case.law.day)
    code = "session-yes-local" if facts.kind == "local" and verdict == "yes" else f"session-{verdict}"
    return AnaesthesiaAnswer(
        question="anaesthesia",
        on=on,
        session_on=case.law.day,
        known_at=case.law.known_at,
        kind=facts.kind,
        verdict=verdict,
        says=words[code].fill(kind=words[f"kind-{facts.kind or 'unknown'}"], on=day),
        note=words["session-is-past"].fill(on=day) if case.law.day < on else None,
        requirements=(),
        reasons=(),
        next=(),
        warnings=(),
        ask_clinic=(),
        complain=(),
        citations=(),
        readings=(),
        missing=(),
        law=law_digest(case.law, _rule_digest()),
        facts=digest(facts),
    )


def _reasons(standing: AnaesthesiaStanding, missing: tuple[Missing, ...], citing: Citing) -> Iterator[Reason]:
    """Why: every demand that is not met, what is not known yet, what the law leaves open, or that all is met."""
    words, law = phrases("anaesthesia"), standing.law
    found = list(standing.demanded())
    for demand, state in found:
        if state == "not_met":
            yield Reason(
                f"unmet-{demand.code}", standing.sentence("unmet", demand.code), citing.keys_that_speak(demand.cites)
            )
    cites = [cite for demand, _ in found for cite in demand.cites] or ["V2300032409/rule_1", "order-31-2023/rule_1"]
    keys = citing.keys_that_speak(dict.fromkeys(cites))
    match standing.verdict:
        case "yes":
            code = "all-demands-met" if found else "local-needs-less"
            yield Reason(code, words[code], keys)
        case "depends":
            facts = listed([fact.text for fact in missing])
            yield Reason("session-facts-missing", words["session-facts-missing"].fill(facts=facts), keys)
        case "undetermined":
            for reading_id in standing.inquiry.readings:
                question = law.book.readings[reading_id].question
                text = words["session-reading-open"].fill(question=question)
                yield Reason("session-reading-open", text, keys)
        case _:
            pass


def _outside_known_law(case: AnaesthesiaCase, on: date) -> AnaesthesiaAnswer:
    """A session on a day whose law is not encoded: undetermined, whatever the facts."""
    start, end = case.law.book.spans[KNOWN_ANAESTHESIA]
    words = phrases("anaesthesia")
    text = words["outside-known-anaesthesia"].fill(start=day_text(start), end=day_text(end or start))
    return sealed(
        msgspec.structs.replace(
            _bare(case, on, "undetermined"),
            reasons=(Reason("outside-known-anaesthesia", text, ()),),
            ask_clinic=tuple(to_ask(case)),
            complain=(Step("where-to-complain", words["where-to-complain"]),),
            readings=unseen_changes(case.law),
        )
    )


@lru_cache(maxsize=1)
def _rule_digest() -> str:
    return rule_digest(rule())
