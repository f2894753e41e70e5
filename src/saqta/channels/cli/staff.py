"""``saqta staff``: who may act on the register."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec
from django.conf import settings

from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text
from saqta.channels.cli.acting import actor
from saqta.channels.cli.arguments import Arguments, refused
from saqta.channels.cli.output import Page, print_json
from saqta.channels.cli.register_documents import StaffMember
from saqta.channels.clock import now
from saqta.channels.opening import register

# isort: split
# Rooms that store rows are importable once the register's settings are known.
from saqta.access.actions import add_staff_member, disable_staff_member, enrol_staff_member
from saqta.access.demo import demo_accounts
from saqta.access.permissions import ROLES, Permission, Role
from saqta.access.proofs import code_at
from saqta.access.queries import staff
from saqta.access.records import Scope, StaffRecord

_ADDED = Text(
    ru="Добавлено. Номер в журнале: {id}", kk="Қосылды. Журналдағы нөмірі: {id}", en="Added. In the journal: {id}"
)
_DISABLED = Text(ru="Отключено.", kk="Өшірілді.", en="Disabled.")
_ENROLLED = Text(
    ru="Имя для входа: {login}. Пароль на первый вход: {password}. Передайте его лично: он действует трое суток, "
    "показан один раз и нигде не хранится. При входе сотрудник задаст свой пароль и второй фактор.",
    kk="Кіру аты: {login}. Алғашқы кіруге арналған құпиясөз: {password}. Оны жеке өзіне беріңіз: үш тәулік жарамды, "
    "бір рет көрсетіледі және еш жерде сақталмайды. Кіргенде қызметкер өз құпиясөзін және екінші факторды орнатады.",
    en="Login: {login}. Password for the first sign-in: {password}. Hand it over in person: it is good for three days, "
    "shown once and kept nowhere. On signing in, its owner chooses a password and sets up the second factor.",
)
_NO_DEMO_ACCOUNT = Text(
    ru="Такого выдуманного сотрудника нет. Коды настоящих сотрудников показывает только их телефон.",
    kk="Мұндай ойдан шығарылған қызметкер жоқ. Нағыз қызметкерлердің кодын тек өз телефоны көрсетеді.",
    en="There is no such invented member of the staff. The codes of real ones are shown by their phones alone.",
)
_NOBODY = Text(
    ru="Сотрудников нет: каждый действует под именем пользователя системы.",
    kk="Қызметкерлер жоқ: әркім жүйе пайдаланушысының атымен әрекет етеді.",
    en="There is no staff: everybody acts under the name of their user of the system.",
)
_GONE = Text(ru="отключён", kk="өшірілген", en="disabled")


class Enrolled(msgspec.Struct, frozen=True):
    """With what somebody signs in for the first time; told once and kept nowhere."""

    login: str
    password: str


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
                disable_staff_member(_identifier(arguments.id, "staff disable"), by=by, at=at)
                if not arguments.as_json:
                    Page(arguments.language).say(_DISABLED)
            case "enrol":
                _enrol(arguments, by, at)
            case "code":
                _code(arguments, at)
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
    facility = None
    if arguments.facility is not None:
        facility = _identifier(arguments.facility, "staff add", "--facility")
    scope = Scope(arguments.region, facility)
    added = add_staff_member(name=name, role=Role(arguments.role), system_user=user, scope=scope, by=by, at=at)
    if arguments.as_json:
        print_json(Added(added))
    else:
        Page(arguments.language).say(_ADDED.fill(id=str(added)))


def _enrol(arguments: Arguments, by: str, at: datetime) -> None:
    issued = enrol_staff_member(_identifier(arguments.id, "staff enrol"), arguments.login, by=by, at=at)
    if arguments.as_json:
        print_json(Enrolled(issued.login, issued.password))
    else:
        Page(arguments.language).say(_ENROLLED.fill(login=issued.login, password=issued.password))


def _code(arguments: Arguments, at: datetime) -> None:
    account = next((one for one in demo_accounts(settings.SAQTA_HOME) if one.login == arguments.login), None)
    if account is None:
        raise Refused(Fault("no-demo-account", _NO_DEMO_ACCOUNT))
    Page(arguments.language).line(code_at(account.secret, int(at.timestamp())))


def _document(who: StaffRecord) -> StaffMember:
    scope = who.scope
    return StaffMember(
        who.id, who.name, who.role.value, who.system_user, who.disabled, scope.region, scope.facility, who.login
    )


def _list(arguments: Arguments) -> None:
    members = tuple(staff())
    if arguments.as_json:
        print_json([_document(who) for who in members])
        return
    page = Page(arguments.language)
    if not members:
        page.say(_NOBODY)
    page.table(
        [
            (
                str(who.id),
                who.name,
                ROLES[who.role].in_language(page.language),
                who.login or who.system_user or "",
                who.scope.region or "",
                _GONE.in_language(page.language) if who.disabled else "",
            )
            for who in members
        ]
    )


def _identifier(typed: str, command: str, names: str = "ID") -> UUID:
    try:
        return UUID(typed)
    except ValueError:
        raise refused("argument-value", names=names, command=command) from None
