"""Reading the law at a prompt."""

from __future__ import annotations

import pytest

from saqta.basis.text import LANGUAGES
from tests.channels.command_line import saqta


def test_the_law_data_passes_its_own_check() -> None:
    outcome = saqta("law", "lint", "--json")
    assert outcome.status == 0
    assert outcome.document["valid"] is True
    assert outcome.document["unverified"]


@pytest.mark.parametrize("name", ["Z1500000405", "405-V", "405-v"])
@pytest.mark.parametrize("provision", ["art_5__para_2", "art. 5 para. 2", "ст. 5 п. 2", "5-бап 2-тармақ"])
def test_an_article_is_found_as_people_cite_it(name: str, provision: str) -> None:
    found = saqta("law", "show", name, provision, "--on", "2026-01-01", "--json").document
    assert [shown["path"] for shown in found["provisions"]] == ["art_5__para_2"]
    assert found["edition_from"] == "2026-01-01"


def test_an_article_says_other_things_on_other_days() -> None:
    before = saqta("law", "show", "405-V", "art_5__para_2", "--on", "2025-12-31", "--json").document
    after = saqta("law", "show", "405-V", "art_5__para_2", "--on", "2026-01-01", "--json").document
    assert before["provisions"][0]["wording"] != after["provisions"][0]["wording"]
    (change,) = [
        change
        for change in saqta("law", "diff", "405-V", "2025-12-31", "2026-01-01", "--json").document["provisions"]
        if change["path"] == "art_5__para_2"
    ]
    assert change["kind"] == "changed"


def test_both_editions_of_decree_421_are_shown_as_equal_in_substance() -> None:
    found = saqta("law", "diff", "421", "2025-12-31", "2026-01-01", "--json").document
    assert (found["lists_equal_in_text"], found["lists_equal_in_substance"]) == (False, True)
    assert found["edition_before"] < found["edition_after"] == "2026-01-01"
    assert "equal in substance" in saqta("law", "diff", "421", "2025-12-31", "2026-01-01", "--lang", "en").out.replace(
        "\n", " "
    )


def test_the_official_words_of_an_item_are_shown() -> None:
    found = saqta("law", "show", "421", "item_1__subpara_4", "--on", "2026-01-01", "--json").document
    assert found["provisions"][0]["official"].startswith(
        "оказание стоматологической помощи в экстренной и плановой форме"
    )


def test_a_list_says_nothing_before_its_text_is_known() -> None:
    found = saqta("law", "show", "421", "item_1__subpara_4", "--on", "2020-01-02", "--json").document
    assert found["provisions"][0]["official"] is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_open_questions_are_listed_with_the_option_followed(language: str) -> None:
    printed = saqta("law", "readings", "--lang", language).out
    assert all(f"Q{number}." in printed for number in range(1, 18))
    whole = saqta("law", "readings", "q1", "--lang", language).out
    assert "tail_only" in whole
    assert "from_first_unpaid_month" in whole
