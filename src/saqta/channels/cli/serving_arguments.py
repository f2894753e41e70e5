"""What may be typed after the commands that run until they are stopped: ``saqta serve``, ``follow`` and ``bot``."""

from __future__ import annotations

import argparse
from typing import Any


def serving_arguments(commands: Any) -> list[argparse.ArgumentParser]:
    """These commands; ``commands`` is the group that argparse has no public name for."""
    serve = commands.add_parser("serve", help="answer over HTTP: pages for people, an interface for programs")
    serve.add_argument("--workers", default="2", metavar="N", help="processes that answer")
    follow = commands.add_parser("follow", help="keep the statuses up to date with the journal; part of serve")
    follow.add_argument("--beside-server", action="store_true", help="end when the server that started it ends")
    bot = commands.add_parser("bot", help="answer in Telegram")
    bot.add_argument("--webhook", action="store_true", help="listen for updates instead of asking Telegram for them")
    for command, port in ((serve, "8000"), (bot, "8001")):
        command.add_argument("--host", default="127.0.0.1", metavar="ADDRESS", help="where to listen")
        command.add_argument("--port", default=port, metavar="N")
    return [serve, follow, bot]
