"""What may be typed after ``saqta inspections``."""

from __future__ import annotations

import argparse
from typing import Any


def inspections_arguments(commands: Any) -> list[argparse.ArgumentParser]:
    """The commands about inspections; ``commands`` is the group that argparse has no public name for."""
    inspections = commands.add_parser("inspections", help="state control of clinics, in figures that add up")
    actions = inspections.add_subparsers(dest="action", required=True, metavar="command")
    published = actions.add_parser("published", help="what others published, and whether it fits together")
    return [published]
