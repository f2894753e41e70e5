"""Who speaks for whom: for a span that ends, by the word of a source, and guarded by the database."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from saqta.basis.refusal import Refused
from saqta.coverage.demo import MOTHER_AND_CHILD
from saqta.journal.queries import entries_naming_people, last_number
from saqta.personal.actions import request_category
from saqta.personal.asking import changed_entries
from saqta.personal.models import Question
from saqta.registry.models import Representation
from saqta.registry.representing import record_representations, represented_by
from saqta.registry.statements import changed_statements
from tests.channels.command_line import saqta
from tests.databases.citizen_samples import CHILD, MOTHER, identifier, settle_them
from tests.databases.conftest import Register
from tests.databases.ordering import AT
from tests.databases.tampering import tamper

START, END = MOTHER_AND_CHILD.start, MOTHER_AND_CHILD.until


@pytest.fixture
def family(register: Register) -> Register:
    settle_them()
    return register


def spoken_for(on: date) -> list[str]:
    return [one.source for one in represented_by(identifier(MOTHER), on)]


@pytest.mark.parametrize(
    ("on", "speaks"),
    [
        (START - timedelta(days=1), []),
        (START, ["civil-records"]),
        (END - timedelta(days=1), ["civil-records"]),
        (END, []),
    ],
)
def test_a_mother_speaks_for_her_child_until_it_comes_of_age(family: Register, on: date, speaks: list[str]) -> None:
    assert spoken_for(on) == speaks
    assert list(represented_by(identifier(CHILD), on)) == []


def told(**changes: Any) -> int:
    return record_representations([replace(MOTHER_AND_CHILD, **changes)], source="civil-records", by="test", at=AT)


def test_a_source_corrects_itself_and_what_it_said_stays_known(family: Register) -> None:
    before = last_number()
    assert told() == 0
    assert last_number() == before
    assert told(until=date(2027, 1, 1)) == 1
    assert entries_naming_people(before) == 0  # nobody's status rests on it
    assert spoken_for(date(2026, 12, 31)) == ["civil-records"]
    assert spoken_for(date(2027, 1, 1)) == []
    assert Representation.objects.count() == 2
    assert list(changed_statements()) == []


def test_two_sources_that_agree_are_one_child(family: Register) -> None:
    record_representations([MOTHER_AND_CHILD], source="guardianship", by="test", at=AT)
    assert spoken_for(AT.date()) == ["civil-records"]


@pytest.mark.parametrize(
    "wrong", [{"represented": MOTHER_AND_CHILD.representative}, {"until": START}, {"until": START - timedelta(days=1)}]
)
def test_what_cannot_be_is_refused_before_anything_is_written(family: Register, wrong: dict[str, Any]) -> None:
    before = last_number()
    with pytest.raises(Refused):
        told(**wrong)
    assert last_number() == before


def test_civil_records_are_taken_in_at_the_command_line_row_by_row(family: Register, tmp_path: Path) -> None:
    feed, rejects = tmp_path / "civil.csv", tmp_path / "rejects.jsonl"
    rows = (
        f"{MOTHER},{CHILD},guardian,2020-01-01,2030-01-01",
        f"{MOTHER},{MOTHER},parent,2020-01-01,2030-01-01",
        f"{MOTHER},{CHILD},parent,2020-01-01,2020-01-01",
        f"{MOTHER},{CHILD},parent,2020-01-01,",
        f"{MOTHER},{CHILD},friend,2020-01-01,2030-01-01",
        f"{MOTHER},123,parent,2020-01-01,2030-01-01",
    )
    feed.write_text("\n".join(("iin,represented,kind,from,until", *rows)))
    command = ("import", "representations", feed, "--source", "guardianship", "--rejects", rejects, "--json")
    (taken,) = saqta(*command).document
    assert (taken["read"], taken["new"], taken["rejected"]) == (6, 1, 5)
    told = [json.loads(line) for line in rejects.read_text().splitlines()]
    assert [(one["code"], one["field"]) for one in told] == [
        ("represents-oneself", "represented"), ("empty-span", "until"), ("field", "until"), ("field", "kind"),
        ("length", "represented"),
    ]  # fmt: skip
    assert MOTHER not in rejects.read_text()
    assert {one.source for one in Representation.objects.all()} == {"civil-records", "guardianship"}


def row(**changes: object) -> object:
    plain = {
        "representative_id": identifier(MOTHER),
        "represented_id": identifier(CHILD),
        "kind": "parent",
        "start": date(2020, 1, 1),
        "until": END,
        "source": "civil-records",
        "recorded_id": 1,
    }
    return Representation.objects.create(**{**plain, **changes})


def ask(**changes: object) -> object:
    plain = {"recorded_id": 1, "person_id": identifier(MOTHER), "kind": "category", "category": "pensioner"}
    return Question.objects.create(**{**plain, "words": b"", "at": AT, **changes})


WRONGS: dict[str, Callable[[], object]] = {
    "somebody who speaks for themselves": lambda: row(represented_id=identifier(MOTHER)),
    "a representation that contains no day": lambda: row(until=date(2020, 1, 1)),
    "a representation without an end": lambda: row(until=None),
    "a right that nobody has heard of": lambda: row(kind="friend"),
    "a representation told twice by one source": lambda: (row(), row()),
    "a question about nothing": lambda: ask(category=None),
    "a question about two things": lambda: ask(entry_id=1, place=0),
    "a question about half a look": lambda: ask(kind="look", category=None, entry_id=1),
    "a changed question": lambda: (ask(), Question.objects.update(category="disability")),
    "a forgotten question": lambda: (ask(), Question.objects.all().delete()),
}


@pytest.mark.parametrize("wrong", WRONGS.values(), ids=WRONGS)
def test_the_database_itself_refuses(family: Register, wrong: Callable[[], object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        wrong()


def test_whoever_puts_a_representation_in_is_found_out(family: Register) -> None:
    assert list(changed_statements()) == []
    row(recorded_id=Representation.objects.get().recorded_id)
    assert list(changed_statements()) == [Representation.objects.earliest("id").recorded_id]


def test_whoever_rewrites_a_question_is_found_out(family: Register) -> None:
    asked = request_category(identifier(MOTHER), "disability", "", by="test", at=AT)
    assert list(changed_entries()) == []
    tamper("UPDATE personal_question SET category = 'pensioner'")
    assert list(changed_entries()) == [asked.number]
