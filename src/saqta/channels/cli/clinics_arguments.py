"""What may be typed after ``saqta clinics``."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any


def clinics_arguments(commands: Any) -> list[argparse.ArgumentParser]:
    """The commands about clinics; ``commands`` is the group that argparse has no public name for."""
    clinics = commands.add_parser("clinics", help="clinics: where they are, what they may do, what is free there")
    actions = clinics.add_subparsers(dest="action", required=True, metavar="command")
    find = actions.add_parser("find", help="clinics by name or BIN, region, service, contract, distance")
    find.add_argument("words", nargs="*", metavar="WORDS", help="of the name, in any of the alphabets, or a BIN")
    find.add_argument("--region", metavar="КАТО", help="nine digits; places inside it count")
    find.add_argument("--service", metavar="CODE", help="where the Fund buys care of its kind")
    find.add_argument("--contract", choices=("yes", "no"), help="with a contract with the Fund, or none known")
    find.add_argument("--near", metavar="LAT,LON", help="the nearest first, as 43.238949,76.889709")
    find.add_argument("--limit", metavar="N", help="how many, at most 50; by default 20")
    find.add_argument("--on", metavar="DAY", help="the day of the contracts; by default today")
    show = actions.add_parser("show", help="the public card of one clinic")
    show.add_argument("id", metavar="ID", help="as find shows it")
    show.add_argument("--on", metavar="DAY", help="by default today")
    show.add_argument("--poster", type=Path, metavar="FILE", help="a page for the wall, A4, with the way to the card")
    show.add_argument("--site", metavar="URL", help="where the pages are served, for the poster")
    return [find, show]
