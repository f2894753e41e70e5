"""What all answers of the bot have in common: the sign of their verdict, and the law behind them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from saqta.basis.days import day_text
from saqta.basis.text import Text, same
from saqta.channels.telegram.cards import Line
from saqta.channels.telegram.wording.menu import MENU
from saqta.rules.answer import Quotation, ReadingUsed, Verdict

_SIGNS: Mapping[Verdict, str] = {"yes": "✅", "no": "❌", "depends": "❔", "undetermined": "❔"}


def signed(verdict: Verdict, says: Text) -> Line:
    """What is said first: the verdict in a word or two, with its sign."""
    return Line(same("{sign} {says}").fill(sign=_SIGNS[verdict], says=says), bold=True)


def law(citations: Iterable[Quotation], readings: Iterable[ReadingUsed]) -> list[Line | Text]:
    """The provisions an answer rests on, each leading to its text, and the open questions it touches."""
    lines: list[Line | Text] = [Line(MENU["by_law"], bold=True)]
    for found in citations:
        words = MENU["edition"] if found.verified else MENU["unverified"]
        said = words.fill(act=found.short_title, place=found.label, day=day_text(found.edition))
        lines.append(Line(said, url=found.url))
        if found.says is not None:
            lines.append(Line(found.says, tight=True))
    for reading in readings:
        lines += [Line(MENU["open_question"], bold=True), Line(reading.question, tight=True)]
        lines.append(MENU["followed"].fill(option=reading.text))
    return lines
