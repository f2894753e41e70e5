"""A total is the sum of its parts, whatever is counted; there is no way to say otherwise."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saqta.basis.text import same
from saqta.figures.totals import NOT_KNOWN, DoesNotAddUp, Figure, divided, summed


class Cell(NamedTuple):
    region: str | None
    funding: str | None
    count: int


NAMED = {code: same(code) for code in ("71", "75", "79")}
CELLS = st.lists(
    st.builds(
        Cell, st.sampled_from(["71", "75", "99", None]), st.sampled_from(["paid", "free", None]), st.integers(0, 10**9)
    )
)


def by_region(cells: list[Cell]) -> Figure:
    return divided("all", same("all"), cells, by=lambda cell: cell.region, named=NAMED, weigh=lambda cell: cell.count)


@given(CELLS)
def test_every_division_of_the_same_cells_has_the_same_total(cells: list[Cell]) -> None:
    names = {code: same(code) for code in ("paid", "free")}
    by_funding = divided(
        "all", same("all"), cells, by=lambda cell: cell.funding, named=names, weigh=lambda cell: cell.count
    )
    assert by_region(cells).value == by_funding.value == sum(cell.count for cell in cells)


@given(CELLS)
def test_what_belongs_to_no_named_part_is_a_part_of_its_own(cells: list[Cell]) -> None:
    figure = by_region(cells)
    assert [part.code for part in figure.parts] == ["71", "75", "79", NOT_KNOWN]
    assert figure.part(NOT_KNOWN).value == sum(cell.count for cell in cells if cell.region not in NAMED)
    assert figure.part("79").value == 0


@given(CELLS)
def test_parts_have_parts_in_turn(cells: list[Cell]) -> None:
    figure = divided(
        "all",
        same("all"),
        cells,
        by=lambda cell: cell.funding,
        named={"paid": same("paid")},
        weigh=lambda cell: cell.count,
        within=lambda code, name, found: summed(code, name, by_region(found).parts),
    )
    assert figure.value == by_region(cells).value
    assert figure.part("paid").part("71").value == sum(
        cell.count for cell in cells if (cell.funding, cell.region) == ("paid", "71")
    )


def test_a_total_that_is_not_the_sum_of_its_parts_cannot_be_made() -> None:
    parts = (Figure("a", same("a"), 135), Figure("b", same("b"), 103))
    assert summed("all", same("all"), parts).value == 238
    with pytest.raises(DoesNotAddUp):
        Figure("all", same("all"), 290, parts)


def test_a_part_that_is_not_there_is_not_nought() -> None:
    with pytest.raises(KeyError):
        by_region([]).part("no such part")
