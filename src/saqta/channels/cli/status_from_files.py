"""``saqta status --payments``: the status of one person, or of everybody, from payment files alone."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
from rich.progress import Progress, TaskID

from saqta.basis.identifiers import Iin
from saqta.basis.money import Money
from saqta.basis.text import Text
from saqta.channels.cli.answers import VERDICTS
from saqta.channels.cli.arguments import Arguments, read_iin, refused
from saqta.channels.cli.facts import followed, read_facts
from saqta.channels.cli.insured_answer import print_answer
from saqta.channels.cli.output import Page
from saqta.channels.cli.progress import progress
from saqta.coverage.gather import facts_from_receipts
from saqta.journal.feed_files import feed_files
from saqta.law.book import Book, Law, load
from saqta.ledger.grouping import ReceiptsByPerson
from saqta.ledger.reader import PaymentFile, open_payments
from saqta.ledger.receipts import Receipt, receipt
from saqta.rules.facts import PersonFacts
from saqta.rules.standing import Standing
from saqta.rules.status import ask, standing_of

_READING = Text(ru="Чтение файлов", kk="Файлдарды оқу", en="Reading the files")
_ANSWERING = Text(ru="Ответы", kk="Жауаптар", en="Answering")
_NO_ROWS = Text(
    ru="В файлах нет платежей за этот номер.",
    kk="Файлдарда бұл нөмір үшін төлем жоқ.",
    en="The files hold no payments for this number.",
)
_HEADINGS = (
    Text(ru="ИИН", kk="ЖСН", en="IIN"),
    Text(ru="застрахован", kk="сақтандырылған", en="insured"),
    Text(ru="основание", kk="негізі", en="ground"),
    Text(ru="до", kk="дейін", en="until"),
    Text(ru="без оплаты", kk="төлемсіз", en="unpaid"),
    Text(ru="долг", kk="берешек", en="owed"),
)
_WIDTHS = (12, 26, 14, 10, 11)


class PersonStatus(msgspec.Struct, frozen=True):
    """One line of the table of everybody."""

    iin: str
    verdict: str
    ground: str | None
    insured_until: date | None
    months_owed: tuple[str, ...]
    months_without_payment: tuple[str, ...]
    amount_owed: str
    missing: tuple[str, ...]


def run(arguments: Arguments) -> int:
    if not arguments.all and arguments.iin is None:
        raise refused("argument-missing", names="--iin N, --all", command="status")
    book = load()
    files = _opened(arguments.payments)
    if arguments.all:
        _everybody(arguments, files, book)
    else:
        _one(arguments, files, book)
    return 0


def _opened(paths: list[Path]) -> list[PaymentFile]:
    """Each file once, even if it is named twice or lies under two names."""
    found: dict[str, PaymentFile] = {}
    for path in paths:
        for file in feed_files(path):
            opened = open_payments(file)
            found.setdefault(opened.fingerprint, opened)
    return list(found.values())


def _one(arguments: Arguments, files: list[PaymentFile], book: Book) -> None:
    iin = read_iin(arguments.iin)
    given = read_facts(arguments.facts, PersonFacts) if arguments.facts else None
    own = [found for found in _receipts(arguments, files) if found.iin.digits == iin.digits]
    if not own and not arguments.as_json:
        sys.stderr.write(f"{_NO_ROWS.in_language(arguments.language)}\n")
    facts = facts_from_receipts(iin, dict.fromkeys(own), book, given)
    answer = ask(
        facts,
        arguments.day("on"),
        book,
        known_at=arguments.optional_day("known_at"),
        follow=followed(arguments, book),
    )
    print_answer(answer, arguments)


def _receipts(arguments: Arguments, files: list[PaymentFile]) -> Iterator[Receipt]:
    """The receipts of sound files; of broken ones only their sound rows, and only if that was asked for."""
    for opened in files:
        for row in opened.believed_rows(partial=arguments.partial):
            yield receipt(row)


def _everybody(arguments: Arguments, files: list[PaymentFile], book: Book) -> None:
    law = book.on(arguments.day("on"), arguments.optional_day("known_at"), followed(arguments, book))
    with ReceiptsByPerson() as receipts, progress() as bar:
        reading = bar.add_task(_READING.in_language(arguments.language), total=None)
        receipts.add(_receipts(arguments, files), lambda count: bar.update(reading, completed=count))
        bar.update(reading, completed=receipts.count, total=receipts.count)
        answering = bar.add_task(_ANSWERING.in_language(arguments.language), total=receipts.people())
        lines = _statuses(receipts, law, bar, answering)
        if arguments.as_json:
            _write_json(lines)
        else:
            _print_table(lines, Page(arguments.language))


def _statuses(receipts: ReceiptsByPerson, law: Law, bar: Progress, task: TaskID) -> Iterator[PersonStatus]:
    for iin, own in receipts.each():
        if law.is_known:
            yield _status(iin, standing_of(facts_from_receipts(iin, own, law.book), law))
        else:
            yield PersonStatus(iin.digits, "undetermined", None, None, (), (), str(Money(0)), ())
        bar.advance(task)


def _status(iin: Iin, standing: Standing) -> PersonStatus:
    return PersonStatus(
        iin=iin.digits,
        verdict=standing.verdict,
        ground=standing.ground,
        insured_until=standing.insured_until,
        months_owed=tuple(map(str, standing.months_owed)),
        months_without_payment=tuple(map(str, standing.months_without_payment)),
        amount_owed=str(standing.amount_owed),
        missing=tuple(missing.fact for missing in standing.missing),
    )


def _write_json(lines: Iterator[PersonStatus]) -> None:
    out = sys.stdout.buffer
    out.write(b"[")
    for place, line in enumerate(lines):
        out.write((b",\n" if place else b"\n") + msgspec.json.encode(line))
    out.write(b"\n]\n")


def _print_table(lines: Iterator[PersonStatus], page: Page) -> None:
    page.line(_columns([heading.in_language(page.language) for heading in _HEADINGS]))
    for line in lines:
        page.line(
            _columns(
                [
                    line.iin,
                    VERDICTS[line.verdict].in_language(page.language),
                    line.ground or "",
                    str(line.insured_until or ""),
                    str(len(line.months_owed) + len(line.months_without_payment)),
                    Money.tenge(line.amount_owed).text().in_language(page.language),
                ]
            )
        )


def _columns(cells: list[str]) -> str:
    """Fixed widths, because a table of a country cannot be held to measure it."""
    return "  ".join([*(cell.ljust(width) for cell, width in zip(cells, _WIDTHS, strict=False)), cells[-1]]).rstrip()
