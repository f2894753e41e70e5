"""What all answers of the bot have in common: the sign of their verdict, and the law behind them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from saqta.basis.days import day_text
from saqta.basis.text import Text, same
from saqta.channels.cited import OFFICIAL_TEXT, cited
from saqta.channels.telegram.cards import Line
from saqta.channels.telegram.menu import our_page
from saqta.channels.telegram.wording.menu import MENU
from saqta.rules.answer import Quotation, ReadingUsed, Verdict

_SIGNS: Mapping[Verdict, str] = {"yes": "✅", "no": "❌", "depends": "❔", "undetermined": "❔"}


def signed(verdict: Verdict, says: Text) -> Line:
    """What is said first: the verdict in a word or two, with its sign."""
    return Line(same("{sign} {says}").fill(sign=_SIGNS[verdict], says=says), bold=True)


def law(citations: Iterable[Quotation], readings: Iterable[ReadingUsed], on: date) -> list[Line | Text]:
    """The provisions an answer about the day ``on`` rests on, and the open questions it touches. Each provision leads
    to our own page, as of that day, with the official text below; to the official text alone where Telegram does not
    open our pages."""
    lines: list[Line | Text] = [Line(MENU["by_law"], bold=True)]
    for found in cited(citations, on):
        words = MENU["edition"] if found.verified else MENU["unverified"]
        official, ours = same(found.official), our_page(found.address)
        lines.append(Line(words.fill(law=found.name, day=day_text(found.edition)), url=ours or official))
        if ours is not None:
            lines.append(Line(OFFICIAL_TEXT, url=official, tight=True))
        if found.says is not None:
            lines.append(Line(found.says, tight=True))
    for reading in readings:
        lines += [Line(MENU["open_question"], bold=True), Line(reading.question, tight=True)]
        lines.append(MENU["followed"].fill(option=reading.text))
    return lines
