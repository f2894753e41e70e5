"""``saqta import``: feeds of payments, people and categories into the register."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime
from getpass import getuser
from pathlib import Path

import msgspec

from saqta.basis.refusal import Fault
from saqta.basis.text import Text
from saqta.channels.cli.arguments import Arguments
from saqta.channels.cli.opening import register
from saqta.channels.cli.output import Page, print_json
from saqta.channels.cli.progress import progress
from saqta.coverage.actions import follow_journal
from saqta.journal.feeds import Balance
from saqta.law.book import load
from saqta.ledger.feeds import take_in_payments
from saqta.ledger.records import PaymentFault
from saqta.registry.feeds import take_in_categories, take_in_people

_READING = Text(ru="Приём файлов", kk="Файлдарды қабылдау", en="Taking in the files")
_WORKING_OUT = Text(ru="Статусы", kk="Мәртебелер", en="Statuses")
_BALANCE = Text(
    ru="{file}: прочитано строк {read} = новых {new} + известных {known} + отклонённых {rejected}.",
    kk="{file}: оқылған жол {read} = жаңа {new} + белгілі {known} + қабылданбаған {rejected}.",
    en="{file}: rows read {read} = new {new} + known {known} + rejected {rejected}.",
)
_PEOPLE = Text(
    ru="Статус пересчитан у {count} чел.",
    kk="{count} адамның мәртебесі қайта есептелді.",
    en="The status of {count} people was worked out anew.",
)


class TakenIn(msgspec.Struct, frozen=True):
    """What became of one file; ``read`` is the sum of the other three."""

    file: int
    read: int
    new: int
    known: int
    rejected: int


class Reject(msgspec.Struct, frozen=True):
    """One line of the file of rejects; like every refusal it repeats nothing of what it refuses."""

    file: int
    line: int | None
    field: str | None
    code: str
    text: Text


def run(arguments: Arguments) -> int:
    at = datetime.now(UTC)  # noqa: TID251  # a channel reads the clock, once
    by = arguments.by or f"cli:{getuser()}"
    book = load()
    with register(), ExitStack() as stack:
        rejects = stack.enter_context(arguments.rejects.open("wb")) if arguments.rejects else None
        bar = stack.enter_context(progress())
        taking = bar.add_task(_READING.in_language(arguments.language), total=None)
        taken: list[TakenIn] = []
        for number, path in enumerate(arguments.files, 1):

            def reject(line: int | None, field: str | None, code: str, text: Text, number: int = number) -> None:
                if rejects is not None:
                    rejects.write(msgspec.json.encode(Reject(number, line, field, code, text)) + b"\n")

            balance = _take_in(arguments, path, by, at, reject, lambda count: bar.advance(taking, count))
            taken.append(TakenIn(number, *balance))
        working = bar.add_task(_WORKING_OUT.in_language(arguments.language), total=None)
        people = follow_journal(book, lambda count: bar.update(working, completed=count))
    if arguments.as_json:
        print_json(taken)
        return 0
    page = Page(arguments.language)
    for path, done in zip(arguments.files, taken, strict=True):
        values = {name: str(getattr(done, name)) for name in ("read", "new", "known", "rejected")}
        page.say(_BALANCE.fill(file=path.name, **values))
    page.say(_PEOPLE.fill(count=str(people)))
    return 0


def _take_in(
    arguments: Arguments,
    path: Path,
    by: str,
    at: datetime,
    reject: Callable[[int | None, str | None, str, Text], None],
    advance: Callable[[int], object],
) -> Balance:
    def reject_payment(fault: PaymentFault) -> None:
        reject(fault.line, fault.field, fault.code, fault.text)

    def reject_row(line: int, fault: Fault) -> None:
        reject(line, fault.where, fault.code, fault.text)

    match arguments.what:
        case "payments":
            return take_in_payments(
                path, by=by, at=at, partial=arguments.partial, on_reject=reject_payment, on_progress=advance
            )
        case "people":
            return take_in_people(path, by=by, at=at, on_reject=reject_row, on_progress=advance)
        case _:
            return take_in_categories(
                path,
                source=arguments.source or "import",
                codes=frozenset(load().categories),
                by=by,
                at=at,
                on_reject=reject_row,
                on_progress=advance,
            )
