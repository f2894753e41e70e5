"""Watching over those who look: who is close to them, what stood out, and what a supervisor found out about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from heapq import merge
from typing import cast
from uuid import UUID

from django.db import transaction
from django.utils.timezone import get_default_timezone

from saqta.access.models import LookOutcome, Tie
from saqta.access.permissions import Permission
from saqta.access.queries import require, staff
from saqta.access.records import LookOutcomeKind, StaffRecord, TieKind
from saqta.access.unusual import Close, Flag, flags_of_day, thresholds
from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text
from saqta.journal.actions import record_entry, take_turn
from saqta.journal.queries import changed_under, looks_by
from saqta.journal.records import content_digest

_TEXTS = {
    "tie-known": Text(
        ru="Об этом человеке или о себе вы уже сказали.",
        kk="Бұл адам не өзіңіз туралы айтып қойғансыз.",
        en="You have named this person, or yourself, already.",
    ),
    "own-looks": Text(
        ru="О своих просмотрах решает другой старший.",
        kk="Өз қарауларыңыз туралы басқа аға маман шешеді.",
        en="Another supervisor settles what is about your own looks.",
    ),
    "no-words": Text(
        ru="Напишите, что вы выяснили: до 1000 знаков.",
        kk="Не анықтағаныңызды жазыңыз: 1000 таңбаға дейін.",
        en="Say what you found out, in up to 1000 characters.",
    ),
}
_LONGEST_WORDS = 1000
Relatives = Callable[[StaffRecord, Close], Close]


@transaction.atomic
def declare_tie(person: UUID, kind: TieKind, *, by: str, at: datetime) -> None:
    """That whoever acts is this person of the register, or close to them. Raises ``Refused`` for somebody named
    already."""
    entry = take_turn()
    member = UUID(by.partition(":")[2])
    again = Tie.objects.filter(member=member, person=person).exists()
    if again or (kind == "own" and Tie.objects.filter(member=member, kind="own").exists()):
        raise _refused("tie-known", "iin")
    row = Tie.objects.create(member_id=member, person=person, kind=kind, recorded_id=entry)
    record_entry("declare-tie", by=by, at=at, content=digest_of_tie(row), people=())


@transaction.atomic
def note_outcome(flag: Flag, outcome: LookOutcomeKind, *, words: str, by: str, at: datetime) -> None:
    """What a supervisor found out about something that stood out. Raises ``Refused`` about one's own looks, which the
    database refuses as well, and without a word."""
    entry = take_turn()
    require(by, Permission.WATCH_LOOKS)
    told = words.strip()
    if flag.by == by:
        raise _refused("own-looks")
    if not 0 < len(told) <= _LONGEST_WORDS:
        raise _refused("no-words", "words")
    row = LookOutcome.objects.create(
        recorded_id=entry, flag=flag.key, about=flag.by, outcome=outcome, words=told, noted_by=by, noted_at=at
    )
    record_entry("note-look-outcome", by=by, at=at, content=digest_of_outcome(row), people=())


def ties_of(member: UUID) -> Close:
    """Who a member says they are, and who is close to them."""
    rows = list(Tie.objects.filter(member=member).values_list("kind", "person"))
    return Close(
        own=frozenset(person for kind, person in rows if kind == "own"),
        relatives=frozenset(person for kind, person in rows if kind == "relative"),
    )


def unusual_looks(first: date, last: date, *, region: str | None, relatives: Relatives) -> Iterator[Flag]:
    """What stood out from one day to another, both included, the latest day first, one member and one day at a time;
    of those who act within ``region``. ``relatives`` adds whom the registry knows to be close."""
    watched = [one for one in staff() if region is None or (one.scope.region or "").startswith(region)]
    close = {one.id: relatives(one, ties_of(one.id)) for one in watched}
    for back in range((last - first).days + 1):
        day = last - timedelta(days=back)
        start = datetime.combine(day, time(), get_default_timezone())
        for one in watched:
            looks = looks_by(one.by, start, start + timedelta(days=1))
            yield from flags_of_day(one.by, day, looks, close[one.id], thresholds())


def outcomes(flag: str) -> list[tuple[LookOutcomeKind, str, str]]:
    """What was found out about something that stood out: the outcome, the words and by whom."""
    rows = LookOutcome.objects.filter(flag=flag).order_by("recorded")
    return [(cast("LookOutcomeKind", row.outcome), row.words, row.noted_by) for row in rows]


def changed_entries() -> Iterator[int]:
    """Entries of the journal whose ties or outcomes are no longer those that were sealed with them, and entries of
    another kind under which such rows stand."""
    ties, noted = Tie.objects.order_by("recorded_id"), LookOutcome.objects.order_by("recorded_id")
    written = merge(
        ((row.recorded_id, digest_of_tie(row)) for row in ties.iterator()),
        ((row.recorded_id, digest_of_outcome(row)) for row in noted.iterator()),
    )
    yield from changed_under(("declare-tie", "note-look-outcome"), written)


def digest_of_tie(row: Tie) -> str:
    """What the journal seals of a tie."""
    return content_digest(row.member_id, row.person, row.kind)


def digest_of_outcome(row: LookOutcome) -> str:
    """What the journal seals of what a supervisor found out: about whom, and who found it, as well."""
    at = row.noted_at.astimezone(UTC).isoformat()
    return content_digest(row.flag, row.about, row.outcome, row.words, row.noted_by, at)


def _refused(code: str, where: str | None = None) -> Refused:
    return Refused(Fault(code, _TEXTS[code], where))
