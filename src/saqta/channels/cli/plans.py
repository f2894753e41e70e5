"""``saqta plans``: a clinic's plans of anaesthesia, from the filing to what was done."""

from __future__ import annotations

from collections.abc import Callable

import segno

from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text
from saqta.channels.cli.acting import actor
from saqta.channels.cli.arguments import Arguments, refused
from saqta.channels.cli.facts import read_facts
from saqta.channels.clock import now
from saqta.channels.opening import register

# isort: split
# Rooms that store rows are importable once the register's settings are known.
from saqta.access.permissions import Permission
from saqta.access.queries import require
from saqta.care import actions, queries, sessions
from saqta.care.consenting import note_withdrawal
from saqta.care.records import Complication, Findings, PlanDocument, PlanRecord, SessionReport, ToldPlan
from saqta.channels.cli import plans_shown as shown
from saqta.journal.actions import record_read
from saqta.law.book import load
from saqta.registry.clinic_queries import find_places

Command = Callable[[Arguments], None]

_UNKNOWN_CLINIC = Text(
    ru="Такой клиники по этому адресу в реестре нет.",
    kk="Тізілімде осы мекенжайдағы мұндай клиника жоқ.",
    en="The register knows no such clinic at this place.",
)
_NOTHING_SIGNED = Text(
    ru="Родители по этому плану ещё ничего не подписали.",
    kk="Бұл жоспар бойынша ата-анасы әлі ештеңеге қол қойған жоқ.",
    en="The parents have signed nothing about this plan yet.",
)
LARGEST_DOCUMENT = 8_000_000
"""Bytes of a signed document; a larger file is none of ours."""


def run(arguments: Arguments) -> int:
    with register():
        COMMANDS[arguments.action](arguments)
    return 0


def _file(arguments: Arguments) -> None:
    told = read_facts(arguments.file, PlanDocument, "FILE")
    shown.say_state(arguments, actions.file_plan(told, book=load(), by=_keeper(), at=now()))


def _change(arguments: Arguments) -> None:
    told = read_facts(arguments.file, ToldPlan, "FILE")
    version = arguments.whole_number("version", least=1)
    found = actions.change_plan(_number(arguments), told, version=version, book=load(), by=_keeper(), at=now())
    shown.say_state(arguments, found)


def _note(arguments: Arguments) -> None:
    told = read_facts(arguments.file, Findings, "FILE")
    shown.say_state(arguments, actions.note_findings(_number(arguments), told, by=_keeper(), at=now()))


def _override(arguments: Arguments) -> None:
    found = actions.answer_for_demands(
        _number(arguments),
        arguments.demand,
        physician=arguments.physician,
        reason=arguments.reason,
        book=load(),
        by=actor(Permission.ANSWER_FOR_DEMANDS),
        at=now(),
    )
    shown.say_state(arguments, found)


def _go_ahead(arguments: Arguments) -> None:
    shown.say_state(arguments, actions.clear_plan(_number(arguments), book=load(), by=_keeper(), at=now()))


def _start(arguments: Arguments) -> None:
    shown.say_state(arguments, sessions.start_session(_number(arguments), book=load(), by=_keeper(), at=now()))


def _complication(arguments: Arguments) -> None:
    told = read_facts(arguments.file, Complication, "FILE")
    opened = sessions.report_complication(_number(arguments), told, by=_keeper(), at=now())
    shown.say_incidents(arguments, () if opened is None else (opened,))


def _session(arguments: Arguments) -> None:
    told = read_facts(arguments.file, SessionReport, "FILE")
    shown.say_incidents(arguments, sessions.finish_session(_number(arguments), told, by=_keeper(), at=now()))


def _withdrawal(arguments: Arguments) -> None:
    note_withdrawal(_number(arguments), by=_keeper(), at=now())
    shown.say_state(arguments, queries.plan(_number(arguments)))


def _withdraw(arguments: Arguments) -> None:
    found = actions.withdraw_plan(_number(arguments), reason=arguments.reason, by=_keeper(), at=now())
    shown.say_state(arguments, found)


def _link(arguments: Arguments) -> None:
    number = _number(arguments)
    secret = actions.make_link(number, by=_keeper(), at=now())
    link = f"{arguments.site.rstrip('/')}/{arguments.language}/consent/{secret}/"
    if arguments.qr is not None:
        # The middle of the four levels of repair: the picture still reads when the print is smudged.
        segno.make(link, error="m", micro=False).save(str(arguments.qr), kind="svg", scale=6, xmldecl=False)
    shown.say_link(arguments, number, link)


def _list(arguments: Arguments) -> None:
    place = (arguments.bin, arguments.place)
    facility = find_places({place}).get(place)
    if facility is None:
        raise Refused(Fault("unknown-clinic", _UNKNOWN_CLINIC, "--bin"))
    require(actor(Permission.READ_PLANS), Permission.READ_PLANS, facility=facility)
    shown.print_list(arguments, queries.plans(facility))


def _show(arguments: Arguments) -> None:
    shown.print_plan(arguments, _looked_at(arguments))


def _check(arguments: Arguments) -> None:
    number = _looked_at(arguments).number
    shown.print_check(arguments, number, queries.check(number, load(), at=now()))


def _consent(arguments: Arguments) -> None:
    found = queries.consents(_looked_at(arguments).number)
    if not found:
        raise Refused(Fault("nothing-signed", _NOTHING_SIGNED, "NUMBER"))
    arguments.to.write_bytes(queries.document(found[-1]))
    shown.say_consent(arguments, found[-1])


def _verify(arguments: Arguments) -> None:
    try:
        with arguments.file.open("rb") as stream:
            signed = stream.read(LARGEST_DOCUMENT + 1)
    except FileNotFoundError:
        raise refused("file-missing", names="FILE") from None
    except OSError:
        raise refused("file-unreadable", names="FILE") from None
    shown.say_consent(arguments, queries.consent_in(signed))


def _incidents(arguments: Arguments) -> None:
    actor(Permission.READ_PLANS)
    shown.print_incidents(arguments, queries.incidents(after=arguments.whole_number("after", least=0)))


def _looked_at(arguments: Arguments) -> PlanRecord:
    """The plan, after writing down that somebody who may looks at what it tells of the child."""
    by, found = actor(Permission.READ_PLANS), queries.plan(_number(arguments))
    require(by, Permission.READ_PLANS, facility=found.facility)
    record_read(found.person, by=by, purpose="anaesthesia-plan", at=now())
    return found


def _number(arguments: Arguments) -> int:
    return arguments.whole_number("number", least=1)


def _keeper() -> str:
    return actor(Permission.KEEP_PLANS)


COMMANDS: dict[str, Command] = {
    "list": _list,
    "file": _file,
    "change": _change,
    "note": _note,
    "link": _link,
    "override": _override,
    "show": _show,
    "check": _check,
    "go-ahead": _go_ahead,
    "start": _start,
    "complication": _complication,
    "session": _session,
    "withdrawal": _withdrawal,
    "withdraw": _withdraw,
    "consent": _consent,
    "verify": _verify,
    "incidents": _incidents,
}
