"""The charts of a report: each a drawing and the table it was drawn from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from saqta.basis.days import day_text
from saqta.basis.money import Money
from saqta.basis.numerals import count_text, share_text, sum_text
from saqta.basis.text import Language, Text
from saqta.drawing.bars import Bar, Chart, bars
from saqta.drawing.pictures import table
from saqta.drawing.tiles import RegionMap, tiles
from saqta.figures import charts_wording as say
from saqta.figures.content import capital, leaves
from saqta.figures.report import Report
from saqta.figures.totals import NOT_KNOWN, Figure

TEAL, ORANGE, GREY = "#0b7285", "#e8590c", "#adb5bd"
_COLOURS = {
    NOT_KNOWN: GREY,
    "being_registered": GREY,
    "registration_refused": GREY,
    "removed": GREY,
    "violations": ORANGE,
}
"""What is not known or not done is grey, what a clinic did wrong is orange; without colours the words say the same."""


class Drawn(NamedTuple):
    """A chart under the name of its file: the drawing as SVG, its figures as CSV, and what it shows in a sentence."""

    name: str
    svg: str
    csv: str
    says: str


NAMES = ("states", "map", "regions", "fundings", "outcomes", "measures", "fines")
"""The charts there are."""


class Charts:
    """The charts of one report in one language."""

    def __init__(self, report: Report, language: Language) -> None:
        self.report, self.language = report, language

    def all(self) -> Iterator[Drawn]:
        """Every chart, in the order of the page."""
        return map(self.one, NAMES)

    def one(self, name: str) -> Drawn:
        """The chart of a name; raises ``KeyError`` where there is none."""
        report = self.report
        if name == "map":
            return self._map(report.regions)
        figures = {
            "states": (say.STATES, leaves(report.states)),
            "regions": (say.REGIONS, _by_size(report.regions)),
            "fundings": (say.FUNDINGS, report.fundings.parts),
            "outcomes": (say.OUTCOMES, report.outcomes.parts),
            "measures": (say.MEASURES, _by_size(report.measures)),
            "fines": (say.FINES, _by_size(report.fines_by_region)),
        }
        title, parts = figures[name]
        return self._bars(name, title, parts, money=name == "fines")

    def _bars(self, name: str, title: Text, parts: tuple[Figure, ...], *, money: bool) -> Drawn:
        total, most = sum(part.value for part in parts), max((part.value for part in parts), default=0)
        headline = self._said(title.fill(total=_amount(total, money=money)))
        drawn = tuple(
            Bar(
                self._said(capital(part.name)),
                part.value / most if most else 0.0,
                self._beside(part.value, total, money=money),
                _COLOURS.get(part.code, TEAL),
            )
            for part in parts
        )
        return Drawn(
            name, bars(Chart(headline, self._subtitle(), drawn, "Saqta")), self._csv(parts, money=money), headline
        )

    def _map(self, regions: Figure) -> Drawn:
        parts = tuple(part for part in regions.parts if part.code != NOT_KNOWN)
        headline = self._said(say.MAP.fill(total=count_text(regions.value)))
        unknown = regions.part(NOT_KNOWN).value
        footer = say.MAP_UNKNOWN.fill(count=count_text(unknown)) if unknown else say.MAP_KEY
        shown = RegionMap(headline, self._subtitle(), {part.code: part.value for part in parts}, self._said(footer))
        return Drawn("map", tiles(shown, self.language), self._csv(regions.parts, money=False), headline)

    def _csv(self, parts: tuple[Figure, ...], *, money: bool) -> str:
        """Parts by code and name; money in tenge with two decimals, as programs read it."""
        rows = [(part.code, self._said(part.name), str(Money(part.value)) if money else part.value) for part in parts]
        return table(map(self._said, (say.CODE, say.NAME, say.TENGE if money else say.COUNT)), rows)

    def _subtitle(self) -> str:
        day = day_text(self.report.on)
        if self.report.campaign is None:
            return self._said(say.ON.fill(day=day))
        return self._said(say.ON_IN_CAMPAIGN.fill(day=day, name=self.report.campaign))

    def _beside(self, value: int, total: int, *, money: bool) -> str:
        said = self._said(_amount(value, money=money))
        return f"{said} · {self._said(share_text(value / total))}" if value and not money else said

    def _said(self, text: Text) -> str:
        return text.in_language(self.language)


def _amount(value: int, *, money: bool) -> Text:
    return sum_text(Money(value)) if money else count_text(value)


def _by_size(figure: Figure) -> tuple[Figure, ...]:
    """The parts, the largest first, and what is not known at the end."""
    return tuple(sorted(figure.parts, key=lambda part: (part.code == NOT_KNOWN, -part.value)))
