"""What a certificate tells, at rest: encrypted and bound to its number."""

from __future__ import annotations

import msgspec

from saqta.orders.models import Certificate
from saqta.orders.records import Certified
from saqta.registry.sealed_numbers import Numbers


def seal_told(told: Certified, sealing: Numbers) -> bytes:
    return sealing.seal_document(msgspec.json.encode(told), b"told" + told.number.bytes)


def open_told(row: Certificate, sealing: Numbers) -> Certified:
    """Raises ``InvalidTag`` for what belongs to another certificate."""
    return msgspec.json.decode(sealing.open_document(bytes(row.told), b"told" + row.order_id.bytes), type=Certified)
