"""Somebody of whom nothing is known but a date of birth: most such people are one and the same stranger."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from saqta.coverage.public import _facts, _stranger, last_without_trace
from saqta.law.book import load
from saqta.rules.timeline import timeline

BOOK = load()
LAST = last_without_trace(BOOK)


def test_whoever_was_grown_up_before_the_known_law_leaves_no_trace_in_it() -> None:
    """The known law begins on 1 January 2020; the eighteenth birthday of the last of them is the day before."""
    assert date(2001, 12, 31) == LAST


@given(st.dates(date(1900, 1, 1), LAST))
def test_all_of_them_are_answered_alike_on_every_day(birth_date: date) -> None:
    assert timeline(_facts(birth_date), BOOK) == timeline(_facts(LAST), BOOK)


@given(st.dates(LAST, date(2026, 12, 31)), st.dates(date(2020, 1, 1), date(2026, 12, 31)))
def test_the_answer_about_a_stranger_is_that_of_the_timeline(birth_date: date, on: date) -> None:
    verdict, until = _stranger(birth_date, on, BOOK)
    stretches = [stretch for stretch in timeline(_facts(birth_date), BOOK) if stretch.start <= on < stretch.until]
    if not stretches:
        assert (verdict, until) == ("undetermined", None)
        return
    assert verdict == stretches[0].verdict
    assert until is not None
    assert on < until
    whole = timeline(_facts(birth_date), BOOK)
    days = [stretch.verdict for stretch in whole if stretch.start < until and stretch.until > on]
    assert set(days) == {verdict}
    assert all(stretch.verdict != verdict for stretch in whole if stretch.start <= until < stretch.until)
    assert until - on > timedelta(0)
