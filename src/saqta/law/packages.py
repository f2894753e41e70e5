"""What the two packages hold, as data: items of care, the dental categories and the lists of diseases.

The names of conditions are words of the rules: a condition says *when* an item covers somebody, the rules say what has
to be known for that. Which service is of which kind of care stands in the catalogue.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

import msgspec

from saqta.basis.text import Text
from saqta.law.services import Care
from saqta.law.shape import Confidence, check_spans, in_force_on

PackageName = Literal["guaranteed", "insurance"]
"""The guaranteed volume of free care (ГОБМП) and care in the system of compulsory insurance (ОСМС)."""

Condition = Literal[
    "insured",
    "insured_for_dental",
    "not_insured",
    "referral",
    "first_visit",
    "urgent_state",
    "emergency_of_the_uninsured",
    "life_threatening",
    "socially_significant",
    "suspected_significant",
    "suspected_tb_or_hiv",
    "tuberculosis",
    "mental_disorder",
    "epidemic",
    "on_list",
    "child",
    "congenital_pathology",
    "dental_right",
    "acute_dental_state",
    "orthodontic_right",
]
"""What must be true for an item to cover somebody; each has a tree of its own in the rules."""

_RANGE = re.compile(r"[A-Z][0-9]{2}(\.[0-9]{1,2})?(-[A-Z][0-9]{2}(\.[0-9]{1,2})?)?")


class ItemWording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an item of a package covers during one span, and for whom.

    All of ``requires`` must hold. ``people`` are those who have the package at all, or visitors from the states of the
    CIS by their agreement. Of ``cites`` those in force on the day are quoted.
    """

    name: Text
    care: tuple[Care, ...]
    confidence: Confidence
    source: str
    cites: tuple[str, ...]
    start: date = msgspec.field(name="from")
    end: date | None = msgspec.field(name="until")
    requires: tuple[Condition, ...] = ()
    people: Literal["holders", "visitors_from_the_cis"] = "holders"


class PackageItem(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One item of a package through its wordings."""

    code: str
    wordings: tuple[ItemWording, ...]

    def __post_init__(self) -> None:
        check_spans(self.code, self.wordings)


class CareKind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of care: its name, its form where the kind itself fixes it, and how one comes to it.

    ``by_contract``: the patient chooses a clinic, which must hold a contract with the Fund.
    """

    code: Care
    name: Text
    by_contract: bool
    way: Literal["dental", "orthodontics", "referral", "district", "emergency", "hospital", "given_on_the_spot", "paid"]
    form: Literal["urgent", "planned"] | None = None


class DentalWording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who belongs to a dental category during one span, and in which forms dental care is free for them.

    ``requires`` are further facts of the membership. Where ``reading`` is set, the wording is the one followed under
    ``option`` of that open question; read otherwise, the wording before it goes on.
    """

    name: Text
    urgent: bool
    planned: bool
    confidence: Confidence
    source: str
    cites: tuple[str, ...]
    start: date = msgspec.field(name="from")
    end: date | None = msgspec.field(name="until")
    requires: tuple[str, ...] = ()
    reading: str | None = None
    option: str | None = None


class DentalCategory(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A group of people with free dental care. ``members`` is the category of the facts document that shows them; left
    out, the rules know them by age, pregnancy or disease. ``awards`` are the only ones that count."""

    code: str
    wordings: tuple[DentalWording, ...]
    members: str | None = None
    awards: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_spans(self.code, self.wordings)


class DiseaseWording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The diagnoses of a group during one span: codes and ranges of ICD-10, and for how many months after the event
    they count (null: as long as the disease lasts)."""

    icd10: tuple[str, ...]
    confidence: Confidence
    source: str
    cites: tuple[str, ...]
    start: date = msgspec.field(name="from")
    end: date | None = msgspec.field(name="until")
    months_after_event: int | None = None

    def __post_init__(self) -> None:
        for written in self.icd10:
            if not _RANGE.fullmatch(written):
                raise ValueError(f"{written!r} is not a code of ICD-10 such as K74 or C00-C97")

    def holds(self, diagnosis: str) -> bool:
        """Whether a diagnosis belongs to the group; ``C50.1`` belongs to ``C00-C97``, and ``B18`` alone not to
        ``B18.0``, because it may be another of its kinds."""
        return any(stands_in(diagnosis, written) for written in self.icd10)

    def may_hold(self, diagnosis: str) -> bool:
        """Whether a more exact code of the diagnosis belongs to the group."""
        return any(written.partition("-")[0].startswith(f"{diagnosis}.") for written in self.icd10)


class DiseaseGroup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A group of diseases on an official list."""

    code: str
    name: Text
    wordings: tuple[DiseaseWording, ...]

    def __post_init__(self) -> None:
        check_spans(self.code, self.wordings)

    def on(self, day: date) -> DiseaseWording | None:
        """The diagnoses of the group on a day; None when it is not on the list."""
        return in_force_on(self.wordings, day)


def stands_in(diagnosis: str, written: str) -> bool:
    """Whether a code of ICD-10 stands in a written code or range: ``C50.1`` in ``C00-C97``, ``K74.6`` in ``K74``."""
    first, _, last = written.partition("-")
    last = last or first
    return first <= diagnosis and diagnosis[: len(last)] <= last
