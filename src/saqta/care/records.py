"""What a clinic and the parents tell, and what leaves the room. Moments carry their time zone; spans are half-open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from saqta.basis.text import Language
from saqta.care.states import State, Verb

LONGEST_NAME = 100
LONGEST_WORDS = 1000
LONGEST_CERTIFICATE = 40
MOST_TEETH = 32
"""How many a person has."""

Name = Annotated[str, Meta(min_length=1, max_length=LONGEST_NAME)]
Words = Annotated[str, Meta(min_length=1, max_length=LONGEST_WORDS)]
Minutes = Annotated[int, Meta(ge=1, le=1440)]
Moment = Annotated[datetime, Meta(tz=True)]

Kind = Literal["general", "sedation"]
"""Local anaesthesia needs no plan: the law makes none of these demands of it."""

Treatment = Literal["filling", "root_canal", "pulpotomy", "extraction", "crown", "sealant", "other"]

Relation = Literal["mother", "father", "legal_representative"]
"""Who a child's consent is given by."""

Decision = Literal["agree", "refuse"]

SignatureKind = Literal["typed"]
"""How somebody signs. A digital signature becomes another kind beside this one: it brings its own proof, and the
document says which of the two it carries."""

ComplicationCode = Literal[
    "laryngospasm",
    "bronchospasm",
    "apnoea",
    "desaturation",
    "aspiration",
    "anaphylaxis",
    "arrhythmia",
    "cardiac_arrest",
    "prolonged_awakening",
    "vomiting",
    "bleeding",
    "hospital_transfer",
    "death",
    "other",
]
SERIOUS: frozenset[ComplicationCode] = frozenset(
    {"apnoea", "aspiration", "anaphylaxis", "cardiac_arrest", "hospital_transfer", "death"}
)
"""Those that open an incident whatever the clinic thinks of them; any other does when the clinic calls it serious."""


class TreatedTooth(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A tooth in the notation of the FDI and what is done to it."""

    tooth: int
    treatment: Treatment


Treatments = Annotated[tuple[TreatedTooth, ...], Meta(max_length=2 * MOST_TEETH)]


class Anaesthetist(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who gives the anaesthesia, and the number of the certificate by which the register knows them."""

    name: Name
    certificate: Annotated[str, Meta(min_length=1, max_length=LONGEST_CERTIFICATE)]


class ToldPlan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the parents are asked to agree to. ``indication``: what the medical indication rests on, in the clinic's
    words; left out, it is not known whether there is one, and ``medical_indication: false`` says that there is none."""

    planned_at: Moment
    kind: Kind
    teeth: Treatments
    minutes_planned: Minutes
    anaesthetist: Anaesthetist | None = None
    medical_indication: bool | None = None
    indication: Words | None = None
    diagnosis: Annotated[str, Meta(pattern=r"^[A-Z][0-9]{2}(\.[0-9]{1,2})?$")] | None = None


class Findings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What was found out on the way: the examinations by the anaesthetist, the equipment, and what is only advised.
    What is left out is not known, or stays as it was noted before."""

    examined_at: Moment | None = None
    examined_again_at: Moment | None = None
    equipment_complete: bool | None = None
    asa_class: Annotated[int, Meta(ge=1, le=6)] | None = None
    fasting_kept: bool | None = None
    continuous_monitoring: bool | None = None
    recent_respiratory_infection: bool | None = None

    def then(self, later: Findings) -> Findings:
        """These findings with those that were noted later."""
        told = {name: value for name in self.__struct_fields__ if (value := getattr(later, name)) is not None}
        return msgspec.structs.replace(self, **told)


class Clinic(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A clinic by the number of its organisation and the place, as the register knows it."""

    bin: str
    place: str


class PlanDocument(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a clinic files. The number of the child finds them in the register and is kept nowhere else."""

    iin: str
    clinic: Clinic
    plan: ToldPlan
    findings: Findings = msgspec.field(default_factory=Findings)


class Signature(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A typed name under a decision, with the name of the child as the parent writes it. Both go into the sealed
    document and nowhere else."""

    signer: Name
    relation: Relation
    child: Name
    kind: SignatureKind = "typed"


class Complication(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something that went wrong. ``serious`` is the clinic's word; some complications are, whatever it says."""

    code: ComplicationCode
    happened_at: Moment
    serious: bool = False
    words: Words | None = None

    @property
    def opens_an_incident(self) -> bool:
        return self.serious or self.code in SERIOUS


class SessionReport(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What was done. ``anaesthesia_minutes``: from the first drug to waking up. ``complications``: those that were not
    reported before."""

    teeth: Treatments
    anaesthesia_minutes: Minutes
    complications: tuple[Complication, ...] = ()


@dataclass(frozen=True, slots=True)
class OverrideRecord:
    """That a physician answers for demands of the law that are not met, and why."""

    demands: tuple[str, ...]
    physician: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class PlanRecord:
    """A plan as it stands. ``overrides`` are those of this version of it."""

    id: UUID
    number: int
    person: UUID
    facility: UUID
    state: State
    version: int
    plan: ToldPlan
    findings: Findings
    overrides: tuple[OverrideRecord, ...]
    filed_at: datetime


@dataclass(frozen=True, slots=True)
class StepRecord:
    """One step in the life of a plan: what was done, by whom, when, and the state it led to."""

    verb: Verb
    state: State
    by: str
    at: datetime
    entry: int


@dataclass(frozen=True, slots=True)
class ConsentRecord:
    """A decision of the parents about one version of a plan. ``digest``: of the document they signed, as hexadecimal;
    ``stands``: nothing has happened since that takes it back."""

    plan: int
    version: int
    decision: Decision
    relation: Relation
    signature: SignatureKind
    language: Language
    at: datetime
    digest: str
    stands: bool


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """What was done on the day, and what went wrong, then or later."""

    plan: int
    started_at: datetime
    reported_at: datetime | None
    report: SessionReport | None
    complications: tuple[Complication, ...]


@dataclass(frozen=True, slots=True)
class IncidentRecord:
    """A serious complication, open to those who inspect clinics from the moment it was reported. It names no child."""

    number: int
    plan: int
    facility: UUID
    code: ComplicationCode
    happened_at: datetime
    opened_at: datetime


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """One line of a list of plans."""

    number: int
    facility: UUID
    state: State
    planned_on: date
    kind: Kind
