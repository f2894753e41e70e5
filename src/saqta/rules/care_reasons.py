"""The reasons and conditions of an answer about care: sentences for the parts of the rule that decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

import msgspec

from saqta.basis.days import day_text
from saqta.basis.text import Text, listed
from saqta.logic.explain import ClauseOutcome
from saqta.rules.answer import Citing, Missing, Reason, State
from saqta.rules.care_standing import OPEN_STATUS, CareStanding
from saqta.rules.phrases import phrases
from saqta.rules.status_reasons import reasons_for as reasons_of_status

Stater = Literal["register", "patient", "doctor", "dentist", "fund", "social_protection"]

STATED_BY: Mapping[str, Stater] = {
    "contract": "fund",
    "insured": "register",
    "child-insured": "register",
    "child": "register",
    "holder-of-the-guaranteed-package": "register",
    "citizen-of-the-cis": "register",
    "referral": "doctor",
    "first-visit": "patient",
    "socially-significant": "doctor",
    "suspected-significant": "doctor",
    "suspected-tb-or-hiv": "doctor",
    "tuberculosis": "doctor",
    "mental-disorder": "doctor",
    "epidemic": "doctor",
    "on-list": "doctor",
    "congenital-pathology": "doctor",
    "life-threatening": "doctor",
    "urgent-state": "doctor",
    "dangerous-disease": "doctor",
    "dentist-found-urgent": "dentist",
    "orthodontic-congenital": "dentist",
    "dentofacial-anomaly": "dentist",
    "low-income-family": "social_protection",
    "dental-child": "register",
    "dental-pregnant": "doctor",
    "dental-war_veteran": "register",
    "dental-disability": "register",
    "dental-awarded_mother": "register",
    "dental-social_assistance": "social_protection",
    "dental-pensioner": "register",
    "dental-patient": "doctor",
    "dental-carer_of_disabled_child": "social_protection",
    "dental-carer_of_group_1_disabled": "social_protection",
}
"""The parts of the rules that are conditions, each with the one whose word counts for it."""

MOST_NAMED = 6
"""How many missing facts a sentence names; all of them stand in the list."""


class CareCondition(msgspec.Struct, frozen=True):
    """Something that must hold, whether it does, and who states it."""

    code: str
    text: Text
    state: State
    stated_by: Stater
    who: Text
    cites: tuple[str, ...]


def conditions_of(standing: CareStanding, citing: Citing) -> Iterator[CareCondition]:
    """The conditions that the verdict rests on, or that still decide it."""
    words = phrases("entitlement")
    for outcome in standing.outcomes.values():
        code = outcome.clause.code
        if outcome.decisive and code in STATED_BY:
            state: State = "unknown" if outcome.value is None else "met" if outcome.value else "not_met"
            by = STATED_BY[code]
            cites = citing.keys_that_speak(outcome.clause.cites)
            yield CareCondition(code, condition_name(standing, code), state, by, words[f"who-{by}"], cites)


def condition_name(standing: CareStanding, code: str) -> Text:
    """A condition as a person would name it; a dental category by the wording of the day."""
    category = standing.law.book.dental_categories.get(code.removeprefix("dental-"))
    if code.startswith("dental-") and category is not None:
        day = standing.law.day
        return next(found.name for found in category.wordings if found.end is None or day < found.end)
    return phrases("entitlement")[f"clause-{code}"]


def reasons_for(standing: CareStanding, missing: tuple[Missing, ...], citing: Citing) -> Iterator[Reason]:
    """The reasons in the order a person would give them."""
    writer = _Writer(standing, citing)
    match standing.verdict:
        case "yes":
            yield from writer.of_yes()
        case "no":
            yield from writer.of_no()
        case "depends":
            yield from writer.of_depends(missing)
        case _:
            yield from writer.of_undetermined()


class _Writer:
    def __init__(self, standing: CareStanding, citing: Citing) -> None:
        self.standing, self.citing = standing, citing
        self.words = phrases("entitlement")

    def of_yes(self) -> Iterator[Reason]:
        yield from self._items()
        yield from self._met(self._decisive())
        if self.standing.law.book.care[self.standing.service.care].way in ("dental", "orthodontics"):
            yield self._reason("no-referral-needed", ("P1900000421/item_1__subpara_4",))

    def _met(self, outcomes: Iterable[ClauseOutcome]) -> Iterator[Reason]:
        """A sentence for each condition that holds; of the clinic's contract another part of the answer speaks."""
        for outcome in outcomes:
            code = outcome.clause.code
            if code == "insured":
                yield from self._insured(outcome)
            elif code == "child-insured":
                yield self._reason("child-whatever-the-debt", outcome.clause.cites)
            elif code.startswith("dental-") and outcome.value:
                yield self._named("of-dental-category", outcome)
            elif code not in ("contract", "child") and outcome.value:
                yield self._named("condition-met", outcome)

    def of_no(self) -> Iterator[Reason]:
        standing = self.standing
        if standing.state_of("died"):
            yield self._reason("has-died", ("K2000000360/art_195",), on=day_text(standing.law.day))
            return
        if standing.state_of("contract") is False and "contract" in standing.outcomes:
            yield self._reason("no-contract", ("K2000000360/art_69", "P1900000421"))
            if standing.outcomes["contract"].decisive:
                return
        if "guaranteed" not in standing.outcomes and "insurance" not in standing.outcomes:
            yield from self._outside_both()
            return
        yield from self._why_not_dental()
        yield from self._why_not()

    def of_depends(self, missing: tuple[Missing, ...]) -> Iterator[Reason]:
        asked = {fact.fact for fact in missing}
        yield from self._items()
        yield from self._met(found for code, found in self.standing.outcomes.items() if self._holds(code))
        if "need.dentist_found_urgent" in asked:
            yield self._reason("dentist-decides", ("V2000021254/item_1", "P1900000421/item_1__subpara_4"))
        if "facility.contract_with_fund" in asked:
            yield self._reason("clinic-decides", ("K2000000360/art_69", "P1900000421"))
        said = DECIDED_BY_OTHERS | ({"need.urgency"} if "need.dentist_found_urgent" in asked else set())
        others = [fact.text for fact in missing if fact.fact not in said]
        if others:
            more = [Text(ru="…", kk="…", en="…")] if len(others) > MOST_NAMED else []
            facts = listed([*others[:MOST_NAMED], *more])
            yield self._reason("care-facts-missing", ("K2000000360/art_195", "K090000193_/art_34"), facts=facts)

    def of_undetermined(self) -> Iterator[Reason]:
        standing = self.standing
        for reading_id in standing.inquiry.readings:
            if reading_id != OPEN_STATUS:
                reading = standing.law.book.readings[reading_id]
                text = self.words["care-reading-open"].fill(question=reading.question)
                yield Reason("care-reading-open", text, self.citing.keys_that_speak(reading.cites))
                continue
            yield self._reason("status-open", ("Z1500000405/art_5__para_1",))
            if standing.case.standing is not None:
                yield from reasons_of_status(standing.case.standing, self.citing)

    def _items(self) -> Iterator[Reason]:
        """The item of the package that gives the care, or still may."""
        for item in self.standing.items:
            gives = item.value is True or (item.decisive and item.value is None)
            if gives and item.package == self.standing.package:
                text = self.words[f"in-{item.package}-package"].fill(item=item.wording.name)
                cites = self.citing.keys_that_speak(item.wording.cites)
                yield Reason(f"in-{item.package}-package", text, cites)

    def _insured(self, outcome: ClauseOutcome) -> Iterator[Reason]:
        """As stated in the question, or with the reasons of the status worked out."""
        if self.standing.case.standing is None:
            yield self._reason("status-is-stated", outcome.clause.cites)
        else:
            yield from reasons_of_status(self.standing.case.standing, self.citing)

    def _outside_both(self) -> Iterator[Reason]:
        """No item covers such care on the day; on some other day one may have, or will."""
        care, book = self.standing.service.care, self.standing.law.book
        packages = (book.package("guaranteed"), book.package("insurance"))
        ever = any(
            care in wording.care for package in packages for item in package.values() for wording in item.wordings
        )
        code = "not-yet-in-a-package" if ever else "not-in-any-package"
        dental = self.standing.service.field == "dental"
        yield self._reason(code, ("K2000000360/art_195", f"P1900000421{'/item_1__subpara_4' if dental else ''}"))

    def _why_not_dental(self) -> Iterator[Reason]:
        standing = self.standing
        if (
            standing.service.care not in ("dental", "dental_prevention")
            or standing.state_of("dental-planned") is not False
        ):
            return
        of_some = any(
            outcome.value for code, outcome in standing.outcomes.items()
            if code.startswith("dental-") and code in STATED_BY
        )  # fmt: skip
        code = "planned-for-few" if of_some or standing.form == "planned" else "not-of-a-dental-category"
        yield self._reason(code, ("P1900000421/item_1__subpara_4", "V2000021254/item_1"))

    def _why_not(self) -> Iterator[Reason]:
        """What failed, apart from what the sentences above have said."""
        dental = self.standing.service.care in ("dental", "dental_prevention")
        for outcome in self._decisive():
            code = outcome.clause.code
            said = code.startswith("dental-") or (dental and code in ("child", "dentist-found-urgent"))
            if outcome.value is not False or said:
                continue
            if code == "insured":
                yield self._reason("not-insured", outcome.clause.cites, on=day_text(self.standing.law.day))
            elif code == "holder-of-the-guaranteed-package":
                yield self._reason("visitor-without-the-package", ("K2000000360/art_196__para_1", "K090000193_/art_34"))
            elif code not in ("contract", "child-insured", "dangerous-disease", "citizen-of-the-cis"):
                yield self._named("condition-not-met", outcome)

    def _holds(self, code: str) -> bool:
        """Whether a condition holds that tells for the package in question: to belong to the country tells only for the
        guaranteed one."""
        of_holders = code in ("holder-of-the-guaranteed-package", "citizen-of-the-cis")
        beside = of_holders and self.standing.package == "insurance"
        return code in STATED_BY and not beside and self.standing.state_of(code) is True

    def _decisive(self) -> Iterator[ClauseOutcome]:
        return (found for found in self.standing.outcomes.values() if found.decisive and found.clause.code in STATED_BY)

    def _named(self, code: str, outcome: ClauseOutcome) -> Reason:
        name = condition_name(self.standing, outcome.clause.code)
        text = self.words[code].fill(condition=name)
        return Reason(f"{code}-{outcome.clause.code}", text, self.citing.keys_that_speak(outcome.clause.cites))

    def _reason(self, code: str, cites: Iterable[str], **values: Text) -> Reason:
        return Reason(code, self.words[code].fill(**values), self.citing.keys_that_speak(cites))


DECIDED_BY_OTHERS = frozenset({"need.dentist_found_urgent", "facility.contract_with_fund"})
"""Missing facts that have a sentence of their own."""
