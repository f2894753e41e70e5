"""Published figures as a reader needs them: each as it was said, then whether they fit together."""

from __future__ import annotations

from collections.abc import Iterator

from saqta.basis.days import day_text
from saqta.basis.money import Money
from saqta.basis.numerals import count_text, sum_text
from saqta.basis.text import Text, listed
from saqta.figures import published_wording as say
from saqta.figures.content import Line, Section
from saqta.figures.published import Published, PublishedFigure, Statement, Unit
from saqta.figures.reconciling import CheckedSum, Course, Reconciliation, SharedNumber, reconciled


class PublishedContent:
    """The sections of the page of published figures."""

    title = say.TITLE
    lead = say.LEAD

    def __init__(self, found: Published) -> None:
        self.found, self.checked = found, reconciled(found)

    def sections(self) -> tuple[Section, ...]:
        return (*self._statements(), *self._findings(self.checked))

    def _statements(self) -> Iterator[Section]:
        for statement in self.found.statements:
            lines = tuple(self._line(figure) for figure in statement.figures)
            yield Section(statement.key, self.named(statement), tuple(self._origin(statement)), lines)

    def _findings(self, checked: Reconciliation) -> Iterator[Section]:
        yield Section("sums", say.SUMS, (say.SUMS_LEAD, *map(self._sum, checked.sums)))
        yield Section("shared", say.SHARED, (say.SHARED_LEAD, *map(self._shared, checked.shared)))
        yield Section("courses", say.COURSES, (say.COURSES_LEAD, *map(self._course, checked.courses)))
        yield Section("remarks", say.REMARKS, tuple(remark.says for remark in self.found.remarks))

    def named(self, statement: Statement) -> Text:
        return listed([self._day(statement), statement.title], separator=" — ")

    def _day(self, statement: Statement) -> Text:
        """The day of a statement in words; where none is known, what is said of it."""
        if statement.as_of is not None:
            return day_text(statement.as_of)
        return statement.said or say.NO_DAY

    def _origin(self, statement: Statement) -> Iterator[Text]:
        yield say.SOURCE.fill(source=statement.publisher, confidence=say.CONFIDENCE[statement.confidence])
        if statement.as_of is not None and statement.said is not None:
            yield say.SAID.fill(said=statement.said)
        if statement.since is not None:
            yield say.PERIOD.fill(day=day_text(statement.since))

    def _line(self, figure: PublishedFigure) -> Line:
        return Line(self._counts(figure.measure), (figure.value,), 1, figure.measure, self._number(figure))

    def _counts(self, measure: str) -> Text:
        return self.found.measures[measure].counts

    def _number(self, figure: PublishedFigure) -> Text:
        unit = self.found.measures[figure.measure].unit
        return say.BOUNDS[figure.bound].fill(number=amount_text(figure.value, unit))

    def _sum(self, checked: CheckedSum) -> Text:
        parts = listed([self._part(part) for part in checked.parts], separator=" + ")
        if checked.left:
            rest = say.REST if checked.left > 0 and checked.holds else say.MISSED
            parts = listed([parts, rest.fill(count=count_text(checked.left))], separator=" + ")
        sentence = say.SUM.fill(
            total=self._number(checked.total), name=self._counts(checked.total.measure), parts=parts
        )
        verdict = say.HOLDS if checked.holds else say.FAILS
        origin = say.OURS if checked.ours else say.THEIRS
        day = self._day(self.found.statement(checked.statement))
        return listed([verdict.fill(day=day), sentence, origin], separator=" ")

    def _part(self, part: PublishedFigure) -> Text:
        return say.PART.fill(number=self._number(part), name=self._counts(part.measure))

    def _shared(self, shared: SharedNumber) -> Text:
        uses = [
            say.USE.fill(day=self._day(self.found.statement(use.statement)), name=self._counts(use.measure))
            for use in shared.uses
        ]
        return say.SHARED_NUMBER.fill(number=count_text(shared.value), uses=listed(uses, separator="; "))

    def _course(self, course: Course) -> Text:
        points = [
            say.POINT.fill(number=self._number(point.figure), day=self._day(self.found.statement(point.statement)))
            for point in course.points
        ]
        return say.COURSE.fill(name=self._counts(course.measure), points=listed(points, separator=" → "))


def amount_text(value: int, unit: Unit) -> Text:
    """A published number: money in its largest unit, all else as a count."""
    return sum_text(Money(value * 100)) if unit == "tenge" else count_text(value)
