"""What leaves the room, and how actors are named in the journal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Literal
from uuid import UUID

from saqta.access.permissions import PERMISSIONS, Permission, Role


@dataclass(frozen=True, slots=True)
class Scope:
    """Where somebody may act: in places whose code of КАТО begins with ``region``, and in one facility alone. What is
    None does not limit."""

    region: str | None = None
    facility: UUID | None = None

    def covers(self, *, region: str | None, facility: UUID | None) -> bool:
        """Whether a place lies within. A place whose region is not known lies in no region."""
        if self.region is not None and (region is None or not region.startswith(self.region)):
            return False
        return self.facility is None or self.facility == facility


EVERYWHERE = Scope()


@dataclass(frozen=True, slots=True)
class StaffRecord:
    """Somebody who may act, or might until disabled. ``login`` is None for those who do not sign in over HTTP."""

    id: UUID
    name: str
    role: Role
    system_user: str | None
    disabled: bool
    scope: Scope = EVERYWHERE
    login: str | None = None

    @property
    def by(self) -> str:
        """By which name the journal knows them."""
        return staff_member(self.id)

    def may(self, permission: Permission) -> bool:
        return not self.disabled and permission in PERMISSIONS[self.role]


@dataclass(frozen=True, slots=True)
class Issued:
    """What a new member of the staff is handed once: it is kept nowhere."""

    login: str
    password: str


@dataclass(frozen=True, slots=True)
class Token:
    """The secret of one browser, and whether what was issued has to be replaced before anything else."""

    value: str
    first_time: bool = False


@dataclass(frozen=True, slots=True)
class SecondFactor:
    """What somebody puts into an authenticator: as it is typed, and as an address that one opens."""

    secret: str
    address: str


TieKind = Literal["own", "relative"]
TIES: tuple[TieKind, ...] = ("own", "relative")
"""Who somebody on the staff is in the register, and who is close to them."""

LookOutcomeKind = Literal["work", "warned", "reported"]
LOOK_OUTCOMES: tuple[LookOutcomeKind, ...] = ("work", "warned", "reported")
"""What became of looks that stood out: they were work; the member was warned; it was reported further."""


class Outcome(Enum):
    """What became of an attempt to sign in, or of a step afterwards."""

    SIGNED_IN = "signed-in"
    SIGNED_OUT = "signed-out"
    SET_UP = "set-up"
    UNKNOWN_LOGIN = "unknown-login"
    WRONG_PASSWORD = "wrong-password"  # noqa: S105  # the name of an outcome
    EXPIRED_PASSWORD = "expired-password"  # noqa: S105  # the name of an outcome
    WRONG_CODE = "wrong-code"
    REPEATED_CODE = "repeated-code"
    NOT_PERMITTED = "not-permitted"


@dataclass(frozen=True, slots=True)
class AttemptRecord:
    """One attempt. ``name`` is None where no known login was given, ``permission`` unless one was refused."""

    at: datetime
    name: str | None
    outcome: Outcome
    permission: str | None


def staff_member(identifier: UUID) -> str:
    """The name in the journal of somebody on the staff."""
    return f"staff:{identifier}"


def process(name: str) -> str:
    """The name in the journal of a part of the system that acts by itself."""
    return f"process:{name}"


def stranger(door: str) -> str:
    """The name in the journal of anybody who asked by a door open to all."""
    return f"public:{door}"


def system_user(name: str) -> str:
    """The name in the journal of a user of the operating system who is nobody on the staff."""
    return f"system-user:{name}"


def person(identifier: UUID) -> str:
    """The name in the journal of a person who does something about themselves."""
    return f"person:{identifier}"


def gateway(sender: str) -> str:
    """The name in the journal of a system that asks through the state gateway."""
    return f"gateway:{sender}"
