"""Whose process this is: the user of the operating system, whom nothing typed can make another."""

from __future__ import annotations

import os
import pwd


def owner() -> str:
    """The name of the user who owns this process, and not what the environment says it is."""
    user = os.getuid()
    try:
        name = pwd.getpwuid(user).pw_name
    except KeyError:
        name = f"uid-{user}"
    return name[:32]
