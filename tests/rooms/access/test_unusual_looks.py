"""Looks that stand out, on the boundary of each threshold."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from saqta.access.unusual import SAYS, Close, Thresholds, flags_of_day, thresholds
from saqta.journal.records import ReadRecord

DAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
LIMITS = Thresholds(people_a_day=6, people_an_hour=4, people_a_minute=2, hours=(7, 22))


def person(number: int) -> UUID:
    return UUID(int=number)


def looks(*apart: timedelta, first: datetime = NOON) -> Iterator[ReadRecord]:
    """Looks at one person after another, so far apart."""
    at = first
    yield ReadRecord(at, person(1), "staff:x", "1406:own-call")
    for number, gap in enumerate(apart, start=2):
        at += gap
        yield ReadRecord(at, person(number), "staff:x", "1406:own-call")


def stood_out(told: Iterator[ReadRecord], close: Close | None = None) -> dict[str, int]:
    return {flag.kind: flag.count for flag in flags_of_day("staff:x", DAY, told, close or Close(), LIMITS)}


def test_as_many_people_as_the_limit_stand_out_and_one_fewer_do_not() -> None:
    apart = timedelta(minutes=61)
    assert stood_out(looks(*[apart] * 4)) == {}
    assert stood_out(looks(*[apart] * 5)) == {"day": 6}


def test_an_hour_is_any_sixty_minutes_and_a_minute_any_sixty_seconds() -> None:
    assert stood_out(looks(*[timedelta(minutes=20)] * 3)) == {}, "the fourth comes when the first is an hour old"
    assert stood_out(looks(*[timedelta(minutes=19)] * 3)) == {"hour": 4}
    assert stood_out(looks(timedelta(seconds=60))) == {}
    assert stood_out(looks(timedelta(seconds=59))) == {"minute": 2}


def test_the_same_person_again_is_one_person() -> None:
    again = (ReadRecord(NOON + timedelta(seconds=part), person(1), "staff:x", "1406:own-call") for part in range(50))
    assert stood_out(again) == {}


def test_odd_hours_are_those_of_kazakhstan() -> None:
    assert stood_out(looks(first=datetime(2026, 3, 2, 2, 0, tzinfo=UTC))) == {}, "07:00 in Kazakhstan"
    assert stood_out(looks(first=datetime(2026, 3, 2, 1, 59, tzinfo=UTC))) == {"odd-hours": 1}
    assert stood_out(looks(first=datetime(2026, 3, 2, 17, 0, tzinfo=UTC))) == {"odd-hours": 1}, "22:00"


def test_oneself_relatives_and_colleagues_stand_out_once_looked_at() -> None:
    close = Close(own={person(1)}, relatives={person(2)}, colleagues={person(3)})
    told = stood_out(looks(*[timedelta(minutes=5)] * 2), close)
    assert told == {"own": 1, "relative": 1, "colleague": 1}


def test_every_flag_explains_itself_and_keeps_its_key() -> None:
    for flag in flags_of_day("staff:x", DAY, looks(*[timedelta(seconds=5)] * 6), Close(own={person(1)}), LIMITS):
        assert str(flag.count) in flag.says.kk
        assert len(flag.key) == 64
    assert set(SAYS) == {"day", "hour", "minute", "odd-hours", "own", "relative", "colleague"}
    assert thresholds().people_a_minute < thresholds().people_an_hour < thresholds().people_a_day
