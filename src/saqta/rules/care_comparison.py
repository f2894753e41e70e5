"""Who gains and who loses free care between two days of the law, by kind of care and article, with an example of each.

The comparison is a proof: where nobody is named, there is nobody among the citizens of whom everything is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

import msgspec

from saqta.basis.text import Text, listed, same
from saqta.law.book import Law
from saqta.law.services import Care, Form
from saqta.logic.nodes import And, Compare, Const, Fact, Kind, Node, Not, Or
from saqta.logic.reference import Value
from saqta.logic.trees import walk
from saqta.logic.with_z3 import Witness, example
from saqta.rules.care_case import CareCase
from saqta.rules.care_vocabulary import DENTAL_MEMBERS, VOCABULARY, fact
from saqta.rules.entitled import settled_on
from saqta.rules.facts import EntitlementFacts
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


class _Known(NamedTuple):
    """Somebody of whom so much is known; ``shown`` is what an example says of it."""

    facts: Mapping[str, Value]
    shown: tuple[Text, ...] = ()


def _years(age: int) -> Text:
    return Text(ru=f"возраст {age}", kk=f"жасы {age}", en=f"aged {age}")


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
    citizens = [_Known({"citizenship": "KZ", "age": age, "died": False}, (_years(age),)) for age in AGES]
    for care, form in dict.fromkeys((service.care, service.form) for service in before.book.services.values()):
        found = _change(care, form, before, after, citizens)
        if found is not None:
            yield found


def changes_for(
    facts: EntitlementFacts, changes: Iterable[CareChange], before: Law, after: Law
) -> Iterator[CareChange]:
    """Those of the changes that can concern this person, who is taken on both days as he or she is on the later one;
    the examples say what else must hold, such as an illness. Nothing is asked of what is known."""
    services = {(service.care, service.form): service for service in before.book.services.values()}
    for change in changes:
        service = services[change.care, change.form]
        # A service named for a disease would say that the person has it.
        case = CareCase(facts, after, msgspec.structs.replace(service, icd10=()))
        known = {name: value for name, value in case.values.items() if value is not None}
        if case.insured is not None:
            known["insured"] = case.insured
        found = _change(change.care, change.form, before, after, [_Known(known)])
        if found is not None:
            yield found


def _change(care: Care, form: Form | None, before: Law, after: Law, people: Sequence[_Known]) -> CareChange | None:
    """What changes in the care for the first of the people of whom so much is known."""
    earlier, later = settled_on(before, care, form), settled_on(after, care, form)
    if earlier == later:
        return None
    gains = _example(And((later, Not(earlier))), after, people)
    loses = _example(And((earlier, Not(later))), before, people)
    if gains is None and loses is None:
        return None
    return CareChange(care, before.book.care[care].name, form, gains, loses, tuple(_cites(care, before, after)))


def _example(condition: Node, law: Law, people: Sequence[_Known]) -> Example | None:
    """The plainest person who meets the condition: as few facts true as can be."""
    for person in people:
        given: list[Node] = [_stated(name, value) for name, value in person.facts.items()]
        given += [Or((Not(fact(part)), fact(whole))) for part, whole in INSIDE]
        if example(condition, given) is None:
            continue
        flags = dict.fromkeys(
            node
            for node in walk(And((condition, *given)))
            if isinstance(node, Fact) and node.kind is Kind.BOOL and node.name not in person.facts
        )
        for flag in flags:
            if example(condition, [*given, Not(flag)]) is not None:
                given.append(Not(flag))
        found = example(condition, given)
        if found is not None:
            return _described(found, person, law)
    return None


def _stated(name: str, value: Value) -> Node:
    """What is known of a person as a condition."""
    stated = fact(name)
    match value:
        case bool():
            return stated if value else Not(stated)
        case int() | str():
            return Compare("equal", stated, Const(stated.kind, value))
        case _:
            raise TypeError(f"{name} cannot be stated of one person")


def _described(found: Witness, person: _Known, law: Law) -> Example:
    """What is told of the person, and beyond what is known whatever must hold."""
    words, told = phrases("entitlement"), (*person.facts, "contract")
    true = [name for name in VOCABULARY.specs if found.facts.get(name) is True and name not in told]
    parts = [*person.shown, *(_name(name, law) for name in true)]
    if found.facts.get("insured") is False and "insured" not in told:
        parts.append(words["example-not-insured"])
    if found.facts.get("urgency") == "urgent" and "urgency" not in told:
        parts.append(words["example-urgent"])
    return Example(tuple(true), listed(parts) if parts else words["example-whatever-else"])


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
