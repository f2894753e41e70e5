"""``saqta staff``: who may act on the register."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec

from saqta.basis.text import Text
from saqta.channels.cli.acting import actor
from saqta.channels.cli.arguments import Arguments, refused
from saqta.channels.cli.output import Page, print_json
from saqta.channels.cli.register_documents import StaffMember
from saqta.channels.clock import now
from saqta.channels.opening import register

# isort: split
# Rooms that store rows are importable once the register's settings are known.
from saqta.access.actions import add_staff_member, disable_staff_member
from saqta.access.permissions import Permission, Role
from saqta.access.queries import staff

_ADDED = Text(
    ru="Добавлено. Номер в журнале: {id}", kk="Қосылды. Журналдағы нөмірі: {id}", en="Added. In the journal: {id}"
)
_DISABLED = Text(ru="Отключено.", kk="Өшірілді.", en="Disabled.")
_NOBODY = Text(
    ru="Сотрудников нет: каждый действует под именем пользователя системы.",
    kk="Қызметкерлер жоқ: әркім жүйе пайдаланушысының атымен әрекет етеді.",
    en="There is no staff: everybody acts under the name of their user of the system.",
)
_ROLES = {
    Role.OPERATOR: Text(ru="оператор", kk="оператор", en="operator"),
    Role.ADVISER: Text(ru="консультант", kk="кеңесші", en="adviser"),
    Role.EDITOR: Text(ru="редактор", kk="редактор", en="editor"),
    Role.ADMINISTRATOR: Text(ru="администратор", kk="әкімші", en="administrator"),
}
_GONE = Text(ru="отключён", kk="өшірілген", en="disabled")


class Added(msgspec.Struct, frozen=True):
    """Under which identifier the journal will name somebody new."""

    id: UUID


def run(arguments: Arguments) -> int:
    with register():
        by, at = actor(Permission.KEEP_STAFF), now()
        match arguments.action:
            case "add":
                _add(arguments, by, at)
            case "disable":
                disable_staff_member(_identifier(arguments.id), by=by, at=at)
                if not arguments.as_json:
                    Page(arguments.language).say(_DISABLED)
            case _:
                _list(arguments)
    return 0


def _add(arguments: Arguments, by: str, at: datetime) -> None:
    name = " ".join(arguments.name.split())
    if not 1 <= len(name) <= 100:
        raise refused("argument-value", names="--name", command="staff add")
    user = arguments.system_user
    if user is not None and not 1 <= len(user) <= 32:
        raise refused("argument-value", names="--system-user", command="staff add")
    added = add_staff_member(name=name, role=Role(arguments.role), system_user=user, by=by, at=at)
    if arguments.as_json:
        print_json(Added(added))
    else:
        Page(arguments.language).say(_ADDED.fill(id=str(added)))


def _list(arguments: Arguments) -> None:
    members = tuple(staff())
    if arguments.as_json:
        print_json([StaffMember(who.id, who.name, who.role.value, who.system_user, who.disabled) for who in members])
        return
    page = Page(arguments.language)
    if not members:
        page.say(_NOBODY)
    page.table(
        [
            (
                str(who.id),
                who.name,
                _ROLES[who.role].in_language(page.language),
                who.system_user or "",
                _GONE.in_language(page.language) if who.disabled else "",
            )
            for who in members
        ]
    )


def _identifier(typed: str) -> UUID:
    try:
        return UUID(typed)
    except ValueError:
        raise refused("argument-value", names="ID", command="staff disable") from None
