"""What others published about inspections: statements with a day, a source and how sure we are of them.

They ship with the product and need no register. A statement stands as it was said: where two of them do not fit
together, both are kept and ``reconciling`` shows it.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Literal

import msgspec

from saqta.basis.text import Text
from saqta.law.shape import Confidence

Unit = Literal["rooms", "clinics", "inspections", "licences", "protocols", "penalties", "tenge"]
"""What one of a figure is."""

Bound = Literal["exact", "at_least", "about"]
"""How a figure was said: as it is, as "more than", or as "about"."""

_FILE = Path(__file__).with_name("published.yaml")


class Measure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Exactly what a figure counts. Figures of two statements can be compared only where their measure is the same."""

    unit: Unit
    counts: Text


class PublishedFigure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One number as it was published."""

    measure: str
    value: int
    bound: Bound = "exact"


class Sum(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """That a figure is the sum of others of the same statement. ``ours``: we say so, the statement does not. ``rest``:
    the parts are not all of it, and of what is left the statement says nothing."""

    total: str
    parts: tuple[str, ...]
    ours: bool = False
    rest: bool = False


class Statement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What was published at one time. The figures stand as of that day; those of a period began with ``since``. Where
    no day was given ``said`` tells what is known of it, and ``after`` which statement came before."""

    key: str
    title: Text
    since: date | None
    as_of: date | None
    said: Text | None
    publisher: Text
    confidence: Confidence
    figures: tuple[PublishedFigure, ...]
    sums: tuple[Sum, ...]
    after: str | None = None

    def figure(self, measure: str) -> PublishedFigure:
        """The figure of a measure; raises ``KeyError`` where the statement has none."""
        for found in self.figures:
            if found.measure == measure:
                return found
        raise KeyError(measure)


class Remark(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a reader of these statements ought to know before comparing them."""

    about: tuple[str, ...]
    says: Text


class Published(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything published that is known here, in the order in which it was said."""

    measures: dict[str, Measure]
    statements: tuple[Statement, ...]
    remarks: tuple[Remark, ...]

    def statement(self, key: str) -> Statement:
        """One statement; raises ``KeyError`` where there is none of this key."""
        for found in self.statements:
            if found.key == key:
                return found
        raise KeyError(key)


@lru_cache(maxsize=1)
def published() -> Published:
    """The statements that ship with the product."""
    return msgspec.yaml.decode(_FILE.read_bytes(), type=Published)
