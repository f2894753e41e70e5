"""What the registers say about a plan: the child, the clinic's licence annex, the anaesthetist's certificate."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from saqta.care.judging import Registered
from saqta.care.records import ToldPlan
from saqta.law.activities import ANAESTHESIOLOGY
from saqta.registry.clinic_queries import annexes, certificates, has_annex_on
from saqta.registry.queries import people


def registered(person: UUID, facility: UUID, told: ToldPlan, on: date) -> Registered:
    """What the registers say for the day of a session. Where no source has told anything of the kind about the clinic,
    nothing is known; that a paper is missing is only said of a clinic whose papers are."""
    (child,) = people([person])
    return Registered(child.birth_date, _has_annex(facility, on), _is_certified(facility, told, on))


def _has_annex(facility: UUID, on: date) -> bool | None:
    if has_annex_on(facility, ANAESTHESIOLOGY, on):
        return True
    return False if any(annexes([facility])) else None


def _is_certified(facility: UUID, told: ToldPlan, on: date) -> bool | None:
    if told.anaesthetist is None:
        return None
    known = list(certificates([facility]))
    held = any(
        certificate.number == told.anaesthetist.certificate
        and certificate.specialty == ANAESTHESIOLOGY
        and certificate.in_force_on(on)
        for certificate in known
    )
    return held if known else None
