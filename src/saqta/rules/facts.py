"""Everything that may be said about a case: the published facts document as frozen types.

A field left out, or null, is unknown; it is never false. The types are also the source of the published JSON Schema.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

import msgspec

from saqta.basis.identifiers import Sex

Residence = Literal["permanent", "temporary", "refugee", "asylum_seeker"]

CategoryCode = Literal[
    "child",
    "registered_unemployed",
    "pregnant_not_working",
    "parent_of_child_under_3",
    "parental_leave",
    "carer_of_disabled_child",
    "pensioner",
    "war_veteran",
    "convicted",
    "detained",
    "kandas_not_working",
    "awarded_mother",
    "disability",
    "full_time_student",
    "carer_of_group_1_disabled",
    "social_assistance",
    "crisis_level",
    "exempt_service",
]

Award = Literal["altyn_alqa", "kumis_alqa", "mother_heroine", "maternal_glory_1", "maternal_glory_2"]

PaymentKind = Literal[
    "employer",
    "employee",
    "civil_contract",
    "entrepreneur",
    "independent",
    "aggregate_payment",
    "unified_payment",
    "self_employed",
    "state",
    "local_budget",
]

IncomeKind = Literal[
    "employee", "civil_contract", "entrepreneur", "independent", "self_employed", "aggregate_payment", "state"
]

MonthText = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^(?!0000)[0-9]{4}-(0[1-9]|1[0-2])$(?!\n)", description="A month, YYYY-MM.", examples=["2025-07"]
    ),
]
AmountText = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^[0-9]{1,10}(\.[0-9]{1,2})?$(?!\n)", description="Tenge, at most two decimals.", examples=["4250.00"]
    ),
]
CountryText = Annotated[
    str, msgspec.Meta(pattern=r"^([A-Z]{2}|stateless)$(?!\n)", description="ISO 3166 alpha-2, or stateless.")
]


DiagnosisText = Annotated[
    str,
    msgspec.Meta(pattern=r"^[A-Z][0-9]{2}(\.[0-9]{1,2})?$(?!\n)", description="A code of ICD-10.", examples=["K04.0"]),
]


class _Document(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What all parts of a facts document share: unknown fields are refused, what is left out stays unknown."""


class Person(_Document, frozen=True):
    """Who the question is about. ``died_on`` is a day, or false; until a death is recorded, the person lives."""

    birth_date: date | None = None
    sex: Sex | None = None
    citizenship: CountryText | None = None
    residence: Residence | None = None
    died_on: date | bool | None = None


class Membership(_Document, frozen=True):
    """A category held from ``from`` up to, but not including, ``until``; ``until`` null means still held.

    The attributes matter only where the law looks at them. ``working: true`` ends the membership in a category of
    people who do not work; left out, the record itself says that they do not.
    """

    code: CategoryCode
    start: date = msgspec.field(name="from")
    until: date | None = None
    group: Annotated[int, msgspec.Meta(ge=1, le=3)] | None = None
    since_childhood: bool | None = None
    working: bool | None = None
    visited_on: date | None = None
    no_pension_contributions_for_3_months: bool | None = None
    level: Literal["D", "E"] | None = None
    award: Award | None = None
    house_arrest: bool | None = None
    minimum_security: bool | None = None
    subsidised_job: bool | None = None
    receives_allowance: bool | None = None


class Days(_Document, frozen=True):
    """The days from ``from`` up to, but not including, ``until``."""

    start: date = msgspec.field(name="from")
    until: date


class Payment(_Document, frozen=True):
    """A payment accepted for a month. ``leave`` marks one transfer for a paid leave that reaches over several."""

    month: MonthText
    kind: PaymentKind = msgspec.field(name="as")
    amount: AmountText | None = None
    paid_on: date | None = None
    leave: Days | None = None


class MonthsNotOwed(_Document, frozen=True):
    """Months for which the Fund records that nothing is owed: before arrival, or in a business relieved in 2020."""

    start: MonthText = msgspec.field(name="from")
    until: MonthText
    why: Literal["before_arrival", "abroad", "relief_2020"]


class PersonFacts(_Document, frozen=True):
    """The facts of one person. ``register_until`` is the last day for which the two lists are complete: up to it what
    is not listed did not happen, after it is unknown; left out, the lists are complete up to the day asked about."""

    person: Person = msgspec.field(default_factory=Person)
    categories: tuple[Membership, ...] | None = None
    payments: tuple[Payment, ...] | None = None
    register_until: date | None = None
    months_not_owed: tuple[MonthsNotOwed, ...] = ()


class Need(_Document, frozen=True):
    """What care is needed for. Some of it only a professional may state.

    ``dentist_found_urgent``: a dentist has judged the case, acute pain included, and found it urgent, or not.
    ``months_since_event``: whole months since an infarct or a stroke. ``on_list``: the doctor has found the medicine
    and the disease on the ministry's list. ``socially_significant_disease`` and ``infectious_disease`` say of what kind
    the disease is where the code of the diagnosis is not known.
    """

    urgency: Literal["urgent", "planned"] | None = None
    acute_pain: bool | None = None
    dentist_found_urgent: bool | None = None
    diagnosis: DiagnosisText | None = None
    congenital_maxillofacial_pathology: bool | None = None
    dentofacial_anomaly: bool | None = None
    low_income_family: bool | None = None
    referral: bool | None = None
    suspected_disease: DiagnosisText | None = None
    months_since_event: Annotated[int, msgspec.Meta(ge=0, le=1200)] | None = None
    socially_significant_disease: bool | None = None
    infectious_disease: bool | None = None
    dangerous_to_others: bool | None = None
    life_threatening: bool | None = None
    epidemic_disease: bool | None = None
    first_visit: bool | None = None
    on_list: bool | None = None


class Facility(_Document, frozen=True):
    """The clinic where the care is to be given."""

    contract_with_fund: bool | None = None


class EntitlementFacts(PersonFacts, frozen=True):
    """The facts behind "is this care free for me". ``insured``: the status as the Fund's system shows it; left out, it
    is worked out from the person's facts for the same day."""

    insured: bool | None = None
    need: Need | None = None
    pregnant: bool | None = None
    facility: Facility | None = None


class Income(_Document, frozen=True):
    """One source of income in the month asked about. Fixed-base payers need no ``amount``.

    What one ``payer`` pays is capped together; incomes without a payer are taken to come from different ones.
    ``place`` is where a payer of the aggregate payment lives; ``leave`` marks leave pay to be split by months;
    ``unified_payment`` says of this payer what the document says of all.
    """

    kind: IncomeKind = msgspec.field(name="as")
    amount: AmountText | None = None
    payer: Annotated[str, msgspec.Meta(max_length=100)] | None = None
    place: Literal["city", "village"] | None = None
    leave: Days | None = None
    unified_payment: bool | None = None


class ContributionFacts(PersonFacts, frozen=True):
    """The facts behind "what is owed for this month". ``unified_payment``: employers pay by that regime (ЕП)."""

    unified_payment: bool | None = None
    income: tuple[Income, ...] | None = None


class Patient(_Document, frozen=True):
    """Who is to be anaesthetised."""

    birth_date: date | None = None


class AnaesthesiaFacts(_Document, frozen=True):
    """The facts behind "may this session under anaesthesia go ahead". ``planned_on``: the day of the session; left out,
    it is the day asked about. How long before the session the anaesthetist examined the patient is given in hours, with
    decimals if need be, or in whole minutes; ``examined_by_anaesthetist: false`` says that nobody did.

    ``equipment_complete``: the clinic has found its equipment complete. ``asa_class``, ``fasting_kept``,
    ``continuous_monitoring`` and ``recent_respiratory_infection`` are for advice alone, and so are the teeth and the
    minutes planned.
    """

    patient: Patient = msgspec.field(default_factory=Patient)
    planned_on: date | None = None
    kind: Literal["general", "sedation", "local"] | None = None
    medical_indication: bool | None = None
    written_consent: bool | None = None
    consent_informed_of_risks: bool | None = None
    licence_annex_anaesthesiology: bool | None = None
    anaesthetist_certified: bool | None = None
    equipment_complete: bool | None = None
    examined_by_anaesthetist: bool | None = None
    examined_hours_before: int | Decimal | None = None
    examined_minutes_before: Annotated[int, msgspec.Meta(ge=0, le=525_600)] | None = None
    examined_again_before_start: bool | None = None
    teeth_planned: Annotated[int, msgspec.Meta(ge=0, le=32)] | None = None
    minutes_planned: Annotated[int, msgspec.Meta(ge=0, le=1440)] | None = None
    asa_class: Annotated[int, msgspec.Meta(ge=1, le=6)] | None = None
    fasting_kept: bool | None = None
    continuous_monitoring: bool | None = None
    recent_respiratory_infection: bool | None = None


class UrgentMeasure(_Document, frozen=True):
    """An urgent measure that was taken. ``annulled``: the higher body or the court has annulled it;
    ``mending_confirmed``: a follow-up inspection has confirmed that the violation is mended. ``competent`` and
    ``procedure_kept`` are for the question whether it may be annulled; ``complaint_filed``, ``receipt_refused`` and
    ``time_is_over`` change nothing, and the answer says so."""

    kind: Literal["suspend_activity", "suspend_part", "remove_person"] | None = None
    annulled: bool | None = None
    mending_confirmed: bool | None = None
    competent: bool | None = None
    procedure_kept: bool | None = None
    complaint_filed: bool | None = None
    receipt_refused: bool | None = None
    time_is_over: bool | None = None


class MeasureFacts(_Document, frozen=True):
    """The facts behind "may an urgent measure be applied to this clinic". ``control`` is what the inspectors are doing
    there; ``care_given``: the clinic gives the care, or somebody does the work, for which the document is missing."""

    control: Literal["inspection", "investigation", "preventive_visit", "preventive_remote"] | None = None
    care_given: bool | None = None
    licence_missing: bool | None = None
    annex_missing: bool | None = None
    certificate_missing: bool | None = None
    other_violation: bool | None = None
    measure: UrgentMeasure | None = None
