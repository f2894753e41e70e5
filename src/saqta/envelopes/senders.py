"""Who may send messages: systems whose certificates the operator put down, each under its name at the gateway."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from asn1crypto import pem
from lxml import etree

from saqta.envelopes.locating import located
from saqta.envelopes.reading import LARGEST, parse
from saqta.envelopes.signatures import Signatures
from saqta.envelopes.texts import refused

_LARGEST_CANONICAL = 64 * LARGEST
"""Canonical form repeats names of namespaces and closes every element; by so much no message grows."""
_NAME = re.compile(r"[A-Za-z0-9._-]{1,50}", re.ASCII)


class Vouched(NamedTuple):
    """What was signed, as it was signed, and in whose names its signer may speak."""

    body: etree._Element
    senders: frozenset[str]


class Senders:
    """The senders known here, by their certificates."""

    def __init__(self, certificates: Mapping[str, frozenset[bytes]]) -> None:
        self._certificates = certificates

    @classmethod
    def read(cls, folder: Path) -> Senders:
        """From a folder of files ``<sender>.pem`` with one certificate or more each; a name that no message could bear
        is passed over. Raises ``Refused`` for a file without a certificate."""
        files = (path for path in sorted(folder.glob("*.pem")) if _NAME.fullmatch(path.stem))
        return cls({path.stem: _certificates(path) for path in files})

    def vouched(self, written: bytes, signatures: Signatures, *, at: datetime) -> Vouched:
        """What an envelope says over a signature that holds, of a sender that is known; raises ``Refused``. The body is
        read anew from the bytes that were signed: whatever else the envelope holds was never looked at."""
        found = located(parse(written))
        senders = frozenset(name for name, known in self._certificates.items() if found.certificate in known)
        if not senders:
            raise refused("unknown-sender")
        return Vouched(parse(signatures.signed(found, at=at), _LARGEST_CANONICAL), senders)


def _certificates(path: Path) -> frozenset[bytes]:
    try:
        return frozenset(content for _, _, content in pem.unarmor(path.read_bytes(), multiple=True))
    except ValueError:
        raise refused("sender-certificate", path.name) from None
