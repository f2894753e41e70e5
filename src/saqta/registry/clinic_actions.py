"""Writing about clinics. Every action is one transaction with one entry in the journal.

A licence, a certificate or a contract is told of a place that a feed of clinics has described: a place that nobody
described is refused by itself, so that a slip of the pen founds no clinic.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple, TypeAlias
from uuid import UUID

from django.db import transaction
from uuid_utils.compat import uuid7

from saqta.journal.actions import record_entry, take_turn
from saqta.journal.many_rows import insert_rows
from saqta.registry.actions import enrol, enrol_providers
from saqta.registry.clinic_names import remember_names
from saqta.registry.clinic_queries import Place, descriptions_of, find_places
from saqta.registry.clinic_records import ToldCertificate, ToldContract, ToldFacility, ToldLicence
from saqta.registry.models import Facility, Licence
from saqta.registry.queries import chunks
from saqta.registry.statements import digest_of_statements
from saqta.registry.stating import ANNEXES, CERTIFICATES, CONTRACTS, DESCRIPTIONS, TERMS, Change, Key, Value, state

LicenceName: TypeAlias = tuple[UUID, str]
"""A licence as its papers name it: the organisation and the number."""


class Recorded(NamedTuple):
    """How many statements were new or changed something, and which rows, by their place in what was told, name a place
    that no feed of clinics has described."""

    new: int
    undescribed: tuple[int, ...] = ()


@transaction.atomic
def record_facilities(told: Sequence[ToldFacility], *, source: str, by: str, at: datetime) -> Recorded:
    """Where organisations give care. Coordinates and funding that are left out stay as they were."""
    entry = take_turn()
    providers = enrol_providers((facility.provider for facility in told), entry=entry)
    known = _enrol_facilities([(providers[row.provider.digits], row.place) for row in told], entry=entry)
    before = descriptions_of(known.values())
    stated: dict[Key, Value] = {}
    for row in told:
        facility = known[providers[row.provider.digits], row.place]
        earlier = before.get(facility)
        position = row.position or (earlier.position if earlier else None)
        stated[(facility,)] = (
            row.name,
            row.address,
            row.region,
            position.latitude if position else None,
            position.longitude if position else None,
            row.funding or (earlier.funding if earlier else None),
        )
    change = state(DESCRIPTIONS, stated, source=source, entry=entry)
    names = {known[providers[row.provider.digits], row.place]: row.name for row in told}
    remember_names({identifier: name for identifier, name in names.items() if (identifier,) in change.keys})
    _record("record-clinics", (change,), by=by, at=at)
    return Recorded(len(change.keys))


@transaction.atomic
def record_licences(told: Sequence[ToldLicence], *, source: str, by: str, at: datetime) -> Recorded:
    """Licences with their annexes. A licence has one term, and the later word about it counts."""
    entry = take_turn()
    places = find_places({(row.provider.digits, row.annex.place) for row in told if row.annex})
    undescribed = _undescribed([(row.provider.digits, row.annex.place) if row.annex else None for row in told], places)
    believed = [row for number, row in enumerate(told) if number not in undescribed]
    providers = enrol_providers((row.provider for row in believed), entry=entry)
    names = [(providers[row.provider.digits], row.number) for row in believed]
    licences = _enrol_licences(names, entry=entry)
    terms: dict[Key, Value] = {}
    annexes: dict[Key, Value] = {}
    for name, row in zip(names, believed, strict=True):
        terms[(licences[name],)] = (row.start, row.until)
        if row.annex is not None:
            facility = places[row.provider.digits, row.annex.place]
            annexes[licences[name], facility, row.annex.activity, row.annex.start] = (row.annex.until,)
    changed_terms = state(TERMS, terms, source=source, entry=entry)
    changed_annexes = state(ANNEXES, annexes, source=source, entry=entry)
    _record("record-licences", (changed_terms, changed_annexes), by=by, at=at)
    # A row is new when it says something new of its annex, or of the licence: that once, however many rows repeat it.
    repeated = {key[:1] for key in changed_annexes.keys}
    return Recorded(len(changed_annexes.keys) + len(changed_terms.keys - repeated), tuple(sorted(undescribed)))


@transaction.atomic
def record_certificates(told: Sequence[ToldCertificate], *, source: str, by: str, at: datetime) -> Recorded:
    """Who is certified in what and works where. A specialist is a person like any other, known by the number alone."""
    entry = take_turn()
    places = find_places({(row.provider.digits, row.place) for row in told})
    undescribed = _undescribed([(row.provider.digits, row.place) for row in told], places)
    believed = [row for number, row in enumerate(told) if number not in undescribed]
    people = enrol((row.specialist for row in believed), entry=entry)
    stated: dict[Key, Value] = {}
    for row in believed:
        facility, specialist = places[row.provider.digits, row.place], people[row.specialist.digits]
        stated[facility, specialist, row.specialty, row.start] = (row.number, row.until)
    change = state(CERTIFICATES, stated, source=source, entry=entry)
    specialists = {key[1] for key in change.keys if isinstance(key[1], UUID)}
    _record("record-certificates", (change,), by=by, at=at, people=specialists)
    return Recorded(len(change.keys), tuple(sorted(undescribed)))


@transaction.atomic
def record_contracts(told: Sequence[ToldContract], *, source: str, by: str, at: datetime) -> Recorded:
    """What the Fund buys where."""
    entry = take_turn()
    places = find_places({(row.provider.digits, row.place) for row in told})
    undescribed = _undescribed([(row.provider.digits, row.place) for row in told], places)
    stated: dict[Key, Value] = {
        (places[row.provider.digits, row.place], row.package, row.care, row.start): (row.until, row.number)
        for number, row in enumerate(told)
        if number not in undescribed
    }
    change = state(CONTRACTS, stated, source=source, entry=entry)
    _record("record-contracts", (change,), by=by, at=at)
    return Recorded(len(change.keys), tuple(sorted(undescribed)))


def _undescribed(named: Sequence[Place | None], known: Mapping[Place, UUID]) -> set[int]:
    return {number for number, place in enumerate(named) if place is not None and place not in known}


def _enrol_facilities(named: Iterable[tuple[UUID, str]], *, entry: int) -> dict[tuple[UUID, str], UUID]:
    """The identifiers of these places of organisations, the unknown among them added."""
    wanted = set(named)
    known: dict[tuple[UUID, str], UUID] = {}
    for chunk in chunks(list({provider for provider, _ in wanted})):
        rows = Facility.objects.filter(provider_id__in=chunk).values_list("provider_id", "place", "id")
        known.update({(provider, place): number for provider, place, number in rows})
    fresh = {name: uuid7() for name in sorted(wanted - known.keys())}
    columns = ("id", "provider_id", "place", "recorded_id")
    insert_rows(Facility, columns, ((number, *name, entry) for name, number in fresh.items()))
    return known | fresh


def _enrol_licences(named: Iterable[LicenceName], *, entry: int) -> dict[LicenceName, int]:
    """The numbers of the rows of these licences, the unknown among them added."""
    wanted = set(named)
    known = _licences(wanted)
    fresh = sorted(wanted - known.keys())
    if not fresh:
        return known
    insert_rows(Licence, ("provider_id", "number", "recorded_id"), ((*name, entry) for name in fresh))
    return _licences(wanted)


def _licences(wanted: Iterable[LicenceName]) -> dict[LicenceName, int]:
    known: dict[LicenceName, int] = {}
    for chunk in chunks(list({provider for provider, _ in wanted})):
        rows = Licence.objects.filter(provider_id__in=chunk).values_list("provider_id", "number", "id")
        known.update({(provider, number): row for provider, number, row in rows})
    return known


def _record(verb: str, changes: Sequence[Change], *, by: str, at: datetime, people: Iterable[UUID] = ()) -> None:
    recorded = [row for change in changes for row in change.recorded]
    withdrawn = [row for change in changes for row in change.withdrawn]
    if recorded:
        record_entry(verb, by=by, at=at, content=digest_of_statements(recorded, withdrawn), people=set(people))
