"""Orders that wait and orders that failed for good: how long the queue is, and what the staff does about each dead
letter. Nobody is named here: an order is a number, and what failed is a code of ours."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse

from saqta.access.permissions import Permission
from saqta.basis.refusal import Refused
from saqta.basis.text import same
from saqta.channels.clock import moment_text
from saqta.channels.desk.fields import Field, Option, read_choice
from saqta.channels.desk.pages import Work, working_page
from saqta.channels.desk.wording.orders import ORDERS
from saqta.orders.actions import close_order, put_back
from saqta.orders.queries import late_orders, waiting_orders
from saqta.orders.records import LateOrder
from saqta.orders.states import EXPLANATIONS, REASON_TEXTS, STATE_TEXTS

_SHOWN = 100


@working_page(Permission.READ_ORDERS)
def orders(work: Work) -> HttpResponse:
    """The length of the queue and what is to be looked into."""
    return work.page("desk/orders.html", _shown(work))


@working_page(Permission.KEEP_ORDERS)
def put_order_back(work: Work, number: UUID) -> HttpResponse:
    """The workers try once more."""
    if not work.sent:
        return work.go("orders/")
    try:
        put_back(number, by=work.member.by, at=work.at)
    except Refused as refused:
        return work.refused("desk/orders.html", _shown(work), refused)
    return work.go("orders/")


@working_page(Permission.KEEP_ORDERS)
def end_order(work: Work, number: UUID) -> HttpResponse:
    """The order ends, and the person reads why."""
    if not work.sent:
        return work.go("orders/")
    try:
        explanation = read_choice(work, "explanation", ORDERS["explanation"], EXPLANATIONS)
        close_order(number, explanation, by=work.member.by, at=work.at)
    except Refused as refused:
        return work.refused("desk/orders.html", _shown(work), refused)
    return work.go("orders/")


def _shown(work: Work) -> dict[str, object]:
    waiting, found = waiting_orders(), list(late_orders())
    oldest = "—" if waiting.oldest is None else _age(work, int((work.at - waiting.oldest).total_seconds()))
    figures = {
        "count": waiting.count,
        "oldest": oldest,
        "unconsented": waiting.unconsented,
        "late": waiting.late,
        "dead_letters": waiting.dead_letters,
        "untold": waiting.untold,
    }
    return {
        "said": work.words(ORDERS),
        "figures": [(work.say(ORDERS[name]), value) for name, value in figures.items()],
        "letters": [_line(work, each) for each in found if each.state == "failed"][:_SHOWN],
        "late": [_line(work, each) for each in found if each.state == "overdue"][:_SHOWN],
        "may_keep": work.member.may(Permission.KEEP_ORDERS),
    }


def _line(work: Work, found: LateOrder) -> dict[str, object]:
    explained = (Option(code, work.say(REASON_TEXTS[code])) for code in EXPLANATIONS)
    label = work.say(ORDERS["explanation"])
    return {
        "number": found.id,
        "state": work.say(STATE_TEXTS[found.state]),
        "reason": work.say(ORDERS[f"reason-{found.reason}"]),
        "accident": found.accident,
        "ordered": work.say(moment_text(found.ordered)),
        "since": work.say(moment_text(found.since)),
        "fields": [
            Field("explanation", label, "choice", key=str(found.id), options=(Option("", ""), *explained)),
        ],
    }


def _age(work: Work, seconds: int) -> str:
    minutes, hours, days = seconds // 60, seconds // 3600, seconds // 86_400
    name, count = ("days", days) if days > 1 else ("hours", hours) if hours > 1 else ("minutes", minutes)
    return work.say(ORDERS[name].fill(count=same(str(count))))
