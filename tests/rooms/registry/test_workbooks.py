"""Workbooks: what is believed of their cells, and what is not."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from saqta.basis.refusal import Fault, Refused
from saqta.journal.feed_files import feed_files
from saqta.registry.workbooks import Fields, workbook_rows

HEADINGS = ("bin", "name", "from")


def sheet_of(book: Workbook) -> Worksheet:
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    return sheet


def written(*rows: tuple[object, ...], change: Callable[[Workbook], object] = lambda _: None) -> io.BytesIO:
    book = Workbook()
    for row in rows:
        sheet_of(book).append(row)
    change(book)
    stream = io.BytesIO()
    book.save(stream)
    stream.seek(0)
    return stream


def read(stream: io.BytesIO) -> list[tuple[int, Fields | str]]:
    return [(number, told.code if isinstance(told, Fault) else told) for number, told in workbook_rows(stream)]


def refusal(stream: io.BytesIO) -> str:
    with pytest.raises(Refused) as refused:
        list(workbook_rows(stream))
    return refused.value.faults[0].code


def test_cells_say_what_a_table_would_say() -> None:
    rows = read(written(HEADINGS, ("150340999998", "Ақ тіс", "2025-01-31"), (150340999998, 12.5, date(2025, 1, 31))))
    assert rows == [
        (2, {"bin": "150340999998", "name": "Ақ тіс", "from": "2025-01-31"}),
        (3, {"bin": "150340999998", "name": "12.5", "from": "2025-01-31"}),
    ]


def test_a_moment_is_no_day() -> None:
    rows = read(written(HEADINGS, ("1", "2", datetime(2025, 1, 31, 12, 30))))  # noqa: DTZ001  # workbooks know no zone
    assert rows == [(2, {"bin": "1", "name": "2", "from": "2025-01-31T12:30:00"})]


def test_empty_cells_and_rows_say_nothing_and_numbers_of_rows_stay_those_of_the_sheet() -> None:
    rows = read(written((None,), HEADINGS, ("1", None, ""), (None, None, None), ("2", "x", None)))
    assert rows == [(3, {"bin": "1"}), (5, {"bin": "2", "name": "x"})]


def test_a_formula_is_not_believed_and_the_rows_around_it_are() -> None:
    rows = read(written(HEADINGS, ("1", "x", None), ("=A2", "x", None), ("3", '=CONCAT("a")', None), ("4", "x", None)))
    assert [told for _, told in rows] == [
        {"bin": "1", "name": "x"},
        "formula",
        "formula",
        {"bin": "4", "name": "x"},
    ]


def test_a_text_that_begins_like_a_formula_is_a_text() -> None:
    def as_text(book: Workbook) -> None:
        sheet_of(book)["B2"].data_type = "s"

    assert read(written(HEADINGS, ("1", "=плюс", None), change=as_text)) == [(2, {"bin": "1", "name": "=плюс"})]


def test_every_row_that_merged_cells_touch_is_rejected() -> None:
    def merge(book: Workbook) -> None:
        sheet_of(book).merge_cells("B3:B4")
        sheet_of(book).merge_cells("A6:C6")

    body = [(str(number), "x", "2025-01-01") for number in range(2, 8)]
    rows = read(written(HEADINGS, *body, change=merge))
    merged = [number for number, told in rows if told == "merged-cells"]
    assert merged == [3, 4, 6]
    assert len(rows) == 6


def test_the_reason_names_the_column_and_never_what_stood_in_it() -> None:
    ((_, told),) = workbook_rows(written(HEADINGS, ("1", "=SECRET()", None)))
    assert isinstance(told, Fault)
    assert told.where == "name"
    assert "SECRET" not in told.text.en


def test_an_error_instead_of_a_value_is_not_believed() -> None:
    def fail(book: Workbook) -> None:
        sheet_of(book)["A2"].value = "#N/A"

    assert read(written(HEADINGS, ("1", "x", None), change=fail)) == [(2, "cell-error")]


def test_a_value_beside_the_table_makes_its_row_unbelievable() -> None:
    assert read(written(HEADINGS, ("1", "x", None, "aside"), ("2", "y", None))) == [
        (2, "not-under-a-heading"),
        (3, {"bin": "2", "name": "y"}),
    ]


def _merged_headings(book: Workbook) -> None:
    sheet_of(book).merge_cells("A1:B1")


def _second_sheet(book: Workbook) -> None:
    sheet = book.create_sheet()
    assert isinstance(sheet, Worksheet)
    sheet.append(("bin",))


def _wide(book: Workbook) -> None:
    sheet_of(book).cell(2, 65, "x")


WHOLE = {
    "merged headings": (_merged_headings, "workbook-headings"),
    "two filled sheets": (_second_sheet, "several-sheets"),
    "sixty-five columns": (_wide, "too-wide"),
}


@pytest.mark.parametrize(("change", "code"), WHOLE.values(), ids=WHOLE)
def test_a_workbook_that_is_no_table_is_refused_as_a_whole(change: Callable[[Workbook], None], code: str) -> None:
    assert refusal(written(HEADINGS, ("1", "x", None), change=change)) == code


def test_headings_made_by_a_formula_are_refused() -> None:
    assert refusal(written(("bin", "=A1"), ("1", "x"))) == "workbook-headings"


def test_sixty_four_columns_and_an_empty_second_sheet_are_a_table() -> None:
    headings = tuple(f"c{number}" for number in range(64))
    stream = written(headings, headings, change=lambda book: book.create_sheet())
    assert read(stream) == [(2, {heading: heading for heading in headings})]


def changed(stream: io.BytesIO, part: str, old: bytes, new: bytes) -> io.BytesIO:
    """The workbook with other bytes in one of its parts."""
    found = io.BytesIO()
    with ZipFile(stream) as before, ZipFile(found, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            content = before.read(name)
            after.writestr(name, content.replace(old, new) if name == part else content)
    found.seek(0)
    return found


def test_a_workbook_that_defines_texts_of_its_own_is_refused() -> None:
    plain = written(HEADINGS, ("1", "x", None))
    part = "xl/worksheets/sheet1.xml"
    assert (
        refusal(changed(plain, part, b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet')) == "damaged-workbook"
    )


def test_a_workbook_cut_off_inside_a_sheet_is_damaged() -> None:
    plain = written(HEADINGS, ("1", "x", None))
    assert refusal(changed(plain, "xl/worksheets/sheet1.xml", b"</sheetData>", b"")) == "damaged-workbook"


def test_what_a_sheet_says_of_its_own_size_is_not_believed() -> None:
    body = [(str(number), "x", "2025-01-01") for number in range(5)]
    smaller = changed(written(HEADINGS, *body), "xl/worksheets/sheet1.xml", b'ref="A1:C6"', b'ref="A1:A2"')
    assert len(read(smaller)) == 5


def test_only_a_feed_that_reads_workbooks_is_handed_one(tmp_path: Path) -> None:
    path = tmp_path / "clinics.xlsx"
    path.write_bytes(written(HEADINGS).getvalue())
    with pytest.raises(Refused) as refused:
        feed_files(path)
    assert refused.value.faults[0].code == "spreadsheet"
    assert [file.name for file in feed_files(path, workbooks=True)] == ["clinics.xlsx"]
    path.write_bytes(changed(written(HEADINGS), "xl/workbook.xml", b"", b"").getvalue()[:-40])
    with pytest.raises(Refused) as cut_off:
        feed_files(path, workbooks=True)
    assert cut_off.value.faults[0].code == "damaged-archive"
