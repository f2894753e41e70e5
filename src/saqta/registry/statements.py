"""What an entry of the journal says of categories, attachments, representations and clinics, as one digest: the rows
that it recorded and those that it withdrew. Rows that somebody put in, took out or withdrew without an entry are found
by it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from itertools import groupby
from operator import itemgetter

import msgspec
from django.db import models

from saqta.journal.queries import changed_under
from saqta.registry.models import Attachment, Membership, Representation
from saqta.registry.stating import CLINIC_VERBS

ROWS_AT_ONCE = 2_000
MEMBERSHIP_COLUMNS = ("person_id", "code", "start", "until", "details", "source")
ATTACHMENT_COLUMNS = ("person_id", "start", "provider_id", "until", "source")
REPRESENTATION_COLUMNS = ("representative_id", "represented_id", "kind", "start", "until", "source")
Stated = tuple[type[models.Model], tuple[str, ...]]
_STATED: tuple[tuple[str, tuple[Stated, ...]], ...] = (
    ("record-memberships", ((Membership, MEMBERSHIP_COLUMNS),)),
    ("record-attachments", ((Attachment, ATTACHMENT_COLUMNS),)),
    ("record-representations", ((Representation, REPRESENTATION_COLUMNS),)),
    *((verb, tuple((table.model, table.columns) for table in tables)) for verb, tables in CLINIC_VERBS),
)
"""The tables in which each verb records and withdraws rows. Rows of two tables of one verb differ in length, so that
none can be taken for the other."""

Statement = Sequence[object]


def digest_of_statements(recorded: Iterable[Statement], withdrawn: Iterable[Statement]) -> str:
    """The digest of what one entry recorded and withdrew, values in the order of the columns; rows in any order."""
    lines = [*(f"+{_line(row)}" for row in recorded), *(f"-{_line(row)}" for row in withdrawn)]
    return hashlib.sha256("\x1e".join(sorted(lines)).encode()).hexdigest()


def changed_statements() -> Iterator[int]:
    """Entries whose statements are no longer those that were sealed with them, and entries of another kind
    that some of these rows name."""
    for verb, tables in _STATED:
        both_ways = (_named(*stated, name) for stated in tables for name in ("recorded_id", "withdrawn_id"))
        rows = merge(*both_ways, key=itemgetter(0))
        found = ((entry, _digest(list(group))) for entry, group in groupby(rows, key=itemgetter(0)))
        yield from changed_under((verb,), found)


Named = tuple[int, str, Statement]
"""A row, the entry that recorded or withdrew it, and which of the two that entry did."""


def _named(model: type[models.Model], columns: tuple[str, ...], name: str) -> Iterator[Named]:
    rows = model._default_manager.exclude(**{name: None}).order_by(name).values_list(name, *columns)
    for entry, *row in rows.iterator(chunk_size=ROWS_AT_ONCE):
        yield entry, name, row


def _digest(rows: list[Named]) -> str:
    recorded, withdrawn = ([row for _, did, row in rows if did == name] for name in ("recorded_id", "withdrawn_id"))
    return digest_of_statements(recorded, withdrawn)


def _line(row: Statement) -> str:
    return "\x1f".join(
        msgspec.json.encode(value, order="deterministic").decode() if isinstance(value, dict) else str(value)
        for value in row
    )
