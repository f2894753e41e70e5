"""What may be typed after ``saqta people`` and ``saqta staff``."""

from __future__ import annotations

import argparse
from typing import Any

_ROLES = (
    *("operator", "adviser", "clerk", "editor", "approver", "clinic-doctor"),
    *("inspector", "head-of-inspection", "analyst", "auditor", "administrator"),
)


def people_arguments(commands: Any) -> list[argparse.ArgumentParser]:
    """The commands about the people of the register; ``commands`` is the group that argparse has no public name for."""
    people = commands.add_parser("people", help="the people of the register")
    actions = people.add_subparsers(dest="action", required=True, metavar="command")
    provisional = actions.add_parser("provisional", help="of whom no feed of people has told yet")
    show = actions.add_parser("show", help="what the register holds of a person besides payments")
    show.add_argument("--iin", required=True, metavar="N", help="whose record")
    show.add_argument("--on", metavar="DAY", help="the day of the attachment and the categories; by default today")
    return [provisional, show]


def staff_arguments(commands: Any) -> list[argparse.ArgumentParser]:
    """The commands about those who may act."""
    staff = commands.add_parser("staff", help="who may act on the register")
    actions = staff.add_subparsers(dest="action", required=True, metavar="command")
    add = actions.add_parser("add", help="somebody new")
    add.add_argument("--name", required=True, metavar="NAME")
    add.add_argument("--role", required=True, choices=_ROLES)
    add.add_argument("--system-user", metavar="USER", help="who they are on this machine")
    add.add_argument("--region", metavar="CODE", help="the first digits of the places where they may act")
    add.add_argument("--facility", metavar="ID", help="the clinic of a clinic's doctor")
    enrol = actions.add_parser("enrol", help="let somebody sign in on the working pages; also after a lost password")
    enrol.add_argument("id", metavar="ID", help="as the list shows it")
    enrol.add_argument("--login", required=True, metavar="NAME", help="under which name they sign in")
    code = actions.add_parser("code", help="the code of an invented member of the staff now (demonstration only)")
    code.add_argument("login", metavar="NAME", help="under which name they sign in")
    listed = actions.add_parser("list", help="everybody, also those disabled")
    disable = actions.add_parser("disable", help="from now on this one may do nothing")
    disable.add_argument("id", metavar="ID", help="as the list shows it")
    return [add, enrol, code, listed, disable]
