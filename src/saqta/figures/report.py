"""The figures of state control on a day, every total the sum of its parts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from saqta.basis import regions
from saqta.basis.text import Text
from saqta.figures import report_wording as say
from saqta.figures.totals import Figure, divided, summed
from saqta.oversight.cells import Counted, InspectionCell, MeasureCell
from saqta.oversight.records import MEASURES
from saqta.rules.inspections import State

_REGISTERED = (
    State.REGISTERED,
    State.IN_PROGRESS,
    State.EXTENDED,
    State.SUSPENDED,
    State.COMPLETED,
    State.REMOVED,
)
_NOT_REGISTERED = (State.BEING_REGISTERED, State.REGISTRATION_REFUSED)


class Report(msgspec.Struct, frozen=True):
    """State control of clinics as it stood on a day, by what the register knew at ``entry`` of its journal.

    ``states``, ``regions`` and ``fundings`` are the same inspections divided in three ways; ``outcomes`` are the
    completed ones among them. ``fines`` are in tiyn. ``limits`` are what none of these figures can tell.
    """

    on: date
    campaign: Text | None
    entry: int
    clinics: Figure
    states: Figure
    regions: Figure
    fundings: Figure
    outcomes: Figure
    measures: Figure
    fines: Figure
    fines_by_region: Figure
    limits: tuple[Text, ...]


def report(counted: Counted) -> Report:
    """Adds up what was counted."""
    cells, measures = counted.inspections, counted.measures
    fines = [cell for cell in measures if cell.kind == "fine"]
    return Report(
        on=counted.on,
        campaign=counted.campaign,
        entry=counted.entry,
        clinics=_clinics(counted),
        states=_states("inspections", say.INSPECTIONS, cells),
        regions=divided(
            "inspections", say.INSPECTIONS, cells, by=_region, named=REGIONS, weigh=_inspections, within=_states
        ),
        fundings=divided(
            "inspections",
            say.INSPECTIONS,
            cells,
            by=lambda cell: cell.funding,
            named=say.FUNDINGS,
            weigh=_inspections,
            within=_states,
        ),
        outcomes=_outcomes(cells),
        measures=divided(
            "measures",
            say.MEASURES_TAKEN,
            measures,
            by=lambda cell: cell.kind,
            named={kind: say.MEASURES[kind] for kind in MEASURES},
            weigh=lambda cell: cell.measures,
            within=_standing,
        ),
        fines=divided("fines", say.FINES, fines, by=lambda cell: cell.state, named=say.FINE_STATES, weigh=_amount),
        fines_by_region=divided("fines", say.FINES, fines, by=_region, named=REGIONS, weigh=_amount),
        limits=say.LIMITS,
    )


REGIONS: dict[str, Text] = {region.prefix: region.name for region in regions.REGIONS}


def _clinics(counted: Counted) -> Figure:
    inspected = Figure("inspected", say.CLINICS_INSPECTED, counted.inspected)
    # A clinic is counted in the same statement as its inspections, so the difference is never negative.
    others = Figure("not_inspected", say.CLINICS_NOT_INSPECTED, counted.clinics - counted.inspected)
    return summed("clinics", say.CLINICS, (inspected, others))


def _states(code: str, name: Text, cells: Iterable[InspectionCell]) -> Figure:
    """Inspections by state: those that the legal-statistics body registered together, as its own figures have them."""
    counts = dict.fromkeys(State, 0)
    for cell in cells:
        counts[cell.state] += cell.inspections
    registered = summed("all_registered", say.ALL_REGISTERED, (_state(state, counts) for state in _REGISTERED))
    return summed(code, name, (registered, *(_state(state, counts) for state in _NOT_REGISTERED)))


def _state(state: State, counts: dict[State, int]) -> Figure:
    return Figure(state.value, state.title, counts[state])


def _outcomes(cells: Iterable[InspectionCell]) -> Figure:
    completed = [cell for cell in cells if cell.state is State.COMPLETED]
    return divided(
        "completed",
        say.COMPLETED,
        completed,
        by=lambda cell: cell.outcome,
        named=say.OUTCOMES,
        weigh=_inspections,
    )


def _standing(code: str, name: Text, cells: list[MeasureCell]) -> Figure:
    return divided(
        code, name, cells, by=lambda cell: cell.state, named=say.MEASURE_STATES, weigh=lambda cell: cell.measures
    )


def _region(cell: InspectionCell | MeasureCell) -> str:
    return cell.region


def _inspections(cell: InspectionCell) -> int:
    return cell.inspections


def _amount(cell: MeasureCell) -> int:
    return cell.amount
