"""A system of the State behind a gateway, for tests: it writes its messages by hand, signs and judges with libxmlsec,
and answers by a script. Nothing of ours reads or writes on its side."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

import xmlsec
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from lxml import etree

from saqta.envelopes.posting import Posted

AT = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)
SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
WSU = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd"
DS = "http://www.w3.org/2000/09/xmldsig#"
_SECURITY = """
<wsse:Security xmlns:wsse="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"
 {p}:mustUnderstand="1"><ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo>
<ds:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/>
<ds:SignatureMethod Algorithm="{method}"/>
<ds:Reference URI="#{mark}"><ds:Transforms><ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/>
</ds:Transforms><ds:DigestMethod Algorithm="{digest}"/><ds:DigestValue/></ds:Reference>
</ds:SignedInfo><ds:SignatureValue/><ds:KeyInfo><wsse:SecurityTokenReference><wsse:KeyIdentifier
 EncodingType="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary"
 ValueType="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3">{certificate}
</wsse:KeyIdentifier></wsse:SecurityTokenReference></ds:KeyInfo></ds:Signature></wsse:Security>"""
RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"
SYNC = """<{p}:Envelope xmlns:{p}="http://schemas.xmlsoap.org/soap/envelope/"
 xmlns:wsu="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd"><{p}:Header/>
<{p}:Body wsu:Id="{mark}">
 <{t}:SendMessage xmlns:{t}="{types}" xmlns=""><request><requestInfo>
  <messageId>{message}</messageId>{chain}<serviceId>{service}</serviceId><messageDate>{date}</messageDate>
  <sender><senderId>{sender}</senderId><password>secret</password></sender>
  <properties><key>CONNECTOR_CLIENT</key><value>true</value></properties>
  <sessionId>{{f0774397-4fcd-484a-9434-f71535ee4326}}</sessionId>
 </requestInfo><requestData><data xmlns:q="urn:saqta:participation:1"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="q:Question">{data}</data></requestData></request>
 </{t}:SendMessage></{p}:Body></{p}:Envelope>"""
ASYNC = (
    SYNC.replace("SendMessage", "sendMessage")
    .replace("requestInfo", "messageInfo")
    .replace("requestData", "messageData")
    .replace("<messageDate>", "<messageType>REQUEST</messageType><messageDate>")
)


NOTICE = """<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"
 xmlns:wsu="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd"><S:Header/>
<S:Body wsu:Id="id-body">
 <c:changeMassageStatusNotification xmlns:c="http://bip.bee.kz/AsyncChannel/v10/Types/Client"><request><notification>
  <messageId>{message}</messageId><notificationDate>{date}</notificationDate><messageState>{state}</messageState>
  <status>{state}</status>{error}</notification><requestDate>{date}</requestDate></request>
 </c:changeMassageStatusNotification></S:Body></S:Envelope>"""
"""By which the gateway tells a system how its message stands."""


class Keys(NamedTuple):
    key: rsa.RSAPrivateKey
    certificate: x509.Certificate

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.PEM)

    @property
    def private(self) -> bytes:
        form = serialization.PrivateFormat.PKCS8
        return self.key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption())


@cache
def keys(name: str, days: int = 3650, size: int = 2048, since: int = 2) -> Keys:
    """A key with a certificate that counts from so many days before to so many days after the moment of the tests."""
    key = rsa.generate_private_key(65537, size)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    building = x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key())
    building = building.serial_number(x509.random_serial_number())
    building = building.not_valid_before(AT - timedelta(days=since)).not_valid_after(AT + timedelta(days=days))
    return Keys(key, building.sign(key, hashes.SHA256()))


def question(
    *,
    data: str,
    template: str = SYNC,
    service: str = "SAQTA_STATUS",
    message: str | None = None,
    chain: str = "",
    date: str | None = None,
    sender: str = "portal",
    mark: str = "id-body",
    types: str = "http://bip.bee.kz/SyncChannel/v10/Types",
    p: str = "soapenv",
    t: str = "ns3",
) -> str:
    """A message that is not signed yet."""
    return template.format(
        p=p, t=t, mark=mark, types=types, message=message or uuid4(), service=service, sender=sender, data=data,
        date=date or AT.isoformat(), chain=f"<correlationId>{chain}</correlationId>" if chain else "",
    )  # fmt: skip


def signed(written: str, by: Keys, *, mark: str = "id-body", method: str = RSA_SHA256, digest: str = SHA256) -> bytes:
    """The message with a signature of libxmlsec over its body."""
    root = etree.fromstring(written.encode())
    certificate = "".join(by.pem.decode().splitlines()[1:-1])
    prefix = root.prefix
    security = _SECURITY.format(p=prefix, mark=mark, certificate=certificate, method=method, digest=digest)
    wrapped = etree.fromstring(f'<x xmlns:{prefix}="{SOAP}">{security}</x>')
    root.find(f"{{{SOAP}}}Header").append(wrapped[0])
    context = xmlsec.SignatureContext()
    context.key = xmlsec.Key.from_memory(by.private, xmlsec.KeyFormat.PEM)
    context.register_id(root.find(f"{{{SOAP}}}Body"), "Id", WSU)
    context.sign(next(root.iter(f"{{{DS}}}Signature")))
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def judged(written: bytes, by: Keys) -> bool:
    """Whether libxmlsec finds the signature over the body of a message good."""
    root = etree.fromstring(written)
    context = xmlsec.SignatureContext()
    context.key = xmlsec.Key.from_memory(by.pem, xmlsec.KeyFormat.CERT_PEM)
    context.register_id(root.find(f"{{{SOAP}}}Body"), "Id", WSU)
    try:
        context.verify(next(root.iter(f"{{{DS}}}Signature")))
    except xmlsec.Error:
        return False
    return True


SOURCE = Path(__file__).parents[1] / "src" / "saqta"


@cache
def published() -> etree.XMLSchema:
    """All that is published about what we write."""
    parts = {
        "http://bip.bee.kz/SyncChannel/v10/Types": "envelopes/schema/sync.xsd",
        "http://bip.bee.kz/AsyncChannel/v10/Types": "envelopes/schema/async.xsd",
        "http://bip.bee.kz/AsyncChannel/v10/Types/Client": "envelopes/schema/client.xsd",
        "urn:saqta:participation:1": "orders/participation.xsd",
        "urn:saqta:fault": "envelopes/schema/fault.xsd",
    }
    imports = "".join(
        f'<xs:import namespace="{name}" schemaLocation="{SOURCE / part}"/>' for name, part in parts.items()
    )
    return etree.XMLSchema(etree.XML(f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>'))


class Answered:
    """An envelope of ours, as a reader who is not ours sees it, and who reads nothing that was not published."""

    def __init__(self, written: bytes) -> None:
        self.written, self.root = written, etree.fromstring(written)
        assert [etree.QName(each).localname for each in self.root] == ["Header", "Body"]
        assert self.root.tag == f"{{{SOAP}}}Envelope"
        (content,) = self.root[1]
        told = list(content.find("detail")) if self.is_fault else [content]
        for each in told:
            published().assertValid(etree.fromstring(etree.tostring(each)))

    def texts(self, name: str) -> list[str]:
        return [each.text or "" for each in self.root.iter() if etree.QName(each).localname == name]

    def text(self, name: str) -> str:
        (found,) = self.texts(name)
        return found

    def all(self, name: str) -> list[etree._Element]:
        return [each for each in self.root.iter() if etree.QName(each).localname == name]

    @property
    def is_fault(self) -> bool:
        return bool(self.all("Fault"))

    @property
    def refusal(self) -> str:
        """Our own code of a refusal."""
        return self.all("refusal")[0].get("code")


Step = Callable[["Taking", bytes], bytes]


class Taking:
    """The gateway where our answers are sent: it does what its script says, and takes each number of a message once."""

    def __init__(self, *script: Step) -> None:
        self.script, self.tried, self.taken = list(script), 0, dict[str, Answered]()

    def post(self, address: str, body: bytes, headers: Mapping[str, str]) -> Posted:
        assert address == "http://gateway.test/async"
        assert headers["Content-Type"].startswith("text/xml")
        self.tried += 1
        step = self.script.pop(0) if self.script else accepted
        return Posted(200, step(self, body))

    def take(self, body: bytes) -> Answered:
        told = Answered(body)
        return self.taken.setdefault(told.text("messageId"), told)


def receipt(identifier: str, chain: str) -> bytes:
    return (
        f'<s:Envelope xmlns:s="{SOAP}"><s:Body><a:sendMessageResponse '
        f'xmlns:a="http://bip.bee.kz/AsyncChannel/v10/Types"><response><messageId>{identifier}</messageId>'
        f"<correlationId>{chain}</correlationId><responseDate>{AT.isoformat()}</responseDate></response>"
        "</a:sendMessageResponse></s:Body></s:Envelope>"
    ).encode()


def accepted(gateway: Taking, body: bytes) -> bytes:
    told = gateway.take(body)
    return receipt(told.text("messageId"), told.text("correlationId"))


def slow(gateway: Taking, body: bytes) -> bytes:
    """Took the message, and answered when nobody was waiting any more."""
    gateway.take(body)
    raise TimeoutError


def reset(gateway: Taking, body: bytes) -> bytes:
    """Took the message, and the connection was lost with its answer."""
    gateway.take(body)
    raise ConnectionResetError


def away(gateway: Taking, body: bytes) -> bytes:
    raise ConnectionRefusedError


def garbage(gateway: Taking, body: bytes) -> bytes:
    return b"\x00<html>502 Bad Gateway"


def another_chain(gateway: Taking, body: bytes) -> bytes:
    return receipt(Answered(body).text("messageId"), "somebody-elses-chain")


def again(gateway: Taking, body: bytes) -> bytes:
    return (
        f'<s:Envelope xmlns:s="{SOAP}"><s:Body><s:Fault><faultcode>s:Server</faultcode><faultstring>SCSE003'
        "</faultstring></s:Fault></s:Body></s:Envelope>"
    ).encode()
