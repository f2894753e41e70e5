"""Days in an address: which day of the law a page is to show. They say nothing about anybody."""

from __future__ import annotations

import re
from datetime import date

from django.http import HttpRequest

from saqta.basis.days import day_text
from saqta.basis.text import Language, Text
from saqta.channels.clock import day_in_kazakhstan

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
NOT_A_DAY = Text(
    ru="Такого дня нет. Выберите день в календаре или введите его как ГГГГ-ММ-ДД.",
    kk="Мұндай күн жоқ. Күнді күнтізбеден таңдаңыз немесе ЖЖЖЖ-АА-КК түрінде енгізіңіз.",
    en="There is no such day. Choose one from the calendar or type it as YYYY-MM-DD.",
)


class NotADay(ValueError):
    """What stands in the address is no day."""


def day_asked(request: HttpRequest, name: str, otherwise: date) -> date:
    """The day under this name in the address, or ``otherwise`` when there is none; raises ``NotADay``."""
    typed = request.GET.get(name, "").strip()
    if not typed:
        return otherwise
    try:
        if _DAY.fullmatch(typed):
            return date.fromisoformat(typed)
    except ValueError:
        pass
    raise NotADay(name)


def today(request: HttpRequest) -> date:
    """The day in Kazakhstan at the moment of the request."""
    return day_in_kazakhstan(request.META["saqta.at"])


def said(day: date, language: Language) -> str:
    return day_text(day).in_language(language)
