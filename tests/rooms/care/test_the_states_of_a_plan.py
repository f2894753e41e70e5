"""The table of states: no way to a cleared plan but through the parents' consent."""

from __future__ import annotations

from typing import get_args

import pytest

from saqta.care.phrases import phrases
from saqta.care.states import BEFORE_THE_START, STEPS, State, Verb, next_steps

STATES: tuple[State, ...] = get_args(State)


def test_every_state_and_every_step_stands_in_the_table() -> None:
    assert {verb for _, verb in STEPS} == set(get_args(Verb))
    assert set(STEPS.values()) == set(STATES)


def test_a_plan_is_cleared_only_by_going_ahead_and_only_from_a_consent() -> None:
    into = {(before, verb) for (before, verb), after in STEPS.items() if after == "cleared" and before != "cleared"}
    assert into == {("consented", "go_ahead")}
    assert {verb for (before, verb), after in STEPS.items() if before == after == "cleared"} == {"link"}


def test_nobody_comes_to_a_consent_but_by_agreeing_or_back_from_clearance() -> None:
    into = {(before, verb) for (before, verb), after in STEPS.items() if after == "consented" and before != "consented"}
    assert {verb for before, verb in into if before != "cleared"} == {"agree"}
    assert into - {(before, "agree") for before in STATES} == {("cleared", "note")}


@pytest.mark.parametrize("verb", ["change", "override", "withdraw_consent", "refuse"])
def test_what_undoes_a_consent_leads_back_before_it(verb: Verb) -> None:
    for before in ("consented", "cleared"):
        assert STEPS[before, verb] in ("filed", "consent_withdrawn", "refused")


def test_until_the_start_the_parents_can_always_refuse_and_the_clinic_give_up() -> None:
    for before in BEFORE_THE_START:
        assert before == "refused" or "refuse" in next_steps(before)
        assert "withdraw_plan" in next_steps(before)


def test_a_session_starts_only_from_a_cleared_plan_and_what_is_over_stays_over() -> None:
    assert {before for before, verb in STEPS if verb == "start"} == {"cleared"}
    assert next_steps("plan_withdrawn") == ()
    assert next_steps("finished") == ("report",)


def test_every_state_is_named_in_three_languages() -> None:
    for state in STATES:
        text = phrases("refusals")[f"state-{state}"]
        assert len({text.ru, text.kk, text.en}) == 3
