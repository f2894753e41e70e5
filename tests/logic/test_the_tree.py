"""The language itself: trees that refuse to be built wrong, travel as JSON, and can be compared."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from hypothesis import given

from saqta.basis.month import Month, MonthMask
from saqta.logic.canonical import digest, from_json, to_json
from saqta.logic.compare import edits, effect
from saqta.logic.nodes import (
    FALSE,
    TRUE,
    And,
    Applicable,
    Cascade,
    Clause,
    Compare,
    Const,
    EveryMonth,
    Fact,
    Kind,
    MisbuiltRule,
    Node,
    Not,
    Or,
    Override,
    Param,
    Ref,
    Run,
    Share,
    number,
)
from saqta.logic.python import compile_decider, decider_source
from saqta.logic.reference import Conflict, Evaluation
from saqta.logic.settle import NotApplicableInside, UnknownRule, settle
from saqta.logic.vocabulary import FactSpec, Vocabulary
from saqta.logic.windows import WindowTooFar, relative_mask, word_masks
from tests.logic.random_rules import InventedLaw, rules

LAW = InventedLaw(date(2025, 10, 15), "first")
CHILD, WORKS = Fact("child"), Fact("works")


def test_a_rule_has_no_truth_value_while_it_is_built() -> None:
    with pytest.raises(MisbuiltRule, match="combine with"):
        bool(CHILD and WORKS)


@pytest.mark.parametrize(
    "build",
    [
        lambda: And(()),
        lambda: And((CHILD, number(1))),
        lambda: Not(number(1)),
        lambda: Compare("below", Fact("w", Kind.WORD), Const(Kind.WORD, "KZ")),
        lambda: Compare("below", number(1), Const(Kind.MONEY, 1)),
        lambda: EveryMonth(CHILD, -1, number(12)),
        lambda: Share(number(1), Const(Kind.RATE, "1/2")),
        lambda: Clause("uncited", CHILD, ()),
        lambda: Cascade(CHILD, (Override("sum", 1, WORKS, number(1)),)),
    ],
)
def test_a_node_refuses_parts_that_do_not_fit(build: object) -> None:
    with pytest.raises(MisbuiltRule):
        build()  # type: ignore[operator]  # each case is a function without arguments


@given(rules())
def test_a_rule_survives_the_way_through_json(rule: Node) -> None:
    again = from_json(to_json(rule))
    assert again == rule
    assert digest(again) == digest(rule)


def test_an_unknown_word_in_the_exchange_form_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        from_json(b'{"node":"not","term":{"node":"fact","name":"a","kind":"bool","weight":3}}')


def test_exceptions_prevail_by_rank_whatever_their_order() -> None:
    weak, strong = Override("weak", 1, CHILD, TRUE), Override("strong", 2, WORKS, FALSE)
    for exceptions in ((weak, strong), (strong, weak)):
        rule = Cascade(FALSE, exceptions)
        assert Evaluation(LAW, {"child": True, "works": True}).outcome(rule) is False
        assert Evaluation(LAW, {"child": True, "works": False}).outcome(rule) is True


def test_two_exceptions_of_one_rank_that_differ_are_a_conflict() -> None:
    rule = Cascade(FALSE, (Override("first", 1, CHILD, TRUE), Override("second", 1, WORKS, FALSE)))
    with pytest.raises(Conflict):
        Evaluation(LAW, {"child": True, "works": True}).outcome(rule)


def test_what_is_certain_on_a_day_is_folded_away() -> None:
    early = Cascade(CHILD, (Override("early", 1, And((WORKS, FALSE)), TRUE),))
    assert settle(early, LAW).value == CHILD
    assert settle(Not(Not(CHILD)), LAW).value == CHILD
    assert settle(Or((CHILD, TRUE)), LAW).value == TRUE


def test_a_parameter_behind_a_closed_period_is_never_looked_up() -> None:
    guarded = And((FALSE, Compare("above", number(1), Param("nowhere", Kind.NUMBER))))
    assert settle(guarded, LAW).value == FALSE
    assert Evaluation(LAW, {}).outcome(guarded) is False


def test_only_a_whole_rule_may_be_not_applicable() -> None:
    with pytest.raises(NotApplicableInside):
        settle(And((CHILD, Applicable(CHILD, WORKS))), LAW)


def test_a_reference_to_nothing_is_refused() -> None:
    with pytest.raises(UnknownRule):
        settle(Ref("missing"), LAW)


def test_a_window_beyond_the_masks_is_refused_not_cut() -> None:
    with pytest.raises(WindowTooFar):
        relative_mask(EveryMonth(Fact("m", Kind.MONTHS), -1, number(121)))
    with pytest.raises(WindowTooFar):
        word_masks(1 << 180)


def test_a_record_has_no_place_for_an_undeclared_fact() -> None:
    words = Vocabulary((FactSpec("child", Kind.BOOL, "child"),))
    with pytest.raises(TypeError):
        words.record(pensioner=True)


@pytest.mark.parametrize(
    ("paid", "held", "expected"),
    [
        ("111", "111", True),
        ("1101", "1111", True),  # a month that is only held lies between, and does not break the run
        ("1100", "1100", False),  # the run must reach the last month
        ("10111", "10111", True),  # the gap lies further back than needed
        ("1011", "1011", False),  # two in a row are not three
        ("110000001", "111111111", False),  # three paid, but further apart than the run may be long
    ],
)
def test_a_run_counts_some_months_and_may_rest_on_others(paid: str, held: str, expected: bool) -> None:
    words = Vocabulary((FactSpec("paid", Kind.MONTHS, "paid"), FactSpec("held", Kind.MONTHS, "held")))
    run = Run(words.fact("paid"), words.fact("held"), -1, number(3), number(6))
    month = Month.of(LAW.day)
    everything = (1 << 240) - 1
    sets = {
        name: (
            MonthMask.of(month + -back for back, held in enumerate(reversed(row), 1) if held == "1").bits,
            everything,
        )
        for name, row in (("paid", paid), ("held", held))
    }
    assert Evaluation(LAW, sets).outcome(run) is expected
    assert compile_decider(settle(run, LAW).value)(words.record_of(sets, month)) is expected


def test_the_compiled_rule_is_one_readable_function() -> None:
    tree = CHILD | EveryMonth(Fact("paid", Kind.MONTHS), -1, number(12))
    assert decider_source(tree).startswith("def decide(facts):\n")
    assert compile_decider(tree) is compile_decider(tree)


def test_edits_name_the_smallest_part_that_differs() -> None:
    before = And((Clause("age", CHILD, ("art_1",)), EveryMonth(Fact("paid", Kind.MONTHS), -1, number(12))))
    after = And((Clause("age", CHILD, ("art_1",)), EveryMonth(Fact("paid", Kind.MONTHS), -1, number(6))))
    (edit,) = edits(before, after)
    assert (edit.before, edit.after) == (number(12), number(6))
    (added,) = edits(Or((CHILD, WORKS)), Or((CHILD, WORKS, Fact("retired"))))
    assert (added.before, added.after) == (None, Fact("retired"))


def test_a_change_of_rule_names_who_gains_and_proves_that_nobody_loses() -> None:
    paid = Fact("paid", Kind.MONTHS)
    change = effect(EveryMonth(paid, -1, number(12)), EveryMonth(paid, -1, number(11)))
    assert change.gains is not None
    assert -12 not in change.gains.months["paid"]
    assert change.loses is None
