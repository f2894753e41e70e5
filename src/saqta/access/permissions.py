"""What can be permitted, and which role may do what: one list and one table."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType


class Permission(Enum):
    """Something that not everybody may do."""

    TAKE_IN_FEEDS = "take-in-feeds"
    READ_A_PERSON = "read-a-person"
    COPY_THE_REGISTER = "copy-the-register"
    KEEP_STAFF = "keep-staff"
    WRITE_NOTICES = "write-notices"
    APPROVE_NOTICES = "approve-notices"


class Role(Enum):
    """What somebody is employed as."""

    OPERATOR = "operator"
    ADVISER = "adviser"
    EDITOR = "editor"
    ADMINISTRATOR = "administrator"


PERMISSIONS: Mapping[Role, frozenset[Permission]] = MappingProxyType(
    {
        Role.OPERATOR: frozenset({Permission.TAKE_IN_FEEDS}),
        Role.ADVISER: frozenset({Permission.READ_A_PERSON}),
        # Every editor may do both, and nobody both with one notice: the database holds that.
        Role.EDITOR: frozenset({Permission.WRITE_NOTICES, Permission.APPROVE_NOTICES}),
        # Whoever says who may act does not act, so that nobody grants and uses a permission alone.
        Role.ADMINISTRATOR: frozenset({Permission.COPY_THE_REGISTER, Permission.KEEP_STAFF}),
    }
)
"""What each role may do; what is not named here it may not."""
