"""An answer given once can be given again: byte for byte by the same law, and to the same effect by every later one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.channels.command_line import saqta
from tests.stored_answers import FOLDER, Stored, stored

ANSWERS = stored()
MAY_CHANGE = frozenset({"law", "answer", "text", "title", "url", "verified"})
"""Seals of other data, better words, and a citation that somebody has checked since: no other answer by that."""

WHAT_TO_DO = """
The answer stored in {name}, on the law as known at {known_at}, is another one now at {where}:
  then {before}
  now  {now}
If the law was changed back in time, the new value needs `known_from`: whoever asks as of {known_at} gets the old one.
If the data were wrong, say so in the CHANGELOG under *Law*, remove the file and run python -m tests.stored_answers.
"""


def differences(before: Any, now: Any, where: str = "$") -> Iterator[tuple[str, Any, Any]]:
    """Where two answers differ in what they say; the later one may say more."""
    if isinstance(before, dict) and isinstance(now, dict):
        for key in before.keys() - MAY_CHANGE:
            yield from differences(before[key], now.get(key), f"{where}.{key}")
    elif isinstance(before, list) and isinstance(now, list) and len(before) == len(now):
        for place, (first, second) in enumerate(zip(before, now, strict=True)):
            yield from differences(first, second, f"{where}[{place}]")
    elif before != now:
        yield where, before, now


def asked_again(stored_answer: Stored, facts: Path, known_at: str | None = None) -> str:
    facts.write_bytes(bytes(stored_answer.facts))
    known = known_at or stored_answer.known_at
    outcome = saqta("status", "--facts", facts, "--on", stored_answer.on, "--known-at", known, "--json")
    assert outcome.status == 0
    return outcome.out


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_given_once_is_given_again(name: str, tmp_path: Path) -> None:
    then = ANSWERS[name]
    now = asked_again(then, tmp_path / "facts.json")
    before, after = json.loads(then.answer), json.loads(now)
    if before["law"] == after["law"]:
        assert now == then.answer
    for where, was, is_now in differences(before, after):
        told = {"name": f"{FOLDER.name}/{name}.json", "known_at": then.known_at, "where": where}
        pytest.fail(WHAT_TO_DO.format(**told, before=was, now=is_now), pytrace=False)


def test_the_answers_stored_are_of_every_kind() -> None:
    verdicts = [json.loads(each.answer)["verdict"] for each in ANSWERS.values()]
    assert len(verdicts) >= 50
    assert set(verdicts) == {"yes", "no", "depends", "undetermined"}


def test_a_change_of_what_was_answered_is_seen() -> None:
    """The comparison passes over words and seals, and over nothing else."""
    before = json.loads(next(iter(ANSWERS.values())).answer)
    assert not list(differences(before, {**before, "law": "sha256:other", "more": 1}))
    for key in before.keys() - MAY_CHANGE:
        assert list(differences(before, {**before, key: "otherwise"}))
