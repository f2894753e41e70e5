"""Feeds about clinics: where they are, their licences with annexes, their certified specialists, their contracts with
the Fund. What an activity, a specialty or a kind of care may be is law, which this room does not know: ``in_codes``
puts what was told into the codes of the law, and raises ``Refused`` for what the law could make nothing of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol, TypeVar

from saqta.journal.feed_files import FeedFile
from saqta.journal.feeds import Balance, OnProgress
from saqta.registry import clinic_feed_rows
from saqta.registry.clinic_actions import (
    Recorded,
    record_certificates,
    record_contracts,
    record_facilities,
    record_licences,
)
from saqta.registry.clinic_records import ToldCertificate, ToldContract, ToldLicence
from saqta.registry.feeding import OnReject, Posted, Way

Told = TypeVar("Told")
Told_contra = TypeVar("Told_contra", contravariant=True)


class _Record(Protocol[Told_contra]):
    def __call__(self, told: Sequence[Told_contra], *, source: str, by: str, at: datetime) -> Recorded: ...


@dataclass(frozen=True, slots=True)
class Taking:
    """Who takes in a file, when, and whose word it is."""

    source: str
    by: str
    at: datetime
    on_reject: OnReject | None = None
    on_progress: OnProgress | None = None


def take_in_clinics(file: Path | FeedFile, taking: Taking) -> Balance:
    """A feed of places where organisations give care."""
    return _take_in(file, "clinics", taking, clinic_feed_rows.facility, record_facilities)


def take_in_licences(
    file: Path | FeedFile, taking: Taking, *, in_codes: Callable[[ToldLicence], ToldLicence]
) -> Balance:
    """A feed of licences with their annexes."""
    return _take_in(file, "licences", taking, _in_codes(clinic_feed_rows.licence, in_codes), record_licences)


def take_in_certificates(
    file: Path | FeedFile, taking: Taking, *, in_codes: Callable[[ToldCertificate], ToldCertificate]
) -> Balance:
    """A feed of specialists' certificates."""
    return _take_in(
        file, "certificates", taking, _in_codes(clinic_feed_rows.certificate, in_codes), record_certificates
    )


def take_in_contracts(
    file: Path | FeedFile, taking: Taking, *, in_codes: Callable[[ToldContract], ToldContract]
) -> Balance:
    """A feed of contracts with the Fund."""
    return _take_in(file, "contracts", taking, _in_codes(clinic_feed_rows.contract, in_codes), record_contracts)


def _take_in(
    file: Path | FeedFile,
    kind: str,
    taking: Taking,
    read: Callable[[dict[str, object]], Told],
    record: _Record[Told],
) -> Balance:
    def post(told: Sequence[Told]) -> Posted:
        recorded = record(told, source=taking.source, by=taking.by, at=taking.at)
        return Posted(recorded.new, dict.fromkeys(recorded.undescribed, clinic_feed_rows.no_such_place()))

    way = Way(
        file,
        kind,
        source=taking.source,
        at=taking.at,
        on_reject=taking.on_reject,
        on_progress=taking.on_progress,
    )
    return way.take_in(read, post)


def _in_codes(
    read: Callable[[dict[str, object]], Told], in_codes: Callable[[Told], Told]
) -> Callable[[dict[str, object]], Told]:
    def read_in_codes(fields: dict[str, object]) -> Told:
        return in_codes(read(fields))

    return read_in_codes
