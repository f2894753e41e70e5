"""One person's facts about one need of care, prepared so that the rules of packages can be asked about a day.

Diagnoses become membership of the official lists as they stood on the day; memberships count on the days on which they
are held, because a right to care, unlike the insurance, is not carried to the end of a month.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property, lru_cache
from typing import NamedTuple

from saqta.basis.days import age_on
from saqta.basis.month import Month
from saqta.basis.span import covers
from saqta.law.book import Book, Law
from saqta.law.packages import DentalCategory, stands_in
from saqta.law.services import Care, Service
from saqta.logic.reference import Value, kleene_and, kleene_or
from saqta.logic.vocabulary import Record
from saqta.rules.care_vocabulary import DENTAL_MEMBERS, VOCABULARY
from saqta.rules.case import Case
from saqta.rules.facts import EntitlementFacts, Facility, Membership, Need
from saqta.rules.standing import Standing

INFECTIOUS = ("A", "B")
"""ICD-10 keeps certain infectious and parasitic diseases under these letters; no official mapping was found."""

CONTAGIOUS = (*INFECTIOUS, "J", "U")
"""The letters under which a disease that passes between people can stand: also those of the airways and new ones."""


class CareCase:
    """The facts behind one question about care, under one law."""

    def __init__(self, facts: EntitlementFacts, law: Law, service: Service) -> None:
        self.facts, self.law, self.service = facts, law, service
        self.need = facts.need or Need()
        self.facility = facts.facility or Facility()
        self.person = Case(facts, law)

    @cached_property
    def standing(self) -> Standing | None:
        """The insured status worked out from the person's facts; None where it was stated, or its law is not known."""
        return Standing(self.person) if self.facts.insured is None and self.law.is_known else None

    @property
    def insured(self) -> bool | None:
        """As stated, or as worked out. Where no payments are listed at all only what needs none is worked out: the rest
        would be a long search that ends in asking for them."""
        if self.standing is None:
            return self.facts.insured
        if self.facts.payments is None:
            value = self.standing.explanation.value
            return None if value is None else bool(value)
        return {"yes": True, "no": False}.get(self.standing.verdict)

    @property
    def status_is_open(self) -> bool:
        """Whether no fact can settle the insured status: the law leaves it open or is not known for the day."""
        if self.facts.insured is not None:
            return False
        listed = self.facts.payments is not None
        return self.standing is None or (listed and self.standing.verdict == "undetermined")

    def record(self, insured: bool | None) -> Record:
        """The facts as the rules read them, with the insured status given."""
        return VOCABULARY.record_of({**self.values, "insured": insured}, Month.of(self.law.day))

    @cached_property
    def values(self) -> Mapping[str, Value]:
        """The facts by name, without the insured status."""
        need = self.need
        return {
            **self.person.belonging(self.law.day),
            "age": self.age,
            "pregnant": self.pregnant,
            **{name: self._holds(name) for name in DENTAL_MEMBERS},
            "since_childhood": self._cares_since_childhood,
            "contract": self.facility.contract_with_fund,
            "referral": need.referral,
            "first_visit": need.first_visit,
            "urgency": self._urgency,
            "dentist_found_urgent": need.dentist_found_urgent,
            "congenital_pathology": self._congenital,
            "dentofacial_anomaly": need.dentofacial_anomaly,
            "low_income": self._low_income,
            **self._diagnosed,
            "suspected_significant": self._suspected(None),
            "suspected_tb_or_hiv": self._suspected(("tuberculosis", "hiv")),
            "dangerous": self._dangerous,
            "life_threatening": need.life_threatening,
            "epidemic": need.epidemic_disease,
            "on_list": need.on_list,
        }

    @property
    def age(self) -> int | None:
        """Whole years of life on the day."""
        born = self.facts.person.birth_date
        return None if born is None else age_on(self.law.day, born)

    @cached_property
    def pregnant(self) -> bool | None:
        """As stated; a recorded pregnancy says it too, and sex and age can rule it out."""
        if self.facts.pregnant is not None:
            return self.facts.pregnant
        if any(True for _ in self._held("pregnant_not_working")):
            return True
        never = self.age is not None and not (
            self.law.number("pregnancy_age_from") <= self.age < self.law.number("pregnancy_age_until")
        )
        return False if never or self.facts.person.sex == "male" else None

    def _held(self, code: str) -> Iterator[Membership]:
        """The memberships of a category that cover the day."""
        for membership in self.facts.categories or ():
            if membership.code == code and covers(membership.start, membership.until, self.law.day):
                yield membership

    def _holds(self, name: str) -> bool | None:
        """Whether the person is of a dental category that a membership shows; without a membership false where the list
        is complete for the day, else unknown."""
        category = self.law.book.dental_categories[name]
        held = [self._counts(category, membership) for membership in self._held(name)]
        return kleene_or([*held, self.person.unlisted(self.law.day)])

    def _counts(self, category: DentalCategory, membership: Membership) -> bool | None:
        """Carers who work do not count, and of awards only those named."""
        works = bool(membership.working) and category.code.startswith("carer")
        awarded = None if membership.award is None else membership.award in category.awards
        return kleene_and([not works, awarded if category.awards else True])

    @property
    def _cares_since_childhood(self) -> bool | None:
        return kleene_or([False, *(found.since_childhood for found in self._held("carer_of_group_1_disabled"))])

    @property
    def _urgency(self) -> str | None:
        """As stated; dental care that a dentist found urgent is urgent, whether or not that is said again."""
        found = self.service.care == "dental" and self.need.dentist_found_urgent
        return "urgent" if found else self.need.urgency

    @property
    def _congenital(self) -> bool | None:
        """As stated; a diagnosis of a cleft of lip or palate says it too."""
        if self.need.congenital_maxillofacial_pathology is None and self.need.diagnosis is not None:
            return True if self.need.diagnosis[:3] in CLEFTS else None
        return self.need.congenital_maxillofacial_pathology

    @property
    def _low_income(self) -> bool | None:
        """As stated; a family on targeted social assistance is one."""
        if self.need.low_income_family is None and any(True for _ in self._held("social_assistance")):
            return True
        return self.need.low_income_family

    @cached_property
    def _diagnosed(self) -> Mapping[str, bool | None]:
        """What the diagnosis says of each list."""
        codes = self._codes(self.need.diagnosis)
        listed = self._listed(codes, self.law.day, None)
        shorter, _ = self.law.book.spans["significant_diseases_of_2026"]
        stated = self.need.socially_significant_disease
        infectious = self.need.infectious_disease
        return {
            "socially_significant": stated if stated or listed is None else listed,
            "listed_in_2020": self._listed(codes, min(self.law.day, shorter - timedelta(days=1)), None),
            "infectious": infectious if infectious or not codes else any(code[0] in INFECTIOUS for code in codes),
            "tuberculosis": self._listed(codes, self.law.day, ("tuberculosis",)),
            "mental_disorder": self._listed(codes, self.law.day, ("mental",)),
        }

    @property
    def _dangerous(self) -> bool | None:
        """As a doctor stated; a diagnosis of a disease that does not pass from one person to another says that it is
        not dangerous to others."""
        stated, diagnosis = self.need.dangerous_to_others, self.need.diagnosis
        passes_on = self.need.infectious_disease if diagnosis is None else diagnosis[0] in CONTAGIOUS
        return False if stated is None and passes_on is False else stated

    @property
    def diagnosis_lacks_time(self) -> bool:
        """Whether the diagnosis is of a group that counts for some months only, and their number is not given."""
        held = [
            group for code in self._codes(self.need.diagnosis) for group in groups_of(self.law.book, code, self.law.day)
        ]
        return self.need.months_since_event is None and any(group.surely and group.months for group in held)

    def _suspected(self, groups: tuple[str, ...] | None) -> bool | None:
        """A disease is suspected, so how long ago its event was does not matter."""
        return self._listed(self._codes(self.need.suspected_disease), self.law.day, groups, months=0)

    def _codes(self, stated: str | None) -> tuple[str, ...]:
        """The diagnosis as stated. A service that is named for a disease is about that one: a stated diagnosis says
        which of its kinds, and is otherwise beside the question."""
        written = self.service.icd10 if self.service.care in NAMED_FOR_A_DISEASE else ()
        named = [code for code in written if not code.startswith(REASON_FOR_A_VISIT)]
        if stated is not None and (not named or any(stands_in(stated, code) for code in named)):
            return (stated,)
        return tuple(code.partition("-")[0] for code in named)

    def _listed(
        self, diagnoses: tuple[str, ...], day: date, groups: tuple[str, ...] | None, months: int | None = None
    ) -> bool | None:
        """Whether a diagnosis stands in some group of the list of the day (of all groups, or of those named)."""
        if not diagnoses:
            return None
        since = self.need.months_since_event if months is None else months
        found: list[bool | None] = [False]
        for diagnosis in diagnoses:
            held = groups_of(self.law.book, diagnosis, day)
            found += [group.counts(since) for group in held if groups is None or group.code in groups]
        return kleene_or(found)


class InGroup(NamedTuple):
    """A group of the list of a day that holds a diagnosis, or, where ``surely`` is false, a more exact code of it."""

    code: str
    surely: bool
    months: int | None

    def counts(self, months_since: int | None) -> bool | None:
        """Whether the disease counts so many months after its event."""
        if not self.surely:
            return None
        if self.months is None:
            return True
        return None if months_since is None else months_since <= self.months


@lru_cache(maxsize=4096)
def groups_of(book: Book, diagnosis: str, day: date) -> tuple[InGroup, ...]:
    """The groups of the list of the day that a diagnosis stands in, or may stand in."""
    dated = ((group.code, group.on(day)) for group in book.diseases.values())
    return tuple(
        InGroup(code, wording.holds(diagnosis), wording.months_after_event)
        for code, wording in dated
        if wording is not None and (wording.holds(diagnosis) or wording.may_hold(diagnosis))
    )


NAMED_FOR_A_DISEASE: frozenset[Care] = frozenset(
    {"socially_significant_treatment", "suspected_disease_workup", "chronic_observation", "rehabilitation"}
)
"""Kinds of care whose services say in their name for which disease they are, as in "treatment of tuberculosis"."""

REASON_FOR_A_VISIT = "Z"
"""ICD-10 keeps reasons to come, such as a session of chemotherapy, under this letter; they are no disease."""

CLEFTS = frozenset({"Q35", "Q36", "Q37"})
"""ICD-10: cleft palate, cleft lip, both; congenital pathology of the jaws and face by any reading."""
