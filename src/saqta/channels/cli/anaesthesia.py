"""``saqta anaesthesia``: may a planned dental session go ahead, what is missing, what to ask, where to complain."""

from __future__ import annotations

from collections.abc import Iterable

from saqta.basis.text import Text
from saqta.channels.cli import answers
from saqta.channels.cli.arguments import Arguments
from saqta.channels.cli.facts import followed, read_facts
from saqta.channels.cli.output import Page, print_json
from saqta.law.book import load
from saqta.rules.anaesthesia import AnaesthesiaAnswer, ask
from saqta.rules.answer import Step
from saqta.rules.facts import AnaesthesiaFacts

_LAW = Text(ru="Чего требует закон", kk="Заң не талап етеді", en="What the law demands")
_ADVICE = Text(
    ru="Что советуют (это не закон и ответа не меняет)",
    kk="Не кеңес етіледі (бұл заң емес, жауапты өзгертпейді)",
    en="What is advised (not law, and it changes no answer)",
)
_NEXT = Text(ru="Что нужно до начала", kk="Басталғанға дейін не керек", en="What is needed before the start")
_ASK = Text(ru="Что спросить в клинике", kk="Клиникадан не сұрау керек", en="What to ask the clinic")
_COMPLAIN = Text(ru="Если что-то не так", kk="Бірдеңе дұрыс болмаса", en="If something is wrong")
_STATES = {"met": "+", "not_met": "−", "unknown": "?"}
_LEGEND = Text(
    ru="+ выполнено, − не выполнено, ? неизвестно",
    kk="+ орындалған, − орындалмаған, ? белгісіз",
    en="+ met, − not met, ? not known",
)


def run(arguments: Arguments) -> int:
    book = load()
    answer = ask(
        read_facts(arguments.facts, AnaesthesiaFacts),
        arguments.day("on"),
        book,
        known_at=arguments.optional_day("known_at"),
        follow=followed(arguments, book),
    )
    if arguments.as_json:
        print_json(answer)
    else:
        print_answer(answer, Page(arguments.language))
    return 0


def print_answer(answer: AnaesthesiaAnswer, page: Page) -> None:
    """The verdict first; then what a parent does next; the law and the seals last."""
    page.say(answer.says)
    if answer.note is not None:
        page.say(answer.note)
    _print_steps(page, _NEXT, answer.next)
    _print_requirements(page, answer)
    answers.print_reasons(page, answer.reasons, answer.citations)
    answers.print_missing(page, answer.missing)
    _print_advice(page, answer)
    _print_steps(page, _ASK, answer.ask_clinic)
    _print_steps(page, _COMPLAIN, answer.complain)
    answers.print_readings(page, answer.readings)
    answers.print_law(page, answer.citations)
    answers.print_seals(page, ("law", answer.law), ("facts", answer.facts), ("answer", answer.answer))


def _print_requirements(page: Page, answer: AnaesthesiaAnswer) -> None:
    demands = [found for found in answer.requirements if found.basis == "law"]
    if demands:
        page.heading(_LAW)
        for found in demands:
            page.say(found.text, indent=2, bullet=_STATES[found.state])
        page.say(_LEGEND, indent=2)


def _print_advice(page: Page, answer: AnaesthesiaAnswer) -> None:
    advice = [found for found in answer.requirements if found.basis == "advice"]
    if advice or answer.warnings:
        page.heading(_ADVICE)
        for found in advice:
            page.say(found.text, indent=2, bullet=_STATES[found.state])
        for warning in answer.warnings:
            page.say(warning.text, indent=2, bullet="!")


def _print_steps(page: Page, heading: Text, steps: Iterable[Step]) -> None:
    listed = list(steps)
    if listed:
        page.heading(heading)
        for step in listed:
            page.say(step.text, indent=2, bullet="•")
