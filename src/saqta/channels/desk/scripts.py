"""What is read to callers who ask what most callers ask: data in three languages, reachable from the first page."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import msgspec
from django.http import HttpResponse

from saqta.access.permissions import Permission
from saqta.basis.text import Text
from saqta.channels.desk.pages import Work, working_page
from saqta.channels.desk.people import ALOUD, aloud_lines
from saqta.channels.desk.wording.scripts import SCRIPTS


class Script(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A question that callers ask, what is read to them, and the provisions that it rests on."""

    key: str
    title: Text
    says: Text
    cites: tuple[str, ...]


@lru_cache(maxsize=1)
def every_script() -> tuple[Script, ...]:
    """All of them, in the order in which they are shown."""
    return msgspec.yaml.decode(Path(__file__).with_name("scripts.yaml").read_bytes(), type=tuple[Script, ...])


@working_page(Permission.READ_A_PERSON)
def scripts(work: Work) -> HttpResponse:
    """Every script, folded up under its question."""
    law = work.book.on(work.today)
    shown = [
        {
            "key": script.key,
            "title": work.say(script.title),
            "aloud": aloud_lines(script.says),
            "meaning": work.say(script.says) if work.language not in ALOUD else "",
            "cites": work.cited(map(law.cite, script.cites)),
        }
        for script in every_script()
    ]
    return work.page("desk/scripts.html", {"said": work.words(SCRIPTS), "scripts": shown})
