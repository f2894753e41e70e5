"""Sums of money in whole tiyn (1 tenge = 100 tiyn)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from saqta.basis.text import Text

_DECIMAL = re.compile(r"([0-9]{1,13})(?:\.([0-9]{1,2}))?", re.ASCII)


class NotMoney(ValueError):
    """The text is not a sum of tenge: up to thirteen digits, at most two decimals after a point."""


@dataclass(frozen=True, order=True, slots=True)
class Money:
    """A sum in whole tiyn; never a float, so that nothing is lost between a payment and its total."""

    tiyn: int

    @classmethod
    def tenge(cls, text: str) -> Money:
        """Reads a non-negative sum such as ``"4250.00"``, ``"4250"`` or ``"1325.5"``; raises ``NotMoney``."""
        match = _DECIMAL.fullmatch(text)
        if match is None:
            raise NotMoney("expected tenge with at most two decimals, such as 4250.00")
        whole, part = match.groups()
        return cls(int(whole) * 100 + int((part or "0").ljust(2, "0")))

    @classmethod
    def total(cls, sums: Iterable[Money]) -> Money:
        return cls(sum(money.tiyn for money in sums))

    def __add__(self, other: Money) -> Money:
        return Money(self.tiyn + other.tiyn)

    def __sub__(self, other: Money) -> Money:
        return Money(self.tiyn - other.tiyn)

    def share(self, rate: Fraction) -> Money:
        """This sum times ``rate``, to the nearest tiyn; half a tiyn goes away from zero."""
        return Money(rounded_share(self.tiyn, rate.numerator, rate.denominator))

    def split(self, weights: list[int]) -> list[Money]:
        """Divides the sum in proportion to whole weights; the parts add up to the sum exactly.

        The tiyn left over by rounding down go to the parts with the largest remainders, the earlier
        part first when remainders are equal. At least one weight must be positive.
        """
        whole = sum(weights)
        if whole <= 0 or min(weights) < 0:
            raise ValueError("weights must not be negative and must not all be zero")
        parts = [self.tiyn * weight // whole for weight in weights]
        remainders = [(-(self.tiyn * weight % whole), place) for place, weight in enumerate(weights)]
        for _, place in sorted(remainders)[: self.tiyn - sum(parts)]:
            parts[place] += 1
        return [Money(part) for part in parts]

    def __str__(self) -> str:
        """Tenge with two decimals and a point, as the published contract writes sums: ``4250.00``."""
        sign = "-" if self.tiyn < 0 else ""
        whole, part = divmod(abs(self.tiyn), 100)
        return f"{sign}{whole}.{part:02d}"

    def text(self) -> Text:
        """The sum as a reader of each language expects it: ``4 250,00 ₸`` and ``4,250.00 ₸``."""
        whole, _, part = str(self).partition(".")
        english = f"{int(whole):,}"
        spaced = english.replace(",", "\N{NO-BREAK SPACE}")
        local = f"{spaced},{part}\N{NO-BREAK SPACE}₸"
        return Text(ru=local, kk=local, en=f"{english}.{part}\N{NO-BREAK SPACE}₸")


def rounded_share(amount: int, numerator: int, denominator: int) -> int:
    """``amount * numerator / denominator`` to the nearest whole, halves away from zero.

    Stated once on whole numbers because every bulk engine must round in exactly this way.
    """
    size = (abs(amount) * numerator * 2 + denominator) // (2 * denominator)
    return size if amount >= 0 else -size


def exact_decimal(rate: Fraction) -> str:
    """A rate as a decimal number: ``0.02``. Every rate of the law has finitely many digits."""
    return f"{(Decimal(rate.numerator) / Decimal(rate.denominator)).normalize():f}"


def percent_text(rate: Fraction) -> Text:
    """A rate as a reader of each language expects it: ``1,9 %`` and ``1.9 %``."""
    number = exact_decimal(rate * 100)
    local = number.replace(".", ",")
    return Text(ru=f"{local}\N{NO-BREAK SPACE}%", kk=f"{local}\N{NO-BREAK SPACE}%", en=f"{number}\N{NO-BREAK SPACE}%")
