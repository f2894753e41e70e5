"""From readings to the records that answers show."""

from __future__ import annotations

from datetime import date

from saqta.basis.codes import PaymentCode
from saqta.basis.identifiers import Iin, OrganisationBin
from saqta.basis.money import Money
from saqta.ledger.readings import DocumentReading, FootReading, RowReading, stated_name
from saqta.ledger.records import PaymentDocument, PaymentRow


def row_record(row: RowReading) -> PaymentRow | None:
    """The row as answers show it, or None if what every answer needs cannot be read.

    A number of twelve digits is shown even when it is no valid IIN: the one who mends the file must find the row.
    """
    texts = row.section.texts
    digits = row.iin.digits if row.iin is not None else texts.get("iin", "")
    if row.amount is None or row.month is None or row.payment_code is None:
        return None
    if row.iin is None and not (len(digits) == 12 and digits.isascii() and digits.isdigit()):
        return None
    born = row.iin.birth_date if row.birth_date is None and row.iin is not None else row.birth_date
    return PaymentRow(
        row.section.line,
        digits,
        born,
        stated_name(texts.get("surname")),
        stated_name(texts.get("name")),
        str(row.amount),
        str(row.month),
        row.payment_code.value,
        stated_name(texts.get("patronymic")),
        row.payer.digits if row.payer is not None else None,
        row.paid_on,
        row.sequence,
    )


def document_record(document: DocumentReading, foot: FootReading) -> PaymentDocument:
    if document.layout != "mt102":
        return _table_record(document)
    return PaymentDocument(
        document.number,
        document.date,
        document.payer.digits if document.payer is not None else None,
        document.payment_code.value if document.payment_code is not None else None,
        str(foot.total) if foot.total is not None else None,
        "KZT" if foot.total is not None else None,
    )


def _table_record(document: DocumentReading) -> PaymentDocument:
    paid_on, payer, code = (document.common.get(field) for field in ("paid_on", "payer", "payment_code"))
    return PaymentDocument(
        None,
        paid_on if isinstance(paid_on, date) else None,
        payer.digits if isinstance(payer, (Iin, OrganisationBin)) else None,
        code.value if isinstance(code, PaymentCode) else None,
        str(Money(document.tiyn)),
        "KZT",
    )
