"""Which working pages there are, who may open them, and what they are called."""

from __future__ import annotations

from typing import NamedTuple

from saqta.access.permissions import Permission
from saqta.basis.text import Text
from saqta.channels.desk.wording.complaints import COMPLAINTS
from saqta.channels.desk.wording.corrections import CORRECTIONS
from saqta.channels.desk.wording.inspections import INSPECTIONS
from saqta.channels.desk.wording.notices import NOTICES
from saqta.channels.desk.wording.opinions import OPINIONS
from saqta.channels.desk.wording.orders import ORDERS
from saqta.channels.desk.wording.people import PEOPLE
from saqta.channels.desk.wording.plans import PLANS
from saqta.channels.desk.wording.questions import QUESTIONS
from saqta.channels.desk.wording.scripts import SCRIPTS
from saqta.channels.desk.wording.start import START
from saqta.channels.desk.wording.watching import WATCHING


class Entry(NamedTuple):
    """One line of the menu."""

    permission: Permission
    path: str
    name: Text
    says: Text


MENU: tuple[Entry, ...] = (
    Entry(Permission.READ_INSPECTIONS, "inspections/", INSPECTIONS["title"], INSPECTIONS["says"]),
    Entry(Permission.READ_INSPECTIONS, "inspections/planning/", INSPECTIONS["planning"], INSPECTIONS["planning_says"]),
    Entry(Permission.READ_INSPECTIONS, "inspections/inbox/", COMPLAINTS["inbox"], COMPLAINTS["inbox_says"]),
    Entry(Permission.APPOINT_INSPECTIONS, "inspections/appoint/", INSPECTIONS["appoint"], INSPECTIONS["appoint_says"]),
    Entry(Permission.KEEP_PLANS, "plans/", PLANS["title"], PLANS["says"]),
    Entry(Permission.READ_A_PERSON, "people/", PEOPLE["title"], PEOPLE["says"]),
    Entry(Permission.READ_A_PERSON, "scripts/", SCRIPTS["title"], SCRIPTS["says"]),
    Entry(Permission.READ_ORDERS, "orders/", ORDERS["title"], ORDERS["says"]),
    Entry(Permission.APPROVE_NOTICES, "notices/", NOTICES["title"], NOTICES["says"]),
    Entry(Permission.WRITE_NOTICES, "opinions/", OPINIONS["title"], OPINIONS["says"]),
    Entry(Permission.ANSWER_DISPUTES, "questions/looks/", QUESTIONS["looks"], QUESTIONS["looks_says"]),
    Entry(Permission.ANSWER_REQUESTS, "questions/categories/", QUESTIONS["categories"], QUESTIONS["categories_says"]),
    Entry(Permission.RECORD_COMPLAINTS, "complaints/", COMPLAINTS["title"], COMPLAINTS["says"]),
    Entry(Permission.DECIDE_CORRECTIONS, "corrections/", CORRECTIONS["title"], CORRECTIONS["says"]),
    Entry(Permission.WATCH_LOOKS, "looks/", WATCHING["title"], WATCHING["says"]),
    Entry(Permission.READ_A_PERSON, "ties/", WATCHING["ties"], WATCHING["ties_says"]),
    Entry(Permission.READ_SIGN_INS, "sign-ins/", START["sign-ins"], START["sign-ins_says"]),
)
