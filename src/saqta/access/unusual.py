"""Looks that stand out: too many, too fast, at an odd hour, at oneself, at relatives or at colleagues.

None of it is proof of anything. Each flag says what was counted and from where on it stands out; a supervisor asks, and
notes what came of it. Surnames are not compared: the register keeps none.
"""

from __future__ import annotations

import hashlib
from collections import Counter, deque
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Literal
from uuid import UUID
from zoneinfo import ZoneInfo

import msgspec

from saqta.basis.text import Text
from saqta.journal.records import ReadRecord

Kind = Literal["day", "hour", "minute", "odd-hours", "own", "relative", "colleague"]

SAYS: dict[Kind, Text] = {
    "day": Text(
        ru="За день посмотрено людей: {count}. Обычно меньше {limit}.",
        kk="Бір күнде қаралған адамдар: {count}. Әдетте {limit} адамнан аз.",
        en="People looked at in a day: {count}. Usually fewer than {limit}.",
    ),
    "hour": Text(
        ru="За час посмотрено людей: {count}. Обычно меньше {limit}.",
        kk="Бір сағатта қаралған адамдар: {count}. Әдетте {limit} адамнан аз.",
        en="People looked at within an hour: {count}. Usually fewer than {limit}.",
    ),
    "minute": Text(
        ru="За минуту посмотрено людей: {count}. За минуту и один ответ не прочесть вслух; порог — {limit}.",
        kk="Бір минутта қаралған адамдар: {count}. Бұл уақытта бір жауапты да дауыстап оқып үлгермейді; шегі {limit}.",
        en="People looked at within a minute: {count}. Nobody reads one answer aloud so fast; the limit is {limit}.",
    ),
    "odd-hours": Text(
        ru="Просмотров вне обычных часов ({limit}): {count}.",
        kk="Әдеттегі сағаттардан ({limit}) тыс қараулар: {count}.",
        en="Looks outside the usual hours ({limit}): {count}.",
    ),
    "own": Text(
        ru="Смотрел свои собственные данные: {count} раз.",
        kk="Өз деректерін қараған: {count} рет.",
        en="Looked at their own data: {count} times.",
    ),
    "relative": Text(
        ru="Смотрел данные близких, которых сам назвал или за которых вправе говорить: {count} раз.",
        kk="Өзі атаған не атынан сөйлеуге құқылы жақындарының деректерін қараған: {count} рет.",
        en="Looked at people close to them, whom they named or may speak for: {count} times.",
    ),
    "colleague": Text(
        ru="Смотрел данные специалистов своей клиники: {count} раз.",
        kk="Өз клиникасының мамандарының деректерін қараған: {count} рет.",
        en="Looked at specialists of their own clinic: {count} times.",
    ),
}
_ZONE = ZoneInfo("Asia/Almaty")


class Thresholds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """From where on looks stand out."""

    people_a_day: int
    people_an_hour: int
    people_a_minute: int
    hours: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Close:
    """Who is close to somebody on the staff, as far as the register knows."""

    own: Collection[UUID] = ()
    relatives: Collection[UUID] = ()
    colleagues: Collection[UUID] = ()


@dataclass(frozen=True, slots=True)
class Flag:
    """Something that stood out on one day. ``key`` is the same whenever it is worked out again."""

    by: str
    on: date
    kind: Kind
    count: int
    limit: str

    @property
    def key(self) -> str:
        return hashlib.sha256(f"{self.by}\x1f{self.on}\x1f{self.kind}".encode()).hexdigest()

    @property
    def says(self) -> Text:
        return SAYS[self.kind].fill(count=str(self.count), limit=self.limit)


@lru_cache(maxsize=1)
def thresholds() -> Thresholds:
    """Those that ship with the product."""
    return msgspec.yaml.decode(Path(__file__).with_name("unusual.yaml").read_bytes(), type=Thresholds)


def flags_of_day(by: str, on: date, looks: Iterable[ReadRecord], close: Close, limits: Thresholds) -> Iterator[Flag]:
    """What stands out in the looks of one member on one day, told in the order of time. Memory grows with the people
    looked at in that day, and with nothing else."""
    people: set[UUID] = set()
    hour, minute = _Busiest(timedelta(hours=1)), _Busiest(timedelta(minutes=1))
    odd = own = relatives = colleagues = 0
    for look in looks:
        odd += not limits.hours[0] <= look.at.astimezone(_ZONE).hour < limits.hours[1]
        if look.person is None:
            continue
        people.add(look.person)
        hour.add(look.at, look.person)
        minute.add(look.at, look.person)
        own += look.person in close.own
        relatives += look.person in close.relatives
        colleagues += look.person in close.colleagues
    hours = f"{limits.hours[0]:02}:00–{limits.hours[1]:02}:00"
    counted: tuple[tuple[Kind, int, int, str], ...] = (
        ("day", len(people), limits.people_a_day, str(limits.people_a_day)),
        ("hour", hour.most, limits.people_an_hour, str(limits.people_an_hour)),
        ("minute", minute.most, limits.people_a_minute, str(limits.people_a_minute)),
        ("odd-hours", odd, 1, hours),
        ("own", own, 1, ""),
        ("relative", relatives, 1, ""),
        ("colleague", colleagues, 1, ""),
    )
    for kind, count, least, limit in counted:
        if count >= least:
            yield Flag(by, on, kind, count, limit)


class _Busiest:
    """The most people looked at within any stretch of one length."""

    def __init__(self, length: timedelta) -> None:
        self._length = length
        self._within: deque[tuple[datetime, UUID]] = deque()
        self._looks: Counter[UUID] = Counter()
        self.most = 0

    def add(self, at: datetime, person: UUID) -> None:
        self._within.append((at, person))
        self._looks[person] += 1
        while self._within[0][0] <= at - self._length:
            _, gone = self._within.popleft()
            self._looks[gone] -= 1
            if not self._looks[gone]:
                del self._looks[gone]
        self.most = max(self.most, len(self._looks))
