"""Who takes part in the insurance (Law 405-V art. 5 para. 1): the part of the rules that looks at the person alone."""

from __future__ import annotations

from saqta.logic.nodes import (
    FALSE,
    TRUE,
    And,
    AnyMonth,
    Choice,
    Clause,
    Compare,
    Const,
    Kind,
    Node,
    OneOf,
    Or,
    Param,
    Reading,
    Unsettled,
    number,
)
from saqta.rules.vocabulary import fact

ARTICLE = "Z1500000405/art_5__para_1"


def resident() -> Node:
    """May the person be insured at all: a citizen, a kandas, or somebody who lives in Kazakhstan permanently?"""
    refugee = Compare("equal", fact("residence"), Const(Kind.WORD, "refugee"))
    refugees = Reading(
        "Q19",
        (
            Choice("unsettled", Unsettled("Q19")),
            Choice("as_permanent_residents", TRUE),
            Choice("not_participants", FALSE),
        ),
    )
    return Clause(
        "participant",
        Or(
            (
                fact("recorded"),
                Compare("equal", fact("citizenship"), Const(Kind.WORD, "KZ")),
                Compare("equal", fact("residence"), Const(Kind.WORD, "permanent")),
                fact("kandas"),
                And((refugee, refugees)),
            )
        ),
        (ARTICLE,),
    )


def contributor() -> Node:
    """May the person be insured by contributions: a resident, or a worker from a member state of the EAEU for whom
    contributions are paid?"""
    paid_for = AnyMonth(fact("paid"), -1, Param("months_required", Kind.NUMBER)) | AnyMonth(fact("paid"), 0, number(1))
    return resident() | (Clause("eaeu-worker", from_the_union(), (ARTICLE,)) & paid_for)


def from_the_union() -> Node:
    """Is the person a citizen of another member state of the EAEU, whose work in Kazakhstan counts?"""
    counts = Reading("Q21", (Choice("insured_by_contributions", TRUE), Choice("not_participants", FALSE)))
    return OneOf(fact("citizenship"), Param("eaeu_states", Kind.WORDS)) & counts
