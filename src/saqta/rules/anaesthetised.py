"""The rule of anaesthesia: may a planned dental session go ahead? One cited tree.

Each demand of the law stands as a pair: when it is made, and what must then hold. General anaesthesia, sedation of a
small child and sedation under the standard of anaesthesia care are demanding; local anaesthesia meets none of these.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from saqta.law.book import Law
from saqta.logic.nodes import (
    FALSE,
    TRUE,
    And,
    Choice,
    Clause,
    Compare,
    Const,
    During,
    If,
    Kind,
    Node,
    Not,
    Or,
    Param,
    Reading,
    Unsettled,
)
from saqta.rules.anaesthesia_case import fact
from saqta.rules.settled import settled

DENTAL_STANDARD = "order-31-2023/rule_1"
ANAESTHESIA_STANDARD = "V2300032409/rule_1"
EXAMINATIONS = "V2300032409/rule_2"
WHOLE_STANDARD = "V2300032409"
CONSENT = "K2000000360/art_134"
URGENT_MEASURES = "K2000000360/art_34-2"


class Demand(NamedTuple):
    """Something that the law demands of a session: ``when`` it does, and what must hold."""

    code: str
    when: Node
    holds: Node
    cites: tuple[str, ...]

    @property
    def node(self) -> Node:
        """Met, or not demanded."""
        asked = Clause(demanded(self.code), self.when, self.cites)
        return Or((Not(asked), Clause(self.code, self.holds, self.cites)))


def demanded(code: str) -> str:
    """The name of the part of the rule that tells whether a demand is made."""
    return f"demanded-{code}"


def may_go_ahead() -> Node:
    """May the session go ahead: is every demand met that the law makes of it?"""
    return And(tuple(demand.node for demand in demands()))


def demands() -> Iterator[Demand]:
    """What the law demands, in the order in which a clinic has to see to it."""
    yield Demand("medical-indication", _indication_is_asked(), fact("medical_indication"), (DENTAL_STANDARD,))
    consent = (DENTAL_STANDARD, CONSENT)
    yield Demand("written-consent", _consent_is_asked(), fact("written_consent"), consent)
    yield Demand("informed-consent", _consent_is_asked(), fact("informed"), consent)
    annex = (DENTAL_STANDARD, ANAESTHESIA_STANDARD, URGENT_MEASURES)
    asked = Or((under_the_standard(), And((anaesthetised(), young()))))
    yield Demand("licence-annex", asked, fact("licence_annex"), annex)
    certificate = (ANAESTHESIA_STANDARD, URGENT_MEASURES)
    yield Demand("anaesthetist-certified", under_the_standard(), fact("certified"), certificate)
    yield Demand("equipment-complete", under_the_standard(), fact("equipment"), (ANAESTHESIA_STANDARD,))
    examinations = (EXAMINATIONS, WHOLE_STANDARD)
    yield Demand("examined-in-time", under_the_standard(), _since_the_window(in_time()), examinations)
    again = _since_the_window(fact("examined_again"))
    yield Demand("examined-again", under_the_standard(), again, examinations)


def anaesthetised() -> Node:
    """General anaesthesia or sedation."""
    return Or((_kind("general"), _kind("sedation")))


def under_the_standard() -> Node:
    """Does the standard of anaesthesia care bind the session? Whether it names sedation is reading Q38."""
    covers = Reading("Q38", (Choice("applies", TRUE), Choice("general_only", FALSE)))
    return Or((_kind("general"), And((covers, _kind("sedation")))))


def young() -> Node:
    return Compare("below", fact("age"), Param("anaesthesia_young_age", Kind.NUMBER))


def child() -> Node:
    return Compare("below", fact("age"), Param("anaesthesia_child_age", Kind.NUMBER))


def in_time() -> Node:
    """Did the anaesthetist examine the patient inside the hours that the standard names? The phrase of the order mixes
    a range with a deadline (reading Q37)."""
    examined = Not(fact("never_examined"))
    return And((examined, If(child(), _inside("child"), _inside("adult"))))


def _inside(who: str) -> Node:
    late_enough = Compare("at_least", fact("full_hours"), Param(f"{who}_examined_hours_from", Kind.NUMBER))
    not_too_early = Compare("at_most", fact("begun_hours"), Param(f"{who}_examined_hours_to", Kind.NUMBER))
    return And((late_enough, Reading("Q37", (Choice("range", not_too_early), Choice("deadline", TRUE)))))


def _since_the_window(holds: Node) -> Node:
    """What the standard said of examinations before its amendment is not known (reading Q36)."""
    before = Reading("Q36", (Choice("not_known", Unsettled("Q36")), Choice("no_window", TRUE)))
    return If(During("examination_window"), holds, before)


def _indication_is_asked() -> Node:
    """Always of a child under four; of an older child under general anaesthesia it is reading Q34."""
    older = And((_kind("general"), child()))
    of_whom = Reading("Q34", (Choice("under_four_only", young()), Choice("every_child", Or((young(), older)))))
    return And((anaesthetised(), of_whom))


def _consent_is_asked() -> Node:
    of_whom = Reading("Q35", (Choice("everyone", TRUE), Choice("under_four_only", young())))
    return And((anaesthetised(), of_whom))


def _kind(name: str) -> Node:
    return Compare("equal", fact("kind"), Const(Kind.WORD, name))


@lru_cache(maxsize=1)
def rule() -> Node:
    """The rule, built once."""
    return may_go_ahead()


def settled_on(law: Law) -> Node:
    """The rule as it stands on the day of this law."""
    return settled(rule(), law).value
