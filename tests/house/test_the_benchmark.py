"""A figure of the benchmark means something only while both sides give the same answer."""

from __future__ import annotations

from pathlib import Path

from bench.by_hand import insured_by_hand
from bench.country import YEARS, same_answers
from bench.one_person import DAY, people
from saqta.law.book import load
from saqta.logic.python import compile_decider
from saqta.population.making import make
from saqta.rules.insured import settled_on


def test_the_rule_written_by_hand_gives_the_verdict_of_the_rule_to_everybody() -> None:
    decide, crowd = compile_decider(settled_on(load().on(DAY))), people()
    assert {decide(person) for person in crowd} == {True, False, None}
    assert [decide(person) for person in crowd] == [insured_by_hand(person) for person in crowd]


def test_the_query_written_by_hand_gives_the_answers_of_the_rule_to_everybody(tmp_path: Path) -> None:
    make(tmp_path, people=20_000, seed=1, book=load(), progress=lambda *_: None, years=YEARS)
    assert same_answers(tmp_path)
