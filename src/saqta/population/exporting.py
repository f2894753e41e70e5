"""Everybody of the register as the files of a population: what the rules look at, and nothing that names a person.

A person becomes a number made for this export alone: the place that a digest under a fresh key gives, so that neither
the number nor the partition nor the order of the rows tells anything of the IIN, of an identifier of the register or of
when somebody came into it. The key lies in the folder while the work is under way, so that a broken export can be taken
up, and is destroyed at its end.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from hashlib import blake2b
from pathlib import Path
from uuid import UUID

import msgspec
import pyarrow as pa

from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text
from saqta.basis.whole_files import whole_file
from saqta.coverage.register import facts_of
from saqta.journal.queries import last_number
from saqta.law.book import Book
from saqta.population.everybody import Progress
from saqta.population.layout import TABLES, part_files, part_writers, schema
from saqta.population.one_person import Rows, add_rows
from saqta.registry.queries import all_people, count_people, people

A_PART, A_PIECE = 200_000, 5_000
"""People to a partition, and people whose facts are held at a time."""

MANIFEST = "export.json"
UNFINISHED = ".unfinished"
"""Where the key and the people of each partition lie until the export is whole."""

_IDENTIFIER_BYTES = 16


class Exported(msgspec.Struct, frozen=True):
    """What a folder holds. ``entries``: the last entries of the journal before the first person was read and after the
    last; where they are the same, everybody stands as the register stood at that entry."""

    people: int
    parts: int
    entries: tuple[int, int]


class _Begun(msgspec.Struct, frozen=True):
    """An export under way."""

    key: bytes
    people: int
    parts: int
    entry: int


def export_register(folder: Path, book: Book, progress: Progress) -> Exported:
    """Writes the register into a folder; partitions that are already whole are kept when a broken export is taken up.

    Raises ``Refused`` when the folder holds another population, or an export that is whole: it is not mixed with one
    made under another key.
    """
    begun = _begun(folder)
    export = _Export(folder, begun, book, progress)
    for number in range(begun.parts):
        export.part(number)
    progress(begun.people, begun.people)
    whole = Exported(begun.people, begun.parts, (begun.entry, last_number()))
    with whole_file(folder / MANIFEST) as passing:
        passing.write_bytes(msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n")
    shutil.rmtree(folder / UNFINISHED)
    return whole


def _begun(folder: Path) -> _Begun:
    """The export under way in the folder, or a new one: its key, and its people sorted into partitions."""
    work = folder / UNFINISHED
    state = work / "state.json"
    if (folder / MANIFEST).exists():
        raise Refused(Fault("export-other", _OTHER))
    if state.exists():
        return msgspec.json.decode(state.read_bytes(), type=_Begun)
    if any((folder / table).exists() for table in TABLES):
        raise Refused(Fault("export-other", _OTHER))
    folder.mkdir(parents=True, exist_ok=True)
    if work.exists():  # stopped before anybody was sorted
        shutil.rmtree(work)
    work.mkdir(mode=0o700)
    key, entry = secrets.token_bytes(32), last_number()
    parts = max(1, -(-count_people() // A_PART))
    begun = _Begun(key, _sort(work, key, parts), parts, entry)
    with whole_file(state) as passing:
        passing.write_bytes(msgspec.json.encode(begun))
    return begun


def _sort(work: Path, key: bytes, parts: int) -> int:
    """Writes the identifier of everybody into the list of a partition; gives how many they are."""
    count = 0
    with ExitStack() as stack:
        lists = [stack.enter_context(_list(work, number).open("wb")) for number in range(parts)]
        for person in all_people():
            lists[int.from_bytes(_digest(key, person)[:8], "big") % parts].write(person.bytes)
            count += 1
    return count


def _list(work: Path, number: int) -> Path:
    return work / f"part-{number:03d}"


def _digest(key: bytes, person: UUID) -> bytes:
    return blake2b(person.bytes, key=key, digest_size=16).digest()


class _Export:
    """Writes one partition after another and tells how many people are done."""

    def __init__(self, folder: Path, begun: _Begun, book: Book, progress: Progress) -> None:
        self.folder, self.begun, self.book, self.progress = folder, begun, book, progress
        self.done = 0

    def part(self, number: int) -> None:
        members, files = self._members(number), part_files(self.folder, number)
        if all(path.exists() for path in files.values()):
            self._tell(len(members))
            return
        with part_writers(files) as writers:
            for start in range(0, max(len(members), 1), A_PIECE):
                piece = members[start : start + A_PIECE]
                numbers = {person: (start + place) * self.begun.parts + number for place, person in enumerate(piece)}
                for table, rows in self._rows(numbers).items():
                    writers[table].write_table(pa.Table.from_pylist(rows, schema(table)))
                self._tell(len(piece))

    def _members(self, number: int) -> list[UUID]:
        """The people of a partition, in the order of their digests."""
        listed = _list(self.folder / UNFINISHED, number).read_bytes()
        found = (
            UUID(bytes=listed[start : start + _IDENTIFIER_BYTES]) for start in range(0, len(listed), _IDENTIFIER_BYTES)
        )
        return sorted(found, key=lambda person: _digest(self.begun.key, person))

    def _rows(self, numbers: Mapping[UUID, int]) -> Rows:
        rows: Rows = {table: [] for table in TABLES}
        regions = dict(_regions(numbers))
        facts = dict(facts_of(numbers, self.book))
        for person, number in numbers.items():
            add_rows(rows, number, facts[person], regions[person])
        return rows

    def _tell(self, people: int) -> None:
        self.done += people
        self.progress(self.done, self.begun.people)


def _regions(persons: Mapping[UUID, int]) -> Iterator[tuple[UUID, str | None]]:
    """The region of each person and not the place inside it: with a day of birth, a village names somebody."""
    for person in people(persons):
        yield person.id, None if person.region is None else f"{person.region[:2]}0000000"


_OTHER = Text(
    ru="В этой папке уже есть население. Укажите пустую папку: каждая выгрузка получает новые номера людей.",
    kk="Бұл қалтада халық деректері бар. Бос қалтаны көрсетіңіз: әр шығарылымда адамдар жаңа нөмір алады.",
    en="This folder holds a population already. Name an empty folder: every export gives people new numbers.",
)
