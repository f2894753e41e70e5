"""What may be typed after ``saqta inspections`` to lead one inspection, and to read it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

_PLAIN = {
    "register": "the act of appointment was registered, under --document",
    "refuse": "its registration was refused",
    "notify": "the clinic was told",
    "begin": "the inspectors are at the clinic",
    "extend": "the term is extended once by as much",
    "suspend": "the inspection rests",
    "resume": "it goes on",
    "remove": "it is removed from the register, for example because the clinic does not work",
    "complete": "the act on the results; they follow from the answers",
}
_MEASURES = (
    *("suspend_activity", "suspend_part", "remove_person", "prescription", "fine"),
    *("court_suspension", "permit_suspension", "representation"),
)
_TOPICS = ("harm", "threat", "anaesthesia", "no_permit", "payment", "other")


def step_arguments(actions: Any, law_options: Any) -> list[argparse.ArgumentParser]:
    """The commands that lead an inspection or read it; ``actions`` is the group of ``saqta inspections``."""
    return [
        *_beginnings(actions),
        *(_step(actions.add_parser(name, help=says)) for name, says in _PLAIN.items()),
        *_further_steps(actions),
        *_reading(actions),
        *_law(actions, law_options),
    ]


def _step(command: argparse.ArgumentParser) -> argparse.ArgumentParser:
    command.add_argument("--id", required=True, metavar="ID", help="which inspection")
    command.add_argument("--seen", required=True, metavar="N", help="the version you looked at, as shown")
    _told(command)
    return command


def _told(command: argparse.ArgumentParser) -> None:
    command.add_argument("--reason", required=True, metavar="TEXT", help="why, without names of patients")
    command.add_argument("--on", metavar="DAY", help="the day it was done; by default today")
    command.add_argument("--document", metavar="N", help="the number of its paper")


def _beginnings(actions: Any) -> list[argparse.ArgumentParser]:
    appoint = actions.add_parser("appoint", help="appoint an inspection of a clinic")
    appoint.add_argument("--clinic", required=True, metavar="ID", help="as saqta clinics find shows it")
    appoint.add_argument("--ground", required=True, metavar="CODE", help="as saqta inspections grounds shows it")
    appoint.add_argument("--size", required=True, choices=("micro", "other"), help="of the business: sets the term")
    appoint.add_argument(
        "--inspector", required=True, action="append", metavar="ID", help="as saqta staff list shows it; may repeat"
    )
    appoint.add_argument("--campaign", metavar="ID", help="the campaign it belongs to")
    appoint.add_argument("--follows", metavar="ID", help="the inspection whose measures it follows up")
    appoint.add_argument("--complaint", metavar="ID", help="the complaint that gave cause")
    _told(appoint)
    campaign = actions.add_parser("campaign", help="open a campaign: inspections that belong together")
    for language in ("ru", "kk", "en"):
        campaign.add_argument(f"--name-{language}", required=True, metavar="NAME")
    campaign.add_argument("--ordered-by", required=True, metavar="PAPER", help="the paper that ordered it")
    complain = actions.add_parser("complain", help="record that somebody complained about a clinic")
    complain.add_argument("--clinic", required=True, metavar="ID")
    complain.add_argument("--topic", required=True, choices=_TOPICS)
    complain.add_argument("--reference", required=True, metavar="N", help="the number the complaint is kept under")
    complain.add_argument("--anonymous", action="store_true", help="it names nobody")
    for command in (campaign, complain):
        command.add_argument("--on", metavar="DAY", help="by default today")
    return [appoint, campaign, complain]


def _further_steps(actions: Any) -> list[argparse.ArgumentParser]:
    inspectors = _step(actions.add_parser("inspectors", help="change who inspects"))
    inspectors.add_argument("--inspector", required=True, action="append", metavar="ID", help="everybody from now on")
    answer = _step(actions.add_parser("answer", help="answer rows of the check-list"))
    answer.add_argument("answers", nargs="+", metavar="ROW=ANSWER", help="met, not_met or not_checked")
    measure = _step(actions.add_parser("measure", help="a measure that follows from the inspection"))
    measure.add_argument("--kind", required=True, choices=_MEASURES)
    measure.add_argument("--lasts-to", metavar="DAY", help="the last day to mend the violation, or of the suspension")
    measure.add_argument("--amount", metavar="TENGE", help="of a fine")
    dispute = _step(actions.add_parser("dispute", help="the clinic objects, complains or sues"))
    dispute.add_argument("--kind", required=True, choices=("objection", "complaint", "claim"))
    dispute.add_argument("--measure", metavar="ID", help="left out: the whole result")
    decide = _step(actions.add_parser("decide", help="what was decided on a dispute"))
    decide.add_argument("--dispute", required=True, metavar="ID")
    decide.add_argument("--decision", required=True, choices=("kept", "annulled"))
    return [inspectors, answer, measure, dispute, decide]


def _reading(actions: Any) -> list[argparse.ArgumentParser]:
    show = actions.add_parser("show", help="one inspection with its history")
    following = actions.add_parser("next", help="the steps the law allows from here, with articles")
    due = actions.add_parser("due", help="inspections whose term has come to its end")
    inbox = actions.add_parser("inbox", help="complaints and serious complications no inspection has answered yet")
    for command in (show, following):
        command.add_argument("--id", required=True, metavar="ID", help="which inspection")
    for command in (following, due, inbox):
        command.add_argument("--on", metavar="DAY", help="by default today")
    for command in (due, inbox):
        command.add_argument("--region", metavar="CODE", help="the first digits of the region's code")
    return [show, following, due, inbox]


def _law(actions: Any, law_options: Any) -> list[argparse.ArgumentParser]:
    grounds = actions.add_parser("grounds", help="the grounds on which an inspection may be appointed on a day")
    checklist = actions.add_parser("checklist", help="the rows of the check-list of a day")
    measures = actions.add_parser("measures", help="may an urgent measure be applied to a clinic; needs no register")
    measures.add_argument("--facts", required=True, type=Path, metavar="FILE", help="- reads it from standard input")
    law_options(measures)
    for command in (grounds, checklist, measures):
        command.add_argument("--on", metavar="DAY", help="by default today")
    return [grounds, checklist, measures]
