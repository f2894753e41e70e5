"""What the rules would answer if a correction were approved, without writing anything."""

from __future__ import annotations

from datetime import date

import msgspec

from saqta.basis.refusal import Refused
from saqta.corrections.checks import temporary_span
from saqta.corrections.records import CorrectionRecord, Ended, Held, NeverHeld, Temporary
from saqta.coverage.register import facts_of, membership_of
from saqta.law.book import Book
from saqta.rules.status import InsuredAnswer, ask


def tried(found: CorrectionRecord, book: Book, on: date) -> InsuredAnswer | None:
    """The answer about the day ``on`` with the correction; None for one that changes no category, and for one that the
    facts of the person can no longer hold."""
    ((_, facts),) = facts_of([found.person], book)
    held = facts.categories or ()
    match found.proposal:
        case Temporary(code, details):
            held = (*held, membership_of(code, *temporary_span(on, book), details))
        case Held(code, start, until, details):
            held = (*held, membership_of(code, start, until, details))
        case Ended(code, start, _, until):
            held = tuple(
                msgspec.structs.replace(one, until=until) if (one.code, one.start) == (code, start) else one
                for one in held
            )
        case NeverHeld(code, start):
            held = tuple(one for one in held if (one.code, one.start) != (code, start))
        case _:
            return None
    try:
        return ask(msgspec.structs.replace(facts, categories=held), on, book)
    except Refused:
        return None
