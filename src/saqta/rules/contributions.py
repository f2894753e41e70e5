"""The rules of what is owed for a month: one cited tree for each kind of payment (Law 405-V arts. 26-28).

Sums are whole tiyn. ``income`` is one source of income; ``earlier_income`` is what other sources have already used of
the cap on a person's contributions, ``earlier_from_payer`` what the same employer's other payments have used of his.
"""

from __future__ import annotations

from functools import lru_cache
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
from saqta.rules.facts import IncomeKind

LAW = "Z1500000405"
UNIFIED_PAYMENT = "art_14__para_2__subpara_2-1"
"""The provision of the law by which an employer pays everything in one payment."""

LineKind = Literal["employer_contribution", "insuree_contribution", "state_contribution", "aggregate_payment"]

LINES = Vocabulary(
    (
        FactSpec("income", Kind.MONEY, "income.amount"),
        FactSpec("earlier_income", Kind.MONEY, "income.amount"),
        FactSpec("earlier_from_payer", Kind.MONEY, "income.amount"),
        FactSpec("contributor", Kind.BOOL, "person.residence"),
        FactSpec("relieved", Kind.BOOL, "months_not_owed"),
        FactSpec("exempt_worker", Kind.BOOL, "categories"),
        FactSpec("parental_leave", Kind.BOOL, "categories"),
        FactSpec("any_category", Kind.BOOL, "categories"),
        FactSpec("paid_by_state", Kind.BOOL, "categories"),
        FactSpec("paid_by_local_budget", Kind.BOOL, "categories"),
        FactSpec("paid_by_local_budget_after_visit", Kind.BOOL, "categories"),
        FactSpec("unified_payment", Kind.BOOL, "unified_payment"),
        FactSpec("place", Kind.WORD, "income.place"),
    )
)
"""What a line of contributions may ask about: the person in one month, and one source of income."""

DueTerm = Literal["due_day", "state_due_working_days", "crisis_due_working_days"]
"""The parameter that sets the last day of a term."""


class LineRule(msgspec.Struct, frozen=True):
    """One payment: what it is called, what it is taken from, at which rate, when it is owed at all, and by when.

    ``fits`` says whether the rule gives the sum for this income; where it does not, the law gives it elsewhere, in
    acts that are not encoded.
    """

    income: IncomeKind
    kind: LineKind
    code: PaymentCode | None
    base: Node
    rate: tuple[str, ...]
    unified_rate: tuple[str, ...]
    amount: Applicable
    due: DueTerm = "due_day"
    fits: Node = TRUE


@lru_cache(maxsize=1)
def rules() -> tuple[LineRule, ...]:
    """Every payment, in the order in which the lines of one income are written."""
    return (
        _employer(),
        _withheld("employee", unified=True),
        _withheld("civil_contract", unified=False),
        _entrepreneur(),
        _independent(),
        _self_employed(),
        _aggregate(),
        _state(),
        _local_budget(),
        _local_budget_after_visit(),
    )


def _employer() -> LineRule:
    """What does the employer owe for an employee?"""
    base = _below(_wages("employer_cap_in_minimum_wages"), _fact("earlier_from_payer"), _fact("income"))
    rate, unified_rate = ("employer_rate",), ("unified_payment_rate", "unified_employer_share")
    amount = Cascade(_shared(base, rate), (_unified(base, unified_rate),))
    owed = Clause("employer-owes", ~_exempt_worker(), (f"{LAW}/art_27__para_1", f"{LAW}/art_28__para_7"))
    return LineRule(
        "employee",
        "employer_contribution",
        PaymentCode.EMPLOYER_CONTRIBUTION,
        base,
        rate,
        unified_rate,
        Applicable(_contributor() & owed, amount),
    )


def _withheld(income: IncomeKind, *, unified: bool) -> LineRule:
    """What is withheld from an employee or a person under a civil-law contract?"""
    base = _below(_wages("insuree_cap_in_minimum_wages"), _fact("earlier_income"), _fact("income"))
    rate, unified_rate = ("insuree_rate",), ("unified_payment_rate", "unified_insuree_share")
    exceptions = (_unified(base, unified_rate),) if unified else ()
    owed = Clause("insuree-owes", ~_exempt_worker(), (f"{LAW}/art_28__para_1", f"{LAW}/art_28__para_7"))
    return LineRule(
        income,
        "insuree_contribution",
        PaymentCode.INSUREE_CONTRIBUTION,
        base,
        rate,
        unified_rate if unified else (),
        Applicable(_contributor() & owed, Cascade(_shared(base, rate), exceptions)),
    )


def _entrepreneur() -> LineRule:
    """What does an entrepreneur, head of a farm or person in private practice owe for himself or herself?"""
    fixed = Share(Param("minimum_wage", Kind.MONEY), Param("entrepreneur_base_in_minimum_wages", Kind.RATE))
    capped = _below(_wages("insuree_cap_in_minimum_wages"), _fact("earlier_income"), fixed)
    base = If(During("cap_over_all_income"), capped, fixed)
    on_leave = Reading("Q10", (Choice("pays", ~TRUE), Choice("exempt", TRUE))) & _fact("parental_leave")
    owed = Clause(
        "entrepreneur-owes",
        ~(_fact("exempt_worker") | on_leave),
        (f"{LAW}/art_28__para_5", f"{LAW}/art_28__para_7"),
    )
    return LineRule(
        "entrepreneur",
        "insuree_contribution",
        PaymentCode.INSUREE_CONTRIBUTION,
        base,
        ("entrepreneur_rate",),
        (),
        Applicable(_contributor() & owed, _shared(base, ("entrepreneur_rate",))),
    )


def _independent() -> LineRule:
    """What does an independent payer owe? The cap over all income does not apply to them (art. 28 para. 5-2)."""
    base = Share(Param("minimum_wage", Kind.MONEY), Param("independent_base_in_minimum_wages", Kind.RATE))
    owed = Clause("independent-owes", ~_fact("any_category"), (f"{LAW}/art_28__para_6", f"{LAW}/art_28__para_7"))
    return LineRule(
        "independent",
        "insuree_contribution",
        PaymentCode.INSUREE_CONTRIBUTION,
        base,
        ("independent_rate",),
        (),
        Applicable(_contributor() & owed, _shared(base, ("independent_rate",))),
    )


def _self_employed() -> LineRule:
    """What does a person under the self-employed regime of 2026 owe?"""
    base = _below(_wages("self_employed_cap_in_minimum_wages"), _fact("earlier_income"), _fact("income"))
    owed = Clause(
        "self-employed-owes", During("self_employed") & ~_exempt_worker(), ("V1700015361", f"{LAW}/art_28__para_7")
    )
    limit = Times(
        Param("monthly_index", Kind.MONEY), Param("self_employed_income_limit_in_monthly_indices", Kind.NUMBER)
    )
    return LineRule(
        "self_employed",
        "insuree_contribution",
        PaymentCode.INSUREE_CONTRIBUTION,
        base,
        ("self_employed_rate",),
        (),
        Applicable(_contributor() & owed, _shared(base, ("self_employed_rate",))),
        fits=~During("self_employed") | Compare("at_most", _fact("income"), limit),
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
    amount = Applicable(_contributor() & owed, If(lives_in_city, city, village))
    return LineRule("aggregate_payment", "aggregate_payment", None, index, (), (), amount)


def _state() -> LineRule:
    """What does the republican budget owe for a person of a state-paid category? The sum is published each year."""
    owed = Clause("state-owes", _fact("paid_by_state"), (f"{LAW}/art_26__para_2", f"{LAW}/art_26__para_3"))
    return _budget("state_contribution", ("state_rate",), owed, "state_due_working_days")


def _local_budget() -> LineRule:
    """What does a local budget owe for somebody registered as unemployed?"""
    owed = Clause(
        "local-budget-owes",
        During("local_budget") & _fact("paid_by_local_budget") & ~_fact("paid_by_state"),
        (f"{LAW}/art_26-1__para_1__subpara_1", f"{LAW}/art_26-1__para_2", f"{LAW}/art_26-1__para_3"),
    )
    return _budget("local_contribution", ("local_budget_rate",), owed, "state_due_working_days")


def _local_budget_after_visit() -> LineRule:
    """What does a local budget owe for a person of the crisis or emergency level who has come for care?"""
    owed = Clause(
        "local-budget-owes-after-visit",
        During("local_budget")
        & _fact("paid_by_local_budget_after_visit")
        & ~(_fact("paid_by_state") | _fact("paid_by_local_budget")),
        (f"{LAW}/art_26-1__para_1__subpara_2", f"{LAW}/art_26-1__para_2", f"{LAW}/art_26-1__para_3"),
    )
    return _budget("local_contribution", ("local_budget_rate",), owed, "crisis_due_working_days")


def _budget(sum_: str, rate: tuple[str, ...], owed: Node, due: DueTerm) -> LineRule:
    amount = Param(sum_, Kind.MONEY)
    return LineRule("state", "state_contribution", None, amount, rate, (), Applicable(owed, amount), due)


_ZERO = Const(Kind.MONEY, 0)


def _fact(name: str) -> Node:
    return LINES.fact(name)


def _exempt_worker() -> Node:
    """Working members of categories that survive work: nobody pays for them out of income (art. 28 para. 7)."""
    return _fact("exempt_worker") | _fact("parental_leave")


def _wages(count: str) -> Node:
    return Times(Param("minimum_wage", Kind.MONEY), Param(count, Kind.NUMBER))


def _contributor() -> Node:
    """Is anything paid for this person and month: a participant, and no month that the Fund records as not owed?"""
    return Clause("contributor", _fact("contributor") & ~_fact("relieved"), (f"{LAW}/art_5__para_1",))


def _below(cap: Node, used: Node, income: Node) -> Node:
    """The part of an income that a cap still leaves to be counted. A cap used up leaves nothing of any income."""
    left = Subtract(cap, used)
    return If(Compare("at_most", left, _ZERO), _ZERO, Least((income, left)))


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
    when = Clause("unified-payment", in_force & _fact("unified_payment"), (f"{LAW}/{UNIFIED_PAYMENT}",))
    return Override("unified-payment", 1, when, _shared(base, rates))
