"""Days as people write them, in three languages."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from saqta.basis.month import Month
from saqta.basis.text import Text

KAZAKHSTAN = ZoneInfo("Asia/Almaty")
"""The whole country has kept one time since 2024."""

_RU_OF = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip


def day_in_kazakhstan(moment: datetime) -> date:
    """The day in Kazakhstan at that moment."""
    return moment.astimezone(KAZAKHSTAN).date()


def age_on(day: date, born: date) -> int:
    """Whole years of life. Somebody born on 29 February has a birthday on 1 March in other years."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a month that has no such day."""
    month = Month.of(day) + months
    last = (month + 1).first_day - timedelta(days=1)
    return min(month.first_day + timedelta(days=day.day - 1), last)


def day_text(day: date) -> Text:
    """``1 октября 2025 года``, ``2025 жылғы 1 қазан``, ``1 October 2025``; no line breaks after a number."""
    month = Month.of(day)
    return Text(
        ru=f"{day.day}\N{NO-BREAK SPACE}{_RU_OF[day.month - 1]} {day.year}\N{NO-BREAK SPACE}года",
        kk=f"{day.year}\N{NO-BREAK SPACE}жылғы {day.day}\N{NO-BREAK SPACE}{month.name.kk}",
        en=f"{day.day}\N{NO-BREAK SPACE}{month.name.en} {day.year}",
    )
