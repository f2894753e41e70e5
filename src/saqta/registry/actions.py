"""Writing to the registry. Every action is one transaction with one entry in the journal."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from uuid_utils.compat import uuid7

from saqta.basis.identifiers import Iin, OrganisationBin
from saqta.journal.actions import record_entry, take_turn
from saqta.journal.many_rows import insert_rows
from saqta.registry.attaching import Key, Span, cut, standing_attachments
from saqta.registry.models import Attachment, Membership, Payer, Person, Provider
from saqta.registry.queries import chunks, find_payers, find_people, find_providers, numbers
from saqta.registry.records import ToldAttachment, ToldMembership, ToldPerson
from saqta.registry.statements import MEMBERSHIP_COLUMNS, digest_of_statements
from saqta.registry.stating import correct

_TOLD_FIELDS = ("citizenship", "residence", "died_on", "region")


def enrol(iins: Iterable[Iin], *, entry: int) -> dict[str, UUID]:
    """The identifiers of the people with these numbers. A number that the register does not know becomes a provisional
    person, of whom the number alone tells the birth and the sex. Part of the transaction whose entry is ``entry``."""
    keys, by_digits = numbers(), {iin.digits: iin for iin in iins}
    digests = {digits: keys.digest(digits) for digits in by_digits}
    by_digest = find_people(digests.values())
    fresh = {digits: uuid7() for digits, digest in digests.items() if digest not in by_digest}
    insert_rows(
        Person,
        ("id", "number_digest", "number_sealed", "birth_date", "sex", "provisional", "recorded_id"),
        (
            (
                person,
                digests[digits],
                keys.seal(digits),
                by_digits[digits].birth_date,
                by_digits[digits].sex,
                True,
                entry,
            )
            for digits, person in fresh.items()
        ),
    )
    by_digest.update((digests[digits], person) for digits, person in fresh.items())
    return {digits: by_digest[digest] for digits, digest in digests.items()}


def enrol_payers(payers: Iterable[Iin | OrganisationBin], *, entry: int) -> dict[str, UUID]:
    """The identifiers of these payers, the unknown among them added. Part of the transaction of ``entry``."""
    keys = numbers()
    digests = {payer.digits: keys.digest(payer.digits) for payer in payers}
    by_digest = find_payers(digests.values())
    fresh = {digits: uuid7() for digits, digest in digests.items() if digest not in by_digest}
    insert_rows(
        Payer,
        ("id", "number_digest", "number_sealed", "recorded_id"),
        ((payer, digests[digits], keys.seal(digits), entry) for digits, payer in fresh.items()),
    )
    by_digest.update((digests[digits], payer) for digits, payer in fresh.items())
    return {digits: by_digest[digest] for digits, digest in digests.items()}


def enrol_providers(providers: Iterable[OrganisationBin], *, entry: int) -> dict[str, UUID]:
    """The identifiers of these organisations, the unknown among them added. Part of the transaction of ``entry``."""
    bins = {provider.digits for provider in providers}
    known = find_providers(bins)
    fresh = {digits: uuid7() for digits in bins - known.keys()}
    insert_rows(Provider, ("id", "bin", "recorded_id"), ((number, digits, entry) for digits, number in fresh.items()))
    return known | fresh


@transaction.atomic
def record_people(told: Sequence[ToldPerson], *, by: str, at: datetime) -> int:
    """What a feed tells of people; gives how many were new or changed. Nothing is recorded when nothing changed."""
    entry = take_turn()
    known = enrol((person.iin for person in told), entry=entry)
    rows = {row.id: row for row in _rows(known.values())}
    changed: dict[UUID, Person] = {}
    for person in told:
        row = rows[known[person.iin.digits]]
        before = (row.provisional, *(getattr(row, name) for name in _TOLD_FIELDS))
        for name in _TOLD_FIELDS:
            if getattr(person, name) is not None:
                setattr(row, name, getattr(person, name))
        row.provisional = False
        if before != (row.provisional, *(getattr(row, name) for name in _TOLD_FIELDS)):
            row.recorded_id = entry
            changed[row.id] = row
    if not changed:
        return 0
    Person.objects.bulk_update(changed.values(), [*_TOLD_FIELDS, "provisional", "recorded"], batch_size=500)
    content = _digest((str(row.id), *(str(getattr(row, name)) for name in _TOLD_FIELDS)) for row in changed.values())
    record_entry("record-people", by=by, at=at, content=content, people=changed)
    return len(changed)


@transaction.atomic
def record_memberships(told: Sequence[ToldMembership], *, source: str, by: str, at: datetime) -> int:
    """Categories that a source tells of; gives how many were new or changed.

    A source that tells the same category from the same day again, with another end or other details, corrects itself:
    the earlier row is withdrawn and a new one recorded.
    """
    entry = take_turn()
    known = enrol((membership.iin for membership in told), entry=entry)
    rows = ((known[one.iin.digits], one.code, one.start, one.until, dict(one.details)) for one in told)
    change = correct(Membership, MEMBERSHIP_COLUMNS, MEMBERSHIP_COLUMNS[:3], rows, source=source, entry=entry)
    if not change.recorded:
        return 0
    concerned = {row[0] for row in change.recorded}
    people = [person for person in known.values() if person in concerned]
    content = digest_of_statements(change.recorded, change.withdrawn)
    record_entry("record-memberships", by=by, at=at, content=content, people=people)
    return len(change.recorded)


@transaction.atomic
def withdraw_membership(person: UUID, code: str, start: date, *, source: str, by: str, at: datetime) -> bool:
    """That the person never held the category which ``source`` tells of from ``start`` on; says whether it did tell of
    it. A source that goes on telling of it is believed again: whoever keeps it has to correct it as well."""
    entry = take_turn()
    rows = Membership.objects.filter(person_id=person, code=code, start=start, source=source, withdrawn=None)
    said = list(rows.values_list(*MEMBERSHIP_COLUMNS))
    if not rows.update(withdrawn_id=entry):
        return False
    content = digest_of_statements([], said)
    record_entry("record-memberships", by=by, at=at, content=content, people={person})
    return True


@transaction.atomic
def record_attachments(told: Sequence[ToldAttachment], *, source: str, by: str, at: datetime) -> int:
    """Where people are attached for primary care; gives how many statements were new or changed something.

    Everybody is attached to one clinic at a time, whoever tells of it. So an attachment ends where the person's next
    one begins, whatever end was told, and the order in which they are told does not matter. Told again from the same
    day, the later word counts.
    """
    entry = take_turn()
    people = enrol((attachment.iin for attachment in told), entry=entry)
    providers = enrol_providers((attachment.provider for attachment in told), entry=entry)
    before = standing_attachments(people.values())
    stated: dict[Key, Span] = {
        (people[attachment.iin.digits], attachment.start): Span(
            providers[attachment.provider.digits], attachment.until, source
        )
        for attachment in told
    }
    after = cut({key: row.span for key, row in before.items()} | stated)
    changed = [key for key, span in after.items() if key not in before or not span.says_the_same(before[key].span)]
    if not changed:
        return 0
    withdrawn = {key: before[key] for key in changed if key in before}
    for chunk in chunks([row.number for row in withdrawn.values()]):
        Attachment.objects.filter(id__in=chunk).update(withdrawn_id=entry)
    rows = [(person, start, *after[person, start], entry) for person, start in sorted(changed)]
    columns = ("person_id", "start", "provider_id", "until", "source", "recorded_id")
    insert_rows(Attachment, columns, rows)
    content = digest_of_statements(
        [(*key, *after[key]) for key in changed],
        [(*key, *row.span) for key, row in withdrawn.items()],
    )
    record_entry("record-attachments", by=by, at=at, content=content, people={person for person, _ in changed})
    return sum(key in stated for key in changed)


def _rows(identifiers: Collection[UUID]) -> list[Person]:
    return list(Person.objects.filter(id__in=list(identifiers)))


def _digest(rows: Iterable[tuple[str, ...]]) -> str:
    digest = hashlib.sha256()
    for row in rows:
        digest.update("\x1f".join(row).encode() + b"\x1e")
    return digest.hexdigest()
