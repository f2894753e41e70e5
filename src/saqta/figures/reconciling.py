"""Whether published figures add up, and where one number stands for two things.

Nothing is put right here: a sum that does not come out is shown as such, and a number met twice under different
measures is named so that nobody compares what cannot be compared.
"""

from __future__ import annotations

from itertools import groupby

import msgspec

from saqta.figures.published import Published, PublishedFigure, Statement, Sum


class CheckedSum(msgspec.Struct, frozen=True):
    """A sum with its values. ``left`` is what the parts leave of the total: nothing, where they are said to be all of
    it; ``holds`` says whether that is so. ``ours``: we compared these figures, the statement did not."""

    statement: str
    total: PublishedFigure
    parts: tuple[PublishedFigure, ...]
    left: int
    ours: bool
    holds: bool


class Use(msgspec.Struct, frozen=True):
    """Where a number stands and what it counts there."""

    statement: str
    measure: str


class SharedNumber(msgspec.Struct, frozen=True):
    """One number that stands for several things."""

    value: int
    uses: tuple[Use, ...]


class Point(msgspec.Struct, frozen=True):
    """The figure of a measure in one statement."""

    statement: str
    figure: PublishedFigure


class Course(msgspec.Struct, frozen=True):
    """How a measure went from statement to statement, in the order in which they were made."""

    measure: str
    points: tuple[Point, ...]


class Reconciliation(msgspec.Struct, frozen=True):
    """All sums with their outcome, the numbers that stand for several things, and the measures met more than once."""

    sums: tuple[CheckedSum, ...]
    shared: tuple[SharedNumber, ...]
    courses: tuple[Course, ...]


class PublishedFigures(msgspec.Struct, frozen=True):
    """Everything published, with what came of comparing it: the document for programs."""

    published: Published
    reconciliation: Reconciliation


def reconciled(found: Published) -> Reconciliation:
    """Checks every sum and looks for numbers and measures met more than once."""
    sums = tuple(_checked(statement, one) for statement in found.statements for one in statement.sums)
    return Reconciliation(sums, _shared(found), _courses(found))


def _checked(statement: Statement, said: Sum) -> CheckedSum:
    total, parts = statement.figure(said.total), tuple(map(statement.figure, said.parts))
    left = total.value - sum(part.value for part in parts)
    exact = all(figure.bound == "exact" for figure in (total, *parts))
    return CheckedSum(statement.key, total, parts, left, said.ours, exact and (left >= 0 if said.rest else left == 0))


def _shared(found: Published) -> tuple[SharedNumber, ...]:
    uses = sorted(
        {
            (figure.value, found.measures[figure.measure].unit == "tenge", place, figure.measure)
            for place, statement in enumerate(found.statements)
            for figure in statement.figures
        }
    )
    shared = []
    for (value, _), group in groupby(uses, key=lambda use: use[:2]):
        named = [Use(found.statements[place].key, measure) for _, _, place, measure in group]
        if len({use.measure for use in named}) > 1:
            shared.append(SharedNumber(value, tuple(named)))
    return tuple(shared)


def _courses(found: Published) -> tuple[Course, ...]:
    courses = []
    for measure in found.measures:
        points = [
            Point(statement.key, figure)
            for statement in found.statements
            for figure in statement.figures
            if figure.measure == measure
        ]
        if len(points) > 1:
            courses.append(Course(measure, tuple(points)))
    return tuple(courses)
