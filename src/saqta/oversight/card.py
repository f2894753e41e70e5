"""The public card of a clinic: what it may do, what is free there, how it was inspected, and what is not known.

Shown is what is finished and has a paper: results of completed inspections with their dates, measures that were taken.
Never shown are inspections that were not completed, answers to a check-list, sums, reasons, and names of people. Where
nothing is known the card says so in words that cannot be read as "passed".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal
from uuid import UUID

from django.db.models import QuerySet

from saqta.basis.days import day_text
from saqta.basis.refusal import Refused
from saqta.basis.regions import region_of
from saqta.basis.text import Text, same
from saqta.law.activities import ANAESTHESIOLOGY
from saqta.law.book import Book
from saqta.oversight.models import Dispute, Inspection, Measure
from saqta.oversight.queries import measure_of
from saqta.oversight.records import MeasureKind, MeasureRecord, MeasureState, Outcome
from saqta.oversight.stepping import refused
from saqta.oversight.wording import said
from saqta.registry.clinic_queries import annexes, certificates, contracts
from saqta.registry.clinic_queries import facility as find_facility
from saqta.registry.clinic_records import AnnexRecord, ContractRecord, FacilityRecord, Package
from saqta.rules.inspections import State

Known = Literal["yes", "no", "not_known"]
"""Whether the register says so; ``no`` only where it holds other papers of the same kind."""


@dataclass(frozen=True, slots=True)
class CardActivity:
    """A sub-type of activity in the annex of a licence at this place, from a day up to, but not including, another."""

    code: str
    name: Text
    licence: str
    start: date
    until: date | None
    in_force: bool


@dataclass(frozen=True, slots=True)
class CardCare:
    """A kind of care that the Fund buys here on the day: free for whoever is entitled to it."""

    package: Package
    code: str
    name: Text
    until: date


@dataclass(frozen=True, slots=True)
class CardMeasure:
    """A measure that was taken, whether it stands, and whether the clinic disputes it; a dispute stops no urgent
    measure."""

    kind: MeasureKind
    title: Text
    taken_on: date
    lasts_to: date | None
    state: MeasureState
    ended_on: date | None
    disputed: bool


@dataclass(frozen=True, slots=True)
class CardInspection:
    """A completed inspection. ``outcome`` is None where the results were annulled: then nothing was proved. ``cites``
    are the provisions that open its ground."""

    completed_on: date
    ground: Text
    cites: tuple[str, ...]
    outcome: Outcome | None
    says: Text
    disputed: bool


@dataclass(frozen=True, slots=True)
class ClinicCard:
    """The whole card as of ``on``. ``anaesthesia``: whether the annex of the clinic's licence names anaesthesiology on
    the day. ``specialists`` counts certificates in force by field. ``unknown`` says what is not known, in sentences."""

    facility: FacilityRecord
    region: Text
    on: date
    anaesthesia: Known
    activities: tuple[CardActivity, ...]
    care: tuple[CardCare, ...]
    specialists: tuple[tuple[Text, int], ...]
    inspections: tuple[CardInspection, ...]
    measures: tuple[CardMeasure, ...]
    unknown: tuple[Text, ...]

    @property
    def about_inspections(self) -> tuple[Text, ...]:
        """What is known of the inspections of the clinic, in sentences, the latest first; never empty."""
        told = [*(found.says for found in self.inspections), *map(_told, self.measures)]
        return tuple(told) or (said("no-inspection-known"),)

    @property
    def unknown_besides(self) -> tuple[Text, ...]:
        """What is not known, without what ``about_inspections`` says already."""
        return tuple(text for text in self.unknown if text not in self.about_inspections)


def clinic_card(facility: UUID, on: date, book: Book) -> ClinicCard:
    """The public card of a clinic as of a day; raises ``Refused`` for a clinic that nobody has described."""
    found = find_facility(facility)
    if found is None:
        raise refused("no-such-clinic", "facility")
    papers, bought = list(annexes([facility])), list(contracts([facility]))
    inspections = tuple(_inspections(facility, on, book))
    card = ClinicCard(
        facility=found,
        region=_region(found.region),
        on=on,
        anaesthesia=_anaesthesia(papers, on),
        activities=tuple(_activity(paper, on, book) for paper in papers),
        care=tuple(_care(contract, book) for contract in bought if contract.in_force_on(on)),
        specialists=_specialists(facility, on, book),
        inspections=inspections,
        measures=tuple(_measures(facility, on)),
        unknown=(),
    )
    return _with_unknown(card, bool(papers), bool(bought))


def _inspections(facility: UUID, on: date, book: Book) -> Iterator[CardInspection]:
    """Completed ones as known now, the latest first."""
    disputed = set(_open_disputes(facility, on).filter(measure=None).values_list("inspection_id", flat=True))
    rows = Inspection.objects.filter(facility_id=facility, state=State.COMPLETED.value, completed_on__lte=on)
    for row in rows.order_by("-completed_on", "-id"):
        if row.completed_on is None:
            continue
        ground = book.grounds[row.ground]
        code = "results-annulled" if row.results_annulled else f"outcome-{row.outcome}"
        outcome: Outcome | None = None
        if not row.results_annulled:
            outcome = "violations" if row.outcome == "violations" else "no_violations"
        says = said(code).fill(day=day_text(row.completed_on))
        yield CardInspection(row.completed_on, ground.name, ground.cites, outcome, says, row.id in disputed)


def _measures(facility: UUID, on: date) -> Iterator[CardMeasure]:
    """Measures taken up to the day, as they stand on it, the latest first."""
    disputed = set(_open_disputes(facility, on).exclude(measure=None).values_list("measure_id", flat=True))
    rows = Measure.objects.filter(inspection__facility_id=facility, taken_on__lte=on)
    for row in rows.order_by("-taken_on", "-id"):
        yield _card_measure(measure_of(row), on, disputed=row.id in disputed)


def _card_measure(measure: MeasureRecord, on: date, *, disputed: bool) -> CardMeasure:
    over = measure.ended_on is not None and measure.ended_on <= on
    return CardMeasure(
        kind=measure.kind,
        title=said(f"measure-{measure.kind}"),
        taken_on=measure.taken_on,
        lasts_to=measure.mend_by,
        state=measure.state if over else "standing",
        ended_on=measure.ended_on if over else None,
        disputed=disputed,
    )


def _open_disputes(facility: UUID, on: date) -> QuerySet[Dispute]:
    """Disputes filed up to the day that wait for a decision now."""
    return Dispute.objects.filter(inspection__facility_id=facility, decision=None, filed_on__lte=on)


def _told(measure: CardMeasure) -> Text:
    state = said(f"measure-is-{measure.state}").fill(
        day=day_text(measure.ended_on) if measure.ended_on is not None else same("")
    )
    return said("measure-taken").fill(title=measure.title, day=day_text(measure.taken_on), state=state)


def _activity(paper: AnnexRecord, on: date, book: Book) -> CardActivity:
    known = book.activities.get(paper.activity)
    return CardActivity(
        code=paper.activity,
        name=known.name if known else same(paper.activity),
        licence=paper.licence,
        start=max(paper.start, paper.licence_start),
        until=min(filter(None, (paper.until, paper.licence_until)), default=None),
        in_force=paper.in_force_on(on),
    )


def _anaesthesia(papers: list[AnnexRecord], on: date) -> Known:
    if any(paper.activity == ANAESTHESIOLOGY and paper.in_force_on(on) for paper in papers):
        return "yes"
    return "no" if papers else "not_known"


def _care(contract: ContractRecord, book: Book) -> CardCare:
    known = book.care.get(contract.care)
    return CardCare(contract.package, contract.care, known.name if known else same(contract.care), contract.until)


def _specialists(facility: UUID, on: date, book: Book) -> tuple[tuple[Text, int], ...]:
    """How many certified people are told to work here, by field; who they are is nobody's business."""
    counted = Counter(paper.specialty for paper in certificates([facility]) if paper.in_force_on(on))
    known = book.activities
    return tuple((known[code].name if code in known else same(code), count) for code, count in sorted(counted.items()))


def _region(code: str) -> Text:
    try:
        return region_of(code).name
    except Refused:
        return same(code)


def _with_unknown(card: ClinicCard, licensed: bool, bought: bool) -> ClinicCard:
    """The card with what nobody has told: silence is never a good mark."""
    silent = {
        "no-licence-known": not licensed,
        "no-contract-known": not bought,
        "no-specialist-known": not card.specialists,
        "no-inspection-known": not card.inspections,
    }
    unknown = tuple(said(code) for code, is_so in silent.items() if is_so)
    return replace(card, unknown=unknown)
