"""Who has free dental care (order ҚР ДСМ-106/2020) and orthodontic care, as cited trees.

Urgent is what a dentist has found urgent, acute pain included: no statement of the patient stands for that finding.
"""

from __future__ import annotations

from collections.abc import Callable

from saqta.law.book import Book
from saqta.law.packages import DentalCategory, DentalWording
from saqta.law.services import Form
from saqta.logic.nodes import (
    FALSE,
    TRUE,
    And,
    Choice,
    Clause,
    Compare,
    Const,
    During,
    Kind,
    Node,
    Not,
    Or,
    Param,
    Reading,
    Unsettled,
)
from saqta.rules.care_vocabulary import fact

DECREE = "P1900000421/item_1__subpara_4"
CATEGORIES = "V2000021254/item_1"
ORTHODONTICS = "V2000021254/item_2"


def found_urgent() -> Node:
    """Has a dentist found the case urgent? Care that is asked for as planned is not urgent."""
    planned = Compare("equal", fact("urgency"), Const(Kind.WORD, "planned"))
    return Clause("dentist-found-urgent", And((fact("dentist_found_urgent"), Not(planned))), (DECREE, CATEGORIES))


def dental_right(book: Book, form: Form | None) -> Node:
    """Is the person of a category to which dental care in this form is free? ``form`` is that of the service: care that
    is only ever planned is free to nobody as urgent."""
    planned = Clause("dental-planned", _any(book, lambda wording: wording.planned), (DECREE, CATEGORIES))
    if form == "planned":
        return planned
    urgent = And((_any(book, lambda wording: wording.urgent), found_urgent()))
    return Or((Clause("dental-urgent", urgent, (DECREE, CATEGORIES)), planned))


def insured_for_dental(insured: Node) -> Node:
    """Is the person insured? Whether somebody of a category who is not insured has the care is open (reading Q24)."""
    open_question = Reading(
        "Q24",
        (
            Choice("unsettled", Unsettled("Q24")),
            Choice("status_is_needed", FALSE),
            Choice("category_is_enough", TRUE),
        ),
    )
    return Or((insured, open_question))


def acute_dental_state() -> Node:
    """Is an acute state of the teeth an urgent state of the guaranteed package (reading Q25)?"""
    return Reading("Q25", (Choice("not_dental", FALSE), Choice("acute_dental_states_too", found_urgent())))


def child() -> Node:
    """Is the person under the age at which childhood ends?"""
    return Clause("child", Compare("below", fact("age"), Param("child_age", Kind.NUMBER)), (DECREE, CATEGORIES))


def orthodontic_right() -> Node:
    """Is it a child with congenital pathology of face and jaws, or of a low-income family with an anomaly of teeth and
    jaws?"""
    congenital = Clause("orthodontic-congenital", fact("congenital_pathology"), (DECREE, ORTHODONTICS))
    aged = And(
        (
            Compare("at_least", fact("age"), Param("orthodontic_age_from", Kind.NUMBER)),
            Compare("below", fact("age"), Param("orthodontic_age_until", Kind.NUMBER)),
        )
    )
    of_2020 = And((During("orthodontic_window"), aged, fact("social_assistance")))
    later = Reading(
        "Q26",
        (
            Choice("any_child_of_a_low_income_family", fact("low_income")),
            Choice("ages_6_to_12", fact("low_income") & aged),
            Choice("social_assistance_only", fact("social_assistance")),
        ),
    )
    low_income = Clause(
        "low-income-family", Or((of_2020, And((Not(During("orthodontic_window")), later)))), (DECREE, ORTHODONTICS)
    )
    anomaly = Clause("dentofacial-anomaly", fact("dentofacial_anomaly"), (DECREE, ORTHODONTICS))
    return Clause("orthodontics", And((child(), Or((congenital, And((anomaly, low_income)))))), (DECREE, ORTHODONTICS))


def _any(book: Book, chosen: Callable[[DentalWording], bool]) -> Node:
    """Does the person belong to a category whose wording of the day is chosen?"""
    members = [_member(book, category, chosen) for category in book.dental_categories.values()]
    return Or(tuple(member for member in members if member is not None))


def _member(book: Book, category: DentalCategory, chosen: Callable[[DentalWording], bool]) -> Node | None:
    ways: list[Node] = []
    cites: list[str] = []
    before: DentalWording | None = None
    for wording in category.wordings:
        if chosen(wording):
            ways.append(During(f"dental/{category.code}/{wording.start}") & _as_worded(book, category, wording, before))
            cites += wording.cites
        before = wording
    if not ways:
        return None
    return Clause(f"dental-{category.code}", Or(tuple(ways)), tuple(dict.fromkeys(cites)))


def _as_worded(book: Book, category: DentalCategory, wording: DentalWording, before: DentalWording | None) -> Node:
    if wording.reading is None or before is None:
        return _belongs(category, wording)
    options = [option.id for option in book.readings[wording.reading].options if option.encoded]
    worded = {option: wording if option == wording.option else before for option in options}
    return Reading(wording.reading, tuple(Choice(option, _belongs(category, worded[option])) for option in options))


def _belongs(category: DentalCategory, wording: DentalWording) -> Node:
    """The conditions of one wording: who belongs, and the further facts it requires."""
    people: dict[str, Node] = {"child": child(), "pregnant": fact("pregnant"), "patient": TRUE}
    named: dict[str, Node] = {
        "listed_disease": Or((significant_for_dental(), fact("infectious"), fact("dangerous"))),
        "significant_or_dangerous": Or((significant_for_dental(), fact("dangerous"))),
    }
    further = [named[name] if name in named else fact(name) for name in wording.requires]
    return And((people[category.code] if category.code in people else fact(category.code), *further))


def significant_for_dental() -> Node:
    """Has the person a socially significant disease; by the list of the day, or by that of 2020 (reading Q28)?"""
    shorter = Reading(
        "Q28",
        (
            Choice("the_list_of_the_day", FALSE),
            Choice("the_list_of_2020_stays", During("significant_diseases_of_2026") & fact("listed_in_2020")),
        ),
    )
    return Or((fact("socially_significant"), shorter))
