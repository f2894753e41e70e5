"""What a plan, findings or a report may not say: each check names its place in the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from saqta.basis.refusal import Fault, Refused, refuse_any
from saqta.basis.text import Text
from saqta.care.phrases import phrases
from saqta.care.records import MOST_TEETH, Complication, Findings, SessionReport, Signature, ToldPlan, TreatedTooth
from saqta.care.teeth import TEETH

FARTHEST = timedelta(days=365)
"""A session planned further ahead, or an examination longer ago, is a slip in the document."""


def check_plan(told: ToldPlan, at: datetime) -> None:
    """Raises ``Refused`` with every fault of a plan that is told at this moment."""
    refuse_any(_plan(told, at))


def check_findings(found: Findings, at: datetime) -> None:
    """Raises ``Refused`` for findings that cannot have been made by this moment."""
    refuse_any(_findings(found, at))


def check_complications(told: Iterable[Complication], started_at: datetime, at: datetime) -> None:
    """Raises ``Refused`` for a complication before the start, or still to come."""
    refuse_any(
        fault("complication-outside", f"$.complications[{place}].happened_at")
        for place, complication in enumerate(told)
        if not started_at <= complication.happened_at <= at
    )


def check_report(told: SessionReport, started_at: datetime, at: datetime) -> None:
    """Raises ``Refused`` for a report that does not fit the session."""
    refuse_any(_teeth(told.teeth))
    check_complications(told.complications, started_at, at)


def check_signature(signed: Signature) -> None:
    """Raises ``Refused`` for a signature without a name in it; that it is the right one, the clinic sees from a
    document of identity."""
    refuse_any(
        fault("name-missing", f"$.{field}")
        for field, name in (("signer", signed.signer), ("child", signed.child))
        if sum(letter.isalpha() for letter in name) < 2
    )


def _plan(told: ToldPlan, at: datetime) -> Iterator[Fault]:
    if told.planned_at <= at:
        yield fault("planned-in-the-past", "$.plan.planned_at")
    elif told.planned_at - at > FARTHEST:
        yield fault("planned-too-far", "$.plan.planned_at")
    if not told.teeth:
        yield fault("no-teeth", "$.plan.teeth")
    if told.medical_indication and told.indication is None:
        yield fault("indication-without-words", "$.plan.indication")
    if not told.medical_indication and told.indication is not None:
        yield fault("words-without-indication", "$.plan.medical_indication")
    for found in _teeth(told.teeth):
        yield Fault(found.code, found.text, f"$.plan{(found.where or '$').removeprefix('$')}")


def _teeth(teeth: Iterable[TreatedTooth]) -> Iterator[Fault]:
    counted: Counter[tuple[int, str]] = Counter()
    for place, treated in enumerate(teeth):
        counted[treated.tooth, treated.treatment] += 1
        if treated.tooth not in TEETH:
            yield fault("no-such-tooth", f"$.teeth[{place}].tooth")
        elif counted[treated.tooth, treated.treatment] > 1:
            yield fault("tooth-said-twice", f"$.teeth[{place}]")
    if len({tooth for tooth, _ in counted}) > MOST_TEETH:
        yield fault("too-many-teeth", "$.teeth", most=str(MOST_TEETH))


def _findings(found: Findings, at: datetime) -> Iterator[Fault]:
    for field in ("examined_at", "examined_again_at"):
        moment: datetime | None = getattr(found, field)
        if moment is not None and moment > at:
            yield fault("examined-in-the-future", f"$.{field}")
        elif moment is not None and at - moment > FARTHEST:
            yield fault("examined-too-long-ago", f"$.{field}")
    if found.examined_again_at is not None and (
        found.examined_at is None or found.examined_again_at <= found.examined_at
    ):
        yield fault("examined-again-before-once", "$.examined_again_at")


def fault(code: str, where: str | None = None, **values: Text | str) -> Fault:
    """A fault in the words of this room."""
    return Fault(code, phrases("refusals")[code].fill(**values), where)


def refused(code: str, where: str | None = None, **values: Text | str) -> Refused:
    """A refusal in the words of this room."""
    return Refused(fault(code, where, **values))
