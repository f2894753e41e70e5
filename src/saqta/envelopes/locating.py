"""The one shape of a signature that is accepted: what it covers is the body, whole, and nothing can stand in for it.

XML signatures point at what they cover by a mark. Whoever may move parts of a signed message around, and finds a
reader who looks for its data by place, has the signature of one part vouch for another. Here the mark must be that of
the body itself and occur once in the whole document; what is read afterwards are the signed bytes (``signatures``).
"""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from typing import NamedTuple

from lxml import etree

from saqta.envelopes.names import DS, EXCLUSIVE, SOAP, WSSE, WSU, local
from saqta.envelopes.reading import body_of
from saqta.envelopes.texts import refused

_WHITE = re.compile(r"\s+")


class Located(NamedTuple):
    """A signature of the accepted shape, and the certificate (DER) that came with it: not yet believed in anything."""

    root: etree._Element
    signature: etree._Element
    body: etree._Element
    certificate: bytes
    method: str
    digest: str


def located(root: etree._Element) -> Located:
    """Where the signature of an envelope is and what it points at; raises ``Refused``."""
    body = body_of(root)
    signature = _only_signature(root)
    information = _only(signature, "SignedInfo")
    reference = _only(information, "Reference")
    if not _points_at(reference, body, root):
        raise refused("signature-shape")
    steps = [step.get("Algorithm") for step in reference.findall(f"{{{DS}}}Transforms/{{{DS}}}Transform")]
    if steps != [EXCLUSIVE] or _only(information, "CanonicalizationMethod").get("Algorithm") != EXCLUSIVE:
        raise refused("signature-shape")
    return Located(
        root,
        signature,
        body,
        _certificate(_only(signature, "KeyInfo")),
        str(_only(information, "SignatureMethod").get("Algorithm")),
        str(_only(reference, "DigestMethod").get("Algorithm")),
    )


def _only_signature(root: etree._Element) -> etree._Element:
    header = root.find(f"{{{SOAP}}}Header")
    found = [] if header is None else list(header.iter(f"{{{DS}}}Signature"))
    if not found:
        raise refused("not-signed")
    security = [] if header is None else header.findall(f"{{{WSSE}}}Security")
    if len(found) != 1 or len(security) != 1 or found[0].getparent() is not security[0]:
        raise refused("signature-shape")
    return found[0]


def _points_at(reference: etree._Element, body: etree._Element, root: etree._Element) -> bool:
    """Whether the reference means the body and can mean nothing else. Marks are written in several ways, so that
    whatever looks like one counts."""
    mark = body.get(f"{{{WSU}}}Id") or body.get("Id")
    if not mark or reference.get("URI") != f"#{mark}":
        return False
    marks = [
        value for element in root.iter(etree.Element) for name, value in element.items() if local(name).lower() == "id"
    ]
    return marks.count(mark) == 1


def _certificate(key: etree._Element) -> bytes:
    """The certificate in the message: of a reference to a security token, or of plain XMLDSig."""
    places = (
        f"{{{WSSE}}}SecurityTokenReference/{{{WSSE}}}KeyIdentifier",
        f"{{{DS}}}X509Data/{{{DS}}}X509Certificate",
    )
    found = [element for place in places for element in key.findall(place)]
    if len(found) != 1:
        raise refused("signature-shape")
    try:
        return b64decode(_WHITE.sub("", found[0].text or ""), validate=True)
    except (binascii.Error, ValueError):
        raise refused("signature-shape") from None


def _only(parent: etree._Element, name: str) -> etree._Element:
    found = parent.findall(f"{{{DS}}}{name}")
    if len(found) != 1:
        raise refused("signature-shape")
    return found[0]
