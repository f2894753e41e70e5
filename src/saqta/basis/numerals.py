"""Counts, shares and large sums as a reader of each language expects them."""

from __future__ import annotations

from saqta.basis.money import Money
from saqta.basis.text import Text

LEAST_SHARE = 0.0005
"""What would be rounded to nothing."""

_SPACE = "\N{NO-BREAK SPACE}"
_SCALES = (
    (10**12, Text(ru="трлн", kk="трлн", en="trillion")),
    (10**9, Text(ru="млрд", kk="млрд", en="billion")),
    (10**6, Text(ru="млн", kk="млн", en="million")),
)


def count_text(count: int) -> Text:
    """``19 871 204`` and ``19,871,204``."""
    english = f"{count:,}"
    local = english.replace(",", _SPACE)
    return Text(ru=local, kk=local, en=english)


def share_text(share: float) -> Text:
    """A share from 0 to 1 in per cent with one decimal: ``81,0 %`` and ``81.0%``; the least is not called none."""
    number = "<0.1" if 0 < share < LEAST_SHARE else f"{share * 100:.1f}"
    local = f"{number.replace('.', ',')}{_SPACE}%"
    return Text(ru=local, kk=local, en=f"{number}%")


def sum_text(amount: Money) -> Text:
    """A sum rounded to a tenth of its largest unit: ``548,4 млн ₸`` and ``548.4 million ₸``; small ones in full."""
    whole = amount.tiyn // 100
    for size, name in _SCALES:
        if whole >= size:
            number = f"{whole / size:.1f}"
            return Text(
                ru=f"{number.replace('.', ',')}{_SPACE}{name.ru}{_SPACE}₸",
                kk=f"{number.replace('.', ',')}{_SPACE}{name.kk}{_SPACE}₸",
                en=f"{number}{_SPACE}{name.en}{_SPACE}₸",
            )
    return amount.text()
