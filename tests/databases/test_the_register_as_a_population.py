"""The register exported: everybody is answered as the register's own timelines say, and nobody can be found in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from saqta.basis.refusal import Refused
from saqta.coverage.queries import stretches_of
from saqta.population import exporting
from saqta.population.everybody import statuses
from saqta.population.exporting import export_register
from saqta.population.layout import TABLES
from saqta.registry.queries import all_people, people
from tests.channels.command_line import saqta
from tests.databases.conftest import Register
from tests.databases.filling import BOOK, NEAR, fill

DAYS = (date(2020, 7, 1), date(2024, 2, 29), date(2025, 9, 30), NEAR, date(2026, 1, 1), date(2026, 6, 15))
PEOPLE = 300


def told(*_: int) -> None:
    """Nobody watches."""


def stored(day: date) -> list[tuple[date | None, str, str | None]]:
    """What the timelines of the register say of everybody born by the day."""
    found = [
        (person.birth_date, stretch.verdict, stretch.ground)
        for person in people(list(all_people()))
        for stretch in stretches_of(person.id)
        if stretch.start <= day < stretch.until
    ]
    return sorted(found, key=lambda one: str(one[0]))


def answered(folder: Path, day: date) -> list[tuple[date | None, str, str | None]]:
    births = dict(pl.read_parquet(folder / "people" / "*.parquet").select("person", "birth_date").rows())
    found = []
    for part in statuses(folder, BOOK.on(day), "polars", told):
        for person, verdict, ground in part.answers.select("person", "verdict", "ground").rows():
            found.append((births[person], verdict, ground))
    return sorted(found, key=lambda one: str(one[0]))


def test_everybody_is_answered_as_the_timelines_of_the_register_say(register: Register, tmp_path: Path) -> None:
    fill(PEOPLE)
    found = export_register(tmp_path / "to", BOOK, told)
    assert (found.people, found.parts) == (PEOPLE, 1)
    assert found.entries[0] == found.entries[1] > 0
    verdicts = set()
    for day in DAYS:
        wanted = stored(day)
        assert answered(tmp_path / "to", day) == wanted
        assert len(wanted) > PEOPLE * 0.8
        verdicts |= {verdict for _, verdict, _ in wanted}
    assert verdicts == {"yes", "no", "depends", "undetermined"}


def test_nothing_in_it_names_a_person(register: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "A_PART", 40)
    iins, folder = fill(100), tmp_path / "to"
    export_register(folder, BOOK, told)
    assert {path.name for path in folder.iterdir()} == {*TABLES, "export.json"}  # neither the key nor the lists
    values = {
        str(value) for table in TABLES for row in pl.read_parquet(folder / table / "*.parquet").rows() for value in row
    }
    assert values.isdisjoint(iin.digits for iin in iins)
    assert values.isdisjoint(form for person in all_people() for form in (str(person), person.hex, str(person.int)))
    # Of a place inside a region only the region is told.
    assert set(pl.read_parquet(folder / "people" / "*.parquet")["region"]) == {"750000000", "190000000", None}


def test_each_export_gives_people_other_numbers_that_follow_no_order_of_the_register(
    register: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "A_PART", 40)
    fill(100)
    numbered = []
    for name in ("one", "other"):
        export_register(tmp_path / name, BOOK, told)
        numbered.append(
            dict(pl.read_parquet(tmp_path / name / "people" / "*.parquet").select("birth_date", "person").rows())
        )
    assert all(len(set(numbers.values())) == 100 for numbers in numbered)
    assert sum(number == numbered[1][birth] for birth, number in numbered[0].items()) < 20
    born = {person.id: person.birth_date for person in people(list(all_people()))}
    by_age_in_register = [numbered[0][born[person]] for person in sorted(born)]
    assert by_age_in_register != sorted(by_age_in_register)


def test_a_broken_export_is_taken_up_where_it_broke(
    register: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "A_PART", 40)
    monkeypatch.setattr(exporting, "A_PIECE", 10)
    fill(100)

    def stopping(done: int, _: int) -> None:
        if done >= 60:
            raise KeyboardInterrupt

    folder = tmp_path / "to"
    with pytest.raises(KeyboardInterrupt):
        export_register(folder, BOOK, stopping)
    kept = {path: path.stat().st_mtime_ns for path in folder.glob("*/part-*.parquet")}
    assert kept
    assert not (folder / "export.json").exists()
    assert export_register(folder, BOOK, told).people == 100
    assert {path: path.stat().st_mtime_ns for path in kept} == kept
    assert answered(folder, NEAR) == stored(NEAR)
    assert not list(folder.rglob(".*"))
    with pytest.raises(Refused):
        export_register(folder, BOOK, told)  # it is whole; another would have another key


def test_at_the_command_line(register: Register, tmp_path: Path) -> None:
    assert saqta("population", "export", "--to", tmp_path / "empty", "--json").document["people"] == 0
    asked = saqta("population", "status", "--from", tmp_path / "empty", "--on", "2025-10-01", "--json")
    assert asked.document["people"] == 0
    fill(20)
    done = saqta("population", "export", "--to", tmp_path / "to", "--lang", "en")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("Done. People: 20, partitions: 1.")
    assert "It still tells of living people" in done.out
    again = saqta("population", "export", "--to", tmp_path / "to", "--lang", "en")
    assert again.status == 2
    assert "every export gives people new numbers" in again.err
