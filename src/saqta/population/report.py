"""A report about everybody that needs no explanation beside it: one page, and the same figures as pictures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from saqta.basis.text import Language, Text, listed, same
from saqta.basis.whole_files import whole_file
from saqta.drawing.bars import Bar, Chart, bars
from saqta.drawing.pictures import write_picture
from saqta.law.book import Law
from saqta.population import report_wording as say
from saqta.population.page import Page
from saqta.population.report_content import Content, Measure, Tone
from saqta.population.summary import CountryStatus

PAGE = "report.html"
COLOURS: dict[Tone, str] = {"yes": "#0b7285", "no": "#e8590c", "open": "#adb5bd"}
"""Insured, not insured, not known: apart from one another for those too who see no red or no green."""


def write_report(
    folder: Path, summary: CountryStatus, law: Law, language: Language, *, invented: int | None
) -> tuple[Path, ...]:
    """Writes the page and the pictures and gives their paths. ``invented`` is how many people were invented; the report
    then says that nobody in it exists."""
    content = Content(summary, law)
    page = folder / PAGE
    with whole_file(page) as passing:
        passing.write_text(Page(content, language, invented).html(), encoding="utf-8")
    written = [page]
    for name, chart in _Charts(content, language, invented).all():
        write_picture(folder / f"{name}.png", bars(chart))
        written.append(folder / f"{name}.png")
    return tuple(written)


class _Charts:
    """The figures of a report as pictures, each with a title that says what it shows."""

    def __init__(self, content: Content, language: Language, invented: int | None) -> None:
        self.content, self.language, self.invented = content, language, invented

    def all(self) -> Iterator[tuple[str, Chart]]:
        content = self.content
        share = content.summary.share
        whole = (share, self._said(listed([say.ALL, content.share], separator=" ")))
        headline = say.HEADLINE.fill(share=content.share)
        grounds = (*content.grounds, *content.denials, content.verdicts[-1])
        yield "insured", self._chart(headline, say.GROUNDS_CHART, grounds, key=content.verdicts)
        if content.categories:
            yield "categories", self._chart(content.categories_headline, say.BY_CATEGORY, content.categories)
        yield "regions", self._chart(headline, say.BY_REGION, content.regions, marked=whole)
        yield "ages", self._chart(headline, say.BY_AGE, content.ages, marked=whole)
        yield "owed", self._chart(content.owed_headline, say.OWED_CHART, content.debts)
        if content.debts_of_regions:
            yield "money", self._chart(content.owed_headline, say.OWED_BY_REGION, content.debts_of_regions)

    def _chart(
        self,
        title: Text,
        subtitle: Text,
        measures: tuple[Measure, ...],
        *,
        marked: tuple[float, str] | None = None,
        key: tuple[Measure, ...] = (),
    ) -> Chart:
        drawn = tuple(
            Bar(self._label(measure.label), measure.share, self._said(measure.said), COLOURS[measure.tone])
            for measure in measures
        )
        notes = [self.content.on, *([say.INVENTED_SHORT] if self.invented is not None else []), same("Saqta")]
        footer = self._said(listed(notes, separator=" · "))
        colours = tuple((COLOURS[measure.tone], self._said(measure.label)) for measure in key)
        return Chart(self._said(title), self._said(subtitle), drawn, footer, marked, colours)

    def _said(self, text: Text) -> str:
        return text.in_language(self.language)

    def _label(self, text: Text) -> str:
        said = self._said(text)
        return said[:1].upper() + said[1:]
