"""Saying who may act. Every action is one transaction with one entry in the journal."""

from __future__ import annotations

import re
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction
from uuid_utils.compat import uuid7

from saqta.access import proofs
from saqta.access.models import Credential, Session, StaffMember
from saqta.access.permissions import Role
from saqta.access.records import EVERYWHERE, Issued, Scope, staff_member
from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text
from saqta.journal.actions import record_entry, take_turn
from saqta.journal.records import content_digest

_LOGIN = re.compile(r"[a-z][a-z0-9._-]{1,39}", re.ASCII)
_REGION = re.compile(r"[0-9]{2,9}", re.ASCII)

_TEXTS = {
    "system-user-taken": Text(
        ru="Этот пользователь системы уже принадлежит другому сотруднику. Сначала отключите того.",
        kk="Жүйенің бұл пайдаланушысы басқа қызметкерге тиесілі. Алдымен сол қызметкерді өшіріңіз.",
        en="This user of the system already belongs to somebody else on the staff. Disable them first.",
    ),
    "own-staff-record": Text(
        ru="Свою запись отключить нельзя, чтобы реестр не остался без администратора. Это сделает другой "
        "администратор.",
        kk="Тізілім әкімшісіз қалмауы үшін өз жазбаңызды өшіруге болмайды. Мұны басқа әкімші жасайды.",
        en="Nobody disables their own record, so that the register is not left without an administrator. Another one "
        "can.",
    ),
    "no-such-staff-member": Text(
        ru="Такого действующего сотрудника нет. Список: saqta staff list",
        kk="Мұндай жұмыс істеп тұрған қызметкер жоқ. Тізімі: saqta staff list",
        en="There is nobody like that on the staff, or no longer. The list: saqta staff list",
    ),
    "facility-of-a-doctor": Text(
        ru="У врача клиники должна быть указана его клиника (--facility), у остальных её быть не может.",
        kk="Клиника дәрігеріне клиникасы көрсетіледі (--facility), басқаларға көрсетілмейді.",
        en="A clinic's doctor has a clinic (--facility), and nobody else has one.",
    ),
    "region-prefix": Text(
        ru="Регион — первые цифры кода классификатора административно-территориальных объектов, от двух до девяти.",
        kk="Өңір — әкімшілік-аумақтық объектілер жіктеуіші кодының алғашқы екіден тоғызға дейінгі цифры.",
        en="A region is the first two to nine digits of the code of the classifier of places.",
    ),
    "login-form": Text(
        ru="Имя для входа: от 2 до 40 строчных латинских букв, цифр, точек, дефисов; первой идёт буква.",
        kk="Кіру аты: 2–40 кіші латын әрпі, цифр, нүкте, дефис; алғашқысы әріп.",
        en="A login has 2 to 40 small Latin letters, digits, dots and hyphens; a letter comes first.",
    ),
    "login-taken": Text(
        ru="Это имя для входа занято другим сотрудником. Выберите иное.",
        kk="Бұл кіру атын басқа қызметкер алған. Басқасын таңдаңыз.",
        en="Somebody else on the staff has this login. Choose another.",
    ),
}


@transaction.atomic
def add_staff_member(
    *, name: str, role: Role, system_user: str | None, by: str, at: datetime, scope: Scope = EVERYWHERE
) -> UUID:
    """Somebody new who may act, within ``scope``. ``system_user`` is who they are on the machines where the register
    is worked with. Raises ``Refused`` when that user is somebody else, for a region that is no beginning of a code,
    and for a doctor without a clinic."""
    if (role is Role.CLINIC_DOCTOR) != (scope.facility is not None):
        raise _refused("facility-of-a-doctor", "--facility")
    if scope.region is not None and not _REGION.fullmatch(scope.region):
        raise _refused("region-prefix", "--region")
    entry = take_turn()
    if system_user is not None and StaffMember.objects.filter(system_user=system_user, disabled=None).exists():
        raise _refused("system-user-taken", "--system-user")
    identifier = uuid7()
    StaffMember.objects.create(
        id=identifier,
        name=name,
        role=role.value,
        system_user=system_user,
        region=scope.region,
        facility=scope.facility,
        recorded_id=entry,
        disabled=None,
    )
    told = (str(identifier), name, role.value, str(system_user), str(scope.region), str(scope.facility))
    record_entry("add-staff-member", by=by, at=at, content=content_digest(*told), people=())
    return identifier


@transaction.atomic
def enrol_staff_member(identifier: UUID, login: str, *, by: str, at: datetime) -> Issued:
    """Lets somebody on the staff sign in over HTTP, with a password that is told once and good for one use: at the
    first sign-in they choose their own and set up the second factor, which nobody else ever sees. Done again, it
    replaces a lost password and a lost second factor, and ends what was signed in. Raises ``Refused``."""
    if not _LOGIN.fullmatch(login):
        raise _refused("login-form", "--login")
    password = proofs.new_password()
    kept = proofs.hashed(password)
    take_turn()
    if not StaffMember.objects.filter(id=identifier, disabled=None).exists():
        raise _refused("no-such-staff-member")
    if Credential.objects.filter(login=login).exclude(member=identifier).exists():
        raise _refused("login-taken", "--login")
    Credential.objects.update_or_create(
        member_id=identifier,
        defaults={
            "login": login,
            "password": kept,
            "secret": proofs.secrets_under(settings.SAQTA_KEYS).seal(proofs.new_secret(), identifier),
            "issued": at,
            "proven": False,
            "last_step": None,
        },
    )
    Session.objects.filter(member=identifier).delete()
    record_entry("enrol-staff-member", by=by, at=at, content=content_digest(str(identifier), login), people=())
    return Issued(login, password)


@transaction.atomic
def disable_staff_member(identifier: UUID, *, by: str, at: datetime) -> None:
    """From now on this member of the staff may do nothing, wherever they are signed in; another role is another
    record. Raises ``Refused``, also for one's own record."""
    if by == staff_member(identifier):
        raise _refused("own-staff-record")
    entry = take_turn()
    if not StaffMember.objects.filter(id=identifier, disabled=None).update(disabled_id=entry):
        raise _refused("no-such-staff-member")
    Session.objects.filter(member=identifier).delete()
    Credential.objects.filter(member=identifier).delete()
    record_entry("disable-staff-member", by=by, at=at, content=content_digest(str(identifier)), people=())


def _refused(code: str, where: str | None = None) -> Refused:
    return Refused(Fault(code, _TEXTS[code], where))
