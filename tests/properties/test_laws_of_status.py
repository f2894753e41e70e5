"""What must hold for every person on every day, whatever the facts."""

from __future__ import annotations

import random
from datetime import date, timedelta

import msgspec
from hypothesis import assume, given
from hypothesis import strategies as st

from saqta.basis.money import Money
from saqta.basis.month import Month
from saqta.law.book import load
from saqta.rules.case import Case
from saqta.rules.facts import Payment, PersonFacts
from saqta.rules.status import ask
from tests.properties.people import asked_days, cases

BOOK = load()
Asked = tuple[PersonFacts, date]


@given(cases(), st.integers(-14, 0))
def test_paying_one_more_month_never_takes_the_insurance_away(asked: Asked, back: int) -> None:
    facts, on = asked
    assume(facts.payments is not None)
    more = Payment(str(Month.of(on) + back), "employee", "4250.00", on)
    before = ask(facts, on, BOOK)
    after = ask(msgspec.structs.replace(facts, payments=(*(facts.payments or ()), more)), on, BOOK)
    assert not (before.verdict == "yes" and after.verdict != "yes")


@given(cases(), st.randoms(use_true_random=False))
def test_the_order_in_which_things_became_known_does_not_matter(asked: Asked, chance: random.Random) -> None:
    facts, on = asked
    shuffled = msgspec.structs.replace(facts, payments=_shuffled(facts.payments, chance))
    first, second = ask(facts, on, BOOK), ask(shuffled, on, BOOK)
    assert (first.verdict, first.ground, first.insured_until) == (second.verdict, second.ground, second.insured_until)
    assert first.months_owed == second.months_owed


@given(cases())
def test_what_is_certain_stays_certain_when_the_unknown_is_filled_in(asked: Asked) -> None:
    """Unknown never decides: lists completed as they stand are one way in which the unknown may turn out."""
    facts, on = asked
    # A person recorded as a child was not born in 1970.
    assume(facts.person.birth_date or all(held.code != "child" for held in facts.categories or ()))
    answer = ask(facts, on, BOOK)
    filled = msgspec.structs.replace(
        facts,
        categories=facts.categories or (),
        payments=facts.payments or (),
        register_until=None,
        person=msgspec.structs.replace(facts.person, birth_date=facts.person.birth_date or date(1970, 1, 1)),
    )
    if answer.verdict in ("yes", "no") and facts.person.citizenship and facts.person.residence:
        assert ask(filled, on, BOOK).verdict == answer.verdict


@given(cases())
def test_an_answer_is_complete_and_consistent_in_itself(asked: Asked) -> None:
    facts, on = asked
    answer = ask(facts, on, BOOK)
    keys = {f"{cited.act} {cited.provision}".strip() for cited in answer.citations}
    assert (answer.ground is not None) == (answer.verdict == "yes")
    assert bool(answer.missing) == (answer.verdict == "depends")
    assert answer.reasons
    assert all(reason.cites and set(reason.cites) <= keys for reason in answer.reasons)
    assert answer.months_owed == tuple(month.month for month in answer.months if month.state == "owed")
    assert (answer.amount_owed == "0.00") == (not answer.months_owed)
    assert answer.insured_until is None or (answer.verdict == "yes" and answer.insured_until > on)
    assert all((month.by is not None) == (month.state == "credited") for month in answer.months)
    assert answer == ask(facts, on, BOOK)


@given(cases())
def test_the_insurance_lasts_exactly_until_the_day_named(asked: Asked) -> None:
    facts, on = asked
    complete = msgspec.structs.replace(facts, register_until=None)
    answer = ask(complete, on, BOOK)
    assume(answer.insured_until is not None and answer.insured_until < date(2027, 1, 1))
    last = answer.insured_until - timedelta(days=1) if answer.insured_until else on
    known = msgspec.structs.replace(
        complete,
        categories=complete.categories or (),
        payments=complete.payments or (),
        person=msgspec.structs.replace(complete.person, birth_date=complete.person.birth_date or date(1970, 1, 1)),
    )
    assert ask(known, last, BOOK).verdict == "yes"
    assert ask(known, last + timedelta(days=1), BOOK).verdict != "yes"


@given(cases())
def test_the_other_readings_shown_are_the_answers_they_would_give(asked: Asked) -> None:
    facts, on = asked
    for reading in ask(facts, on, BOOK).readings:
        for other in reading.alternatives:
            assert ask(facts, on, BOOK, follow={reading.id: other.option}).verdict == other.verdict


@given(cases())
def test_following_what_the_answer_advises_leads_to_insurance(asked: Asked) -> None:
    facts, on = asked
    answer = ask(facts, on, BOOK)
    for change in answer.would_change:
        if change.code == "pay-months":
            paid = tuple(Payment(month, "employee", "4250.00", on) for month in change.months)
            after = ask(msgspec.structs.replace(facts, payments=(*(facts.payments or ()), *paid)), on, BOOK)
            assert after.verdict == "yes"
        if change.code == "pay-a-year-ahead":
            ahead = tuple(Payment(month, "independent", "4250.00", on) for month in change.months)
            start = Month.parse(change.months[0]).first_day
            if start < date(2027, 1, 1):
                after = ask(msgspec.structs.replace(facts, payments=(*(facts.payments or ()), *ahead)), start, BOOK)
                assert after.verdict in ("yes", "depends")


@given(cases())
def test_asking_changes_nothing(asked: Asked) -> None:
    facts, on = asked
    before = msgspec.json.encode(facts)
    ask(facts, on, BOOK)
    assert msgspec.json.encode(facts) == before


@given(cases())
def test_credited_months_are_those_of_the_naive_reading_day_by_day(asked: Asked) -> None:
    """The masks against the slow way: for each month, is it paid for, or held on any of its days by any holding?"""
    facts, on = asked
    case = Case(facts, BOOK.on(on))
    asked_month = Month.of(on)
    credited = case.credited(on).belongs
    paid = {payment.month for payment in facts.payments or ()}
    for month in (asked_month + -15).until(asked_month + 1):
        days = [
            month.first_day + timedelta(days=step)
            for step in range((month + 1).first_day.toordinal() - month.first_day.toordinal())
        ]
        held = any(
            case.counts(holding) and holding.start <= day and (holding.end is None or day < holding.end)
            for holding in case.holdings
            for day in days
        )
        born = facts.person.birth_date
        died = facts.person.died_on
        not_due = (
            month < Month.at(2020, 1)
            or (born is not None and month < Month.of(born))
            or (isinstance(died, date) and month > Month.of(died))
        )
        assert (month in credited) == (str(month) in paid or held or not_due)


@given(cases(), asked_days)
def test_what_was_known_earlier_is_answered_as_if_later_payments_did_not_exist(asked: Asked, known_at: date) -> None:
    facts, on = asked
    assume(facts.payments is not None)
    kept = tuple(payment for payment in facts.payments or () if payment.paid_on is None or payment.paid_on <= known_at)
    then = ask(facts, on, BOOK, known_at=known_at)
    without = ask(msgspec.structs.replace(facts, payments=kept), on, BOOK, known_at=known_at)
    assert (then.verdict, then.ground, then.months_owed) == (without.verdict, without.ground, without.months_owed)


@given(cases())
def test_what_is_owed_is_the_sum_of_the_months(asked: Asked) -> None:
    facts, on = asked
    answer = ask(facts, on, BOOK)
    sums = [
        BOOK.on(Month.parse(month).first_day).money("minimum_wage").share(BOOK.on(on).rate("independent_rate"))
        for month in answer.months_owed
    ]
    assert answer.amount_owed == str(Money.total(sums))


def _shuffled(payments: tuple[Payment, ...] | None, chance: random.Random) -> tuple[Payment, ...] | None:
    if payments is None:
        return None
    mixed = list(payments)
    chance.shuffle(mixed)
    return tuple(mixed)
