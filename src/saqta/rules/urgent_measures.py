"""The rules of urgent measures (Health Code, art. 34-2): which may be applied, whether one stands, whether it falls.

The law knows one ground, care that is given without a licence, its annex or a certificate. Any other violation, however
grave, leads to other measures; that is why nothing else is asked here.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from saqta.law.book import Law
from saqta.logic.nodes import FALSE, TRUE, And, Choice, Clause, Compare, Const, During, Kind, Node, Not, Or, Reading
from saqta.rules.measure_case import fact
from saqta.rules.settled import settled

ARTICLE = "K2000000360/art_34-2"
GROUND = f"{ARTICLE}__para_4__part_1"
IN_AN_INVESTIGATION = f"{ARTICLE}__para_4__part_2"
SUSPENSION = f"{ARTICLE}__para_3__subpara_1"
REMOVAL = f"{ARTICLE}__para_3__subpara_2"
CONTROLS = f"{ARTICLE}__para_2"
SPHERE = "K1500000375/art_139__subpara_10-2"
ENDED = f"{ARTICLE}__para_11__part_2"
ANNULLED = f"{ARTICLE}__para_14"

MeasureKind = Literal["suspend_activity", "suspend_part", "remove_person"]
"""Stop the clinic; stop those kinds of its care that lack a document; take a person off work for a time."""

KINDS: tuple[MeasureKind, ...] = ("suspend_activity", "suspend_part", "remove_person")


@lru_cache(maxsize=1)
def any_may_be_applied() -> Node:
    """May any urgent measure be applied?"""
    return Or(tuple(may_be_applied(kind) for kind in KINDS))


@lru_cache(maxsize=3)
def may_be_applied(kind: MeasureKind) -> Node:
    """May this measure be applied?"""
    missing = {"suspend_activity": _stops_all(), "suspend_part": _stops_part(), "remove_person": _certificate()}[kind]
    cites = (REMOVAL,) if kind == "remove_person" else (SUSPENSION,)
    return And(
        (
            Clause("measures-exist", During("urgent_measures"), (ARTICLE, SPHERE)),
            Clause("control-allows-measures", _control_allows(), (CONTROLS,)),
            Clause("care-is-given", fact("care_given"), (GROUND,)),
            Clause(f"may-{kind}", And((missing, _enough_in_an_investigation())), (*cites, GROUND)),
        )
    )


@lru_cache(maxsize=1)
def stands() -> Node:
    """Must the measure be carried out? Neither a complaint nor a refusal to take the act ends it, nor does time."""
    return And(
        (
            Clause("not-annulled", Not(fact("annulled")), (ANNULLED,)),
            Clause("mending-not-confirmed", Not(fact("mending_confirmed")), (ENDED,)),
        )
    )


@lru_cache(maxsize=1)
def may_be_annulled() -> Node:
    """Has the higher body a ground to annul the measure?"""
    of_kind = Or(tuple(And((_is(kind), Not(may_be_applied(kind)))) for kind in KINDS))
    no_ground = Not(any_may_be_applied())
    return Or(
        (
            Clause("annul-no-ground", no_ground, (ANNULLED,)),
            Clause("annul-wrong-measure", of_kind, (ANNULLED,)),
            Clause("annul-not-competent", Not(fact("competent")), (ANNULLED,)),
            Clause("annul-procedure", Not(fact("procedure_kept")), (ANNULLED, "K1500000375/art_153")),
        )
    )


def trees() -> tuple[Node, ...]:
    """Every question that is asked of urgent measures."""
    return (any_may_be_applied(), *(may_be_applied(kind) for kind in KINDS), stands(), may_be_annulled())


def settled_on(tree: Node, law: Law) -> Node:
    """The tree as it stands on the day of this law."""
    return settled(tree, law).value


def _control_allows() -> Node:
    """Of other controls article 30 and article 34-2 speak differently (reading Q41)."""
    visit = Reading("Q41", (Choice("inspection_or_investigation", FALSE), Choice("any_visit", TRUE)))
    return Or((_control("inspection"), _control("investigation"), And((_control("preventive_visit"), visit))))


def _stops_all() -> Node:
    """Without a licence all stops; whether one missing annex or certificate is enough for that is reading Q43."""
    one = Or((fact("annex_missing"), _certificate_stops()))
    chosen = Reading("Q43", (Choice("inspector_chooses", TRUE), Choice("only_without_permit", FALSE)))
    return Or((fact("licence_missing"), And((chosen, one))))


def _stops_part() -> Node:
    return Or((fact("licence_missing"), fact("annex_missing"), _certificate_stops()))


def _certificate_stops() -> Node:
    """Whether a missing certificate stops care, or only takes the person off work, is reading Q42."""
    stops = Reading("Q42", (Choice("suspension_or_removal", TRUE), Choice("removal_only", FALSE)))
    return And((stops, _certificate()))


def _certificate() -> Node:
    return fact("certificate_missing")


def _enough_in_an_investigation() -> Node:
    """Of investigations the law lists the documents with an "and" (reading Q40)."""
    every = And((fact("licence_missing"), fact("annex_missing"), fact("certificate_missing")))
    asked = Reading("Q40", (Choice("any", TRUE), Choice("all", every)))
    return Clause("enough-in-an-investigation", Or((Not(_control("investigation")), asked)), (IN_AN_INVESTIGATION,))


def _control(name: str) -> Node:
    return Compare("equal", fact("control"), Const(Kind.WORD, name))


def _is(kind: MeasureKind) -> Node:
    return Compare("equal", fact("measure"), Const(Kind.WORD, kind))
