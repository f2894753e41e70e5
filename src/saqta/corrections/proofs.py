"""Documents that prove a category: what they may be, and how they are kept.

A document is bytes and nothing more: no part of Saqta opens, converts or shows it. Its name is not kept, because names
of files hold names of people.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from types import MappingProxyType

from saqta.basis.refusal import Fault, Refused
from saqta.corrections.records import LARGEST_PROOF
from saqta.corrections.wording import said

MEDIA: Mapping[str, bytes] = MappingProxyType(
    {"application/pdf": b"%PDF-", "image/jpeg": b"\xff\xd8\xff", "image/png": b"\x89PNG\r\n\x1a\n"}
)
"""What a document may be, and the bytes with which it begins: what the sender calls it counts for nothing."""


def media_of(content: bytes) -> str:
    """What the document is by its first bytes; raises ``Refused`` for anything else, for nothing and for too much."""
    if not content:
        raise _refused("proof-missing")
    if len(content) > LARGEST_PROOF:
        raise _refused("proof-too-large")
    for media, beginning in MEDIA.items():
        if content.startswith(beginning):
            return media
    raise _refused("proof-of-another-kind")


def digest_of(content: bytes) -> str:
    """Under which name a document is kept."""
    return hashlib.sha256(content).hexdigest()


def _refused(code: str) -> Refused:
    return Refused(Fault(code, said(code).fill(largest=str(LARGEST_PROOF // 1024**2)), "proof"))
