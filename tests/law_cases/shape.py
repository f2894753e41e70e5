"""What a law case looks like, and how it becomes a facts document."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any, Literal

import msgspec
import yaml

from saqta.basis.month import Month

FOLDER = Path(__file__).parent

IN_ORDER: dict[str, Any] = {
    "kind": "general",
    "medical_indication": True,
    "written_consent": True,
    "consent_informed_of_risks": True,
    "licence_annex_anaesthesiology": True,
    "anaesthetist_certified": True,
    "equipment_complete": True,
    "examined_hours_before": 18,
    "examined_again_before_start": True,
}
"""A session of a child at which nothing is missing; a case says what is otherwise."""


NOTHING_MISSING: dict[str, Any] = {
    "control": "inspection",
    "care_given": True,
    "licence_missing": False,
    "annex_missing": False,
    "certificate_missing": False,
}
"""An inspection of a clinic that gives care and has all its documents; a case says what is otherwise."""


class _Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


class Who(_Strict, frozen=True):
    born: str = "1985-05-20"
    sex: str | None = None
    citizenship: str = "KZ"
    residence: str = "unknown"
    died_on: date | None = None


class Expected(_Strict, frozen=True):
    verdict: Literal["yes", "no", "depends", "undetermined"] | None = None
    ground: str | None = None
    owed: tuple[str, ...] | None = None
    amount: str | None = None
    until: date | msgspec.UnsetType | None = msgspec.UNSET
    missing: tuple[str, ...] | None = None
    reasons: tuple[str, ...] = ()
    readings: tuple[str, ...] | None = None
    lines: tuple[str, ...] | None = None
    total: str | None = None
    due: date | None = None
    value: str | int | tuple[str, ...] | None = None
    confidence: str | None = None
    valid: bool | None = None
    faults: tuple[str, ...] | None = None
    rows: int | None = None
    package: str | None = None
    form: str | None = None
    conditions: tuple[str, ...] = ()
    next: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    requirements: tuple[str, ...] = ()
    not_required: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    stands: Literal["yes", "no", "depends", "undetermined"] | None = None
    may_be_annulled: Literal["yes", "no", "depends", "undetermined"] | None = None
    to: str | None = None
    day: date | None = None
    verified: bool | None = None


class Step(_Strict, frozen=True):
    """A step of an inspection: what is done in which state; ``ground`` of an appointment."""

    do: str
    state: str | None = None
    once_extended: bool = False
    ground: str | None = None


class Term(_Strict, frozen=True):
    """A deadline: what is counted, from which day, for a business of which size."""

    of: Literal["inspection", "extension", "resumption", "beginning", "mending"]
    start: date = msgspec.field(name="from")
    size: Literal["micro", "other"] = "other"
    ends: date | None = None
    resumed: date | None = None


Kind = Literal["status", "contributions", "parameter", "file", "entitlement", "anaesthesia", "measures", "step", "term"]


class LawCase(_Strict, frozen=True):
    case: str
    cites: str
    expect: Expected
    on: date | None = None
    month: str | None = None
    parameter: str | None = None
    file: str | None = None
    reading: str | None = None
    person: Who = Who()
    paid: dict[str, str] | str = {}
    paid_on: dict[str, date] = {}
    held: list[dict[str, Any]] | str = []
    register_until: date | None = None
    months_not_owed: list[dict[str, str]] = []
    known_at: date | None = None
    follow: dict[str, str] = {}
    income: list[dict[str, Any]] | str = []
    unified: bool | str = False
    payments: list[dict[str, Any]] = []
    service: str | None = None
    insured: bool | None = None
    pregnant: bool | None = None
    need: dict[str, Any] = {}
    clinic: Literal["contract", "no contract", "unknown"] = "contract"
    session: dict[str, Any] | None = None
    control: dict[str, Any] | None = None
    step: Step | None = None
    term: Term | None = None

    @property
    def kind(self) -> Kind:
        if self.control is not None:
            return "measures"
        if self.step is not None:
            return "step"
        if self.term is not None:
            return "term"
        if self.session is not None:
            return "anaesthesia"
        if self.service is not None:
            return "entitlement"
        if self.parameter is not None:
            return "parameter"
        if self.file is not None:
            return "file"
        return "status" if self.month is None else "contributions"

    def document(self) -> dict[str, Any]:
        """The facts document of the published contract."""
        if self.session is not None:
            return self._session(self.session)
        if self.control is not None:
            facts = {**NOTHING_MISSING, **self.control}
            return {name: value for name, value in facts.items() if value != "unknown"}
        who = self.person
        person: dict[str, Any] = {"died_on": who.died_on.isoformat() if who.died_on else False}
        if who.born != "unknown":
            person["birth_date"] = who.born
        if who.citizenship != "unknown":
            person["citizenship"] = who.citizenship
        if who.residence != "unknown":
            person["residence"] = who.residence
        if who.sex:
            person["sex"] = who.sex
        found: dict[str, Any] = {"person": person, "months_not_owed": self.months_not_owed}
        if self.held != "unknown":
            found["categories"] = self.held
        if self.paid != "unknown":
            found["payments"] = [
                *(self._payment(kind, month) for kind, months in self.paid.items() for month in spelled_out(months)),
                *self.payments,
            ]
        if self.register_until:
            found["register_until"] = self.register_until.isoformat()
        if self.kind == "contributions":
            if self.income != "unknown":
                found["income"] = self.income
            if self.unified != "unknown":
                found["unified_payment"] = self.unified
        if self.kind == "entitlement":
            found |= self._care()
        return found

    def _session(self, stated: dict[str, Any]) -> dict[str, Any]:
        """A session in which all is in order, but for what is stated; ``unknown`` takes a fact out."""
        facts = {**IN_ORDER, **stated}
        born = {} if self.person.born == "unknown" else {"birth_date": self.person.born}
        return {"patient": born, **{name: value for name, value in facts.items() if value != "unknown"}}

    def _care(self) -> dict[str, Any]:
        contract = {"contract": True, "no contract": False, "unknown": None}[self.clinic]
        return {
            "insured": self.insured,
            "pregnant": self.pregnant,
            "need": self.need,
            "facility": {"contract_with_fund": contract},
        }

    def _payment(self, kind: str, month: Month) -> dict[str, Any]:
        paid_on = self.paid_on.get(kind, (month + 1).first_day)
        return {"month": str(month), "as": kind, "paid_on": paid_on.isoformat()}


def spelled_out(months: str) -> list[Month]:
    """``2024-10..2025-06, 2025-08`` as months."""
    found: list[Month] = []
    for part in filter(None, (part.strip() for part in months.split(","))):
        first, _, last = part.partition("..")
        found += Month.parse(first).until(Month.parse(last or first) + 1)
    return found


class _Reader(yaml.CSafeLoader):
    """YAML in which ``yes``, ``no`` and ``on`` are words and days are text, as a reader takes them."""


_Reader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in resolvers
        if tag not in ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")
    ]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_Reader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), list("tf"))


def load_cases() -> list[tuple[str, LawCase]]:
    """Every case with the name of its file."""
    found: list[tuple[str, LawCase]] = []
    for path in sorted(FOLDER.glob("*.yaml")):
        found += [(path.stem, case) for case in msgspec.convert(yaml.load(path.read_text(), _Reader), list[LawCase])]
    return found
