"""``saqta population status``: is everybody insured on a day, and what is owed."""

from __future__ import annotations

from collections.abc import Mapping

from saqta.basis.money import Money
from saqta.basis.numerals import count_text
from saqta.basis.text import Text
from saqta.channels.cli.answers import print_readings, print_seals
from saqta.channels.cli.arguments import Arguments
from saqta.channels.cli.output import Page, print_json
from saqta.channels.cli.population_law import known_law, law_asked
from saqta.channels.cli.progress import progress
from saqta.law.book import Law, load
from saqta.population import report_wording as say
from saqta.population.everybody import statuses
from saqta.population.keeping import keep_answers, keep_summary
from saqta.population.making import made_of
from saqta.population.report import write_report
from saqta.population.report_content import Content, Measure, articles
from saqta.population.summary import CountryStatus, Tally

_ASKING = Text(ru="Части населения", kk="Халық бөліктері", en="Partitions")
_WRITTEN = Text(ru="Записано: {path}", kk="Жазылды: {path}", en="Written: {path}")
_IN_FULL = Text(ru="Всего не уплачено: {amount}", kk="Барлығы төленбегені: {amount}", en="Owed in all: {amount}")


def run(arguments: Arguments) -> int:
    book = load()
    law = law_asked(arguments, book)
    made = made_of(arguments.source)
    with known_law(book):
        summary = _summary(arguments, law)
    written = []
    if arguments.to is not None:
        keep_summary(arguments.to, summary)
        written.append(arguments.to)
    if arguments.report is not None:
        invented = made.people if made else None
        written += write_report(arguments.report, summary, law, arguments.language, invented=invented)
    if arguments.as_json:
        print_json(summary)
        return 0
    page = Page(arguments.language)
    _print(page, Content(summary, law), invented=made.people if made else None)
    for path in written:
        page.say(_WRITTEN.fill(path=str(path)))
    return 0


def _summary(arguments: Arguments, law: Law) -> CountryStatus:
    tally = Tally(law)
    with progress() as bar:
        task = bar.add_task(_ASKING.in_language(arguments.language), total=None)
        for found in statuses(
            arguments.source, law, arguments.engine, lambda done, total: bar.update(task, completed=done, total=total)
        ):
            tally.add(found.answers)
            if arguments.to is not None:
                keep_answers(arguments.to, found)
    return tally.summary()


def _print(page: Page, content: Content, invented: int | None) -> None:
    names = articles(content.summary.citations)
    for sentence in content.sentences:
        page.say(sentence)
    if invented is not None:
        page.say(say.INVENTED.fill(people=count_text(invented)))
    for heading, measures in (
        (say.WHY, content.grounds),
        (say.WHY_NOT, content.denials),
        (say.BY_REGION, content.regions),
        (say.BY_AGE, content.ages),
        (say.BY_SEX, content.sexes),
        (say.IN_DETAIL, content.clauses),
    ):
        page.heading(heading)
        _table(page, measures, names)
    page.heading(say.OWED)
    page.say(content.owed_sentence, indent=2)
    page.say(_IN_FULL.fill(amount=Money.tenge(content.summary.owed.amount).text()), indent=2)
    _table(page, content.debts, names)
    page.heading(say.OWED_BY_REGION)
    _table(page, content.debts_of_regions, names)
    print_readings(page, content.summary.readings)
    print_seals(page, ("law", content.summary.law), ("answer", content.summary.answer))


def _table(page: Page, measures: tuple[Measure, ...], names: Mapping[str, Text]) -> None:
    """Shares and counts under one another, then what they are of and where the law says it."""
    rows = [(_said(page, line.said), _said(page, line.small), _named(page, line, names)) for line in measures]
    if rows:
        widths = [max(len(row[place]) for row in rows) for place in range(2)]
        page.table([(said.rjust(widths[0]), small.rjust(widths[1]), name) for said, small, name in rows])


def _named(page: Page, line: Measure, names: Mapping[str, Text]) -> str:
    name, cited = _said(page, line.label), [_said(page, names[key]) for key in line.cites]
    return f"{name} ({'; '.join(cited)})" if cited else name


def _said(page: Page, text: Text) -> str:
    return text.in_language(page.language)
