"""Whatever clinics and parents do in whatever order: a plan goes ahead only with a consent that stands and with every
demand of the law met or answered for. The model is written from the law and knows nothing of the table of states."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import chain
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.db import connections
from hypothesis import given, settings
from hypothesis import strategies as st

from saqta.basis.refusal import Refused
from saqta.care.actions import answer_for_demands, change_plan, clear_plan, make_link, note_findings, withdraw_plan
from saqta.care.consenting import note_withdrawal
from saqta.care.queries import changed_entries, consents, plan
from saqta.care.records import Findings, Kind, SessionReport
from saqta.care.sessions import finish_session, start_session
from saqta.registry.queries import _numbers
from saqta.registry.sealed_numbers import make_keys
from tests.databases.care_samples import (
    AGAIN,
    BOOK,
    BY,
    FINDINGS,
    PLAN,
    START,
    decided,
    filed,
    register_child_and_clinic,
)
from tests.databases.conftest import EmptyRegisters

NOW = START - timedelta(minutes=5)
DEMANDS = ("equipment-complete", "examined-again")


@dataclass
class Model:
    """What a lawyer would write down about one plan."""

    agreed: bool = False
    equipment: bool = True
    seen_again: bool = False
    answered_for: set[str] = field(default_factory=set)
    cleared: bool = False
    started: bool = False
    over: bool = False

    def unmet(self) -> set[str]:
        met = {"equipment-complete": self.equipment, "examined-again": self.seen_again}
        return {demand for demand in DEMANDS if not met[demand]}

    def asked_anew(self) -> None:
        self.agreed = self.cleared = False


Act = Callable[[int, Model], None]


def agree(number: int, model: Model) -> None:
    decided(number, "agree", at=NOW)
    model.agreed, model.cleared = True, False


def refuse(number: int, model: Model) -> None:
    decided(number, "refuse", at=NOW)
    model.asked_anew()


def take_back(number: int, model: Model) -> None:
    note_withdrawal(number, by=BY, at=NOW)
    model.asked_anew()


def change(number: int, model: Model) -> None:
    change_plan(number, PLAN, version=plan(number).version, book=BOOK, by=BY, at=NOW)
    model.asked_anew()
    model.answered_for.clear()


def note(found: Findings) -> Act:
    def act(number: int, model: Model) -> None:
        note_findings(number, found, by=BY, at=NOW)
        model.cleared = False
        model.equipment = model.equipment if found.equipment_complete is None else found.equipment_complete
        model.seen_again |= found.examined_again_at is not None

    return act


def answer_for(demand: str) -> Act:
    def act(number: int, model: Model) -> None:
        answer_for_demands(number, (demand,), physician="Байжанов Ерлан", reason="Причина", book=BOOK, by=BY, at=NOW)
        model.asked_anew()
        model.answered_for.add(demand)

    return act


def clear(number: int, model: Model) -> None:
    clear_plan(number, book=BOOK, by=BY, at=NOW)
    assert model.agreed
    assert model.unmet() <= model.answered_for
    model.cleared = True


def start(number: int, model: Model) -> None:
    start_session(number, book=BOOK, by=BY, at=START)
    assert model.cleared
    model.started = True


def finish(number: int, model: Model) -> None:
    finish_session(number, SessionReport(PLAN.teeth, 60), by=BY, at=START)
    assert model.started
    model.over = True


def give_up(number: int, model: Model) -> None:
    withdraw_plan(number, reason="Причина", by=BY, at=NOW)
    assert not model.started
    model.asked_anew()
    model.over = True


def give_a_link(number: int, _: Model) -> None:
    make_link(number, by=BY, at=NOW)


ACTS: dict[str, Act] = {
    "agree": agree,
    "refuse": refuse,
    "take back": take_back,
    "change": change,
    "no equipment": note(Findings(equipment_complete=False)),
    "equipment": note(Findings(equipment_complete=True)),
    "look again": note(AGAIN),
    "answer for equipment": answer_for("equipment-complete"),
    "answer for the look": answer_for("examined-again"),
    "clear": clear,
    "start": start,
    "finish": finish,
    "give up": give_up,
    "give a link": give_a_link,
}
"""What may be tried with a plan at any time; most of it is refused."""
CHAPTERS = st.sampled_from(
    [
        *((name,) for name in ACTS),
        # Straight to where the life of a plan gets dense, so that what comes late is reached often enough.
        ("look again", "agree", "clear"),
        ("agree", "answer for the look", "agree", "clear"),
        ("agree", "look again", "clear", "start"),
        ("no equipment", "agree", "answer for equipment", "clear"),
    ]
)


@pytest.fixture
def embedded(tmp_path: Path, empty_registers: EmptyRegisters) -> Iterator[None]:
    """One register for all histories: the plans in it do not touch one another. What the database adds is tested on
    both elsewhere."""
    django_settings.SAQTA_HOME, django_settings.SAQTA_KEYS = tmp_path, tmp_path / "keys"
    make_keys(django_settings.SAQTA_KEYS)
    empty_registers("sqlite")
    register_child_and_clinic()
    yield
    connections.close_all()
    _numbers.cache_clear()


@settings(max_examples=settings.default.max_examples // 4)
@given(st.lists(CHAPTERS, min_size=4, max_size=8), st.sampled_from(["general", "sedation"]))
def test_no_history_leads_to_a_session_without_consent_and_lawfulness(
    embedded: None, chapters: list[tuple[str, ...]], kind: Kind
) -> None:
    number, model = filed(FINDINGS, kind=kind).number, Model()
    for name in chain.from_iterable(chapters):
        before = plan(number)
        try:
            ACTS[name](number, model)
        except Refused:
            assert plan(number) == before
            if name == "clear" and not model.started and not model.over and not model.cleared:
                assert not model.agreed or not model.unmet() <= model.answered_for
        state = plan(number).state
        assert (state == "cleared") == (model.cleared and not model.started)
        assert (state in ("started", "finished")) == model.started
        assert (state in ("consented", "cleared", "started", "finished")) == model.agreed
        standing = [found for found in consents(number) if found.stands and found.decision == "agree"]
        assert bool(standing) == model.agreed
    assert list(changed_entries()) == []
