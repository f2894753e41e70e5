"""Cuts a table with a header row (CSV) into sections. One line is one row: no column of it needs a line break."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from itertools import chain

from saqta.ledger.encoding import Damaged, lines_of
from saqta.ledger.sections import Foot, Head, Piece, RowSection

DELIMITERS = (",", ";", "\t")
_MISTAKEN_DELIMITERS = ("|", ":", " ")
REQUIRED_COLUMNS = ("iin", "amount", "month", "payment_code")

_NAMES: dict[str, tuple[str, ...]] = {
    "iin": ("iin", "иин", "жсн"),
    "birth_date": ("birth_date", "birthdate", "date_of_birth", "дата_рождения", "туған_күні", "туған_жылы"),
    "surname": ("surname", "last_name", "family_name", "фамилия", "тегі"),
    "name": ("name", "first_name", "given_name", "имя", "аты", "есімі"),
    "patronymic": ("patronymic", "middle_name", "отчество", "әкесінің_аты"),
    "amount": ("amount", "sum", "сумма", "сома", "сомасы"),
    "month": ("month", "period", "месяц", "период", "ай", "айы", "кезең", "кезеңі"),
    "payment_code": ("payment_code", "knp", "кнп", "код_назначения_платежа", "төлем_белгілеу_коды", "тбк", "ттк"),
    "paid_on": ("paid_on", "payment_date", "дата_платежа", "дата_оплаты", "дата_уплаты", "төлем_күні", "төленген_күні"),
    "payer": ("payer", "bin", "payer_bin", "бин", "бин_плательщика", "плательщик", "бсн", "төлеушінің_бсн", "төлеуші"),
}  # fmt: skip
COLUMNS = {name: column for column, names in _NAMES.items() for name in names}
"""What each accepted heading means; headings may be in English, Russian or Kazakh, and mixed."""


def column(heading: str) -> str | None:
    """The column that a heading names, also in two languages at once (``ЖСН / ИИН``); case and blanks do not matter."""
    found = {COLUMNS.get(_words(part)) for part in heading.split("/")} - {None}
    return COLUMNS.get(_words(heading)) or (found.pop() if len(found) == 1 else None)


def _words(heading: str) -> str:
    for sign in "/-_.":
        heading = heading.replace(sign, " ")
    return "_".join(heading.casefold().split())


def is_header(line: str) -> bool:
    """Whether a line names at least one column that a payment table must have."""
    return any(set(_columns(line, mark)) & set(REQUIRED_COLUMNS) for mark in (*DELIMITERS, *_MISTAKEN_DELIMITERS))


def sections(texts: Iterable[str]) -> Iterator[Piece]:
    """One head without texts, the rows, and one foot; a table whose header cannot be used has no rows."""
    lines = enumerate(chain.from_iterable(map(lines_of, texts)), 1)
    number, header = next(((number, line) for number, line in lines if line.strip()), (1, ""))
    head = Head(number)
    delimiter = max(DELIMITERS, key=lambda mark: _known(header, mark))
    columns = _columns(header, delimiter)
    if _refused_header(head, header, columns):
        yield from head.faults
        return
    yield head
    for number, line in lines:
        if isinstance(line, Damaged):
            yield RowSection.unreadable(number, line.code)
        elif line.strip(f'{delimiter} \t"\x1a'):
            yield _row(number, line, delimiter, columns)
    foot = Foot(number)
    foot.whole = True
    yield foot


def _known(line: str, delimiter: str) -> int:
    return sum(found is not None for found in _columns(line, delimiter))


def _columns(line: str, delimiter: str) -> list[str | None]:
    cells = _cells(line, delimiter)
    return [column(cell) for cell in cells] if cells else []


def _refused_header(head: Head, header: str, columns: list[str | None]) -> bool:
    if isinstance(header, Damaged):
        head.refuse(header.code)
        return True
    best = _known(header, max(DELIMITERS, key=lambda mark: _known(header, mark)))
    if any(_known(header, mark) > best for mark in _MISTAKEN_DELIMITERS):
        head.refuse("delimiter")
        return True
    named = [name for name in columns if name is not None]
    for name in dict.fromkeys(named):
        if named.count(name) > 1:
            head.refuse("duplicate-column", name)
    for name in REQUIRED_COLUMNS:
        if name not in named:
            head.refuse("csv-columns", name)
    return bool(head.faults)


def _row(number: int, line: str, delimiter: str, columns: list[str | None]) -> RowSection:
    cells = _cells(line, delimiter)
    if cells is None:
        return RowSection.unreadable(number, "csv-quote")
    if len(cells) != len(columns) and not (len(cells) > len(columns) and not any(cells[len(columns) :])):
        others = (mark for mark in (*DELIMITERS, *_MISTAKEN_DELIMITERS) if mark != delimiter)
        mistaken = len(cells) == 1 and any(line.count(mark) == len(columns) - 1 for mark in others)
        return RowSection.unreadable(number, "delimiter" if mistaken else "csv-cells")
    row = RowSection(number)
    for name, cell in zip(columns, cells, strict=False):
        if name is not None:
            row.texts[name] = cell.strip()
    return row


def _cells(line: str, delimiter: str) -> list[str] | None:
    """The cells of one line, or None if its quotes do not close."""
    if '"' not in line:
        return line.split(delimiter)
    try:
        return next(csv.reader([line], delimiter=delimiter, strict=True))
    except csv.Error:
        return None
