"""Who is at this terminal: the user of the operating system, whom nothing typed can make another."""

from __future__ import annotations

from saqta.channels import opening  # noqa: F401  # rooms that store rows are importable after it

# isort: split
from saqta.access.permissions import Permission
from saqta.access.queries import acting
from saqta.channels.owner import owner


def actor(permission: Permission) -> str:
    """The actor whom the journal is to name; raises ``Refused`` for somebody on the staff who may not do this."""
    return acting(owner(), permission)
