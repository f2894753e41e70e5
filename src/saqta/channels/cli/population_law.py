"""The law about a whole population: of a day, and as somebody supposes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from saqta.basis.days import day_text
from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text, listed, same
from saqta.channels.cli.arguments import Arguments, refused
from saqta.channels.cli.facts import followed
from saqta.law.book import KNOWN_FROM, Book, Law, OutsideKnownLaw, load
from saqta.law.overlay import Overlay, as_if_in_force, overlaid, read_overlay
from saqta.population.everybody import AskedTooFar

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_LAW_OF = Text(ru="закон на {day}", kk="{day} күнгі заң", en="the law of {day}")
_OUTSIDE = Text(
    ru="Закон записан с {start} по {last}; о другом дне ответа нет.",
    kk="Заң {start} мен {last} аралығы үшін жазылған; басқа күн туралы жауап жоқ.",
    en="The law is encoded from {start} to {last}; about another day there is no answer.",
)
_TOO_FAR = Text(
    ru="Так далеко назад правило не смотрит: месяцев слишком много.",
    kk="Қағида мұншалық артқа қарамайды: айлар тым көп.",
    en="The rule cannot look so far back: there are too many months.",
)


def law_asked(arguments: Arguments, book: Book) -> Law:
    """The law of the day asked about, as then known, with the options of readings chosen."""
    return book.on(arguments.day("on"), arguments.optional_day("known_at"), followed(arguments, book))


class SupposedLaw(NamedTuple):
    """A law to compare with, what to call it, and whether any of its values are supposed."""

    law: Law
    title: Text
    has_supposed_values: bool


def supposed_law(arguments: Arguments, name: str) -> SupposedLaw:
    """The law meant by ``--before`` or ``--after`` for the day asked about."""
    on, book, titles = arguments.day("on"), load(), []
    day, file = _read(arguments, name)
    if day is not None:
        _check_known(book, day, name)
        # On its own day a law is in force already; put there anew, it would begin with the month.
        book = book if day == on else as_if_in_force(book, day, on)
        titles.append(_LAW_OF.fill(day=day_text(day)))
    if file is not None:
        overlay = _overlay(file, name)
        book = overlaid(book, overlay)
        titles.append(overlay.title if isinstance(overlay.title, Text) else same(overlay.title))
    return SupposedLaw(law_asked(arguments, book), listed(titles, separator=" + "), file is not None)


@contextmanager
def known_law(book: Book) -> Iterator[None]:
    """Turns a question that the law as encoded cannot carry into a refusal."""
    try:
        yield
    except OutsideKnownLaw:
        raise _outside(book, "--on") from None
    except AskedTooFar:
        raise Refused(Fault("law-too-far", _TOO_FAR)) from None


def _read(arguments: Arguments, name: str) -> tuple[date | None, Path | None]:
    """``2026-01-01``, ``grace.yaml``, or both as ``2026-01-01+grace.yaml``."""
    typed = str(getattr(arguments, name))
    first, plus, rest = typed.partition("+")
    if not _DAY.fullmatch(first):
        return None, Path(typed)
    if plus and not rest:
        raise refused("law", names=f"--{name}")
    try:
        return date.fromisoformat(first), Path(rest) if rest else None
    except ValueError:
        raise refused("law", names=f"--{name}") from None


def _check_known(book: Book, day: date, name: str) -> None:
    if not book.on(day).is_known:
        raise _outside(book, f"--{name}")


def _outside(book: Book, where: str) -> Refused:
    start, end = book.spans[KNOWN_FROM]
    last = (end or date.max) - timedelta(days=1)
    return Refused(Fault("outside-known-law", _OUTSIDE.fill(start=day_text(start), last=day_text(last)), where))


def _overlay(file: Path, name: str) -> Overlay:
    try:
        return read_overlay(file)
    except FileNotFoundError:
        raise refused("file-missing", names=f"--{name}") from None
    except OSError:
        raise refused("file-unreadable", names=f"--{name}") from None
