"""The certificate as a page of paper: in Kazakh and Russian, because those who ask for it read either."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

import segno

from saqta.basis.days import KAZAKHSTAN, day_in_kazakhstan, day_text
from saqta.basis.money import Money
from saqta.basis.month import Month
from saqta.basis.text import Text
from saqta.orders.certifying import payer_text
from saqta.orders.records import Certified
from saqta.orders.secrets_of_certificates import spaced
from saqta.orders.wording import WORDS
from saqta.typesetting.documents import ARCHIVE, write_pdf

_TEMPLATE = Path(__file__).with_name("certificate.typ")
_QR = "qr.svg"


def write_certificate(told: Certified, *, address: str, code: str) -> bytes:
    """The unsigned document; ``address`` is where it can be checked, which its QR code leads to."""
    drawn = io.BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="svg", xmldecl=False, border=0, scale=4)
    return write_pdf(_TEMPLATE, _data(told, address, code), ARCHIVE, at=told.at, pictures={_QR: drawn.getvalue()})


def _data(told: Certified, address: str, code: str) -> Mapping[str, object]:
    day, born = day_text(told.on), day_text(told.birth_date)
    until = told.insured_until
    return {
        "qr": _QR,
        "address": address,
        "code": spaced(code),
        "iin": told.iin,
        "number": str(told.number),
        "law": told.law,
        "words": {name: _both(text) for name, text in WORDS.items() if not text.names()},
        "verdict": _both(WORDS[f"verdict-{told.verdict}"].fill(on=day)),
        "until": None if until is None else _both(WORDS["lasts-until"].fill(day=day_text(until))),
        "born": _both(born),
        "issued": _both(
            WORDS["issued-at"].fill(
                day=day_text(day_in_kazakhstan(told.at)), time=f"{told.at.astimezone(KAZAKHSTAN):%H:%M}"
            )
        ),
        "months": [{"month": _both(Month.parse(each.month).text()), "paid": each.paid} for each in told.months],
        "payments": [
            {
                "month": each.month,
                "payer": _both(payer_text(each.payer)),
                "code": each.code,
                "amount": Money.tenge(each.amount).text().ru,
                "paid_on": "—" if each.paid_on is None else f"{each.paid_on:%d.%m.%Y}",
            }
            for each in told.payments
        ],
        "total": Money.tenge(told.total).text().ru,
        "cites": list(told.cites),
    }


def _both(text: Text) -> dict[str, str]:
    return {"kk": text.kk, "ru": text.ru}
