"""Reading a facts document named on the command line."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TypeVar

from saqta.basis.refusal import Fault, Refused
from saqta.basis.strict_json import LARGEST_DOCUMENT, decode
from saqta.basis.text import Text
from saqta.channels.cli.arguments import Arguments, refused
from saqta.law.book import Book, NoSuchEntry

T = TypeVar("T")

_UNKNOWN_READING = Text(
    ru="Такого открытого вопроса или такого варианта нет. Список: saqta law readings",
    kk="Мұндай ашық мәселе немесе мұндай нұсқа жоқ. Тізімі: saqta law readings",
    en="There is no such open question or option. The list: saqta law readings",
)


def read_facts(path: Path, shape: type[T], names: str = "--facts") -> T:
    """The document as ``shape``; raises ``Refused`` with the path of what is wrong in it. ``names`` is the argument
    that named the file."""
    try:
        if str(path) == "-":
            return decode(sys.stdin.buffer.read(LARGEST_DOCUMENT + 1), shape)
        with path.open("rb") as stream:
            return decode(stream.read(LARGEST_DOCUMENT + 1), shape)
    except FileNotFoundError:
        raise refused("file-missing", names=names) from None
    except (OSError, ValueError):
        raise refused("file-unreadable", names=names) from None


def followed(arguments: Arguments, book: Book) -> dict[str, str]:
    """The options of open questions chosen on the command line, checked against the book."""
    chosen = arguments.readings()
    try:
        book.on(
            arguments.day("on") if hasattr(arguments.given, "on") else arguments.month("month").first_day, None, chosen
        )
    except NoSuchEntry:
        raise Refused(Fault("reading", _UNKNOWN_READING, "--reading")) from None
    return chosen
