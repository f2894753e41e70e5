"""How the staff sign in, what ends a session, and what the journal says of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from cryptography.exceptions import InvalidTag
from django.db import IntegrityError, connection, transaction

from saqta.access import sessions
from saqta.access.actions import add_staff_member, disable_staff_member, enrol_staff_member
from saqta.access.demo import demo_accounts, make_demo_staff
from saqta.access.models import Attempt, Credential, Session
from saqta.access.permissions import PERMISSIONS, Permission, Role
from saqta.access.proofs import code_at
from saqta.access.queries import attempts, require
from saqta.access.records import EVERYWHERE, Outcome, Scope, StaffRecord, Token, staff_member
from saqta.access.sessions import (
    CODE_WITHIN,
    IDLE,
    ISSUED_FOR,
    LONGEST,
    confirm_session,
    end_session,
    secret_to_set_up,
    set_up,
    who,
)
from saqta.basis.refusal import Refused
from saqta.channels.clock import now
from saqta.journal.models import Entry
from saqta.journal.queries import damage
from tests.channels.command_line import saqta
from tests.databases.conftest import Register

AT = datetime(2026, 11, 2, 4, 0, tzinfo=UTC)
OWN = "төрт жапырақты беде"
HALF_A_MINUTE = timedelta(seconds=30)


class Member:
    """Somebody on the staff with an authenticator."""

    def __init__(self, role: Role = Role.INSPECTOR, login: str = "daniyar", scope: Scope = EVERYWHERE) -> None:
        self.id = add_staff_member(name="Данияр", role=role, system_user=None, by="test", at=AT, scope=scope)
        self.login = login
        self.issued = enrol_staff_member(self.id, login, by="test", at=AT)
        self.secret = ""

    def set_up(self, at: datetime = AT) -> Token:
        token = start_session(self.login, self.issued.password, at=at).value
        self.secret = to_set_up(token, at)
        return set_up(token, OWN, self.code(at), at=at)

    def code(self, at: datetime) -> str:
        return code_at(self.secret, int(at.timestamp()))

    def sign_in(self, at: datetime) -> Token:
        return confirm_session(start_session(self.login, OWN, at=at).value, self.code(at), at=at)


def start_session(login: str, password: str, *, at: datetime, address: str = "192.0.2.7") -> Token:
    return sessions.start_session(login, password, address=address, at=at)


def to_set_up(token: str, at: datetime) -> str:
    told = secret_to_set_up(token, at=at)
    assert told is not None
    assert told.secret in told.address
    return told.secret


def refusal(action: object, *arguments: object, **named: object) -> str:
    with pytest.raises(Refused) as refused:
        action(*arguments, **named)  # type: ignore[operator]  # an action
    return refused.value.faults[0].code


def signed_in(token: Token, at: datetime) -> StaffRecord:
    found = who(token.value, at=at)
    assert found is not None
    return found


def outcomes() -> list[Outcome]:
    return [found.outcome for found in attempts(100)][::-1]


def test_what_was_issued_leads_only_to_a_password_of_ones_own_and_a_second_factor(register: Register) -> None:
    member = Member()
    first = start_session(member.login, member.issued.password, at=AT)
    assert first.first_time
    assert who(first.value, at=AT) is None
    secret = to_set_up(first.value, AT)
    code = code_at(secret, int(AT.timestamp()))
    assert refusal(confirm_session, first.value, code, at=AT) == "signed-out"
    assert refusal(set_up, first.value, "short", code, at=AT) == "weak-password"
    assert refusal(set_up, first.value, "my name is daniyar", code, at=AT) == "weak-password"
    assert refusal(set_up, first.value, member.issued.password, code, at=AT) == "same-password"
    assert refusal(set_up, first.value, OWN, "000000", at=AT) == "wrong-code"
    token = set_up(first.value, OWN, code, at=AT)
    assert signed_in(token, AT).id == member.id
    assert refusal(start_session, member.login, member.issued.password, at=AT) == "wrong-sign-in"
    again = start_session(member.login, OWN, at=AT + HALF_A_MINUTE)
    assert not again.first_time
    assert secret_to_set_up(again.value, at=AT + HALF_A_MINUTE) is None
    assert refusal(set_up, again.value, "another password", code, at=AT + HALF_A_MINUTE) == "signed-out"


def test_an_issued_password_is_good_for_three_days_less_a_moment(register: Register) -> None:
    member = Member()
    last = AT + ISSUED_FOR - timedelta(microseconds=1)
    assert start_session(member.login, member.issued.password, at=last).first_time
    assert refusal(start_session, member.login, member.issued.password, at=AT + ISSUED_FOR) == "expired-password"


def test_a_code_is_good_once_and_only_around_its_half_minute(register: Register) -> None:
    member = Member()
    member.set_up()
    for early in (2 * HALF_A_MINUTE, 3 * HALF_A_MINUTE):
        waiting = start_session(member.login, OWN, at=AT + early).value
        far = member.code(AT + early + 2 * HALF_A_MINUTE)
        assert refusal(confirm_session, waiting, far, at=AT + early) == "wrong-code"
    at = AT + timedelta(minutes=10)
    code = member.code(at)
    assert confirm_session(start_session(member.login, OWN, at=at).value, f"{code[:3]} {code[3:]}", at=at)
    assert refusal(member.sign_in, at) == "repeated-code"
    before = member.code(at - HALF_A_MINUTE)
    waiting = start_session(member.login, OWN, at=at).value
    assert refusal(confirm_session, waiting, before, at=at) == "repeated-code"
    assert member.sign_in(at + HALF_A_MINUTE)
    assert outcomes()[-4:] == [Outcome.SIGNED_IN, Outcome.REPEATED_CODE, Outcome.REPEATED_CODE, Outcome.SIGNED_IN]


def test_a_session_ends_with_idleness_with_the_shift_and_with_signing_out(register: Register) -> None:
    member = Member()
    token = member.set_up()
    at = AT
    while at < AT + LONGEST:
        assert who(token.value, at=at)
        at += IDLE - timedelta(seconds=1)
    assert who(token.value, at=AT + LONGEST) is None
    assert who(token.value, at=AT) is None, "what is over stays over"
    idle = member.sign_in(AT + LONGEST)
    assert who(idle.value, at=AT + LONGEST + IDLE) is None
    left = member.sign_in(AT + 2 * LONGEST)
    end_session(left.value, at=AT + 2 * LONGEST)
    end_session(left.value, at=AT + 2 * LONGEST)
    assert who(left.value, at=AT + 2 * LONGEST) is None
    assert outcomes().count(Outcome.SIGNED_OUT) == 1


def test_the_second_step_is_waited_for_ten_minutes(register: Register) -> None:
    member = Member()
    member.set_up()
    at = AT + timedelta(hours=1)
    waiting = start_session(member.login, OWN, at=at).value
    late = at + CODE_WITHIN
    assert refusal(confirm_session, waiting, member.code(late), at=late) == "signed-out"
    assert confirm_session(waiting, member.code(late), at=late - timedelta(seconds=1))


def test_whoever_is_disabled_or_enrolled_anew_is_out_at_once(register: Register) -> None:
    member = Member()
    token = member.set_up()
    issued = enrol_staff_member(member.id, member.login, by="test", at=AT)
    assert who(token.value, at=AT) is None
    assert refusal(start_session, member.login, OWN, at=AT) == "wrong-sign-in"
    waiting = start_session(member.login, issued.password, at=AT).value
    disable_staff_member(member.id, by="test", at=AT)
    assert refusal(set_up, waiting, OWN, "000000", at=AT) == "signed-out"
    assert refusal(start_session, member.login, issued.password, at=AT) == "wrong-sign-in"
    assert not Credential.objects.exists()
    assert Member(login=member.login).login == member.login, "the login is free again"


def test_an_unknown_login_and_a_wrong_password_are_told_alike_and_kept_apart(register: Register) -> None:
    member = Member()
    assert refusal(start_session, "nobody", "x", at=AT) == "wrong-sign-in"
    assert refusal(start_session, member.login, "x", at=AT) == "wrong-sign-in"
    assert start_session(f" {member.login.upper()}", member.issued.password, at=AT)
    assert outcomes() == [Outcome.UNKNOWN_LOGIN, Outcome.WRONG_PASSWORD]
    assert [entry.by for entry in Entry.objects.order_by("-number")[:2]] == [staff_member(member.id), "public:desk"]
    assert not list(damage())


def test_guessing_is_stopped_and_its_owner_is_not_kept_out(register: Register) -> None:
    member = Member()
    member.set_up()
    refusals = [refusal(start_session, member.login, "guess", at=AT) for _ in range(10)]
    assert refusals == ["wrong-sign-in"] * 9 + ["too-often"], "one was used to set up"
    assert start_session(member.login, OWN, at=AT, address="198.51.100.4"), "from where nobody guesses"
    assert start_session(member.login, OWN, at=AT + timedelta(minutes=2)), "and here again, two minutes later"
    assert outcomes().count(Outcome.WRONG_PASSWORD) == 9
    waiting = start_session(member.login, OWN, at=AT, address="203.0.113.9").value
    codes = [refusal(confirm_session, waiting, "000000", at=AT) for _ in range(8)]
    assert codes == ["wrong-code"] * 7 + ["too-often"], "one was used to set up"


def test_nothing_kept_lets_anybody_in(register: Register) -> None:
    member = Member()
    token = member.set_up()
    kept = repr([list(model.objects.values()) for model in (Credential, Session, Attempt, Entry)])
    for secret in (token.value, OWN, member.issued.password, member.secret):
        assert secret not in kept
    sealed = bytes(Credential.objects.get().secret)
    other = Member(login="sauule")
    Credential.objects.filter(member=other.id).update(secret=sealed)
    waiting = start_session(other.login, other.issued.password, at=AT).value
    with pytest.raises(InvalidTag):
        secret_to_set_up(waiting, at=AT)


def test_a_login_belongs_to_one_person_and_is_plain(register: Register) -> None:
    member = Member()
    other = add_staff_member(name="Сәуле", role=Role.ANALYST, system_user=None, by="test", at=AT)
    assert refusal(enrol_staff_member, other, member.login, by="test", at=AT) == "login-taken"
    for wrong in ("", "x", "Сәуле", "9lives", "a b", "a" * 41):
        assert refusal(enrol_staff_member, other, wrong, by="test", at=AT) == "login-form"
    assert refusal(enrol_staff_member, uuid4(), "saule", by="test", at=AT) == "no-such-staff-member"


@pytest.mark.parametrize(("role", "scope"), [(Role.CLINIC_DOCTOR, Scope()), (Role.INSPECTOR, Scope(facility=uuid4()))])
def test_a_clinics_doctor_and_nobody_else_has_a_clinic(register: Register, role: Role, scope: Scope) -> None:
    assert refusal(Member, role, "doctor", scope) == "facility-of-a-doctor"


def test_a_region_is_the_beginning_of_a_code(register: Register) -> None:
    for wrong in ("", "7", "75000000x", "7500000000"):
        assert refusal(Member, Role.INSPECTOR, "daniyar", Scope(wrong)) == "region-prefix"


CLINIC, OTHER = UUID(int=1), UUID(int=2)


@pytest.mark.parametrize("role", Role)
def test_a_room_asks_for_permission_within_the_place(register: Register, role: Role) -> None:
    doctor = role is Role.CLINIC_DOCTOR
    scope = Scope("7510", CLINIC if doctor else None)
    by = staff_member(add_staff_member(name="А", role=role, system_user=None, by="test", at=AT, scope=scope))
    for permission in set(Permission) - PERMISSIONS[role]:
        assert refusal(require, by, permission) == "not-permitted"
    for permission in PERMISSIONS[role]:
        require(by, permission)
        require(by, permission, region="751010000", facility=CLINIC)
        assert refusal(require, by, permission, region="751110000", facility=CLINIC) == "out-of-scope"
        assert refusal(require, by, permission, facility=CLINIC) == "out-of-scope", "its region is not known"
        if doctor:
            assert refusal(require, by, permission, region="751010000", facility=OTHER) == "out-of-scope"
        else:
            require(by, permission, region="751010000", facility=OTHER)


@pytest.mark.parametrize("by", ["", "system-user:", "staff:", "staff:ulpan", f"staff:{UUID(int=7)}", "public:desk"])
def test_nobody_unknown_has_a_permission(register: Register, by: str) -> None:
    assert refusal(require, by, Permission.READ_A_PERSON) == "staff-disabled"


def test_attempts_are_never_forgotten(register: Register) -> None:
    refusal(start_session, "nobody", "x", at=AT)
    for statement in ("UPDATE access_attempt SET outcome = 'signed-in'", "DELETE FROM access_attempt"):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_the_demonstration_has_staff_with_secrets_of_its_own_register(register: Register) -> None:
    made = make_demo_staff(register.home, CLINIC, at=AT)
    assert {account.role for account in made} == set(Role) - {Role.OPERATOR, Role.ADMINISTRATOR}
    assert make_demo_staff(register.home, CLINIC, at=AT) == ()
    assert demo_accounts(register.home) == made
    assert len({account.password for account in made} | {account.secret for account in made}) == 2 * len(made)
    assert (register.home / "demo-staff.json").stat().st_mode & 0o077 == 0
    for account in made:
        first = start_session(account.login, account.password, at=AT)
        token = confirm_session(first.value, code_at(account.secret, int(AT.timestamp())), at=AT)
        assert signed_in(token, AT).role is account.role


def test_an_administrator_enrols_at_the_terminal_and_is_told_the_password_once(register: Register) -> None:
    added = saqta("staff", "add", "--name", "Данияр", "--role", "inspector", "--region", "75", "--json").document
    issued = saqta("staff", "enrol", added["id"], "--login", "daniyar", "--json").document
    assert start_session("daniyar", issued["password"], at=now()).first_time
    listed = saqta("staff", "list", "--json").document
    assert [(one["login"], one["region"], one["facility"]) for one in listed] == [("daniyar", "75", None)]
    assert issued["password"] not in saqta("staff", "list").out
    for language in ("ru", "kk", "en"):
        assert "daniyar" in saqta("staff", "enrol", added["id"], "--login", "daniyar", "--lang", language).out
    assert saqta("staff", "code", "daniyar").status == 2
    make_demo_staff(register.home, None, at=AT)
    assert len(saqta("staff", "code", "head").out.strip()) == 6
    assert saqta("staff", "add", "--name", "Х", "--role", "clinic-doctor").status == 2
    assert saqta("staff", "add", "--name", "Х", "--role", "clinic-doctor", "--facility", "here").status == 2
