"""Advice about anaesthesia: what good practice and the Ministry's position say. Nothing here decides a verdict.

No rule of Kazakhstan limits the teeth treated or the minutes spent in one session, and the advice says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from saqta.basis.text import Text
from saqta.rules.anaesthesia_case import AnaesthesiaCase
from saqta.rules.anaesthesia_standing import AnaesthesiaStanding, Requirement
from saqta.rules.anaesthetised import demanded
from saqta.rules.answer import State, Step
from saqta.rules.phrases import phrases

TO_ASK = (
    "ask-why-anaesthesia",
    "ask-licence-annex",
    "ask-anaesthetist",
    "ask-when-examined",
    "ask-equipment",
    "ask-monitoring",
    "ask-risks",
    "ask-fasting",
    "ask-cold",
    "ask-if-it-goes-wrong",
)
"""Ten questions for the clinic, in the order of a conversation."""


def advised(standing: AnaesthesiaStanding) -> Iterator[Requirement]:
    """What is advised for anaesthesia and sedation, each with its state."""
    case, facts = standing.case, standing.case.facts
    if facts.kind == "local":
        return
    if standing.state_of(demanded("medical-indication")) is False and _is_child(case):
        yield _advice("advised-indication", facts.medical_indication)
    asa = None if facts.asa_class is None else facts.asa_class <= case.law.number("advised_asa_class_to")
    yield _advice("advised-asa-class", asa)
    infection = facts.recent_respiratory_infection
    yield _advice("advised-no-infection", None if infection is None else not infection)
    yield _advice("advised-fasting", facts.fasting_kept)
    yield _advice("advised-monitoring", facts.continuous_monitoring)


def warnings_about(standing: AnaesthesiaStanding) -> Iterator[Step]:
    """What to be careful about, the gravest first; and that no law limits teeth or minutes."""
    facts = standing.case.facts
    if facts.kind == "local":
        return
    for requirement in advised(standing):
        if requirement.state == "not_met":
            yield _step(requirement.code.replace("advised", "warn", 1))
    if _is_long_for_a_small_child(standing.case):
        yield _step("warn-long-for-a-small-child")
    if facts.teeth_planned is not None or facts.minutes_planned is not None:
        yield _step("warn-wide-session")
    yield _step("warn-no-national-limit")


def before_the_start(standing: AnaesthesiaStanding) -> Iterator[Step]:
    """What has to happen before the session may go ahead, demand by demand."""
    for demand, state in standing.demanded():
        if state != "met":
            yield Step(f"do-{demand.code}", standing.sentence("do", demand.code))


def to_ask(case: AnaesthesiaCase) -> Iterator[Step]:
    """What to ask the clinic; of local anaesthesia only what it may lead to."""
    if case.facts.kind == "local":
        yield _step("ask-allergy")
        yield _step("ask-if-it-goes-wrong")
        return
    yield from map(_step, TO_ASK)


def where_to_complain(standing: AnaesthesiaStanding) -> Iterator[Step]:
    if standing.verdict == "no":
        yield _step("do-not-agree")
    yield _step("refusing-is-a-right")
    yield _step("where-to-complain")
    yield _step("in-danger")


def _is_child(case: AnaesthesiaCase) -> bool:
    return case.age is not None and case.age < case.law.number("anaesthesia_child_age")


def _is_long_for_a_small_child(case: AnaesthesiaCase) -> bool:
    minutes, law = case.facts.minutes_planned, case.law
    small = case.age is not None and case.age < law.number("advised_long_session_age")
    return small and minutes is not None and minutes > law.number("advised_long_session_minutes")


def _advice(code: str, holds: bool | None) -> Requirement:
    state: State = "unknown" if holds is None else "met" if holds else "not_met"
    return Requirement(code, _text(code), state, "advice", ())


def _step(code: str) -> Step:
    return Step(code, _text(code))


def _text(code: str) -> Text:
    return phrases("anaesthesia")[code]
