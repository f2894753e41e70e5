"""What a message of the gateway says: read liberally, because published schemas of it differ in letter case and
namespaces, and every system adds fields of its own.

Names are compared without namespace and letter case; unknown fields are passed over, and so is the order of fields.
What is not forgiven is a field given twice with different values: one of them might be what somebody else reads.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from lxml import etree

from saqta.basis.days import KAZAKHSTAN
from saqta.basis.identifiers import Iin
from saqta.basis.refusal import Refused
from saqta.envelopes.names import ASYNC, ASYNC_CLIENT, SYNC, Channel, local
from saqta.envelopes.reading import parse
from saqta.envelopes.texts import refused

CLOCKS_DIFFER = timedelta(minutes=5)
"""So far the date of a message may be from our clock, to either side."""

_MARK = re.compile(r"[A-Za-z0-9._:{}-]{1,100}", re.ASCII)
_AT_RANDOM = re.compile(r"\{?[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}?", re.ASCII)
_TWELVE = re.compile(r"(?<![0-9])[0-9]{12}(?![0-9])", re.ASCII)
_LONGEST_VALUE = 8_192
_INFORMATION = {Channel.SYNC: "requestinfo", Channel.ASYNC: "messageinfo"}
_CONTENT = {Channel.SYNC: "requestdata", Channel.ASYNC: "messagedata"}
_MESSAGE = {Channel.SYNC: ("sendmessage", "syncsendmessagerequest"), Channel.ASYNC: ("sendmessage",)}


@dataclass(frozen=True, slots=True)
class Message:
    """A request as its sender means it. ``fields`` are those of its data and ``properties``, names in small letters."""

    channel: Channel
    identifier: str
    chain: str | None
    service: str
    kind: str
    date: datetime
    sender: str
    session: str | None
    fields: Mapping[str, str]
    types: str
    """The namespace that the question is written in, and its answer therefore."""


class StatusNotice(NamedTuple):
    """What the gateway says of a message of ours that it has: its state now, and whether that is a fault."""

    identifier: str
    state: str
    failed: bool
    date: datetime
    session: str | None
    types: str


def is_of_now(date: datetime, at: datetime) -> bool:
    """Whether a message of that date may be answered at this moment."""
    return abs(date - at) <= CLOCKS_DIFFER


class Receipt(NamedTuple):
    """What the gateway says to a message of ours: which of our messages it took, in which chain."""

    identifier: str
    chain: str


def operation_of(body: etree._Element) -> etree._Element:
    """What a body asks to be done: the one element in it; raises ``Refused``."""
    operations = [part for part in body if isinstance(part.tag, str)]
    if len(operations) != 1:
        raise refused("not-a-message")
    return operations[0]


def read(body: etree._Element, channel: Channel) -> Message:
    """The message in a body; raises ``Refused`` for what is none of this channel."""
    operation = operation_of(body)
    if local(operation.tag).lower() not in _MESSAGE[channel]:
        raise refused("not-a-message")
    request = _child(operation, "request")
    request = operation if request is None else request
    information = _child(request, _INFORMATION[channel])
    if information is None:
        raise refused("not-a-message")
    said = _leaves(information, {})
    return Message(
        channel=channel,
        identifier=_mark(said, "messageid"),
        chain=_mark_if_said(said, "correlationid"),
        service=_mark(said, "serviceid"),
        kind=said.get("messagetype", "REQUEST").upper(),
        date=_moment(said.get("messagedate", "")),
        sender=_mark(said, "senderid"),
        session=_mark_if_said(said, "sessionid"),
        fields=_fields(request, information, channel),
        types=_types(operation, channel),
    )


def read_notice(body: etree._Element) -> StatusNotice | None:
    """What the gateway says of a message of ours; None for a body that is no such notice, ``Refused`` for one that
    cannot be read. The misspelt name is the name of the operation."""
    operation = operation_of(body)
    if local(operation.tag).lower() != "changemassagestatusnotification":
        return None
    said = _leaves(operation, {})
    session = _mark_if_said(said, "sessionid")
    state, date = _mark(said, "messagestate"), _moment(said.get("requestdate", ""))
    types = _types(operation, Channel.ASYNC)
    return StatusNotice(_mark(said, "messageid"), state, "errorcode" in said, date, session, types)


def read_receipt(written: bytes) -> Receipt:
    """The receipt in an answer of the gateway to a message of ours; raises ``Refused`` for anything else, a fault
    among it."""
    root = parse(written)
    body = _child(root, "body")
    response = None if body is None else _child(body, "sendmessageresponse")
    if response is None:
        raise refused("not-a-message")
    said = _leaves(response, {})
    return Receipt(_mark(said, "messageid"), _mark(said, "correlationid"))


def _types(operation: etree._Element, channel: Channel) -> str:
    """The namespace of an operation as the gateway writes it; anything else that was forgiven is not repeated."""
    namespace = etree.QName(operation).namespace
    if channel is Channel.SYNC:
        return SYNC
    return ASYNC_CLIENT if namespace == ASYNC_CLIENT else ASYNC


def _fields(request: etree._Element, information: etree._Element, channel: Channel) -> dict[str, str]:
    """The fields of the data, and the properties of the message that it does not have."""
    content = _child(request, _CONTENT[channel])
    data = None if content is None else _child(content, "data")
    fields: dict[str, str] = {}
    if data is not None:
        _leaves(_unwrapped(data), fields)
    properties: dict[str, str] = {}
    for each in information:
        if local(each.tag).lower() == "properties":
            pair = _leaves(each, {})
            _add(properties, pair.get("key", "").lower(), pair.get("value", ""))
    return properties | fields


def _unwrapped(data: etree._Element) -> etree._Element:
    """Data are elements, or a document written as text; the latter is read under the same bounds."""
    text = (data.text or "").strip()
    if len(data) or not text.startswith("<"):
        return data
    try:
        return parse(text.encode())
    except Refused:
        raise refused("not-a-message") from None


def _leaves(element: etree._Element, found: dict[str, str]) -> dict[str, str]:
    """The texts of elements without elements, by their names; a list of properties is read elsewhere, and a signature
    in the data is evidence and not a field."""
    for each in element:
        name = local(each.tag).lower()
        if name in ("properties", "signature") or not isinstance(each.tag, str):
            continue
        if any(isinstance(part.tag, str) for part in each):
            _leaves(each, found)
        elif len(each) or len(each.text or "") > _LONGEST_VALUE:
            raise refused("not-a-message")  # an instruction in the middle of a text would hide its end
        else:
            _add(found, name, (each.text or "").strip())
    return found


def _add(found: dict[str, str], name: str, text: str) -> None:
    if found.setdefault(name, text) != text:
        raise refused("said-twice")


def _child(element: etree._Element, name: str) -> etree._Element | None:
    children = [each for each in element if local(each.tag).lower() == name]
    if len(children) > 1:
        raise refused("said-twice")
    return children[0] if children else None


def _mark(said: Mapping[str, str], name: str) -> str:
    """A mark of a message, which is repeated in its answer and written into the logs of others."""
    text = said.get(name, "")
    if not _MARK.fullmatch(text):
        raise refused("not-a-message")
    # One mark in a hundred thousand of those made at random ends in twelve digits that look like somebody's.
    if not _AT_RANDOM.fullmatch(text) and any(map(_is_a_number, _TWELVE.findall(text))):
        raise refused("number-in-mark")
    return text


def _mark_if_said(said: Mapping[str, str], name: str) -> str | None:
    return _mark(said, name) if said.get(name) else None


def _is_a_number(digits: str) -> bool:
    try:
        Iin.parse(digits)
    except Refused:
        return False
    return True


def _moment(text: str) -> datetime:
    """A moment of XML Schema; one without a zone is meant as clocks in Kazakhstan show it."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise refused("not-a-message") from None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=KAZAKHSTAN)
