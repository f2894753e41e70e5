"""The pages about packages: their items by edition, and the table of dental care, worked out cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

import msgspec

from saqta.law.book import Book
from saqta.law.packages import DentalCategory
from saqta.rules import entitlement
from saqta.rules.facts import EntitlementFacts

EDITIONS: Mapping[str, date] = {
    "2020": date(2020, 3, 1),
    "673": date(2020, 11, 1),
    "4 December 2025": date(2025, 12, 4),
    "1086": date(2026, 1, 1),
    "2027": date(2027, 1, 1),
}
"""A day of each edition of the lists, and of the wording of December 2025."""


class Column(NamedTuple):
    """A group of dental services in one form: a service that stands for it, and what is said of the need."""

    title: str
    service: str
    need: Mapping[str, bool | str]


COLUMNS = (
    Column("treatment, urgent", "dental.extraction", {"dentist_found_urgent": True}),
    Column("treatment, planned", "dental.extraction", {"dentist_found_urgent": False, "urgency": "planned"}),
    Column("planned only", "dental.hypoplasia-fluorosis-restoration", {"dentist_found_urgent": True}),
    Column("prevention", "dental.fissure-sealing", {}),
    Column(
        "orthodontics, congenital",
        "dental.orthodontic-plate",
        {"congenital_maxillofacial_pathology": True, "dentofacial_anomaly": True, "low_income_family": False},
    ),
    Column(
        "orthodontics, low income",
        "dental.orthodontic-plate",
        {"congenital_maxillofacial_pathology": False, "dentofacial_anomaly": True, "low_income_family": True},
    ),
    Column("braces, implants", "dental.braces", {}),
)

NOBODY = "an insured adult of no category"


def dental_cells(book: Book) -> Iterator[tuple[str, str, str, entitlement.EntitlementAnswer]]:
    """Edition, category, column and the answer, for a person of that category alone of whom everything is known."""
    for edition, day in EDITIONS.items():
        for code in (*book.dental_categories, NOBODY):
            for column in COLUMNS:
                facts = _person(book.dental_categories.get(code), column, day)
                yield edition, code, column.title, entitlement.ask(facts, column.service, day, book)


def dental_page(book: Book, head: str) -> str:
    lines = [
        head + "# Dental care: who, in which form, since when\n",
        "Each cell is the answer of the rules for an insured person of that category alone, in a clinic with a",
        "contract with the Fund, of whom everything is known. Urgent means that a dentist has found the case urgent.",
        "The child is of nine years.\n",
    ]
    cells = list(dental_cells(book))
    for edition, day in EDITIONS.items():
        lines += [f"## {edition} (asked about {day})", "", f"| category | {' | '.join(c.title for c in COLUMNS)} |"]
        lines.append(f"|---|{'---|' * len(COLUMNS)}")
        for code in (*book.dental_categories, NOBODY):
            found = [_cell(answer) for of, who, _, answer in cells if of == edition and who == code]
            lines.append(f"| {_name(book, code, day)} | {' | '.join(found)} |")
        lines.append("")
    return "\n".join(lines)


def packages_page(book: Book, head: str) -> str:
    lines = [
        head + "# The two packages, item by item\n",
        "What the guaranteed package gives is not taken from the insurance. Conditions are words of the rules, and all",
        "must hold.\n",
    ]
    for package in ("guaranteed", "insurance"):
        lines += [
            f"## {'Guaranteed package (ГОБМП)' if package == 'guaranteed' else 'Insurance (ОСМС)'}",
            "",
            "| item | from | until | what | kinds of care | conditions | confidence |",
            "|---|---|---|---|---|---|---|",
        ]
        for item in book.package(package).values():
            for found in item.wordings:
                people = [found.people.replace("_", " ")] if found.people != "holders" else []
                conditions = ", ".join([*people, *(name.replace("_", " ") for name in found.requires)])
                name = f"{found.name.en}; {found.name.ru}; {found.name.kk}"
                span = f"{found.start} | {found.end or ''}"
                lines.append(
                    f"| `{item.code}` | {span} | {name} | {', '.join(found.care)} | {conditions} | {found.confidence} |"
                )
        lines.append("")
    return "\n".join([*lines, *_diseases(book), ""])


def _diseases(book: Book) -> Iterator[str]:
    yield "## Socially significant diseases"
    yield ""
    yield "| group | from | until | ICD-10 | months | confidence |"
    yield "|---|---|---|---|---|---|"
    for group in book.diseases.values():
        for found in group.wordings:
            months = found.months_after_event or ""
            codes = ", ".join(found.icd10)
            names = f"{group.name.en}; {group.name.ru}; {group.name.kk}"
            yield f"| {names} | {found.start} | {found.end or ''} | {codes} | {months} | {found.confidence} |"


def _person(category: DentalCategory | None, column: Column, day: date) -> EntitlementFacts:
    child = category is not None and category.code == "child"
    need: dict[str, Any] = {"diagnosis": "K04.0", **column.need}
    person: dict[str, Any] = {"citizenship": "KZ", "sex": "male", "died_on": False}
    person["birth_date"] = f"{day.year - (9 if child else 45)}-01-01"
    document: dict[str, Any] = {"person": person, "categories": [], "insured": True, "need": need}
    document["facility"] = {"contract_with_fund": True}
    if category is None:
        pass
    elif category.code in ("pregnant", "awarded_mother"):
        person["sex"] = "female"
        document["pregnant"] = category.code == "pregnant"
    elif category.code == "patient":
        need["diagnosis"] = "A15.0"
    if child and column.title == "orthodontics, low income":
        # In 2020 a family on targeted social assistance; the row stays that of the child.
        document["categories"] = [{"code": "social_assistance", "from": "2020-01-01"}]
    if category is not None and category.members:
        held: dict[str, Any] = {"code": category.members, "from": "2020-01-01"}
        held |= {"award": category.awards[0]} if category.awards else {}
        held |= {"since_childhood": True} if category.code == "carer_of_group_1_disabled" else {}
        document["categories"] = [held]
    return msgspec.convert(document, EntitlementFacts)


def _cell(answer: entitlement.EntitlementAnswer) -> str:
    doubts = [reading.id for reading in answer.readings if reading.id != "Q15"]
    return f"**{answer.verdict}**" + (f" ({', '.join(doubts)})" if doubts else "")


def _name(book: Book, code: str, day: date) -> str:
    category = book.dental_categories.get(code)
    if category is None:
        return code
    return next(found.name.en for found in category.wordings if found.end is None or day < found.end)
