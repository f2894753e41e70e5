"""An invented clinic, an invented child of three, and a plan with which all is well."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import msgspec

from saqta.basis.identifiers import Iin
from saqta.basis.text import Language
from saqta.care.actions import file_plan, make_link
from saqta.care.consenting import decide
from saqta.care.queries import sheet
from saqta.care.records import (
    Anaesthetist,
    Clinic,
    ConsentRecord,
    Decision,
    Findings,
    PlanDocument,
    PlanRecord,
    Signature,
    ToldPlan,
    TreatedTooth,
)
from saqta.law.book import load
from saqta.registry.actions import record_people
from saqta.registry.clinic_actions import record_certificates
from saqta.registry.clinic_records import ToldCertificate
from saqta.registry.records import ToldPerson
from tests.databases.clinic_samples import ANAESTHESIOLOGY, BIN, DOCTOR, a_facility, license_facility
from tests.rooms.ledger.payment_samples import invented_iin

BOOK = load()
BY = "system-user:doctor"
CHILD = Iin.parse(invented_iin(3, date(2022, 5, 1)))
START = datetime(2025, 12, 10, 4, 0, tzinfo=UTC)
"""Nine in the morning in Kazakhstan."""
AT = START - timedelta(hours=17)
"""When the plan is filed and the anaesthetist has examined the child: eighteen hours before the start."""
PLAN = ToldPlan(
    planned_at=START,
    kind="general",
    teeth=(TreatedTooth(54, "extraction"), TreatedTooth(64, "filling"), TreatedTooth(85, "pulpotomy")),
    minutes_planned=70,
    anaesthetist=Anaesthetist("Серікова Әсел", "KZ-0001"),
    medical_indication=True,
    indication="Множественный кариес, ребёнку три года",
    diagnosis="K02.1",
)
FINDINGS = Findings(examined_at=START - timedelta(hours=18), equipment_complete=True)
AGAIN = Findings(examined_again_at=START - timedelta(minutes=10))
MOTHER = Signature("Ахметова Ұлжан Әбілқызы", "mother", "Ахметов Әлихан")


def register_child_and_clinic() -> UUID:
    """Fills the registers with what the plan needs; gives the clinic."""
    record_people([ToldPerson(CHILD, citizenship="KZ")], by="test", at=AT)
    facility = a_facility()
    license_facility((date(2020, 1, 1), None), (date(2020, 1, 1), None))
    told = ToldCertificate(DOCTOR, BIN, "1", "KZ-0001", ANAESTHESIOLOGY, date(2023, 1, 1), date(2028, 1, 1))
    record_certificates([told], source="test", by="test", at=AT)
    return facility


def document(plan: ToldPlan = PLAN, findings: Findings = FINDINGS) -> PlanDocument:
    return PlanDocument(CHILD.digits, Clinic(BIN.digits, "1"), plan, findings)


def filed(findings: Findings = FINDINGS, **changed: object) -> PlanRecord:
    """A plan on file."""
    return file_plan(document(msgspec.structs.replace(PLAN, **changed), findings), book=BOOK, by=BY, at=AT)


def decided(
    number: int,
    decision: Decision = "agree",
    secret: str | None = None,
    language: Language = "ru",
    at: datetime = AT,
    seen: str | None = None,
    signature: Signature = MOTHER,
) -> ConsentRecord:
    """The parents read the sheet and decide."""
    return decide(
        secret or make_link(number, by=BY, at=at),
        decision,
        signature,
        seen=seen or sheet(number, BOOK, inspections=(), at=at).mark,
        inspections=(),
        language=language,
        book=BOOK,
        at=at,
    )
