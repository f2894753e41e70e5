"""Finding facilities among a hundred thousand: by how their name sounds, where they are, what the Fund buys there.

A search reads few rows whatever is asked. It starts from what is rarest: a word that few names have, or the
surroundings of a point, widened until enough is found. Where a word is too common to look at every name that has it,
only the first ones are ranked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import asin, cos, inf, radians, sin, sqrt
from typing import NamedTuple
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from rapidfuzz.distance import OSA

from saqta.registry.clinic_names import SHORTEST_MISTYPED, slips, words_of
from saqta.registry.clinic_queries import descriptions_of
from saqta.registry.clinic_records import FacilityRecord, Position
from saqta.registry.models import FacilityDescription, FundContract, KnownWord, NameWord, WordSlip

MOST_RANKED = 200
"""How many facilities are compared with what was asked; of a word that more names have, the first ones."""

MOST_COMPLETIONS = 20
"""How many words that begin like a word typed are listened to, the most frequent first."""

SHORTEST_BEGINNING = 2
"""Letters from which on a word may be the beginning of another."""

WIDENING_KM = (1, 4, 16, 64, 512, 4096)
"""How far around a point is looked, until enough is found; the last reaches across the country."""

_KM_OF_A_DEGREE = 111.2
_EARTH_KM = 6371.0
_EXACT, _BEGINNING, _SLIP = 0, 1, 2


@dataclass(frozen=True, slots=True)
class ClinicSearch:
    """What is looked for. ``words`` as they sound; ``region`` is a code of КАТО, of which every place inside counts;
    ``care`` is a kind of care that the Fund buys there on the day ``on``; ``contract`` asks for any contract on that
    day, or for none known."""

    on: date
    words: tuple[str, ...] = ()
    bin: str | None = None
    region: str | None = None
    care: str | None = None
    contract: bool | None = None
    near: Position | None = None
    limit: int = 20


class FoundClinic(NamedTuple):
    """A facility, how many metres away it is where a point was given, and whether it is known to hold a contract."""

    facility: FacilityRecord
    metres: int | None
    contract: bool


class FoundClinics(NamedTuple):
    """What was found, the best first; ``more``: there is more than was asked for."""

    clinics: tuple[FoundClinic, ...]
    more: bool


class _Heard(NamedTuple):
    """What one word typed may mean: known words and how many names have any of them."""

    words: tuple[str, ...]
    names: int


class _Candidate(NamedTuple):
    """What ranking needs to know of a facility."""

    id: UUID
    name: str
    latitude: int | None
    longitude: int | None

    def metres_from(self, point: Position) -> float:
        if self.latitude is None or self.longitude is None:
            return inf
        return metres_between(point, Position(self.latitude, self.longitude))


def find_clinics(search: ClinicSearch) -> FoundClinics:
    """The facilities that fit all that was asked."""
    heard = sorted((_hear(word) for word in search.words), key=lambda understood: understood.names)
    if not all(understood.words for understood in heard):
        return FoundClinics((), False)
    rows = _asked_of(_standing(), search)
    if heard and (search.near is None or heard[0].names <= MOST_RANKED):
        found = _by_name(rows, heard)
    elif search.near is not None:
        found = _around(_with_words(rows, heard), search.near, search.limit)
    else:
        # In the order of an index, so that the database stops as soon as there is enough.
        order = ("facility_id",) if search.region is None else ("region", "facility_id")
        found = _candidates(rows.order_by(*order)[: search.limit + 1])
    return _best(found, search)


def heard_words(words: Iterable[str]) -> tuple[str, ...]:
    """Those of the words that some name has, or that may be a slip for one."""
    return tuple(word for word in words if _hear(word).words)


def _hear(word: str) -> _Heard:
    """The known words that a word typed may be: itself and what begins so, be it an ending or a word not
    typed to its end; else what it may be a slip for."""
    counts = dict(KnownWord.objects.filter(word=word, facilities__gt=0).values_list("word", "facilities"))
    if len(word) >= SHORTEST_BEGINNING:
        beginning = KnownWord.objects.filter(facilities__gt=0, **_between(word)).order_by("-facilities")
        counts |= dict(beginning.values_list("word", "facilities")[:MOST_COMPLETIONS])
    if not counts and len(word) >= SHORTEST_MISTYPED:
        near = WordSlip.objects.filter(slip__in={word, *slips(word)}).values_list("word", flat=True)
        meant = [*slips(word), *(known for known in near if OSA.distance(word, known) == 1)]
        counts = dict(KnownWord.objects.filter(word__in=meant, facilities__gt=0).values_list("word", "facilities"))
    return _Heard(tuple(sorted(counts)), sum(counts.values()))


def _between(beginning: str) -> dict[str, str]:
    """The condition that a word of small Latin letters and digits begins so, as a range that an index answers."""
    cut = beginning.rstrip("z")
    after = {"word__lt": cut[:-1] + chr(ord(cut[-1]) + 1)} if cut else {}
    return {"word__gte": beginning, **after}


def _standing() -> QuerySet[FacilityDescription]:
    return FacilityDescription.objects.filter(withdrawn=None)


def _asked_of(rows: QuerySet[FacilityDescription], search: ClinicSearch) -> QuerySet[FacilityDescription]:
    if search.bin is not None:
        rows = rows.filter(facility__provider__bin=search.bin)
    if search.region is not None:
        inside = search.region.rstrip("0").ljust(2, "0")
        rows = rows.filter(region__gte=inside.ljust(9, "0"), region__lte=inside.ljust(9, "9"))
    in_force = FundContract.objects.filter(
        facility_id=OuterRef("facility_id"), withdrawn=None, start__lte=search.on, until__gt=search.on
    )
    if search.care is not None:
        rows = rows.filter(Exists(in_force.filter(care=search.care)))
    if search.contract is not None:
        rows = rows.filter(Exists(in_force) if search.contract else ~Exists(in_force))
    return rows


def _with_words(rows: QuerySet[FacilityDescription], heard: Sequence[_Heard]) -> QuerySet[FacilityDescription]:
    for found in heard:
        rows = rows.filter(Exists(NameWord.objects.filter(facility_id=OuterRef("facility_id"), word__in=found.words)))
    return rows


def _by_name(rows: QuerySet[FacilityDescription], heard: Sequence[_Heard]) -> list[_Candidate]:
    """From the names that have the rarest word, those that have the others too."""
    rarest, *others = heard
    named = NameWord.objects.filter(word__in=rarest.words)
    for found in others:
        named = named.filter(Exists(NameWord.objects.filter(facility_id=OuterRef("facility_id"), word__in=found.words)))
    fitting = named.filter(Exists(rows.filter(facility_id=OuterRef("facility_id"))))
    identifiers = list(dict.fromkeys(fitting.values_list("facility_id", flat=True)[:MOST_RANKED]))
    return _candidates(_standing().filter(facility_id__in=identifiers))


def _around(rows: QuerySet[FacilityDescription], near: Position, limit: int) -> list[_Candidate]:
    """The facilities nearest to a point: a circle is complete only once it holds more than was asked for."""
    found: list[_Candidate] = []
    for km in WIDENING_KM:
        north = km / _KM_OF_A_DEGREE * 1_000_000
        east = north / max(cos(radians(near.latitude / 1_000_000)), 0.1)
        box = rows.filter(
            latitude__range=(int(near.latitude - north), int(near.latitude + north)),
            longitude__range=(int(near.longitude - east), int(near.longitude + east)),
        )
        found = [candidate for candidate in _candidates(box) if candidate.metres_from(near) <= km * 1000]
        if len(found) > limit:
            break
    return found


def _candidates(rows: QuerySet[FacilityDescription]) -> list[_Candidate]:
    return [_Candidate(*row) for row in rows.values_list("facility_id", "name", "latitude", "longitude")]


def metres_between(first: Position, second: Position) -> int:
    """The way as the crow flies, in whole metres; within half a percent, the earth being no ball."""
    one, other = (
        (radians(point.latitude / 1_000_000), radians(point.longitude / 1_000_000)) for point in (first, second)
    )
    half = sin((one[0] - other[0]) / 2) ** 2 + cos(one[0]) * cos(other[0]) * sin((one[1] - other[1]) / 2) ** 2
    return round(2 * _EARTH_KM * asin(sqrt(half)) * 1000)


def _best(found: Sequence[_Candidate], search: ClinicSearch) -> FoundClinics:
    ranked = sorted(found, key=lambda candidate: _rank(candidate, search))
    shown = [candidate.id for candidate in ranked[: search.limit]]
    records, holding = descriptions_of(shown), _holding_a_contract(shown, search.on)
    clinics = tuple(
        FoundClinic(records[identifier], _metres(records[identifier], search.near), identifier in holding)
        for identifier in shown
    )
    return FoundClinics(clinics, len(ranked) > search.limit)


def _rank(candidate: _Candidate, search: ClinicSearch) -> tuple[float, int, str, UUID]:
    """The nearest first where a point was given; else the name that says what was typed, and little besides."""
    if search.near is not None:
        return (candidate.metres_from(search.near), 0, candidate.name, candidate.id)
    if not search.words:
        return (0, 0, "", candidate.id)
    words = words_of(candidate.name)
    said = sum(min((_how_heard(typed, word) for word in words), default=_SLIP) for typed in search.words)
    return (said, len(candidate.name), candidate.name, candidate.id)


def _how_heard(typed: str, word: str) -> int:
    if typed == word:
        return _EXACT
    return _BEGINNING if word.startswith(typed) else _SLIP


def _metres(record: FacilityRecord, near: Position | None) -> int | None:
    return None if near is None or record.position is None else metres_between(near, record.position)


def _holding_a_contract(facilities: Sequence[UUID], on: date) -> set[UUID]:
    in_force = FundContract.objects.filter(facility_id__in=facilities, withdrawn=None, start__lte=on, until__gt=on)
    return set(in_force.values_list("facility_id", flat=True))
