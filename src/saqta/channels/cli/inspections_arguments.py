"""What may be typed after ``saqta inspections``."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from saqta.channels.cli.inspections_step_arguments import step_arguments


def inspections_arguments(commands: Any, law_options: Any) -> list[argparse.ArgumentParser]:
    """The commands about inspections; ``commands`` is the group that argparse has no public name for."""
    inspections = commands.add_parser("inspections", help="state control of clinics: inspections, measures, figures")
    actions = inspections.add_subparsers(dest="action", required=True, metavar="command")
    published = actions.add_parser("published", help="what others published, and whether it fits together")
    report = actions.add_parser("report", help="how inspections stood on a day, in totals that add up")
    report.add_argument("--on", metavar="DAY", help="by default today")
    report.add_argument("--campaign", metavar="NAME", help="only its inspections; the name or the identifier")
    for kind, what in (("html", "one page"), ("xlsx", "a workbook")):
        report.add_argument(
            f"--{kind}", nargs="?", const="-", metavar="FILE", help=f"{what}; without a file to standard output"
        )
    report.add_argument("--charts", type=Path, metavar="FOLDER", help="every chart as SVG, PNG and CSV")
    risk = actions.add_parser("risk", help="which clinic to inspect next, and why; for those who plan, not a verdict")
    risk.add_argument("--on", metavar="DAY", help="by default today")
    risk.add_argument("--region", metavar="NAME", help="only its clinics; the name or the first digits of the code")
    risk.add_argument("--most", type=int, default=20, metavar="N", help="how many; by default 20")
    risk.add_argument("--clinic", metavar="ID", help="one clinic, whatever its points")
    return [published, report, risk, *step_arguments(actions, law_options)]
