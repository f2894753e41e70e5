"""What may be typed after ``saqta plans``."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any


def plans_arguments(commands: Any) -> list[argparse.ArgumentParser]:
    """The commands of plans of anaesthesia; ``commands`` is the group that argparse has no public name for."""
    plans = commands.add_parser("plans", help="plans of anaesthesia for children, consents, sessions, incidents")
    actions = plans.add_subparsers(dest="action", required=True, metavar="command")
    listed = actions.add_parser("list", help="the plans of a clinic")
    listed.add_argument("--bin", required=True, metavar="BIN", help="the organisation of the clinic")
    listed.add_argument("--place", required=True, metavar="PLACE", help="its place, as the register knows it")
    file = actions.add_parser("file", help="a new plan, from a JSON document; it gets a number")
    change = actions.add_parser("change", help="another plan in its place; the parents are asked anew")
    change.add_argument("--version", required=True, metavar="N", help="the version that you had before you")
    note = actions.add_parser("note", help="what was found: examinations, equipment")
    link = actions.add_parser("link", help="a new link for the parents; an earlier one works no longer")
    link.add_argument("--site", default="http://127.0.0.1:8000", metavar="ADDRESS", help="where the pages are")
    link.add_argument("--qr", type=Path, metavar="FILE", help="write the link as a picture to be scanned (SVG)")
    override = actions.add_parser("override", help="a physician answers by name for a demand that is not met")
    override.add_argument("--demand", required=True, action="append", metavar="CODE", help="as check names it")
    override.add_argument("--physician", required=True, metavar="NAME", help="who answers for it")
    show = actions.add_parser("show", help="one plan: its state, what the parents decided, everything done with it")
    check = actions.add_parser("check", help="what the law demands of it, and what stands in the way")
    go_ahead = actions.add_parser("go-ahead", help="mark that it may go ahead; refused while a demand is not met")
    start = actions.add_parser("start", help="the anaesthesia begins now")
    complication = actions.add_parser("complication", help="something went wrong; a serious one opens an incident")
    session = actions.add_parser("session", help="what was done, tooth by tooth, from a JSON document")
    withdrawal = actions.add_parser("withdrawal", help="the parents took their consent back by word")
    withdraw = actions.add_parser("withdraw", help="the clinic gives the plan up")
    for command in (override, withdraw):
        command.add_argument("--reason", required=True, metavar="TEXT", help="why")
    consent = actions.add_parser("consent", help="the document that the parents signed last, as PDF")
    consent.add_argument("--to", required=True, type=Path, metavar="FILE", help="where to write it")
    verify = actions.add_parser("verify", help="was this PDF signed here, unaltered, and does it still stand?")
    incidents = actions.add_parser("incidents", help="serious complications")
    incidents.add_argument("--after", default="0", metavar="N", help="those after this number")
    of_one = (change, note, link, override, show, check, go_ahead, start, complication, session, withdrawal, withdraw)
    for command in (*of_one, consent):
        command.add_argument("number", metavar="NUMBER", help="the number of the plan")
    for command in (file, change, note, complication, session):
        command.add_argument("file", type=Path, metavar="FILE", help="- reads it from standard input")
    verify.add_argument("file", type=Path, metavar="FILE")
    return [listed, file, *of_one, consent, verify, incidents]
