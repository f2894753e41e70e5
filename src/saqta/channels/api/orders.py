"""``/api/v1/orders``: certificates of status and money, ordered by the person they are about."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec
from django.conf import settings

from saqta.access.budgets import Spent
from saqta.basis.refusal import Refused
from saqta.basis.strict_json import decode
from saqta.basis.text import Language, Text
from saqta.channels.api.asked import Asked, Reply
from saqta.channels.api.problems import WentWrong
from saqta.channels.clock import KAZAKHSTAN
from saqta.orders.actions import Wanted
from saqta.orders.notifying import public_key
from saqta.orders.queries import document_of, own_order
from saqta.orders.records import LEAST_MONTHS, MOST_MONTHS, OrderRecord
from saqta.orders.states import REASON_TEXTS, STATE_TEXTS, State
from saqta.orders.ways import check_offered

_ORDERS = "/api/v1/orders"
_AGAIN_AFTER = 2
"""Seconds after which it is worth asking again."""
_EVIDENCE = "said over the interface for programs"


class OrderWanted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many months the certificate goes back, and whether the person consents to their data being read for it: left
    out, the order waits for the consent. ``tell`` is where it is told how the order went: a program's address, or a
    mailbox or a chat with the bot where this server writes to such; those are written to in ``language``, or in all
    three."""

    months: Annotated[int, msgspec.Meta(ge=LEAST_MONTHS, le=MOST_MONTHS)] = LEAST_MONTHS
    consent: bool | None = None
    tell: Annotated[str, msgspec.Meta(pattern="^(https://|mailto:|tg:)", max_length=500)] | None = None
    language: Language | None = None


class ConsentSaid(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whether the person consents."""

    consent: bool


class NotificationsKey(msgspec.Struct, frozen=True):
    """The public key of notifications, as Standard Webhooks writes it: ``whpk_`` and Base64."""

    key: str


class OrderStep(msgspec.Struct, frozen=True):
    """That the order went on, when and why."""

    state: State
    at: datetime
    why: Text


class OrderTold(msgspec.Struct, frozen=True):
    """How an order stands. ``deadline`` is the end of the time promised by law; ``certificate`` the address of the
    signed document once there is one."""

    id: UUID
    state: State
    says: Text
    why: Text
    months: int
    consent: bool | None
    ordered_at: datetime
    deadline: datetime
    steps: tuple[OrderStep, ...]
    certificate: str | None


def place(asked: Asked) -> Reply:
    """A new order, or the one that was made with the same key."""
    person, body = _person(asked), decode(asked.body, OrderWanted)
    tell = () if body.tell is None else (body.tell,)
    check_offered(tell, letters=settings.SAQTA_MAIL is not None, chats=bool(settings.SAQTA_TELEGRAM_TOKEN))
    wanted = Wanted(body.months, body.consent, tell, body.language)
    placed = asked.orders.place(person, wanted, key=asked.key, evidence=_EVIDENCE, at=asked.at)
    if isinstance(placed, Spent):
        raise WentWrong("too-often", retry_after=placed.seconds)
    headers = [("Location", f"{_ORDERS}/{placed.order.id}"), ("Retry-After", str(_AGAIN_AFTER))]
    if placed.again:
        headers.append(("Idempotent-Replayed", "true"))
    return Reply("202 Accepted", msgspec.json.encode(_told(placed.order, asked.at)), tuple(headers))


def show(asked: Asked) -> OrderTold:
    """How one's own order stands."""
    return _told(_own(asked), asked.at)


def consent(asked: Asked) -> OrderTold:
    """What the person says about the consent."""
    person, said = _person(asked), decode(asked.body, ConsentSaid)
    found = asked.orders.consent(_identifier(asked), person, said.consent, evidence=_EVIDENCE, at=asked.at)
    return _told(found, asked.at)


def certificate(asked: Asked) -> Reply:
    """The signed document."""
    document = document_of(_own(asked).id, _person(asked))
    if document is None:
        raise WentWrong("not-found")
    return Reply("200 OK", document, (("Content-Disposition", 'inline; filename="saqta.pdf"'),), "application/pdf")


def notifications_key(asked: Asked) -> NotificationsKey:
    """With what receivers of notifications check them."""
    return NotificationsKey(public_key(settings.SAQTA_KEYS.read_bytes()))


def _person(asked: Asked) -> UUID:
    scheme, _, proof = asked.authorization.partition(" ")
    try:
        return asked.orders.sign_in(proof.strip() if scheme.lower() == "bearer" else "", asked.at)
    except Refused as refused:
        raise WentWrong("not-proven", *refused.faults) from None


def _identifier(asked: Asked) -> UUID:
    try:
        return UUID(asked.part)
    except ValueError:
        raise WentWrong("not-found") from None


def _own(asked: Asked) -> OrderRecord:
    """Somebody else's order and none at all look alike."""
    found = own_order(_identifier(asked), _person(asked))
    if found is None:
        raise WentWrong("not-found")
    return found


def _told(found: OrderRecord, at: datetime) -> OrderTold:
    state, reason = found.stands(at)
    return OrderTold(
        id=found.id,
        state=state,
        says=STATE_TEXTS[state],
        why=REASON_TEXTS[reason],
        months=found.months,
        consent=found.consented,
        ordered_at=found.at.astimezone(KAZAKHSTAN),
        deadline=found.late_at.astimezone(KAZAKHSTAN),
        steps=tuple(
            OrderStep(step.state, step.at.astimezone(KAZAKHSTAN), REASON_TEXTS[step.reason]) for step in found.steps
        ),
        certificate=f"{_ORDERS}/{found.id}/certificate" if state == "answered" else None,
    )
