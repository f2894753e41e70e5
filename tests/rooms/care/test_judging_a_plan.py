"""What stands in the way of a plan, on boundaries."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from saqta.care.judging import CONSENT, LAW_OF_THE_DAY, Registered, facts_of, judge
from saqta.care.records import Findings
from saqta.rules.anaesthesia import ask
from tests.rooms.care.plans import AT, BOOK, FOUND, REGISTERED, START, session

AGAIN = FOUND.then(Findings(examined_again_at=START - timedelta(minutes=5)))
NOBODY: frozenset[str] = frozenset()


def test_a_plan_with_which_all_is_well_may_go_ahead() -> None:
    judgement = judge(session(AGAIN), NOBODY, BOOK, at=AT)
    assert judgement.answer.verdict == "yes"
    assert judgement.may_go_ahead


def test_the_question_is_the_one_that_anybody_may_ask() -> None:
    assert judge(session(AGAIN), NOBODY, BOOK, at=AT).answer == ask(facts_of(session(AGAIN)), AT.date(), BOOK)


def test_a_demand_answered_for_does_not_block_and_stays_unmet() -> None:
    judgement = judge(session(FOUND), frozenset({"examined-again"}), BOOK, at=AT)
    assert (judgement.unmet, judgement.blocking) == (("examined-again",), ())


def test_nobody_answers_for_a_consent() -> None:
    without = session(AGAIN)
    judged = judge(type(without)(without.told, AGAIN, REGISTERED, False, START), CONSENT, BOOK, at=AT)
    assert set(judged.blocking) == CONSENT


def test_a_day_whose_law_is_not_known_stands_in_the_way() -> None:
    far = session(AGAIN, planned_at=START.replace(year=2022))
    assert judge(far, NOBODY, BOOK, at=AT).blocking == (LAW_OF_THE_DAY,)


def test_seconds_do_not_count() -> None:
    examined = START - timedelta(hours=24)
    asked = session(FOUND.then(Findings(examined_at=examined.replace(second=1))))
    assert facts_of(asked).examined_minutes_before == 24 * 60


def test_an_examination_after_the_start_is_none() -> None:
    asked = session(FOUND.then(Findings(examined_at=START)))
    assert facts_of(asked).examined_minutes_before is None


@pytest.mark.parametrize(
    ("before", "counts"),
    [(timedelta(minutes=1), True), (timedelta(hours=9), True), (timedelta(hours=9, minutes=1), False)],
)
def test_a_second_examination_counts_on_the_day_itself(before: timedelta, counts: bool) -> None:
    """Nine in the morning: nine hours before is midnight in Kazakhstan."""
    asked = session(FOUND.then(Findings(examined_again_at=START - before)))
    assert facts_of(asked).examined_again_before_start is counts


maybe = st.none() | st.booleans()


@given(
    maybe,
    maybe,
    maybe,
    st.booleans(),
    st.none() | st.integers(0, 2000),
    maybe,
    st.sampled_from(["general", "sedation"]),
)
def test_whatever_is_known_only_a_yes_or_somebody_answerable_lets_a_plan_pass(
    annex: bool | None,
    certified: bool | None,
    equipment: bool | None,
    consent: bool,
    minutes: int | None,
    indication: bool | None,
    kind: str,
) -> None:
    found = Findings(
        examined_at=None if minutes is None else START - timedelta(minutes=minutes), equipment_complete=equipment
    )
    told = msgspec.structs.replace(session().told, medical_indication=indication, kind=kind)
    asked = type(session())(told, found, Registered(REGISTERED.birth_date, annex, certified), consent, START)
    judgement = judge(asked, NOBODY, BOOK, at=AT)
    assert judgement.may_go_ahead == (judgement.answer.verdict == "yes")
    assert judge(asked, frozenset(judgement.unmet) - CONSENT, BOOK, at=AT).may_go_ahead is (
        consent or not CONSENT & set(judgement.unmet)
    )
