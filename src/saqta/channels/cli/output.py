"""How the command line prints: JSON for programs, plain paragraphs for people, refusals on the error stream."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Iterable

import msgspec

from saqta.basis.refusal import Refused
from saqta.basis.text import Language, Text

ACCIDENT = Text(
    ru="saqta: непредвиденная ошибка ({kind}); ответа нет. С SAQTA_TRACEBACK=1 она будет показана целиком.",
    kk="saqta: күтпеген қате ({kind}); жауап жоқ. SAQTA_TRACEBACK=1 қойылса, ол толық көрсетіледі.",
    en="saqta: an unexpected error ({kind}); there is no answer. With SAQTA_TRACEBACK=1 it is shown in full.",
)


class RefusalDocument(msgspec.Struct, frozen=True):
    """A refusal for programs: every fault with its code, its place and its text."""

    errors: tuple[msgspec.Raw, ...]


def print_json(value: object) -> None:
    """One document, indented, on standard output."""
    sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n")


def print_json_list(values: Iterable[object]) -> None:
    """One list on standard output, written as its values come, so that it may be longer than memory."""
    out, separator = sys.stdout.buffer, b"["
    for value in values:
        out.write(separator + b"\n  " + msgspec.json.encode(value))
        separator = b","
    out.write(b"[]\n" if separator == b"[" else b"\n]\n")


def print_refusal(refused: Refused, language: Language, *, as_json: bool) -> None:
    """What was wrong, where and what to do, on the error stream; standard output stays empty."""
    if as_json:
        faults = tuple(msgspec.Raw(msgspec.json.encode(fault)) for fault in refused.faults)
        sys.stderr.buffer.write(msgspec.json.encode(RefusalDocument(faults)) + b"\n")
        return
    for fault in refused.faults:
        where = f"{fault.where}: " if fault.where else ""
        sys.stderr.write(f"saqta: {where}{fault.text.in_language(language)}\n")


class Page:
    """Paragraphs of plain text in one language, wrapped to the terminal."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.width = min(shutil.get_terminal_size((100, 40)).columns, 110)

    def say(self, text: Text | str, *, indent: int = 0, bullet: str = "") -> None:
        said = text if isinstance(text, str) else text.in_language(self.language)
        first = " " * indent + (f"{bullet} " if bullet else "")
        later = " " * (indent + (2 if bullet else 0))
        print(textwrap.fill(said, self.width, initial_indent=first, subsequent_indent=later))

    def heading(self, text: Text) -> None:
        print()
        print(text.in_language(self.language))

    def line(self, text: str = "") -> None:
        print(text)

    def table(self, rows: Iterable[tuple[str, ...]], *, indent: int = 2) -> None:
        """Columns side by side; the last one is not padded."""
        listed = [tuple(rows_) for rows_ in rows]
        if not listed:
            return
        widths = [max(len(row[column]) for row in listed) for column in range(len(listed[0]) - 1)]
        for row in listed:
            cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
            print(" " * indent + "  ".join([*cells, row[-1]]).rstrip())
