"""What can be permitted, and which role may do what: one list and one table."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from saqta.basis.text import Text


class Permission(Enum):
    """Something that not everybody may do."""

    TAKE_IN_FEEDS = "take-in-feeds"
    READ_A_PERSON = "read-a-person"
    PROPOSE_CORRECTIONS = "propose-corrections"
    DECIDE_CORRECTIONS = "decide-corrections"
    WATCH_LOOKS = "watch-looks"
    COPY_THE_REGISTER = "copy-the-register"
    KEEP_STAFF = "keep-staff"
    READ_ORDERS = "read-orders"
    KEEP_ORDERS = "keep-orders"
    WRITE_NOTICES = "write-notices"
    APPROVE_NOTICES = "approve-notices"
    READ_INSPECTIONS = "read-inspections"
    APPOINT_INSPECTIONS = "appoint-inspections"
    CONDUCT_INSPECTIONS = "conduct-inspections"
    TAKE_URGENT_MEASURES = "take-urgent-measures"
    DECIDE_DISPUTES = "decide-disputes"
    RECORD_COMPLAINTS = "record-complaints"
    READ_PLANS = "read-anaesthesia-plans"
    KEEP_PLANS = "keep-anaesthesia-plans"
    ANSWER_FOR_DEMANDS = "answer-for-demands"
    READ_SIGN_INS = "read-sign-ins"
    ANSWER_DISPUTES = "answer-disputes-about-looks"
    ANSWER_REQUESTS = "answer-requests-for-a-category"


class Role(Enum):
    """What somebody is employed as."""

    OPERATOR = "operator"
    """Takes in feeds."""
    ADVISER = "adviser"
    """Answers the line 1406."""
    CLERK = "clerk"
    """Settles what callers ask for in writing."""
    SUPERVISOR = "supervisor"
    """Answers for those who look at people, and settles what they propose."""
    EDITOR = "editor"
    APPROVER = "approver"
    CLINIC_DOCTOR = "clinic-doctor"
    INSPECTOR = "inspector"
    HEAD_OF_INSPECTION = "head-of-inspection"
    ANALYST = "analyst"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"


ROLES: Mapping[Role, Text] = MappingProxyType(
    {
        Role.OPERATOR: Text(ru="оператор загрузки", kk="жүктеу операторы", en="operator of feeds"),
        Role.ADVISER: Text(ru="оператор линии 1406", kk="1406 желісінің операторы", en="operator of the line 1406"),
        Role.CLERK: Text(ru="делопроизводитель", kk="іс жүргізуші", en="clerk"),
        Role.SUPERVISOR: Text(
            ru="старший линии 1406", kk="1406 желісінің аға маманы", en="supervisor of the line 1406"
        ),
        Role.EDITOR: Text(ru="редактор", kk="редактор", en="editor"),
        Role.APPROVER: Text(ru="утверждающий редактор", kk="бекітуші редактор", en="approving editor"),
        Role.CLINIC_DOCTOR: Text(ru="врач клиники", kk="клиника дәрігері", en="doctor of a clinic"),
        Role.INSPECTOR: Text(ru="инспектор", kk="инспектор", en="inspector"),
        Role.HEAD_OF_INSPECTION: Text(ru="руководитель контроля", kk="бақылау басшысы", en="head of inspection"),
        Role.ANALYST: Text(ru="аналитик", kk="талдаушы", en="analyst"),
        Role.AUDITOR: Text(ru="аудитор", kk="аудитор", en="auditor"),
        Role.ADMINISTRATOR: Text(ru="администратор", kk="әкімші", en="administrator"),
    }
)
"""What each role is called."""


PERMISSIONS: Mapping[Role, frozenset[Permission]] = MappingProxyType(
    {
        Role.OPERATOR: frozenset({Permission.TAKE_IN_FEEDS, Permission.READ_ORDERS, Permission.KEEP_ORDERS}),
        Role.ADVISER: frozenset(
            {Permission.READ_A_PERSON, Permission.PROPOSE_CORRECTIONS, Permission.RECORD_COMPLAINTS}
        ),
        # Decisions of courts and higher bodies come in writing, and none of those whose acts they are about keeps them.
        Role.CLERK: frozenset(
            {
                Permission.READ_A_PERSON,
                Permission.PROPOSE_CORRECTIONS,
                # Two clerks settle a correction between them; the database holds that they are two.
                Permission.DECIDE_CORRECTIONS,
                Permission.RECORD_COMPLAINTS,
                Permission.READ_ORDERS,
                Permission.KEEP_ORDERS,
                Permission.DECIDE_DISPUTES,
                Permission.READ_INSPECTIONS,
                Permission.ANSWER_REQUESTS,
            }
        ),
        # Proposes nothing, so that what others propose is settled by somebody who has no part in it.
        Role.SUPERVISOR: frozenset({Permission.READ_A_PERSON, Permission.DECIDE_CORRECTIONS, Permission.WATCH_LOOKS}),
        # Every editor may do both, and nobody both with one notice: the database holds that.
        Role.EDITOR: frozenset({Permission.WRITE_NOTICES, Permission.APPROVE_NOTICES}),
        Role.APPROVER: frozenset({Permission.APPROVE_NOTICES}),
        Role.CLINIC_DOCTOR: frozenset({Permission.READ_PLANS, Permission.KEEP_PLANS, Permission.ANSWER_FOR_DEMANDS}),
        Role.INSPECTOR: frozenset({Permission.READ_INSPECTIONS, Permission.CONDUCT_INSPECTIONS, Permission.READ_PLANS}),
        Role.HEAD_OF_INSPECTION: frozenset(
            {
                Permission.READ_INSPECTIONS,
                Permission.APPOINT_INSPECTIONS,
                Permission.CONDUCT_INSPECTIONS,
                Permission.TAKE_URGENT_MEASURES,
                Permission.RECORD_COMPLAINTS,
                Permission.READ_PLANS,
            }
        ),
        Role.ANALYST: frozenset({Permission.READ_INSPECTIONS}),
        # Sees what others did, and tells people who ask whether a look at them was in order; nothing else.
        Role.AUDITOR: frozenset(
            {
                Permission.READ_INSPECTIONS,
                Permission.READ_PLANS,
                Permission.READ_SIGN_INS,
                Permission.READ_ORDERS,
                Permission.ANSWER_DISPUTES,
            }
        ),
        # Whoever says who may act does not act, so that nobody grants and uses a permission alone.
        Role.ADMINISTRATOR: frozenset({Permission.COPY_THE_REGISTER, Permission.KEEP_STAFF}),
    }
)
"""What each role may do; what is not named here it may not."""
