"""``saqta services``: the catalogue, and the service that somebody means."""

from __future__ import annotations

import json

from saqta.law.book import load
from tests.channels.command_line import saqta


def test_a_person_finds_a_service_in_their_own_words() -> None:
    found = saqta("services", "find", "удалить", "зуб", "ребенку", "--lang", "ru")
    assert found.status == 0
    assert found.out.splitlines()[0].split() == ["dental.primary-tooth-extraction", "Удаление", "молочного", "зуба"]


def test_a_program_gets_the_score_and_the_name_that_was_heard() -> None:
    first = json.loads(saqta("services", "find", "тісімді жұлу", "--json").out)[0]
    assert first["code"] == "dental.extraction"
    assert first["language"] == "kk"
    assert 0.5 < first["score"] <= 1
    assert set(first["name"]) == {"ru", "kk", "en"}


def test_what_is_not_understood_is_said_to_be_so() -> None:
    found = saqta("services", "find", "ъъъъъъъъ", "--lang", "kk")
    assert found.status == 0
    assert "табылмады" in found.out
    assert json.loads(saqta("services", "find", "ъъъъъъъъ", "--json").out) == []


def test_nothing_typed_is_refused() -> None:
    found = saqta("services", "find", "--lang", "en")
    assert found.status == 2
    assert found.out == ""
    assert "pull a tooth" in found.err


def test_the_whole_catalogue_is_listed() -> None:
    listed = json.loads(saqta("services", "--json").out)
    assert {one["code"] for one in listed} == load().services.keys()
    assert len(saqta("services", "--lang", "kk").out.splitlines()) == len(listed)
