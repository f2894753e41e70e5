"""Writing envelopes exactly as the schemas of the gateway have them: its names, its order, its letter case."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from lxml import etree

from saqta.basis.days import KAZAKHSTAN
from saqta.basis.refusal import Fault
from saqta.basis.text import LANGUAGES, Text
from saqta.envelopes.names import ASYNC, SOAP, SYNC, WSU, XSI, Channel, Code
from saqta.envelopes.texts import gateway_code

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_OURS = "urn:saqta:fault"
_FAULTS = {
    Channel.SYNC: "SendMessageFault1_SendMessageFault",
    Channel.ASYNC: "sendMessageFault1_sendMessageFault",
}


class Heading(NamedTuple):
    """What stands above an answer: its own number, the chain it belongs to, and the session that it was asked in."""

    identifier: str
    chain: str
    session: str | None
    at: datetime


class Own(NamedTuple):
    """By which name and password we are known at the gateway."""

    sender: str
    password: str


class Content(NamedTuple):
    """Data of a service: the name of its type with a namespace, and its elements."""

    type: etree.QName
    elements: tuple[etree._Element, ...]


def answer(heading: Heading, code: Code, message: Text, content: Content | None) -> etree._Element:
    """The envelope of an answer at once."""
    envelope, body = _envelope(heading.identifier)
    response = _sub(_wrapper(body, f"{{{SYNC}}}SendMessageResponse"), "response")
    information = _sub(response, "responseInfo")
    _sub(information, "messageId", heading.identifier)
    _sub(information, "correlationId", heading.chain)
    _sub(information, "responseDate", moment(heading.at))
    status = _sub(information, "status")
    _sub(status, "code", code.value)
    _sub(status, "message", one_line(message))
    _session(information, heading)
    if content is not None:
        _data(_sub(response, "responseData"), content)
    return envelope


def receipt(heading: Heading, types: str = ASYNC) -> etree._Element:
    """The envelope that says that a message was taken, and in which chain its answer will come."""
    envelope, body = _envelope(heading.identifier)
    response = _sub(_wrapper(body, f"{{{types}}}sendMessageResponse"), "response")
    _sub(response, "messageId", heading.identifier)
    _sub(response, "correlationId", heading.chain)
    _sub(response, "responseDate", moment(heading.at))
    _session(response, heading)
    return envelope


def question(heading: Heading, service: str, own: Own, content: Content) -> etree._Element:
    """The envelope of a question that is answered at once: what a system sends that asks."""
    return _sent(f"{{{SYNC}}}SendMessage", "request", heading, service, None, own, content)


def noted(heading: Heading, types: str = ASYNC) -> etree._Element:
    """The envelope that says that we know how a message of ours stands."""
    envelope, body = _envelope(heading.identifier)
    response = _sub(_wrapper(body, f"{{{types}}}changeMassageStatusNotificationResponse"), "response")
    _sub(response, "responseDate", moment(heading.at))
    _session(response, heading)
    return envelope


def message(heading: Heading, service: str, kind: str, own: Own, content: Content) -> etree._Element:
    """The envelope of a message that goes its way; ``kind`` is ``REQUEST``, ``RESPONSE`` or ``NOTIFICATION``."""
    return _sent(f"{{{ASYNC}}}sendMessage", "message", heading, service, kind, own, content)


def fault(channel: Channel, code: Code, said: Fault, at: datetime, types: str, *, ours: bool) -> bytes:
    """A fault of SOAP: by whose fault, what is wrong in three languages, and the code of the gateway. It is not signed,
    names no message and repeats nothing of what was sent, because nothing of that is known to be anybody's word."""
    envelope, body = _envelope(None)
    element = etree.SubElement(body, f"{{{SOAP}}}Fault")
    _sub(element, "faultcode", "soap:Server" if ours else "soap:Client")
    _sub(element, "faultstring", one_line(said.text))
    detail = _sub(element, "detail")
    information = etree.SubElement(detail, f"{{{types}}}{_FAULTS[channel]}")
    _sub(information, "errorCode", code.value)
    _sub(information, "errorMessage", one_line(said.text))
    _sub(information, "errorDate", moment(at))
    texts = etree.SubElement(detail, f"{{{_OURS}}}refusal", {"code": said.code}, {"s": _OURS})
    for language in LANGUAGES:
        _sub(texts, "text", said.text.in_language(language)).set(XML_LANG, language)
    return written(envelope)


def refusal(channel: Channel, said: Fault, at: datetime, types: str | None = None) -> bytes:
    """The fault that answers a refusal, in the namespace that was asked in if that is known."""
    code = gateway_code(said.code)
    return fault(channel, code, said, at, types or channel.value, ours=code is Code.AGAIN)


def written(envelope: etree._Element) -> bytes:
    """An envelope as it goes over the wire."""
    content: bytes = etree.tostring(envelope, encoding="UTF-8", xml_declaration=True)
    return content


def texts(name: str, text: Text) -> tuple[etree._Element, ...]:
    """The same sentence as three elements, one in each language."""
    return tuple(leaf(name, text.in_language(language), {XML_LANG: language}) for language in LANGUAGES)


def leaf(name: str, text: str, attributes: Mapping[str, str] | None = None) -> etree._Element:
    """An element that holds a text."""
    element = etree.Element(name, dict(attributes or {}))
    element.text = text
    return element


def branch(name: str, *parts: etree._Element, **attributes: str) -> etree._Element:
    """An element that holds elements."""
    element = etree.Element(name, attributes)
    element.extend(parts)
    return element


def one_line(text: Text) -> str:
    """Three languages where the gateway has room for one text."""
    return " / ".join(text.in_language(language) for language in LANGUAGES)


def moment(at: datetime) -> str:
    """A moment as clocks in Kazakhstan show it, with its zone."""
    return at.astimezone(KAZAKHSTAN).isoformat(timespec="milliseconds")


def _envelope(identifier: str | None) -> tuple[etree._Element, etree._Element]:
    envelope = etree.Element(f"{{{SOAP}}}Envelope", nsmap={"soap": SOAP})
    etree.SubElement(envelope, f"{{{SOAP}}}Header")
    body = etree.SubElement(envelope, f"{{{SOAP}}}Body", nsmap={"wsu": WSU})
    if identifier is not None:
        body.set(f"{{{WSU}}}Id", f"id-{identifier}")
    return envelope, body


def _sent(
    operation: str, named: str, heading: Heading, service: str, kind: str | None, own: Own, content: Content
) -> etree._Element:
    """What a system sends of its own accord, on either channel; ``named`` is what the channel calls its parts."""
    envelope, body = _envelope(heading.identifier)
    request = _sub(_wrapper(body, operation), "request")
    information = _sub(request, f"{named}Info")
    _sub(information, "messageId", heading.identifier)
    _sub(information, "correlationId", heading.chain)
    _sub(information, "serviceId", service)
    if kind is not None:
        _sub(information, "messageType", kind)
    _sub(information, "messageDate", moment(heading.at))
    _sender(information, own)
    _session(information, heading)
    _data(_sub(request, f"{named}Data"), content)
    return envelope


def _wrapper(body: etree._Element, name: str) -> etree._Element:
    return etree.SubElement(body, name, nsmap={"types": etree.QName(name).namespace})


def _sender(parent: etree._Element, own: Own) -> None:
    sender = _sub(parent, "sender")
    _sub(sender, "senderId", own.sender)
    _sub(sender, "password", own.password)


def _session(parent: etree._Element, heading: Heading) -> None:
    if heading.session is not None:
        _sub(parent, "sessionId", heading.session)


def _data(parent: etree._Element, content: Content) -> None:
    data = etree.SubElement(parent, "data", nsmap={"xsi": XSI, "s": content.type.namespace})
    data.set(f"{{{XSI}}}type", f"s:{content.type.localname}")
    data.extend(content.elements)


def _sub(parent: etree._Element, name: str, text: str | None = None) -> etree._Element:
    element = etree.SubElement(parent, name)
    element.text = text
    return element
