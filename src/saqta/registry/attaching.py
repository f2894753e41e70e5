"""How attachments of one person follow one another: each ends at the latest where the next begins."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from itertools import groupby
from typing import NamedTuple, TypeAlias
from uuid import UUID

from saqta.registry.models import Attachment
from saqta.registry.queries import chunks

Key: TypeAlias = tuple[UUID, date]
"""A person and the first day of an attachment."""


class Span(NamedTuple):
    """What an attachment says besides whose it is and from when."""

    provider: UUID
    until: date | None
    source: str

    def says_the_same(self, other: Span) -> bool:
        """Whoever says it: a second source that agrees tells nothing new."""
        return (self.provider, self.until) == (other.provider, other.until)


class Standing(NamedTuple):
    """A row that stands, by its number."""

    number: int
    span: Span


def standing_attachments(people: Collection[UUID]) -> dict[Key, Standing]:
    """The attachments of these people as now known."""
    found: dict[Key, Standing] = {}
    columns = ("id", "person_id", "start", "provider_id", "until", "source")
    for chunk in chunks(list(people)):
        rows = Attachment.objects.filter(person_id__in=chunk, withdrawn=None).values_list(*columns)
        found.update({(person, start): Standing(number, Span(*span)) for number, person, start, *span in rows})
    return found


def cut(spans: Mapping[Key, Span]) -> dict[Key, Span]:
    """The same attachments, none of which lasts into the next one of its person."""
    found: dict[Key, Span] = {}
    for _, keys in groupby(sorted(spans), key=lambda key: key[0]):
        following: date | None = None
        for key in reversed(list(keys)):
            span = spans[key]
            if following is not None and (span.until is None or span.until > following):
                span = span._replace(until=following)
            found[key], following = span, key[1]
    return found
