"""Inspections of the register as they are read: one in full, those due, what the law allows next."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from saqta.basis.days import day_text
from saqta.basis.money import Money
from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text
from saqta.channels.cli.acting import actor
from saqta.channels.cli.answers import print_law
from saqta.channels.cli.arguments import Arguments, refused
from saqta.channels.cli.inspection_documents import (
    DisputeFiled,
    InspectionDocument,
    InspectionLine,
    LawfulStep,
    LawfulSteps,
    MeasureTaken,
    StepTaken,
    WaitingForInspectors,
)
from saqta.channels.cli.output import Page, print_json, print_json_list
from saqta.channels.opening import register

# isort: split
# Rooms that store rows are importable once the register's settings are known.
from saqta.law.book import load
from saqta.oversight.inbox import Waiting, inbox
from saqta.oversight.permitted import READING
from saqta.oversight.queries import (
    disputes_of,
    find_inspection,
    inspections_due,
    inspectors_of,
    measures_of,
    next_steps,
    standing_answers,
    timeline_of,
)
from saqta.oversight.records import InspectionRecord
from saqta.oversight.wording import said
from saqta.rules.answer import Citing
from saqta.rules.inspections import taker_title

_NO_SUCH = Text(
    ru="Такой проверки нет. Список: saqta inspections due",
    kk="Мұндай тексеру жоқ. Тізім: saqta inspections due",
    en="There is no such inspection. The list: saqta inspections due",
)
_NONE_DUE = Text(
    ru="Проверок, чей срок истёк к этому дню, нет.",
    kk="Бұл күнге мерзімі өткен тексеру жоқ.",
    en="No inspection has come to the end of its term by this day.",
)
_STANDS = Text(
    ru="Проверка {id}: {state}. Версия {seen}.",
    kk="{id} тексеруі: {state}. {seen}-нұсқа.",
    en="Inspection {id}: {state}. Version {seen}.",
)
_ENDS = Text(
    ru="Последний день срока: {day} (статьи о сроках мы не видели).",
    kk="Мерзімнің соңғы күні: {day} (мерзім туралы бапты көрмедік).",
    en="The last day of its term: {day} (we have not seen the article on terms).",
)
_STEPS = Text(ru="Что сделано", kk="Не істелді", en="What was done")
_MEASURES = Text(ru="Принятые меры", kk="Қолданылған шаралар", en="Measures that were taken")
_NEXT = Text(ru="Что закон позволяет дальше", kk="Заң әрі қарай неге жол береді", en="What the law allows next")
_OVER = Text(
    ru="Закон не знает следующего шага: проверка окончена.",
    kk="Заң келесі қадамды білмейді: тексеру аяқталған.",
    en="The law knows no further step: this inspection is over.",
)
_NOTHING_WAITS = Text(
    ru="Обращений и осложнений, на которые ещё не назначена проверка, нет.",
    kk="Тексеру әлі тағайындалмаған өтініш те, асқыну да жоқ.",
    en="There is no complaint and no complication without an inspection.",
)
_KINDS = {
    "incident": Text(ru="осложнение", kk="асқыну", en="complication"),
    "complaint": Text(ru="обращение", kk="өтініш", en="complaint"),
}
_WHOSE = Text(ru="{title}: {whose}", kk="{title}: {whose}", en="{title}: {whose}")


def run(arguments: Arguments) -> int:
    with register():
        actor(READING)
        match arguments.action:
            case "due":
                _due(arguments, arguments.day("on"))
            case "next":
                _next(arguments, arguments.day("on"))
            case "inbox":
                _inbox(arguments, arguments.day("on"))
            case _:
                _show(arguments)
    return 0


def find(typed: str) -> InspectionRecord:
    """The inspection that was named; raises ``Refused``."""
    found = find_inspection(identifier(typed, "--id"))
    if found is None:
        raise Refused(Fault("no-such-inspection", _NO_SUCH, "--id"))
    return found


def identifier(typed: str, names: str) -> UUID:
    """An identifier as typed after ``names``; raises ``Refused``."""
    try:
        return UUID(typed)
    except ValueError:
        raise refused("argument-value", names=names, command="inspections") from None


def line(found: InspectionRecord) -> InspectionLine:
    """The inspection as it is published."""
    return InspectionLine(
        id=found.id,
        clinic=found.facility,
        ground=found.ground,
        state=found.state.value,
        seen=found.version,
        appointed_on=found.appointed_on,
        registration=found.registration,
        begun_on=found.begun_on,
        ends_on=found.ends_on,
        completed_on=found.completed_on,
        outcome=found.outcome,
        results_annulled=found.results_annulled,
    )


def print_line(page: Page, found: InspectionRecord) -> None:
    """Where an inspection stands, in one or two sentences."""
    page.say(_STANDS.fill(id=str(found.id), state=found.state.title, seen=str(found.version)))
    if found.ends_on is not None and found.completed_on is None:
        page.say(_ENDS.fill(day=day_text(found.ends_on)), indent=2)


def _due(arguments: Arguments, on: date) -> None:
    found = inspections_due(on, region=arguments.region)
    if arguments.as_json:
        print_json_list(line(record) for record in found)
        return
    page, empty = Page(arguments.language), True
    for record in found:
        print_line(page, record)
        empty = False
    if empty:
        page.say(_NONE_DUE)


def _inbox(arguments: Arguments, on: date) -> None:
    found = inbox(on, region=arguments.region)
    if arguments.as_json:
        print_json_list(_waiting(one) for one in found)
        return
    page = Page(arguments.language)
    rows = [
        (
            one.happened_on.isoformat(),
            _KINDS[one.kind].in_language(page.language),
            one.reference,
            _clinic(one),
            one.about,
        )
        for one in found
    ]
    if rows:
        page.table(rows)
    else:
        page.say(_NOTHING_WAITS)


def _clinic(one: Waiting) -> str:
    return str(one.facility) if one.clinic is None else one.clinic.name


def _waiting(one: Waiting) -> WaitingForInspectors:
    name = None if one.clinic is None else one.clinic.name
    return WaitingForInspectors(
        one.kind, one.reference, one.facility, name, one.happened_on, one.about, one.anonymous, one.complaint
    )


def _next(arguments: Arguments, on: date) -> None:
    found, book = find(arguments.id), load()
    steps, citing = next_steps(found, on, book), Citing(book.on(on))
    lawful = tuple(
        LawfulStep(
            step.step.value,
            step.title,
            taker_title(step.taker),
            step.to.value,
            step.permission.value,
            citing.keys_that_speak(step.cites),
            step.warnings,
        )
        for step in steps
    )
    if arguments.as_json:
        print_json(LawfulSteps(on, line(found), lawful, citing.quotations()))
        return
    page = Page(arguments.language)
    print_line(page, found)
    if not lawful:
        page.say(_OVER)
        return
    page.heading(_NEXT)
    for step in lawful:
        page.say(_WHOSE.fill(title=step.title, whose=step.whose), indent=2, bullet="-")
        page.say(", ".join(step.cites), indent=6)
        for warning in step.warnings:
            page.say(warning, indent=6)
    print_law(page, citing.quotations())


def _show(arguments: Arguments) -> None:
    found = find(arguments.id)
    if arguments.as_json:
        print_json(document(found))
        return
    page = Page(arguments.language)
    print_line(page, found)
    page.heading(_STEPS)
    page.table(
        (str(event.number), event.on.isoformat(), event.step.title.in_language(page.language), event.reason)
        for event in timeline_of(found.id)
    )
    _print_measures(page, measures_titles(found.id))


def measures_titles(inspection: UUID) -> Iterable[tuple[str, Text]]:
    """The measures of an inspection by day, each with its name."""
    return [(measure.taken_on.isoformat(), said(f"measure-{measure.kind}")) for measure in measures_of(inspection)]


def _print_measures(page: Page, found: Iterable[tuple[str, Text]]) -> None:
    rows = [(day, title.in_language(page.language)) for day, title in found]
    if rows:
        page.heading(_MEASURES)
        page.table(rows)


def document(found: InspectionRecord) -> InspectionDocument:
    """The whole inspection as a document."""
    return InspectionDocument(
        inspection=line(found),
        inspectors=inspectors_of(found.id),
        steps=tuple(
            StepTaken(
                event.number,
                event.step.value,
                event.step.title,
                event.state.value,
                event.on,
                event.at,
                event.by,
                event.reason,
                event.document,
            )
            for event in timeline_of(found.id)
        ),
        answers=dict(standing_answers(found.id)),
        measures=tuple(
            MeasureTaken(
                measure.id,
                measure.kind,
                measure.taken_on,
                measure.mend_by,
                None if measure.amount is None else str(Money(measure.amount)),
                measure.state,
                measure.ended_on,
            )
            for measure in measures_of(found.id)
        ),
        disputes=tuple(
            DisputeFiled(
                dispute.id, dispute.kind, dispute.measure, dispute.filed_on, dispute.decision, dispute.decided_on
            )
            for dispute in disputes_of(found.id)
        ),
    )
