"""Makes faults: one stable code for each kind of fault, with its words in three languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text
from saqta.ledger.records import PaymentFault
from saqta.ledger.wording.documents import DOCUMENT_FAULTS
from saqta.ledger.wording.files import FILE_FAULTS, REFUSALS
from saqta.ledger.wording.refunds import REFUND_FAULTS
from saqta.ledger.wording.rows import ROW_FAULTS

FAULTS: Mapping[str, Text] = MappingProxyType(FILE_FAULTS | DOCUMENT_FAULTS | ROW_FAULTS)
"""What may be wrong with a file of payments. One of refunds has ``REFUND_FAULTS`` besides."""


_EVERY_FAULT = MappingProxyType({**FAULTS, **REFUND_FAULTS})


def fault(code: str, field: str | None, line: int | None) -> PaymentFault:
    return PaymentFault(line, field, code, _EVERY_FAULT[code])


def refused(code: str) -> Refused:
    """The refusal of a file that is no payment file at all."""
    return Refused(Fault(code, REFUSALS[code]))
