"""``saqta payments check``: is this a payment file, and is it in order."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import islice

import msgspec

from saqta.basis.money import Money
from saqta.basis.text import Text
from saqta.channels.cli.arguments import Arguments
from saqta.channels.cli.output import Page
from saqta.ledger.reader import PaymentFile, open_payments
from saqta.ledger.records import CheckedSummary, JudgedRow, Judgement, PaymentFault

_VALID = Text(ru="Файл в порядке.", kk="Файл дұрыс.", en="The file is in order.")
_INVALID = Text(
    ru="В файле есть ошибки ({count}); до их исправления ему верить нельзя.",
    kk="Файлда қателер бар ({count}); олар түзетілгенше оған сенуге болмайды.",
    en="The file has faults ({count}); until they are mended it cannot be relied on.",
)
_FOUND = Text(
    ru="Строк: {rows}, из них без ошибок: {believed}. Формат {layout}, кодировка {encoding}.",
    kk="Жолдар: {rows}, қатесізі: {believed}. Пішімі {layout}, кодтамасы {encoding}.",
    en="Rows: {rows}, without faults: {believed}. Layout {layout}, encoding {encoding}.",
)
_FAULTS = Text(ru="Ошибки", kk="Қателер", en="Faults")
_LINE = Text(ru="строка {line}", kk="{line}-жол", en="line {line}")
_FILE = Text(ru="весь файл", kk="бүкіл файл", en="whole file")
_MORE = Text(ru="…и ещё {count}", kk="…және тағы {count}", en="…and {count} more")

SHOWN_TO_A_PERSON = 30


def run(arguments: Arguments) -> int:
    opened = open_payments(arguments.file, person_tag=arguments.person_tag)
    judgement = opened.judge()
    if arguments.as_json:
        _write_json(opened, judgement)
    else:
        _print(opened, judgement, Page(arguments.language))
    return 0


def _write_json(opened: PaymentFile, judgement: Judgement) -> None:
    """The published document ``CheckedFile``. The file is read again for each list: rows need no memory."""
    out = sys.stdout.buffer
    summary = CheckedSummary(
        valid=judgement.valid,
        document=judgement.documents[0] if judgement.documents else None,
        documents=judgement.documents,
        layout=judgement.layout,
        encoding=judgement.encoding,
        fingerprint=f"sha256:{judgement.fingerprint}",
        row_count=judgement.row_count,
        believed_count=judgement.believed_count,
        totals=judgement.totals,
    )
    out.write(msgspec.json.encode(summary).removesuffix(b"}"))
    for name, items in (("rows", _rows(opened)), ("errors", _faults(opened))):
        out.write(b',\n"%s": [' % name.encode())
        for place, item in enumerate(items):
            out.write((b",\n" if place else b"\n") + msgspec.json.encode(item))
        out.write(b"]")
    out.write(b"}\n")


def _rows(opened: PaymentFile) -> Iterator[object]:
    for event in opened.events():
        if isinstance(event, JudgedRow) and event.row is not None:
            yield event.row


def _faults(opened: PaymentFile) -> Iterator[PaymentFault]:
    for event in opened.events():
        if isinstance(event, PaymentFault):
            yield event
        elif isinstance(event, JudgedRow):
            yield from event.faults


def _print(opened: PaymentFile, judgement: Judgement, page: Page) -> None:
    page.say(_VALID if judgement.valid else _INVALID.fill(count=str(judgement.fault_count)))
    page.say(
        _FOUND.fill(
            rows=str(judgement.row_count),
            believed=str(judgement.believed_count),
            layout=judgement.layout.upper(),
            encoding=judgement.encoding,
        )
    )
    page.table(
        [
            (total.payment_code, str(total.rows), Money.tenge(total.amount).text().in_language(page.language))
            for total in judgement.totals
        ]
    )
    if judgement.valid:
        return
    page.heading(_FAULTS)
    for fault in islice(_faults(opened), SHOWN_TO_A_PERSON):
        where = _LINE.fill(line=str(fault.line)) if fault.line is not None else _FILE
        field = f", {fault.field}" if fault.field else ""
        said = f"{where.in_language(page.language)}{field} [{fault.code}]: {fault.text.in_language(page.language)}"
        page.say(said, indent=2)
    if judgement.fault_count > SHOWN_TO_A_PERSON:
        page.say(_MORE.fill(count=str(judgement.fault_count - SHOWN_TO_A_PERSON)), indent=2)
