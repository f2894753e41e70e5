"""Invented members of the staff, one of each kind who signs in, for a register to try things on.

Their passwords and the secrets of their second factors are random for each register and lie beside it in a file of its
owner's; a register of real people never has them.
"""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

import msgspec
from django.conf import settings
from django.db import transaction

from saqta.access import proofs
from saqta.access.actions import add_staff_member, enrol_staff_member
from saqta.access.models import Credential
from saqta.access.permissions import Role
from saqta.access.records import Scope, process

_FILE = "demo-staff.json"
_BY = process("demo")


class DemoAccount(msgspec.Struct, frozen=True):
    """With what an invented member of the staff signs in."""

    login: str
    password: str
    secret: str
    name: str
    role: Role


class _Member(NamedTuple):
    login: str
    name: str
    role: Role
    region: str | None = None


MEMBERS = (
    _Member("head", "Сәуле Ермекова", Role.HEAD_OF_INSPECTION),
    _Member("inspector", "Данияр Оспанов", Role.INSPECTOR, region="75"),
    _Member("inspector-shymkent", "Гүлнар Сейітова", Role.INSPECTOR, region="79"),
    _Member("doctor", "Айгерім Жұмабаева", Role.CLINIC_DOCTOR),
    _Member("analyst", "Тимур Ли", Role.ANALYST),
    _Member("auditor", "Ольга Ким", Role.AUDITOR),
    _Member("adviser", "Мадина Бекова", Role.ADVISER),
    _Member("clerk", "Пётр Шевченко", Role.CLERK),
    _Member("supervisor", "Бақыт Сүлейменов", Role.SUPERVISOR),
    _Member("editor", "Әсел Нұрланова", Role.EDITOR),
    _Member("approver", "Ержан Қалиев", Role.APPROVER),
)


def demo_accounts(home: Path) -> tuple[DemoAccount, ...]:
    """Those of the register that lies here; none where it holds no invented staff."""
    try:
        return msgspec.json.decode((home / _FILE).read_bytes(), type=tuple[DemoAccount, ...])
    except FileNotFoundError:
        return ()


def make_demo_staff(home: Path, facility: UUID | None, *, at: datetime) -> tuple[DemoAccount, ...]:
    """Adds those who are not there yet and gives them; the doctor works in ``facility`` and is left out without one."""
    known = demo_accounts(home)
    made = []
    with transaction.atomic():
        for member in MEMBERS:
            if member.role is Role.CLINIC_DOCTOR and facility is None:
                continue
            if any(account.login == member.login for account in known):
                continue
            scope = Scope(member.region, facility if member.role is Role.CLINIC_DOCTOR else None)
            made.append(_account(member, scope, at))
        if made:
            _keep(home / _FILE, (*known, *made))
    return tuple(made)


def _account(member: _Member, scope: Scope, at: datetime) -> DemoAccount:
    identifier = add_staff_member(name=member.name, role=member.role, system_user=None, by=_BY, at=at, scope=scope)
    issued = enrol_staff_member(identifier, member.login, by=_BY, at=at)
    row = Credential.objects.get(member=identifier)
    secret = proofs.secrets_under(settings.SAQTA_KEYS).open(bytes(row.secret), identifier)
    # Nobody is there to set up an authenticator: the demonstration shows the codes itself.
    Credential.objects.filter(member=identifier).update(proven=True)
    return DemoAccount(issued.login, issued.password, secret, member.name, member.role)


def _keep(path: Path, accounts: tuple[DemoAccount, ...]) -> None:
    """Readable by the owner alone from its first byte on, and whole or not there."""
    unfinished = path.with_suffix(".unfinished")
    unfinished.unlink(missing_ok=True)
    with open(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:  # noqa: PTH123  # a Path cannot be opened with a mode
        file.write(msgspec.json.encode(accounts))
    unfinished.replace(path)
