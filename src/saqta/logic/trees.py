"""Walking over trees of any kind of node."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

import msgspec

from saqta.logic.nodes import (
    Add,
    And,
    Applicable,
    Cascade,
    Clause,
    Compare,
    Greatest,
    If,
    Least,
    Node,
    Not,
    OneOf,
    Or,
    Reading,
    Run,
    Share,
    Since,
    Subtract,
    Times,
    Window,
)


def children(node: Node) -> tuple[Node, ...]:
    """The nodes directly below, in the order of writing."""
    match node:
        case Not(term):
            return (term,)
        case And(terms) | Or(terms) | Add(terms) | Least(terms) | Greatest(terms):
            return terms
        case If(when, then, otherwise):
            return (when, then, otherwise)
        case Compare(left=left, right=right) | Subtract(left=left, right=right):
            return (left, right)
        case OneOf(value, among):
            return (value, among)
        case Share(amount, factor) | Times(amount, factor):
            return (amount, factor)
        case Window(months=months, count=count):
            return (months, count)
        case Run(counted, bridged, _, count, within):
            return (counted, bridged, count, within)
        case Since(began, meanwhile, within):
            return (began, meanwhile, within)
        case Cascade(base, exceptions):
            return (base, *(part for exception in exceptions for part in (exception.when, exception.then)))
        case Applicable(when, then):
            return (when, then)
        case Clause(of=inner):
            return (inner,)
        case Reading(choices=choices):
            return tuple(choice.then for choice in choices)
        case _:
            return ()


def walk(node: Node) -> list[Node]:
    """The node and everything below it, parents first."""
    found: list[Node] = []
    waiting: list[Node] = [node]
    while waiting:
        current = waiting.pop()
        found.append(current)
        waiting.extend(reversed(children(current)))
    return found


def replaced(tree: Node, part: Node, by: Node) -> Node:
    """The tree with one part, wherever it stands, replaced by another; a tree that this would misbuild raises."""
    return rewritten(tree, {part: by})


def rewritten(tree: Node, parts: Mapping[Node, Node]) -> Node:
    """The tree with each of some parts, wherever it stands, replaced by another; of nested parts the outer one."""
    return parts[tree] if tree in parts else _with_fields_rewritten(tree, parts)


StructType = TypeVar("StructType", bound=msgspec.Struct)


def _with_fields_rewritten(struct: StructType, parts: Mapping[Node, Node]) -> StructType:
    """Nodes, and the exceptions and choices inside them, are all frozen structs, so one walk serves every kind."""
    fields = {name: getattr(struct, name) for name in struct.__struct_fields__}
    changed = {name: _value_rewritten(value, parts) for name, value in fields.items()}
    return struct if changed == fields else msgspec.structs.replace(struct, **changed)


def _value_rewritten(value: object, parts: Mapping[Node, Node]) -> object:
    if isinstance(value, tuple):
        return tuple(_value_rewritten(inner, parts) for inner in value)
    if isinstance(value, Node):
        return rewritten(value, parts)
    return _with_fields_rewritten(value, parts) if isinstance(value, msgspec.Struct) else value
