"""Rows of an order that say everything in the usual way and break no rule, recognised whole.

Most rows of most files are such rows, and to read one of them field by field costs several times as much. Nothing is
refused here: a row that is not recognised in full goes to the careful readers (``mt102``, ``readings``, ``check``) and
gets its faults there. For a row that is recognised both ways give the same record; tests read files in both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

import msgspec

from saqta.basis.identifiers import birth_of_valid
from saqta.ledger.check import LETTER, the_month_can_be_paid_for, the_month_is_that_of_the_order
from saqta.ledger.fields import Unreadable, period
from saqta.ledger.readings import DocumentReading, RowReading
from saqta.ledger.records import JudgedRow, PaymentFault, PaymentRow
from saqta.ledger.repeats import SeenRows
from saqta.ledger.sections import RowSection

_WORDS = rf"[{LETTER}] [-'\ {LETTER}]*+ (?<!\ )"
_ROW = rf"""
    :21:       (?P<sequence>   [0-9]{{1,9}}                                     ) \n
    :32B:      KZT(?P<amount>  [1-9][0-9]{{0,11}} [.,] [0-9]{{2}}                 ) \n
    :70:\n?
    /OPV/      (?P<person_tag> [A-Z]?                                           ) \n
    //?FM/     (?P<surname>    {_WORDS}                   ) \n
    //?NM/     (?P<name>       {_WORDS}                   ) \n
    (?: //?FT/ (?P<patronymic> (?:{_WORDS})?              ) \n)?
    (?: //?DT/ (?P<birth_date> [0-9]{{8}}                                       ) \n)?
    //?IDN/    (?P<iin>        [0-9]{{12}}                                      ) \n
    (?: //?PERIOD/ (?P<month>  [0-9]{{6}}                                       ) \n)?
"""
"""One person from :21: up to the next person or the total. Each field stands once, in the usual order, with nothing
around its text; sums are positive; names are made of letters."""

_NEXT = r"(?= :21: | :32A: )"
PLAIN_ROW = re.compile(_ROW + _NEXT, re.VERBOSE)
_PLAIN_ROWS = re.compile(rf"({_ROW}) {_NEXT} | ([\s\S]+)", re.VERBOSE)
"""Found all at once in a text: each row in its own words with its fields, and what follows the last of them."""

_FIELDS = ("sequence", "person_tag", "surname", "name", "patronymic", "birth_date", "iin", "month")


class PlainRun(msgspec.Struct):
    """A text in which plain rows may stand one after another from ``place`` on, where line ``line`` begins.

    Whoever judges the rows moves both on, past the last row that was recognised.
    """

    text: str
    place: int
    line: int

    def judged(
        self,
        document: DocumentReading,
        seen: SeenRows,
        carefully: Callable[[RowSection, DocumentReading, SeenRows], JudgedRow],
    ) -> Iterator[JudgedRow]:
        """The rows, believed; one about which anything may be at fault is read ``carefully``, field by field."""
        months, said, seen_before = _Months(document), document.section, seen.add
        ready = not (said.faults or document.returns or document.payment_code is None or document.date is None)
        paid_on, payer = document.date or date.min, None if document.payer is None else document.payer.digits
        code = "" if document.payment_code is None else document.payment_code.value
        any_tag, demanded = document.person_tag is None, document.person_tag
        rows, line = _PLAIN_ROWS.findall(self.text, self.place), self.line
        self.place = len(self.text) - len(rows.pop()[-1])
        for row, sequence, sum_, tag, surname, name, patronymic, stated, iin, period_, _ in rows:
            number, amount, month, birth = int(sequence), sum_.replace(",", "."), months[period_], birth_of_valid(iin)
            if (
                not ready
                or number != document.last_sequence + 1
                or month is None
                or birth is None
                or (stated and stated != birth.digits)
                or not (any_tag or tag == demanded)
                or birth.day > paid_on
                or seen_before(iin, month, code, amount, payer)
            ):
                yield carefully(_section(row, line), document, seen)
            else:
                document.rows += 1
                document.last_sequence = number
                tiyn = int(amount.replace(".", ""))
                document.tiyn += tiyn
                record = PaymentRow(
                    line, iin, birth.day, surname, name, amount, month, code, patronymic or None, payer, paid_on, number
                )
                # Named arguments would take longer, a million times.
                yield JudgedRow(line, record, _NO_FAULTS, True, tiyn)  # see above
            line += row.count("\n")
        self.line = line


_NO_FAULTS: tuple[PaymentFault, ...] = ()


class _Months(dict[str, str | None]):
    """The months that may be paid for by a document, by the period that a row states, which may be none; None for any
    other period."""

    def __init__(self, document: DocumentReading) -> None:
        super().__init__()
        self._document = document

    def __missing__(self, text: str) -> str | None:
        document = self._document
        try:
            month = period(text) if text else document.month
        except Unreadable:
            return None
        reading = RowReading(RowSection(0), month=month, paid_on=document.date)
        if month is None or the_month_can_be_paid_for(reading, document):
            return None
        if the_month_is_that_of_the_order(reading, document):
            return None
        self[text] = str(month)  # kept: there are few that may be paid for
        return self[text]


def _section(text: str, line: int) -> RowSection:
    """A plain row for the careful readers."""
    row, match = RowSection(line), next(re.finditer(_ROW, text, re.VERBOSE))
    for field in _FIELDS:
        if (stated := match[field]) is not None:
            row.put(field, stated, line + text.count("\n", 0, match.start(field)))
    row.put("amount", f"KZT{match['amount']}", line + 1)
    return row
