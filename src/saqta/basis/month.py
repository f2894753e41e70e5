"""Calendar months, and sets of months small enough to be one whole number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from saqta.basis.text import Text

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})", re.ASCII)
_RU = (
    "январь", "февраль", "март", "апрель", "май", "июнь",
    "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip
_KK = (
    "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым",
    "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан",
)  # fmt: skip
_EN = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class NotAMonth(ValueError):
    """The text is not a month written as YYYY-MM."""


@dataclass(frozen=True, order=True, slots=True)
class Month:
    """A calendar month, counted from year 0 so that months subtract like whole numbers."""

    number: int

    @classmethod
    def of(cls, day: date) -> Month:
        return cls(day.year * 12 + day.month - 1)

    @classmethod
    def at(cls, year: int, month: int) -> Month:
        if not (1 <= month <= 12 and 1 <= year <= 9998):
            raise NotAMonth(f"there is no month {month} of year {year}")
        return cls(year * 12 + month - 1)

    @classmethod
    def parse(cls, text: str) -> Month:
        """Reads ``2025-07``; raises ``NotAMonth``."""
        return _parsed(text)

    @property
    def year(self) -> int:
        return self.number // 12

    @property
    def first_day(self) -> date:
        return date(self.number // 12, self.number % 12 + 1, 1)

    @property
    def last_day(self) -> date:
        return (self + 1).first_day - timedelta(days=1)

    def __add__(self, months: int) -> Month:
        return Month(self.number + months)

    def __sub__(self, other: Month) -> int:
        """How many months lie between: 2025-03 minus 2025-01 is 2."""
        return self.number - other.number

    def until(self, end: Month) -> Iterator[Month]:
        """The months from this one up to, but not including, ``end``."""
        return map(Month, range(self.number, end.number))

    def __str__(self) -> str:
        return _written(self.number)

    @property
    def name(self) -> Text:
        """The month of the year: ``июль``, ``шілде``, ``July``."""
        place = self.number % 12
        return Text(ru=_RU[place], kk=_KK[place], en=_EN[place])

    def text(self) -> Text:
        """The month as people write it: ``июль 2025 года``, ``2025 жылғы шілде``, ``July 2025``."""
        year, name = self.number // 12, self.name
        return Text(
            ru=f"{name.ru} {year}\N{NO-BREAK SPACE}года",
            kk=f"{year}\N{NO-BREAK SPACE}жылғы {name.kk}",
            en=f"{name.en} {year}",
        )


@lru_cache(maxsize=1024)
def _written(number: int) -> str:
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


@lru_cache(maxsize=1024)
def _parsed(text: str) -> Month:
    """Files and registers bring millions of months, and few different ones."""
    match = _ISO.fullmatch(text)
    if match is None:
        raise NotAMonth("expected a month written as YYYY-MM, such as 2025-07")
    return Month.at(int(match[1]), int(match[2]))


EPOCH = Month.at(2015, 1)
"""The first month a mask can hold: the Law was signed in November 2015, so no payment belongs to an earlier one."""

MONTHS_A_WORD = 60
"""Columns of months hold five years each: they fit the signed 64-bit numbers that every engine has."""


class BeforeTheEpoch(ValueError):
    """A mask cannot hold a month before January 2015."""


@dataclass(frozen=True, slots=True)
class MonthMask:
    """A set of months; bit *n* of ``bits`` is the *n*-th month after January 2015."""

    bits: int = 0

    @classmethod
    def of(cls, months: Iterable[Month]) -> MonthMask:
        bits = 0
        for month in months:
            bits |= 1 << _place(month)
        return cls(bits)

    @classmethod
    def between(cls, start: Month, end: Month) -> MonthMask:
        """The months from ``start`` up to, but not including, ``end``; those before the epoch are left out."""
        low, high = max(start - EPOCH, 0), max(end - EPOCH, 0)
        return cls((1 << high) - (1 << low)) if high > low else cls()

    def __contains__(self, month: Month) -> bool:
        place = month - EPOCH
        return place >= 0 and bool(self.bits >> place & 1)

    def __or__(self, other: MonthMask) -> MonthMask:
        return MonthMask(self.bits | other.bits)

    def __and__(self, other: MonthMask) -> MonthMask:
        return MonthMask(self.bits & other.bits)

    def __sub__(self, other: MonthMask) -> MonthMask:
        return MonthMask(self.bits & ~other.bits)

    def __iter__(self) -> Iterator[Month]:
        bits, place = self.bits, 0
        while bits:
            if bits & 1:
                yield EPOCH + place
            bits >>= 1
            place += 1

    def __len__(self) -> int:
        return self.bits.bit_count()

    def words(self, count: int) -> list[int]:
        """The mask as ``count`` columns of sixty months, the earliest first."""
        return [self.bits >> (MONTHS_A_WORD * word) & ((1 << MONTHS_A_WORD) - 1) for word in range(count)]


@dataclass(frozen=True, slots=True)
class KnownMonths:
    """A set of months of which not everything is known: those that belong to it, and those of which we know."""

    belongs: MonthMask
    known: MonthMask

    def state(self, month: Month) -> bool | None:
        """Whether the month belongs to the set; None when unknown."""
        return True if month in self.belongs else False if month in self.known else None


def _place(month: Month) -> int:
    place = month - EPOCH
    if place < 0:
        raise BeforeTheEpoch(f"{month} lies before {EPOCH}")
    return place
