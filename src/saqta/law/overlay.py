"""What if the law said otherwise? Books of law with a few values replaced, or with the law of another day in force.

Such a book is made for one question and never saved. It carries its own fingerprint, so an answer that rests on it can
never be taken for an answer of the law.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Literal, TypeVar

import msgspec

from saqta.basis.month import Month
from saqta.basis.refusal import Fault, Refused, refuse_any
from saqta.basis.span import covers
from saqta.basis.strict_json import converted
from saqta.basis.text import Text
from saqta.law.book import KNOWN_FROM, Book
from saqta.law.shape import Category, CategoryWording, Parameter, Period, Value

SOURCE = "an overlay: what if, not the law"

Dated = TypeVar("Dated", Value, CategoryWording)

NEVER_MOVED = frozenset({KNOWN_FROM, "unseen_changes"})
"""Periods that say what we know of the law, not what the law says; they stay where they are in every book."""


class Replacement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One parameter of the law with another value from ``from`` up to, but not including, ``until``.

    ``kind`` repeats the kind of the parameter, so that a sum put in place of a count of months is refused.
    """

    parameter: str
    kind: Literal["money", "rate", "number", "words"]
    value: str | int | tuple[str, ...]
    start: date = msgspec.field(name="from")
    until: date | None


class Overlay(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A supposed change of the law: what it is called, and the values it would replace."""

    title: str | Text
    values: tuple[Replacement, ...]


def read_overlay(path: Path) -> Overlay:
    """The overlay in a YAML file; raises ``Refused`` with the path of what is wrong in it, and ``OSError``."""
    try:
        tree = msgspec.yaml.decode(path.read_bytes())
    except (msgspec.DecodeError, ValueError):
        raise Refused(Fault("overlay-not-yaml", _TEXTS["overlay-not-yaml"], "$")) from None
    return converted(tree, Overlay)


def overlaid(book: Book, overlay: Overlay) -> Book:
    """The book with the values of the overlay; raises ``Refused`` with everything in it that does not fit the book."""
    faults = [fault for place, value in enumerate(overlay.values) for fault in _faults(book, value, place)]
    faults += _overlaps(overlay)
    refuse_any(faults)
    parameters = dict(book.parameters)
    for replacement in overlay.values:
        name = replacement.parameter
        parameters[name] = _with_value(parameters[name], replacement)
    change = _Change(_mark(book, overlay), parameters=parameters)
    return SupposedBook(book, change)


def as_if_in_force(book: Book, law_day: date, since: date) -> Book:
    """The book in which the law of ``law_day`` is in force from the first day of the month of ``since``.

    Before that day everything stays as it was: a month credited in the past stays credited. From it on, values,
    categories and periods are those of ``law_day``. A period ends or begins with the change; one that had ended is
    taken as never ended.
    """
    start = Month.of(since).first_day
    law = book.on(law_day)
    parameters = {
        name: _parameter_from(
            parameter, [value for value in parameter.values if covers(value.start, value.end, law_day)], start
        )
        for name, parameter in book.parameters.items()
    }
    categories = {
        code: _category_from(category, law.wording(code), start) for code, category in book.categories.items()
    }
    periods = {
        name: period if name in NEVER_MOVED else _period_from(period, start, holds=law.holds(name))
        for name, period in book.periods.items()
    }
    mark = _mark(book, ["law of", law_day, "from", start])
    return SupposedBook(book, _Change(mark, parameters, periods, categories, (start, law_day)))


@dataclass(frozen=True)
class _Change:
    """What differs from the book beneath; a table left out is that of the book. ``quoted`` says from which day on the
    editions of another day are quoted."""

    mark: str
    parameters: Mapping[str, Parameter] | None = None
    periods: Mapping[str, Period] | None = None
    categories: Mapping[str, Category] | None = None
    quoted: tuple[date, date] | None = None


class SupposedBook(Book):
    """A book of law as somebody supposes it; acts, readings and lists are those of the book beneath."""

    def __init__(self, base: Book, change: _Change) -> None:
        super().__init__(base.folder)
        self.base, self._change = base, change

    @cached_property
    def parameters(self) -> Mapping[str, Parameter]:
        return MappingProxyType(dict(self._change.parameters or self.base.parameters))

    @cached_property
    def periods(self) -> Mapping[str, Period]:
        return MappingProxyType(dict(self._change.periods or self.base.periods))

    @cached_property
    def categories(self) -> Mapping[str, Category]:
        return MappingProxyType(dict(self._change.categories or self.base.categories))

    @cached_property
    def fingerprint(self) -> str:
        return self._change.mark

    def quoted_on(self, day: date) -> date:
        if self._change.quoted is not None and self._change.quoted[0] <= day:
            return self._change.quoted[1]
        return self.base.quoted_on(day)


def _mark(book: Book, change: object) -> str:
    return hashlib.sha256(book.fingerprint.encode() + msgspec.json.encode(change)).hexdigest()


def _faults(book: Book, replacement: Replacement, place: int) -> list[Fault]:
    where = f"$.values[{place}]"
    parameter = book.parameters.get(replacement.parameter)
    if parameter is None:
        return [_fault("overlay-parameter", f"{where}.parameter")]
    if parameter.kind != replacement.kind:
        return [_fault("overlay-kind", f"{where}.kind", kind=parameter.kind)]
    if replacement.until is not None and replacement.until <= replacement.start:
        return [_fault("overlay-span", f"{where}.until")]
    try:
        parameter.read(_value(replacement))
    except ValueError:
        return [_fault("overlay-value", f"{where}.value", kind=parameter.kind)]
    if isinstance(replacement.value, int) and replacement.value < 0:
        return [_fault("overlay-value", f"{where}.value", kind=parameter.kind)]
    return []


def _overlaps(overlay: Overlay) -> list[Fault]:
    """Two values of one parameter for one day: nobody could say which was meant."""
    placed = sorted(
        (value.parameter, value.start, value.until or date.max, place) for place, value in enumerate(overlay.values)
    )
    return [
        _fault("overlay-overlap", f"$.values[{later[3]}].from")
        for earlier, later in pairwise(placed)
        if earlier[0] == later[0] and later[1] < earlier[2]
    ]


def _value(replacement: Replacement) -> Value:
    return Value(
        value=replacement.value,
        confidence="low",
        source=SOURCE,
        start=replacement.start,
        end=replacement.until,
    )


def _with_value(parameter: Parameter, replacement: Replacement) -> Parameter:
    """The parameter with one value put over whatever was in force on its days."""
    kept: list[Value] = []
    for value in parameter.values:
        kept += _outside(value, replacement.start, replacement.until)
    return msgspec.structs.replace(parameter, values=_in_order([*kept, _value(replacement)]))


def _parameter_from(parameter: Parameter, values: list[Value], start: date) -> Parameter:
    kept = [part for value in parameter.values for part in _outside(value, start, None)]
    later = [msgspec.structs.replace(value, start=start, end=None) for value in values]
    return msgspec.structs.replace(parameter, values=_in_order([*kept, *later]))


def _category_from(category: Category, wording: CategoryWording | None, start: date) -> Category:
    """The category with one wording from ``start`` on. Wordings that would begin later are put where no day asked about
    ever comes, because the rule cites them even while they are not in force."""
    kept = [part for known in category.wordings for part in _outside(known, start, None)]
    now = [] if wording is None else [msgspec.structs.replace(wording, start=start, end=None)]
    later = [known for known in category.wordings if start <= known.start and known != wording]
    if now and later:
        now = [msgspec.structs.replace(now[0], end=_never(0, len(later))[0])]
    for place, known in enumerate(later):
        first, end = _never(place, len(later))
        now.append(msgspec.structs.replace(known, start=first, end=end))
    return msgspec.structs.replace(category, wordings=(*kept, *now))


def _never(place: int = 0, count: int = 1) -> tuple[date, date]:
    """One of the last days but a year that a calendar has, for what is not to be in force."""
    first = date.max - timedelta(days=366 + count - place)
    return first, first + timedelta(days=1)


def _period_from(period: Period, start: date, *, holds: bool) -> Period:
    """The period once it is to hold, or not to hold, from ``start`` on."""
    if holds:
        return msgspec.structs.replace(period, start=min(period.start, start), end=None)
    if period.end is not None and period.end <= start:
        return period
    if period.start < start:
        return msgspec.structs.replace(period, end=start)
    # It would begin after the change: in this book it never does.
    first, end = _never()
    return msgspec.structs.replace(period, start=first, end=end)


def _outside(span: Dated, start: date, end: date | None) -> list[Dated]:
    """What is left of a span of days once those from ``start`` to ``end`` are taken out of it."""
    parts: list[Dated] = []
    if span.start < start:
        parts.append(msgspec.structs.replace(span, end=start if span.end is None else min(span.end, start)))
    if end is not None and (span.end is None or end < span.end):
        parts.append(msgspec.structs.replace(span, start=max(span.start, end)))
    return parts


def _in_order(values: list[Value]) -> tuple[Value, ...]:
    """Values that were given back in time come after the ones they replaced, as in the files of the book."""
    return tuple(sorted(values, key=lambda value: (value.start, value.known_from or date.min)))


def _fault(code: str, where: str, *, kind: str = "") -> Fault:
    text = _TEXTS[code]
    return Fault(code, text.fill(kind=_KINDS[kind]) if kind else text, where)


_KINDS: dict[str, Text] = {
    "money": Text(ru='сумма, например "4250.00"', kk='сома, мысалы "4250.00"', en='a sum, as "4250.00"'),
    "rate": Text(ru='ставка, например "0.05"', kk='мөлшерлеме, мысалы "0.05"', en='a rate, as "0.05"'),
    "number": Text(ru="целое число от нуля", kk="нөлден басталатын бүтін сан", en="a whole number from zero"),
    "words": Text(ru="список слов", kk="сөздер тізімі", en="a list of words"),
}
_TEXTS: dict[str, Text] = {
    "overlay-not-yaml": Text(
        ru="Это не документ YAML в кодировке UTF-8.",
        kk="Бұл UTF-8 кодтамасындағы YAML құжаты емес.",
        en="This is not a YAML document in UTF-8.",
    ),
    "overlay-parameter": Text(
        ru="Такой величины в законе нет. Имена величин — в книге закона.",
        kk="Заңда мұндай шама жоқ. Шамалардың атаулары — заң кітабында.",
        en="The law has no such value. The book of law lists the names.",
    ),
    "overlay-kind": Text(
        ru="Эта величина другого вида: {kind}.",
        kk="Бұл шаманың түрі басқа: {kind}.",
        en="This value is of another kind: {kind}.",
    ),
    "overlay-value": Text(
        ru="Значение не подходит: ожидается {kind}.",
        kk="Мән сәйкес келмейді: {kind} күтіледі.",
        en="The value does not fit: {kind} is expected.",
    ),
    "overlay-span": Text(
        ru="Срок заканчивается не позже, чем начинается: «until» — первый день после него.",
        kk="Мерзім басталғанға дейін аяқталады: «until» — одан кейінгі бірінші күн.",
        en="The span ends no later than it starts: until is the first day after it.",
    ),
    "overlay-overlap": Text(
        ru="Для одного дня даны два значения одной величины.",
        kk="Бір шаманың бір күнге екі мәні берілген.",
        en="One value is replaced twice for the same day.",
    ),
}
