"""A side-car signs and judges for keys that this process cannot use; it is believed about signatures alone."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from lxml import etree

from saqta.basis.refusal import Refused
from saqta.basis.text import same
from saqta.envelopes.messages import read
from saqta.envelopes.names import Channel, Code
from saqta.envelopes.posting import Posted
from saqta.envelopes.senders import Senders
from saqta.envelopes.side_car import SideCar
from saqta.envelopes.writing import Heading, answer
from tests.state_gateway import AT, DS, Answered, judged, keys, question, signed

OURS, PORTAL = keys("ours"), keys("portal")
GOST = "urn:ietf:params:xml:ns:pkigovkz:xmlsec:algorithms:gostr34102015-gostr34112015-512"
KNOWN = Senders({"portal": frozenset({PORTAL.certificate.public_bytes(Encoding.DER)})})
WRITTEN = signed(question(data="<iin>111111111111</iin>"), PORTAL)

Says = Callable[[dict[str, Any]], object]


def signs(asked: dict[str, Any]) -> object:
    """As NCANode answers: the same envelope with a security header."""
    assert b64decode(asked["key"]) == b"container"
    assert asked["password"] == "the password"
    mark = etree.fromstring(asked["xml"])[1].get(
        "{http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd}Id"
    )
    return {"xml": signed(asked["xml"], OURS, mark=mark).decode()}


def judges(asked: dict[str, Any]) -> object:
    return {"status": 200, "message": "OK", "valid": judged(asked["xml"].encode(), PORTAL), "signers": []}


class Running:
    """A side-car that was given its lines."""

    def __init__(self, sign: Says = signs, verify: Says = judges, status: int = 200) -> None:
        self.says, self.status, self.asked = {"/wsse/sign": sign, "/wsse/verify": verify}, status, list[str]()

    def __call__(self, address: str, body: bytes, headers: Mapping[str, str]) -> Posted:
        path = address.removeprefix("http://127.0.0.1:14579")
        assert headers == {"Content-Type": "application/json"}
        self.asked.append(path)
        said = self.says[path](json.loads(body))
        return Posted(self.status, said if isinstance(said, bytes) else json.dumps(said).encode())


def side_car(folder: Path, running: Running) -> SideCar:
    (folder / "key.p12").write_bytes(b"container")
    (folder / "password").write_text("the password\n")
    return SideCar(folder, "http://127.0.0.1:14579/", running)


def code(act: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.faults[0].code


def an_answer() -> etree._Element:
    return answer(Heading("0f6f5e1a", "a-chain", None, AT), Code.PROCESSED, same("Сәлем"), None)


def test_what_the_side_car_signed_leaves_as_it_was_written(tmp_path: Path) -> None:
    written = side_car(tmp_path, Running()).sign(an_answer(), at=AT)
    assert judged(written, OURS)
    assert Answered(written).text("message") == "Сәлем / Сәлем / Сәлем"


def test_a_side_car_that_signs_something_else_does_not_speak_for_us(tmp_path: Path) -> None:
    def changes(asked: dict[str, Any]) -> object:
        return signs(asked | {"xml": asked["xml"].replace("SCSS001", "SCSE002")})

    def does_nothing(asked: dict[str, Any]) -> object:
        return {"xml": asked["xml"]}

    for sign in (changes, does_nothing):
        made = side_car(tmp_path, Running(sign=sign))
        assert code(lambda made=made: made.sign(an_answer(), at=AT)) == "side-car"


def test_a_message_is_read_when_the_side_car_finds_its_signature_good(tmp_path: Path) -> None:
    made = side_car(tmp_path, Running())
    vouched = KNOWN.vouched(WRITTEN, made, at=AT)
    assert read(vouched.body, Channel.SYNC).fields == {"iin": "111111111111", "connector_client": "true"}
    changed = WRITTEN.replace(b"<iin>1", b"<iin>2")
    assert code(lambda: KNOWN.vouched(changed, made, at=AT)) == "signature-wrong"


def test_gost_is_asked_about_and_what_is_worn_out_is_not(tmp_path: Path) -> None:
    """Here the side-car knows an algorithm that this process does not."""
    running = Running(verify=lambda _: {"valid": True})
    made = side_car(tmp_path, running)
    written = WRITTEN.decode()
    of_gost = written.replace("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", GOST).encode()
    assert read(KNOWN.vouched(of_gost, made, at=AT).body, Channel.SYNC).fields["iin"] == "111111111111"
    for worn_out in ("http://www.w3.org/2000/09/xmldsig#rsa-sha1", f"{DS}hmac-sha1", "urn:nothing"):
        old = written.replace("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", worn_out).encode()
        assert code(lambda old=old: KNOWN.vouched(old, made, at=AT)) == "signature-algorithm"
    assert running.asked == ["/wsse/verify"]


def test_the_shape_is_judged_here_whatever_the_side_car_says(tmp_path: Path) -> None:
    made = side_car(tmp_path, Running(verify=lambda _: {"valid": True}))
    root = etree.fromstring(WRITTEN)
    root[1].set("other", "x")
    etree.SubElement(root[0], "wrapper", Id="id-body")
    assert code(lambda: KNOWN.vouched(etree.tostring(root), made, at=AT)) == "signature-shape"


def nobody_answers(_: dict[str, Any]) -> object:
    raise ConnectionRefusedError


@pytest.mark.parametrize(
    "running",
    [
        Running(verify=nobody_answers),
        Running(verify=lambda _: b"<html>"),
        Running(verify=lambda _: {"valid": "yes"}),
        Running(verify=lambda _: {"signers": []}),
        Running(verify=lambda _: {"valid": True}, status=500),
    ],
    ids=["away", "garbage", "no boolean", "no word", "500"],
)
def test_a_side_car_that_cannot_say_makes_nothing_good_and_nothing_bad(tmp_path: Path, running: Running) -> None:
    """The sender is told to come again: nobody's signature is called wrong for our own trouble."""
    made = side_car(tmp_path, running)
    assert code(lambda: KNOWN.vouched(WRITTEN, made, at=AT)) == "side-car"


def test_without_a_container_there_is_no_key(tmp_path: Path) -> None:
    assert code(lambda: SideCar(tmp_path, "http://127.0.0.1:14579", Running())) == "no-gateway-key"
