"""Walking over trees of any kind of node."""

from __future__ import annotations

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
    """The tree with one part, wherever it stands, replaced by another."""
    if tree == part:
        return by
    match tree:
        case And(terms):
            return And(tuple(replaced(term, part, by) for term in terms))
        case Or(terms):
            return Or(tuple(replaced(term, part, by) for term in terms))
        case Not(term):
            return Not(replaced(term, part, by))
        case Clause(code, of, cites):
            return Clause(code, replaced(of, part, by), cites)
        case _ if part in children(tree):
            raise TypeError(f"a part inside {type(tree).__name__} cannot be replaced")
        case _:
            return tree
