"""What is proposed, and what leaves the room."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

import msgspec

TEMPORARY_SOURCE = "on-proof"
"""The source of a category that is taken on a document for a while."""
CORRECTION_SOURCE = "correction"
"""The source of what two members of the staff settled."""

LONGEST_REASON = 1000
LARGEST_PROOF = 5 * 1024 * 1024
"""Bytes."""

Outcome = Literal["approved", "declined"]
OUTCOMES: tuple[Outcome, ...] = ("approved", "declined")

WrongPayment = Literal["wrong-person", "wrong-month", "paid-twice", "above-the-cap"]
"""What may be wrong with a payment, as far as the State Corporation returns it."""
WRONG_PAYMENTS: tuple[WrongPayment, ...] = ("wrong-person", "wrong-month", "paid-twice", "above-the-cap")

Details = dict[str, str | int | bool]


class Temporary(msgspec.Struct, frozen=True, tag="temporary"):
    """A category taken on a document, from the day of approval on, for as long as the law's data say."""

    code: str
    details: Details = {}


class Held(msgspec.Struct, frozen=True, tag="held"):
    """A category that the person holds from ``start`` up to, but not including, ``until``, and the register lacks."""

    code: str
    start: date
    until: date | None = None
    details: Details = {}


class Ended(msgspec.Struct, frozen=True, tag="ended"):
    """A category that ``source`` tells of from ``start`` on, and that the person holds no longer from ``until`` on."""

    code: str
    start: date
    source: str
    until: date


class NeverHeld(msgspec.Struct, frozen=True, tag="never-held"):
    """A category that ``source`` tells of from ``start`` on, and that the person never held."""

    code: str
    start: date
    source: str


class Attached(msgspec.Struct, frozen=True, tag="attached"):
    """That the person is attached to another clinic from ``start`` on."""

    bin: str
    start: date


class WrongReceipt(msgspec.Struct, frozen=True, tag="wrong-receipt"):
    """A payment that is wrong. Approved, it is a request to the State Corporation: the receipt itself is changed by
    what that one returns, and by nothing else."""

    month: str
    wrong: WrongPayment


Proposal = Temporary | Held | Ended | NeverHeld | Attached | WrongReceipt

KINDS = ("temporary", "held", "ended", "never-held", "attached", "wrong-receipt")


def kind_of(proposal: Proposal) -> str:
    """By which name the proposal is kept."""
    return str(proposal.__struct_config__.tag)


@dataclass(frozen=True, slots=True)
class DecisionRecord:
    """What was decided, by whom and when. ``start`` and ``until`` are those of a category taken for a while."""

    outcome: Outcome
    reason: str
    by: str
    at: datetime
    start: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class CorrectionRecord:
    """A proposal under its number, which is that of its entry in the journal. ``proof`` is the digest of the document,
    ``decision`` None while it waits."""

    number: int
    person: UUID
    proposal: Proposal
    reason: str
    proof: str | None
    by: str
    at: datetime
    decision: DecisionRecord | None

    @property
    def kind(self) -> str:
        return kind_of(self.proposal)


@dataclass(frozen=True, slots=True)
class ProofRecord:
    """A document as it was handed in: its digest, what its first bytes say it is, and the bytes themselves."""

    digest: str
    media: str
    content: bytes
