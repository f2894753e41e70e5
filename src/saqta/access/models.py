"""Rows of those who may act, and what the database itself refuses."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from saqta.access.permissions import Role
from saqta.journal.models import Entry


class StaffMember(models.Model):
    """Somebody who may act. A row is never removed, because the journal goes on naming it: it is disabled."""

    id = models.UUIDField(primary_key=True)
    name = models.CharField(max_length=100)
    role = models.CharField(max_length=20)
    system_user = models.CharField(max_length=32, null=True)  # null says that none is theirs
    recorded = models.ForeignKey(Entry, models.PROTECT, related_name="+", db_index=False)
    disabled = models.ForeignKey(Entry, models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(role__in=[role.value for role in Role]), name="staff_member_has_a_known_role"
            ),
            models.CheckConstraint(condition=~Q(name="") & ~Q(system_user=""), name="staff_member_is_named"),
            models.UniqueConstraint(
                fields=["system_user"], condition=Q(disabled=None), name="staff_system_user_is_one_person"
            ),
        )
