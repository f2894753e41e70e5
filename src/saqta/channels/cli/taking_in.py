"""``saqta import``: feeds of payments, refunds, people, categories, attachments, representations and of clinics with
their papers into the register."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import BinaryIO

import msgspec

from saqta.access.permissions import Permission
from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text
from saqta.channels.cli.acting import actor
from saqta.channels.cli.arguments import Arguments
from saqta.channels.cli.arguments import refused as argument_refused
from saqta.channels.cli.output import Page, print_json
from saqta.channels.cli.progress import progress
from saqta.channels.cli.register_documents import Reject, TakenIn
from saqta.channels.clock import now
from saqta.channels.opening import register
from saqta.clinics.told import certificate_in_codes, contract_in_codes, licence_in_codes
from saqta.coverage.actions import follow_journal
from saqta.coverage.register import check_membership
from saqta.journal.feed_files import FeedFile, feed_files
from saqta.journal.feeds import Balance
from saqta.law.book import Book, load
from saqta.ledger.feeds import take_in_payments, take_in_refunds
from saqta.ledger.records import PaymentFault
from saqta.registry.clinic_feeds import (
    Taking,
    take_in_certificates,
    take_in_clinics,
    take_in_contracts,
    take_in_licences,
)
from saqta.registry.feeds import take_in_attachments, take_in_categories, take_in_people, take_in_representations
from saqta.registry.records import LONGEST_SOURCE

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


def run(arguments: Arguments) -> int:
    book = load()
    refusal: Refused | None = None
    taken: list[TakenIn] = []
    with register(), ExitStack() as stack:
        rejects = stack.enter_context(arguments.rejects.open("wb")) if arguments.rejects else None
        bar = stack.enter_context(progress())
        taking = bar.add_task(_READING.in_language(arguments.language), total=None)
        working = bar.add_task(_WORKING_OUT.in_language(arguments.language), total=None)
        feeds = _Feeds(arguments, book, rejects, lambda count: bar.advance(taking, count))
        try:
            for number, path in enumerate(arguments.files, 1):
                taken.append(feeds.take_in(number, path))
        except Refused as refused:
            refusal = refused  # takes nothing back of the files before it, so their people are followed up
        people = follow_journal(book, lambda count: bar.update(working, completed=count))
    if refusal is not None:
        raise refusal
    if arguments.as_json:
        print_json(taken)
        return 0
    page = Page(arguments.language)
    for path, done in zip(arguments.files, taken, strict=True):
        values = {name: str(getattr(done, name)) for name in ("read", "new", "known", "rejected")}
        page.say(_BALANCE.fill(file=path.name, **values))
    page.say(_PEOPLE.fill(count=str(people)))
    return 0


_FROM_BANKS = ("payments", "refunds")
"""Feeds that come in the layouts of banks, of which a workbook is none."""


class _Feeds:
    """Takes in the files of one command, all by one actor and at one moment."""

    def __init__(
        self, arguments: Arguments, book: Book, rejects: BinaryIO | None, advance: Callable[[int], object]
    ) -> None:
        self._arguments = arguments
        self._book = book
        self._rejects = rejects
        self._advance = advance
        self._at = now()
        self._by = actor(Permission.TAKE_IN_FEEDS)
        self._source: str = arguments.source or "import"
        if len(self._source) > LONGEST_SOURCE:
            raise argument_refused("argument-value", names="--source", command="import")
        self._number = 0
        self._member: int | None = None

    def take_in(self, number: int, path: Path) -> TakenIn:
        """Everything in one file; a refusal says which file it is about, where there is a choice."""
        self._number, self._member = number, None
        balances: list[Balance] = []
        try:
            for file in feed_files(path, workbooks=self._arguments.what not in _FROM_BANKS):
                self._member = file.member
                balances.append(self._one(file))
        except Refused as refused:
            raise refused.placed(self._place) from None
        return TakenIn(number, *map(sum, zip(*balances, strict=True)))

    def _one(self, file: FeedFile) -> Balance:
        arguments = self._arguments
        match arguments.what:
            case "clinics" | "licences" | "certificates" | "contracts":
                return self._of_clinics(file)
            case "payments" | "refunds":
                take_in = take_in_payments if arguments.what == "payments" else take_in_refunds
                return take_in(
                    file,
                    by=self._by,
                    at=self._at,
                    partial=arguments.partial,
                    on_reject=self._reject_payment,
                    on_progress=self._advance,
                )
            case "people":
                return take_in_people(
                    file, by=self._by, at=self._at, on_reject=self._reject_row, on_progress=self._advance
                )
            case "attachments" | "representations":
                tells = take_in_attachments if arguments.what == "attachments" else take_in_representations
                return tells(
                    file,
                    source=self._source,
                    by=self._by,
                    at=self._at,
                    on_reject=self._reject_row,
                    on_progress=self._advance,
                )
            case _:
                return take_in_categories(
                    file,
                    source=self._source,
                    check=check_membership,
                    by=self._by,
                    at=self._at,
                    on_reject=self._reject_row,
                    on_progress=self._advance,
                )

    def _of_clinics(self, file: FeedFile) -> Balance:
        taking = Taking(self._source, self._by, self._at, self._reject_row, self._advance)
        match self._arguments.what:
            case "clinics":
                return take_in_clinics(file, taking)
            case "licences":
                return take_in_licences(file, taking, in_codes=partial(licence_in_codes, book=self._book))
            case "certificates":
                return take_in_certificates(file, taking, in_codes=partial(certificate_in_codes, book=self._book))
            case _:
                return take_in_contracts(file, taking, in_codes=partial(contract_in_codes, book=self._book))

    def _place(self, where: str | None) -> str | None:
        file = f"FILE {self._number}" if len(self._arguments.files) > 1 else None
        member = f"#{self._member}" if self._member is not None else None
        return " ".join(part for part in (file, member, where) if part) or None

    def _reject_payment(self, fault: PaymentFault) -> None:
        self._reject(fault.line, fault.field, fault.code, fault.text)

    def _reject_row(self, line: int, fault: Fault) -> None:
        self._reject(line, fault.where, fault.code, fault.text)

    def _reject(self, line: int | None, field: str | None, code: str, text: Text) -> None:
        if self._rejects is not None:
            reject = Reject(self._number, self._member, line, field, code, text)
            self._rejects.write(msgspec.json.encode(reject) + b"\n")
