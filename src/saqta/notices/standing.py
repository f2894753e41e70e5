"""Which notices stand on a day, and which of those are about a service."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from saqta.notices.records import Notice


def standing(notices: Iterable[Notice], on: date) -> tuple[Notice, ...]:
    """The published notices that stand on the day, the latest first: of every key the highest version that has begun,
    unless it has ended or was withdrawn."""
    latest: dict[str, Notice] = {}
    for notice in sorted(notices, key=lambda notice: notice.number):
        if notice.is_published and notice.says.since <= on:
            latest[notice.says.key] = notice
    stands = [
        notice
        for notice in latest.values()
        if notice.withdrawn_by is None and (notice.says.until is None or on < notice.says.until)
    ]
    return tuple(sorted(stands, key=lambda notice: (-notice.says.since.toordinal(), notice.says.key)))


def about(notices: Iterable[Notice], service: str, on: date) -> tuple[Notice, ...]:
    """The notices standing on the day that name the service."""
    return tuple(notice for notice in standing(notices, on) if service in notice.says.services)
