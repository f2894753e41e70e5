"""The service of participation in the insurance and of sums paid, as data of the state gateway.

The words are ours, because no published schema of this service was found: the type of each answer and its elements are
described in ``participation.xsd``. An answer never says "not insured" for want of knowledge.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from datetime import datetime

from lxml import etree

from saqta.basis.text import Text
from saqta.coverage.records import PublicStatus
from saqta.envelopes.writing import Content, branch, leaf, moment, texts
from saqta.law.book import Book
from saqta.orders.certifying import payer_text
from saqta.orders.records import Certified, CertifiedPayment, OrderRecord, StepRecord
from saqta.orders.states import REASON_TEXTS, STATE_TEXTS
from saqta.rules.answer import Verdict
from saqta.rules.status_basis import StatusBasis, status_basis

NAMESPACE = "urn:saqta:participation:1"
STATUS = etree.QName(NAMESPACE, "Status")
ORDER = etree.QName(NAMESPACE, "Order")
QUESTION = etree.QName(NAMESPACE, "Question")


def question_content(iin: str, token: str, months: int | None = None) -> Content:
    """What is asked, as a system asks it."""
    parts = [leaf("iin", iin), leaf("kdpToken", token)]
    return Content(QUESTION, tuple(parts if months is None else [*parts, leaf("months", str(months))]))


def status_content(found: PublicStatus, as_of: datetime, book: Book) -> Content:
    """The status of a day, as the public pages tell it: the verdict with its law, and which months are paid."""
    basis = status_basis(found.on, book)
    marks = ((str(month), paid) for month, paid in found.months())
    until = [] if found.valid_until is None else [leaf("validUntil", found.valid_until.isoformat())]
    parts = [*_verdict(found.verdict, basis), *until, _months(marks), leaf("asOf", moment(as_of))]
    return Content(STATUS, (*parts, *_law(basis)))


def order_content(
    found: OrderRecord, step: StepRecord, told: Certified | None, document: bytes | None, book: Book
) -> Content:
    """How an order went: why, and once it is answered what its certificate tells, with the signed certificate."""
    parts = [
        leaf("order", str(found.id)),
        leaf("state", step.state),
        *texts("says", STATE_TEXTS[step.state]),
        *texts("why", REASON_TEXTS[step.reason]),
        leaf("deadline", moment(found.late_at)),
    ]
    if told is not None and document is not None:
        parts.append(branch("certified", *_certified(told, book)))
        encoded = b64encode(document).decode("ascii")
        parts.append(leaf("certificate", encoded, {"mediaType": "application/pdf", "number": str(told.number)}))
    return Content(ORDER, tuple(parts))


def _certified(told: Certified, book: Book) -> Iterator[etree._Element]:
    basis = status_basis(told.on, book)
    yield from _verdict(told.verdict, basis)
    if told.insured_until is not None:
        yield leaf("insuredUntil", told.insured_until.isoformat())
    yield _months((each.month, each.paid) for each in told.months)
    yield branch("payments", *map(_payment, told.payments))
    yield leaf("total", told.total)
    yield leaf("asOf", moment(told.at))
    yield from _law(basis)


def _payment(paid: CertifiedPayment) -> etree._Element:
    parts = [*texts("payer", payer_text(paid.payer)), leaf("amount", paid.amount)]
    if paid.paid_on is not None:
        parts.append(leaf("paidOn", paid.paid_on.isoformat()))
    return branch("payment", *parts, month=paid.month, code=paid.code)


def _verdict(verdict: Verdict, basis: StatusBasis) -> Iterator[etree._Element]:
    yield leaf("on", basis.on.isoformat())
    yield leaf("verdict", verdict)
    yield from texts("says", basis.says(verdict))


def _months(marks: Iterable[tuple[str, bool]]) -> etree._Element:
    return branch("months", *(leaf("month", month, {"paid": "true" if paid else "false"}) for month, paid in marks))


def _law(basis: StatusBasis) -> Iterator[etree._Element]:
    """The provisions that the status rests on, the open questions, and the identity of that law."""
    cited = []
    for found in basis.citations:
        attributes = {"act": found.act, "provision": found.provision, "edition": found.edition.isoformat()}
        cited.append(branch("citation", *texts("title", found.title), leaf("url", found.url), **attributes))
    yield branch("citations", *cited)
    yield branch("readings", *(_reading(found.id, found.followed, found.question) for found in basis.readings))
    yield leaf("law", basis.law)


def _reading(identifier: str, followed: str, question: Text) -> etree._Element:
    return branch("reading", *texts("question", question), id=identifier, followed=followed)
