"""A copy of the whole register in one file that either database can be restored from.

The file is a row of messages: what it holds, then every table row by row, and at the end how many rows there were and
their digest. It is one moment of the register, whatever is written meanwhile. The keys of the numbers are not in it.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, cast

import msgspec
from django.apps import apps
from django.db import connection, models, transaction
from django.db.migrations.recorder import MigrationRecorder

from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text
from saqta.journal.many_rows import insert_rows
from saqta.journal.one_moment import one_moment

ROWS_AT_ONCE = 5_000
_LENGTH = 4
_ENCODER = msgspec.msgpack.Encoder()

OnProgress = Callable[[int], object]


class Head(msgspec.Struct, frozen=True, tag="register"):
    """What a copy begins with: the state of the tables it was made from."""

    migrations: tuple[str, ...]


class Table(msgspec.Struct, frozen=True, tag="table"):
    """The rows that follow belong to this table, with their values in this order."""

    name: str
    columns: tuple[str, ...]


class Rows(msgspec.Struct, frozen=True, tag="rows"):
    """Some rows of the table named last."""

    rows: tuple[tuple[Any, ...], ...]


class End(msgspec.Struct, frozen=True, tag="end"):
    """The last message: nothing was cut off."""

    rows: int
    digest: str


Message = Head | Table | Rows | End
_DECODER = msgspec.msgpack.Decoder(Message)


def back_up(path: Path, on_progress: OnProgress | None = None) -> int:
    """Writes the copy and gives how many rows it holds. A copy that was not finished is never under the name asked
    for."""
    unfinished = path.with_name(f"{path.name}.unfinished")
    with one_moment(), gzip.open(unfinished, "wb", compresslevel=3) as file:
        count = _write(cast("BinaryIO", file), on_progress)
    unfinished.replace(path)
    return count


@transaction.atomic
def restore(path: Path, on_progress: OnProgress | None = None) -> int:
    """Fills an empty register from a copy and gives how many rows it had. All of it or nothing: raises ``Refused`` for
    a register that holds something, and for a copy that is damaged, cut off or of another version."""
    if any(model._default_manager.exists() for model in _models()):
        raise _refused("register-not-empty")
    tables = {model._meta.db_table: model for model in _models()}
    digest, count, table = hashlib.sha256(), 0, None
    last: Message | None = None
    for encoded, message in _messages(path):
        last = message
        match message:
            case Head(migrations):
                if migrations != _migrations():
                    raise _refused("copy-of-another-version")
            case Table():
                table = message
            case Rows(rows) if table is not None:
                _insert(tables[table.name], table.columns, rows)
                count += len(rows)
                if on_progress is not None:
                    on_progress(len(rows))
            case End(expected, seal) if (expected, seal) != (count, digest.hexdigest()):
                raise _refused("copy-damaged")
        digest.update(encoded)
    if not isinstance(last, End):
        raise _refused("copy-damaged")
    _let_numbers_go_on()
    return count


def _write(file: BinaryIO, on_progress: OnProgress | None) -> int:
    digest, count = hashlib.sha256(), 0
    _put(file, Head(_migrations()), digest.update)
    for model in _models():
        columns = tuple(field.attname for field in _fields(model))
        _put(file, Table(model._meta.db_table, columns), digest.update)
        values = model._default_manager.order_by("pk").values_list(*columns).iterator(chunk_size=ROWS_AT_ONCE)
        while rows := tuple(islice(values, ROWS_AT_ONCE)):
            _put(file, Rows(tuple(tuple(map(_plain, row)) for row in rows)), digest.update)
            count += len(rows)
            if on_progress is not None:
                on_progress(len(rows))
    _put(file, End(count, digest.hexdigest()), digest.update)
    return count


def _put(file: BinaryIO, message: Message, witness: Callable[[bytes], object]) -> None:
    encoded = _ENCODER.encode(message)
    file.write(len(encoded).to_bytes(_LENGTH, "big") + encoded)
    witness(encoded)


def _messages(path: Path) -> Iterator[tuple[bytes, Message]]:
    try:
        with gzip.open(path) as file:
            while length := file.read(_LENGTH):
                encoded = file.read(int.from_bytes(length, "big"))
                yield encoded, _DECODER.decode(encoded)
    except (OSError, EOFError, msgspec.DecodeError):
        raise _refused("copy-damaged") from None


def _models() -> list[type[models.Model]]:
    """Every table of the register, in the order of the rooms."""
    return [model for room in apps.get_app_configs() for model in room.get_models()]


def _fields(model: type[models.Model]) -> list[models.Field[Any, Any]]:
    return [field for field in model._meta.concrete_fields if field.column is not None]


def _migrations() -> tuple[str, ...]:
    return tuple(sorted(f"{room}.{name}" for room, name in MigrationRecorder(connection).applied_migrations()))


def _plain(value: object) -> object:
    return bytes(value) if isinstance(value, memoryview) else value


def _insert(model: type[models.Model], columns: tuple[str, ...], rows: tuple[tuple[Any, ...], ...]) -> None:
    fields = {field.attname: field for field in _fields(model)}
    chosen = [fields[column] for column in columns]
    # A reference prepares its values as the column that it refers to does.
    prepare = [field.target_field if isinstance(field, models.ForeignKey) else field for field in chosen]
    prepared = (
        tuple(
            field.get_db_prep_save(None if value is None else field.to_python(value), connection)
            for field, value in zip(prepare, row, strict=True)
        )
        for row in rows
    )
    insert_rows(model, [str(field.column) for field in chosen], prepared)


def _let_numbers_go_on() -> None:
    """The numbers that a database gives to new rows go on after those restored."""
    if connection.vendor == "postgresql":
        from django.core.management.color import no_style  # noqa: PLC0415  # only PostgreSQL has sequences

        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(no_style(), _models()):
                cursor.execute(statement)


def _refused(code: str) -> Refused:
    return Refused(Fault(code, _TEXTS[code]))


_TEXTS = {
    "register-not-empty": Text(
        ru="Реестр не пуст. Восстанавливать можно только в пустой: укажите другой SAQTA_HOME или другую базу.",
        kk="Тізілім бос емес. Тек босына қалпына келтіруге болады: басқа SAQTA_HOME не басқа дерекқор көрсетіңіз.",
        en="The register is not empty. Only an empty one can be restored into: name another SAQTA_HOME or database.",
    ),
    "copy-of-another-version": Text(
        ru="Копия сделана другой версией программы. Восстановите её той же версией, затем обновите: saqta prepare",
        kk="Көшірмені басқа нұсқа жасаған. Оны сол нұсқамен қалпына келтіріп, жаңартыңыз: saqta prepare",
        en="The copy was made by another version. Restore it with that one, then bring it up to date: saqta prepare",
    ),
    "copy-damaged": Text(
        ru="Копия повреждена или оборвана. Ничего не восстановлено.",
        kk="Көшірме бүлінген немесе үзілген. Ештеңе қалпына келтірілмеді.",
        en="The copy is damaged or cut off. Nothing was restored.",
    ),
}
