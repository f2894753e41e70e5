"""Reading notices: those of the product and those that the register has published."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date
from typing import cast

import msgspec

from saqta.basis.text import LANGUAGES, Text
from saqta.journal.models import Entry
from saqta.notices import meaning, standing
from saqta.notices.models import Approval, Version
from saqta.notices.records import Announcement, Notice, Source, Verdict
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
