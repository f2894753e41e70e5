"""``saqta bot``: answers in Telegram until it is stopped."""

from __future__ import annotations

import fcntl
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

from django.conf import settings

from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text
from saqta.channels.cli.arguments import Arguments
from saqta.channels.cli.output import Page
from saqta.channels.opening import register

RUNNING = "saqta.channels.telegram.running"
"""The bot is a channel of its own, so it is named here and not imported, as the commands themselves are."""
_RUNS_ALREADY = Text(
    ru="Здесь уже работает бот. Двум нельзя: остановите первый.",
    kk="Мұнда бот жұмыс істеп тұр. Екеуіне болмайды: алдымен біріншісін тоқтатыңыз.",
    en="A bot runs here already. There cannot be two: stop the first.",
)


def run(arguments: Arguments) -> int:
    webhook = (arguments.host, arguments.whole_number("port", least=1)) if arguments.webhook else None
    page = Page(arguments.language)

    def say(text: Text) -> None:
        page.say(text)
        sys.stdout.flush()

    with register(), _alone():
        running = import_module(RUNNING)
        try:
            running.run(webhook=webhook, say=say)
        except running.Ended as ended:
            sys.stderr.write(f"{ended.text.in_language(arguments.language)}\n")
            return 1
    return 0


@contextmanager
def _alone() -> Iterator[None]:
    """That no other bot runs beside this register; the lock is gone with the process, however it ends."""
    with (settings.SAQTA_HOME / "telegram.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Refused(Fault("bot-runs-already", _RUNS_ALREADY)) from None
        yield
