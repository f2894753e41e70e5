"""A report as a workbook: a sheet for each table, a last one for sentences; written row after row."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font

from saqta.basis.text import Language, Text
from saqta.figures.content import Line, Section, capital

_MONEY, _COUNT = '# ##0.00 "₸"', "# ##0"
Sheet = Any
"""A sheet that is only written: the stubs of the library leave out what its columns are."""
_LONGEST_TITLE = 31
"""Letters that the format gives the name of a sheet."""
_BOLD, _WRAPPED = Font(bold=True), Alignment(wrap_text=True, vertical="bottom", horizontal="right")
_NAMES, _NUMBERS = 58, 16
"""Widths of columns, in letters."""


def workbook(title: Text, lead: Iterable[Text], sections: Iterable[Section], language: Language) -> bytes:
    """The workbook as a file. Numbers are numbers, money is in tenge, and nothing is a formula: what was counted is
    what is read, also by programs that do not calculate."""
    book = Workbook(write_only=True)
    listed = tuple(sections)
    _sentences(book.create_sheet(_sheet_name(title.in_language(language))), title, lead, listed, language)
    for section in listed:
        if section.lines:
            _sheet(book.create_sheet(_sheet_name(section.title.in_language(language))), section, language)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _sentences(
    sheet: Sheet, title: Text, lead: Iterable[Text], sections: Iterable[Section], language: Language
) -> None:
    """The first sheet: what the workbook is, and every sentence of the report."""
    sheet.column_dimensions["A"].width = 110
    sheet.append([_bold(sheet, title.in_language(language))])
    for text in lead:
        sheet.append([text.in_language(language)])
    for section in sections:
        if section.says:
            sheet.append([])
            sheet.append([_bold(sheet, section.title.in_language(language))])
            for text in section.says:
                sheet.append([text.in_language(language)])


def _sheet(sheet: Sheet, section: Section, language: Language) -> None:
    sheet.column_dimensions["A"].width = _NAMES
    for place in range(max(len(line.numbers) for line in section.lines)):
        sheet.column_dimensions[chr(ord("B") + place)].width = _NUMBERS
    if section.columns:
        sheet.freeze_panes = "B2"
        sheet.append(["", *(_heading(sheet, capital(column).in_language(language)) for column in section.columns)])
    for line in section.lines:
        sheet.append(list(_row(sheet, section, line, language)))


def _row(sheet: Sheet, section: Section, line: Line, language: Language) -> Iterator[Cell]:
    name = WriteOnlyCell(sheet, capital(line.label).in_language(language))
    name.alignment = Alignment(indent=line.depth)
    cells = [name]
    for number in line.numbers:
        value: Any = Decimal(number) / 100 if section.kind == "money" else number  # the stubs know no exact decimals
        cell = WriteOnlyCell(sheet, value)
        cell.number_format = _MONEY if section.kind == "money" else _COUNT
        cells.append(cell)
    for cell in cells:
        if line.depth == 0:
            cell.font = _BOLD
        yield cell


def _bold(sheet: Sheet, said: str) -> Cell:
    cell = WriteOnlyCell(sheet, said)
    cell.font = _BOLD
    return cell


def _heading(sheet: Sheet, said: str) -> Cell:
    cell = _bold(sheet, said)
    cell.alignment = _WRAPPED
    return cell


def _sheet_name(title: str) -> str:
    """A name that the format allows: short, without the signs it keeps for itself."""
    return "".join(letter for letter in title if letter not in r"[]:*?/\'")[:_LONGEST_TITLE].strip()
