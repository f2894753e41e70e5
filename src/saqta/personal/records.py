"""What leaves the room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Literal
from uuid import UUID

from saqta.basis.text import Text
from saqta.care.records import ConsentRecord
from saqta.journal.records import Look
from saqta.orders.records import CertifiedPayment
from saqta.rules.status import InsuredAnswer

Kind = Literal["look", "category"]
"""``look``: why did somebody look at my data? ``category``: I belong to a category, and the register does not know."""
Outcome = Literal["in-order", "not-in-order", "taken", "declined"]
"""What the staff says: of a look whether it was in order, of a category whether it was taken on the documents."""
OUTCOMES: Mapping[Kind, tuple[Outcome, Outcome]] = MappingProxyType(
    {"look": ("in-order", "not-in-order"), "category": ("taken", "declined")}
)
LONGEST_WORDS = 500


@dataclass(frozen=True, slots=True)
class OwnMonth:
    """A month, what it counts for, and the money that was paid for it. ``state`` is that of ``rules.owed.MonthState``,
    or ``current`` for the month that is under way."""

    month: str
    state: str
    by: Text | None
    payments: tuple[CertifiedPayment, ...]


@dataclass(frozen=True, slots=True)
class OwnCategory:
    """A category that a source says the person holds, from ``start`` up to, but not including, ``until``."""

    code: str
    name: Text
    start: date
    until: date | None
    source: str


@dataclass(frozen=True, slots=True)
class OwnStanding:
    """The status of somebody on a day with all that it rests on. ``total`` in tenge is what was paid for the months
    shown."""

    answer: InsuredAnswer
    months: tuple[OwnMonth, ...]
    total: str
    categories: tuple[OwnCategory, ...]


@dataclass(frozen=True, slots=True)
class Child:
    """Somebody for whom the person may speak: by what right, until when, and by whose word."""

    person: UUID
    birth_date: date
    number: str
    kind: Text
    until: date
    source: str


@dataclass(frozen=True, slots=True)
class OwnPlan:
    """A plan of treatment under anaesthesia for a child, and what was decided about it."""

    number: int
    clinic: Text
    planned_at: datetime
    state: str
    decisions: tuple[ConsentRecord, ...]


@dataclass(frozen=True, slots=True)
class QuestionRecord:
    """What a person asked of the staff. ``number`` is what they were told to quote, ``words`` are theirs. ``look`` or
    ``category`` is what it is about; ``outcome``, ``answer`` and ``answered_at`` are
    None until the staff answers."""

    number: int
    person: UUID
    kind: Kind
    look: Look | None
    category: str | None
    words: str
    at: datetime
    outcome: Outcome | None
    answer: str | None
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class LookShown:
    """A look at a person's data as they read it: when, who by role and organisation, why, and what came of their
    question about it. ``own``: the person themselves."""

    entry: int
    place: int
    at: datetime
    who: Text
    why: Text
    own: bool
    question: QuestionRecord | None
