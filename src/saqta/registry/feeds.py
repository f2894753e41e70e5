"""Feeds about people, the categories they hold and the clinics they are attached to: tables (CSV) and lines of JSON,
one row for each statement."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from saqta.basis.refusal import Fault, Refused
from saqta.journal.feed_files import FeedFile, one_file
from saqta.journal.feeds import Balance, Counted, OnProgress, balance_of_finished, take_in
from saqta.registry import feed_rows
from saqta.registry.actions import record_attachments, record_memberships, record_people
from saqta.registry.feed_lines import Line, fingerprint, lines
from saqta.registry.records import ToldAttachment, ToldMembership, ToldPerson

OnReject = Callable[[int, Fault], object]
Told = TypeVar("Told")


def take_in_people(
    file: Path | FeedFile,
    *,
    by: str,
    at: datetime,
    on_reject: OnReject | None = None,
    on_progress: OnProgress | None = None,
) -> Balance:
    """A feed of people. Rows that cannot be read are rejected one by one; all others are taken in."""

    def post(told: Sequence[ToldPerson]) -> int:
        return record_people(told, by=by, at=at)

    feed = _Feed(one_file(file), "people", None, at, on_reject, on_progress)
    return feed.take_in(feed_rows.person, post)


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

    def post(told: Sequence[ToldMembership]) -> int:
        return record_memberships(told, source=source, by=by, at=at)

    return _Feed(one_file(file), "categories", source, at, on_reject, on_progress).take_in(read, post)


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

    def post(told: Sequence[ToldAttachment]) -> int:
        return record_attachments(told, source=source, by=by, at=at)

    feed = _Feed(one_file(file), "attachments", source, at, on_reject, on_progress)
    return feed.take_in(feed_rows.attachment, post)


class _Feed:
    """One file on its way in. What another source tells in the same words is another feed."""

    def __init__(
        self,
        file: FeedFile,
        kind: str,
        source: str | None,
        at: datetime,
        on_reject: OnReject | None,
        on_progress: OnProgress | None,
    ) -> None:
        self._file = file
        self._kind = kind
        self._source = source
        self._at = at
        self._on_reject = on_reject
        self._on_progress = on_progress

    def take_in(self, read: Callable[[dict[str, object]], Told], post: Callable[[Sequence[Told]], int]) -> Balance:
        seal = fingerprint(self._file)
        if self._source is not None:
            seal = hashlib.sha256(f"{self._source}\0{seal}".encode()).hexdigest()
        finished = balance_of_finished(seal, self._kind)
        if finished is not None:
            return finished
        rows = (self._judged(line, read) for line in lines(self._file))

        def post_rows(step: list[Told | None]) -> Counted:
            told = [row for row in step if row is not None]
            new = post(told)
            return Counted(new, len(told) - new, len(step) - len(told))

        return take_in(rows, post_rows, fingerprint=seal, kind=self._kind, at=self._at, on_progress=self._on_progress)

    def _judged(self, line: Line, read: Callable[[dict[str, object]], Told]) -> Told | None:
        faults: tuple[Fault, ...] = (feed_rows.not_a_row(),)
        if line.fields is not None:
            try:
                return read(line.fields)
            except Refused as refused:
                faults = refused.faults
        if self._on_reject is not None:
            for fault in faults:
                self._on_reject(line.number, fault)
        return None
