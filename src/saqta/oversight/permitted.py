"""Which permission writes down which step."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from saqta.access.permissions import Permission
from saqta.rules.inspections import Step

PERMITS: Mapping[Step, Permission] = MappingProxyType(
    {
        Step.APPOINT: Permission.APPOINT_INSPECTIONS,
        Step.REGISTER: Permission.APPOINT_INSPECTIONS,
        Step.REFUSE_REGISTRATION: Permission.APPOINT_INSPECTIONS,
        Step.CHANGE_PARTICIPANTS: Permission.APPOINT_INSPECTIONS,
        Step.EXTEND: Permission.APPOINT_INSPECTIONS,
        Step.SUSPEND: Permission.APPOINT_INSPECTIONS,
        Step.RESUME: Permission.APPOINT_INSPECTIONS,
        Step.REMOVE: Permission.APPOINT_INSPECTIONS,
        Step.GIVE_NOTICE: Permission.CONDUCT_INSPECTIONS,
        Step.BEGIN: Permission.CONDUCT_INSPECTIONS,
        Step.RECORD_FINDING: Permission.CONDUCT_INSPECTIONS,
        Step.COMPLETE: Permission.CONDUCT_INSPECTIONS,
        Step.PRESCRIBE: Permission.CONDUCT_INSPECTIONS,
        Step.IMPOSE_FINE: Permission.CONDUCT_INSPECTIONS,
        Step.RECORD_COURT_SUSPENSION: Permission.CONDUCT_INSPECTIONS,
        Step.OBJECT: Permission.CONDUCT_INSPECTIONS,
        Step.APPEAL: Permission.CONDUCT_INSPECTIONS,
        Step.TAKE_URGENT_MEASURE: Permission.TAKE_URGENT_MEASURES,
        Step.SUSPEND_PERMIT: Permission.TAKE_URGENT_MEASURES,
        Step.REPRESENT: Permission.TAKE_URGENT_MEASURES,
        Step.END_MEASURE: Permission.CONDUCT_INSPECTIONS,
        Step.DECIDE_APPEAL: Permission.DECIDE_DISPUTES,
    }
)
"""Whoever inspected does not write down what was decided about their own act: that is a permission of its own."""

NAMED_ONLY = frozenset({Step.BEGIN, Step.RECORD_FINDING, Step.COMPLETE})
"""What only those do who are named in the act: another inspector joins by a change of participants first."""

READING = Permission.READ_INSPECTIONS
"""What a channel asks for before it shows an inspection that is not over; the public card needs none."""
