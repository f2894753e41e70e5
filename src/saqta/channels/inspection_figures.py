"""The report on inspections for everybody who asks over HTTP: counted once a minute for each day and campaign.

A report reads every inspection of the register, so of many who ask at once one counts and the others wait for it.
"""

from __future__ import annotations

from collections import OrderedDict
from datetime import date, datetime
from threading import Lock
from uuid import UUID

from saqta.figures.report import Report, report
from saqta.oversight.counting import count

FRESH = 60
"""Seconds for which a report is not counted again."""
_LARGEST = 64
"""Reports kept in the memory of a process."""

_kept: OrderedDict[tuple[date, UUID | None, int], Report] = OrderedDict()
_counting = Lock()


def report_on(on: date, *, campaign: UUID | None = None, at: datetime) -> Report:
    """How inspections stood on the day. Raises ``NoSuchCampaign``."""
    key = (on, campaign, int(at.timestamp()) // FRESH)
    with _counting:
        found = _kept.get(key)
        if found is None:
            found = _kept[key] = report(count(on, campaign=campaign))
            if len(_kept) > _LARGEST:
                _kept.popitem(last=False)
        return found
