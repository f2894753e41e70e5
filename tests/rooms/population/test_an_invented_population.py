"""A population invented from a seed: always the same, plausible, nobody's, and whole or not there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from saqta.basis.month import Month
from saqta.basis.refusal import Refused
from saqta.law.book import load
from saqta.population import making
from saqta.population.everybody import statuses
from saqta.population.layout import TABLES, part_files, parts_of, schema
from saqta.population.lives import Years
from saqta.population.making import Manifest, made_of, make
from saqta.population.one_person import facts_of, find_person
from saqta.population.regions import REGIONS
from saqta.population.summary import Tally
from saqta.rules.checks import check_person
from saqta.rules.vocabulary import CATEGORIES

BOOK = load()
FEW = Years(Month.at(2024, 7), Month.at(2026, 1))


def told(*_: int) -> None:
    """Nobody watches."""


def made(folder: Path, people: int, *, seed: int = 7, years: Years | None = FEW) -> Manifest:
    return make(folder, people=people, seed=seed, book=BOOK, progress=told, years=years)


def rows(folder: Path, table: str) -> pl.DataFrame:
    return pl.read_parquet(folder / table / "*.parquet").sort(pl.all())


def same(first: Path, second: Path) -> bool:
    return all(rows(first, table).equals(rows(second, table)) for table in TABLES)


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("country")
    made(folder, 20_000, years=None)
    return folder


def test_the_same_seed_gives_the_same_people_and_another_gives_others(tmp_path: Path) -> None:
    made(tmp_path / "one", 3_000)
    made(tmp_path / "again", 3_000)
    made(tmp_path / "other", 3_000, seed=8)
    assert same(tmp_path / "one", tmp_path / "again")
    assert not same(tmp_path / "one", tmp_path / "other")


def test_people_do_not_depend_on_how_the_work_is_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path / "whole", 3_000)
    monkeypatch.setattr(making, "A_PART", 700)
    monkeypatch.setattr(making, "A_PIECE", 130)
    monkeypatch.setattr(making, "LOOKED_THROUGH", 1_100)
    assert made(tmp_path / "cut", 3_000).parts == 5
    assert same(tmp_path / "whole", tmp_path / "cut")


def test_a_larger_population_holds_the_people_of_a_smaller_one(tmp_path: Path) -> None:
    made(tmp_path / "town", 500)
    made(tmp_path / "city", 2_000)
    for table in TABLES:
        town = rows(tmp_path / "city", table).filter(pl.col("person") < 500)
        assert town.equals(rows(tmp_path / "town", table))


def test_a_broken_run_is_taken_up_where_it_broke(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "A_PART", 500)
    made(tmp_path / "whole", 2_000)

    def breaks(done: int, _: int) -> None:
        if done > 1_200:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make(tmp_path / "broken", people=2_000, seed=7, book=BOOK, progress=breaks, years=FEW)
    first = part_files(tmp_path / "broken", 0)["payments"]
    kept = first.stat().st_mtime_ns
    assert 0 < len(list((tmp_path / "broken" / "people").glob("part-*.parquet"))) < 4
    made(tmp_path / "broken", 2_000)
    assert same(tmp_path / "whole", tmp_path / "broken")
    assert first.stat().st_mtime_ns == kept
    assert list((tmp_path / "broken").rglob("*.unfinished")) == []


def test_a_folder_with_other_people_in_it_is_refused(tmp_path: Path) -> None:
    made(tmp_path, 300)
    for people, seed in ((301, 7), (300, 8)):
        with pytest.raises(Refused, match="another population"):
            made(tmp_path, people, seed=seed)
    (tmp_path / "population.json").unlink()
    with pytest.raises(Refused, match="another population"):
        made(tmp_path, 300)


def test_every_table_has_the_columns_that_the_layout_promises(country: Path) -> None:
    (part,) = parts_of(country)
    for table, path in part.files.items():
        assert pl.read_parquet_schema(path).names() == schema(table).names


def test_people_are_numbered_and_nothing_in_the_files_is_a_number_of_a_real_one(country: Path) -> None:
    assert rows(country, "people")["person"].to_list() == list(range(20_000))
    for table in TABLES:
        for name, kind in rows(country, table).schema.items():
            if kind == pl.String:
                assert rows(country, table)[name].drop_nulls().str.contains(r"^\d{12}$").sum() == 0


def test_nobodys_facts_contradict_one_another(country: Path) -> None:
    people = facts_of(parts_of(country)[0], range(3_000))
    assert len(people) == 3_000
    for facts in people.values():
        born = facts.person.birth_date
        check_person(facts, max(date(2026, 12, 31), born or date.min))


def test_the_country_is_whole(country: Path) -> None:
    people, memberships, payments = (rows(country, table) for table in ("people", "memberships", "payments"))
    assert set(people["region"]) == {region.code for region in REGIONS}
    assert len(REGIONS) == 20
    assert set(memberships["code"]) >= set(CATEGORIES) - {"war_veteran", "detained", "convicted"}
    assert set(payments["kind"]) == {
        "employee", "employer", "civil_contract", "entrepreneur", "independent", "aggregate_payment",
        "unified_payment", "self_employed", "state",
    }  # fmt: skip
    assert payments["month"].min() == Month.at(2020, 1).number
    assert payments["month"].max() == Month.at(2026, 12).number
    assert payments["leave_from"].drop_nulls().len() > 50
    assert rows(country, "not_owed").height > 50
    for column in ("birth_date", "citizenship", "residence", "register_until", "died_on"):
        assert 0 < people[column].null_count() < people.height
    assert 0 < (~people["categories_listed"]).sum() < 300
    assert 0 < (~people["payments_listed"]).sum() < 300


@pytest.mark.parametrize("day", [date(2021, 3, 1), date(2025, 10, 1), date(2026, 6, 15)], ids=str)
def test_most_are_insured_some_are_not_and_of_few_it_is_not_known(country: Path, day: date) -> None:
    tally = Tally(BOOK.on(day))
    for found in statuses(country, BOOK.on(day), "polars", told):
        tally.add(found.answers)
    summary = tally.summary()
    assert 0.75 < summary.share < 0.88
    assert 0.10 < summary.not_insured / summary.people < 0.22
    assert 0 < summary.depends + summary.undetermined < 0.02 * summary.people
    grounds = {found.ground for found in summary.by_ground}
    assert {"category", "contributions", "grace", "exempt"} <= grounds


def test_one_person_is_found_by_number_and_nobody_by_another(country: Path) -> None:
    assert find_person(country, 17) is not None
    assert find_person(country, 20_000) is None


def test_a_manifest_says_that_people_are_invented(country: Path, tmp_path: Path) -> None:
    manifest = made_of(country)
    assert manifest is not None
    assert (manifest.people, manifest.seed, manifest.first, manifest.end) == (20_000, 7, "2020-01", "2027-01")
    assert made_of(tmp_path) is None


BREAKAGES: dict[str, tuple[str, Callable[[Path], object]]] = {
    "nothing there": ("population-missing", lambda folder: [path.unlink() for path in folder.rglob("*.parquet")]),
    "a table without the part": ("population-part-missing", lambda folder: part_files(folder, 0)["payments"].unlink()),
    "not Parquet": ("population-not-parquet", lambda folder: part_files(folder, 0)["payments"].write_text("person")),
    "a column missing": (
        "population-column-missing",
        lambda folder: _rewritten(part_files(folder, 0)["memberships"], lambda frame: frame.drop("working")),
    ),
    "a column of another type": (
        "population-column-type",
        lambda folder: _rewritten(
            part_files(folder, 0)["payments"], lambda frame: frame.with_columns(pl.col("amount").cast(pl.String))
        ),
    ),
}  # fmt: skip


def _rewritten(path: Path, change: Callable[[pl.DataFrame], pl.DataFrame]) -> None:
    change(pl.read_parquet(path)).write_parquet(path)


@pytest.mark.parametrize("name", BREAKAGES)
def test_a_folder_that_is_no_population_is_refused_with_its_place(name: str, tmp_path: Path) -> None:
    made(tmp_path, 200)
    code, breaks = BREAKAGES[name]
    breaks(tmp_path)
    with pytest.raises(Refused) as refused:
        parts_of(tmp_path)
    assert {fault.code for fault in refused.value.faults} == {code}
