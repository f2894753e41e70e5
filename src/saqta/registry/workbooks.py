"""The rows of a workbook (XLSX). A cell that does not say by itself what it means is not believed: a formula, whose
result another program worked out at some time; an error; a cell merged with its neighbours, which says nothing of them.

Rows are read one after another. What grows with the file are the texts that its cells share, and those the format
itself keeps below a million rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import BinaryIO, NamedTuple, TypeAlias
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.cell.cell import TYPE_ERROR, TYPE_FORMULA
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text

START_OF_A_WORKBOOK = b"PK\x03\x04"

MOST_COLUMNS = 64
"""No feed has a third as many; a sheet that claims sixteen thousand is no feed."""

LAST_COLUMN = get_column_letter(MOST_COLUMNS)

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_CHUNK = 1 << 20
_DAMAGE = (BadZipFile, InvalidFileException, KeyError, OSError, ValueError, expat.ExpatError, SyntaxError, TypeError)
"""What the readers raise when a workbook says something impossible of itself."""

Fields: TypeAlias = dict[str, object]


class _Cell(NamedTuple):
    value: object
    kind: str | None


class _Merged(NamedTuple):
    """Cells that were merged into one: columns and rows from 1, both ends included."""

    first_column: int
    first_row: int
    last_column: int
    last_row: int


def workbook_rows(stream: BinaryIO) -> Iterator[tuple[int, Fields | Fault]]:
    """The rows of the only sheet that holds anything, by their numbers: what each says under the headings of the first
    row, or why it is not believed. Raises ``Refused`` for a workbook as a whole."""
    try:
        yield from _rows(stream)
    except _DAMAGE:
        raise _refused("damaged-workbook") from None


def _rows(stream: BinaryIO) -> Iterator[tuple[int, Fields | Fault]]:
    merged = _merged_cells(stream)
    book = load_workbook(stream, read_only=True, data_only=False, keep_links=False)
    try:
        for sheet in book.worksheets:
            sheet.reset_dimensions()  # what a sheet says of its own size is not always true
            numbered = enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), 1)
            rows = ((number, [_Cell(cell.value, cell.data_type) for cell in row]) for number, row in numbered)
            first = next(((number, row) for number, row in rows if _says_something(row)), None)
            if first is not None:
                headings = _headings(*first, merged)
                yield from (
                    (number, _told(number, row, headings, merged)) for number, row in rows if _says_something(row)
                )
    finally:
        book.close()


def _headings(number: int, row: Sequence[_Cell], merged: Sequence[_Merged]) -> list[str]:
    """The names of the columns; those after the last one have none."""
    plain = all(cell.value is None or (isinstance(cell.value, str) and cell.kind != TYPE_FORMULA) for cell in row)
    if not plain or any(found.first_row <= number <= found.last_row for found in merged):
        raise _refused("workbook-headings")
    return [cell.value.strip() if isinstance(cell.value, str) else "" for cell in row]


def _told(number: int, row: Sequence[_Cell], headings: Sequence[str], merged: Sequence[_Merged]) -> Fields | Fault:
    for place, cell in enumerate(row):
        heading = headings[place] if place < len(headings) else None
        if cell.kind in _NOT_BELIEVED:
            return Fault(_NOT_BELIEVED[cell.kind], _TEXTS[_NOT_BELIEVED[cell.kind]], heading)
    for found in merged:
        if found.first_row <= number <= found.last_row:
            place = found.first_column - 1
            heading = headings[place] if place < len(headings) else None
            return Fault("merged-cells", _TEXTS["merged-cells"], heading)
    # What stands outside the headings has no name, and no row is believed in part.
    named = {
        headings[place] if place < len(headings) else "": _plain(cell.value)
        for place, cell in enumerate(row)
        if cell.value not in (None, "")
    }
    return Fault("not-under-a-heading", _TEXTS["not-under-a-heading"]) if "" in named else named


def _plain(value: object) -> object:
    """What a cell says, as a table would say it in text. Days are kept by workbooks as numbers with a format."""
    match value:
        case bool():
            return value
        case datetime():
            return value.date().isoformat() if value.time() == time() else value.isoformat()
        case date():
            return value.isoformat()
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value)


def _says_something(row: Sequence[_Cell]) -> bool:
    return any(cell.value not in (None, "") for cell in row)


def _merged_cells(stream: BinaryIO) -> list[_Merged]:
    """The merged cells of the only sheet that holds anything. They stand behind all rows of the sheet, and whoever
    reads row by row would learn of them too late."""
    found: list[list[_Merged]] = []
    with ZipFile(stream) as archive:
        for name in filter(_SHEET.fullmatch, archive.namelist()):
            sheet = _Sheet()
            with archive.open(name) as part:
                while chunk := part.read(_CHUNK):
                    sheet.read(chunk)
            if sheet.holds_something:
                found.append(sheet.merged)
    if len(found) > 1:
        raise _refused("several-sheets")
    return found[0] if found else []


class _Sheet:
    """Looks through a sheet for what has to be known before its rows are read."""

    def __init__(self) -> None:
        self.merged: list[_Merged] = []
        self.holds_something = False
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._started
        self._parser.StartDoctypeDeclHandler = self._declared

    def read(self, chunk: bytes) -> None:
        self._parser.Parse(chunk)

    def _started(self, name: str, attributes: dict[str, str]) -> None:
        match name.rpartition(" ")[2]:
            case "c":
                column = attributes.get("r", "").rstrip("0123456789")
                if (len(column), column) > (len(LAST_COLUMN), LAST_COLUMN):
                    raise _refused("too-wide")
            case "v" | "is" | "f":
                self.holds_something = True
            case "mergeCell":
                first_column, first_row, last_column, last_row = range_boundaries(attributes["ref"])
                self.merged.append(_Merged(first_column or 1, first_row or 1, last_column or 1, last_row or 1))

    def _declared(self, *_: object) -> None:
        raise _refused("damaged-workbook")  # no program writes a document type here; one may define endless texts


_NOT_BELIEVED = {TYPE_FORMULA: "formula", TYPE_ERROR: "cell-error"}


def _refused(code: str) -> Refused:
    return Refused(Fault(code, _TEXTS[code]))


_TEXTS = {
    "formula": Text(
        ru="В ячейке формула. Её результат вычислила другая программа; вставьте в ячейку само значение.",
        kk="Ұяшықта формула тұр. Оның нәтижесін басқа бағдарлама есептеген; ұяшыққа мәннің өзін қойыңыз.",
        en="A cell holds a formula, whose result another program worked out. Put the value itself into the cell.",
    ),
    "cell-error": Text(
        ru="В ячейке ошибка вместо значения. Исправьте её или оставьте ячейку пустой.",
        kk="Ұяшықта мәннің орнына қате тұр. Оны түзетіңіз не ұяшықты бос қалдырыңыз.",
        en="A cell holds an error instead of a value. Mend it, or leave the cell empty.",
    ),
    "merged-cells": Text(
        ru="Ячейки этой строки объединены, и неясно, к чему относится значение. Разъедините их и заполните каждую.",
        kk="Бұл жолдың ұяшықтары біріктірілген, мәннің неге қатысты екені белгісіз. Оларды бөліп, әрқайсысын "
        "толтырыңыз.",
        en="Cells of this row are merged, so that it is unclear what the value is about. Split them and fill in each.",
    ),
    "not-under-a-heading": Text(
        ru="Значение стоит не под заголовком столбца. Назовите столбец или уберите значение.",
        kk="Мән баған тақырыбының астында тұрған жоқ. Бағанға атау беріңіз немесе мәнді алып тастаңыз.",
        en="A value stands under no heading. Name its column, or remove the value.",
    ),
    "workbook-headings": Text(
        ru="Первая заполненная строка листа должна содержать названия столбцов: простой текст, без объединённых ячеек.",
        kk="Парақтың бірінші толтырылған жолында баған атаулары тұруға тиіс: біріктірілмеген ұяшықтардағы кәдімгі "
        "мәтін.",
        en="The first row of the sheet that is filled in must hold the names of the columns: plain text, no merged "
        "cells.",
    ),
    "several-sheets": Text(
        ru="В книге заполнено несколько листов, и неясно, какой принимать. Сохраните нужный лист отдельной книгой.",
        kk="Кітаптың бірнеше парағы толтырылған, қайсысын қабылдау керегі белгісіз. Керек парақты бөлек кітап етіп "
        "сақтаңыз.",
        en="Several sheets of the workbook are filled in, and it is unclear which is meant. Save that one as a "
        "workbook.",
    ),
    "too-wide": Text(
        ru="На листе больше 64 столбцов: это не таблица для приёма. Уберите лишние столбцы.",
        kk="Парақта 64 бағаннан көп: бұл қабылданатын кесте емес. Артық бағандарды алып тастаңыз.",
        en="The sheet has more than 64 columns: this is no table to be taken in. Remove the columns that do not "
        "belong.",
    ),
    "damaged-workbook": Text(
        ru="Книга Excel повреждена. Откройте её в табличной программе, сохраните заново как .xlsx и повторите.",
        kk="Excel кітабы бүлінген. Оны кесте бағдарламасында ашып, .xlsx түрінде қайта сақтап, қайталап көріңіз.",
        en="The workbook is damaged. Open it in a spreadsheet program, save it again as .xlsx, and try once more.",
    ),
}
