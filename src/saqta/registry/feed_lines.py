"""The rows of a feed, whichever layout it comes in: a table (CSV), a workbook (XLSX) or lines of JSON. Nothing in them
is believed yet."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple, cast

import msgspec

from saqta.basis.refusal import Fault
from saqta.journal.feed_files import FeedFile
from saqta.registry.workbooks import START_OF_A_WORKBOOK, workbook_rows

LONGEST_LINE = 64 << 10
"""Bytes of a line; one that runs on further is no row, so that an unending one fills no memory."""

_JSON_LINES = (".jsonl", ".ndjson")
_CHUNK = 1 << 20


class Line(NamedTuple):
    """A row of a file by its line, and what it says as text; None where it is no row at all, or cannot be believed for
    the reason that ``fault`` gives."""

    number: int
    fields: dict[str, object] | None
    fault: Fault | None = None


def fingerprint(file: FeedFile) -> str:
    """SHA-256 of the content: the same file under another name, or packed, has the same one."""
    digest = hashlib.sha256()
    with file.open() as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def lines(file: FeedFile) -> Iterator[Line]:
    """The rows of a file; empty cells of a table are left out, so that they stay unknown."""
    with file.open() as start:  # opened anew below: a member of an archive cannot be wound back
        is_workbook = start.read(len(START_OF_A_WORKBOOK)) == START_OF_A_WORKBOOK
    with file.open() as stream:
        if is_workbook:
            for number, told in workbook_rows(stream):
                yield Line(number, None, told) if isinstance(told, Fault) else Line(number, told)
            return
        if file.name.endswith(_JSON_LINES):
            for number, line in enumerate(_bounded(stream), 1):
                yield Line(number, _object(line))
            return
        reader = csv.DictReader((line.decode("utf-8-sig", "replace") for line in _bounded(stream)), restkey="")
        while True:
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error:  # a quotation mark that does not close
                yield Line(reader.line_num, None)
                continue
            fields = {name: _cell(value) for name, value in row.items() if value not in ("", None)}
            yield Line(reader.line_num, None if "" in fields else cast("dict[str, object]", fields))


def _bounded(stream: BinaryIO) -> Iterator[bytes]:
    while line := stream.readline(LONGEST_LINE):
        whole = line
        while len(line) == LONGEST_LINE and not line.endswith(b"\n"):
            whole, line = b"\0\n", stream.readline(LONGEST_LINE)
        yield whole


def _object(line: bytes) -> dict[str, object] | None:
    try:
        found = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    return found if isinstance(found, dict) else None


def _cell(text: str) -> object:
    return {"true": True, "false": False}.get(text.lower(), text) if isinstance(text, str) else text
