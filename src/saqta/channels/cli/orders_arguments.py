"""What may be typed after ``saqta orders``, ``saqta worker`` and ``saqta gateway``."""

from __future__ import annotations

import argparse
from typing import Any

from saqta.channels.cli.gateway_arguments import gateway_arguments


def orders_arguments(commands: Any) -> list[argparse.ArgumentParser]:
    """The commands about orders, and about the gateway through which some come; ``commands`` is the group that
    argparse has no public name for."""
    worker = commands.add_parser("worker", help="answer the orders for certificates; part of serve")
    worker.add_argument("--beside-server", action="store_true", help="end when the server that started it ends")
    orders = commands.add_parser("orders", help="orders that are late or were set aside, and certificates")
    actions = orders.add_subparsers(dest="action", required=True, metavar="command")
    listed = actions.add_parser("list", help="those for the staff to look into")
    back = actions.add_parser("put-back", help="let the workers try again")
    back.add_argument("id", metavar="ID", help="as the list shows it")
    close = actions.add_parser("close", help="end an order that was set aside; the person reads why")
    close.add_argument("id", metavar="ID", help="as the list shows it")
    close.add_argument(
        "--explanation",
        required=True,
        choices=("data-contradict", "answered-elsewhere", "our-fault"),
        help="what the person is told, in their language",
    )
    revoke = actions.add_parser("revoke", help="a certificate no longer counts")
    revoke.add_argument("id", metavar="ID", help="the number on the certificate")
    revoke.add_argument("--reason", required=True, metavar="WORDS", help="why; kept for ever, so name nobody")
    prove = actions.add_parser("prove", help="a proof of identity of an invented person (demonstration only)")
    prove.add_argument("--iin", required=True, metavar="N", help="whose")
    return [worker, listed, back, close, revoke, prove, *gateway_arguments(commands)]
