"""Timelines: worked out for many at once, they say what the slow way says of each person on each day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import msgspec
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from saqta.coverage.timelines import worked_out
from saqta.law.book import load
from saqta.rules.facts import PersonFacts
from saqta.rules.status import ask
from saqta.rules.timeline import timeline
from tests.properties.people import cases

BOOK = load()
START, END = date(2020, 1, 1), date(2027, 1, 1)
registered = cases().map(lambda asked: msgspec.structs.replace(asked[0], register_until=None))
crowds = st.lists(registered, min_size=1, max_size=4)


@given(crowds)
@settings(max_examples=15)
def test_many_at_once_get_what_each_gets_alone(crowd: list[PersonFacts]) -> None:
    together = [spans for _, (_, spans) in worked_out(dict(enumerate(crowd)), BOOK)]
    assert together == [timeline(facts, BOOK) for facts in crowd]


@given(crowds)
@settings(max_examples=25)
def test_a_timeline_has_no_gap_no_overlap_and_no_neighbours_alike(crowd: list[PersonFacts]) -> None:
    for place, (_, spans) in worked_out(dict(enumerate(crowd)), BOOK):
        born = crowd[place].person.birth_date
        assert (spans[0].start, spans[-1].until) == (max(START, born or START), END)
        for before, after in pairwise(spans):
            assert before.start < before.until == after.start
            assert before[2:] != after[2:]


@given(registered, st.dates(START, END - timedelta(days=1)))
def test_a_timeline_says_of_any_day_what_the_answer_says(facts: PersonFacts, on: date) -> None:
    assume(facts.person.birth_date is None or facts.person.birth_date <= on)
    ((_, (_, spans)),) = worked_out({0: facts}, BOOK)
    answer = ask(facts, on, BOOK)
    stretch = next(span for span in spans if span.start <= on < span.until)
    assert (stretch.verdict, stretch.ground) == (answer.verdict, answer.ground)
