"""The facts that the rules of packages may ask about, each with its place in the published facts document.

The cost ranks the questions: what is plain first, what needs a paper or is sensitive later, and what only a
professional may state last.
"""

from __future__ import annotations

from saqta.logic.nodes import Fact, Kind
from saqta.logic.vocabulary import FactSpec, Vocabulary

DENTAL_MEMBERS: tuple[str, ...] = (
    "war_veteran",
    "disability",
    "awarded_mother",
    "social_assistance",
    "pensioner",
    "carer_of_disabled_child",
    "carer_of_group_1_disabled",
)
"""Dental categories that a membership of the facts document shows, by the name of the fact that they become."""

VOCABULARY = Vocabulary(
    (
        FactSpec("citizenship", Kind.WORD, "person.citizenship"),
        FactSpec("residence", Kind.WORD, "person.residence"),
        FactSpec("recorded", Kind.BOOL, "person.citizenship"),
        FactSpec("kandas", Kind.BOOL, "categories"),
        FactSpec("died", Kind.BOOL, "person.died_on"),
        FactSpec("age", Kind.NUMBER, "person.birth_date"),
        FactSpec("insured", Kind.BOOL, "insured"),
        FactSpec("pregnant", Kind.BOOL, "pregnant", 2),
        *(FactSpec(name, Kind.BOOL, "categories", 2) for name in DENTAL_MEMBERS),
        FactSpec("since_childhood", Kind.BOOL, "categories", 2),
        FactSpec("contract", Kind.BOOL, "facility.contract_with_fund", 2),
        FactSpec("referral", Kind.BOOL, "need.referral"),
        FactSpec("first_visit", Kind.BOOL, "need.first_visit"),
        FactSpec("urgency", Kind.WORD, "need.urgency"),
        FactSpec("dentist_found_urgent", Kind.BOOL, "need.dentist_found_urgent", 4),
        FactSpec("congenital_pathology", Kind.BOOL, "need.congenital_maxillofacial_pathology", 2),
        FactSpec("dentofacial_anomaly", Kind.BOOL, "need.dentofacial_anomaly", 2),
        FactSpec("low_income", Kind.BOOL, "need.low_income_family", 3),
        FactSpec("socially_significant", Kind.BOOL, "need.diagnosis", 3),
        FactSpec("listed_in_2020", Kind.BOOL, "need.diagnosis", 3),
        FactSpec("infectious", Kind.BOOL, "need.diagnosis", 3),
        FactSpec("tuberculosis", Kind.BOOL, "need.diagnosis", 3),
        FactSpec("mental_disorder", Kind.BOOL, "need.diagnosis", 3),
        FactSpec("suspected_significant", Kind.BOOL, "need.suspected_disease", 3),
        FactSpec("suspected_tb_or_hiv", Kind.BOOL, "need.suspected_disease", 3),
        FactSpec("dangerous", Kind.BOOL, "need.dangerous_to_others", 4),
        FactSpec("life_threatening", Kind.BOOL, "need.life_threatening", 4),
        FactSpec("epidemic", Kind.BOOL, "need.epidemic_disease", 4),
        FactSpec("on_list", Kind.BOOL, "need.on_list", 4),
    )
)


def fact(name: str) -> Fact:
    return VOCABULARY.fact(name)
