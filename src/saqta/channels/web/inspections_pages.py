"""Inspections in figures: how they stood on a day with charts to take away, and what others published about them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from html import escape
from http import HTTPStatus
from urllib.parse import urlencode

from django.db.utils import Error as DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.safestring import SafeString, mark_safe

from saqta.basis.text import Language, Text
from saqta.channels.cited import cited
from saqta.channels.inspection_figures import report_on
from saqta.channels.published import published as published_answer
from saqta.channels.web.days_asked import NOT_A_DAY, NotADay, day_asked, today
from saqta.channels.web.rendering import SECURITY, page, public_page
from saqta.channels.web.wording.inspections import INSPECTION_WORDS
from saqta.drawing.pictures import png
from saqta.figures.charts import NAMES, Charts, Drawn
from saqta.figures.pages import CHARTS_OF_SECTIONS, sections_html
from saqta.figures.published import published as statements
from saqta.figures.published_content import PublishedContent
from saqta.figures.report import Report
from saqta.figures.report_content import ReportContent
from saqta.figures.workbook import workbook
from saqta.law.book import load
from saqta.rules.answer import Citing, Quotation

_MEDIA = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_WORKBOOK = "report.xlsx"
_TEMPLATE = "inspections/report.html"


class DayToCome(ValueError):
    """The day in the address is still to come."""


def report(request: HttpRequest, language: Language) -> HttpResponse:
    """How inspections stood on the day in the address, or today."""
    try:
        on = _day(request)
        found = report_on(on, at=request.META["saqta.at"])
    except NotADay:
        return _refused(request, language, NOT_A_DAY, HTTPStatus.UNPROCESSABLE_ENTITY)
    except DayToCome:
        return _refused(request, language, INSPECTION_WORDS["day_to_come"], HTTPStatus.UNPROCESSABLE_ENTITY)
    except DatabaseError:
        text = INSPECTION_WORDS["figures_unavailable"]
        return _refused(request, language, text, HTTPStatus.SERVICE_UNAVAILABLE)

    def values() -> Mapping[str, object]:
        content = ReportContent(found)
        return {
            "title": content.title.in_language(language),
            "lead": [sentence.in_language(language) for sentence in content.lead],
            "on": on.isoformat(),
            "today": today(request).isoformat(),
            "body": _safe(sections_html(content.sections(), language, _pictures(found, language))),
            "citations": cited(_grounds(on), on),
        }

    return public_page(request, language, _TEMPLATE, values, words=INSPECTION_WORDS)


def published(request: HttpRequest, language: Language) -> HttpResponse:
    """What others published, as it was said, and whether it fits together."""

    def values() -> Mapping[str, object]:
        content = PublishedContent(statements())
        return {
            "title": content.title.in_language(language),
            "lead": content.lead.in_language(language),
            "body": _safe(sections_html(content.sections(), language, {})),
        }

    return public_page(request, language, "inspections/published.html", values, words=INSPECTION_WORDS)


def download(request: HttpRequest, language: Language, name: str) -> HttpResponse:
    """A chart as SVG, PNG or CSV, or the workbook; any other name leads nowhere."""
    chart, _, ending = name.rpartition(".")
    if name != _WORKBOOK and (chart not in NAMES or ending not in ("svg", "png", "csv")):
        raise Http404
    try:
        found = report_on(_day(request), at=request.META["saqta.at"])
    except (NotADay, DayToCome):
        raise Http404 from None
    headers = {**SECURITY, "Content-Language": language}
    if ending in ("csv", "xlsx"):
        headers["Content-Disposition"] = f'attachment; filename="inspections-{found.on}-{name}"'
    return published_answer(request, _content(found, language, chart, ending), media=_MEDIA[ending], headers=headers)


def _content(found: Report, language: Language, chart: str, ending: str) -> Callable[[], str | bytes]:
    if ending == "xlsx":
        content = ReportContent(found)
        return lambda: workbook(content.title, content.lead, content.sections(), language)
    charts = Charts(found, language)
    if ending == "png":
        return lambda: png(charts.one(chart).svg)
    return lambda: charts.one(chart).csv if ending == "csv" else charts.one(chart).svg


def _day(request: HttpRequest) -> date:
    on = day_asked(request, "on", today(request))
    if on > today(request):
        raise DayToCome(on)
    return on


def _pictures(found: Report, language: Language) -> dict[str, str]:
    """For each section its chart, shown as it can be taken away."""
    charts = Charts(found, language)
    return {
        section: _figure(charts.one(chart), f"/{language}/inspections/", urlencode({"on": found.on.isoformat()}))
        for section, chart in CHARTS_OF_SECTIONS.items()
    }


def _grounds(on: date) -> tuple[Quotation, ...]:
    """The provisions by which an inspection could be appointed on the day."""
    citing = Citing(load().on(on))
    standing = (ground for ground in load().grounds.values() if ground.stands_on(on))
    citing.keys_that_speak(reference for ground in standing for reference in ground.cites)
    return citing.quotations()


def _figure(drawn: Drawn, folder: str, query: str) -> str:
    links = "".join(
        f'<a href="{folder}{drawn.name}.{ending}?{query}" download>{ending.upper()}</a>'
        for ending in ("svg", "png", "csv")
    )
    picture = f'<img src="{folder}{drawn.name}.svg?{query}" alt="{escape(drawn.says)}" width="480" loading="lazy">'
    return f'<figure class="chart">{picture}<figcaption>{links}</figcaption></figure>'


def _refused(request: HttpRequest, language: Language, text: Text, status: HTTPStatus) -> HttpResponse:
    values = {
        "title": INSPECTION_WORDS["inspections_title"].in_language(language),
        "error": text.in_language(language),
        "on": today(request).isoformat(),
        "today": today(request).isoformat(),
        "no_parallel": True,
    }
    return page(request, language, _TEMPLATE, values, words=INSPECTION_WORDS, status=status)


def _safe(html: str) -> SafeString:
    return mark_safe(html)  # noqa: S308  # every text in it was escaped where it was written
