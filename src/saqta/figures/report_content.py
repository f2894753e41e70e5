"""The report on state control as sections that a page, a workbook and a terminal all show."""

from __future__ import annotations

from saqta.basis.days import day_text
from saqta.basis.numerals import count_text
from saqta.basis.text import Text
from saqta.figures import report_wording as say
from saqta.figures.content import Line, Section, leaves, lines_of
from saqta.figures.report import Report
from saqta.figures.totals import NOT_KNOWN, Figure


class ReportContent:
    """The sections of one report."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.title = say.TITLE.fill(day=day_text(report.on))

    @property
    def lead(self) -> tuple[Text, ...]:
        """What the report is about, and up to where it knows."""
        report = self.report
        said = [say.IN_CAMPAIGN.fill(name=report.campaign)] if report.campaign is not None else []
        if report.states.value == 0:
            said.append(say.NOTHING_YET)
        return (*said, say.LEAD.fill(entry=count_text(report.entry)))

    def sections(self) -> tuple[Section, ...]:
        report = self.report
        return (
            Section("clinics", say.BY_CLINIC, (), lines_of(report.clinics)),
            Section("states", say.BY_STATE, (), lines_of(report.states)),
            _across("regions", say.BY_REGION, report.regions),
            _across("fundings", say.BY_FUNDING, report.fundings),
            Section("outcomes", say.BY_OUTCOME, (), lines_of(report.outcomes)),
            Section("measures", say.BY_MEASURE, (), lines_of(report.measures)),
            Section("fines", say.BY_FINE, (), lines_of(report.fines), kind="money"),
            Section("fines-by-region", say.FINES_BY_REGION, (), lines_of(report.fines_by_region), kind="money"),
            Section("limits", say.UNKNOWN, report.limits),
        )


def _across(code: str, title: Text, figure: Figure) -> Section:
    """A figure whose parts are divided alike, as a table: a line for each part, a column for each state in it."""
    columns = tuple(leaf.name for leaf in leaves(figure.parts[0]))
    rows = [Line(part.name, _counts(part), 1, part.code) for part in figure.parts]
    total = Line(figure.name, tuple(map(sum, zip(*(row.numbers for row in rows), strict=True))), 0, figure.code)
    shown = (row for row in rows if row.numbers[0] or row.code != NOT_KNOWN)
    return Section(code, title, (), (total, *shown), (say.ALL, *columns))


def _counts(part: Figure) -> tuple[int, ...]:
    return (part.value, *(leaf.value for leaf in leaves(part)))
