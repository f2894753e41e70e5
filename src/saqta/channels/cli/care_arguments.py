"""The arguments of the commands about care: what is free, the questions that settle it, and anaesthesia."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from saqta.channels.cli.plans_arguments import plans_arguments

Options = Callable[[argparse.ArgumentParser], None]


def care_arguments(commands: Any, law_options: Options) -> list[argparse.ArgumentParser]:
    """``entitlement``, ``ask``, ``anaesthesia`` and ``plans``; ``commands`` is the group that argparse has no public
    name for."""
    entitlement = commands.add_parser("entitlement", help="is a service free for a person, under which package, why")
    entitlement.add_argument("--service", required=True, metavar="CODE", help="such as dental.caries-treatment")
    ask = commands.add_parser("ask", help="questions, one at a time, until it is certain whether a service is free")
    ask.add_argument("service", metavar="SERVICE", help="its code, or what you would call it")
    for command in (entitlement, ask):
        command.add_argument(
            "--facts", metavar="FILE", type=Path, help="the facts document; - reads it from standard input"
        )
        command.add_argument(
            "--iin", metavar="N", help="a person of the register; --facts then tells of the need alone"
        )
        command.add_argument("--on", metavar="DAY", help="the day asked about; by default today")
        law_options(command)
    anaesthesia = commands.add_parser(
        "anaesthesia", help="may a dental session under anaesthesia go ahead, what is missing"
    )
    anaesthesia.add_argument(
        "--facts", metavar="FILE", type=Path, required=True, help="the facts document; - reads it from standard input"
    )
    anaesthesia.add_argument("--on", metavar="DAY", help="the day asked about; by default today")
    law_options(anaesthesia)
    return [entitlement, ask, anaesthesia, *plans_arguments(commands)]
