"""Nobody has to know an abbreviation: those that a page leaves unspelled are spelled out at its end."""

from __future__ import annotations

import re
from functools import lru_cache

from django.utils.html import format_html, format_html_join

from saqta.basis.text import Language
from saqta.channels.web.wording.abbreviations import ABBREVIATIONS, HEADING

_END = "</main>"
_MARKUP = re.compile(r"<[^>]*>")


def spelled_out(html: str, language: Language) -> str:
    """The page, with the abbreviations of its main part spelled out below it."""
    before, end, after = html.partition(_END)
    text = _MARKUP.sub(" ", before.partition("<main")[2])
    found = dict.fromkeys(_any(language).findall(text))
    if not found or not end:
        return html
    lines = [(short, ABBREVIATIONS[language][short]) for short in found]
    told = format_html(
        '<aside class="abbreviations small"><h2>{}</h2><dl>{}</dl></aside>\n',
        HEADING.in_language(language),
        format_html_join("", "<div><dt>{}</dt> <dd>{}</dd></div>", lines),
    )
    return f"{before}{told}{end}{after}"


@lru_cache(maxsize=3)
def _any(language: Language) -> re.Pattern[str]:
    """Any abbreviation that stands alone, without one in brackets: that follows its own words. What may not
    stand before it is looked at last: a search that begins with letters passes over most of a page."""
    alone = "|".join(rf"{short}(?<![\w(-]{short})" for short in ABBREVIATIONS[language])
    return re.compile(rf"({alone})(?!\w)")
