"""The day itself: the start, what goes wrong, what was done. Every action is one transaction with one entry."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from saqta.access.permissions import Permission
from saqta.access.queries import require
from saqta.care.actions import let_pass
from saqta.care.checks import check_complications, check_report
from saqta.care.models import Incident, Step
from saqta.care.queries import history, judge_history
from saqta.care.records import Complication, PlanRecord, SessionReport
from saqta.care.told import Finished
from saqta.care.writing import may_step, take_steps
from saqta.journal.actions import take_turn
from saqta.law.book import Book


@transaction.atomic
def start_session(number: int, *, book: Book, by: str, at: datetime) -> PlanRecord:
    """The anaesthesia begins now. The demands are looked at once more, because a certificate may have ended and the
    hours since the examination count to this moment. Raises ``Refused`` with every one that stands in the way."""
    entry = take_turn()
    found = history(number)
    require(by, Permission.KEEP_PLANS, facility=found.facility)
    may_step(found, "start")
    judged = let_pass(judge_history(found, book, at=at, starts_at=at))
    take_steps(found, ("start", judged), entry=entry, by=by, at=at)
    return history(number).plan()


@transaction.atomic
def report_complication(number: int, told: Complication, *, by: str, at: datetime) -> int | None:
    """Something went wrong, told as soon as it is seen. Gives the number of the incident that a serious one opens at
    once."""
    entry = take_turn()
    found = history(number)
    require(by, Permission.KEEP_PLANS, facility=found.facility)
    may_step(found, "report")
    check_complications([told], found.started_at or at, at)
    opened = _open_incidents(take_steps(found, ("report", told), entry=entry, by=by, at=at), [told])
    return opened[0] if opened else None


@transaction.atomic
def finish_session(number: int, told: SessionReport, *, by: str, at: datetime) -> tuple[int, ...]:
    """What was done, and what went wrong and was not reported before. Gives the numbers of the incidents that were
    opened by it."""
    entry = take_turn()
    found = history(number)
    require(by, Permission.KEEP_PLANS, facility=found.facility)
    may_step(found, "finish")
    check_report(told, found.started_at or at, at)
    written = take_steps(
        found,
        *(("report", complication) for complication in told.complications),
        ("finish", Finished(told.teeth, told.anaesthesia_minutes)),
        entry=entry,
        by=by,
        at=at,
    )
    return _open_incidents(written, told.complications)


def _open_incidents(written: Iterable[Step], complications: Iterable[Complication]) -> tuple[int, ...]:
    """Opens an incident for each serious complication among these, which stand in the order of their steps."""
    last = Incident.objects.order_by("-number").values_list("number", flat=True).first() or 0
    serious = [step for step, told in zip(written, complications, strict=False) if told.opens_an_incident]
    for number, step in enumerate(serious, last + 1):
        Incident.objects.create(number=number, step=step)
    return tuple(range(last + 1, last + 1 + len(serious)))
