"""Feeds about people, the categories they hold, the clinics they are attached to and who speaks for them: tables (CSV),
workbooks (XLSX) and lines of JSON, one row for each statement."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from saqta.journal.feed_files import FeedFile
from saqta.journal.feeds import Balance, OnProgress
from saqta.registry import feed_rows
from saqta.registry.actions import record_attachments, record_memberships, record_people
from saqta.registry.feeding import OnReject, Posted, Way
from saqta.registry.records import ToldAttachment, ToldMembership, ToldPerson, ToldRepresentation
from saqta.registry.representing import record_representations


def take_in_people(
    file: Path | FeedFile,
    *,
    by: str,
    at: datetime,
    on_reject: OnReject | None = None,
    on_progress: OnProgress | None = None,
) -> Balance:
    """A feed of people. Rows that cannot be read are rejected one by one; all others are taken in."""

    def post(told: Sequence[ToldPerson]) -> Posted:
        return Posted(record_people(told, by=by, at=at))

    way = Way(file, "people", source=None, at=at, on_reject=on_reject, on_progress=on_progress)
    return way.take_in(feed_rows.person, post)


def take_in_categories(
    file: Path | FeedFile,
    *,
    source: str,
    check: Callable[[ToldMembership], object],
    by: str,
    at: datetime,
    on_reject: OnReject | None = None,
    on_progress: OnProgress | None = None,
) -> Balance:
    """A feed of categories as ``source`` tells them: a hospital, a school, the pension fund. ``check`` raises
    ``Refused`` for what the law could make nothing of; this room does not know the law."""

    def read(fields: dict[str, object]) -> ToldMembership:
        told = feed_rows.membership(fields)
        check(told)
        return told

    def post(told: Sequence[ToldMembership]) -> Posted:
        return Posted(record_memberships(told, source=source, by=by, at=at))

    way = Way(file, "categories", source=source, at=at, on_reject=on_reject, on_progress=on_progress)
    return way.take_in(read, post)


def take_in_attachments(
    file: Path | FeedFile,
    *,
    source: str,
    by: str,
    at: datetime,
    on_reject: OnReject | None = None,
    on_progress: OnProgress | None = None,
) -> Balance:
    """A feed of attachments to organisations of primary care, as ``source`` tells them."""

    def post(told: Sequence[ToldAttachment]) -> Posted:
        return Posted(record_attachments(told, source=source, by=by, at=at))

    way = Way(file, "attachments", source=source, at=at, on_reject=on_reject, on_progress=on_progress)
    return way.take_in(feed_rows.attachment, post)


def take_in_representations(
    file: Path | FeedFile,
    *,
    source: str,
    by: str,
    at: datetime,
    on_reject: OnReject | None = None,
    on_progress: OnProgress | None = None,
) -> Balance:
    """A feed of who speaks for whom, as ``source`` tells it: civil records, a guardianship body."""

    def post(told: Sequence[ToldRepresentation]) -> Posted:
        return Posted(record_representations(told, source=source, by=by, at=at))

    way = Way(file, "representations", source=source, at=at, on_reject=on_reject, on_progress=on_progress)
    return way.take_in(feed_rows.representation, post)
