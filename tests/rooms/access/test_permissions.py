"""The one list of permissions and the one table of roles."""

from __future__ import annotations

from pathlib import Path

import pytest

from saqta.access.permissions import PERMISSIONS, Permission, Role

SOURCE = Path(__file__).parents[3] / "src" / "saqta"
ASKING = "\n".join(path.read_text() for room in ("channels", "oversight") for path in (SOURCE / room).rglob("*.py"))


@pytest.mark.parametrize("permission", Permission)
def test_every_permission_is_asked_for_somewhere_and_some_role_has_it(permission: Permission) -> None:
    assert f"Permission.{permission.name}" in ASKING
    assert any(permission in held for held in PERMISSIONS.values())


def test_every_role_stands_in_the_table() -> None:
    assert set(PERMISSIONS) == set(Role)


def test_who_says_who_may_act_does_not_act_on_people() -> None:
    assert not PERMISSIONS[Role.ADMINISTRATOR] & (PERMISSIONS[Role.OPERATOR] | PERMISSIONS[Role.ADVISER])
