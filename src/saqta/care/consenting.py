"""What the parents do: agree, refuse, change their minds. Every action is one transaction with one entry.

Whoever holds the link decides; whether it is a parent, the clinic sees from documents of identity, and the signed
document says so. What is signed is what was read: a sheet that has changed by one word since is not signed.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from saqta.access.permissions import Permission
from saqta.access.queries import require
from saqta.basis.text import Language, Text
from saqta.care.checks import check_signature, refused
from saqta.care.document import fingerprint, write_document
from saqta.care.models import Document
from saqta.care.queries import consents, history, plan_behind, sheet_of
from saqta.care.records import ConsentRecord, Decision, Signature
from saqta.care.told import Decided, Nothing
from saqta.care.writing import may_step, take_steps
from saqta.journal.actions import take_turn
from saqta.law.book import Book
from saqta.registry.queries import numbers


def parent_of(number: int) -> str:
    """The name in the journal of whoever holds the link of a plan."""
    return f"parent:plan-{number}"


@transaction.atomic
def decide(
    secret: str,
    decision: Decision,
    signature: Signature,
    *,
    seen: str,
    inspections: Sequence[Text],
    language: Language,
    book: Book,
    at: datetime,
) -> ConsentRecord:
    """The parents agree or refuse, having read the sheet with the mark ``seen``. Raises ``Refused`` for a link that
    does not work, a signature without names, a sheet that is no longer the one they read, and after the start."""
    check_signature(signature)
    entry = take_turn()
    number = plan_behind(secret)
    found = history(number)
    may_step(found, decision)
    sheet = sheet_of(found, book, inspections=inspections, at=at)
    if sheet.mark != seen:
        raise refused("plan-has-changed")
    signed = write_document(sheet, decision, signature, language, at=at)
    digest = fingerprint(signed)
    told = Decided(found.plan().version, signature.relation, signature.kind, language, digest)
    (step,) = take_steps(found, (decision, told), entry=entry, by=parent_of(number), at=at)
    sealed = numbers().seal_document(signed, bytes.fromhex(digest))
    Document.objects.create(step=step, digest=digest, sealed=sealed)
    return consents(number)[-1]


@transaction.atomic
def withdraw_consent(secret: str, *, at: datetime) -> None:
    """The parents take their consent back by the link. Raises ``Refused`` where none stands, and after the start."""
    entry = take_turn()
    number = plan_behind(secret)
    _withdraw(number, entry=entry, by=parent_of(number), at=at)


@transaction.atomic
def note_withdrawal(number: int, *, by: str, at: datetime) -> None:
    """The parents took their consent back by word in the clinic, and somebody there notes it. Raises ``Refused`` like
    ``withdraw_consent``."""
    entry = take_turn()
    require(by, Permission.KEEP_PLANS, facility=history(number).facility)
    _withdraw(number, entry=entry, by=by, at=at)


def _withdraw(number: int, *, entry: int, by: str, at: datetime) -> None:
    found = history(number)
    may_step(found, "withdraw_consent")
    take_steps(found, ("withdraw_consent", Nothing()), entry=entry, by=by, at=at)
