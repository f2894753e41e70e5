"""Taking in files: once each, in steps that are whole, with every row accounted for.

A step is one transaction: what its rows change, the entry in the journal and how far the file was read stand or fall
together. Whoever is stopped between two steps goes on from the last one; the same file twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import islice
from typing import NamedTuple, TypeVar

from django.db import transaction

from saqta.journal.actions import take_turn
from saqta.journal.models import Feed

ROWS_AT_ONCE = 10_000

RowType = TypeVar("RowType")
OnProgress = Callable[[int], object]


class Balance(NamedTuple):
    """How the rows of a file add up: every row read was new, known before, or rejected."""

    read: int
    new: int
    known: int
    rejected: int


class Counted(NamedTuple):
    """Of some rows: how many changed something, how many told what was known, how many could not be believed."""

    new: int
    known: int
    rejected: int


def balance_of_finished(fingerprint: str, kind: str) -> Balance | None:
    """How a file that was taken in before adds up now: all that was new then is known. None for one of whose rows
    some were rejected: they get another chance."""
    feed = Feed.objects.filter(fingerprint=fingerprint, kind=kind, rejected=0).exclude(finished=None).first()
    return None if feed is None else Balance(feed.read, 0, feed.new + feed.known, 0)


def take_in(
    rows: Iterator[RowType],
    post: Callable[[list[RowType]], Counted],
    *,
    fingerprint: str,
    kind: str,
    at: datetime,
    on_progress: OnProgress | None = None,
) -> Balance:
    """All rows of a file, from where an earlier attempt stopped; ``post`` changes the register for some of them."""
    feed = _begun(fingerprint, kind, at)
    already = feed.read
    for _ in islice(rows, already):
        pass
    while step := list(islice(rows, ROWS_AT_ONCE)):
        already += _step(feed.pk, already, step, post)
        if on_progress is not None:
            on_progress(len(step))
    Feed.objects.filter(pk=feed.pk).update(finished=at)
    feed.refresh_from_db()
    return Balance(feed.read, feed.new, feed.known, feed.rejected)


@transaction.atomic
def _begun(fingerprint: str, kind: str, at: datetime) -> Feed:
    """The feed as far as it was read. One that ended with rejected rows begins anew: what they lacked, such as the
    payment that a refund is of, may have come since, and the other rows are known by now."""
    take_turn()
    feed, _ = Feed.objects.get_or_create(fingerprint=fingerprint, kind=kind, defaults={"started": at})
    if feed.finished is not None and feed.rejected:
        feed.read = feed.new = feed.known = feed.rejected = 0
        feed.finished = None
        feed.save()
    return feed


@transaction.atomic
def _step(feed: int, already: int, rows: list[RowType], post: Callable[[list[RowType]], Counted]) -> int:
    take_turn()  # before the feed is read, so that two who take in one file wait for one another
    row = Feed.objects.get(pk=feed)
    if row.read == already:  # otherwise somebody else took in these rows while we waited
        counted = post(rows)
        row.read += len(rows)
        row.new += counted.new
        row.known += counted.known
        row.rejected += counted.rejected
        row.save()
    return len(rows)
