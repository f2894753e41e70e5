"""The rule of insured status (Law 405-V arts. 5, 26, 26-1, 28 para. 7 and 40) as one cited tree.

Month offsets are counted from the month asked about; inside ``Since`` they are counted from the earlier month that is
being considered.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from saqta.law.book import Book, Law
from saqta.logic.nodes import (
    FALSE,
    TRUE,
    And,
    AnyMonth,
    Cascade,
    Choice,
    Clause,
    Compare,
    Const,
    During,
    EveryMonth,
    Kind,
    Node,
    OneOf,
    Or,
    Override,
    Param,
    Reading,
    Since,
    Unsettled,
    number,
)
from saqta.logic.python import compile_decider
from saqta.logic.settle import settle
from saqta.rules.case import Case
from saqta.rules.vocabulary import fact

LAW = "Z1500000405"
ONE = number(1)


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
                fact("kandas_not_working"),
                And((refugee, refugees)),
            )
        ),
        (f"{LAW}/art_5__para_1",),
    )


def contributor() -> Node:
    """May the person be insured by contributions: a resident, or a worker from a member state of the EAEU?"""
    working_visitor = Clause(
        "eaeu-worker",
        OneOf(fact("citizenship"), Param("eaeu_states", Kind.WORDS))
        & Reading("Q21", (Choice("insured_by_contributions", TRUE), Choice("not_participants", FALSE))),
        (f"{LAW}/art_5__para_1",),
    )
    return resident() | working_visitor


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
        contributor() & During("prepaid_route") & (inside | just_before),
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


def grace() -> Node:
    """Did payments stop at most three months ago, or six after sixty months without a break, by somebody insured then?

    The earlier month considered is the last one paid. The right is lost by the passing of months, never by a payment:
    a later payment beside an unpaid month takes nothing away (reading Q1).
    """
    last_paid = Reading(
        "Q8",
        (
            Choice("no_grace", EveryMonth(fact("paid"), 0, ONE)),
            Choice("three_months", EveryMonth(fact("credited"), 0, ONE)),
        ),
    )
    by_three_months = Reading("Q23", (Choice("keeps_the_right", three_months()), Choice("ends_at_once", FALSE)))
    was_insured = EveryMonth(fact("credited"), 0, Param("months_required", Kind.NUMBER)) | by_three_months
    stopped = And((last_paid, was_insured))
    unbroken = Reading(
        "Q7",
        (
            Choice("breaks_the_run", EveryMonth(fact("paid"), 0, Param("long_grace_run_months", Kind.NUMBER))),
            Choice("does_not_break", EveryMonth(fact("credited"), 0, Param("long_grace_run_months", Kind.NUMBER))),
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


@lru_cache(maxsize=4096)
def _settled(book: Book, day: date, known_at: date | None, follow: tuple[tuple[str, str], ...]) -> Node:
    return settle(_rule(book), book.on(day, known_at, dict(follow))).value


@lru_cache(maxsize=8)
def _rule(book: Book) -> Node:
    return insured(book)


def settled_on(law: Law) -> Node:
    """The rule as it stands on the day of this law; settled once for each day and set of readings."""
    return _settled(law.book, law.day, law.known_at, tuple(sorted(law.follow.items())))


def decide_insured(case: Case, law: Law, *, complete: bool = False) -> bool | None:
    """The verdict alone, without reasons, on the day of this law."""
    value = compile_decider(settled_on(law))(case.record(law.day, complete=complete))
    return value if value is None else bool(value)
