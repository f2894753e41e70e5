"""``saqta status --iin``, ``saqta why`` and ``saqta history``: what the register says of one person."""

from __future__ import annotations

from saqta.access.permissions import Permission
from saqta.basis.days import day_text
from saqta.basis.identifiers import Iin
from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text
from saqta.channels.cli.acting import actor
from saqta.channels.cli.answers import VERDICTS
from saqta.channels.cli.arguments import Arguments, read_iin
from saqta.channels.cli.facts import followed
from saqta.channels.cli.insured_answer import print_answer
from saqta.channels.cli.output import Page, print_json
from saqta.channels.cli.register_documents import MonthPaid, RegisterStatus, Span
from saqta.channels.clock import now
from saqta.channels.opening import register
from saqta.corrections.explaining import rests_on
from saqta.corrections.queries import temporary_on
from saqta.coverage.queries import get_status, stretches_of
from saqta.coverage.register import facts_of
from saqta.journal.actions import record_read
from saqta.law.book import load
from saqta.registry.queries import find_person
from saqta.registry.records import PersonRecord
from saqta.rules.facts import PersonFacts
from saqta.rules.status import ask

_UNKNOWN = Text(
    ru="Реестр о таком номере ничего не знает.",
    kk="Тізілім мұндай нөмір туралы ештеңе білмейді.",
    en="The register knows nothing about such a number.",
)
_NOTHING_THAT_DAY = Text(
    ru="На этот день реестр о таком номере ничего не знает.",
    kk="Бұл күнге тізілім мұндай нөмір туралы ештеңе білмейді.",
    en="For this day the register knows nothing about such a number.",
)
_STATUS = Text(
    ru="{on}: застрахован — {verdict}; если ничего не изменится, так будет до {until} (этот день не входит).",
    kk="{on}: сақтандырылған — {verdict}; ештеңе өзгермесе, {until} күніне дейін солай болады (ол күн кірмейді).",
    en="{on}: insured — {verdict}; if nothing changes, this lasts until {until} (that day not included).",
)
_MONTHS = Text(ru="Двенадцать месяцев до этого", kk="Осының алдындағы он екі ай", en="The twelve months before")


def run(arguments: Arguments) -> int:
    iin = read_iin(arguments.iin)
    with register():
        person = look_at(iin, arguments.command)
        match arguments.command:
            case "why":
                facts = _facts(person, arguments.entry)
                print_answer(ask(facts, arguments.day("on"), load(), follow=followed(arguments, load())), arguments)
            case "history":
                _print_history(person, arguments)
            case _:
                _print_status(iin, arguments)
    return 0


def look_at(iin: Iin, purpose: str) -> PersonRecord:
    """The person with this number, after writing down that somebody who may looks at them. Raises ``Refused`` when the
    register knows nobody by the number, which is written down as well."""
    by, person = actor(Permission.READ_A_PERSON), find_person(iin)
    record_read(None if person is None else person.id, by=by, purpose=purpose, at=now())
    if person is None:
        raise Refused(Fault("unknown-person", _UNKNOWN))
    return person


def facts_by_number(typed: str, purpose: str) -> PersonFacts:
    """What the register knows of the person with this number; raises ``Refused`` when it knows none."""
    iin = read_iin(typed)
    with register():
        return _facts(look_at(iin, purpose))


def _facts(person: PersonRecord, as_of: int | None = None) -> PersonFacts:
    ((_, facts),) = facts_of([person.id], load(), as_of=as_of)
    return facts


def _print_status(iin: Iin, arguments: Arguments) -> None:
    on = arguments.day("on")
    found = get_status(iin, on)
    if found is None:
        raise Refused(Fault("unknown-person", _NOTHING_THAT_DAY))
    months = tuple(MonthPaid(str(month), credited) for month, credited in found.credited_before(on))
    proven = temporary_on(found.person, on)
    stands = None if proven is None else rests_on(proven, load())
    status = RegisterStatus(on, found.verdict, found.ground, found.lasts_until, months, found.entry, stands)
    if arguments.as_json:
        print_json(status)
        return
    page = Page(arguments.language)
    said = _STATUS.fill(on=day_text(on), verdict=VERDICTS[found.verdict], until=day_text(found.lasts_until))
    page.say(said)
    if stands is not None:
        page.say(stands)
    page.heading(_MONTHS)
    page.table([(month.month, "+" if month.credited else "−") for month in months])


def _print_history(person: PersonRecord, arguments: Arguments) -> None:
    spans = tuple(Span(*stretch) for stretch in stretches_of(person.id))
    if arguments.as_json:
        print_json(spans)
        return
    page = Page(arguments.language)
    page.table(
        [
            (str(span.start), str(span.until), VERDICTS[span.verdict].in_language(page.language), span.ground or "")
            for span in spans
        ]
    )
