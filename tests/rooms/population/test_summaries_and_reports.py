"""What is added up adds up, and a report says it in three languages, needing nothing beside it."""

from __future__ import annotations

import random
import re
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from saqta.basis.money import Money
from saqta.basis.numerals import count_text, share_text, sum_text
from saqta.basis.text import LANGUAGES, Language, Text
from saqta.law.book import load
from saqta.population import report_wording, wording
from saqta.population.everybody import statuses
from saqta.population.keeping import keep_answers, keep_summary
from saqta.population.regions import REGIONS
from saqta.population.report import write_report
from saqta.population.summary import CountryStatus, Tally
from saqta.population.wording import GROUNDS, clause_name
from saqta.rules.facts import Person, PersonFacts
from saqta.rules.insured import grounds
from saqta.rules.vocabulary import CATEGORIES
from tests.rooms.drawing.reading_pictures import read_png
from tests.rooms.population.invented_facts import invented_people
from tests.rooms.population.people_in_parquet import write_people

BOOK = load()
DAY = date(2026, 6, 15)
LAW = BOOK.on(DAY)


def told(*_: int) -> None:
    """Nobody watches."""


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, pl.DataFrame, CountryStatus]:
    """Three partitions of invented people, their answers, and the summary of these."""
    folder, chance, tally, answers = tmp_path_factory.mktemp("country"), random.Random(5), Tally(LAW), []
    for number in range(3):
        write_people(folder, invented_people(chance, DAY, 200), number=number)
    for found in statuses(folder, LAW, "polars", told):
        tally.add(found.answers)
        answers.append(found.answers)
    return folder, pl.concat(answers), tally.summary()


def test_people_are_counted_once_and_the_dead_apart(country: tuple[Path, pl.DataFrame, CountryStatus]) -> None:
    _, answers, summary = country
    living = answers.filter("living")
    assert (summary.people, summary.dead) == (living.height, answers.height - living.height)
    assert summary.dead > 0
    verdicts = (summary.insured, summary.not_insured, summary.depends, summary.undetermined)
    assert sum(verdicts) == summary.people
    assert min(verdicts) > 0
    for slices in (summary.by_region, summary.by_age, summary.by_sex):
        assert sum(found.people for found in slices) == summary.people
        assert sum(found.insured for found in slices) == summary.insured
        assert all(found.people == found.insured + found.not_insured + found.unknown for found in slices)
    assert sum(found.people for found in summary.by_ground) == summary.insured
    assert sum(found.people for found in summary.by_clause if found.ground) <= summary.insured
    assert sum(found.people for found in summary.by_clause if not found.ground) >= summary.not_insured


def test_bands_of_age_begin_where_childhood_ends(country: tuple[Path, pl.DataFrame, CountryStatus]) -> None:
    _, _, summary = country
    assert [found.key for found in summary.by_age][:2] == ["0-17", "18-29"]
    assert [found.key for found in summary.by_age][-2:] == ["70+", None]


def test_a_debt_is_counted_where_it_concerns_somebody(country: tuple[Path, pl.DataFrame, CountryStatus]) -> None:
    """Not of the dead and of visitors, and not of people for whom somebody else pays."""
    _, answers, summary = country
    owing = [
        row
        for row in answers.filter("living").iter_rows(named=True)
        if row["months_owed"]
        and row["ground"] not in ("category", "exempt", "local_budget", "transition")
        and not (row["verdict"] == "no" and row["clause"] == "participant")
    ]
    assert 0 < len(owing) < answers.filter(pl.col("months_owed") > 0).height
    assert summary.owed.people == len(owing) == sum(summary.owed.by_months)
    assert summary.owed.months == sum(row["months_owed"] for row in owing)
    assert summary.owed.months == sum(count * people for count, people in enumerate(summary.owed.by_months, 1))
    assert summary.owed.amount == str(Money(sum(row["amount_owed"] for row in owing)))
    by_region = {found.key: (found.people, Money.tenge(found.amount).tiyn) for found in summary.owed.by_region}
    for region in {row["region"] for row in owing}:
        here = [row["amount_owed"] for row in owing if row["region"] == region]
        assert by_region.pop(region) == (len(here), sum(here))
    assert not by_region
    sums = [Money.tenge(found.amount).tiyn for found in summary.owed.by_region]
    assert sums == sorted(sums, reverse=True)


def test_nobody_is_said_to_owe_while_everyone_is_insured(tmp_path: Path) -> None:
    """In the first half of 2020 months could be unpaid, and nobody's right hung on them."""
    write_people(tmp_path, [PersonFacts(Person(birth_date=date(1985, 5, 20), citizenship="KZ"), (), ())])
    law = BOOK.on(date(2020, 3, 1))
    tally = Tally(law)
    (found,) = statuses(tmp_path, law, "polars", told)
    tally.add(found.answers)
    assert found.answers.select("ground", "months_owed").rows() == [("transition", 2)]
    assert tally.summary().owed.people == 0


def test_every_clause_that_decides_cites_its_article(country: tuple[Path, pl.DataFrame, CountryStatus]) -> None:
    _, _, summary = country
    keys = {f"{cited.act} {cited.provision}".strip() for cited in summary.citations}
    assert all(found.cites and set(found.cites) <= keys for found in summary.by_clause)
    assert {reading.id for reading in summary.readings} == {"Q15"}


def test_a_summary_is_the_same_whatever_works_it_out(country: tuple[Path, pl.DataFrame, CountryStatus]) -> None:
    folder, _, summary = country
    tally = Tally(LAW)
    for found in statuses(folder, LAW, "duckdb", told):
        tally.add(found.answers)
    assert tally.summary() == summary


def test_answers_are_kept_partition_by_partition(
    country: tuple[Path, pl.DataFrame, CountryStatus], tmp_path: Path
) -> None:
    folder, answers, summary = country
    for found in statuses(folder, LAW, "polars", told):
        keep_answers(tmp_path, found)
    keep_summary(tmp_path, summary)
    kept = [pl.read_parquet(path) for path in sorted((tmp_path / "answers").iterdir())]
    assert len(kept) == 3
    assert pl.concat(kept).equals(answers)
    assert f'"answer": "{summary.answer}"' in (tmp_path / "summary.json").read_text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_needs_nothing_beside_it(
    country: tuple[Path, pl.DataFrame, CountryStatus], language: Language, tmp_path: Path
) -> None:
    _, _, summary = country
    page, *pictures = write_report(tmp_path, summary, LAW, language, invented=600)
    written = page.read_text(encoding="utf-8")
    assert f'<html lang="{language}">' in written
    assert re.findall(r"<(?:script|img|link|iframe)|@import|url\(", written) == []
    assert count_text(summary.insured).in_language(language) in written
    assert share_text(summary.share).in_language(language) in written
    assert sum_text(Money.tenge(summary.owed.amount)).in_language(language) in written
    assert report_wording.INVENTED.fill(people=count_text(600)).in_language(language) in written
    assert summary.answer in written
    assert "{" not in re.sub(r"<style>.*?</style>", "", written, flags=re.DOTALL)
    for text in (report_wording.WHY, report_wording.BY_REGION, report_wording.BY_AGE, report_wording.OWED):
        assert text.in_language(language) in written
    assert [path.name for path in pictures] == [
        "insured.png", "categories.png", "regions.png", "ages.png", "owed.png", "money.png"
    ]  # fmt: skip
    for path in pictures:
        picture = read_png(path.read_bytes())
        assert (picture.width, picture.variety > 50) == (1080, True)


def test_a_report_about_real_people_does_not_call_them_invented(
    country: tuple[Path, pl.DataFrame, CountryStatus], tmp_path: Path
) -> None:
    _, _, summary = country
    page, *_ = write_report(tmp_path, summary, LAW, "ru", invented=None)
    assert report_wording.INVENTED_SHORT.ru not in page.read_text(encoding="utf-8")


def test_everything_that_can_decide_has_a_name() -> None:
    assert set(GROUNDS) == set(grounds(BOOK))
    for code in CATEGORIES:
        assert clause_name(LAW, f"category-{code}") == BOOK.categories[code].wordings[-1].name
    for clause in ("grace", "long-grace", "twelve-months", "three-months", "prepaid-year", "transition", "category"):
        assert clause_name(LAW, clause).en != clause
    assert clause_name(LAW, "long-grace").en == "the right lasts 6 months after 60 of unbroken payment"


@pytest.mark.parametrize("module", [report_wording, wording])
def test_every_sentence_asks_for_the_same_values_in_all_languages(module: object) -> None:
    texts = {name: value for name, value in vars(module).items() if isinstance(value, Text)}
    for table in (value for value in vars(module).values() if isinstance(value, dict)):
        texts |= {str(name): text for name, text in table.items() if isinstance(text, Text)}
    assert len(texts) > 3
    for name, text in texts.items():
        text.names()
        assert text.kk != text.ru, name


def test_regions_are_the_seventeen_regions_and_three_cities() -> None:
    assert len({region.code for region in REGIONS}) == 20
    assert all(re.fullmatch(r"\d{2}0{7}", region.code) for region in REGIONS)
    assert len({region.name.kk for region in REGIONS}) == 20


@pytest.mark.parametrize(
    ("amount", "ru", "en"),
    [
        ("4250.00", "4 250,00 ₸", "4,250.00 ₸"),
        ("999999.99", "999 999,99 ₸", "999,999.99 ₸"),
        ("1000000.00", "1,0 млн ₸", "1.0 million ₸"),
        ("165333500.00", "165,3 млн ₸", "165.3 million ₸"),
        ("109800000000.00", "109,8 млрд ₸", "109.8 billion ₸"),
    ],
)
def test_large_sums_are_rounded_and_small_ones_are_not(amount: str, ru: str, en: str) -> None:
    text = sum_text(Money.tenge(amount))
    assert (text.ru.replace("\N{NO-BREAK SPACE}", " "), text.en.replace("\N{NO-BREAK SPACE}", " ")) == (ru, en)


def test_a_share_that_is_not_nothing_is_not_written_as_nothing() -> None:
    assert [share_text(share).en for share in (0, 0.0004, 0.0005, 0.8162, 1)] == [
        "0.0%",
        "<0.1%",
        "0.1%",
        "81.6%",
        "100.0%",
    ]
