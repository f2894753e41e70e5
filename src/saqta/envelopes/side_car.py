"""Signing and judging by a side-car that speaks as NCANode does: for keys of GOST, which need the library of the
certification authority.

The side-car is asked whether a signature is good, and never what was signed: the shape of the signature was judged
here (``locating``), and what is read is the body that this shape lets it cover.
"""

from __future__ import annotations

from base64 import b64encode
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import msgspec
from lxml import etree

from saqta.basis.refusal import Refused
from saqta.envelopes.locating import Located, located
from saqta.envelopes.posting import Post
from saqta.envelopes.reading import body_of, canonical, parse
from saqta.envelopes.texts import refused

S = TypeVar("S", bound=msgspec.Struct)

_JSON = {"Content-Type": "application/json"}
_GOST_2015 = "urn:ietf:params:xml:ns:pkigovkz:xmlsec:algorithms:gostr34102015-gostr34112015-512"
_ACCEPTED = frozenset(
    {
        _GOST_2015,
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512",
    }
)
"""The GOST of 2004 and SHA-1 are not among them: neither is issued any more."""


class _Signed(msgspec.Struct):
    xml: str


class _Judged(msgspec.Struct):
    valid: bool


class SideCar:
    """A key in a container of PKCS #12, ``key.p12`` with its ``password``, used by the side-car at an address."""

    def __init__(self, folder: Path, address: str, post: Post) -> None:
        """Raises ``Refused`` when the container is not there."""
        try:
            self._key = b64encode((folder / "key.p12").read_bytes()).decode("ascii")
            self._password = (folder / "password").read_text(encoding="utf-8").strip()
        except OSError:
            raise refused("no-gateway-key", str(folder)) from None
        self._address, self._post = address.rstrip("/"), post

    def sign(self, envelope: etree._Element, *, at: datetime) -> bytes:
        del at  # the side-car has a clock of its own
        unsigned = etree.tostring(envelope, encoding="unicode")
        wanted = {"xml": unsigned, "key": self._key, "password": self._password, "trimXml": False}
        signed = self._ask("/wsse/sign", wanted, _Signed).xml.encode()
        _say_the_same(signed, envelope)
        return signed

    def signed(self, found: Located, *, at: datetime) -> bytes:
        del at
        if found.method not in _ACCEPTED:
            raise refused("signature-algorithm")
        written = etree.tostring(found.root, encoding="unicode")
        wanted = {"xml": written, "revocationCheck": ["OCSP"]}
        if not self._ask("/wsse/verify", wanted, _Judged).valid:
            raise refused("signature-wrong")
        return canonical(found.body)

    def _ask(self, path: str, wanted: dict[str, object], shape: type[S]) -> S:
        """What the side-car says; raises ``Refused`` when it does not answer or answers anything else. What is not
        known about a signature is not good, and not bad either: the sender is told to come again."""
        try:
            posted = self._post(f"{self._address}{path}", msgspec.json.encode(wanted), _JSON)
            if posted.status != 200:
                raise refused("side-car")
            return msgspec.json.decode(posted.body, type=shape)
        except (OSError, msgspec.MsgspecError):
            raise refused("side-car") from None


def _say_the_same(signed: bytes, envelope: etree._Element) -> None:
    """A side-car that signs something else than it was given is not to speak for us."""
    try:
        body = located(parse(signed)).body
    except Refused:
        raise refused("side-car") from None
    if [canonical(part) for part in body] != [canonical(part) for part in body_of(envelope)]:
        raise refused("side-car")
