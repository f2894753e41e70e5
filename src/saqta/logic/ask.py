"""What to ask next: exactly the facts that can still change the verdict, the most telling for its cost first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property, reduce
from itertools import product
from math import log2
from typing import NamedTuple

from saqta.basis.month import Month
from saqta.logic.diagrams import FALSE, TRUE, Atom, Diagram, Diagrams, Likelihood
from saqta.logic.explain import Explanation
from saqta.logic.nodes import (
    Add,
    And,
    AnyMonth,
    Compare,
    CountMonths,
    EveryMonth,
    Fact,
    Greatest,
    If,
    Least,
    Node,
    Not,
    OneOf,
    Or,
    Share,
    Subtract,
    Times,
    Unsettled,
)
from saqta.logic.python import unwrapped
from saqta.logic.trees import children
from saqta.logic.vocabulary import Vocabulary
from saqta.logic.windows import set_name

SIMPLE = frozenset({Fact, Unsettled, Not, And, Or, If, EveryMonth, AnyMonth})
ATOMIC = frozenset({Compare, OneOf})
"""Comparisons of numbers, days and words are asked about as a whole: the fact inside them is what is asked for."""
INSIDE_COMPARISONS = frozenset({Add, Subtract, Share, Times, Least, Greatest, CountMonths})

MOST_JOINT_ANSWERS = 6
"""A question that settles more atoms than this is ranked by its first few; asking it settles all of them."""


class FactAtom(NamedTuple):
    """An unknown yes-or-no fact."""

    name: str


class MonthAtom(NamedTuple):
    """An unknown month of a set of months."""

    name: str
    month: Month


class TestAtom(NamedTuple):
    """A comparison whose fact is unknown."""

    node: Node


class OpenAtom(NamedTuple):
    """A reading that the law leaves open."""

    reading: str


class Question(NamedTuple):
    """One thing to find out: where it stands in the facts document, and what it tells for its cost."""

    path: str
    facts: tuple[str, ...]
    gain: float


class Inquiry:
    """What is still open in an explained rule that yields true or false: the exact verdict, the facts that can still
    change it, and the readings it hangs on."""

    def __init__(
        self,
        explanation: Explanation,
        vocabulary: Vocabulary,
        *,
        chances: Mapping[Atom, float] | None = None,
        implications: Iterable[tuple[str, str]] = (),
    ) -> None:
        """``implications`` names pairs of month sets of which the first lies inside the second (a month paid is a
        month credited), so that combinations which cannot occur are not asked about."""
        self.vocabulary, self.chances = vocabulary, chances or {}
        self.diagrams = Diagrams()
        building = _Building(explanation, self.diagrams)
        whole = building.diagram(explanation.plan.nodes[explanation.plan.root])
        self.whole = self.diagrams.given(whole, _possible(self.diagrams, tuple(implications)))
        self.open_atoms = self.diagrams.support(self.whole)

    @property
    def verdict(self) -> bool | None:
        """True or false when no unknown fact can change it, whatever Kleene's logic could tell."""
        return self.whole == TRUE if self.whole in (TRUE, FALSE) else None

    @property
    def readings(self) -> tuple[str, ...]:
        """The readings that the law leaves open and that the verdict hangs on."""
        return tuple(sorted(atom.reading for atom in self.open_atoms if isinstance(atom, OpenAtom)))

    @property
    def can_be_settled(self) -> bool:
        """Whether there is any fact to ask for, and not only an open reading."""
        return any(not isinstance(atom, OpenAtom) for atom in self.open_atoms)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Exactly the facts that can still change the verdict, the most telling for its cost first."""
        grouped: dict[str, list[Atom]] = {}
        for atom in self.diagrams.atoms:
            if atom in self.open_atoms and not isinstance(atom, OpenAtom):
                for path in _paths(atom, self.vocabulary):
                    grouped.setdefault(path, []).append(atom)
        questions = [
            Question(path, tuple(sorted(_names(atoms))), self._gain(atoms) / _cost(atoms, self.vocabulary))
            for path, atoms in grouped.items()
        ]
        return tuple(sorted(questions, key=lambda question: (-question.gain, question.path)))

    @cached_property
    def _likelihood(self) -> Likelihood:
        return Likelihood(self.diagrams, self.chances)

    def _gain(self, atoms: list[Atom]) -> float:
        """How many bits of uncertainty about the verdict an answer takes away, on average."""
        asked = atoms[:MOST_JOINT_ANSWERS]
        before = _uncertainty(self._likelihood.of(self.whole))
        after = 0.0
        for answer in product((False, True), repeat=len(asked)):
            likely = 1.0
            for atom, value in zip(asked, answer, strict=True):
                chance = self.chances.get(atom, 0.5)
                likely *= chance if value else 1 - chance
            known = dict(zip(asked, answer, strict=True))
            after += likely * _uncertainty(self._likelihood.of(self.whole, known))
        return before - after


class _Building:
    """Turns the undecided parts of an explained rule into a diagram."""

    def __init__(self, explanation: Explanation, diagrams: Diagrams) -> None:
        self.explanation, self.diagrams = explanation, diagrams
        self._order_the_months()

    def _order_the_months(self) -> None:
        """Months that belong together stand together: a diagram over runs of months stays small only in the order of
        time, with the sets of one month side by side."""
        unknown = {
            MonthAtom(set_name(node), month)
            for place, node in enumerate(self.explanation.plan.nodes)
            if isinstance(node, EveryMonth | AnyMonth) and self.explanation.values[place] is None
            for month in self.explanation.months(node, belongs=None)
        }
        for atom in sorted(unknown, key=lambda atom: (atom.month, atom.name)):
            self.diagrams.atom(atom)

    def diagram(self, node: Node) -> Diagram:
        node = unwrapped(node)
        value = self.explanation.values[self.explanation.plan.places[node]]
        if value is not None:
            return TRUE if value else FALSE
        match node:
            case Fact(name):
                return self.diagrams.atom(FactAtom(name))
            case Unsettled(reading):
                return self.diagrams.atom(OpenAtom(reading))
            case Not(term):
                return self.diagrams.negate(self.diagram(term))
            case And(terms):
                return reduce(self.diagrams.both, map(self.diagram, terms))
            case Or(terms):
                return reduce(self.diagrams.either, map(self.diagram, terms))
            case If(when, then, otherwise):
                return self.diagrams.choose(self.diagram(when), self.diagram(then), self.diagram(otherwise))
            case EveryMonth() | AnyMonth():
                return self._window(node)
            case _:
                return self.diagrams.atom(TestAtom(node))

    def _window(self, node: EveryMonth | AnyMonth) -> Diagram:
        """The known months of an undecided window leave it open, so only the unknown ones remain."""
        atoms = [
            self.diagrams.atom(MonthAtom(set_name(node), month))
            for month in self.explanation.months(node, belongs=None)
        ]
        return reduce(self.diagrams.both if isinstance(node, EveryMonth) else self.diagrams.either, atoms)


def _possible(diagrams: Diagrams, implications: tuple[tuple[str, str], ...]) -> Diagram:
    condition = TRUE
    for atom in tuple(diagrams.atoms):
        for inner, outer in implications:
            if isinstance(atom, MonthAtom) and atom.name == inner and MonthAtom(outer, atom.month) in diagrams.levels:
                holds = diagrams.either(
                    diagrams.negate(diagrams.atom(atom)), diagrams.atom(MonthAtom(outer, atom.month))
                )
                condition = diagrams.both(condition, holds)
    return condition


def _paths(atom: Atom, vocabulary: Vocabulary) -> list[str]:
    match atom:
        case MonthAtom(name, month):
            return [f"{vocabulary.specs[name].path}.{month}"]
        case FactAtom(name):
            return [vocabulary.specs[name].path]
        case TestAtom():
            return list(dict.fromkeys(vocabulary.specs[name].path for name in _names([atom])))
        case _:
            return []


def _names(atoms: Iterable[Atom]) -> set[str]:
    found: set[str] = set()
    for atom in atoms:
        match atom:
            case FactAtom(name) | MonthAtom(name, _):
                found.add(name)
            case TestAtom(node):
                found |= {fact.name for fact in _facts(node)}
            case _:
                pass
    return found


def _facts(node: Node) -> list[Fact]:
    return [node] if isinstance(node, Fact) else [fact for child in children(node) for fact in _facts(child)]


def _cost(atoms: list[Atom], vocabulary: Vocabulary) -> int:
    return max(vocabulary.specs[name].cost for name in _names(atoms))


def _uncertainty(chance: float) -> float:
    return 0.0 if chance in (0.0, 1.0) else -chance * log2(chance) - (1 - chance) * log2(1 - chance)
