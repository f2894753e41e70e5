"""The rule of free care: is care of one kind free for the person, and under which package? One cited tree for each
kind of care and form of dental help.

An item of a package covers whoever has the package and meets its conditions. What the guaranteed package gives is not
taken from the insurance (Code 360-VI, art. 200 para. 1), so where both would cover, the package is the guaranteed one.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from saqta.law.book import Book, Law
from saqta.law.packages import Condition, ItemWording, PackageName
from saqta.law.services import Care, Form
from saqta.logic.nodes import (
    FALSE,
    And,
    Choice,
    Clause,
    Compare,
    Const,
    During,
    Kind,
    Node,
    Not,
    OneOf,
    Or,
    Param,
    Reading,
)
from saqta.rules import dental
from saqta.rules.care_vocabulary import fact
from saqta.rules.participant import resident
from saqta.rules.settled import settled

CODE = "K2000000360"
FORMER_CODE = "K090000193_/art_34"
INSURANCE = "Z1500000405"
OUTPATIENT = f"{CODE}/art_196__para_3__subpara_3"

AFTER_DEATH: frozenset[Care] = frozenset({"pathology", "donor_workup"})
"""Care that concerns the dead."""


def entitled(book: Book, care: Care, form: Form | None = None) -> Node:
    """Is care of this kind free for the person in the clinic on this day? ``form`` is that of a dental service."""
    packages = Or((guaranteed(book, care, form), by_insurance(book, care, form)))
    needed: list[Node] = (
        [] if care in AFTER_DEATH else [Not(Clause("died", fact("died"), (f"{CODE}/art_195", FORMER_CODE)))]
    )
    if book.care[care].by_contract:
        needed.append(Clause("contract", fact("contract"), (f"{CODE}/art_69", "P1900000421")))
    return And((packages, *needed))


def guaranteed(book: Book, care: Care, form: Form | None = None) -> Node:
    """Is the care free under the guaranteed package?"""
    own = And((holders(), _items(book, "guaranteed", care, form, people="holders")))
    visitors = And((from_the_cis(), _items(book, "guaranteed", care, form, people="visitors_from_the_cis")))
    return Clause("guaranteed", Or((own, visitors)), (f"{CODE}/art_196", FORMER_CODE))


def by_insurance(book: Book, care: Care, form: Form | None = None) -> Node:
    """Would the insurance give the care, if the guaranteed package did not?"""
    return Clause(
        "insurance", _items(book, "insurance", care, form, people="holders"), (f"{CODE}/art_200", "P1900000421")
    )


def holders() -> Node:
    """Who has the guaranteed package: people who belong to the country, and visitors with a disease dangerous to others
    (Code 360-VI, art. 196 para. 1)."""
    cites = (f"{CODE}/art_196__para_1", FORMER_CODE)
    belonging = Or(
        (
            Compare("equal", fact("citizenship"), Const(Kind.WORD, "KZ")),
            Compare("equal", fact("residence"), Const(Kind.WORD, "permanent")),
            Compare("equal", fact("residence"), Const(Kind.WORD, "refugee")),
            fact("kandas"),
        )
    )
    dangerous = Clause("dangerous-disease", fact("dangerous"), (*cites, "V2000021407/item_1"))
    return Or((Clause("holder-of-the-guaranteed-package", belonging, cites), dangerous))


def from_the_cis() -> Node:
    """Is it a citizen of a state of the CIS, helped in urgent cases by its agreement?"""
    return Clause(
        "citizen-of-the-cis", OneOf(fact("citizenship"), Param("cis_states", Kind.WORDS)), ("P000000320_/art_2",)
    )


def insured() -> Node:
    """Is the person insured? A child who belongs to the country is, whatever a parent owes or a record says."""
    is_child = Clause(
        "child-insured",
        And((Compare("below", fact("age"), Param("child_age", Kind.NUMBER)), resident())),
        (f"{INSURANCE}/art_26__para_1",),
    )
    return Or((is_child, Clause("insured", fact("insured"), (f"{INSURANCE}/art_5__para_1",))))


def conditions(book: Book, form: Form | None) -> Mapping[Condition, Node]:
    """What each condition of an item means, as a tree. ``form`` is that of the dental service asked about."""
    threat = Clause("life-threatening", fact("life_threatening"), (f"{CODE}/art_196__para_3__subpara_5",))
    any_emergency = Reading("Q30", (Choice("from_2027", Not(FALSE)), Choice("from_2026", threat)))
    plain: dict[Condition, tuple[str, tuple[str, ...]]] = {
        "referral": ("referral", (f"{CODE}/art_200__para_1__subpara_1", "P1900000421")),
        "first_visit": ("first-visit", (f"{CODE}/art_196__para_3__subpara_2",)),
        "socially_significant": ("socially-significant", (f"{CODE}/art_196", "V2000021263/item_1", FORMER_CODE)),
        "suspected_significant": ("suspected-significant", (OUTPATIENT,)),
        "suspected_tb_or_hiv": ("suspected-tb-or-hiv", (OUTPATIENT, FORMER_CODE)),
        "tuberculosis": ("tuberculosis", (f"{CODE}/art_196__para_3__subpara_6", FORMER_CODE)),
        "mental_disorder": ("mental-disorder", (f"{CODE}/art_196__para_3__subpara_6",)),
        "epidemic": ("epidemic", ("P1900000421/item_2",)),
        "on_list": ("on-list", (f"{CODE}/art_196__para_4", f"{CODE}/art_200__para_2", "P1900000421")),
        "congenital_pathology": ("congenital-pathology", (f"{CODE}/art_200__para_1__subpara_3", "P1900000421")),
    }
    urgent = Compare("equal", fact("urgency"), Const(Kind.WORD, "urgent"))
    return {
        **{name: Clause(code, fact(name), cites) for name, (code, cites) in plain.items()},
        "insured": insured(),
        "insured_for_dental": dental.insured_for_dental(insured()),
        "not_insured": Not(insured()),
        "urgent_state": Clause("urgent-state", urgent, (OUTPATIENT, FORMER_CODE)),
        "emergency_of_the_uninsured": Or((And((Not(During("life_threatening_emergencies")), any_emergency)), threat)),
        "life_threatening": threat,
        "child": dental.child(),
        "dental_right": dental.dental_right(book, form),
        "acute_dental_state": FALSE if form == "planned" else dental.acute_dental_state(),
        "orthodontic_right": dental.orthodontic_right(),
    }


def _items(book: Book, package: PackageName, care: Care, form: Form | None, people: str) -> Node:
    """Does some item of the package cover the care on this day?"""
    meaning = conditions(book, form)
    covering: list[Node] = []
    for item in book.package(package).values():
        for wording in item.wordings:
            if care in wording.care and wording.people == people:
                now = During(f"{package}/{item.code}/{wording.start}")
                needed = And((now, *(meaning[name] for name in wording.requires)))
                covering.append(Clause(item_clause(package, item.code, wording), needed, wording.cites))
    return Or(tuple(covering)) if covering else FALSE


def item_clause(package: PackageName, code: str, wording: ItemWording) -> str:
    """The name under which a wording of an item stands in a tree."""
    return f"{package}/{code}/{wording.start}"


@lru_cache(maxsize=256)
def rule(book: Book, care: Care, form: Form | None) -> Node:
    """The rule of one kind of care, built once."""
    return entitled(book, care, form)


def settled_on(law: Law, care: Care, form: Form | None) -> Node:
    """The rule as it stands on the day of this law; settled once for each day and set of readings."""
    return settled(rule(law.book, care, form), law).value
