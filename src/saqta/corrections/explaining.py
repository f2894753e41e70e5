"""What stands behind an answer that a correction changed, in words for everybody."""

from __future__ import annotations

from datetime import date

from saqta.basis.days import day_text
from saqta.basis.text import Text, same
from saqta.corrections.records import CorrectionRecord, Details, Temporary
from saqta.corrections.wording import said
from saqta.law.book import Book


def rests_on(found: CorrectionRecord, book: Book) -> Text:
    """On what an answer about a day rests for which ``queries.temporary_on`` found this correction."""
    decision = found.decision
    if not isinstance(found.proposal, Temporary) or decision is None or not decision.start or not decision.until:
        raise ValueError("only an approved category on a document is what an answer rests on")
    return said("rests-on").fill(
        category=category_name(found.proposal.code, decision.start, book),
        start=day_text(decision.start),
        until=day_text(decision.until),
        number=str(found.number),
    )


def category_name(code: str, on: date, book: Book) -> Text:
    """What the law of the day calls a category; its code where the law of the day has none."""
    wording = book.on(on).wording(code)
    return same(code) if wording is None else wording.name


def conditions(code: str, on: date, book: Book) -> Details:
    """What a document has to show besides, for the law of the day to count the category: the details under which it is
    told to the registry."""
    wording = book.on(on).wording(code)
    asked = () if wording is None else wording.requires
    return {
        name if name != "visited_this_year" else "visited_on": True if name != "visited_this_year" else on.isoformat()
        for name in asked
    }
