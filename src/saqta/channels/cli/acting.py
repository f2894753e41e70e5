"""Who is at this terminal: the user of the operating system, whom nothing typed can make another."""

from __future__ import annotations

import os
import pwd

from saqta.channels import opening  # noqa: F401  # rooms that store rows are importable after it

# isort: split
from saqta.access.permissions import Permission
from saqta.access.queries import acting


def actor(permission: Permission) -> str:
    """The actor whom the journal is to name; raises ``Refused`` for somebody on the staff who may not do this.

    The name is that of the user who owns this process and not what the environment says it is.
    """
    user = os.getuid()
    try:
        name = pwd.getpwuid(user).pw_name
    except KeyError:
        name = f"uid-{user}"
    return acting(name[:32], permission)
