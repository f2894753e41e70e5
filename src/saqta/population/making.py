"""An invented population in a folder, made piece by piece, so that it needs no more memory for a country than for a
town, and can be interrupted and taken up again."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec
import numpy as np
import pyarrow as pa

from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text
from saqta.basis.whole_files import whole_file
from saqta.law.book import Book
from saqta.population.belonging import Belonging
from saqta.population.calendar_days import NO_DAY, days
from saqta.population.chance import Numbers, part_of
from saqta.population.everybody import Progress
from saqta.population.layout import TABLES, part_files, part_writers, schema
from saqta.population.lives import CITIZENSHIPS, RESIDENCES, Lives, Years, known_years
from saqta.population.regions import REGIONS
from saqta.population.working import Tariffs, Working

A_PART, A_PIECE = 200_000, 20_000
"""People to a partition, and people invented at a time."""

LOOKED_THROUGH = 1_000_000
"""Numbers looked through at a time for those of a partition."""

MANIFEST = "population.json"
MAKER = 1
"""Raised when the same seed comes to give other people."""


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a population was made: enough to make it again, and to know whether a folder holds the same one."""

    people: int
    seed: int
    parts: int
    first: str
    end: str
    law: str
    maker: int = MAKER


def make(
    folder: Path, *, people: int, seed: int, book: Book, progress: Progress, years: Years | None = None
) -> Manifest:
    """Invents a population; partitions that are already whole are kept.

    Raises ``Refused`` when the folder holds another population: its partitions would be taken for this one's.
    """
    asked = years or known_years(book)
    parts = -(-people // A_PART)
    manifest = Manifest(people, seed, parts, str(asked.first), str(asked.end), book.fingerprint)
    _claim(folder, manifest)
    making = _Making(folder, manifest, asked, book, progress)
    for number in range(parts):
        making.part(number)
    progress(people, people)
    return manifest


class _Making:
    """Writes one partition after another and tells how many people are done."""

    def __init__(self, folder: Path, manifest: Manifest, years: Years, book: Book, progress: Progress) -> None:
        self.folder, self.manifest, self.years, self.book, self.progress = folder, manifest, years, book, progress
        self.tariffs = Tariffs(book, years)
        self.done = 0

    def part(self, number: int) -> None:
        members = _members(self.manifest.people, number, self.manifest.parts)
        files = part_files(self.folder, number)
        if all(path.exists() for path in files.values()):
            self._tell(len(members))
            return
        with part_writers(files) as writers:
            for start in range(0, max(len(members), 1), A_PIECE):
                piece = members[start : start + A_PIECE]
                for table, rows in self._tables(piece).items():
                    writers[table].write_table(rows)
                self._tell(len(piece))

    def _tables(self, people: Numbers) -> Mapping[str, pa.Table]:
        lives = Lives(self.manifest.seed, people, self.years)
        working = Working(lives, self.tariffs)
        return {
            "people": _people(lives),
            "memberships": Belonging(lives, self.book).table(),
            "payments": working.payments(),
            "not_owed": working.not_owed(),
        }

    def _tell(self, people: int) -> None:
        self.done += people
        self.progress(self.done, self.manifest.people)


def _people(lives: Lives) -> pa.Table:
    categories, payments = lives.lists
    arrays = {
        "person": pa.array(lives.people),
        "birth_date": days(lives.born, missing=~lives.birth_known),
        "sex": pa.array(np.where(lives.female, "female", "male")),
        "region": pa.array([region.code for region in REGIONS]).take(pa.array(lives.region)),
        "citizenship": pa.array(CITIZENSHIPS).take(pa.array(lives.citizenship)),
        "residence": pa.array(RESIDENCES).take(pa.array(lives.residence)),
        "died_on": days(lives.died, missing=lives.died >= NO_DAY),
        "register_until": days(lives.register_until, missing=lives.register_until == 0),
        "categories_listed": pa.array(categories),
        "payments_listed": pa.array(payments),
    }
    wanted = schema("people")
    return pa.table([arrays[name] for name in wanted.names], schema=wanted)


def made_of(folder: Path) -> Manifest | None:
    """How the population in a folder was made; None where nothing says that it was invented."""
    path = folder / MANIFEST
    if not path.exists():
        return None
    try:
        return msgspec.json.decode(path.read_bytes(), type=Manifest)
    except msgspec.DecodeError:
        raise Refused(Fault("population-other", _OTHER, MANIFEST)) from None


def _claim(folder: Path, manifest: Manifest) -> None:
    path = folder / MANIFEST
    if path.exists():
        if path.read_bytes() != _document(manifest):
            raise Refused(Fault("population-other", _OTHER, MANIFEST))
        return
    if any((folder / table).exists() for table in TABLES):
        raise Refused(Fault("population-other", _OTHER, MANIFEST))
    with whole_file(path) as passing:
        passing.write_bytes(_document(manifest))


def _document(manifest: Manifest) -> bytes:
    return msgspec.json.format(msgspec.json.encode(manifest), indent=2) + b"\n"


def _members(people: int, number: int, parts: int) -> Numbers:
    """The people of one partition, by their numbers, in order."""
    found = []
    for start in range(0, people, LOOKED_THROUGH):
        numbers = np.arange(start, min(start + LOOKED_THROUGH, people), dtype=np.int64)
        found.append(numbers[part_of(numbers, parts) == number])
    return np.concatenate(found)


_OTHER = Text(
    ru="В этой папке уже лежит другое население. Укажите пустую папку или те же число людей и seed.",
    kk="Бұл қалтада басқа халық деректері бар. Бос қалтаны немесе сол адам санын және seed мәнін көрсетіңіз.",
    en="This folder holds another population already. Name an empty folder, or the same number of people and seed.",
)
