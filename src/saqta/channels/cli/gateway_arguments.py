"""What may be typed after ``saqta gateway``."""

from __future__ import annotations

import argparse
from typing import Any


def gateway_arguments(commands: Any) -> list[argparse.ArgumentParser]:
    """The commands about the state gateway; ``commands`` is the group that argparse has no public name for."""
    gateway = commands.add_parser("gateway", help="the state gateway: what went through it, and how to ask")
    actions = gateway.add_subparsers(dest="action", required=True, metavar="command")
    listed = actions.add_parser("list", help="the latest exchanges; they name nobody")
    show = actions.add_parser("show", help="a message or its answer, as it went over the wire")
    show.add_argument("id", metavar="ID", help="as the list shows it")
    which = show.add_mutually_exclusive_group()
    which.add_argument("--answer", action="store_true", help="what was answered instead of what was sent")
    which.add_argument("--time-stamp", action="store_true", help="the token of an authority of time about the answer")
    ask = actions.add_parser("ask", help="a signed message about an invented person, to be posted (demonstration only)")
    ask.add_argument("--iin", required=True, metavar="N", help="about whom")
    ask.add_argument("--certificate", action="store_true", help="order the certificate instead of asking the status")
    return [listed, show, ask]
