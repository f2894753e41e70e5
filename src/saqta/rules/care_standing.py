"""One person's claim to one kind of care on one day, worked out once and read by all that goes into an answer."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import Literal, NamedTuple, get_args

from saqta.law.packages import ItemWording, PackageName
from saqta.law.services import Form
from saqta.logic.nodes import Fact, Node, Unsettled
from saqta.logic.trees import rewritten, walk
from saqta.rules.care_case import CareCase
from saqta.rules.care_vocabulary import VOCABULARY, fact
from saqta.rules.entitled import item_clause, settled_on
from saqta.rules.explained import Explained

Package = Literal["guaranteed", "insurance", "none"]

OPEN_STATUS = "insured-status"
"""Stands in a rule where the insured status would, when no fact can settle it."""


class CoveringItem(NamedTuple):
    """An item that is about the care: whether it covers the person, and whether the verdict rests on it."""

    package: PackageName
    code: str
    wording: ItemWording
    value: bool | None
    decisive: bool


class CareStanding(Explained):
    """The explained rule of free care for a case, on the day of the case's law."""

    def __init__(self, case: CareCase) -> None:
        self.case, self.service = case, case.service
        tree = settled_on(case.law, self.service.care, self.service.form)
        self.asks_for_status = _mentions(tree, fact("insured"))
        open_status = self.asks_for_status and case.status_is_open
        insured = case.insured if self.asks_for_status else None
        super().__init__(_with_open_status(tree) if open_status else tree, case.law, case.record(insured), VOCABULARY)

    @cached_property
    def items(self) -> tuple[CoveringItem, ...]:
        """The items of both packages that are about this kind of care on the day, and whether they cover the person. An
        item without conditions is folded out of the rule of the day, because it always covers."""
        found: list[CoveringItem] = []
        for name in get_args(PackageName):
            for item in self.law.book.package(name).values():
                for wording in item.wordings:
                    code = item_clause(name, item.code, wording)
                    if self.service.care in wording.care and self.law.holds(code):
                        value = self.state_of(code) if wording.requires else True
                        decisive = code not in self.outcomes or self.outcomes[code].decisive
                        found.append(CoveringItem(name, item.code, wording, value, decisive))
        return tuple(found)

    @property
    def package(self) -> Package | None:
        """The package that gives the care, or would once what is missing is known; None where it may be either."""
        if self.verdict == "no":
            return "none"
        guaranteed, insurance = self.state_of("guaranteed"), self.state_of("insurance")
        if guaranteed or insurance:
            return "guaranteed" if guaranteed else "insurance"
        if guaranteed is None and insurance is None:
            return None
        return "guaranteed" if guaranteed is None else "insurance"

    @property
    def form(self) -> Literal["urgent", "planned"] | None:
        """The form in which the care is given, as far as it is known."""
        need, kind = self.case.need, self.law.book.care[self.service.care]
        if kind.form is not None:
            return kind.form
        if self.service.care != "dental":
            return need.urgency
        return _dental_form(self.service.form, need.urgency, need.dentist_found_urgent)


def _dental_form(
    form: Form | None, urgency: Literal["urgent", "planned"] | None, found: bool | None
) -> Literal["urgent", "planned"] | None:
    """Care that is only ever planned is planned; other care is urgent if a dentist found it so; before a dentist has
    looked, what the patient asks for."""
    if form == "planned" or urgency == "planned":
        return "planned"
    if found is not None:
        return "urgent" if found else "planned"
    return "urgent" if urgency == "urgent" or form == "urgent" else None


@lru_cache(maxsize=1024)
def _mentions(tree: Node, part: Fact) -> bool:
    return part in walk(tree)


@lru_cache(maxsize=256)
def _with_open_status(tree: Node) -> Node:
    return rewritten(tree, {fact("insured"): Unsettled(OPEN_STATUS)})
