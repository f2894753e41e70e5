"""Who gains and who loses free care between two days, as the command line tells it."""

from __future__ import annotations

from datetime import date

import pytest

from saqta.basis.text import LANGUAGES
from saqta.law.book import load
from saqta.logic.reference import Evaluation, Value
from saqta.rules.care_comparison import compare_care
from saqta.rules.care_vocabulary import VOCABULARY
from saqta.rules.entitled import rule
from tests.channels.command_line import saqta

REFORM = ("2025-12-31", "2026-01-01")


def compared(before: str, after: str) -> dict[str, dict[str, bool]]:
    document = saqta("law", "compare", "--on", before, "--on", after, "--json").document
    return {
        change["care"]: {"gains": change["gains"] is not None, "loses": change["loses"] is not None}
        for change in document["care"]
    }


def test_the_reform_of_2026_gives_screening_to_all_and_takes_observation_from_the_uninsured() -> None:
    found = compared(*REFORM)
    assert found["screening_cancer"] == {"gains": True, "loses": False}
    assert found["screening_chronic"] == {"gains": True, "loses": False}
    assert found["suspected_disease_workup"] == {"gains": True, "loses": False}
    assert found["chronic_observation"] == {"gains": False, "loses": True}
    assert found["medicines_outpatient"] == {"gains": False, "loses": True}
    assert "ambulance" not in found
    assert "dental" not in found


def test_the_list_of_diseases_is_compared_by_group() -> None:
    document = saqta("law", "compare", "--on", REFORM[0], "--on", REFORM[1], "--json").document
    changes = {(found["group"], found["change"]) for found in document["diseases"]}
    assert changes == {
        ("epilepsy", "joined"), ("stroke", "joined"),
        ("diabetes", "left"), ("cerebral-palsy", "left"), ("rheumatism", "left"), ("connective-tissue", "left"),
    }  # fmt: skip


def test_2027_takes_from_the_uninsured_alone() -> None:
    found = compared("2026-12-31", "2027-01-01")
    assert set(found) == {"primary_care", "inpatient_emergency", "donor_workup"}
    assert all(change == {"gains": False, "loses": True} for change in found.values())


@pytest.mark.parametrize(("before", "after"), [REFORM, ("2026-12-31", "2027-01-01"), ("2020-10-31", "2020-11-01")])
def test_every_example_is_answered_differently_on_the_two_days(before: str, after: str) -> None:
    book = load()
    laws = [book.on(date.fromisoformat(day)) for day in (before, after)]
    for change in compare_care(*laws):
        for example, expected in ((change.gains, [False, True]), (change.loses, [True, False])):
            if example is not None:
                person: dict[str, Value] = {name: name in example.facts for name in VOCABULARY.specs}
                person |= {
                    "citizenship": "KZ",
                    "residence": "permanent",
                    "age": 40,
                    "urgency": "planned",
                    "contract": True,
                }
                verdicts = [Evaluation(law, person).outcome(rule(book, change.care, change.form)) for law in laws]
                assert verdicts == expected, change.care


def test_a_quiet_day_changes_nothing() -> None:
    assert compared("2024-05-01", "2024-05-02") == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_names_articles_and_people(language: str) -> None:
    out = saqta("law", "compare", "--on", REFORM[0], "--on", REFORM[1], "--lang", language).out
    article = {"ru": "ст. 196", "kk": "196-бап", "en": "art. 196"}
    assert article[language] in out
    assert "40" in out


@pytest.mark.parametrize("days", [("2026-01-01",), ("2026-01-01", "2026-01-01"), ("2019-01-01", "2026-01-01")])
def test_days_that_cannot_be_compared_are_refused(days: tuple[str, ...]) -> None:
    words = [word for day in days for word in ("--on", day)]
    assert saqta("law", "compare", *words).status == 2
