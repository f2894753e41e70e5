"""Whoever was shown a certificate asks whether it counts. The only doors to it are its two secrets."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from saqta.basis.days import day_in_kazakhstan
from saqta.basis.refusal import Refused
from saqta.journal.actions import record_entry, take_turn
from saqta.journal.records import content_digest
from saqta.law.book import Book
from saqta.orders.certifying import certify, says_the_same
from saqta.orders.models import Certificate, Revocation
from saqta.orders.queries import NOTHING_OF_PEOPLE, told_of_revocation
from saqta.orders.records import CertificateRecord, Certified
from saqta.orders.sealing import open_told
from saqta.orders.secrets_of_certificates import CODE_LETTERS, digest_of_code, digest_of_token, typed_code
from saqta.orders.texts import refused
from saqta.registry.queries import numbers

LONGEST_REASON = 200


def by_token(token: str, book: Book, *, at: datetime) -> CertificateRecord | None:
    """The certificate whose QR code holds this secret; None when there is none."""
    return _found({"token": digest_of_token(numbers(), token)}, book, at)


def by_code(typed: str, birth_date: date, book: Book, *, at: datetime) -> CertificateRecord | None:
    """The certificate with this short code of a person born that day. A wrong code and a wrong day look alike. Whoever
    opens this to strangers must count their questions: fifty bits and a day are not to be guessed, but to be asked."""
    code = typed_code(typed)
    if len(code) != CODE_LETTERS:
        return None
    return _found({"code": digest_of_code(numbers(), code, birth_date.isoformat())}, book, at)


@transaction.atomic
def revoke_certificate(number: UUID, reason: str, *, by: str, at: datetime) -> None:
    """From now on this certificate does not count. Raises ``Refused`` when there is none, or it was revoked before."""
    if not 0 < len(reason.strip()) <= LONGEST_REASON:
        raise refused("revocation-reason", "reason")
    entry = take_turn()
    standing = Certificate.objects.filter(order_id=number, revocation=None).exists()
    if not standing:
        raise refused("no-such-certificate", "number")
    row = Revocation.objects.create(certificate_id=number, reason=reason.strip(), by=by, at=at, recorded_id=entry)
    record_entry(
        "revoke-certificate", by=by, at=at, content=content_digest(*told_of_revocation(row)), people=NOTHING_OF_PEOPLE
    )


def _found(secret: dict[str, bytes], book: Book, at: datetime) -> CertificateRecord | None:
    row = Certificate.objects.select_related("revocation", "order").filter(**secret).first()
    if row is None:
        return None
    told = open_told(row, numbers())
    revocation = getattr(row, "revocation", None)
    return CertificateRecord(
        told, None if revocation is None else revocation.at, _outdated(told, row.order.person_id, book, at)
    )


def _outdated(told: Certified, person: UUID, book: Book, at: datetime) -> bool:
    """Whether the register says something else now: of the same months and the same day, or of today's status."""
    months, today = len(told.months), day_in_kazakhstan(at)
    try:
        same_day = certify(person, months, told.on, book, number=told.number, at=at)
        now = same_day if today == told.on else certify(person, months, today, book, number=told.number, at=at)
    except Refused:
        return True
    return not says_the_same(told, same_day) or now.verdict != told.verdict
