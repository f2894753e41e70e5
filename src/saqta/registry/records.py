"""What leaves the registry, and what is told to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from saqta.basis.identifiers import Iin, OrganisationBin, Sex

Representing = Literal["parent", "adoptive-parent", "guardian", "trustee"]
"""By what right somebody speaks for another."""

LONGEST_SOURCE = 40
"""Letters of the name of whoever tells something."""


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """A person as other rooms know one: no number, no name."""

    id: UUID
    birth_date: date | None
    sex: Sex | None
    citizenship: str | None
    residence: str | None
    died_on: date | None
    region: str | None
    provisional: bool


@dataclass(frozen=True, slots=True)
class ProvisionalRecord:
    """A person whom no feed of people has told of yet, and since when the number is known."""

    id: UUID
    birth_date: date | None
    sex: Sex | None
    since: datetime


@dataclass(frozen=True, slots=True)
class MembershipRecord:
    """A category that a source says a person holds, from ``start`` up to, but not including, ``until``."""

    person: UUID
    code: str
    start: date
    until: date | None
    details: dict[str, object]
    source: str


@dataclass(frozen=True, slots=True)
class AttachmentRecord:
    """Where a person is attached for primary care, from ``start`` up to, but not including, ``until``."""

    person: UUID
    provider: UUID
    bin: str
    start: date
    until: date | None
    source: str


@dataclass(frozen=True, slots=True)
class ToldPerson:
    """What a feed tells of a person. What it leaves out stays as it was."""

    iin: Iin
    citizenship: str | None = None
    residence: str | None = None
    died_on: date | None = None
    region: str | None = None


@dataclass(frozen=True, slots=True)
class ToldMembership:
    """What a feed tells of a category of a person."""

    iin: Iin
    code: str
    start: date
    until: date | None
    details: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class ToldAttachment:
    """What a feed tells of where a person is attached; without ``until`` it lasts until the next attachment."""

    iin: Iin
    provider: OrganisationBin
    start: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class RepresentationRecord:
    """That ``representative`` may speak for ``represented`` from ``start`` up to, but not including, ``until``."""

    representative: UUID
    represented: UUID
    kind: str
    start: date
    until: date
    source: str


@dataclass(frozen=True, slots=True)
class ToldRepresentation:
    """What is told of who speaks for whom."""

    representative: Iin
    represented: Iin
    kind: Representing
    start: date
    until: date
