"""One report, shown in four ways: the same figures on a page, in a workbook, in charts and as a document."""

from __future__ import annotations

import csv
import io
import re
from datetime import date

import msgspec
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from saqta.basis.numerals import count_text
from saqta.basis.regions import REGIONS
from saqta.basis.text import LANGUAGES, Language, Text
from saqta.channels.cli.schemas import schema
from saqta.figures import charts_wording, report_wording
from saqta.figures.charts import NAMES, Charts
from saqta.figures.content import Line
from saqta.figures.pages import report_page
from saqta.figures.report import Report, report
from saqta.figures.report_content import ReportContent
from saqta.figures.totals import NOT_KNOWN
from saqta.figures.workbook import workbook
from saqta.oversight.cells import Counted, InspectionCell, MeasureCell
from saqta.oversight.records import MEASURE_STATES, MEASURES
from saqta.rules.inspections import State
from tests.rooms.drawing.reading_pictures import said_in

DAY = date(2025, 12, 8)
PREFIXES = [region.prefix for region in REGIONS]
INSPECTIONS = st.builds(
    lambda state, region, funding, outcome, number: InspectionCell(
        state, region, funding, outcome if state is State.COMPLETED else None, number
    ),
    st.sampled_from(list(State)),
    st.sampled_from([*PREFIXES, "99"]),
    st.sampled_from(["packages", "paid_only", None]),
    st.sampled_from(["violations", "no_violations", "annulled"]),
    st.integers(1, 10**6),
)
TAKEN = st.builds(
    lambda kind, state, region, number, amount: MeasureCell(kind, state, region, number, amount * (kind == "fine")),
    st.sampled_from(MEASURES),
    st.sampled_from(["standing", "annulled"]),
    st.sampled_from(PREFIXES),
    st.integers(1, 1000),
    st.integers(1, 10**12),
)


def counted(inspections: list[InspectionCell], measures: list[MeasureCell], campaign: Text | None = None) -> Counted:
    appointed = sum(cell.inspections for cell in inspections)
    return Counted(DAY, campaign, 1392, appointed + 306, appointed, tuple(inspections), tuple(measures))


MINISTER = [
    InspectionCell(State.COMPLETED, "71", "packages", "violations", 34),
    InspectionCell(State.COMPLETED, "75", "paid_only", "no_violations", 101),
    InspectionCell(State.IN_PROGRESS, "75", "paid_only", None, 103),
    InspectionCell(State.REMOVED, "79", "paid_only", None, 52),
    InspectionCell(State.BEING_REGISTERED, "99", None, None, 26),
]
FINED = [
    MeasureCell("fine", "standing", "71", 30, 5_400_000_000),
    MeasureCell("fine", "annulled", "75", 2, 100),
    MeasureCell("suspend_activity", "ended", "71", 4, 0),
]
FOUND = report(counted(MINISTER, FINED, Text(ru="Список <1>", kk="Тізім <1>", en="List <1>")))


@given(st.lists(INSPECTIONS), st.lists(TAKEN))
def test_every_table_of_a_report_adds_up_line_by_line(
    inspections: list[InspectionCell], taken: list[MeasureCell]
) -> None:
    found = report(counted(inspections, taken))
    total = sum(cell.inspections for cell in inspections)
    assert found.states.value == found.regions.value == found.fundings.value == total
    assert found.outcomes.value == found.states.part("completed").value
    assert found.measures.value == sum(cell.measures for cell in taken)
    assert found.fines.value == found.fines_by_region.value == sum(cell.amount for cell in taken)
    for section in ReportContent(found).sections():
        if section.columns:
            head, *rows = section.lines
            assert head.numbers == tuple(sum(row.numbers[place] for row in rows) for place in range(len(head.numbers)))
            assert all(line.numbers[0] == sum(line.numbers[1:]) for line in section.lines)
        else:
            _assert_parts_add_up(section.lines)


def _assert_parts_add_up(lines: tuple[Line, ...]) -> None:
    for place, line in enumerate(lines):
        below: list[int] = []
        for later in lines[place + 1 :]:
            if later.depth <= line.depth:
                break
            if later.depth == line.depth + 1:
                below.append(later.numbers[0])
        assert not below or sum(below) == line.numbers[0]


def test_the_figures_of_the_minister_are_where_a_reader_looks_for_them() -> None:
    assert FOUND.states.value == 316
    assert FOUND.states.part("all_registered").value == 290
    assert [FOUND.states.part(state).value for state in ("completed", "in_progress", "removed")] == [135, 103, 52]
    assert FOUND.regions.part(NOT_KNOWN).value == FOUND.fundings.part(NOT_KNOWN).value == 26


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_needs_nothing_beside_it_and_says_what_it_does_not_know(language: Language) -> None:
    html = report_page(FOUND, language)
    assert f'<html lang="{language}">' in html
    assert re.findall(r"<(?:script|img|link|iframe)|@import|url\(|style=", html) == []
    for limit in FOUND.limits:
        assert limit.in_language(language) in html
    assert "&lt;1&gt;" in html
    assert count_text(316).in_language(language) in html
    assert "{" not in re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL)


def test_a_day_without_inspections_says_so_instead_of_showing_noughts_alone() -> None:
    empty = report(counted([], []))
    assert report_wording.NOTHING_YET in ReportContent(empty).lead
    assert report_wording.NOTHING_YET not in ReportContent(FOUND).lead
    assert all(chart.svg for chart in Charts(empty, "kk").all())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_workbook_holds_the_same_figures_as_numbers_and_no_formula(language: Language) -> None:
    content = ReportContent(FOUND)
    written = workbook(content.title, content.lead, content.sections(), language)
    book = openpyxl.load_workbook(io.BytesIO(written))
    tables = [section for section in content.sections() if section.lines]
    assert len(book.sheetnames) == len(set(book.sheetnames)) == len(tables) + 1
    for section, sheet in zip(tables, book.worksheets[1:], strict=True):
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2 if section.columns else 1)]
        scale = 100 if section.kind == "money" else 1
        assert [[round(value * scale) for value in row[1:]] for row in rows] == [
            list(line.numbers) for line in section.lines
        ]
    texts = [cell.value for row in book.worksheets[0].iter_rows() for cell in row if cell.value]
    assert all(limit.in_language(language) in texts for limit in FOUND.limits)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_chart_comes_with_the_table_it_was_drawn_from(name: str, language: Language) -> None:
    chart = Charts(FOUND, language).one(name)
    assert chart.says in " ".join(said_in(chart.svg))
    _, *rows = csv.reader(io.StringIO(chart.csv.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")))
    expected = {"outcomes": 135, "measures": 36, "fines": 54_000_001}.get(name, 316)
    assert sum(float(row[2]) for row in rows) == expected


def test_a_chart_that_there_is_not_is_not_drawn() -> None:
    with pytest.raises(KeyError):
        Charts(FOUND, "ru").one("population")


def test_the_document_is_the_report_and_its_schema_describes_it() -> None:
    written = msgspec.json.encode(FOUND)
    Draft202012Validator(schema("inspections-report")).validate(msgspec.json.decode(written))
    assert msgspec.json.decode(written, type=Report) == FOUND


@pytest.mark.parametrize("module", [report_wording, charts_wording])
def test_every_sentence_is_written_in_three_languages(module: object) -> None:
    said = list(vars(module).values())
    said += [text for value in said if isinstance(value, dict) for text in value.values()]
    texts = [value for value in said if isinstance(value, Text)]
    assert len(texts) > 5
    for text in texts:
        text.names()
        assert text.kk != text.ru or text == charts_wording.CODE


def test_every_kind_of_measure_and_every_state_of_one_has_a_name() -> None:
    assert set(report_wording.MEASURES) == set(MEASURES)
    assert set(report_wording.MEASURE_STATES) == set(MEASURE_STATES)
