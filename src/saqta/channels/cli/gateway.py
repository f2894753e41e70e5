"""``saqta gateway``: the evidence of what went through the state gateway, and messages of the invented system that
may ask in a demonstration."""

from __future__ import annotations

import sys
from uuid import UUID, uuid4

from django.conf import settings

from saqta.access.permissions import Permission
from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text
from saqta.channels.cli.acting import actor
from saqta.channels.cli.arguments import Arguments, read_iin
from saqta.channels.cli.output import Page, print_json
from saqta.channels.clock import moment_text, now
from saqta.channels.opening import register
from saqta.coverage.demo import PEOPLE, has_demo
from saqta.envelopes.signatures import OwnKey
from saqta.envelopes.writing import Heading, Own, message, question
from saqta.orders.exchanges import evidence, exchanges
from saqta.orders.gateway_settings import DEMO_SENDER, read_settings
from saqta.orders.participation import question_content
from saqta.orders.records import ExchangeRecord
from saqta.orders.texts import refused

_NONE = Text(
    ru="Через шлюз ещё ничего не проходило.",
    kk="Шлюз арқылы әлі ештеңе өткен жоқ.",
    en="Nothing went through the gateway yet.",
)
_STAMPED = Text(ru="с меткой времени", kk="уақыт белгісі бар", en="time-stamped")
_NOT_STAMPED = Text(ru="без метки времени", kk="уақыт белгісі жоқ", en="no time-stamp")
_ONLY_INVENTED = Text(
    ru="Показательная система спрашивает только о выдуманных людях показа: saqta prepare --demo",
    kk="Көрсетілім жүйесі тек ойдан шығарылған адамдар туралы сұрайды: saqta prepare --demo",
    en="The system of the demonstration asks about its invented people alone: saqta prepare --demo",
)


def run(arguments: Arguments) -> int:
    with register():
        match arguments.action:
            case "list":
                actor(Permission.READ_ORDERS)
                _list(arguments)
            case "show":
                found = evidence(_identifier(arguments), by=actor(Permission.KEEP_ORDERS), at=now())
                _write(_part(found, arguments))
            case _:
                _write(_question(arguments))
    return 0


def _list(arguments: Arguments) -> None:
    found = exchanges()
    if arguments.as_json:
        print_json(found)
        return
    page = Page(arguments.language)
    if not found:
        page.say(_NONE)
        return
    page.table(
        (
            str(each.id),
            moment_text(each.at).in_language(page.language),
            each.sender,
            str(each.order or "—"),
            (_NOT_STAMPED if each.stamped is None else _STAMPED).in_language(page.language),
        )
        for each in found
    )


def _question(arguments: Arguments) -> bytes:
    """A message that asks about an invented person, signed as the system of the demonstration signs."""
    iin, joined = read_iin(arguments.iin), read_settings(settings.SAQTA_EGOV)
    folder = settings.SAQTA_EGOV / DEMO_SENDER
    invented = has_demo(settings.SAQTA_HOME) and iin.digits in {person.number for person in PEOPLE}
    if joined is None or not invented or not folder.exists():
        raise Refused(Fault("no-demo-gateway", _ONLY_INVENTED, "--iin"))
    at, identifier, own = now(), str(uuid4()), Own(DEMO_SENDER, "demonstration")
    heading, content = (
        Heading(identifier, identifier, None, at),
        question_content(iin.digits, f"demonstration {uuid4()}"),
    )
    envelope = (
        message(heading, joined.services.certificate, "REQUEST", own, content)
        if arguments.certificate
        else question(heading, joined.services.status, own, content)
    )
    return OwnKey(folder).sign(envelope, at=at)


def _part(found: ExchangeRecord, arguments: Arguments) -> bytes:
    """What was asked to be shown of an exchange; raises ``Refused`` for a time-stamp that is not there."""
    if not arguments.time_stamp:
        return found.answered if arguments.answer else found.sent
    if found.time_stamp is None:
        raise refused("no-time-stamp", "id")
    return found.time_stamp


def _write(content: bytes) -> None:
    """Byte for byte, because a signature is over bytes."""
    sys.stdout.buffer.write(content)


def _identifier(arguments: Arguments) -> UUID:
    try:
        return UUID(arguments.id)
    except ValueError:
        raise refused("no-such-exchange", "id") from None
