"""A payment order as paper: its rows, the QR code with the same rows, and both as PDF. What somebody typed goes onto
the paper and nowhere else.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import NamedTuple

import segno

from saqta.basis.text import Language, Text, same
from saqta.channels.web.wording.law import LAW_WORDS
from saqta.channels.web.wording.paying import PAYING
from saqta.rules.paying import PaymentOrder
from saqta.typesetting.documents import SCREEN_READERS, write_pdf

_TEMPLATE = Path(__file__).with_name("payment_order.typ")
_QR = "qr.svg"


class Typed(NamedTuple):
    """What was filled in; empty where it is left to be written by hand."""

    person_name: str = ""
    person_iin: str = ""
    payer_name: str = ""
    payer_number: str = ""


class Row(NamedTuple):
    """A line of the order; a value of None is a line to be written on."""

    label: Text
    value: Text | None


def rows(order: PaymentOrder, typed: Typed) -> list[Row]:
    """The order from top to bottom. Whoever pays for themselves is the payer and the person in one."""
    paid_to, person = order.beneficiary, (_written(typed.person_name), _written(typed.person_iin))
    by, number = (_written(typed.payer_name), _written(typed.payer_number)) if order.by_another else person
    found: dict[str, Text | None] = {
        "number": None,
        "amount": order.amount.text(),
        "payer_name": by,
        "payer_number": number,
        "payer_account": None,
        "beneficiary": _for_a_bank(paid_to.name),
        "bin": same(paid_to.bin),
        "account": same(paid_to.account),
        "bank": same(paid_to.bank),
        "beneficiary_code": same(paid_to.beneficiary_code),
        "payment_code": same(order.payment_code),
        "words": _for_a_bank(order.words),
        "period": same(f"{order.month.first_day:%m.%Y}"),
        "person_name": person[0],
        "person_iin": person[1],
    }
    return [Row(PAYING[f"row_{name}"], value) for name, value in found.items()]


def notes(order: PaymentOrder) -> list[Text]:
    """What stands under the order: that nothing is paid yet, how sure the account is, what the code can do."""
    paid_to = order.beneficiary
    sure = PAYING["sure_of_account"].fill(source=paid_to.source, confidence=LAW_WORDS[f"sure_{paid_to.confidence}"])
    return [PAYING["not_paid_yet"], sure, PAYING["qr_note"]]


def code_as_svg(lines: list[Row], language: Language) -> bytes:
    """The rows that are filled in, as plain text in a QR code with the white border that a camera needs."""
    said = "\n".join(
        f"{row.label.in_language(language)}: {row.value.in_language(language)}"
        for row in lines
        if row.value is not None
    )
    drawn = io.BytesIO()
    segno.make(said, error="m", micro=False, encoding="utf-8").save(
        drawn, kind="svg", xmldecl=False, border=4, scale=4, light="#fff"
    )
    return drawn.getvalue()


def as_pdf(order: PaymentOrder, typed: Typed, language: Language) -> bytes:
    """The order as a page of A4."""
    lines = rows(order, typed)
    told = {
        "lang": language,
        "title": PAYING["order_title"].in_language(language),
        "rows": [
            {
                "label": row.label.in_language(language),
                "value": None if row.value is None else row.value.in_language(language),
            }
            for row in lines
        ],
        "notes": [note.in_language(language) for note in notes(order)],
        "qr": _QR,
        "qr_alt": PAYING["qr_alt"].in_language(language),
    }
    return write_pdf(_TEMPLATE, told, SCREEN_READERS, pictures={_QR: code_as_svg(lines, language)})


def _for_a_bank(text: Text) -> Text:
    """Banks work in Kazakh and in Russian; whoever reads the page in English gives them both."""
    return Text(ru=text.ru, kk=text.kk, en=f"{text.kk} / {text.ru}")


def _written(typed: str) -> Text | None:
    return same(typed) if typed else None
