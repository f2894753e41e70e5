"""``saqta follow``: keeps the statuses up to date with the journal until it is stopped."""

from __future__ import annotations

import os
import signal
import threading

from django.conf import settings

from saqta.basis.text import Text
from saqta.channels.cli.arguments import Arguments
from saqta.channels.cli.output import Page
from saqta.channels.opening import register

# isort: split
# The rooms that keep rows can be imported only after the register's settings are known.
from saqta.channels.following import PAUSE, Followed, Following
from saqta.law.book import load

_FOLLOWING = Text(
    ru="Статусы следуют за журналом. Остановить: Ctrl-C",
    kk="Мәртебелер журналға ілеседі. Тоқтату: Ctrl-C",
    en="The statuses follow the journal. To stop: Ctrl-C",
)


def run(arguments: Arguments) -> int:
    stopped, parent = threading.Event(), os.getppid()
    for ending in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, lambda *_: stopped.set())
    with register():
        if not arguments.beside_server:
            Page(arguments.language).say(_FOLLOWING)
        following = Following(load(), settings.SAQTA_READS, Followed(settings.SAQTA_FOLLOWED))
        while not stopped.wait(PAUSE):
            following.try_to_look()
            if arguments.beside_server and os.getppid() != parent:
                break  # the server was killed, and whoever is killed stops nobody
        following.look()  # what was answered last
    return 0
