"""Sections of a report as HTML: for a page of the product, or as one page that needs nothing beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path

from saqta.basis.text import Language, Text
from saqta.figures.charts import Charts
from saqta.figures.content import Line, Section, capital, said_text
from saqta.figures.report import Report
from saqta.figures.report_content import ReportContent

CHARTS_OF_SECTIONS = {
    "states": "states",
    "regions": "map",
    "fundings": "fundings",
    "outcomes": "outcomes",
    "measures": "measures",
    "fines-by-region": "fines",
}
"""Which chart stands above which table; the bars by region say what the map says and are there to be taken away."""

_STYLE = Path(__file__).with_name("report.css")


def sections_html(sections: Iterable[Section], language: Language, pictures: Mapping[str, str]) -> str:
    """The sections one after another. ``pictures`` are pieces of HTML put before the table of a section, by its code.
    No style and no script stands in it, so that any content policy lets it through."""
    return "\n".join(_section(section, language, pictures.get(section.code, "")) for section in sections)


def whole_page(title: Text, lead: Iterable[Text], body: str, language: Language) -> str:
    """One page with its style inside."""
    said = escape(title.in_language(language))
    sentences = "".join(f"<p>{escape(text.in_language(language))}</p>\n" for text in lead)
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{said}</title>\n<style>\n{_STYLE.read_text(encoding='utf-8')}</style>\n</head>\n"
        f"<body>\n<main>\n<h1>{said}</h1>\n{sentences}{body}\n</main>\n</body>\n</html>\n"
    )


def report_page(report: Report, language: Language) -> str:
    """The whole report as one page that needs nothing beside it: style, charts and map stand in it."""
    content = ReportContent(report)
    charts = Charts(report, language)
    pictures = {
        section: f'<figure class="chart">{charts.one(chart).svg}</figure>'
        for section, chart in CHARTS_OF_SECTIONS.items()
    }
    return whole_page(content.title, content.lead, sections_html(content.sections(), language, pictures), language)


def _section(section: Section, language: Language, picture: str) -> str:
    title = escape(section.title.in_language(language))
    said = [escape(text.in_language(language)) for text in section.says]
    if section.lines:
        sentences, listed = "".join(f"<p>{one}</p>" for one in said), _table(section, language)
    else:
        sentences, listed = f"<ul>{''.join(f'<li>{one}</li>' for one in said)}</ul>", ""
    return f'<section id="{section.code}" class="figures">\n<h2>{title}</h2>\n{sentences}{picture}{listed}</section>'


def _table(section: Section, language: Language) -> str:
    head = ""
    if section.columns:
        cells = "".join(f'<th scope="col">{escape(column.in_language(language))}</th>' for column in section.columns)
        head = f"<thead><tr><td></td>{cells}</tr></thead>"
    rows = "".join(_row(section, line, language) for line in section.lines)
    kind = "across" if section.columns else "list"
    # A wide table scrolls by itself, and who uses a keyboard can reach it to do so.
    name = escape(section.title.in_language(language))
    return (
        f'<div class="scroll" role="region" aria-label="{name}" tabindex="0"><table class="{kind}">{head}'
        f"<tbody>{rows}</tbody></table></div>\n"
    )


def _row(section: Section, line: Line, language: Language) -> str:
    label = escape(capital(line.label).in_language(language))
    cells = "".join(
        f"<td>{escape(said_text(line, place, section.kind).in_language(language))}</td>"
        for place in range(len(line.numbers))
    )
    return f'<tr class="depth{line.depth}"><th scope="row">{label}</th>{cells}</tr>\n'
