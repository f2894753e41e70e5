"""The notices of a register. Apart from how notices are shown, because most readers have no register to open."""

from __future__ import annotations

from saqta.channels.opening import register

# isort: split
# Rooms that store rows are importable once the register's settings are known.
from saqta.notices.queries import every_version
from saqta.notices.records import Notice


def kept(key: str | None) -> tuple[Notice, ...]:
    """Every version the register knows, those of the product among them."""
    with register():
        return every_version(key)
