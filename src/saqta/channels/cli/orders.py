"""``saqta orders``: what the staff looks into, and what it does about it."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings

from saqta.access.demo_identity import demo_proof
from saqta.access.permissions import Permission
from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text
from saqta.channels.cli.acting import actor
from saqta.channels.cli.arguments import Arguments, read_iin
from saqta.channels.cli.output import Page, print_json
from saqta.channels.cli.register_documents import LateOrderTold
from saqta.channels.clock import moment_text, now
from saqta.channels.opening import register
from saqta.coverage.demo import PEOPLE, has_demo
from saqta.orders.actions import close_order, put_back
from saqta.orders.checking import revoke_certificate
from saqta.orders.queries import late_orders
from saqta.orders.states import STATE_TEXTS
from saqta.orders.texts import refused

_NONE = Text(
    ru="Опоздавших и отложенных заказов нет.",
    kk="Кешіккен не кейінге қалдырылған тапсырыс жоқ.",
    en="No order is late or was set aside.",
)
_DONE = Text(ru="Сделано.", kk="Орындалды.", en="Done.")
_ONLY_INVENTED = Text(
    ru="Показательное подтверждение бывает только у выдуманных людей показа. Настоящее выдаёт поставщик идентификации.",
    kk="Көрсетілімдік растау ойдан шығарылған адамдарға ғана беріледі. Нағызын сәйкестендіру провайдері береді.",
    en="Only the invented people of a demonstration have such a proof. A real one comes from a provider of identity.",
)


def run(arguments: Arguments) -> int:
    with register():
        match arguments.action:
            case "prove":
                _prove(arguments)
                return 0
            case "list":
                actor(Permission.READ_ORDERS)
                _list(arguments)
                return 0
            case "put-back":
                put_back(_number(arguments), by=actor(Permission.KEEP_ORDERS), at=now())
            case "close":
                by = actor(Permission.KEEP_ORDERS)
                close_order(_number(arguments), arguments.explanation, by=by, at=now())
            case _:
                by = actor(Permission.KEEP_ORDERS)
                revoke_certificate(_number(arguments), arguments.reason, by=by, at=now())
        if not arguments.as_json:
            Page(arguments.language).say(_DONE)
    return 0


def _list(arguments: Arguments) -> None:
    found = tuple(
        LateOrderTold(late.id, late.state, late.reason, late.since, late.faults, late.accident)
        for late in late_orders()
    )
    if arguments.as_json:
        print_json(found)
        return
    page = Page(arguments.language)
    if not found:
        page.say(_NONE)
        return
    page.table(
        (
            str(late.id),
            *(text.in_language(page.language) for text in (STATE_TEXTS[late.state], moment_text(late.since))),
            late.accident or "",
        )
        for late in found
    )


def _prove(arguments: Arguments) -> None:
    iin, home = read_iin(arguments.iin), settings.SAQTA_HOME
    is_invented = has_demo(home) and iin.digits in {person.number for person in PEOPLE}
    proof = demo_proof(home, iin, now()) if is_invented else None
    if proof is None:
        raise Refused(Fault("no-demo-proof", _ONLY_INVENTED, "--iin"))
    if arguments.as_json:
        print_json({"proof": proof})
    else:
        Page(arguments.language).line(proof)


def _number(arguments: Arguments) -> UUID:
    try:
        return UUID(arguments.id)
    except ValueError:
        raise refused("no-such-order", "id") from None
