"""May an urgent measure be applied to this clinic, and does one still stand? The answer, from facts and the law."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Literal

import msgspec

from saqta.basis.days import day_text
from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text, listed
from saqta.law.book import Book, Law
from saqta.logic.canonical import digest as rule_digest
from saqta.logic.nodes import Clause, Node
from saqta.logic.trees import walk
from saqta.rules.answer import (
    Citing,
    Missing,
    Quotation,
    ReadingUsed,
    Reason,
    Verdict,
    digest,
    law_digest,
    readings_rested_on,
    readings_that_decide,
    sealed,
    unseen_changes,
)
from saqta.rules.explained import Explained
from saqta.rules.facts import MeasureFacts, UrgentMeasure
from saqta.rules.measure_case import VOCABULARY, MeasureCase
from saqta.rules.phrases import phrases
from saqta.rules.urgent_measures import (
    ARTICLE,
    KINDS,
    MeasureKind,
    any_may_be_applied,
    may_be_annulled,
    may_be_applied,
    settled_on,
    stands,
    trees,
)

KNOWN_INSPECTIONS = "known_inspections"
"""The period for which the course of inspections is encoded; a day outside it has no answer."""

RELEVANT_READINGS = ("Q40", "Q41", "Q42", "Q43")
"""Open readings that can decide whether an urgent measure may be applied."""


class MeasureVerdict(msgspec.Struct, frozen=True):
    """Whether one kind of urgent measure may be applied."""

    kind: MeasureKind
    text: Text
    verdict: Verdict
    cites: tuple[str, ...]


class MeasuresAnswer(msgspec.Struct, frozen=True):
    """The published answer. ``verdict``: whether any urgent measure may be applied; ``measures`` says it of each kind.
    ``stands``: whether the measure that was taken has to be carried out; ``may_be_annulled``: whether the higher body
    has a ground to annul it. Both are null where the facts name no measure."""

    question: Literal["measures"]
    on: date
    known_at: date | None
    verdict: Verdict
    says: Text
    measures: tuple[MeasureVerdict, ...]
    stands: Verdict | None
    may_be_annulled: Verdict | None
    reasons: tuple[Reason, ...]
    citations: tuple[Quotation, ...]
    readings: tuple[ReadingUsed, ...]
    missing: tuple[Missing, ...]
    law: str
    facts: str
    answer: str = ""


def ask(
    facts: MeasureFacts,
    on: date,
    book: Book,
    *,
    known_at: date | None = None,
    follow: Mapping[str, str] | None = None,
) -> MeasuresAnswer:
    """Whether an urgent measure may be applied on these facts on the day ``on``, and whether one that was taken stands.
    Raises ``Refused`` for a measure of no kind whose annulment is asked about."""
    case = MeasureCase(facts, book.on(on, known_at, follow))
    citing = Citing(case.law)
    if not case.law.holds(KNOWN_INSPECTIONS):
        return _outside_known_law(case, citing)
    if facts.measure is not None and facts.measure.kind is None:
        raise Refused(Fault("measure-of-no-kind", phrases("measures")["measure-of-no-kind"], "$.measure.kind"))
    asked = _explained(any_may_be_applied(), case)
    verdict = asked.verdict
    measures = tuple(_of_each_kind(case, citing))
    taken = facts.measure is not None
    standing = _explained(stands(), case).verdict if taken else None
    annulment = _explained(may_be_annulled(), case).verdict if taken else None
    missing = _missing(asked) if verdict == "depends" else ()
    reasons = tuple(_reasons(case, asked, missing, citing))
    readings = (*_readings(case, asked, citing), *unseen_changes(case.law))
    return sealed(
        msgspec.structs.replace(
            _bare(case, verdict),
            measures=measures,
            stands=standing,
            may_be_annulled=annulment,
            reasons=(*reasons, *_about_the_measure(facts.measure, standing, annulment, citing)),
            citations=citing.quotations(),
            readings=readings,
            missing=missing,
        )
    )


def _explained(tree: Node, case: MeasureCase) -> Explained:
    return Explained(settled_on(tree, case.law), case.law, case.record, VOCABULARY)


def _bare(case: MeasureCase, verdict: Verdict) -> MeasuresAnswer:
    words, law = phrases("measures"), case.law
    return MeasuresAnswer(
        question="measures",
        on=law.day,
        known_at=law.known_at,
        verdict=verdict,
        says=words[f"measures-{verdict}"].fill(on=day_text(law.day)),
        measures=(),
        stands=None,
        may_be_annulled=None,
        reasons=(),
        citations=(),
        readings=(),
        missing=(),
        law=law_digest(law, *_rule_digests()),
        facts=digest(case.facts),
    )


def _of_each_kind(case: MeasureCase, citing: Citing) -> Iterator[MeasureVerdict]:
    words = phrases("measures")
    for kind in KINDS:
        tree = may_be_applied(kind)
        found = next(node for node in walk(tree) if isinstance(node, Clause) and node.code == f"may-{kind}")
        verdict = _explained(tree, case).verdict
        yield MeasureVerdict(kind, words[f"measure-{kind}"], verdict, citing.keys_that_speak(found.cites))


def _reasons(case: MeasureCase, asked: Explained, missing: tuple[Missing, ...], citing: Citing) -> Iterator[Reason]:
    """Why: what decides it, in the order in which the law asks."""
    words, ground = phrases("measures"), (f"{ARTICLE}__para_4__part_1",)
    match asked.verdict:
        case "yes":
            yield Reason("permit-is-missing", words["permit-is-missing"], citing.keys_that_speak(ground))
        case "depends":
            facts = listed([fact.text for fact in missing])
            text = words["measures-facts-missing"].fill(facts=facts)
            yield Reason("measures-facts-missing", text, citing.keys_that_speak(ground))
        case _:
            yield from _against(case, asked, citing)
    if case.facts.other_violation and asked.verdict != "yes":
        cites = ("K2000000360/art_32__para_3__subpara_2", "K2000000360/art_32__para_1__subpara_6")
        text = words["other-violations-have-other-measures"]
        yield Reason("other-violations-have-other-measures", text, citing.keys_that_speak(cites))


def _against(case: MeasureCase, asked: Explained, citing: Citing) -> Iterator[Reason]:
    words = phrases("measures")
    if not case.law.holds("urgent_measures"):
        start, _ = case.law.book.spans["urgent_measures"]
        yield Reason("measures-not-yet", words["measures-not-yet"].fill(start=day_text(start)), ())
        return
    for code, reason, cites in (
        ("control-allows-measures", "control-without-measures", (f"{ARTICLE}__para_2",)),
        ("care-is-given", "no-care-without-a-document", (f"{ARTICLE}__para_4__part_1",)),
    ):
        if asked.state_of(code) is False:
            yield Reason(reason, words[reason], citing.keys_that_speak(cites))
    permits = (case.facts.licence_missing, case.facts.annex_missing, case.facts.certificate_missing)
    if permits == (False, False, False):
        cites = (f"{ARTICLE}__para_4__part_1",)
        yield Reason("no-permit-is-missing", words["no-permit-is-missing"], citing.keys_that_speak(cites))
    elif case.facts.control == "investigation" and any(permits) and asked.verdict == "no":
        cites = (f"{ARTICLE}__para_4__part_2",)
        text = words["investigation-asks-for-all"]
        yield Reason("investigation-asks-for-all", text, citing.keys_that_speak(cites))


def _about_the_measure(
    measure: UrgentMeasure | None, standing: Verdict | None, annulment: Verdict | None, citing: Citing
) -> Iterator[Reason]:
    """What a person asks once a measure is taken: what ends it, and what does not."""
    if measure is None:
        return
    words = phrases("measures")
    changes_nothing = (
        (measure.complaint_filed, "complaint-does-not-stop", f"{ARTICLE}__para_13__part_3"),
        (measure.receipt_refused, "refusal-does-not-release", f"{ARTICLE}__para_7"),
        (measure.time_is_over, "time-does-not-end-it", f"{ARTICLE}__para_11__part_2"),
    )
    if standing == "no":
        code = "measure-annulled" if measure.annulled else "mending-confirmed"
        cite = f"{ARTICLE}__para_14" if measure.annulled else f"{ARTICLE}__para_11__part_2"
        yield Reason(code, words[code], citing.keys_that_speak((cite,)))
    else:
        for said, code, cite in changes_nothing:
            if said:
                yield Reason(code, words[code], citing.keys_that_speak((cite,)))
    if annulment == "yes":
        text = words["measure-may-be-annulled"]
        cites = (f"{ARTICLE}__para_14", f"{ARTICLE}__para_13__part_1")
        yield Reason("measure-may-be-annulled", text, citing.keys_that_speak(cites))


def _missing(asked: Explained) -> tuple[Missing, ...]:
    words = phrases("measures")
    return tuple(Missing(found.path, words[f"lacks-{found.path}"]) for found in asked.inquiry.questions)


def _readings(case: MeasureCase, asked: Explained, citing: Citing) -> Iterator[ReadingUsed]:
    """The readings under which any of the verdicts would be another, each shown once."""
    shown: set[str] = set()
    for tree in trees() if case.facts.measure is not None else (any_may_be_applied(), *map(may_be_applied, KINDS)):

        def under(law: Law, tree: Node = tree) -> Verdict:
            return _explained(tree, MeasureCase(case.facts, law)).verdict

        for reading in readings_that_decide(RELEVANT_READINGS, case.law, under(case.law), citing, under):
            if reading.id not in shown:
                shown.add(reading.id)
                yield reading
    if asked.verdict not in ("yes", "no"):
        resting = [found for found in asked.inquiry.readings if found not in shown]
        yield from readings_rested_on(resting, case.law, citing)


def _outside_known_law(case: MeasureCase, citing: Citing) -> MeasuresAnswer:
    """A day whose law is not encoded: undetermined, whatever the facts."""
    start, end = case.law.book.spans[KNOWN_INSPECTIONS]
    text = phrases("measures")["outside-known-inspections"].fill(start=day_text(start), end=day_text(end or start))
    reason = Reason("outside-known-inspections", text, ())
    return sealed(
        msgspec.structs.replace(
            _bare(case, "undetermined"),
            reasons=(reason,),
            citations=citing.quotations(),
            readings=unseen_changes(case.law),
        )
    )


@lru_cache(maxsize=1)
def _rule_digests() -> tuple[str, ...]:
    return tuple(rule_digest(tree) for tree in trees())
