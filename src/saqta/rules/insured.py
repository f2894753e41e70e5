"""The rule of insured status (Law 405-V arts. 5, 26, 26-1, 28 para. 7 and 40) as one cited tree.

Month offsets are counted from the month asked about; inside ``Since`` they are counted from the earlier month that is
being considered.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from saqta.basis.month import Month
from saqta.law.book import Book, Law
from saqta.logic.ask import Inquiry
from saqta.logic.explain import Explanation, explain
from saqta.logic.nodes import (
    FALSE,
    TRUE,
    And,
    AnyMonth,
    Cascade,
    Choice,
    Clause,
    During,
    EveryMonth,
    Kind,
    Node,
    Or,
    Override,
    Param,
    Reading,
    Run,
    Since,
    number,
)
from saqta.logic.python import compile_decider
from saqta.rules.case import Case
from saqta.rules.participant import contributor, resident
from saqta.rules.settled import settled
from saqta.rules.vocabulary import INSIDE_CREDITED, VOCABULARY, fact

LAW = "Z1500000405"
ONE = number(1)

LONGEST_HISTORY = 114
"""Months from July 2017, when contributions began, to the end of the encoded years: no run can be longer."""


def grounds(book: Book) -> Mapping[str, Node]:
    """Why a person can be insured, the strongest ground first; an answer names the first that holds."""
    return MappingProxyType(
        {
            "category": _by_category(book, "category", "state_paid"),
            "exempt": _by_category(book, "exempt", None),
            "local_budget": _by_category(book, "local_budget", "local_paid"),
            "transition": Clause("transition", resident() & During("transition"), (f"{LAW}/art_40",)),
            "contributions": twelve_months(),
            "prepaid": prepaid(),
            "three_months": Clause("three-months", contributor() & three_months(), (f"{LAW}/art_40",)),
            "grace": grace(),
        }
    )


def insured(book: Book) -> Node:
    """Is the person insured on this day?"""
    return Cascade(
        FALSE,
        (
            Override("ground", 1, Or(tuple(grounds(book).values())), TRUE),
            Override("died", 2, Clause("died", fact("died"), (f"{LAW}/art_5__para_1",)), FALSE),
        ),
    )


def twelve_months() -> Node:
    """Is nothing owed for the twelve months before the one asked about?"""
    return Clause(
        "twelve-months",
        contributor() & EveryMonth(fact("credited"), -1, Param("months_required", Kind.NUMBER)),
        (f"{LAW}/art_5__para_3",),
    )


def prepaid() -> Node:
    """Does the month lie in a year that was paid for in advance, or, itself paid, just before one?"""
    inside = EveryMonth(fact("prepaid_year"), 0, ONE)
    just_before = And((EveryMonth(fact("credited"), 0, ONE), EveryMonth(fact("prepaid_year"), 1, ONE)))
    return Clause(
        "prepaid-year",
        contributor() & During("prepaid_payments") & (inside | just_before),
        (f"{LAW}/art_5__para_3",),
    )


def three_months() -> Node:
    """Do three months suffice: the concession for independent payers of 2020-21, or the aggregate payment (ЕСП)?"""
    concession = And(
        (
            During("concession"),
            EveryMonth(fact("credited"), -1, Param("concession_months", Kind.NUMBER)),
            AnyMonth(fact("independent"), -1, Param("concession_months", Kind.NUMBER)),
        )
    )
    aggregate = And(
        (During("aggregate_payment"), EveryMonth(fact("aggregate"), 0, Param("aggregate_months", Kind.NUMBER)))
    )
    return concession | aggregate


def had_three_months() -> Node:
    """Seen from the last month paid: was the person insured by three months, in that month or in the next?"""
    ending = And(
        (
            During("concession_stops"),
            EveryMonth(fact("credited"), 0, Param("concession_months", Kind.NUMBER)),
            AnyMonth(fact("independent"), 0, Param("concession_months", Kind.NUMBER)),
        )
    )
    return three_months() | ending


def grace() -> Node:
    """Did payments stop at most three months ago, or six after sixty months without a break, by somebody insured then?

    The earlier month considered is the last one paid. The right is lost by the passing of months, never by a payment:
    a later payment beside an unpaid month takes nothing away (reading Q1).
    """
    by_three_months = Reading("Q23", (Choice("keeps_the_right", had_three_months()), Choice("ends_at_once", FALSE)))
    was_insured = EveryMonth(fact("credited"), 0, Param("months_required", Kind.NUMBER)) | by_three_months
    left_category = Reading(
        "Q8", (Choice("no_grace", FALSE), Choice("three_months", EveryMonth(fact("member"), 0, ONE)))
    )
    stopped = (EveryMonth(fact("paid"), 0, ONE) & was_insured) | left_category
    run = Param("long_grace_run_months", Kind.NUMBER)
    unbroken = Reading(
        "Q7",
        (
            Choice("breaks_the_run", EveryMonth(fact("paid"), 0, run)),
            Choice("does_not_break", Run(fact("paid"), fact("credited"), 0, run, number(LONGEST_HISTORY))),
        ),
    )
    stopped_in_time = Reading(
        "Q18",
        (
            Choice("from_2026_for_all", TRUE),
            Choice("only_stopped_since_2026", During("long_grace_stops")),
        ),
    )
    longer = Clause(
        "long-grace",
        And((During("long_grace"), _since(And((stopped, unbroken, stopped_in_time)), "long_grace_months"))),
        (f"{LAW}/art_5__para_2",),
    )
    return Clause("grace", contributor() & (_since(stopped, "grace_months") | longer), (f"{LAW}/art_5__para_2",))


def _since(began: Node, within: str) -> Node:
    """The grace counted from ``began``, under each option of reading Q1."""
    limit = Param(within, Kind.NUMBER)
    unpaid_since = ~AnyMonth(fact("credited"), 0, ONE)
    return Reading(
        "Q1",
        (
            Choice("from_first_unpaid_month", Since(began, TRUE, limit)),
            Choice("tail_only", Since(began, unpaid_since, limit)),
            Choice("at_once", FALSE),
        ),
    )


def _by_category(book: Book, ground: str, paid: str | None) -> Node:
    """Does the person belong to a category with this ground, or has its budget paid for the month itself?"""
    members: list[Node] = []
    cited: list[str] = []
    for category in book.categories.values():
        references = [
            reference for wording in category.wordings if wording.ground == ground for reference in wording.cites
        ]
        if references:
            now = During(f"{category.code}:{ground}")
            clause = Clause(f"category-{category.code}", now & fact(category.code), tuple(dict.fromkeys(references)))
            members.append(clause)
            cited += references
    if paid is not None:
        members.append(EveryMonth(fact(paid), 0, ONE))
    return Clause(ground.replace("_", "-"), resident() & Or(tuple(members)), tuple(dict.fromkeys(cited)))


@lru_cache(maxsize=8)
def _rule(book: Book) -> Node:
    return insured(book)


def settled_on(law: Law) -> Node:
    """The rule as it stands on the day of this law; settled once for each day and set of readings."""
    return settled(_rule(law.book), law).value


def decide_insured(case: Case, law: Law, *, complete: bool = False) -> bool | None:
    """The verdict alone, without reasons, on the day of this law; unknown wherever Kleene's logic cannot tell."""
    value = compile_decider(settled_on(law))(case.record(law.day, complete=complete))
    return value if value is None else bool(value)


def inquire(explanation: Explanation) -> Inquiry:
    """What is still open in the explained rule, given how sets of months lie inside one another."""
    return Inquiry(explanation, VOCABULARY, implications=INSIDE_CREDITED)


def surely_insured(case: Case, law: Law) -> bool:
    """Whether the person is insured on the day of this law whatever is unknown, if nothing more happens."""
    value = decide_insured(case, law, complete=True)
    if value is None:
        record = case.record(law.day, complete=True)
        value = inquire(explain(settled_on(law), Month.of(law.day), record)).verdict
    return value is True
