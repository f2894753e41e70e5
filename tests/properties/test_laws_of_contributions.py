"""What must hold for every month's contributions, whatever the income."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from saqta.basis.money import Money
from saqta.basis.month import Month
from saqta.law.book import load
from saqta.rules.dues import ContributionsAnswer, ask
from saqta.rules.facts import ContributionFacts, Days, Income
from tests.properties.people import incomes

BOOK = load()
months = st.integers(Month.at(2020, 1).number, Month.at(2026, 12).number).map(Month)
several = st.lists(incomes, max_size=4).map(tuple)


def dues(income: tuple[Income, ...], month: Month, *, unified: bool = False) -> ContributionsAnswer:
    return ask(ContributionFacts(categories=(), unified_payment=unified, income=income), month, BOOK)


@given(several, months, st.booleans())
def test_the_total_is_the_sum_of_the_lines(income: tuple[Income, ...], month: Month, unified: bool) -> None:
    answer = dues(income, month, unified=unified)
    assert answer.total == str(Money.total(Money.tenge(line.amount) for line in answer.lines if line.amount))
    open_sums = any(line.amount is None for line in answer.lines)
    assert answer.verdict == ("undetermined" if open_sums else "yes" if answer.lines else "no")
    assert all(line.cites and line.due_on and line.due_on > month.last_day for line in answer.lines)


@given(several, months)
def test_nobody_pays_contributions_on_more_than_the_cap(income: tuple[Income, ...], month: Month) -> None:
    law = BOOK.on(month.first_day)
    cap = law.money("minimum_wage").tiyn * law.number("insuree_cap_in_minimum_wages")
    withheld = [
        line
        for line in dues(income, month).lines
        if line.income in ("employee", "civil_contract") and line.kind == "insuree_contribution"
    ]
    assert sum(Money.tenge(line.base or "0").tiyn for line in withheld) <= cap


@given(several, months)
def test_the_cap_is_shared_whatever_the_order_of_the_jobs(income: tuple[Income, ...], month: Month) -> None:
    """Except for a remainder of a few tiyn: where its contribution rounds to nothing, no line is written."""
    jobs = tuple(job for job in income if job.kind in ("employee", "civil_contract"))
    forwards, backwards = dues(jobs, month), dues(jobs[::-1], month)
    assert abs(_bases(forwards) - _bases(backwards)) < 50 * len(jobs) + 1


@given(st.integers(0, 500_000_000), st.integers(1, 10_000_000), months)
def test_earning_more_never_costs_less(tiyn: int, more: int, month: Month) -> None:
    less, rest = (dues((Income("employee", str(Money(sum_))),), month) for sum_ in (tiyn, tiyn + more))
    assert Money.tenge(less.total) <= Money.tenge(rest.total)


@given(st.integers(0, 500_000_000), st.integers(2023, 2026), st.integers(1, 12))
def test_the_unified_payment_costs_about_what_the_ordinary_rates_do(tiyn: int, year: int, number: int) -> None:
    """Its shares were chosen so that they reproduce 2 and 3 per cent; they do to within a two-hundredth."""
    job = (Income("employee", str(Money(tiyn))),)
    ordinary, unified = dues(job, Month.at(year, number)), dues(job, Month.at(year, number), unified=True)
    assert (
        abs(Money.tenge(ordinary.total).tiyn - Money.tenge(unified.total).tiyn)
        <= 4 + Money.tenge(ordinary.total).tiyn // 200
    )


@given(st.integers(10_000, 80_000_000), st.dates(date(2024, 5, 1), date(2026, 9, 1)), st.integers(31, 90))
def test_leave_pay_is_split_without_loss(tiyn: int, start: date, length: int) -> None:
    """Up to eight hundred thousand tenge, so that no part of it meets a cap."""
    leave = Days(start, start + timedelta(days=length))
    job = Income("civil_contract", str(Money(tiyn)), leave=leave)
    answer = ask(ContributionFacts(categories=(), unified_payment=False, income=(job,)), Month.of(start), BOOK)
    assert sum(Money.tenge(line.base or "0").tiyn for line in answer.lines) == tiyn
    assert {line.month for line in answer.lines} == {
        str(month) for month in Month.of(start).until(Month.of(leave.until - timedelta(days=1)) + 1)
    }


def _bases(answer: ContributionsAnswer) -> int:
    return sum(Money.tenge(line.base or "0").tiyn for line in answer.lines if line.kind == "insuree_contribution")


def test_every_answer_reads_back_from_its_own_json() -> None:
    answer = dues((Income("employee", "100000.00", payer="A"),), Month.at(2026, 2))
    assert msgspec.json.decode(msgspec.json.encode(answer), type=ContributionsAnswer) == answer
