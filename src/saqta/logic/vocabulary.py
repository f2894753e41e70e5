"""The facts that a family of rules may ask about, and the record that carries them to a compiled rule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from saqta.logic.nodes import Fact, Kind
from saqta.logic.reference import Value

Record = Any
"""An instance of ``Vocabulary.record``: one attribute a fact, and for a set of months a second, ``…_known``.

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

    def values(self, record: Record) -> dict[str, Value]:
        """The record as the reference evaluator reads it: months as (belongs, known)."""
        return {
            name: (getattr(record, name), getattr(record, f"{name}_known"))
            if spec.kind is Kind.MONTHS
            else getattr(record, name)
            for name, spec in self.specs.items()
        }

    def from_values(self, values: Mapping[str, Value]) -> Record:
        """The record of what the reference evaluator would read; facts left out are unknown."""
        fields: dict[str, Value] = {}
        for name, value in values.items():
            if self.specs[name].kind is Kind.MONTHS and isinstance(value, tuple):
                fields[name], fields[f"{name}_known"] = value[0], value[1]
            elif value is not None:
                fields[name] = value
        return self.record(**fields)
