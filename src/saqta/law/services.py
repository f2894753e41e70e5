"""Care services as people ask about them: named in three languages, each of one kind of care.

Which package a kind of care belongs to is law and stands elsewhere; the catalogue says only what a service is.
"""

from __future__ import annotations

import re
from typing import Literal, get_args

import msgspec

from saqta.basis.text import LANGUAGES, Language, Text
from saqta.law.shape import Confidence

Care = Literal[
    "ambulance",
    "vaccination",
    "primary_care",
    "screening_cancer",
    "screening_chronic",
    "preventive_checkup",
    "specialist_visit",
    "chronic_observation",
    "diagnostics",
    "laboratory",
    "suspected_disease_workup",
    "procedures",
    "dental",
    "dental_prevention",
    "orthodontics",
    "dental_not_covered",
    "day_hospital",
    "home_hospital",
    "inpatient_planned",
    "inpatient_emergency",
    "childrens_reconstructive_surgery",
    "rehabilitation",
    "palliative",
    "blood",
    "pathology",
    "donor_workup",
    "medicines_inpatient",
    "medicines_outpatient",
    "socially_significant_treatment",
    "infectious_isolation",
    "epidemic_home_team",
    "urgent_outpatient",
    "not_covered",
]
"""The kind of care a service is: what the packages of the law are made of. ``not_covered`` and ``dental_not_covered``:
no list of either package seen names it. ``urgent_outpatient``: help with an injury, a poisoning or another urgent state
without a stay in hospital."""

CARE: tuple[Care, ...] = get_args(Care)

Form = Literal["urgent", "planned", "either"]
"""In which form of dental help a service is given: urgent, planned, or whichever the dentist finds the case to be."""

FORMED: frozenset[Care] = frozenset({"dental", "dental_prevention", "orthodontics"})
"""The kinds of care that are given in a form."""

_CODE = re.compile(r"[a-z]+(-[a-z]+)*\.[a-z0-9]+(-[a-z0-9]+)*")
_DIAGNOSIS = re.compile(r"[A-Z][0-9]{2}(\.[0-9])?(-[A-Z][0-9]{2}(\.[0-9])?)?")
_TARIFF = re.compile(r"[A-Z][0-9]{2}\.[0-9]{3}\.[0-9]{3}")
_PERMANENT = tuple(f"{quadrant}{place}" for quadrant in (1, 2, 3, 4) for place in range(1, 9))
_PRIMARY = tuple(f"{quadrant}{place}" for quadrant in (5, 6, 7, 8) for place in range(1, 6))


class EverydayNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What people call a service when they type or say it, in each language; at least one name in each."""

    ru: tuple[str, ...]
    kk: tuple[str, ...]
    en: tuple[str, ...]

    def __post_init__(self) -> None:
        for language in LANGUAGES:
            if not all(name.strip() for name in self.in_language(language)) or not self.in_language(language):
                raise ValueError(f"everyday names lack their {language} version")

    def in_language(self, language: Language) -> tuple[str, ...]:
        match language:
            case "ru":
                return self.ru
            case "kk":
                return self.kk
            case "en":
                return self.en


class Teeth(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """On which teeth a service is given, in the two-digit notation of the World Dental Federation (ISO 3950).

    ``only`` names teeth (``36``) and ranges of one quadrant (``14-18``); left empty, every tooth of the dentition.
    """

    dentition: Literal["permanent", "primary", "any"]
    only: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for written in self.only:
            self._read(written)

    @property
    def numbers(self) -> frozenset[str]:
        """The teeth as two-digit numbers."""
        if not self.only:
            return frozenset(self._dentition)
        return frozenset(number for written in self.only for number in self._read(written))

    @property
    def _dentition(self) -> tuple[str, ...]:
        match self.dentition:
            case "permanent":
                return _PERMANENT
            case "primary":
                return _PRIMARY
            case "any":
                return _PERMANENT + _PRIMARY

    def _read(self, written: str) -> tuple[str, ...]:
        first, _, last = written.partition("-")
        last = last or first
        if first not in self._dentition or last not in self._dentition:
            raise ValueError(f"{written!r} names no {self.dentition} tooth")
        if first[0] != last[0] or first > last:
            raise ValueError(f"{written!r} is not a range within one quadrant")
        return self._dentition[self._dentition.index(first) : self._dentition.index(last) + 1]


class Tariff(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The codes of the tariff list under which the Fund pays for a service.

    ``verified`` is False where the codes were not seen in a list in force: then they are candidates, not facts.
    """

    codes: tuple[str, ...]
    verified: bool
    source: str

    def __post_init__(self) -> None:
        for code in self.codes:
            if not _TARIFF.fullmatch(code):
                raise ValueError(f"{code!r} is not a tariff code such as D03.032.001")


class Service(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A care service that people ask about, under a code that stays the same for ever.

    ``confidence`` says how sure it is that the service is of this kind of care and form; ``note`` what a person
    should know who is told the answer. ``icd10`` are hints for the search and for clinics, never a condition; where
    the name itself says the disease, as in "treatment of tuberculosis", they say which one is meant.
    """

    code: str
    name: Text
    also: EverydayNames
    care: Care
    confidence: Confidence
    source: str
    form: Form | None = None
    icd10: tuple[str, ...] = ()
    teeth: Teeth | None = None
    tariff: Tariff | None = None
    note: Text | None = None

    def __post_init__(self) -> None:
        if not _CODE.fullmatch(self.code):
            raise ValueError(f"{self.code!r} is not a service code such as dental.caries-treatment")
        if (self.form is not None) is not (self.care in FORMED):
            raise ValueError(f"{self.code}: dental help has a form, and nothing else has one")
        for diagnosis in self.icd10:
            if not _DIAGNOSIS.fullmatch(diagnosis):
                raise ValueError(f"{self.code}: {diagnosis!r} is not a code of ICD-10 such as K02 or Q35-Q37")

    @property
    def field(self) -> str:
        """The first word of the code: the field of care, and the name of the file that holds the service."""
        return self.code.partition(".")[0]
