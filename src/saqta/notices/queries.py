"""Reading notices: those of the product and those that the register has published."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, date, datetime
from heapq import merge
from typing import cast

import msgspec
from django.db.models import Count, Exists, Max, OuterRef, Q

from saqta.basis.text import LANGUAGES, Text
from saqta.journal.queries import changed_under
from saqta.notices import meaning, standing
from saqta.notices.models import Approval, Opinion, Settlement, Version, Withdrawal
from saqta.notices.records import Announcement, Notice, Source, Verdict, WaitingOpinions
from saqta.notices.shipped import shipped

_ENCODER = msgspec.json.Encoder(order="deterministic")
_VERBS = ("draft-notice", "approve-notice", "withdraw-notice", "tell-opinion", "settle-opinions")


def every_version(key: str | None = None) -> tuple[Notice, ...]:
    """Every version of every notice, or of one: published, replaced and waiting, in the order they were written."""
    rows = Version.objects.select_related("approval__opening", "withdrawal").order_by("id")
    if key is not None:
        rows = rows.filter(key=key)
    kept = tuple(_record(row) for row in rows)
    return tuple(notice for notice in shipped() if key in (None, notice.says.key)) + kept


def seen(at: datetime) -> tuple[Notice, ...]:
    """Every version as everybody can see it at that moment: what is approved for later is not published yet."""
    return tuple(notice.as_of(at) for notice in every_version())


def published(on: date, *, at: datetime) -> tuple[Notice, ...]:
    """The notices standing on a day as seen at a moment, the latest first."""
    return standing.standing(seen(at), on)


def about(service: str, on: date, *, at: datetime) -> tuple[Notice, ...]:
    """The notices standing on a day, as seen at a moment, that name a care service."""
    return standing.about(seen(at), service, on)


def meant(typed: str, on: date, *, at: datetime) -> tuple[Notice, ...]:
    """The notices standing on a day, as seen at a moment, that somebody's words may mean."""
    return meaning.meant(seen(at), typed, on)


def changed_entries() -> Iterator[int]:
    """Entries of the journal whose notices or opinions are no longer those that were sealed with them, and entries of
    another kind under which such rows stand."""
    drafted = Version.objects.order_by("recorded_id")
    approved = Approval.objects.select_related("version", "opening").order_by("recorded_id")
    withdrawn = Withdrawal.objects.select_related("version").order_by("recorded_id")
    told, settled = Opinion.objects.order_by("recorded_id"), Settlement.objects.order_by("recorded_id")
    written = merge(
        ((row.recorded_id, digest(_says(row))) for row in drafted.iterator()),
        ((row.recorded_id, approval_digest(_says(row.version), _opens_at(row))) for row in approved.iterator()),
        ((row.recorded_id, withdrawal_digest(_says(row.version), row.reason)) for row in withdrawn.iterator()),
        ((row.recorded_id, opinion_digest(row)) for row in told.iterator()),
        ((row.recorded_id, settlement_digest(row.place, row.last_id)) for row in settled.iterator()),
    )
    yield from changed_under(_VERBS, written)


def waiting_opinions(limit: int = 200) -> tuple[WaitingOpinions, ...]:
    """What people said of answers and no editor has dealt with yet: those called wrong in law first, then those that
    did not help, the most often named first."""
    dealt_with = Settlement.objects.filter(place=OuterRef("place"), last__gte=OuterRef("id"))
    found = (
        Opinion.objects.filter(~Exists(dealt_with))
        .values("place")
        .annotate(
            helped=Count("id", filter=Q(opinion="helped")),
            not_helped=Count("id", filter=Q(opinion="not-helped")),
            wrong_law=Count("id", filter=Q(opinion="wrong-law")),
            latest=Max("told_on"),
            last=Max("id"),
        )
        .order_by("-wrong_law", "-not_helped", "-last")
    )
    return tuple(
        WaitingOpinions(row["place"], row["helped"], row["not_helped"], row["wrong_law"], row["latest"], row["last"])
        for row in found[:limit]
    )


def opinion_digest(row: Opinion) -> str:
    """What the journal seals of an opinion."""
    return _sealed(row.place, row.verdict, row.opinion, row.language, row.told_on.isoformat())


def settlement_digest(place: str, last: int) -> str:
    """What the journal seals of an editor's having dealt with opinions."""
    return _sealed(place, last)


def _sealed(*parts: str | int | None) -> str:
    return hashlib.sha256(_ENCODER.encode(parts)).hexdigest()


def digest(says: Announcement) -> str:
    """What the journal seals of a notice."""
    return hashlib.sha256(_ENCODER.encode(says)).hexdigest()


def approval_digest(says: Announcement, opens_at: datetime | None) -> str:
    """What the journal seals of an approval: the notice, and from which later moment it is shown."""
    if opens_at is None:
        return digest(says)
    return _sealed(digest(says), opens_at.astimezone(UTC).isoformat())


def withdrawal_digest(says: Announcement, reason: str) -> str:
    """What the journal seals of a withdrawal."""
    return _sealed(digest(says), reason)


def _record(row: Version) -> Notice:
    approval = getattr(row, "approval", None)
    withdrawal = getattr(row, "withdrawal", None)
    return Notice(
        _says(row),
        row.number,
        row.drafted_by,
        row.drafted_at,
        approval.approved_by if approval else None,
        approval.approved_at if approval else None,
        _opens_at(approval) if approval else None,
        withdrawal.withdrawn_by if withdrawal else None,
        withdrawal.withdrawn_at if withdrawal else None,
        withdrawal.reason if withdrawal else None,
    )


def _says(row: Version) -> Announcement:
    return Announcement(
        key=row.key,
        claim=_text(row, "claim"),
        verdict=cast("Verdict", row.verdict),
        truth=_text(row, "truth"),
        since=row.since,
        until=row.until,
        source=Source(_text(row, "publisher"), row.published_on, row.address),
        services=tuple(row.services),
        provisions=tuple(row.provisions),
    )


def _opens_at(row: Approval) -> datetime | None:
    opening = getattr(row, "opening", None)
    return None if opening is None else opening.opens_at


def _text(row: Version, name: str) -> Text:
    return Text(**{language: getattr(row, f"{name}_{language}") for language in LANGUAGES})
