"""How statements are written: what stands is compared with what is told; only what differs changes. About a clinic the
last word counts, whoever says it; of people every source tells by itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from django.db import models

from saqta.journal.many_rows import insert_rows
from saqta.registry.models import (
    FacilityDescription,
    FundContract,
    LicenceAnnex,
    LicenceTerm,
    SpecialistCertificate,
    Statement,
)
from saqta.registry.queries import chunks

Key: TypeAlias = tuple[object, ...]
Value: TypeAlias = tuple[object, ...]
Row: TypeAlias = tuple[object, ...]


class Table(NamedTuple):
    """A table of statements: the columns of what a statement is about, the first of which is indexed, and of what it
    says."""

    model: type[Statement]
    key: tuple[str, ...]
    value: tuple[str, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """What is sealed of a row."""
        return (*self.key, *self.value, "source")


DESCRIPTIONS = Table(
    FacilityDescription, ("facility_id",), ("name", "address", "region", "latitude", "longitude", "funding")
)
TERMS = Table(LicenceTerm, ("licence_id",), ("start", "until"))
ANNEXES = Table(LicenceAnnex, ("licence_id", "facility_id", "activity", "start"), ("until",))
CERTIFICATES = Table(SpecialistCertificate, ("facility_id", "specialist_id", "specialty", "start"), ("number", "until"))
CONTRACTS = Table(FundContract, ("facility_id", "package", "care", "start"), ("until", "number"))

CLINIC_VERBS = (
    ("record-clinics", (DESCRIPTIONS,)),
    ("record-licences", (TERMS, ANNEXES)),
    ("record-certificates", (CERTIFICATES,)),
    ("record-contracts", (CONTRACTS,)),
)
"""What the journal calls each change, and the tables it writes."""


class Change(NamedTuple):
    """What stating something changed: whole rows, and the keys of what is new."""

    recorded: list[Row]
    withdrawn: list[Row]
    keys: frozenset[Key]


def state(table: Table, told: Mapping[Key, Value], *, source: str, entry: int) -> Change:
    """Writes what ``source`` tells, as part of the transaction of ``entry``. A second source that agrees tells nothing
    new; one that differs is believed, because it spoke last."""
    standing = _standing(table, {key[0] for key in told})
    changed = {
        key: value for key, value in told.items() if key not in standing or standing[key][1][: len(value)] != value
    }
    withdrawn = {key: standing[key] for key in changed if key in standing}
    for chunk in chunks([number for number, _ in withdrawn.values()]):
        table.model._default_manager.filter(id__in=chunk).update(withdrawn_id=entry)
    recorded = [(*key, *value, source) for key, value in changed.items()]
    insert_rows(table.model, (*table.columns, "recorded_id"), ((*row, entry) for row in recorded))
    return Change(recorded, [(*key, *said) for key, (_, said) in withdrawn.items()], frozenset(changed))


def correct(
    model: type[models.Model],
    columns: Sequence[str],
    key: Sequence[str],
    told: Iterable[Row],
    *,
    source: str,
    entry: int,
) -> Change:
    """Writes what ``source`` tells of people, in the order of ``columns`` but without the source, as part of the
    transaction of ``entry``. Told again under the same key, it corrects itself: the earlier row is withdrawn and a new
    one recorded. What other sources tell stays as it is."""
    rows = [(*row, source) for row in told]
    key_of = itemgetter(*map(columns.index, key))
    subjects = {f"{columns[0]}__in": {row[0] for row in rows}}
    known = model._default_manager.filter(source=source, withdrawn=None, **subjects).values_list("id", *columns)
    standing: dict[Key, tuple[int | None, Row]] = {key_of(row): (number, tuple(row)) for number, *row in known}
    recorded: dict[Key, Row] = {}
    withdrawn: dict[int, Row] = {}
    for row in rows:
        number, said = standing.get(key_of(row), (None, None))
        if said == row:
            continue
        if number is not None and said is not None:
            withdrawn[number] = said
        standing[key_of(row)] = (None, row)
        recorded[key_of(row)] = row
    model._default_manager.filter(id__in=list(withdrawn)).update(withdrawn_id=entry)
    fresh = (model(**dict(zip(columns, row, strict=True)), recorded_id=entry) for row in recorded.values())
    model._default_manager.bulk_create(fresh, batch_size=2000)
    return Change(list(recorded.values()), list(withdrawn.values()), frozenset(recorded))


def _standing(table: Table, subjects: set[object]) -> dict[Key, tuple[int, Row]]:
    """The statements that stand about these, by their keys: the number of the row, its value and its source."""
    found: dict[Key, tuple[int, Row]] = {}
    width = len(table.key)
    for chunk in chunks(list(subjects)):
        rows = table.model._default_manager.filter(withdrawn=None, **{f"{table.key[0]}__in": chunk})
        for number, *row in rows.values_list("id", *table.columns):
            found[tuple(row[:width])] = (number, tuple(row[width:]))
    return found
