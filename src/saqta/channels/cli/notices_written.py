"""Notices of the register: those it holds, and writing new ones by two people."""

from __future__ import annotations

from saqta.basis.text import Text
from saqta.channels.cli.acting import actor
from saqta.channels.cli.arguments import Arguments
from saqta.channels.cli.facts import read_facts
from saqta.channels.cli.notices_shown import shown
from saqta.channels.cli.output import Page, print_json
from saqta.channels.clock import now
from saqta.channels.opening import register

# isort: split
# Rooms that store rows are importable once the register's settings are known.
from saqta.access.permissions import Permission
from saqta.law.book import load
from saqta.notices.actions import approve_notice, draft_notice
from saqta.notices.records import Announcement

_DRAFTED = Text(
    ru="Записано как версия {number}. Утвердить должен другой человек: saqta notices approve {key}",
    kk="{number}-нұсқа болып жазылды. Оны басқа адам бекітуі тиіс: saqta notices approve {key}",
    en="Kept as version {number}. Another person must approve it: saqta notices approve {key}",
)
_APPROVED = Text(
    ru="Версия {number} опубликована.", kk="{number}-нұсқа жарияланды.", en="Version {number} is published."
)


def run(arguments: Arguments) -> int:
    at = now()
    with register():
        if arguments.action == "draft":
            says = read_facts(arguments.file, Announcement, "FILE")
            notice = draft_notice(says, book=load(), by=actor(Permission.WRITE_NOTICES), at=at)
            text = _DRAFTED
        else:
            notice = approve_notice(arguments.key, by=actor(Permission.APPROVE_NOTICES), at=at)
            text = _APPROVED
    if arguments.as_json:
        print_json(shown(notice))
    else:
        Page(arguments.language).say(text.fill(number=str(notice.number), key=notice.says.key))
    return 0
