"""One planned session, judged once and read by all that goes into an answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from saqta.basis.text import Text
from saqta.law.book import Law
from saqta.rules.anaesthesia_case import VOCABULARY, AnaesthesiaCase
from saqta.rules.anaesthetised import Demand, demanded, demands, settled_on
from saqta.rules.answer import Citing, Missing, ReadingUsed, State, Verdict, readings_rested_on, readings_that_decide
from saqta.rules.explained import Explained
from saqta.rules.phrases import phrases

RELEVANT_READINGS = ("Q34", "Q35", "Q36", "Q37", "Q38")
"""Open readings that can decide whether a session may go ahead."""


HOURS = tuple(f"{who}_examined_hours_{edge}" for who in ("child", "adult") for edge in ("from", "to"))
"""The terms of the examination by the anaesthetist, as the book of law names them."""


class Requirement(msgspec.Struct, frozen=True):
    """Something a session should meet: what the ``law`` demands decides, what is ``advice`` never does."""

    code: str
    text: Text
    state: State
    basis: Literal["law", "advice"]
    cites: tuple[str, ...]


class AnaesthesiaStanding(Explained):
    """The explained rule of anaesthesia for a case, on the day of the session."""

    def __init__(self, case: AnaesthesiaCase) -> None:
        self.case = case
        super().__init__(settled_on(case.law), case.law, case.record, VOCABULARY)

    def demanded(self) -> Iterator[tuple[Demand, State]]:
        """The demands that the law makes of the session, or may make once its kind and the age are known."""
        for demand in demands():
            outcome, asked = self.outcomes.get(demand.code), self.state_of(demanded(demand.code))
            if outcome is None or asked is False:
                continue
            if outcome.value is True:
                yield demand, "met"
            else:
                yield demand, "not_met" if outcome.value is False and asked else "unknown"

    def requirements(self, citing: Citing) -> Iterator[Requirement]:
        """What the law demands, each with its place in it."""
        for demand, state in self.demanded():
            yield Requirement(
                demand.code, self.sentence("demand", demand.code), state, "law", citing.keys_that_speak(demand.cites)
            )

    def sentence(self, about: str, demand: str) -> Text:
        """A sentence about a demand, with the hours of the examination as the law of the day sets them."""
        words = phrases("anaesthesia")
        if demand != "examined-in-time":
            return words[f"{about}-{demand}"]
        if not self.law.holds("examination_window"):
            return words[f"{about}-examined-before-the-window"]
        return words[f"{about}-{demand}"].fill(**{name: str(self.law.number(name)) for name in HOURS})

    def missing(self) -> tuple[Missing, ...]:
        """The unknown facts that decide, the most telling first; none unless the verdict depends on them."""
        if self.verdict != "depends":
            return ()
        words = phrases("anaesthesia")
        return tuple(Missing(found.path, words[f"lacks-{found.path}"]) for found in self.inquiry.questions)

    def readings(self, citing: Citing) -> Iterator[ReadingUsed]:
        """The readings without which the verdict might be another, and those that the answer rests on."""
        used = list(readings_that_decide(RELEVANT_READINGS, self.law, self.verdict, citing, self._verdict_under))
        yield from used
        resting = [] if self.verdict in ("yes", "no") else list(self.inquiry.readings)
        if self.law.holds("examination_entry_in_doubt") and self.state_of(demanded("examined-in-time")) is not False:
            resting.append("Q39")
        shown = {reading.id for reading in used}
        yield from readings_rested_on([found for found in resting if found not in shown], self.law, citing)

    def _verdict_under(self, law: Law) -> Verdict:
        return AnaesthesiaStanding(AnaesthesiaCase(self.case.facts, law)).verdict
