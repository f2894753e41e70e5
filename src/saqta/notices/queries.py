"""Reading notices: those of the product and those that the register has published."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date
from typing import cast

import msgspec
from django.db.models import Count, Exists, Max, OuterRef, Q

from saqta.basis.text import LANGUAGES, Text
from saqta.journal.models import Entry
from saqta.notices import meaning, standing
from saqta.notices.models import Approval, Opinion, Settlement, Version
from saqta.notices.records import Announcement, Notice, Source, Verdict, WaitingOpinions
from saqta.notices.shipped import shipped

_ENCODER = msgspec.json.Encoder(order="deterministic")


def every_version(key: str | None = None) -> tuple[Notice, ...]:
    """Every version of every notice, or of one: published, replaced and waiting, in the order they were written."""
    rows = Version.objects.select_related("approval").order_by("id")
    if key is not None:
        rows = rows.filter(key=key)
    kept = tuple(_record(row) for row in rows)
    return tuple(notice for notice in shipped() if key in (None, notice.says.key)) + kept


def published(on: date) -> tuple[Notice, ...]:
    """The notices standing on a day, the latest first."""
    return standing.standing(every_version(), on)


def about(service: str, on: date) -> tuple[Notice, ...]:
    """The notices standing on a day that name a care service."""
    return standing.about(every_version(), service, on)


def meant(typed: str, on: date) -> tuple[Notice, ...]:
    """The notices standing on a day that somebody's words may mean."""
    return meaning.meant(every_version(), typed, on)


def changed_entries() -> Iterator[int]:
    """Entries of the journal whose notices are no longer those that were sealed with them."""
    written = {row.recorded_id: digest(_record(row).says) for row in Version.objects.all()}
    approved = {
        row.recorded_id: digest(_record(row.version).says) for row in Approval.objects.select_related("version")
    }
    for entry in Entry.objects.filter(verb__in=("draft-notice", "approve-notice")).order_by("number"):
        if (written if entry.verb == "draft-notice" else approved).get(entry.number) != entry.content:
            yield entry.number
    told = {row.recorded_id: opinion_digest(row) for row in Opinion.objects.all().iterator()}
    settled = {row.recorded_id: settlement_digest(row.place, row.last_id) for row in Settlement.objects.all()}
    for entry in Entry.objects.filter(verb__in=("tell-opinion", "settle-opinions")).order_by("number").iterator():
        if (told if entry.verb == "tell-opinion" else settled).get(entry.number) != entry.content:
            yield entry.number


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


def _record(row: Version) -> Notice:
    approval = getattr(row, "approval", None)
    says = Announcement(
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
    return Notice(
        says,
        row.number,
        row.drafted_by,
        row.drafted_at,
        approval.approved_by if approval else None,
        approval.approved_at if approval else None,
    )


def _text(row: Version, name: str) -> Text:
    return Text(**{language: getattr(row, f"{name}_{language}") for language in LANGUAGES})
