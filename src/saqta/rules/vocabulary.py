"""The facts that the rule of insured status may ask about, each with its place in the published facts document."""

from __future__ import annotations

from typing import get_args

from saqta.logic.nodes import Fact, Kind
from saqta.logic.vocabulary import FactSpec, Vocabulary
from saqta.rules.facts import CategoryCode

CATEGORIES: tuple[str, ...] = get_args(CategoryCode)

SENSITIVE = frozenset(
    {"pregnant_not_working", "convicted", "detained", "social_assistance", "crisis_level", "disability"}
)
"""Categories that are asked about only when nothing plainer can settle the question."""

MONTH_SETS: tuple[str, ...] = (
    "credited",
    "paid",
    "independent",
    "aggregate",
    "state_paid",
    "local_paid",
    "prepaid_year",
    "member",
)

INSIDE_CREDITED: tuple[tuple[str, str], ...] = tuple((name, "credited") for name in MONTH_SETS if name != "credited")
"""Every other set of months lies inside the credited ones: a month known to be paid or held is known as credited."""

VOCABULARY = Vocabulary(
    (
        FactSpec("citizenship", Kind.WORD, "person.citizenship"),
        FactSpec("residence", Kind.WORD, "person.residence"),
        FactSpec("recorded", Kind.BOOL, "person.citizenship"),
        FactSpec("kandas", Kind.BOOL, "categories"),
        FactSpec("died", Kind.BOOL, "person.died_on"),
        *(
            FactSpec(
                code, Kind.BOOL, "person.birth_date" if code == "child" else "categories", 3 if code in SENSITIVE else 1
            )
            for code in CATEGORIES
        ),
        *(FactSpec(name, Kind.MONTHS, "categories" if name == "member" else "payments") for name in MONTH_SETS),
    )
)


def fact(name: str) -> Fact:
    return VOCABULARY.fact(name)
