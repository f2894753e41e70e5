"""The first working page, and who signed in."""

from __future__ import annotations

from django.http import HttpResponse

from saqta.access.permissions import Permission
from saqta.access.queries import attempts
from saqta.basis.refusal import Refused
from saqta.basis.regions import region_of
from saqta.channels.clock import KAZAKHSTAN
from saqta.channels.desk.menu import MENU
from saqta.channels.desk.pages import Work, working_page
from saqta.channels.desk.wording.start import OUTCOMES, START

_ATTEMPTS_SHOWN = 200


@working_page(None)
def start(work: Work) -> HttpResponse:
    """Where somebody can go from here."""
    doors = [
        (f"/desk/{work.language}/{entry.path}", work.say(entry.name), work.say(entry.says))
        for entry in MENU
        if work.member.may(entry.permission)
    ]
    return work.page("desk/home.html", {"doors": doors, "place": _place(work)})


@working_page(Permission.READ_SIGN_INS)
def sign_ins(work: Work) -> HttpResponse:
    """The latest attempts to sign in and what was refused afterwards."""
    rows = [
        (
            f"{found.at.astimezone(KAZAKHSTAN):%d.%m.%Y %H:%M:%S}",
            found.name or work.say(START["nobody"]),
            work.say(OUTCOMES[found.outcome]),
            found.permission,
        )
        for found in attempts(_ATTEMPTS_SHOWN)
    ]
    columns = [work.say(START[name]) for name in ("moment", "member", "outcome")]
    told = {"heading": work.say(START["sign-ins"]), "lead": work.say(START["sign-ins_says"])}
    return work.page("desk/sign_ins.html", {**told, "columns": columns, "rows": rows})


def _place(work: Work) -> str:
    """The region of a member, by its name where the digits are those of one."""
    region = work.member.scope.region
    if region is None:
        return ""
    try:
        return work.say(region_of(region.ljust(9, "0")).name)
    except Refused:
        return work.say(START["region"].fill(region=region))
