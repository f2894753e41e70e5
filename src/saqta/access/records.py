"""What leaves the room, and how actors are named in the journal."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from saqta.access.permissions import Role


@dataclass(frozen=True, slots=True)
class StaffRecord:
    """Somebody who may act, or might until disabled."""

    id: UUID
    name: str
    role: Role
    system_user: str | None
    disabled: bool


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
