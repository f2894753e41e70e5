"""What an editor writes, and what leaves the room."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal, get_args

import msgspec

from saqta.basis.text import Text
from saqta.rules.answer import Verdict as AnswerVerdict

Verdict = Literal["true", "false", "partly"]
"""Whether what was claimed is so."""

LONGEST_KEY = 60
"""Characters."""

OpinionOfAnswer = Literal["helped", "not-helped", "wrong-law"]
"""What people may say of an answer."""
OPINIONS: tuple[OpinionOfAnswer, ...] = get_args(OpinionOfAnswer)
VERDICTS_OF_ANSWERS: tuple[AnswerVerdict, ...] = get_args(AnswerVerdict)
ANSWERS = ("status", "months", "dues", "anaesthesia")
"""Answers that are about no care service; all others are named ``free/`` and the code of the service."""


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who said it, when and where. ``published_on`` and ``address`` are null where they were not established."""

    publisher: Text
    published_on: date | None
    address: str | None


class Announcement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a notice says: from ``since`` on, up to but not including ``until``.

    ``services`` are codes of the catalogue and ``provisions`` references such as ``K2000000360/art_196``: what the
    notice is about. ``checks`` says whether all of it fits together.
    """

    key: str
    claim: Text
    verdict: Verdict
    truth: Text
    since: date
    until: date | None
    source: Source
    services: tuple[str, ...] = ()
    provisions: tuple[str, ...] = ()


class Notice(msgspec.Struct, frozen=True):
    """One version of a notice. Versions of the same key follow one another; an approved one replaces those before it
    from its ``since`` on. ``drafted_by`` and ``approved_by`` are null for the notices that ship with the product.
    ``opens_at`` is from which moment an approved one is shown, if that was put off; one that was withdrawn is shown no
    longer, and brings none of those before it back."""

    says: Announcement
    number: int
    drafted_by: str | None = None
    drafted_at: datetime | None = None
    approved_by: str | None = None
    approved_at: datetime | None = None
    opens_at: datetime | None = None
    withdrawn_by: str | None = None
    withdrawn_at: datetime | None = None
    withdrawn_because: str | None = None

    @property
    def is_published(self) -> bool:
        return self.drafted_by is None or self.approved_by is not None

    @property
    def is_waiting(self) -> bool:
        """Whether another person has still to approve it."""
        return not self.is_published and self.withdrawn_by is None

    def as_of(self, at: datetime) -> Notice:
        """The version as everybody could see it at that moment."""
        opens = self.opens_at or self.approved_at
        found = self
        if opens is not None and opens > at:
            found = msgspec.structs.replace(found, approved_by=None, approved_at=None)
        if found.withdrawn_at is not None and found.withdrawn_at > at:
            found = msgspec.structs.replace(found, withdrawn_by=None, withdrawn_at=None, withdrawn_because=None)
        return found


class WaitingOpinions(msgspec.Struct, frozen=True):
    """What people said of one answer since an editor last dealt with it: how many said what, the day of the latest, and
    its number, by which they are settled."""

    place: str
    helped: int
    not_helped: int
    wrong_law: int
    told_on: date
    last: int
