"""From ledger rows to verdicts: the two ways of gathering months agree with the reference, unknown included."""

from __future__ import annotations

import random
from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from saqta.basis.month import EPOCH, Month
from saqta.law.book import load
from saqta.logic.frames import Covered, assuming, verdicts
from saqta.logic.reference import Evaluation, Value
from saqta.rules.insured import insured, settled_on
from saqta.rules.vocabulary import CATEGORIES, MONTH_SETS

BOOK = load()
SAME_FOR_ALL: dict[str, bool | str] = dict.fromkeys(set(CATEGORIES) - {"pensioner"}, False)
SAME_FOR_ALL |= {"citizenship": "KZ", "residence": "permanent", "recorded": False, "died": False}
ALL = (1 << 180) - 1


@pytest.mark.parametrize("most_windows", [0, 99], ids=["as masks", "window by window"])
@given(
    day=st.dates(date(2023, 1, 1), date(2026, 12, 31)),
    months=st.sampled_from([12, 14, 20, 70]),
    seed=st.integers(0, 2**32),
)
def test_rows_give_the_verdicts_of_the_reference(most_windows: int, day: date, months: int, seed: int) -> None:
    chance = random.Random(seed)
    asked = Month.of(day)
    covered = Covered(asked + -months, asked)
    law = BOOK.on(day)
    sets = {"credited": "credited", "paid": "credited"}
    tree = assuming(settled_on(law), SAME_FOR_ALL, asked, dict.fromkeys(sets, covered))
    rows, people, expected = [], [], []
    for person in range(25):
        pensioner = chance.choice([None, False, False, False, True])
        held = known = 0
        for month in covered.first.until(covered.end):
            state = chance.choice([True] * 30 + [False, None]) if person % 5 else chance.choice([True, False])
            if state is not False or chance.random() < 0.5:
                rows.append((person, month.number, state))
            held |= (state is True) << (month - EPOCH)
            known |= (state is None) << (month - EPOCH)
        people.append((person, pensioner))
        values: dict[str, Value] = {**SAME_FOR_ALL, **dict.fromkeys(MONTH_SETS, (0, ALL)), "pensioner": pensioner}
        values["credited"] = values["paid"] = (held, ALL & ~known)
        expected.append(Evaluation(law, values).outcome(insured(BOOK)))
    found = verdicts(
        tree,
        asked,
        people=pl.LazyFrame(people, {"person": pl.Int64, "pensioner": pl.Boolean}, orient="row"),
        ledger=pl.LazyFrame(rows, {"person": pl.Int64, "month": pl.Int32, "credited": pl.Boolean}, orient="row"),
        key="person",
        sets=sets,
        covered=covered,
        most_windows=most_windows,
    ).collect()
    assert found.sort("person")["verdict"].to_list() == expected


def test_somebody_without_a_row_paid_nothing() -> None:
    day = date(2025, 10, 1)
    asked = Month.of(day)
    covered = Covered(asked + -12, asked)
    tree = assuming(settled_on(BOOK.on(day)), SAME_FOR_ALL, asked, {"credited": covered, "paid": covered})
    found = verdicts(
        tree,
        asked,
        people=pl.LazyFrame({"person": [1], "pensioner": [False]}),
        ledger=pl.LazyFrame({"person": [2], "month": [asked.number - 1], "credited": [True]}),
        key="person",
        sets={"credited": "credited", "paid": "credited"},
        covered=covered,
    )
    assert found.collect()["verdict"].to_list() == [False]
