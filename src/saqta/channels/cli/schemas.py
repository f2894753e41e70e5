"""The documents of the published contract and the types behind them; ``docs/schema`` is written from here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import msgspec

from saqta.basis.numbering import NumberReport
from saqta.basis.strict_json import with_plain_numbers
from saqta.care.records import Complication, Findings, PlanDocument, SessionReport, ToldPlan
from saqta.channels.cli import plans_documents
from saqta.channels.cli.inspection_documents import (
    ChecklistRow,
    GroundOnDay,
    InspectionDocument,
    InspectionLine,
    LawfulSteps,
    WaitingForInspectors,
)
from saqta.channels.cli.register_documents import (
    LateOrderTold,
    ProvisionalPerson,
    RegisteredPerson,
    RegisterStatus,
    Reject,
    Span,
    StaffMember,
    TakenIn,
    Verification,
)
from saqta.clinics.documents import ClinicsFound, ClinicShown
from saqta.figures.planning import ScoredClinic
from saqta.figures.reconciling import PublishedFigures
from saqta.figures.report import Report
from saqta.ledger.records import CheckedFile
from saqta.notices.records import Announcement
from saqta.rules.anaesthesia import AnaesthesiaAnswer
from saqta.rules.dues import ContributionsAnswer
from saqta.rules.entitlement import EntitlementAnswer
from saqta.rules.entitlement_questions import NextQuestion
from saqta.rules.facts import AnaesthesiaFacts, ContributionFacts, EntitlementFacts, MeasureFacts, PersonFacts
from saqta.rules.measures import MeasuresAnswer
from saqta.rules.status import InsuredAnswer

SCHEMAS: Mapping[str, Any] = MappingProxyType(
    {
        "person-facts": PersonFacts,
        "contribution-facts": ContributionFacts,
        "insured-answer": InsuredAnswer,
        "contributions-answer": ContributionsAnswer,
        "entitlement-facts": EntitlementFacts,
        "entitlement-answer": EntitlementAnswer,
        "next-question": NextQuestion,
        "anaesthesia-facts": AnaesthesiaFacts,
        "anaesthesia-answer": AnaesthesiaAnswer,
        "anaesthesia-plan": PlanDocument,
        "anaesthesia-plan-changed": ToldPlan,
        "anaesthesia-findings": Findings,
        "anaesthesia-complication": Complication,
        "anaesthesia-session": SessionReport,
        "shown-plan": plans_documents.ShownPlan,
        "plan-check": plans_documents.PlanCheck,
        "plan-list": tuple[plans_documents.PlanLine, ...],
        "plan-link": plans_documents.PlanLink,
        "checked-consent": plans_documents.CheckedDocument,
        "incidents": tuple[plans_documents.Incident, ...],
        "number-report": NumberReport,
        "payments-check": CheckedFile,
        "announcement": Announcement,
        "measure-facts": MeasureFacts,
        "measures-answer": MeasuresAnswer,
        "inspection": InspectionDocument,
        "inspections-due": tuple[InspectionLine, ...],
        "inspection-next-steps": LawfulSteps,
        "inspections-inbox": tuple[WaitingForInspectors, ...],
        "inspection-grounds": tuple[GroundOnDay, ...],
        "inspection-checklist": tuple[ChecklistRow, ...],
        "register-status": RegisterStatus,
        "register-history": tuple[Span, ...],
        "import-balances": tuple[TakenIn, ...],
        "import-reject": Reject,
        "register-verification": Verification,
        "late-orders": tuple[LateOrderTold, ...],
        "registered-person": RegisteredPerson,
        "clinics-found": ClinicsFound,
        "clinic": ClinicShown,
        "provisional-people": tuple[ProvisionalPerson, ...],
        "inspections-report": Report,
        "inspections-risk": tuple[ScoredClinic, ...],
        "published-figures": PublishedFigures,
        "staff": tuple[StaffMember, ...],
    }
)
"""By name of the document; a list is a type of its own."""


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a document."""
    found = with_plain_numbers(msgspec.json.schema(SCHEMAS[name]))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": name, **found}
