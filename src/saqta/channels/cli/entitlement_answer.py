"""The answer card: whether a service is free, as a person or a program reads it."""

from __future__ import annotations

import msgspec

from saqta.basis.days import day_text
from saqta.basis.text import Text
from saqta.channels.care_wording import CARE_WORDS
from saqta.channels.cli import answers
from saqta.channels.cli.arguments import Arguments
from saqta.channels.cli.notices_shown import every_version_now, print_notice, shown
from saqta.channels.cli.output import Page, print_json
from saqta.notices.shipped import shipped
from saqta.notices.standing import about
from saqta.rules.entitlement import EntitlementAnswer

_FORMS = {
    "urgent": Text(ru="Форма помощи: срочная.", kk="Көмек нысаны: шұғыл.", en="Form of care: urgent."),
    "planned": Text(ru="Форма помощи: плановая.", kk="Көмек нысаны: жоспарлы.", en="Form of care: planned."),
}
_CONDITIONS = Text(ru="Что должно быть", kk="Не болуы керек", en="What must hold")
_NEXT = Text(ru="Что делать", kk="Не істеу керек", en="What to do")
_NOTICES = Text(ru="Что об этом говорят", kk="Бұл туралы не айтылып жүр", en="What people say about it")
_VALID = Text(
    ru="Ответ верен на {on} и на названные сведения; для другого дня спросите снова.",
    kk="Жауап {on} күніне және аталған мәліметтерге дұрыс; басқа күн үшін қайта сұраңыз.",
    en="The answer holds for {on} and the facts given; for another day ask again.",
)
_STATES = {"met": "+", "not_met": "−", "unknown": "?"}


def print_answer(answer: EntitlementAnswer, arguments: Arguments) -> None:
    """The answer and the notices about its service. A question from facts alone opens no register, so it shows the
    notices of the product; one about a person of the register shows those of the register as well."""
    notices = about(
        every_version_now() if getattr(arguments.given, "iin", None) else shipped(), answer.service, answer.on
    )
    if arguments.as_json:
        print_json(msgspec.to_builtins(answer) | {"notices": [shown(notice) for notice in notices]})
        return
    page = Page(arguments.language)
    page.say(answer.says)
    if answer.form is not None:
        page.say(_FORMS[answer.form])
    if answer.note is not None:
        page.say(answer.note)
    answers.print_reasons(page, answer.reasons, answer.citations)
    _print_conditions(page, answer)
    answers.print_missing(page, answer.missing)
    page.heading(_NEXT)
    for step in answer.next:
        page.say(step.text, indent=2, bullet="•")
    if answer.not_decided:
        page.heading(CARE_WORDS["not_decided"])
        for text in answer.not_decided:
            page.say(text, indent=2, bullet="•")
    if notices:
        page.heading(_NOTICES)
        for notice in notices:
            print_notice(page, notice)
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
