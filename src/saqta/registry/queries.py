"""Finding people."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import fields
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TypeVar, cast
from uuid import UUID

from django.conf import settings
from django.db.models import Q

from saqta.basis.identifiers import Iin, Sex
from saqta.journal.many_rows import select_rows
from saqta.registry.models import Attachment, Membership, Payer, Person, Provider
from saqta.registry.records import AttachmentRecord, MembershipRecord, PersonRecord, ProvisionalRecord
from saqta.registry.sealed_numbers import Numbers, read_keys

T = TypeVar("T")

AT_ONCE = 5_000
"""How many digests or identifiers one question to the database names."""


@lru_cache(maxsize=4)
def _numbers(path: Path) -> Numbers:
    return read_keys(path)


def numbers() -> Numbers:
    """The keys of this register; raises ``NoKeys``."""
    return _numbers(settings.SAQTA_KEYS)


def find_person(iin: Iin) -> PersonRecord | None:
    """The person with this number, if the register knows one."""
    row = Person.objects.filter(number_digest=numbers().digest(iin.digits)).first()
    return None if row is None else _record(row)


def person_known_as(identifier: UUID) -> PersonRecord | None:
    """The person whom other rooms know by this identifier."""
    return next(people([identifier]), None)


def number_of(person: UUID) -> Iin:
    """The number of a person, for a document about themselves; raises ``Person.DoesNotExist``."""
    row = Person.objects.get(id=person)
    return Iin.parse(numbers().open(bytes(row.number_sealed), bytes(row.number_digest)))


def payer_numbers(payers: Collection[UUID]) -> dict[UUID, str]:
    """The numbers of payers, for a document about somebody they paid for."""
    rows = Payer.objects.filter(id__in=set(payers))
    return {row.id: numbers().open(bytes(row.number_sealed), bytes(row.number_digest)) for row in rows}


def find_people(digests: Collection[bytes]) -> dict[bytes, UUID]:
    """Identifiers of the people known under these digests of numbers."""
    return _found(Person, digests)


def find_payers(digests: Collection[bytes]) -> dict[bytes, UUID]:
    return _found(Payer, digests)


def _found(model: type[Person] | type[Payer], digests: Collection[bytes]) -> dict[bytes, UUID]:
    found: dict[bytes, UUID] = {}
    for chunk in chunks(list(digests)):
        found.update(select_rows(model, ("number_digest", "id"), "number_digest", chunk))
    return found


def people(identifiers: Collection[UUID]) -> Iterator[PersonRecord]:
    for chunk in chunks(list(identifiers)):
        for row in select_rows(Person, _RECORDED, "id", chunk):
            yield PersonRecord(*row)


_RECORDED = tuple(field.name for field in fields(PersonRecord))


def memberships(identifiers: Collection[UUID], *, as_of: int | None = None) -> Iterator[MembershipRecord]:
    """The categories these people hold as now known, or as known after the entry ``as_of`` of the journal, in the order
    in which they were recorded."""
    standing = Q(withdrawn=None)
    if as_of is not None:
        standing = Q(recorded_id__lte=as_of) & (standing | Q(withdrawn_id__gt=as_of))
    for chunk in chunks(list(identifiers)):
        rows = Membership.objects.filter(standing, person_id__in=chunk).order_by("id")
        for row in rows:
            yield MembershipRecord(row.person_id, row.code, row.start, row.until, row.details, row.source)


def find_providers(bins: Collection[str]) -> dict[str, UUID]:
    """Identifiers of the organisations known under these numbers."""
    found: dict[str, UUID] = {}
    for chunk in chunks(list(bins)):
        found.update(Provider.objects.filter(bin__in=chunk).values_list("bin", "id"))
    return found


def attachment_on(person: UUID, day: date) -> AttachmentRecord | None:
    """Where this person is attached on the day, as now known."""
    rows = Attachment.objects.filter(person_id=person, withdrawn=None, start__lte=day).select_related("provider")
    row = rows.filter(Q(until=None) | Q(until__gt=day)).first()
    if row is None:
        return None
    return AttachmentRecord(row.person_id, row.provider_id, row.provider.bin, row.start, row.until, row.source)


def provisional_people() -> Iterator[ProvisionalRecord]:
    """Everybody whose number came with a payment, a category, an attachment or a specialist's certificate, and of whom
    no feed of people has told yet; those who came first come first."""
    rows = Person.objects.filter(provisional=True).order_by("id").values_list("id", "birth_date", "sex", "recorded__at")
    for person, birth_date, sex, since in rows.iterator(chunk_size=AT_ONCE):
        yield ProvisionalRecord(person, birth_date, cast("Sex | None", sex), since)


def all_people(after: UUID | None = None) -> Iterator[UUID]:
    """Every person of the register."""
    rows = Person.objects.order_by("id")
    yield from (
        (rows if after is None else rows.filter(id__gt=after)).values_list("id", flat=True).iterator(chunk_size=5000)
    )


def count_people() -> int:
    """How many people the register knows."""
    return Person.objects.count()


def chunks(listed: list[T]) -> Iterator[list[T]]:
    """The list in pieces that one question may name."""
    for start in range(0, len(listed), AT_ONCE):
        yield listed[start : start + AT_ONCE]


def _record(row: Person) -> PersonRecord:
    return PersonRecord(
        id=row.id,
        birth_date=row.birth_date,
        sex=cast("Sex | None", row.sex),
        citizenship=row.citizenship,
        residence=row.residence,
        died_on=row.died_on,
        region=row.region,
        provisional=row.provisional,
    )
