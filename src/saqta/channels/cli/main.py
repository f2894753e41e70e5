"""Reads the command line, calls one command, and turns its outcome into an exit status.

0: an answer was given, whatever it says; 2: the input was refused; 1: anything else.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

from saqta.basis.refusal import Refused
from saqta.channels.cli.arguments import Arguments, parser
from saqta.channels.cli.output import ACCIDENT, print_refusal

COMMANDS = {
    "id": "saqta.channels.cli.number",
    "law": "saqta.channels.cli.law",
    "payments": "saqta.channels.cli.payments",
    "status": "saqta.channels.cli.status",
    "contributions": "saqta.channels.cli.contributions",
    "services": "saqta.channels.cli.services",
    "notices": "saqta.channels.cli.notices",
    "entitlement": "saqta.channels.cli.entitlement",
    "ask": "saqta.channels.cli.asking",
    "anaesthesia": "saqta.channels.cli.anaesthesia",
    "plans": "saqta.channels.cli.plans",
    "clinics": "saqta.channels.cli.clinics",
    "inspections": "saqta.channels.cli.inspections",
    "prepare": "saqta.channels.cli.prepare",
    "serve": "saqta.channels.cli.serve",
    "follow": "saqta.channels.cli.follow",
    "worker": "saqta.channels.cli.worker",
    "bot": "saqta.channels.cli.bot",
    "orders": "saqta.channels.cli.orders",
    "gateway": "saqta.channels.cli.gateway",
    "import": "saqta.channels.cli.taking_in",
    "why": "saqta.channels.cli.register_status",
    "history": "saqta.channels.cli.register_status",
    "verify": "saqta.channels.cli.verify",
    "population": "saqta.channels.cli.population",
    "people": "saqta.channels.cli.people",
    "staff": "saqta.channels.cli.staff",
    "backup": "saqta.channels.cli.backup",
    "restore": "saqta.channels.cli.backup",
    "schema": "saqta.channels.cli.schema",
}
"""Where each command lives; imported by name so that one command does not pay for the others."""


def run(arguments: Sequence[str] | None = None) -> NoReturn:
    """The program: runs one command and leaves with its exit status."""
    sys.exit(main(sys.argv[1:] if arguments is None else arguments))


def main(words: Sequence[str]) -> int:
    """Runs one command and returns its exit status."""
    arguments = Arguments(words)
    try:
        arguments.parse(parser())
        command = import_module(COMMANDS[arguments.command])
        status: int = command.run(arguments)
        sys.stdout.flush()
    except Refused as refused:
        print_refusal(refused, arguments.language, as_json=arguments.as_json)
        return 2
    except BrokenPipeError:
        # The reader of our output has seen enough; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # the last line of defence: no traceback with facts in it reaches a terminal
        if os.environ.get("SAQTA_TRACEBACK"):
            raise
        sys.stderr.write(f"{ACCIDENT.fill(kind=type(error).__name__).in_language(arguments.language)}\n")
        return 1
    return status
