"""What may be typed after ``saqta notices``."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any


def notices_arguments(commands: Any) -> list[argparse.ArgumentParser]:
    """The commands of the notices; ``commands`` is the group that argparse has no public name for."""
    notices = commands.add_parser("notices", help="official announcements, and rumours with what is true")
    actions = notices.add_subparsers(dest="action", required=True, metavar="command")
    listed = actions.add_parser("list", help="those that stand on a day")
    find = actions.add_parser("find", help="those that somebody's words may mean")
    find.add_argument("words", nargs="+", metavar="WORD", help="in any of the languages")
    show = actions.add_parser("show", help="one of them in full, with its earlier versions")
    draft = actions.add_parser("draft", help="a new version, from a JSON document; another person approves it")
    draft.add_argument("file", type=Path, metavar="FILE", help="- reads it from standard input")
    approve = actions.add_parser("approve", help="publish the version that waits; its author cannot")
    for command in (show, approve):
        command.add_argument("key", metavar="KEY", help="as the list shows it")
    for command in (listed, find):
        command.add_argument("--on", metavar="DAY", help="by default today")
    return [listed, find, show, draft, approve]
