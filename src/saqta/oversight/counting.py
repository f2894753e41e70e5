"""Counts inspections and measures as they stood on a day.

One statement counts everything, so that all figures of a report are of one moment even while others write. The state on
a day is that of the stay that contains it; a measure or an annulment counts from its own day on.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, cast
from uuid import UUID

from django.db import connection

from saqta.basis.text import Text
from saqta.oversight.cells import Counted, InspectionCell, MeasureCell
from saqta.oversight.models import Campaign, Inspection
from saqta.rules.inspections import State

COUNT = """
SELECT 'inspections', state, region, funding, outcome, count(*), 0 FROM oversight_stay s
WHERE s.start <= %(on)s AND (s.until IS NULL OR s.until > %(on)s) {within}
GROUP BY state, region, funding, outcome
UNION ALL
SELECT 'inspected', NULL, NULL, NULL, NULL, count(DISTINCT facility_id), 0 FROM oversight_stay s
WHERE s.start <= %(on)s AND (s.until IS NULL OR s.until > %(on)s) {within}
UNION ALL SELECT 'clinics', NULL, NULL, NULL, NULL, count(*), 0 FROM registry_facility
UNION ALL SELECT 'entry', NULL, NULL, NULL, NULL, coalesce(max(number), 0), 0 FROM journal_head
UNION ALL
SELECT 'measures', kind, region, state, NULL, CAST(sum(measures) AS bigint), sum(amount) FROM (
    SELECT kind, region, CASE WHEN ended_on <= %(on)s THEN state ELSE 'standing' END AS state,
           count(*) AS measures, coalesce(sum(amount), 0) AS amount
    FROM oversight_measure s WHERE taken_on <= %(on)s {within}
    GROUP BY kind, region, state, ended_on
) taken GROUP BY kind, region, state
"""
"""Everything a report needs, as rows of what they are of, four words, how many and how much."""

_WITHIN = "AND s.inspection_id IN (SELECT id FROM oversight_inspection WHERE campaign_id = %(campaign)s)"


class NoSuchCampaign(LookupError):
    """There is no campaign of this identifier."""


def count(on: date, *, campaign: UUID | None = None) -> Counted:
    """What stood on the day, by what the register knows now; with a campaign, only its inspections. Raises
    ``NoSuchCampaign``."""
    rows = list(_rows(on, campaign))
    numbers = {what: number for what, *_, number, _ in rows if what in ("inspected", "clinics", "entry")}
    return Counted(
        on,
        None if campaign is None else _name(campaign),
        numbers["entry"],
        numbers["clinics"],
        numbers["inspected"],
        tuple(
            InspectionCell(State(state), region, funding, outcome, number)
            for what, state, region, funding, outcome, number, _ in rows
            if what == "inspections"
        ),
        tuple(
            MeasureCell(kind, state, region, number, int(amount))
            for what, kind, region, state, _, number, amount in rows
            if what == "measures"
        ),
    )


def _rows(on: date, campaign: UUID | None) -> Iterator[tuple[Any, ...]]:
    values = {"on": connection.ops.adapt_datefield_value(on)}
    if campaign is not None:
        values["campaign"] = Inspection._meta.pk.get_db_prep_value(campaign, connection)
    with connection.cursor() as cursor:
        cursor.execute(COUNT.format(within="" if campaign is None else _WITHIN), values)
        yield from cast("list[tuple[Any, ...]]", cursor.fetchall())


def _name(campaign: UUID) -> Text:
    row = Campaign.objects.filter(id=campaign).first()
    if row is None:
        raise NoSuchCampaign(campaign)
    return Text(ru=row.name_ru, kk=row.name_kk, en=row.name_en)
