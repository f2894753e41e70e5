"""A report as one page that needs nothing beside it: no picture, no script, no address to fetch from."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path

from saqta.basis.numerals import count_text
from saqta.basis.text import Language, Text
from saqta.population import report_wording as say
from saqta.population.report_content import Content, Measure, article_text

_STYLE = Path(__file__).parent / "report.css"


class Page:
    """Writes the report in one language."""

    def __init__(self, content: Content, language: Language, invented: int | None) -> None:
        self.content, self.language, self.invented = content, language, invented
        summary = content.summary
        self.found = {f"{quoted.act} {quoted.provision}".strip(): quoted for quoted in summary.citations}

    def html(self) -> str:
        content = self.content
        parts = [
            f"<h1>{self._text(content.title)}</h1>",
            f'<div class="share">{self._text(content.share)}</div>',
            *(f"<p>{self._text(sentence)}</p>" for sentence in content.sentences),
            self._whole(),
            self._notice(),
            self._section(say.WHY, self._bars(content.grounds), self._details(content.clauses)),
            self._section(say.WHY_NOT, self._bars(content.denials)),
            self._section(say.BY_REGION, self._bars(content.regions)),
            self._section(say.BY_AGE, self._bars(content.ages)),
            self._section(say.BY_SEX, self._bars(content.sexes)),
            self._section(
                say.OWED,
                f"<p>{self._text(content.owed_sentence)}</p><h3>{self._text(say.OWED_CHART)}</h3>",
                self._bars(content.debts),
                f"<h3>{self._text(say.OWED_BY_REGION)}</h3>",
                self._bars(content.debts_of_regions),
            ),
            self._footer(),
        ]
        return (
            f'<!doctype html>\n<html lang="{self.language}">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{self._text(content.title)}</title>\n<style>\n{_STYLE.read_text(encoding='utf-8')}</style>\n"
            f"</head>\n<body>\n<main>\n{chr(10).join(part for part in parts if part)}\n</main>\n</body>\n</html>\n"
        )

    def _text(self, text: Text) -> str:
        return escape(text.in_language(self.language))

    def _whole(self) -> str:
        """All people as one bar, and what its parts mean."""
        parts = "".join(
            f'<span class="{measure.tone}" style="width:{measure.share * 100:.2f}%"></span>'
            for measure in self.content.verdicts
        )
        keys = "".join(
            f'<li><i class="{measure.tone}"></i>{self._text(measure.label)} <b>{self._text(measure.said)}</b></li>'
            for measure in self.content.verdicts
        )
        return f'<div class="whole" aria-hidden="true">{parts}</div>\n<ul class="key">{keys}</ul>'

    def _notice(self) -> str:
        if self.invented is None:
            return ""
        text = say.INVENTED.fill(people=count_text(self.invented))
        return f'<p class="notice">{self._text(text)}</p>'

    def _section(self, title: Text, *parts: str) -> str:
        return f"<section>\n<h2>{self._text(title)}</h2>\n{''.join(parts)}\n</section>"

    def _bars(self, measures: Iterable[Measure]) -> str:
        return f'<dl class="bars">\n{"".join(map(self._bar, measures))}</dl>\n'

    def _bar(self, measure: Measure) -> str:
        small = "; ".join([self._text(measure.small), *([cited] if (cited := self._cited(measure.cites)) else [])])
        label, said = self._text(measure.label), self._text(measure.said)
        return (
            f"<dt><span>{label[:1].upper()}{label[1:]}</span> <b>{said}</b></dt>"
            f'<dd><div class="bar"><span class="{measure.tone}" style="width:{measure.share * 100:.2f}%"></span></div>'
            f"<small>{small}</small></dd>\n"
        )

    def _cited(self, keys: Iterable[str]) -> str:
        quoted = [self.found[key] for key in keys if key in self.found]
        return ", ".join(f'<a href="{escape(found.url)}">{self._text(article_text(found))}</a>' for found in quoted)

    def _details(self, measures: Iterable[Measure]) -> str:
        return f"<details>\n<summary>{self._text(say.IN_DETAIL)}</summary>\n{self._bars(measures)}</details>"

    def _footer(self) -> str:
        summary = self.content.summary
        open_ = "".join(
            f"<p>{reading.id}. {self._text(reading.question)} {self._text(reading.text)}</p>"
            for reading in summary.readings
        )
        questions = f"<h3>{self._text(say.OPEN)}</h3>{open_}" if open_ else ""
        seals = ((say.LAW_SEAL, summary.law), (say.ANSWER_SEAL, summary.answer))
        listed = "".join(f"<p>{self._text(name)}<br><code>{seal}</code></p>" for name, seal in seals)
        return (
            f'<footer class="pale">\n<h3>{self._text(say.HOW)}</h3>\n<p>{self._text(say.HOW_SENTENCE)}</p>\n'
            f"{questions}\n{listed}\n</footer>"
        )
