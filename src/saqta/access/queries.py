"""Finding those who may act."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from saqta.access import records
from saqta.access.models import Attempt, Credential, StaffMember
from saqta.access.permissions import PERMISSIONS, Permission, Role
from saqta.access.records import AttemptRecord, Outcome, Scope, StaffRecord
from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text

_DISABLED = Text(
    ru="Ваша запись сотрудника отключена. Обратитесь к администратору реестра.",
    kk="Қызметкер ретіндегі жазбаңыз өшірілген. Тізілім әкімшісіне жүгініңіз.",
    en="Your staff record is disabled. Turn to the administrator of the register.",
)
_OUT_OF_SCOPE = Text(
    ru="Это место вне вашего региона или вашей клиники. Обратитесь к администратору реестра.",
    kk="Бұл орын сіздің өңіріңізден немесе клиникаңыздан тыс. Тізілім әкімшісіне жүгініңіз.",
    en="This place lies outside your region or your clinic. Turn to the administrator of the register.",
)
_NOT_PERMITTED = Text(
    ru="Вашей роли это не разрешено ({permission}). Обратитесь к администратору реестра.",
    kk="Рөліңізге бұған рұқсат жоқ ({permission}). Тізілім әкімшісіне жүгініңіз.",
    en="Your role does not permit this ({permission}). Turn to the administrator of the register.",
)


def acting(system_user: str, permission: Permission) -> str:
    """Who acts when this user of the operating system does something that needs ``permission``, as the journal is to
    name the actor. Raises ``Refused`` for somebody on the staff who is disabled or whose role does not permit it.

    A user who is nobody on the staff acts under the system's own name: whoever can open the database and its keys
    needs no permission from it, and the journal must say so instead of taking a claimed name for a known one.
    """
    rows = list(StaffMember.objects.filter(system_user=system_user))
    if not rows:
        return records.system_user(system_user)
    row = next((row for row in rows if row.disabled_id is None), None)
    if row is None:
        raise Refused(Fault("staff-disabled", _DISABLED))
    if permission not in PERMISSIONS[Role(row.role)]:
        raise Refused(Fault("not-permitted", _NOT_PERMITTED.fill(permission=permission.value)))
    return records.staff_member(row.id)


def require(by: str, permission: Permission, *, region: str | None = None, facility: UUID | None = None) -> None:
    """Raises ``Refused`` unless whoever the journal knows as ``by`` may do this, at this place where one is named. Like
    ``acting``, it asks no permission of a user of the operating system, and of nobody else who is not on the staff."""
    kind, _, name = by.partition(":")
    if kind == "system-user" and name:
        return
    who = _member(name) if kind == "staff" else None
    if who is None or who.disabled:
        raise Refused(Fault("staff-disabled", _DISABLED))
    if not who.may(permission):
        raise Refused(Fault("not-permitted", _NOT_PERMITTED.fill(permission=permission.value)))
    if (region, facility) != (None, None) and not who.scope.covers(region=region, facility=facility):
        raise Refused(Fault("out-of-scope", _OUT_OF_SCOPE))


def _member(name: str) -> StaffRecord | None:
    try:
        row = StaffMember.objects.filter(id=UUID(name)).first()
    except ValueError:
        return None
    return None if row is None else record_of(row)


def staff() -> Iterator[StaffRecord]:
    """Everybody who may act or ever might, in the order in which they were added."""
    logins = dict(Credential.objects.values_list("member", "login"))
    for row in StaffMember.objects.order_by("id"):
        yield record_of(row, logins.get(row.id))


def record_of(row: StaffMember, login: str | None = None) -> StaffRecord:
    """The row as it leaves the room."""
    scope = Scope(row.region, row.facility)
    return StaffRecord(row.id, row.name, Role(row.role), row.system_user, row.disabled_id is not None, scope, login)


def member_behind(by: str) -> StaffRecord | None:
    """The member of the staff whom the journal knows as ``by``; None for anybody else."""
    kind, _, identifier = by.partition(":")
    return _member(identifier) if kind == "staff" else None


def name_of(by: str) -> str | None:
    """The name of a member of the staff whom the journal knows as ``by``; None for anybody else."""
    who = member_behind(by)
    return None if who is None else who.name


def attempts(at_most: int) -> Iterator[AttemptRecord]:
    """The latest attempts to sign in and what was refused afterwards, the last one first."""
    for row in Attempt.objects.select_related("member").order_by("-recorded_id")[:at_most]:
        yield AttemptRecord(
            row.at, None if row.member is None else row.member.name, Outcome(row.outcome), row.permission
        )
