"""Figures of state control over HTTP: our own, counted from the register, and those that others published."""

from __future__ import annotations

from uuid import UUID

from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text
from saqta.channels.api.asked import Asked
from saqta.channels.clock import day_in_kazakhstan
from saqta.channels.inspection_figures import report_on
from saqta.figures.published import published as statements
from saqta.figures.reconciling import PublishedFigures, reconciled
from saqta.figures.report import Report
from saqta.oversight.counting import NoSuchCampaign

_NO_SUCH_CAMPAIGN = Text(
    ru="Кампании с таким идентификатором нет.",
    kk="Мұндай идентификаторы бар науқан жоқ.",
    en="There is no campaign with this identifier.",
)
_TO_COME = Text(ru="Этот день ещё не наступил.", kk="Бұл күн әлі келген жоқ.", en="This day is still to come.")


def report(asked: Asked) -> Report:
    """How did inspections stand on a day?"""
    on, named = asked.day("on"), asked.query.get("campaign")
    if on > day_in_kazakhstan(asked.at):
        raise Refused(Fault("day-to-come", _TO_COME, "?on"))
    try:
        return report_on(on, campaign=UUID(named[-1]) if named else None, at=asked.at)
    except (NoSuchCampaign, ValueError):
        raise Refused(Fault("no-such-campaign", _NO_SUCH_CAMPAIGN, "?campaign")) from None


def published(_asked: Asked) -> PublishedFigures:
    """What did others publish, and does it fit together?"""
    found = statements()
    return PublishedFigures(found, reconciled(found))
