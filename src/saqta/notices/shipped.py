"""The notices that ship with the product: shown without a register, reviewed like its code.

They stand in ``announcements.yaml`` in the order of their versions; what the register publishes later under a key
follows them.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from pathlib import Path

import msgspec

from saqta.notices.records import Announcement, Notice

ANNOUNCEMENTS = Path(__file__).with_name("announcements.yaml")


@lru_cache(maxsize=1)
def shipped() -> tuple[Notice, ...]:
    """Every shipped version, numbered from one within its key."""
    announcements = msgspec.yaml.decode(ANNOUNCEMENTS.read_bytes(), type=tuple[Announcement, ...])
    count: Counter[str] = Counter()
    found: list[Notice] = []
    for says in announcements:
        count[says.key] += 1
        found.append(Notice(says, count[says.key]))
    return tuple(found)
