"""Feeds about people and the categories they hold: tables (CSV) and lines of JSON, one row for each statement."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

import msgspec

from saqta.basis.identifiers import Iin
from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text
from saqta.journal.feed_files import FeedFile, one_file
from saqta.journal.feeds import Balance, Counted, OnProgress, balance_of_finished, take_in
from saqta.registry.actions import record_memberships, record_people
from saqta.registry.feed_lines import Line, fingerprint, lines
from saqta.registry.records import ToldMembership, ToldPerson

OnReject = Callable[[int, Fault], object]
Told = TypeVar("Told")


class PersonRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One row of a feed of people."""

    iin: str
    citizenship: str | None = None
    residence: str | None = None
    died_on: date | None = None
    region: str | None = None


class CategoryRow(msgspec.Struct, frozen=True):
    """One row of a feed of categories; further columns are the details that the law looks at."""

    iin: str
    code: str
    start: date = msgspec.field(name="from")
    until: date | None = None


def take_in_people(
    file: Path | FeedFile,
    *,
    by: str,
    at: datetime,
    on_reject: OnReject | None = None,
    on_progress: OnProgress | None = None,
) -> Balance:
    """A feed of people. Rows that cannot be read are rejected one by one; all others are taken in."""

    def post(told: Sequence[ToldPerson]) -> int:
        return record_people(told, by=by, at=at)

    return _take_in(one_file(file), "people", _person, post, at=at, on_reject=on_reject, on_progress=on_progress)


def take_in_categories(
    file: Path | FeedFile,
    *,
    source: str,
    codes: frozenset[str],
    by: str,
    at: datetime,
    on_reject: OnReject | None = None,
    on_progress: OnProgress | None = None,
) -> Balance:
    """A feed of categories as ``source`` tells them: a hospital, a school, the pension fund. ``codes`` are the
    categories that the law knows."""

    def read(fields: dict[str, object]) -> ToldMembership:
        return _membership(fields, codes)

    def post(told: Sequence[ToldMembership]) -> int:
        return record_memberships(told, source=source, by=by, at=at)

    return _take_in(
        one_file(file), f"categories:{source}", read, post, at=at, on_reject=on_reject, on_progress=on_progress
    )


def _take_in(
    file: FeedFile,
    kind: str,
    read: Callable[[dict[str, object]], Told],
    post: Callable[[Sequence[Told]], int],
    *,
    at: datetime,
    on_reject: OnReject | None,
    on_progress: OnProgress | None,
) -> Balance:
    seal = fingerprint(file)
    rows = (_judged(line, read, on_reject) for line in lines(file))
    finished = balance_of_finished(seal, kind)
    if finished is not None:
        for _ in rows:
            pass  # only to tell its rejects again
        return finished

    def post_rows(step: list[Told | None]) -> Counted:
        told = [row for row in step if row is not None]
        new = post(told)
        return Counted(new, len(told) - new, len(step) - len(told))

    return take_in(rows, post_rows, fingerprint=seal, kind=kind, at=at, on_progress=on_progress)


def _judged(line: Line, read: Callable[[dict[str, object]], Told], on_reject: OnReject | None) -> Told | None:
    faults: tuple[Fault, ...] = (Fault("not-a-row", _TEXTS["not-a-row"]),)
    if line.fields is not None:
        try:
            return read(line.fields)
        except Refused as refused:
            faults = refused.faults
    if on_reject is not None:
        for fault in faults:
            on_reject(line.number, fault)
    return None


def _person(fields: dict[str, object]) -> ToldPerson:
    row = _converted(fields, PersonRow)
    return ToldPerson(Iin.parse(row.iin), row.citizenship, row.residence, row.died_on, row.region)


def _membership(fields: dict[str, object], codes: frozenset[str]) -> ToldMembership:
    row = _converted(fields, CategoryRow)
    if row.code not in codes:
        raise Refused(Fault("no-such-category", _TEXTS["no-such-category"], "code"))
    if row.until is not None and row.until <= row.start:
        raise Refused(Fault("empty-span", _TEXTS["empty-span"], "until"))
    known = {field.encode_name for field in msgspec.structs.fields(CategoryRow)}
    details = tuple(sorted((name, value) for name, value in fields.items() if name not in known))
    return ToldMembership(Iin.parse(row.iin), row.code, row.start, row.until, details)


RowType = TypeVar("RowType", PersonRow, CategoryRow)


def _converted(fields: dict[str, object], shape: type[RowType]) -> RowType:
    try:
        return msgspec.convert(fields, shape, strict=False)
    except msgspec.ValidationError as error:
        # The message repeats no value; of its text only the place of the fault is told on.
        _, _, place = str(error).rpartition("`$.")
        raise Refused(Fault("field", _TEXTS["field"], place.rstrip("`") or None)) from None


_TEXTS = {
    "not-a-row": Text(
        ru="Строка не читается: ожидается строка таблицы или объект JSON.",
        kk="Жол оқылмайды: кесте жолы немесе JSON нысаны күтіледі.",
        en="The line cannot be read: a row of the table or a JSON object is expected.",
    ),
    "field": Text(
        ru="Поле не читается или лишнее. Даты пишут так: ГГГГ-ММ-ДД.",
        kk="Өріс оқылмайды немесе артық. Күн ЖЖЖЖ-АА-КК түрінде жазылады.",
        en="A field cannot be read, or does not belong here. Dates are written YYYY-MM-DD.",
    ),
    "no-such-category": Text(
        ru="Такой категории нет. Коды перечислены в docs/book/categories.md.",
        kk="Мұндай санат жоқ. Кодтары docs/book/categories.md тізімінде.",
        en="There is no such category. The codes are listed in docs/book/categories.md.",
    ),
    "empty-span": Text(
        ru="Срок заканчивается не позже, чем начинается: until — первый день после него.",
        kk="Мерзім басталғанға дейін аяқталады: until — одан кейінгі бірінші күн.",
        en="The span ends no later than it starts: until is the first day after it.",
    ),
}
