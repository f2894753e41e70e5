"""What a status rests on when its ground may not be told: the same law for everybody on that day."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

import msgspec

from saqta.basis.days import day_text
from saqta.basis.text import Text
from saqta.law.book import Book
from saqta.logic.canonical import digest as rule_digest
from saqta.logic.nodes import Clause
from saqta.rules.answer import Citing, Quotation, ReadingUsed, Verdict, law_digest, unseen_changes
from saqta.rules.insured import LAW, grounds, insured
from saqta.rules.phrases import phrases
from saqta.rules.settled import settled


class StatusBasis(msgspec.Struct, frozen=True):
    """The provisions in force on a day by which anybody is insured or not, the open question of what was published
    since, and the identity of that law."""

    on: date
    citations: tuple[Quotation, ...]
    readings: tuple[ReadingUsed, ...]
    law: str

    def says(self, verdict: Verdict) -> Text:
        """The verdict as a sentence."""
        return phrases("status")[f"insured-{verdict}"].fill(on=day_text(self.on))


@lru_cache(maxsize=4)  # every answer of a day asks for the same
def status_basis(on: date, book: Book) -> StatusBasis:
    """What every status on this day rests on. Of a rule that the law of the day has closed nothing is cited."""
    law = book.on(on)
    citing = Citing(law)
    if law.is_known:
        standing = [settled(ground, law).value for ground in grounds(book).values()]
        cited = {_paragraph(key) for clause in standing if isinstance(clause, Clause) for key in clause.cites}
        citing.keys_in_force(sorted(cited, key=_place))
    return StatusBasis(on, citing.quotations(), unseen_changes(law), law_digest(law, rule_digest(insured(book))))


def _place(reference: str) -> tuple[bool, list[int]]:
    """The law before the orders made under it, each in the order of its articles."""
    act, _, path = reference.partition("/")
    return act != LAW, [int(number) for number in re.findall(r"[0-9]+", path)]


def _paragraph(reference: str) -> str:
    """The paragraph of a provision: which of its subparagraphs applies would tell the category."""
    act, _, path = reference.partition("/")
    return f"{act}/{'__'.join(path.split('__')[:2])}"
