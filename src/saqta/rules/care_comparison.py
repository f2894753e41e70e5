"""Who gains and who loses free care between two days of the law, by kind of care and article, with an example of each.

The comparison is a proof: where nobody is named, there is nobody among the citizens of whom everything is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from saqta.basis.text import Text, listed, same
from saqta.law.book import Law
from saqta.law.services import Care, Form
from saqta.logic.nodes import And, Compare, Const, Fact, Kind, Node, Not, Or
from saqta.logic.trees import walk
from saqta.logic.with_z3 import Witness, example
from saqta.rules.care_vocabulary import DENTAL_MEMBERS, VOCABULARY, fact
from saqta.rules.entitled import settled_on
from saqta.rules.phrases import phrases

NAMES = {
    "dangerous": "dangerous-disease",
    "low_income": "low-income-family",
    "dentofacial_anomaly": "dentofacial-anomaly",
}
"""Facts whose condition has another name than they have."""

INSIDE = (
    ("suspected_tb_or_hiv", "suspected_significant"),
    ("tuberculosis", "socially_significant"),
    ("mental_disorder", "socially_significant"),
)
"""Of each pair the first disease is one of the second, on every list there was."""

AGES = (40, 9)
"""Somebody grown up is shown where there is one, else a child."""


class Example(msgspec.Struct, frozen=True):
    """Somebody as plain as can be for whom the two days differ: the facts that must hold, and a sentence."""

    facts: tuple[str, ...]
    text: Text


class CareChange(msgspec.Struct, frozen=True):
    """A kind of care that is free to other people on the later day; ``cites`` are the items of packages that came, went
    or are about it."""

    care: Care
    name: Text
    form: Form | None
    gains: Example | None
    loses: Example | None
    cites: tuple[str, ...]


class DiseaseChange(msgspec.Struct, frozen=True):
    """A group of diseases that joined the list of the socially significant ones or left it, and so the care that the
    guaranteed package and urgent dental care give to its patients."""

    group: str
    name: Text
    change: Literal["joined", "left"]
    cites: tuple[str, ...]


def compare_diseases(before: Law, after: Law) -> Iterator[DiseaseChange]:
    """The groups that stand on the list on one of the two days alone."""
    for group in before.book.diseases.values():
        earlier, later = group.on(before.day), group.on(after.day)
        if later is not None and earlier is None:
            yield DiseaseChange(group.code, group.name, "joined", later.cites)
        elif earlier is not None and later is None:
            yield DiseaseChange(group.code, group.name, "left", earlier.cites)


def compare_care(before: Law, after: Law) -> Iterator[CareChange]:
    """Every kind of care for which somebody gains or loses, in the order of the packages."""
    services = before.book.services.values()
    for care, form in dict.fromkeys((service.care, service.form) for service in services):
        earlier, later = settled_on(before, care, form), settled_on(after, care, form)
        if earlier == later:
            continue
        gains, loses = _example(And((later, Not(earlier))), after), _example(And((earlier, Not(later))), before)
        if gains or loses:
            name = before.book.care[care].name
            yield CareChange(care, name, form, gains, loses, tuple(_cites(care, before, after)))


def _example(condition: Node, law: Law) -> Example | None:
    """The plainest person who meets the condition: as few facts true as can be."""
    citizen = Compare("equal", fact("citizenship"), Const(Kind.WORD, "KZ"))
    for age in AGES:
        alive: list[Node] = [citizen, Compare("equal", fact("age"), Const(Kind.NUMBER, age)), Not(fact("died"))]
        given: list[Node] = [*alive, *(Or((Not(fact(part)), fact(whole))) for part, whole in INSIDE)]
        if example(condition, given) is None:
            continue
        flags = dict.fromkeys(
            node for node in walk(And((condition, *given))) if isinstance(node, Fact) and node.kind is Kind.BOOL
        )
        for flag in flags:
            if example(condition, [*given, Not(flag)]) is not None:
                given.append(Not(flag))
        found = example(condition, given)
        if found is not None:
            return _described(found, age, law)
    return None


def _described(found: Witness, age: int, law: Law) -> Example:
    true = [name for name in VOCABULARY.specs if found.facts.get(name) is True and name != "contract"]
    years = Text(ru=f"возраст {age}", kk=f"жасы {age}", en=f"aged {age}")
    words = phrases("entitlement")
    parts = [years, *(_name(name, law) for name in true)]
    if found.facts.get("insured") is False:
        parts.append(words["example-not-insured"])
    if "urgency" in found.facts:
        parts.append(words[f"example-{found.facts['urgency']}"] if found.facts["urgency"] == "urgent" else same("—"))
    return Example(tuple(true), listed([part for part in parts if part.en != "—"]))


def _name(name: str, law: Law) -> Text:
    category = law.book.dental_categories.get(name)
    if name in (*DENTAL_MEMBERS, "pregnant") and category is not None:
        return next(found.name for found in category.wordings if found.end is None or law.day < found.end)
    if name == "listed_in_2020":
        return phrases("entitlement")["example-listed-in-2020"]
    clause = f"clause-{NAMES.get(name, name.replace('_', '-'))}"
    return phrases("entitlement")[clause] if clause in phrases("entitlement") else same(name)


def _cites(care: Care, before: Law, after: Law) -> Iterator[str]:
    """The provisions of the items about the care that are in force on one of the two days alone; of all its items where
    none came or went."""
    packages: tuple[Literal["guaranteed", "insurance"], ...] = ("guaranteed", "insurance")
    about: dict[str, tuple[str, ...]] = {}
    changed: dict[str, tuple[str, ...]] = {}
    for package in packages:
        for item in before.book.package(package).values():
            for wording in item.wordings:
                span = f"{package}/{item.code}/{wording.start}"
                if care in wording.care:
                    about[span] = wording.cites
                    if before.holds(span) is not after.holds(span):
                        changed[span] = wording.cites
    yield from dict.fromkeys(reference for cites in (changed or about).values() for reference in cites)
