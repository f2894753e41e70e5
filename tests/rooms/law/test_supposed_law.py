"""What if: values replaced for a while, or the law of another day in force; never taken for the law itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from saqta.basis.refusal import Refused
from saqta.law.book import OutsideKnownLaw, load
from saqta.law.overlay import Overlay, Replacement, as_if_in_force, overlaid, read_overlay

BOOK = load()
SIX = Replacement("grace_months", "number", 6, date(2024, 1, 1), date(2025, 1, 1))


def test_a_value_is_replaced_for_its_span_and_no_longer() -> None:
    book = overlaid(BOOK, Overlay("six months", (SIX,)))
    counted = {
        day: book.on(day).number("grace_months")
        for day in (date(2023, 12, 31), date(2024, 1, 1), date(2024, 12, 31), date(2025, 1, 1))
    }
    assert list(counted.values()) == [3, 6, 6, 3]
    assert BOOK.on(date(2024, 6, 1)).number("grace_months") == 3


def test_a_replacement_reaches_over_values_given_back_in_time() -> None:
    whole = Replacement("unified_employer_share", "rate", "0.5", date(2024, 1, 1), date(2025, 1, 1))
    book = overlaid(BOOK, Overlay("half", (whole,)))
    assert {
        str(book.on(date(2024, 3, 1), known).rate("unified_employer_share"))
        for known in (None, date(2024, 1, 2), date(2024, 12, 1))
    } == {"1/2"}


def test_a_supposed_book_has_a_fingerprint_of_its_own() -> None:
    books = [
        BOOK,
        overlaid(BOOK, Overlay("six months", (SIX,))),
        overlaid(BOOK, Overlay("six months of something else", (SIX,))),
        as_if_in_force(BOOK, date(2026, 1, 1), date(2025, 10, 1)),
        as_if_in_force(BOOK, date(2026, 1, 1), date(2025, 11, 1)),
        overlaid(as_if_in_force(BOOK, date(2026, 1, 1), date(2025, 10, 1)), Overlay("six months", (SIX,))),
    ]
    assert len({book.fingerprint for book in books}) == len(books)
    assert overlaid(BOOK, Overlay("six months", (SIX,))).fingerprint == books[1].fingerprint


@pytest.mark.parametrize(
    ("replacement", "code", "where"),
    [
        (Replacement("grace_month", "number", 6, date(2024, 1, 1), None), "overlay-parameter", "parameter"),
        (Replacement("grace_months", "money", "6.00", date(2024, 1, 1), None), "overlay-kind", "kind"),
        (Replacement("grace_months", "number", "6", date(2024, 1, 1), None), "overlay-value", "value"),
        (Replacement("grace_months", "number", -1, date(2024, 1, 1), None), "overlay-value", "value"),
        (Replacement("minimum_wage", "money", "6.001", date(2024, 1, 1), None), "overlay-value", "value"),
        (Replacement("independent_rate", "rate", "five", date(2024, 1, 1), None), "overlay-value", "value"),
        (Replacement("grace_months", "number", 6, date(2024, 1, 1), date(2024, 1, 1)), "overlay-span", "until"),
    ],
)
def test_what_does_not_fit_the_law_is_refused(replacement: Replacement, code: str, where: str) -> None:
    with pytest.raises(Refused) as refused:
        overlaid(BOOK, Overlay("wrong", (replacement,)))
    assert [(fault.code, fault.where) for fault in refused.value.faults] == [(code, f"$.values[0].{where}")]


def test_two_values_for_one_day_are_refused() -> None:
    again = Replacement("grace_months", "number", 5, date(2024, 12, 31), None)
    with pytest.raises(Refused) as refused:
        overlaid(BOOK, Overlay("twice", (again, SIX)))
    assert [(fault.code, fault.where) for fault in refused.value.faults] == [("overlay-overlap", "$.values[0].from")]
    after = Replacement("grace_months", "number", 5, date(2025, 1, 1), None)
    assert overlaid(BOOK, Overlay("one after the other", (after, SIX))).on(date(2025, 1, 1)).number("grace_months") == 5


@pytest.mark.parametrize(
    ("written", "code", "where"),
    [
        ("title: x\nvalues:\n- {parameter: a, kind: number, value: 1}\n", "missing-field", "$.values[0]"),
        ("title: x\nvalues: []\nmore: 1\n", "unknown-field", "$"),
        ("title: x\nvalues:\n- {parameter: a, kind: count, value: 1}\n", "unknown-value", "$.values[0].kind"),
        ("title: {ru: x}\nvalues: []\n", "missing-field", "$.title"),
        ("values: [", "overlay-not-yaml", "$"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_overlay_is_refused_with_its_place(
    tmp_path: Path, written: str, code: str, where: str
) -> None:
    path = tmp_path / "overlay.yaml"
    path.write_text(written)
    with pytest.raises(Refused) as refused:
        read_overlay(path)
    assert [(fault.code, fault.where) for fault in refused.value.faults] == [(code, where)]


def test_the_law_of_a_later_day_in_force_earlier() -> None:
    """The law of 2026 in October 2025: the six months, the local budget, and the articles that say so."""
    book = as_if_in_force(BOOK, date(2026, 1, 1), date(2025, 10, 15))
    before, after = book.on(date(2025, 9, 30)), book.on(date(2025, 10, 1))
    assert (before.holds("long_grace"), after.holds("long_grace")) == (False, True)
    assert after.number("long_grace_months") == 6
    with pytest.raises(OutsideKnownLaw):
        before.number("long_grace_months")
    grounds = [law.wording("registered_unemployed").ground for law in (before, after)]  # type: ignore[union-attr]  # in force on both days
    assert grounds == ["category", "local_budget"]
    assert (before.wording("crisis_level"), after.wording("crisis_level") is None) == (None, False)
    assert after.cite("Z1500000405/art_5__para_2").edition == date(2026, 1, 1)
    assert before.cite("Z1500000405/art_5__para_2").edition == date(2025, 9, 14)


def test_the_law_of_an_earlier_day_in_force_later() -> None:
    """The law of 2023 in 2026: what had ended holds as if it never had, what came later is not there."""
    book = as_if_in_force(BOOK, date(2023, 6, 1), date(2026, 3, 10))
    law = book.on(date(2026, 3, 10))
    assert law.holds("aggregate_payment")
    assert not law.holds("long_grace")
    assert not law.holds("local_budget")
    assert not law.holds("registered_unemployed:local_budget")
    assert law.money("minimum_wage") == BOOK.on(date(2023, 6, 1)).money("minimum_wage")
    assert book.on(date(2026, 2, 1)).money("minimum_wage") == BOOK.on(date(2026, 2, 1)).money("minimum_wage")
    assert law.is_known
    assert law.holds("unseen_changes")


def test_on_its_own_day_the_law_is_what_it_was() -> None:
    day = date(2025, 10, 1)
    law, same = BOOK.on(day), as_if_in_force(BOOK, day, day).on(day)
    for name, parameter in BOOK.parameters.items():
        if any(value.start <= day and (value.end is None or day < value.end) for value in parameter.values):
            assert same.read(name) == law.read(name)
    assert {name for name in same.book.spans if same.holds(name)} == {name for name in BOOK.spans if law.holds(name)}
