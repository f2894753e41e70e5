"""Days as people write them, in three languages."""

from __future__ import annotations

from datetime import date

from saqta.basis.month import Month
from saqta.basis.text import Text

_RU_OF = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip


def day_text(day: date) -> Text:
    """``1 октября 2025 года``, ``2025 жылғы 1 қазан``, ``1 October 2025``."""
    month = Month.of(day).text()
    kazakh = month.kk.removeprefix(f"{day.year} жылғы ")
    english = month.en.removesuffix(f" {day.year}")
    return Text(
        ru=f"{day.day} {_RU_OF[day.month - 1]} {day.year} года",
        kk=f"{day.year} жылғы {day.day} {kazakh}",
        en=f"{day.day} {english} {day.year}",
    )
