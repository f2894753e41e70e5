"""The answer to *am I insured* as a person or a program reads it."""

from __future__ import annotations

from saqta.basis.days import day_text
from saqta.basis.text import Text
from saqta.channels.cli import answers
from saqta.channels.cli.arguments import Arguments
from saqta.channels.cli.output import Page, print_json
from saqta.rules.owed import credited_by
from saqta.rules.status import InsuredAnswer

_UNTIL = Text(
    ru="Если ничего не изменится, страховка действует до {day} (этот день уже не входит).",
    kk="Ештеңе өзгермесе, сақтандыру {day} күніне дейін қолданылады (ол күн кірмейді).",
    en="If nothing changes, the insurance lasts until {day} (that day not included).",
)
_OPEN_ENDED = Text(
    ru="Срока окончания не видно.",
    kk="Аяқталу мерзімі көрінбейді.",
    en="No end is in sight.",
)
_MONTHS = Text(ru="Двенадцать месяцев до этого", kk="Осының алдындағы он екі ай", en="The twelve months before")
_CHANGES = Text(ru="Что можно сделать", kk="Не істеуге болады", en="What can be done")
_STATES = {
    "credited": Text(ru="зачтён", kk="есепке алынған", en="credited"),
    "owed": Text(ru="не оплачен", kk="төленбеген", en="owed"),
    "unknown": Text(ru="неизвестно", kk="белгісіз", en="unknown"),
    "not_due": Text(ru="платить не нужно", kk="төлеу қажет емес", en="not due"),
}
_MARKS = {"credited": "+", "owed": "−", "unknown": "?", "not_due": "·"}


def print_answer(answer: InsuredAnswer, arguments: Arguments) -> None:
    if arguments.as_json:
        print_json(answer)
        return
    page = Page(arguments.language)
    page.say(answer.says)
    if answer.verdict == "yes":
        page.say(_UNTIL.fill(day=day_text(answer.insured_until)) if answer.insured_until else _OPEN_ENDED)
    answers.print_reasons(page, answer.reasons, answer.citations)
    answers.print_missing(page, answer.missing)
    _print_months(page, answer)
    if answer.would_change:
        page.heading(_CHANGES)
        for change in answer.would_change:
            page.say(change.text, indent=2, bullet="•")
    answers.print_readings(page, answer.readings)
    answers.print_law(page, answer.citations)
    answers.print_seals(page, ("law", answer.law), ("facts", answer.facts), ("answer", answer.answer))


def _print_months(page: Page, answer: InsuredAnswer) -> None:
    if not answer.months:
        return
    page.heading(_MONTHS)
    rows = []
    for month in answer.months:
        state = _STATES[month.state].in_language(page.language)
        by = f" ({credited_by(month.by).in_language(page.language)})" if month.by else ""
        rows.append((month.month, _MARKS[month.state], f"{state}{by}"))
    page.table(rows)
