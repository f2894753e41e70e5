"""What is read is what was signed: judged by two libraries that are not ours, and attacked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from lxml import etree

from saqta.basis.refusal import Refused
from saqta.basis.text import same
from saqta.envelopes.messages import read
from saqta.envelopes.names import Channel, Code
from saqta.envelopes.senders import Senders
from saqta.envelopes.signatures import OwnKey
from saqta.envelopes.writing import Heading, answer
from tests.rooms.envelopes.judging import Java, java
from tests.state_gateway import AT, DS, WSU, Keys, judged, keys, question, signed

OURS, PORTAL, STRANGER = keys("ours"), keys("portal"), keys("stranger")
DATA = "<iin>111111111111</iin><months>12</months>"
KNOWN = Senders({"portal": frozenset({PORTAL.certificate.public_bytes(Encoding.DER)})})


@pytest.fixture
def own(tmp_path: Path) -> OwnKey:
    return own_key(tmp_path, OURS)


@pytest.fixture(scope="module")
def machine() -> Iterator[Java]:
    with java() as made:
        yield made


def own_key(folder: Path, of: Keys) -> OwnKey:
    (folder / "key.pem").write_bytes(of.private)
    (folder / "certificate.pem").write_bytes(of.pem)
    return OwnKey(folder)


def asked(own: OwnKey, written: bytes, known: Senders = KNOWN) -> str:
    """The number that is read from a message."""
    return read(known.vouched(written, own, at=AT).body, Channel.SYNC).fields["iin"]


def code(own: OwnKey, written: bytes, known: Senders = KNOWN) -> str:
    with pytest.raises(Refused) as refused:
        asked(own, written, known)
    return refused.value.faults[0].code


def test_our_signature_convinces_libxmlsec_and_java_until_one_letter_is_changed(
    own: OwnKey, machine: Java, socket_enabled: None
) -> None:
    heading = Heading("0f6f5e1a", "a-chain", None, AT)
    written = own.sign(answer(heading, Code.PROCESSED, same("Сәлем"), None), at=AT)
    assert judged(written, OURS)
    assert machine.judged(written, OURS)
    changed = written.replace("Сәлем".encode(), "Сәлек".encode(), 1)
    assert changed != written
    assert not judged(changed, OURS)
    assert not machine.judged(changed, OURS)
    for judge in (judged, machine.judged):
        assert not judge(written, STRANGER)


def test_a_message_signed_elsewhere_is_read_until_one_letter_is_changed(own: OwnKey) -> None:
    written = signed(question(data=DATA), PORTAL)
    assert asked(own, written) == "111111111111"
    assert code(own, written.replace(b"<iin>1", b"<iin>2")) == "signature-wrong"
    assert code(own, re.sub(rb"(<ds:SignatureValue>\s*)(.)", rb"\1/", written)) == "signature-wrong"


def test_whoever_is_not_known_here_signs_nothing_for_us(own: OwnKey) -> None:
    assert code(own, signed(question(data=DATA), STRANGER)) == "unknown-sender"
    claiming = signed(question(data=DATA), STRANGER).decode()
    theirs, others = ("".join(each.pem.decode().splitlines()[1:-1]) for each in (STRANGER, PORTAL))
    assert code(own, claiming.replace(theirs, others).encode()) == "signature-wrong"


def test_a_message_without_a_signature_is_not_read(own: OwnKey) -> None:
    assert code(own, question(data=DATA).encode()) == "not-signed"


@pytest.mark.parametrize(
    ("method", "digest"),
    [
        ("http://www.w3.org/2000/09/xmldsig#rsa-sha1", "http://www.w3.org/2001/04/xmlenc#sha256"),
        ("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "http://www.w3.org/2000/09/xmldsig#sha1"),
    ],
)
def test_worn_out_algorithms_are_refused(own: OwnKey, method: str, digest: str) -> None:
    assert code(own, signed(question(data=DATA), PORTAL, method=method, digest=digest)) == "signature-algorithm"


def test_a_signature_under_a_shared_secret_is_none(own: OwnKey) -> None:
    """Whoever knows a certificate could make one with it."""
    written = signed(question(data=DATA), PORTAL).decode()
    hmac = written.replace("2001/04/xmldsig-more#rsa-sha256", "2001/04/xmldsig-more#hmac-sha256")
    assert hmac != written
    assert code(own, hmac.encode()) == "signature-algorithm"
    gost = "urn:ietf:params:xml:ns:pkigovkz:xmlsec:algorithms:gostr34102015-gostr34112015-512"
    side_car_only = written.replace("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", gost)
    assert code(own, side_car_only.encode()) == "signature-algorithm"


@pytest.mark.parametrize(
    ("by", "expected"),
    [(keys("short", size=1024), "signature-algorithm"), (keys("over", days=-1), "certificate-not-current")],
    ids=["short", "over"],
)
def test_a_key_that_is_too_short_and_a_certificate_that_is_over_are_refused(
    own: OwnKey, by: Keys, expected: str
) -> None:
    known = Senders({"portal": frozenset({by.certificate.public_bytes(Encoding.DER)})})
    assert code(own, signed(question(data=DATA), by), known) == expected


def test_the_day_on_which_a_certificate_ends(own: OwnKey) -> None:
    by = keys("a week", days=7)
    known = Senders({"portal": frozenset({by.certificate.public_bytes(Encoding.DER)})})
    written = signed(question(data=DATA), by)
    assert known.vouched(written, own, at=AT + timedelta(days=7)).senders == {"portal"}
    with pytest.raises(Refused, match="not valid yet, or no longer"):
        known.vouched(written, own, at=AT + timedelta(days=7, seconds=1))


FORGED = "<iin>999999999999</iin>"


def _forged_body() -> etree._Element:
    """A body that asks about somebody else."""
    return etree.fromstring(question(data=FORGED, mark="id-forged").encode())[1]


def moved_into_the_header(root: etree._Element) -> None:
    """The signed body hides in the header, and another stands in its place."""
    body = root[1]
    root.replace(body, _forged_body())
    etree.SubElement(root[0], "wrapper").append(body)


def moved_into_the_signature(root: etree._Element) -> None:
    body = root[1]
    root.replace(body, _forged_body())
    etree.SubElement(next(root.iter(f"{{{DS}}}Signature")), f"{{{DS}}}Object").append(body)


def moved_behind(root: etree._Element) -> None:
    root.insert(1, _forged_body())


def moved_in_front(root: etree._Element) -> None:
    root.append(_forged_body())


def moved_into_the_body(root: etree._Element) -> None:
    body, forged = root[1], _forged_body()
    root.replace(body, forged)
    forged.append(body)


def same_mark(root: etree._Element) -> None:
    """Two bodies with one mark: which of them is meant depends on who looks."""
    body, forged = root[1], _forged_body()
    forged.set(f"{{{WSU}}}Id", "id-body")
    root.replace(body, forged)
    etree.SubElement(root[0], "wrapper").append(body)


def same_mark_otherwise_written(root: etree._Element) -> None:
    body, forged = root[1], _forged_body()
    del forged.attrib[f"{{{WSU}}}Id"]
    forged.set("Id", "id-body")
    root.replace(body, forged)
    etree.SubElement(root[0], "wrapper").append(body)


def two_signatures(root: etree._Element) -> None:
    security = root[0][0]
    security.append(etree.fromstring(etree.tostring(security[0])))


def another_security(root: etree._Element) -> None:
    root[0].insert(0, etree.fromstring(etree.tostring(root[0][0])))


def signs_a_part(root: etree._Element) -> None:
    """The reference means something smaller than what is read."""
    root[1][0].set(f"{{{WSU}}}Id", "id-part")
    next(root.iter(f"{{{DS}}}Reference")).set("URI", "#id-part")


def signs_the_document(root: etree._Element) -> None:
    next(root.iter(f"{{{DS}}}Reference")).set("URI", "")


def signs_elsewhere(root: etree._Element) -> None:
    next(root.iter(f"{{{DS}}}Reference")).set("URI", "http://127.0.0.1/body.xml")


def two_references(root: etree._Element) -> None:
    reference = next(root.iter(f"{{{DS}}}Reference"))
    reference.addnext(etree.fromstring(etree.tostring(reference)))


def picks_by_a_path(root: etree._Element) -> None:
    """A transform decides what is signed, and leaves out what is asked."""
    transforms = next(root.iter(f"{{{DS}}}Transforms"))
    path = etree.SubElement(transforms, f"{{{DS}}}Transform", Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116")
    etree.SubElement(path, f"{{{DS}}}XPath").text = "not(ancestor-or-self::iin)"


@pytest.mark.parametrize(
    "attack",
    [
        moved_into_the_header, moved_into_the_signature, moved_behind, moved_in_front, moved_into_the_body, same_mark,
        same_mark_otherwise_written, two_signatures, another_security, signs_a_part, signs_the_document,
        signs_elsewhere, two_references, picks_by_a_path,
    ],
)  # fmt: skip
def test_a_signature_cannot_vouch_for_what_it_does_not_cover(own: OwnKey, attack: object) -> None:
    root = etree.fromstring(signed(question(data=DATA), PORTAL))
    attack(root)  # type: ignore[operator]
    assert code(own, etree.tostring(root)) in {"signature-shape", "signature-wrong", "not-an-envelope"}


def test_a_comment_in_the_middle_of_a_number_hides_nothing(own: OwnKey) -> None:
    """Comments are not signed: whoever adds one must not make us read half a number."""
    written = signed(question(data=DATA), PORTAL).replace(b"<iin>111111111111", b"<iin>1111<!-- -->11111111")
    assert asked(own, written) == "111111111111"
    hidden = signed(question(data="<iin>1111<?hidden here?>11111111</iin>"), PORTAL)
    assert code(own, hidden) == "not-a-message"


def test_the_reader_and_the_judge_see_the_same_body(own: OwnKey) -> None:
    """Of everything in an envelope only the signed bytes are read, whatever stands around them."""
    root = etree.fromstring(signed(question(data=DATA), PORTAL))
    etree.SubElement(root[0], "iin").text = "999999999999"
    root.set("iin", "999999999999")
    assert asked(own, etree.tostring(root)) == "111111111111"
