"""The answer card: whether a service is free, as a person or a program reads it."""

from __future__ import annotations

from saqta.basis.days import day_text
from saqta.basis.text import Text
from saqta.channels.cli import answers
from saqta.channels.cli.arguments import Arguments
from saqta.channels.cli.output import Page, print_json
from saqta.rules.entitlement import EntitlementAnswer

_FORMS = {
    "urgent": Text(ru="Форма помощи: срочная.", kk="Көмек нысаны: шұғыл.", en="Form of care: urgent."),
    "planned": Text(ru="Форма помощи: плановая.", kk="Көмек нысаны: жоспарлы.", en="Form of care: planned."),
}
_CONDITIONS = Text(ru="Что должно быть", kk="Не болуы керек", en="What must hold")
_NEXT = Text(ru="Что делать", kk="Не істеу керек", en="What to do")
_NOT_DECIDED = Text(ru="Чего этот ответ не решает", kk="Бұл жауап нені шешпейді", en="What this answer does not decide")
_VALID = Text(
    ru="Ответ верен на {on} и на названные сведения; для другого дня спросите снова.",
    kk="Жауап {on} күніне және аталған мәліметтерге дұрыс; басқа күн үшін қайта сұраңыз.",
    en="The answer holds for {on} and the facts given; for another day ask again.",
)
_STATES = {"met": "+", "not_met": "−", "unknown": "?"}


def print_answer(answer: EntitlementAnswer, arguments: Arguments) -> None:
    if arguments.as_json:
        print_json(answer)
        return
    page = Page(arguments.language)
    page.say(answer.says)
    if answer.form is not None:
        page.say(_FORMS[answer.form])
    answers.print_reasons(page, answer.reasons, answer.citations)
    _print_conditions(page, answer)
    answers.print_missing(page, answer.missing)
    page.heading(_NEXT)
    for step in answer.next:
        page.say(step.text, indent=2, bullet="•")
    if answer.not_decided:
        page.heading(_NOT_DECIDED)
        for text in answer.not_decided:
            page.say(text, indent=2, bullet="•")
    answers.print_readings(page, answer.readings)
    answers.print_law(page, answer.citations)
    page.line()
    page.say(_VALID.fill(on=day_text(answer.on)))
    answers.print_seals(page, ("law", answer.law), ("facts", answer.facts), ("answer", answer.answer))


def _print_conditions(page: Page, answer: EntitlementAnswer) -> None:
    if not answer.conditions:
        return
    page.heading(_CONDITIONS)
    for found in answer.conditions:
        text = f"{found.text.in_language(page.language)} ({found.who.in_language(page.language)})"
        page.say(text, indent=2, bullet=_STATES[found.state])
