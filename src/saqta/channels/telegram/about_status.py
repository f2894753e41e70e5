"""Determining a status: a number typed into the chat, the public answer to it, and the law behind the answer."""

from __future__ import annotations

import re
from datetime import date

from django.db.utils import Error as DatabaseError

from saqta.access.budgets import Spent
from saqta.access.records import stranger
from saqta.basis.days import day_text
from saqta.basis.identifiers import Iin, looks_like_organisation
from saqta.basis.refusal import Refused
from saqta.basis.text import Text
from saqta.channels.clock import moment_text
from saqta.channels.telegram.answers import law, signed
from saqta.channels.telegram.asker import Asker
from saqta.channels.telegram.cards import Button, Card, Line, card, pressed
from saqta.channels.telegram.menu import TO_MENU
from saqta.channels.telegram.wording.menu import MENU
from saqta.channels.telegram.wording.status import STATUS
from saqta.channels.typed_numbers import as_typed
from saqta.coverage.records import PublicStatus
from saqta.law.book import Book
from saqta.rules.status_basis import status_basis
from saqta.rules.timeline import end_of_known_law

_ASKER = stranger("telegram")
_BETWEEN = r"[\s\u200b\u200e\u200f\ufeff.\-\u2010-\u2015]*"
_MANY_DIGITS = re.compile(rf"\d(?:{_BETWEEN}\d){{11,}}")
"""Twelve digits or more in any script, however they are parted: what may be somebody's number, or that with a slip in
it, is deleted whether it is one or not."""
_AGAIN = Button(STATUS["again"], pressed("menu", "status"))


def numbers_in(text: str) -> list[str]:
    """What may be numbers of people in a text, without what stands between digits. Numbers of organisations are
    public, and no number of a person is like them."""
    found = (as_typed(match[0]) for match in _MANY_DIGITS.finditer(text))
    return [number for number in found if not looks_like_organisation(number)]


def ask_number() -> Card:
    return card(Line(MENU["status"], bold=True), STATUS["ask"], buttons=[[TO_MENU]])


def wrong_number(text: str) -> Card:
    """What is wrong with what was typed in the place of a number."""
    try:
        Iin.parse(as_typed(text))
    except Refused as refused:
        return _again(refused.faults[0].text)
    return ask_number()


def answer(numbers: list[str], asker: Asker) -> Card:
    """The status of the number that was typed."""
    if len(set(numbers)) > 1:
        return _again(STATUS["one_number"])
    try:
        iin = Iin.parse(numbers[0])
    except Refused as refused:
        return _again(refused.faults[0].text)
    try:
        found = asker.desk.ask(iin, address=asker.address, by=_ASKER, at=asker.at, on=asker.on)
    except (DatabaseError, OSError):
        return _again(STATUS["unavailable"])
    if isinstance(found, Spent):
        return card(MENU["too_often"].fill(seconds=str(found.seconds)), buttons=[[TO_MENU]])
    return _answer(found, asker)


def why(on: date, book: Book) -> Card:
    """The law by which anybody is insured or not on that day: the same for everybody, so that it tells nothing of
    whoever was asked about."""
    basis = status_basis(on, book)
    return card(*law(basis.citations, basis.readings, on), buttons=[[_AGAIN, TO_MENU]])


def _answer(found: PublicStatus, asker: Asker) -> Card:
    months = found.months()
    marks = [Line(STATUS["paid" if paid else "unpaid"].fill(month=month.text()), tight=True) for month, paid in months]
    return card(
        signed(found.verdict, STATUS[found.verdict]),
        status_basis(found.on, asker.book).says(found.verdict),
        _until(found, asker.book),
        STATUS["as_of"].fill(moment=moment_text(asker.as_of)),
        STATUS["paid_of"].fill(count=str(sum(paid for _, paid in months))),
        *marks,
        STATUS[f"next_{found.verdict}"],
        buttons=[
            [Button(MENU["why"], pressed("law", found.on.isoformat())), _AGAIN],
            [TO_MENU],
        ],
    )


def _until(found: PublicStatus, book: Book) -> Text | None:
    """How long a right lasts; how long its absence lasts depends on the person and is not promised."""
    if found.verdict != "yes" or found.valid_until is None:
        return None
    known = found.valid_until == end_of_known_law(book)
    return STATUS["until_known" if known else "until"].fill(day=day_text(found.valid_until))


def _again(text: Text) -> Card:
    return card(text, buttons=[[_AGAIN, TO_MENU]])
