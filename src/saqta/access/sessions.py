"""Signing in and out. Whoever did, or was refused, stands in the journal.

Two steps lead in: a password starts a session that is good for nothing but the second step, and a code replaces it by
one that is, under a new token, so that nobody can have planted it. Every request looks at the row, and at whether its
member may still act: whoever is disabled is out at the next click.
"""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import NoReturn

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from saqta.access import proofs
from saqta.access.models import Attempt, Credential, Session
from saqta.access.permissions import Permission
from saqta.access.queries import record_of
from saqta.access.records import Outcome, SecondFactor, StaffRecord, Token, stranger
from saqta.access.session_texts import TEXTS
from saqta.access.sign_in_budgets import spend_on_code, spend_on_password
from saqta.access.tokens import digest_of, lasts
from saqta.basis.refusal import Fault, Refused
from saqta.journal.actions import record_entry, take_turn
from saqta.journal.records import content_digest

CODE_WITHIN = timedelta(minutes=10)
"""How long after the password the code is waited for."""
IDLE = timedelta(minutes=30)
"""After so long without a click a session is over."""
LONGEST = timedelta(hours=12)
"""After so long it is over in any case: a shift."""
ISSUED_FOR = timedelta(hours=72)
"""How long a password that an administrator handed over lets its owner in."""


def start_session(login: str, password: str, *, address: str, at: datetime) -> Token:
    """The first step. Raises ``Refused``, in the same words and after as long for a login that is not known; and when
    there were too many attempts, with this login or from this address."""
    spend_on_password(login, address, at=at)
    row = Credential.objects.select_related("member").filter(login=login.strip().lower()).first()
    right = proofs.is_password(password[: proofs.LONGEST_PASSWORD], None if row is None else row.password)
    if row is None or not right:
        _refuse(Outcome.WRONG_PASSWORD if row else Outcome.UNKNOWN_LOGIN, row, "wrong-sign-in", at)
    if not row.proven and at >= row.issued + ISSUED_FOR:
        _refuse(Outcome.EXPIRED_PASSWORD, row, "expired-password", at)
    token = secrets.token_urlsafe(32)
    with transaction.atomic():
        Session.objects.filter(member=row.member, began__lte=at - LONGEST).delete()
        Session.objects.create(digest=digest_of(token), member=row.member, began=at, seen=at, confirmed=False)
    return Token(token, first_time=not row.proven)


def confirm_session(token: str, code: str, *, at: datetime) -> Token:
    """The second step: a code of the authenticator, which is good once. Raises ``Refused``."""
    row = _waiting(token, at)
    if not row.proven:
        raise _refused("signed-out")
    return _confirm(token, row, _step(row, code, at), Outcome.SIGNED_IN, at)


def set_up(token: str, password: str, code: str, *, at: datetime) -> Token:
    """The second step of the first time: a password of one's own, and a code that shows that the authenticator holds
    the secret. Raises ``Refused``."""
    row = _waiting(token, at)
    if row.proven:
        raise _refused("signed-out")
    if not proofs.SHORTEST_PASSWORD <= len(password) <= proofs.LONGEST_PASSWORD or row.login in password.lower():
        raise _refused("weak-password", "password")
    if proofs.is_password(password, row.password):
        raise _refused("same-password", "password")
    step = _step(row, code, at)
    row.password, row.proven = proofs.hashed(password), True
    return _confirm(token, row, step, Outcome.SET_UP, at)


def secret_to_set_up(token: str, *, at: datetime) -> SecondFactor | None:
    """What the owner of this session puts into the authenticator; None when that was done, and shown never again.
    Raises ``Refused``."""
    row = _waiting(token, at)
    if row.proven:
        return None
    secret = _secret(row)
    return SecondFactor(secret, proofs.setup_address(secret, row.login))


def who(token: str, *, at: datetime) -> StaffRecord | None:
    """Who is signed in here; None when nobody is, or no longer."""
    found = Session.objects.select_related("member__credential").filter(digest=digest_of(token), confirmed=True).first()
    if found is None or found.member.disabled_id is not None:
        return None
    return record_of(found.member) if lasts(found, idle=IDLE, longest=LONGEST, at=at) else None


def end_session(token: str, *, at: datetime) -> None:
    """Signs out; of a session that is over already, nothing is said."""
    row = Session.objects.select_related("member__credential").filter(digest=digest_of(token)).first()
    if row is None:
        return
    with transaction.atomic():
        entry = take_turn()
        Session.objects.filter(digest=row.digest).delete()
        _record(Outcome.SIGNED_OUT, entry, record_of(row.member), at)


@transaction.atomic
def record_refusal(member: StaffRecord, permission: Permission, *, at: datetime) -> None:
    """That somebody signed in wanted what their role or scope does not permit."""
    _record(Outcome.NOT_PERMITTED, take_turn(), member, at, permission)


def _waiting(token: str, at: datetime) -> Credential:
    """The credential whose second step this session waits for."""
    waiting = Session.objects.filter(digest=digest_of(token), confirmed=False, began__gt=at - CODE_WITHIN)
    row = Credential.objects.select_related("member").filter(member__in=waiting.values("member")).first()
    if row is None:
        raise _refused("signed-out")
    return row


def _secret(row: Credential) -> str:
    return proofs.secrets_under(settings.SAQTA_KEYS).open(bytes(row.secret), row.member_id)


def _step(row: Credential, code: str, at: datetime) -> int:
    spend_on_code(row.member_id, at=at)
    step = proofs.step_of(code, _secret(row), int(at.timestamp()))
    if step is None:
        _refuse(Outcome.WRONG_CODE, row, "wrong-code", at)
    return step


def _confirm(token: str, row: Credential, step: int, outcome: Outcome, at: datetime) -> Token:
    """Takes the code, which must be later than the last one taken, and replaces the session."""
    confirmed = secrets.token_urlsafe(32)
    with transaction.atomic():
        entry = take_turn()
        later = Q(last_step=None) | Q(last_step__lt=step)
        # Waiting for one's turn took time: whoever was disabled or enrolled anew meanwhile has no such session.
        ended, _ = Session.objects.filter(digest=digest_of(token), member=row.member).delete()
        if not ended:
            raise _refused("signed-out")
        changed = {"password": row.password, "proven": row.proven, "last_step": step}
        if taken := bool(Credential.objects.filter(later, member=row.member).update(**changed)):
            Session.objects.create(digest=digest_of(confirmed), member=row.member, began=at, seen=at, confirmed=True)
            _record(outcome, entry, record_of(row.member), at)
    if not taken:
        _refuse(Outcome.REPEATED_CODE, row, "repeated-code", at)
    return Token(confirmed)


def _refuse(outcome: Outcome, row: Credential | None, code: str, at: datetime) -> NoReturn:
    """The refusal stands in the journal before it is told."""
    with transaction.atomic():
        _record(outcome, take_turn(), None if row is None else record_of(row.member), at)
    raise _refused(code)


def _record(
    outcome: Outcome, entry: int, member: StaffRecord | None, at: datetime, permission: Permission | None = None
) -> None:
    by = stranger("desk") if member is None else member.by
    wanted = None if permission is None else permission.value
    record_entry(outcome.value, by=by, at=at, content=content_digest(f"{by} {outcome.value} {wanted}"), people=())
    Attempt.objects.create(
        recorded_id=entry,
        at=at,
        member_id=None if member is None else member.id,
        outcome=outcome.value,
        permission=wanted,
    )


def _refused(code: str, where: str | None = None) -> Refused:
    return Refused(Fault(code, TEXTS[code], where))
