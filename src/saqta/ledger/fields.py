"""Readers of single fields: each takes the text of one field and gives its value, or says why it cannot be read.

What a reader lets through is well formed; whether it can also be true is asked in ``check``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import TypeAlias

from saqta.basis.codes import PaymentCode
from saqta.basis.identifiers import Iin, OrganisationBin, looks_like_organisation
from saqta.basis.money import Money
from saqta.basis.month import Month, NotAMonth
from saqta.basis.refusal import Refused

Payer: TypeAlias = Iin | OrganisationBin
Reader: TypeAlias = Callable[[str], object]

_WIDEST_AMOUNT = 12  # digits before the comma: the field of the order is 15 characters wide, comma and tiyn included
_AMOUNT = re.compile(r"(-?)([0-9]+)(?:[.,]([0-9]*))?", re.ASCII)
_USUAL_AMOUNT = re.compile(r"KZT([0-9]{1,12})[.,]([0-9]{2})", re.ASCII)
_DIGITS = re.compile(r"[0-9]+", re.ASCII)
_POINTED_DAY = re.compile(r"([0-9]{2})\.([0-9]{2})\.([0-9]{4})", re.ASCII)
_DASHED_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_PERIOD = re.compile(r"([0-9]{2})\.?([0-9]{4})", re.ASCII)
_ISO_PERIOD = re.compile(r"([0-9]{4})-([0-9]{2})", re.ASCII)
_BANK = re.compile(r"[A-Z0-9]{8}(?:[A-Z0-9]{3})?", re.ASCII)
_ORDER_NUMBER = re.compile(r"[0-9A-Za-z\u0400-\u04ff№/.()_-][0-9A-Za-z\u0400-\u04ff№/.()_ -]{0,34}")


class Unreadable(Exception):
    """The text of a field is not a value of its kind. Carries a code and never the text."""

    def __init__(self, code: str, field: str | None = None) -> None:
        self.code = code
        self.field = field
        super().__init__(code)


def iin(text: str) -> Iin:
    try:
        return Iin.parse(text)
    except Refused as refused:
        if looks_like_organisation(text) and _DIGITS.fullmatch(text):
            raise Unreadable("iin-is-a-bin") from None
        raise Unreadable(f"iin-{refused.faults[0].code}") from None


def payer(text: str) -> Payer:
    """The payer is an organisation, or a person: an entrepreneur or one who pays for himself."""
    try:
        return OrganisationBin.parse(text) if looks_like_organisation(text) else Iin.parse(text)
    except Refused:
        raise Unreadable("payer-number") from None


def amount(text: str) -> Money:
    """Tenge with a comma or a point: ``4250``, ``4250,00``, ``4250.5``; a sign is read, and judged elsewhere."""
    match = _AMOUNT.fullmatch(text)
    if match is None:
        raise Unreadable("amount-format")
    sign, whole, part = match.groups()
    if len(whole) > _WIDEST_AMOUNT and len(whole.lstrip("0")) > _WIDEST_AMOUNT:
        raise Unreadable("amount-too-large")
    if not part:
        tiyn = int(whole) * 100
    elif len(part) <= 2:
        tiyn = int(whole) * 100 + int(part.ljust(2, "0"))
    else:
        raise Unreadable("amount-decimals")
    return Money(-tiyn if sign else tiyn)


def amount_in_tenge(text: str) -> Money:
    """The currency and the sum as an order writes them: ``KZT4250,00``."""
    usual = _USUAL_AMOUNT.fullmatch(text)
    if usual is not None:
        return Money(int(usual[1] + usual[2]))
    if not text.startswith("KZT"):
        raise Unreadable("currency", field="currency")
    return amount(text[3:])


@lru_cache(maxsize=256)
def period(text: str) -> Month:
    """The month of a period as an order writes it: ``072025``."""
    match = _PERIOD.fullmatch(text)
    if match is None or "." in text:
        raise Unreadable("period-format")
    return _month(match[2], match[1])


@lru_cache(maxsize=256)
def month(text: str) -> Month:
    """The month of a period as tables write it: ``2025-07``, ``07.2025`` or ``072025``."""
    iso = _ISO_PERIOD.fullmatch(text)
    if iso is not None:
        return _month(iso[1], iso[2])
    match = _PERIOD.fullmatch(text)
    if match is None:
        raise Unreadable("period-format")
    return _month(match[2], match[1])


def _month(year: str, number: str) -> Month:
    try:
        return Month.at(int(year), int(number))
    except NotAMonth:
        raise Unreadable("period-month") from None


def payment_code(text: str) -> PaymentCode:
    try:
        return PaymentCode(text)
    except ValueError:
        raise Unreadable("payment-code") from None


def birth_date(text: str) -> date:
    """A day of birth as an order writes it: ``19900412``."""
    return _day(text, "birth-date-format")


def birth_date_in_a_table(text: str) -> date:
    return _day(_compact_day(text), "birth-date-format")


def order_date(text: str) -> date:
    """The day of an order, ``250703``. Orders for this insurance exist since 2017, so the century is known."""
    return _day("20" + text, "document-date")


def paid_on(text: str) -> date:
    return _day(_compact_day(text), "document-date")


def _compact_day(text: str) -> str:
    """``19900412`` for a day written so, as ``1990-04-12`` or as ``12.04.1990``."""
    pointed = _POINTED_DAY.fullmatch(text)
    if pointed is not None:
        return pointed[3] + pointed[2] + pointed[1]
    if _DASHED_DAY.fullmatch(text):
        return text.replace("-", "")
    return text


def _day(compact: str, code: str) -> date:
    if len(compact) != 8 or not (compact.isascii() and compact.isdigit()):
        raise Unreadable(code)
    try:
        return date.fromisoformat(compact)
    except ValueError:
        raise Unreadable(code) from None


def sequence(text: str) -> int:
    if len(text) > 9 or not _DIGITS.fullmatch(text):
        raise Unreadable("sequence")
    return int(text)


def order_number(text: str) -> str:
    """A document number is echoed in answers, so nothing but letters, digits and the usual signs may stand in it."""
    if not _ORDER_NUMBER.fullmatch(text):
        raise Unreadable("document-number")
    return text


def bank(text: str) -> str:
    if not _BANK.fullmatch(text):
        raise Unreadable("bank-code")
    return text
