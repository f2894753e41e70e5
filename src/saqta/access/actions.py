"""Saying who may act. Every action is one transaction with one entry in the journal."""

from __future__ import annotations

import hashlib
from datetime import datetime
from uuid import UUID

from django.db import transaction
from uuid_utils.compat import uuid7

from saqta.access.models import StaffMember
from saqta.access.permissions import Role
from saqta.access.records import staff_member
from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text
from saqta.journal.actions import record_entry, take_turn

_USER_TAKEN = Text(
    ru="Этот пользователь системы уже принадлежит другому сотруднику. Сначала отключите того.",
    kk="Жүйенің бұл пайдаланушысы басқа қызметкерге тиесілі. Алдымен сол қызметкерді өшіріңіз.",
    en="This user of the system already belongs to somebody else on the staff. Disable them first.",
)
_OWN_RECORD = Text(
    ru="Свою запись отключить нельзя, чтобы реестр не остался без администратора. Это сделает другой администратор.",
    kk="Тізілім әкімшісіз қалмауы үшін өз жазбаңызды өшіруге болмайды. Мұны басқа әкімші жасайды.",
    en="Nobody disables their own record, so that the register is not left without an administrator. Another one can.",
)
_NO_SUCH_MEMBER = Text(
    ru="Такого действующего сотрудника нет. Список: saqta staff list",
    kk="Мұндай жұмыс істеп тұрған қызметкер жоқ. Тізімі: saqta staff list",
    en="There is nobody like that on the staff, or no longer. The list: saqta staff list",
)


@transaction.atomic
def add_staff_member(*, name: str, role: Role, system_user: str | None, by: str, at: datetime) -> UUID:
    """Somebody new who may act. ``system_user`` is who they are on the machines where the register is worked with.
    Raises ``Refused`` when that user is somebody else."""
    entry = take_turn()
    if system_user is not None and StaffMember.objects.filter(system_user=system_user, disabled=None).exists():
        raise Refused(Fault("system-user-taken", _USER_TAKEN, "--system-user"))
    identifier = uuid7()
    StaffMember.objects.create(
        id=identifier, name=name, role=role.value, system_user=system_user, recorded_id=entry, disabled=None
    )
    told = (str(identifier), name, role.value, str(system_user))
    content = hashlib.sha256("\x1f".join(told).encode()).hexdigest()
    record_entry("add-staff-member", by=by, at=at, content=content, people=())
    return identifier


@transaction.atomic
def disable_staff_member(identifier: UUID, *, by: str, at: datetime) -> None:
    """From now on this member of the staff may do nothing; another role is another record. Raises ``Refused``, also
    for one's own record."""
    if by == staff_member(identifier):
        raise Refused(Fault("own-staff-record", _OWN_RECORD))
    entry = take_turn()
    if not StaffMember.objects.filter(id=identifier, disabled=None).update(disabled_id=entry):
        raise Refused(Fault("no-such-staff-member", _NO_SUCH_MEMBER))
    content = hashlib.sha256(str(identifier).encode()).hexdigest()
    record_entry("disable-staff-member", by=by, at=at, content=content, people=())
