"""The desk of the state gateway: systems of the State ask here, in the name of a person who consented.

What is signed and by whom was judged before anything is read (``envelopes``). A status is answered at once, in the
words of the public pages; a certificate is ordered as people order it themselves, and its answer is owed (``owing``).
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID, uuid4

import msgspec

from saqta.access.budgets import Budget, Budgets
from saqta.access.records import gateway as gateway_named
from saqta.basis.days import day_in_kazakhstan
from saqta.basis.identifiers import Iin
from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text
from saqta.coverage.public import public_status
from saqta.envelopes.messages import Message, StatusNotice, is_of_now, read, read_notice
from saqta.envelopes.names import Channel, Code
from saqta.envelopes.senders import Senders
from saqta.envelopes.signatures import Signatures
from saqta.envelopes.texts import gateway_code
from saqta.envelopes.texts import refused as message_refused
from saqta.envelopes.writing import Heading, answer, noted, receipt, refusal
from saqta.journal.actions import record_read
from saqta.law.book import Book
from saqta.orders.actions import Wanted, place_order
from saqta.orders.exchanges import About, Answer, Marks, answered, keep_exchange, marks
from saqta.orders.models import OwedAnswer
from saqta.orders.participation import status_content
from saqta.orders.records import LEAST_MONTHS, MOST_MONTHS
from saqta.orders.texts import refused
from saqta.registry.queries import find_people, find_person, numbers

STATUS_PURPOSE = "state-gateway-status"
_LONGEST_TOKEN = 4_096
_alarms = logging.getLogger("saqta.alarms")
_TOKENS = ("kdptoken", "consenttoken")
_PROCESSED = Text(ru="Сообщение обработано", kk="Хабар өңделді", en="The message was processed")


class Services(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """By which names the gateway knows what is offered: the status at once, and the certificate later."""

    status: str = "SAQTA_STATUS"
    certificate: str = "SAQTA_CERTIFICATE"


@dataclass(frozen=True, slots=True)
class GatewayBudgets:
    """How often systems of the State may ask: about one person, and each of them in all."""

    number: Budget
    sender: Budget


class _Doing(NamedTuple):
    """An answer that is signed already, and what is done in the transaction that keeps it."""

    written: bytes
    about: About
    act: Callable[[], UUID | None]


class GatewayDesk:
    """Answers messages of the gateway. ``followed`` tells up to which moment the register's changes are in the
    answers."""

    def __init__(
        self,
        book: Book,
        senders: Senders,
        signatures: Signatures,
        services: Services,
        budgets: Budgets,
        allowed: GatewayBudgets,
        followed: Callable[[], datetime],
    ) -> None:
        self._book, self._senders, self._signatures, self._services = book, senders, signatures, services
        self._budgets, self._allowed, self._followed = budgets, allowed, followed

    def receive(self, written: bytes, channel: Channel, *, at: datetime) -> bytes:
        """The signed answer to a message, kept with it; the same one for a message that comes again. Raises
        ``Refused`` for what is no message of a known sender, or cannot be answered now: nothing of that is kept."""
        vouched = self._senders.vouched(written, self._signatures, at=at)
        notice = read_notice(vouched.body) if channel is Channel.ASYNC else None
        if notice is not None:
            return self._note(notice, min(vouched.senders), written, at)
        message = read(vouched.body, channel)
        if message.sender not in vouched.senders:
            raise message_refused("unknown-sender")
        told = self._once(_marks(message), message.date, lambda: self._do(message, at), written, at)
        if told.again:
            self._look_again(told, message, at)
        return told.written

    def _once(self, known: Marks, date: datetime, do: Callable[[], _Doing], written: bytes, at: datetime) -> Answer:
        """What was answered before, or else what is answered now, by a message of now."""
        before = answered(known, at)
        if before is not None:
            return before
        if not is_of_now(date, at):
            raise message_refused("clock")
        doing, by = do(), gateway_named(known.sender)
        return keep_exchange(known, doing.about, written, doing.written, doing.act, by=by, at=at)

    def _note(self, notice: StatusNotice, sender: str, written: bytes, at: datetime) -> bytes:
        """The gateway tells how a message of ours stands. What it has is its own matter; what it could not do with it
        is for whoever runs this server to know."""

        def do() -> _Doing:
            heading = Heading(str(uuid4()), notice.identifier, notice.session, at)
            return _Doing(self._signatures.sign(noted(heading, notice.types), at=at), About(), lambda: None)

        known = marks(sender, f"{notice.identifier} is {notice.state}", notice.state)
        told = self._once(known, notice.date, do, written, at)
        if notice.failed and not told.again:
            _alarms.warning("the state gateway could not do with message %s", notice.identifier)
        return told.written

    def _do(self, message: Message, at: datetime) -> _Doing:
        """What a message asks for. A refusal of the service is an answer like any other, except that to come again
        later is no answer."""
        try:
            return self._status(message, at) if message.channel is Channel.SYNC else self._certificate(message, at)
        except Refused as found:
            if gateway_code(found.faults[0].code) is not Code.NOT_PROCESSED:
                raise
            return _Doing(self._told(message, found.faults[0], at), About(), lambda: None)

    def _told(self, message: Message, fault: Fault, at: datetime) -> bytes:
        """A refusal in the words of its channel: a signed status where there is one, else a fault."""
        if message.channel is Channel.ASYNC:
            return refusal(message.channel, fault, at, message.types)
        envelope = answer(_heading(message, at), Code.NOT_PROCESSED, fault.text, None)
        return self._signatures.sign(envelope, at=at)

    def _status(self, message: Message, at: datetime) -> _Doing:
        if message.service != self._services.status:
            raise message_refused("no-such-service")
        iin, about = _about(message)
        self._spend(message, about, at)
        on = day_in_kazakhstan(at)
        found = public_status(iin.birth_date, numbers().digest(iin.digits), on, self._book)
        content = status_content(found, self._followed(), self._book)
        envelope = answer(_heading(message, at), Code.PROCESSED, _PROCESSED, content)

        def look() -> None:
            record_read(found.person, by=gateway_named(message.sender), purpose=STATUS_PURPOSE, at=at)

        return _Doing(self._signatures.sign(envelope, at=at), about, look)

    def _certificate(self, message: Message, at: datetime) -> _Doing:
        if message.service != self._services.certificate or message.kind != "REQUEST":
            raise message_refused("no-such-service")
        iin, about = _about(message)
        wanted = Wanted(months=_months(message), consents=True)
        self._spend(message, about, at)
        person = find_person(iin)
        if person is None:
            raise refused("unknown-person")
        by, evidence = gateway_named(message.sender), f"consent token of the state gateway {_hex(about.consent)}"
        heading = _heading(message, at)

        def order() -> UUID:
            key = f"gateway {_hex(_marks(message).key)}"
            placed = place_order(person.id, wanted, key=key, evidence=evidence, book=self._book, by=by, at=at)
            OwedAnswer.objects.create(order_id=placed.order.id, chain=heading.chain, session=heading.session, due=at)
            return placed.order.id

        return _Doing(self._signatures.sign(receipt(heading, message.types), at=at), about, order)

    def _spend(self, message: Message, about: About, at: datetime) -> None:
        """Takes one question from the budgets of the person and of the sender; raises ``Refused``. What strangers ask
        about the person is another budget, so that nobody can keep the State from asking."""
        spent = self._budgets.spend(
            at,
            self._budgets.of(self._allowed.number, _hex(about.number)),
            self._budgets.of(self._allowed.sender, message.sender),
        )
        if spent is not None:
            raise message_refused("too-often")

    def _look_again(self, before: Answer, message: Message, at: datetime) -> None:
        """An answer that leaves twice is looked at twice: whoever it is about is to know."""
        if before.number is None or message.channel is Channel.ASYNC:
            return
        person = find_people([before.number]).get(before.number)
        record_read(person, by=gateway_named(message.sender), purpose=STATUS_PURPOSE, at=at)


def _marks(message: Message) -> Marks:
    """A message that is sent anew with another date or signature asks the same; one that asks more does not."""
    asked = msgspec.json.encode((message.channel.name, message.service, message.kind, sorted(message.fields.items())))
    return marks(message.sender, message.identifier, asked.decode())


def _heading(message: Message, at: datetime) -> Heading:
    return Heading(str(uuid4()), message.chain or message.identifier, message.session, at)


def _about(message: Message) -> tuple[Iin, About]:
    """Whom a message asks about, with a consent; raises ``Refused``. The number stands in its own field and nowhere
    else: marks are repeated in answers, and find their way into the logs of others."""
    iin = Iin.parse(message.fields.get("iin", ""))
    if any(iin.digits in (mark or "") for mark in (message.identifier, message.chain, message.session)):
        raise message_refused("number-in-mark")
    tokens = {message.fields[name] for name in _TOKENS if message.fields.get(name)}
    if len(tokens) > 1:
        raise message_refused("said-twice")
    token = tokens.pop() if tokens else ""
    if not 0 < len(token) <= _LONGEST_TOKEN:
        raise refused("gateway-consent")
    sealing = numbers()
    return iin, About(sealing.digest(iin.digits), sealing.digest_of("consent", token))


def _months(message: Message) -> int:
    written = message.fields.get("months", str(LEAST_MONTHS))
    if not (written.isascii() and written.isdigit() and len(written) <= 2):
        raise refused("gateway-months")
    months = int(written)
    if not LEAST_MONTHS <= months <= MOST_MONTHS:
        raise refused("gateway-months")
    return months


def _hex(digest: bytes | None) -> str:
    return (digest or b"").hex()
