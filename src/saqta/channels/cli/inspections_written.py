"""Steps of inspections as they are written down at the terminal: parse, one call, what it came to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Any, NamedTuple, cast
from uuid import UUID

from saqta.basis.money import Money
from saqta.basis.text import Text
from saqta.channels.cli.acting import actor
from saqta.channels.cli.arguments import Arguments, refused
from saqta.channels.cli.inspections_shown import document, find, identifier, print_line
from saqta.channels.cli.output import Page, print_json
from saqta.channels.clock import now
from saqta.channels.opening import register

# isort: split
# Rooms that store rows are importable once the register's settings are known.
from saqta.access.permissions import Permission
from saqta.access.records import staff_member
from saqta.law.book import Book, load
from saqta.oversight import actions
from saqta.oversight.appointing import Appointment
from saqta.oversight.disputing import decide_dispute, file_dispute
from saqta.oversight.measuring import impose_fine, issue_prescription, record_measure, take_urgent_measure
from saqta.oversight.permitted import PERMITS
from saqta.oversight.receiving import open_campaign, record_complaint
from saqta.oversight.records import URGENT, Answer, Told
from saqta.rules.inspections import Step

_KEPT = Text(ru="Записано: {id}", kk="Жазылды: {id}", en="Kept: {id}")


class _Now(NamedTuple):
    """What every action is called with."""

    book: Book
    by: str
    at: datetime


PLAIN: Mapping[str, tuple[Step, Callable[..., object]]] = {
    "register": (Step.REGISTER, actions.register_inspection),
    "refuse": (Step.REFUSE_REGISTRATION, actions.refuse_registration),
    "notify": (Step.GIVE_NOTICE, actions.give_notice),
    "begin": (Step.BEGIN, actions.begin_inspection),
    "extend": (Step.EXTEND, actions.extend_inspection),
    "suspend": (Step.SUSPEND, actions.suspend_inspection),
    "resume": (Step.RESUME, actions.resume_inspection),
    "remove": (Step.REMOVE, actions.remove_inspection),
    "complete": (Step.COMPLETE, actions.complete_inspection),
}
"""Steps that need nothing but to be told."""

_MEASURES: Mapping[str, Step] = {
    **dict.fromkeys(URGENT, Step.TAKE_URGENT_MEASURE),
    "prescription": Step.PRESCRIBE,
    "fine": Step.IMPOSE_FINE,
    "court_suspension": Step.RECORD_COURT_SUSPENSION,
    "permit_suspension": Step.SUSPEND_PERMIT,
    "representation": Step.REPRESENT,
}


def run(arguments: Arguments) -> int:
    with register():
        match arguments.action:
            case "appoint":
                _appoint(arguments)
            case "campaign":
                _campaign(arguments)
            case "complain":
                _complain(arguments)
            case "inspectors":
                _step(arguments, Step.CHANGE_PARTICIPANTS, _inspectors(arguments))
            case "answer":
                _step(arguments, Step.RECORD_FINDING, partial(actions.record_findings, answers=_answers(arguments)))
            case "measure":
                _step(arguments, _MEASURES[arguments.kind], _measure(arguments))
            case "dispute":
                _dispute(arguments)
            case "decide":
                dispute = identifier(arguments.dispute, "--dispute")
                deciding = partial(decide_dispute, dispute=dispute, decision=arguments.decision)
                _step(arguments, Step.DECIDE_APPEAL, deciding)
            case plain:
                _step(arguments, *PLAIN[plain])
    return 0


def _step(arguments: Arguments, step: Step, action: Callable[..., object]) -> None:
    """One step of the inspection that was named, on the version that was seen."""
    found, at = find(arguments.id), now()
    told = Told(arguments.whole_number("seen", least=1), arguments.day("on"), arguments.reason, arguments.document)
    action(found.id, told, **_Now(load(), actor(PERMITS[step]), at)._asdict())
    _print(arguments, found.id)


def _print(arguments: Arguments, inspection: UUID) -> None:
    found = find(str(inspection))
    if arguments.as_json:
        print_json(document(found))
    else:
        print_line(Page(arguments.language), found)


def _appoint(arguments: Arguments) -> None:
    by, at = actor(PERMITS[Step.APPOINT]), now()
    named = {name: getattr(arguments, name) for name in ("campaign", "follows", "complaint")}
    given = {name: None if typed is None else identifier(typed, f"--{name}") for name, typed in named.items()}
    what = Appointment(identifier(arguments.clinic, "--clinic"), arguments.ground, arguments.size, **given)
    told = Told(0, arguments.day("on"), arguments.reason, arguments.document)
    inspectors = _staff(arguments)
    found = actions.appoint_inspection(what, told, inspectors=inspectors, book=load(), by=by, at=at)
    _print(arguments, found.id)


def _staff(arguments: Arguments) -> tuple[str, ...]:
    return tuple(staff_member(identifier(typed, "--inspector")) for typed in arguments.inspector)


def _inspectors(arguments: Arguments) -> Callable[..., object]:
    return partial(actions.change_participants, inspectors=_staff(arguments))


def _answers(arguments: Arguments) -> dict[str, Answer]:
    """Rows and answers, typed as ``licence=not_met``."""
    found: dict[str, Answer] = {}
    for typed in arguments.answers:
        row, separator, answer = typed.partition("=")
        if not separator or answer not in ("met", "not_met", "not_checked"):
            raise refused("argument-value", names="ROW=ANSWER", command="inspections answer")
        found[row] = cast("Answer", answer)
    return found


def _measure(arguments: Arguments) -> Callable[..., object]:
    kind, until = arguments.kind, arguments.optional_day("lasts_to")
    if kind in URGENT or kind == "prescription":
        if until is None:
            raise refused("argument-missing", names="--lasts-to", command="inspections measure")
        urgent: dict[str, Any] = {"kind": kind} if kind in URGENT else {}
        return partial(take_urgent_measure if urgent else issue_prescription, mend_by=until, **urgent)
    if kind == "fine":
        return partial(impose_fine, amount=_money(arguments))
    return partial(record_measure, kind=kind, lasts_to=until)


def _money(arguments: Arguments) -> Money:
    try:
        return Money.tenge(arguments.amount or "")
    except ValueError:
        raise refused("argument-value", names="--amount", command="inspections measure") from None


def _dispute(arguments: Arguments) -> None:
    measure = None if arguments.measure is None else identifier(arguments.measure, "--measure")
    step = Step.OBJECT if arguments.kind == "objection" else Step.APPEAL
    _step(arguments, step, partial(file_dispute, kind=arguments.kind, measure=measure))


def _campaign(arguments: Arguments) -> None:
    by, at = actor(Permission.APPOINT_INSPECTIONS), now()
    name = Text(ru=arguments.name_ru, kk=arguments.name_kk, en=arguments.name_en)
    found = open_campaign(name=name, ordered_by=arguments.ordered_by, on=arguments.day("on"), by=by, at=at)
    _print_kept(arguments, found.id)


def _complain(arguments: Arguments) -> None:
    by, at = actor(Permission.RECORD_COMPLAINTS), now()
    found = record_complaint(
        facility=identifier(arguments.clinic, "--clinic"),
        topic=arguments.topic,
        anonymous=arguments.anonymous,
        reference=arguments.reference,
        on=arguments.day("on"),
        by=by,
        at=at,
    )
    _print_kept(arguments, found.id)


def _print_kept(arguments: Arguments, kept: UUID) -> None:
    if arguments.as_json:
        print_json({"id": kept})
    else:
        Page(arguments.language).say(_KEPT.fill(id=str(kept)))
