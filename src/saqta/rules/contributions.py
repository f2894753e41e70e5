"""The rules of what is owed for a month: one cited tree for each kind of payment (Law 405-V arts. 26-28).

Sums are whole tiyn. ``income`` is one source of income; ``earlier_income`` is what other sources have already
used of the cap on a person's contributions.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

import msgspec

from saqta.basis.codes import PaymentCode
from saqta.logic.nodes import (
    TRUE,
    Applicable,
    Cascade,
    Choice,
    Clause,
    Compare,
    Const,
    During,
    Greatest,
    If,
    Kind,
    Least,
    Node,
    Override,
    Param,
    Reading,
    Share,
    Subtract,
    Times,
)
from saqta.logic.vocabulary import FactSpec, Vocabulary

LAW = "Z1500000405"

LineKind = Literal["employer_contribution", "insuree_contribution", "state_contribution", "aggregate_payment"]

VOCABULARY = Vocabulary(
    (
        FactSpec("income", Kind.MONEY, "income.amount"),
        FactSpec("earlier_income", Kind.MONEY, "income.amount"),
        FactSpec("exempt_worker", Kind.BOOL, "categories"),
        FactSpec("parental_leave", Kind.BOOL, "categories"),
        FactSpec("any_category", Kind.BOOL, "categories"),
        FactSpec("unified_payment", Kind.BOOL, "unified_payment"),
        FactSpec("place", Kind.WORD, "income.place"),
    )
)


class LineRule(msgspec.Struct, frozen=True):
    """One payment: what it is called, what it is taken from, at which rate, when it is owed at all."""

    kind: LineKind
    code: PaymentCode | None
    base: Node
    rate: tuple[str, ...]
    unified_rate: tuple[str, ...]
    amount: Node


def rules() -> Mapping[tuple[str, LineKind], LineRule]:
    """Every payment, by the kind of payer or income and the kind of payment."""
    return MappingProxyType(
        {
            ("employee", "employer_contribution"): _employer(),
            ("employee", "insuree_contribution"): _withheld(unified=True),
            ("civil_contract", "insuree_contribution"): _withheld(unified=False),
            ("entrepreneur", "insuree_contribution"): _entrepreneur(),
            ("independent", "insuree_contribution"): _independent(),
            ("self_employed", "insuree_contribution"): _self_employed(),
            ("aggregate_payment", "aggregate_payment"): _aggregate(),
            ("state", "state_contribution"): _state(),
        }
    )


def _employer() -> LineRule:
    """What does the employer owe for an employee?"""
    base = Least((_fact("income"), _wages("employer_cap_in_minimum_wages")))
    rate, unified_rate = ("employer_rate",), ("unified_payment_rate", "unified_employer_share")
    amount = Cascade(_shared(base, rate), (_unified(base, unified_rate),))
    owed = Clause("employer-owes", ~_exempt_worker(), (f"{LAW}/art_27__para_1", f"{LAW}/art_28__para_7"))
    return LineRule(
        "employer_contribution",
        PaymentCode.EMPLOYER_CONTRIBUTION,
        base,
        rate,
        unified_rate,
        Applicable(owed, amount),
    )


def _withheld(*, unified: bool) -> LineRule:
    """What is withheld from an employee or a person under a civil-law contract?"""
    base = _below_the_cap(_fact("income"))
    rate, unified_rate = ("insuree_rate",), ("unified_payment_rate", "unified_insuree_share")
    exceptions = (_unified(base, unified_rate),) if unified else ()
    owed = Clause("insuree-owes", ~_exempt_worker(), (f"{LAW}/art_28__para_1", f"{LAW}/art_28__para_7"))
    return LineRule(
        "insuree_contribution",
        PaymentCode.INSUREE_CONTRIBUTION,
        base,
        rate,
        unified_rate if unified else (),
        Applicable(owed, Cascade(_shared(base, rate), exceptions)),
    )


def _entrepreneur() -> LineRule:
    """What does an entrepreneur, head of a farm or person in private practice owe for himself or herself?"""
    fixed = Share(Param("minimum_wage", Kind.MONEY), Param("entrepreneur_base_in_minimum_wages", Kind.RATE))
    base = If(During("cap_over_all_income"), _below_the_cap(fixed), fixed)
    on_leave = Reading("Q10", (Choice("pays", ~TRUE), Choice("exempt", TRUE))) & _fact("parental_leave")
    owed = Clause(
        "entrepreneur-owes",
        ~(_fact("exempt_worker") | on_leave),
        (f"{LAW}/art_28__para_5", f"{LAW}/art_28__para_7"),
    )
    return LineRule(
        "insuree_contribution",
        PaymentCode.INSUREE_CONTRIBUTION,
        base,
        ("entrepreneur_rate",),
        (),
        Applicable(owed, _shared(base, ("entrepreneur_rate",))),
    )


def _independent() -> LineRule:
    """What does an independent payer owe? The cap over all income does not apply to them (art. 28 para. 5-2)."""
    base = Share(Param("minimum_wage", Kind.MONEY), Param("independent_base_in_minimum_wages", Kind.RATE))
    owed = Clause("independent-owes", ~_fact("any_category"), (f"{LAW}/art_28__para_6", f"{LAW}/art_28__para_7"))
    return LineRule(
        "insuree_contribution",
        PaymentCode.INSUREE_CONTRIBUTION,
        base,
        ("independent_rate",),
        (),
        Applicable(owed, _shared(base, ("independent_rate",))),
    )


def _self_employed() -> LineRule:
    """What does a person under the self-employed regime of 2026 owe?"""
    cap = _wages("self_employed_cap_in_minimum_wages")
    base = Greatest((_ZERO, Least((_fact("income"), Subtract(cap, _fact("earlier_income"))))))
    owed = Clause(
        "self-employed-owes", During("self_employed") & ~_exempt_worker(), ("V1700015361", f"{LAW}/art_28__para_7")
    )
    return LineRule(
        "insuree_contribution",
        PaymentCode.INSUREE_CONTRIBUTION,
        base,
        ("self_employed_rate",),
        (),
        Applicable(owed, _shared(base, ("self_employed_rate",))),
    )


def _aggregate() -> LineRule:
    """What was the single aggregate payment of informal workers (ЕСП), of which health insurance was one share?"""
    index = Param("monthly_index", Kind.MONEY)
    city = Share(index, Param("aggregate_city_in_monthly_indices", Kind.RATE))
    village = Share(index, Param("aggregate_village_in_monthly_indices", Kind.RATE))
    lives_in_city = Compare("equal", _fact("place"), Const(Kind.WORD, "city"))
    owed = Clause(
        "aggregate-owed",
        During("aggregate_payment") & ~_exempt_worker(),
        (f"{LAW}/art_14__para_2", f"{LAW}/art_28__para_7"),
    )
    return LineRule("aggregate_payment", None, index, (), (), Applicable(owed, If(lives_in_city, city, village)))


def _state() -> LineRule:
    """What does the republican budget owe for a person of a state-paid category? The sum is published each year."""
    owed = Clause("state-owes", _fact("any_category"), (f"{LAW}/art_26__para_2", f"{LAW}/art_26__para_3"))
    amount = Param("state_contribution", Kind.MONEY)
    return LineRule("state_contribution", None, amount, ("state_rate",), (), Applicable(owed, amount))


_ZERO = Const(Kind.MONEY, 0)


def _fact(name: str) -> Node:
    return VOCABULARY.fact(name)


def _exempt_worker() -> Node:
    """Working members of categories that survive work: nobody pays for them out of income (art. 28 para. 7)."""
    return VOCABULARY.fact("exempt_worker") | VOCABULARY.fact("parental_leave")


def _wages(count: str) -> Node:
    return Times(Param("minimum_wage", Kind.MONEY), Param(count, Kind.NUMBER))


def _below_the_cap(income: Node) -> Node:
    """The part of an income that the cap over all sources together still leaves to be counted."""
    left = Subtract(_wages("insuree_cap_in_minimum_wages"), _fact("earlier_income"))
    return Greatest((_ZERO, Least((income, left))))


def _shared(base: Node, rates: tuple[str, ...]) -> Node:
    """The base taken through one rate after another, to the nearest tiyn each time, as payroll does."""
    amount = base
    for rate in rates:
        amount = Share(amount, Param(rate, Kind.RATE))
    return amount


def _unified(base: Node, rates: tuple[str, ...]) -> Override:
    """An employer on the unified payment pays one rate of the payroll, of which each contribution is a share."""
    in_force = Reading(
        "Q6",
        (
            Choice("continues", During("unified_payment")),
            Choice("ended_with_2025", During("unified_payment_before_2026")),
        ),
    )
    when = Clause("unified-payment", in_force & _fact("unified_payment"), (f"{LAW}/art_14__para_2__subpara_2-1",))
    return Override("unified-payment", 1, when, _shared(base, rates))
