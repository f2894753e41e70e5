"""The page of a supervisor: looks that stand out, and what was found out; and where everybody says who they are."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice
from uuid import UUID

from django.http import HttpResponse

from saqta.access.permissions import Permission
from saqta.access.queries import name_of
from saqta.access.records import LOOK_OUTCOMES, TIES, StaffRecord
from saqta.access.unusual import Close, Flag
from saqta.access.watching import declare_tie, note_outcome, outcomes, ties_of, unusual_looks
from saqta.basis.days import day_text
from saqta.basis.refusal import Fault, Refused
from saqta.channels.desk.fields import Field, Option, read_choice, read_iin
from saqta.channels.desk.pages import Work, missing, working_page
from saqta.channels.desk.wording.watching import WATCHING
from saqta.registry.clinic_queries import specialists_at
from saqta.registry.queries import find_person
from saqta.registry.representing import represented_by

_DAYS_BACK = 7
_MOST_SHOWN = 200


@working_page(Permission.WATCH_LOOKS)
def watching(work: Work) -> HttpResponse:
    """What stood out in the last days where this supervisor answers; or, when a note was sent, the note."""
    flags = _flags(work)
    if not work.sent:
        return work.page("desk/watching.html", _told(flags, work))
    flag = next((one for one in flags if one.key == work.typed("flag")), None)
    if flag is None:
        return missing(work)
    try:
        outcome = read_choice(work, "outcome", WATCHING["outcome"], LOOK_OUTCOMES)
        note_outcome(flag, outcome, words=work.typed("words"), by=work.member.by, at=work.at)
    except Refused as refused:
        return work.refused("desk/watching.html", _told(flags, work), refused)
    return work.go("looks/")


@working_page(Permission.READ_A_PERSON)
def ties(work: Work) -> HttpResponse:
    """Where whoever may look says who they are and who is close to them. Nobody is shown: the look is at oneself."""
    told = ties_of(work.member.id)
    counted = WATCHING["ties_told"].fill(own=str(len(told.own)), relatives=str(len(told.relatives)))
    kinds = (Option(kind, work.say(WATCHING[f"tie-{kind}"])) for kind in TIES)
    values = {
        "said": work.words(WATCHING),
        "counted": work.say(counted),
        "fields": [
            Field("iin", work.say(WATCHING["iin"]), "number"),
            Field("kind", work.say(WATCHING["kind"]), "choice", options=(Option("", ""), *kinds)),
        ],
    }
    if not work.sent:
        return work.page("desk/ties.html", values)
    try:
        kind = read_choice(work, "kind", WATCHING["kind"], TIES)
        declare_tie(_named(work), kind, by=work.member.by, at=work.at)
    except Refused as refused:
        return work.refused("desk/ties.html", values, refused)
    return work.go("ties/")


def _named(work: Work) -> UUID:
    """The person whose number was typed; raises ``Refused``."""
    person = find_person(read_iin(work))
    if person is None:
        raise Refused(Fault("unknown-person", WATCHING["unknown"], "iin"))
    return person.id


def _flags(work: Work) -> list[Flag]:
    def close(member: StaffRecord, told: Close) -> Close:
        return _known_to_be_close(member, told, work.today)

    first = work.today - timedelta(days=_DAYS_BACK - 1)
    found = unusual_looks(first, work.today, region=work.member.scope.region, relatives=close)
    return list(islice(found, _MOST_SHOWN))


def _known_to_be_close(member: StaffRecord, told: Close, on: date) -> Close:
    """Whom the registry knows besides: those for whom the member may speak, and specialists of their own clinic."""
    represented = {row.represented for own in told.own for row in represented_by(own, on)}
    facility = member.scope.facility
    colleagues = frozenset() if facility is None else specialists_at(facility)
    return Close(told.own, frozenset(told.relatives) | represented, colleagues - set(told.own))


def _told(flags: list[Flag], work: Work) -> dict[str, object]:
    return {
        "said": work.words(WATCHING),
        "flags": [_line(flag, work) for flag in flags],
    }


def _line(flag: Flag, work: Work) -> dict[str, object]:
    options = (Option(code, work.say(WATCHING[code])) for code in LOOK_OUTCOMES)
    return {
        "key": flag.key,
        "who": name_of(flag.by) or flag.by,
        "on": work.say(day_text(flag.on)),
        "says": work.say(flag.says),
        "own": flag.by == work.member.by,
        "outcomes": [(work.say(WATCHING[one]), words, name_of(by) or by) for one, words, by in outcomes(flag.key)],
        "fields": [
            Field("outcome", work.say(WATCHING["outcome"]), "choice", flag.key, options=(Option("", ""), *options)),
            Field("words", work.say(WATCHING["words"]), "words", flag.key),
        ],
    }
