"""The facts that a family of rules may ask about, and the record that carries them to a compiled rule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from saqta.basis.month import Month
from saqta.logic.nodes import Fact, Kind
from saqta.logic.reference import Value
from saqta.logic.windows import seen_from

Record = Any
"""An instance of ``Vocabulary.record``: one attribute a fact, and for a set of months a second, ``…_known``, both as
seen from the month asked about (``windows.seen_from``).

Its class is made from the vocabulary when the rules are loaded, so no static type can name it."""

_PYTHON_TYPES: dict[Kind, object] = {
    Kind.BOOL: bool | None,
    Kind.NUMBER: int | None,
    Kind.MONEY: int | None,
    Kind.DATE: int | None,
    Kind.WORD: str | None,
    Kind.MONTHS: int,
}


class FactSpec(msgspec.Struct, frozen=True):
    """One fact: what it is, where it stands in the published facts document, and how hard it is to ask for.

    ``cost`` weighs the questions: 1 is a plain question; sensitive facts and facts that need a paper cost more.
    """

    name: str
    kind: Kind
    path: str
    cost: int = 1


class Vocabulary:
    """Named facts in a fixed order. Building a record with an unknown name raises ``TypeError``."""

    def __init__(self, facts: tuple[FactSpec, ...]) -> None:
        self.specs: Mapping[str, FactSpec] = {fact.name: fact for fact in facts}
        fields: list[tuple[str, object, object]] = []
        for fact in facts:
            if fact.kind is Kind.MONTHS:
                fields += [(fact.name, int, 0), (f"{fact.name}_known", int, 0)]
            else:
                fields.append((fact.name, _PYTHON_TYPES[fact.kind], None))
        self.record: type[Record] = msgspec.defstruct("Record", fields, frozen=True)

    def fact(self, name: str) -> Fact:
        return Fact(name, self.specs[name].kind)

    def record_of(self, values: Mapping[str, Value], month: Month) -> Record:
        """The record of what the reference evaluator would read, seen from ``month``; facts left out are unknown."""
        fields: dict[str, Value] = {}
        for name, value in values.items():
            if isinstance(value, tuple) and self.specs[name].kind is Kind.MONTHS:
                belongs, known = value
                if isinstance(belongs, int) and isinstance(known, int):
                    fields[name], fields[f"{name}_known"] = seen_from(month, belongs, known)
            elif value is not None:
                fields[name] = value
        return self.record(**fields)
