"""What the law says of inspections, without a register: grounds, the check-list, urgent measures."""

from __future__ import annotations

from saqta.basis.text import Text
from saqta.channels.cli import answers
from saqta.channels.cli.arguments import Arguments
from saqta.channels.cli.facts import followed, read_facts
from saqta.channels.cli.inspection_documents import ChecklistRow, GroundOnDay
from saqta.channels.cli.output import Page, print_json
from saqta.law.book import load
from saqta.rules.facts import MeasureFacts
from saqta.rules.measures import MeasuresAnswer, ask

_OPEN = Text(
    ru="Нужно ли исполнять принятую меру, по этим сведениям не решить.",
    kk="Қолданылған шараны орындау керек пе, бұл мәліметтер бойынша шешілмейді.",
    en="Whether the measure that was taken has to be carried out, these facts do not decide.",
)
_STANDS = {
    "yes": Text(
        ru="Принятую меру нужно исполнять.",
        kk="Қолданылған шараны орындау керек.",
        en="The measure that was taken has to be carried out.",
    ),
    "no": Text(
        ru="Принятую меру исполнять не нужно.",
        kk="Қолданылған шараны орындау қажет емес.",
        en="The measure that was taken need not be carried out.",
    ),
}
_MARKS = {"yes": "+", "no": "−", "depends": "?", "undetermined": "?"}
_LEGEND = Text(
    ru="+ можно применить, − нельзя, ? зависит от неизвестного",
    kk="+ қолдануға болады, − болмайды, ? белгісізге байланысты",
    en="+ may be applied, − may not, ? depends on what is not known",
)
_UNVERIFIED = Text(ru="не проверено", kk="тексерілмеген", en="not verified")


def run(arguments: Arguments) -> int:
    match arguments.action:
        case "grounds":
            _grounds(arguments)
        case "checklist":
            _checklist(arguments)
        case _:
            _measures(arguments)
    return 0


def _grounds(arguments: Arguments) -> None:
    on = arguments.day("on")
    found = tuple(
        GroundOnDay(ground.code, ground.name, ground.facts_of_harm, ground.confidence != "low", ground.cites)
        for ground in load().grounds.values()
        if ground.stands_on(on)
    )
    if arguments.as_json:
        print_json(found)
    else:
        page = Page(arguments.language)
        page.table((row.code, _name(page, row.name, verified=row.verified)) for row in found)


def _checklist(arguments: Arguments) -> None:
    on = arguments.day("on")
    found = tuple(
        ChecklistRow(item.code, item.question, item.permit, item.confidence != "low", item.cites)
        for item in load().dental_checklist.values()
        if item.stands_on(on)
    )
    if arguments.as_json:
        print_json(found)
    else:
        page = Page(arguments.language)
        page.table((row.code, _name(page, row.question, verified=row.verified)) for row in found)


def _name(page: Page, name: Text, *, verified: bool) -> str:
    mark = "" if verified else f" ({_UNVERIFIED.in_language(page.language)})"
    return name.in_language(page.language) + mark


def _measures(arguments: Arguments) -> None:
    book = load()
    answer = ask(
        read_facts(arguments.facts, MeasureFacts),
        arguments.day("on"),
        book,
        known_at=arguments.optional_day("known_at"),
        follow=followed(arguments, book),
    )
    if arguments.as_json:
        print_json(answer)
    else:
        print_answer(answer, Page(arguments.language))


def print_answer(answer: MeasuresAnswer, page: Page) -> None:
    """The verdict, each kind of measure, what stands, why; the law and the seals last."""
    page.say(answer.says)
    for found in answer.measures:
        page.say(found.text, indent=2, bullet=_MARKS[found.verdict])
    if answer.measures:
        page.say(_LEGEND, indent=2)
    if answer.stands is not None:
        page.say(_STANDS.get(answer.stands, _OPEN))
    answers.print_reasons(page, answer.reasons, answer.citations)
    answers.print_missing(page, answer.missing)
    answers.print_readings(page, answer.readings)
    answers.print_law(page, answer.citations)
    answers.print_seals(page, ("law", answer.law), ("facts", answer.facts), ("answer", answer.answer))
