"""What people said of answers, waiting for an editor."""

from __future__ import annotations

from django.http import HttpResponse

from saqta.access.permissions import Permission
from saqta.basis.days import day_text
from saqta.basis.refusal import Refused
from saqta.channels.desk.fields import read_version
from saqta.channels.desk.pages import Work, working_page
from saqta.channels.desk.wording.opinions import OPINIONS
from saqta.notices.actions import settle_opinions
from saqta.notices.queries import waiting_opinions

_COLUMNS = ("place", "wrong", "not_helped", "helped", "latest")


@working_page(Permission.WRITE_NOTICES)
def opinions(work: Work) -> HttpResponse:
    """The answers of which something was said, the worst first; one is settled with the opinions that were shown, so
    that those told meanwhile go on waiting."""
    if work.sent:
        try:
            settle_opinions(work.typed("place"), read_version(work, "last"), by=work.member.by, at=work.at)
        except Refused as refused:
            return work.refused("desk/opinions.html", _values(work), refused)
        return work.go("opinions/")
    return work.page("desk/opinions.html", _values(work))


def _values(work: Work) -> dict[str, object]:
    lines = [
        (_name(work, found.place), f"/{work.language}/{found.place}/", found, work.say(day_text(found.told_on)))
        for found in waiting_opinions()
    ]
    return {
        "lines": lines,
        "columns": [work.say(OPINIONS[name]) for name in _COLUMNS],
        "said": {name: work.say(OPINIONS[name]) for name in ("title", "says", "settle", "nothing")},
    }


def _name(work: Work, place: str) -> str:
    """What the answer is about, in words."""
    kind, _, code = place.partition("/")
    return work.say(work.book.service(code).name if kind == "free" else OPINIONS[kind])
