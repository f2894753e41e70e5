"""``saqta population``: from an invented country to answers, tables and pages, through the command line."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import polars as pl
import pytest

from saqta.channels.cli import population_check
from saqta.population.contradictions import contradicting
from tests.channels.command_line import saqta

OVERLAY = """
title: {ru: шесть месяцев для всех, kk: бәріне алты ай, en: six months for everyone}
values:
  - {parameter: grace_months, kind: number, value: 6, from: 2020-01-01, until: null}
"""


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("country")
    made = saqta("population", "make", "--people", 4000, "--seed", 5, "--to", folder, "--lang", "en")
    assert (made.status, made.err) == (0, "")
    assert made.out == "Done. Invented people: 4,000, partitions: 1. Nobody among them exists.\n"
    return folder


def test_making_it_again_changes_nothing_and_says_how_it_was_made(country: Path) -> None:
    again = saqta("population", "make", "--people", 4000, "--seed", 5, "--to", country, "--json")
    assert again.document == json.loads((country / "population.json").read_text())
    assert (again.document["people"], again.document["seed"], again.err) == (4000, 5, "")


@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_the_status_of_everybody_as_a_document(country: Path, engine: str) -> None:
    found = saqta("population", "status", "--on", "2025-10-01", "--from", country, "--engine", engine, "--json")
    assert (found.status, found.err) == (0, "")
    document = found.document
    assert 0.7 < document["insured"] / document["people"] < 0.9
    assert document["law"].startswith("sha256:")
    assert {slice_["key"] for slice_ in document["by_region"]} >= {"710000000", "750000000"}


def test_the_status_of_everybody_on_paper_names_articles_and_says_that_people_are_invented(country: Path) -> None:
    for language, words in {
        "ru": ("На каком основании застрахованы", "Население вымышлено", "Закон об ОСМС ст. 26 п. 1"),
        "kk": ("Қандай негізде сақтандырылған", "Халық ойдан шығарылған", "МӘМС туралы заң 26-бап 1-тармақ"),
        "en": ("Why people are insured", "The population is invented", "Health Insurance Law art. 26 para. 1"),
    }.items():
        found = saqta("population", "status", "--on", "2025-10-01", "--from", country, "--lang", language)
        assert (found.status, found.err) == (0, "")
        assert all(word in found.out for word in words)


def test_a_cluster_is_loaded_only_for_those_who_ask_for_it(country: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for loaded in [name for name in sys.modules if name.startswith("pyspark") or name.endswith("on_spark")]:
        monkeypatch.delitem(sys.modules, loaded)
    monkeypatch.setitem(sys.modules, "pyspark", None)  # as if it were not installed
    asked = ("population", "status", "--on", "2025-10-01", "--from", country, "--lang", "en", "--engine")
    assert saqta(*asked, "polars").status == 0
    refused = saqta(*asked, "spark")
    assert refused.status == 2
    assert "script/setup cluster" in refused.err


def test_everybodys_answers_and_a_report_are_written(country: Path, tmp_path: Path) -> None:
    answers, report = tmp_path / "answers", tmp_path / "report"
    found = saqta(
        "population", "status", "--on", "2026-06-15", "--from", country, "--to", answers, "--report", report, "--json"
    )  # fmt: skip
    assert found.status == 0
    assert json.loads((answers / "summary.json").read_text()) == found.document
    kept = pl.read_parquet(answers / "answers" / "part-000.parquet")
    assert kept.filter("living").height == found.document["people"]
    assert {path.name for path in report.iterdir()} == {
        "report.html", "insured.png", "categories.png", "regions.png", "ages.png", "owed.png", "money.png"
    }  # fmt: skip


def test_any_line_of_the_answers_can_be_asked_about_alone(country: Path, tmp_path: Path) -> None:
    saqta("population", "status", "--on", "2025-10-01", "--from", country, "--to", tmp_path)
    answers = pl.read_parquet(tmp_path / "answers" / "part-000.parquet")
    for verdict in ("yes", "no", "depends"):
        row = answers.filter(pl.col("verdict") == verdict).row(0, named=True)
        one = saqta("population", "person", row["person"], "--on", "2025-10-01", "--from", country, "--json").document
        assert (one["verdict"], one["ground"], len(one["months_owed"])) == (verdict, row["ground"], row["months_owed"])
    assert saqta("population", "person", 4000, "--on", "2025-10-01", "--from", country).status == 2


def test_a_population_is_checked(country: Path, tmp_path: Path) -> None:
    assert saqta("population", "check", "--from", country, "--json").document == {"sound": True, "contradictions": []}
    shutil.copytree(country, tmp_path / "broken")
    path = tmp_path / "broken" / "people" / "part-000.parquet"
    pl.read_parquet(path).with_columns(pl.lit("ZZ").alias("citizenship")).write_parquet(path)
    broken = saqta("population", "check", "--from", tmp_path / "broken", "--lang", "en")
    assert broken.status == 1
    assert "no such country code: 4,000 (such as numbers 0, 1, 2, 3, 4, 5, 6, 7, 8, 9)" in broken.out
    assert set(population_check._WHAT) == set(contradicting())


def test_two_laws_are_compared(country: Path, tmp_path: Path) -> None:
    overlay = tmp_path / "six.yaml"
    overlay.write_text(OVERLAY)
    asked = ("population", "compare", "--on", "2025-10-01", "--from", country, "--before", "2025-10-01")
    reform = saqta(*asked, "--after", "2026-01-01", "--json").document
    supposed = saqta(*asked, "--after", overlay, "--json").document
    both = saqta(*asked, "--after", f"2026-01-01+{overlay}", "--json").document
    for document in (reform, supposed, both):
        assert sum(cell["people"] for cell in document["table"]) == document["people"]
        assert document["after"]["insured"] >= document["before"]["insured"]
    assert {move["clause"] for move in supposed["moves"] if move["after"] == "yes"} == {"grace"}
    assert len({document["after"]["law"] for document in (reform, supposed, both)}) == 3
    for language, words in {
        "ru": ("закон на 1 октября 2025 года и шесть месяцев для всех", "Получают страховку", "Статьи приведены"),
        "kk": ("2025 жылғы 1 қазан күнгі заң және бәріне алты ай", "Сақтандыру алады", "Баптар заңда"),
        "en": ("the law of 1 October 2025, and six months for everyone", "Gain the insurance", "Articles are quoted"),
    }.items():
        page = saqta(*asked, "--after", overlay, "--lang", language)
        assert all(word in " ".join(page.out.split()) for word in words)
    assert "Articles are quoted" not in saqta(*asked, "--after", "2026-01-01", "--lang", "en").out


def test_other_readings_and_an_earlier_knowledge_are_taken(country: Path) -> None:
    asked = ("population", "status", "--on", "2025-10-01", "--from", country, "--json")
    counts = [
        saqta(*asked, *more).document["insured"]
        for more in ((), ("--reading", "Q1=at_once"), ("--known-at", "2025-03-01"))
    ]
    assert counts[0] > counts[1] > 0
    assert counts[0] > counts[2] > 0


def comparing(before: str, *more: str) -> tuple[str, ...]:
    return ("compare", "--on", "2025-10-01", "--from", "{country}", "--before", before, *more)


def asking(*more: str) -> tuple[str, ...]:
    return ("status", "--from", "{country}", *more)


REFUSED = {
    "no people": (("make", "--people", "0", "--to", "{folder}"), "--people"),
    "a number that is none": (("make", "--people", "many", "--to", "{folder}"), "--people"),
    "other people": (("make", "--people", "7", "--to", "{country}"), "population.json"),
    "no population": (("status", "--from", "{folder}"), "saqta population make"),
    "a day before the law": (asking("--on", "2019-12-31"), "--on"),
    "no such day": (asking("--on", "2025-02-30"), "--on"),
    "no such engine": (asking("--on", "2025-02-01", "--engine", "hadoop"), "--engine"),
    "no such reading": (asking("--on", "2025-02-01", "--reading", "Q1=x"), "--reading"),
    "no law to compare with": (comparing("2025-10-01"), "--after"),
    "a law of no day": (comparing("2025-13-01", "--after", "2025-10-01"), "--before"),
    "a law before the law": (comparing("2019-01-01", "--after", "2025-10-01"), "--before"),
    "half a law": (comparing("2025-10-01+", "--after", "2025-10-01"), "--before"),
    "no such file": (comparing("nothing.yaml", "--after", "2025-10-01"), "--before"),
    "a folder for a file": (comparing("{country}", "--after", "2025-10-01"), "--before"),
    "nobody": (("person", "nobody", "--from", "{country}"), "N"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_asked_is_refused_with_its_place(name: str, country: Path, tmp_path: Path) -> None:
    words, where = REFUSED[name]
    typed = [word.format(folder=tmp_path / "empty", country=country) for word in words]
    outcome = saqta("population", *typed, "--lang", "en")
    assert (outcome.status, outcome.out) == (2, "")
    assert where in outcome.err


def test_a_supposed_law_that_does_not_fit_is_refused(country: Path, tmp_path: Path) -> None:
    for changed, where in (("grace_month,", "$.values[0].parameter"), ("months_required,", "")):
        overlay = tmp_path / "overlay.yaml"
        overlay.write_text(OVERLAY.replace("grace_months,", changed).replace("value: 6", "value: 99"))
        asked = ("population", "compare", "--on", "2025-10-01", "--from", country, "--before", "2025-10-01")
        outcome = saqta(*asked, "--after", overlay, "--lang", "en")
        assert outcome.status == 2
        assert where in outcome.err
