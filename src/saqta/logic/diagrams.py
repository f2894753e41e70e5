"""Reduced ordered binary decision diagrams: what a condition still depends on once some facts are known.

Kleene's logic is sound but may call unknown what no fact can change; a diagram is exact. Two diagrams of one
``Diagrams`` are equal numbers exactly when they mean the same.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping

Atom = Hashable
Diagram = int

FALSE: Diagram = 0
TRUE: Diagram = 1
_LEAF = 1 << 60  # a level below every atom


class Diagrams:
    """A family of diagrams over atoms, ordered as the atoms are first met."""

    def __init__(self) -> None:
        self.levels: dict[Atom, int] = {}
        self.atoms: list[Atom] = []
        self.nodes: list[tuple[int, Diagram, Diagram]] = [(_LEAF, FALSE, FALSE), (_LEAF, TRUE, TRUE)]
        self._unique: dict[tuple[int, Diagram, Diagram], Diagram] = {}
        self._ite: dict[tuple[Diagram, Diagram, Diagram], Diagram] = {}
        self._given: dict[tuple[Diagram, Diagram], Diagram] = {}

    def atom(self, atom: Atom) -> Diagram:
        """The diagram that is true exactly when the atom is."""
        level = self.levels.setdefault(atom, len(self.atoms))
        if level == len(self.atoms):
            self.atoms.append(atom)
        return self._node(level, FALSE, TRUE)

    def choose(self, when: Diagram, then: Diagram, otherwise: Diagram) -> Diagram:
        """If-then-else, from which every connective is made."""
        if when == TRUE or then == otherwise:
            return then
        if when == FALSE:
            return otherwise
        if then == TRUE and otherwise == FALSE:
            return when
        key = (when, then, otherwise)
        if key not in self._ite:
            level = min(self.nodes[part][0] for part in key)
            low = self.choose(*(self._branch(part, level, taken=False) for part in key))
            high = self.choose(*(self._branch(part, level, taken=True) for part in key))
            self._ite[key] = self._node(level, low, high)
        return self._ite[key]

    def negate(self, diagram: Diagram) -> Diagram:
        return self.choose(diagram, FALSE, TRUE)

    def both(self, left: Diagram, right: Diagram) -> Diagram:
        return self.choose(left, right, FALSE)

    def either(self, left: Diagram, right: Diagram) -> Diagram:
        return self.choose(left, TRUE, right)

    def given(self, diagram: Diagram, condition: Diagram) -> Diagram:
        """A diagram equal to this one wherever ``condition`` holds, and constant if it is constant there.

        The generalised cofactor; ``condition`` must be possible.
        """
        if condition == TRUE or diagram in (TRUE, FALSE):
            return diagram
        if condition == diagram:
            return TRUE
        key = (diagram, condition)
        if key not in self._given:
            self._given[key] = self._cofactor(diagram, condition)
        return self._given[key]

    def _cofactor(self, diagram: Diagram, condition: Diagram) -> Diagram:
        level = min(self.nodes[diagram][0], self.nodes[condition][0])
        low_condition = self._branch(condition, level, taken=False)
        high_condition = self._branch(condition, level, taken=True)
        low, high = self._branch(diagram, level, taken=False), self._branch(diagram, level, taken=True)
        if low_condition == FALSE:
            return self.given(high, high_condition)
        if high_condition == FALSE:
            return self.given(low, low_condition)
        return self._node(level, self.given(low, low_condition), self.given(high, high_condition))

    def support(self, diagram: Diagram) -> set[Atom]:
        """The atoms that can still change the value: exactly those, none by courtesy."""
        found: set[Atom] = set()
        seen: set[Diagram] = set()
        waiting = [diagram]
        while waiting:
            part = waiting.pop()
            if part in seen or part in (TRUE, FALSE):
                continue
            seen.add(part)
            level, low, high = self.nodes[part]
            found.add(self.atoms[level])
            waiting += [low, high]
        return found

    def _node(self, level: int, low: Diagram, high: Diagram) -> Diagram:
        if low == high:
            return low
        key = (level, low, high)
        if key not in self._unique:
            self._unique[key] = len(self.nodes)
            self.nodes.append(key)
        return self._unique[key]

    def _branch(self, part: Diagram, level: int, *, taken: bool) -> Diagram:
        own, low, high = self.nodes[part]
        return part if own != level else high if taken else low


class Likelihood:
    """How likely diagrams of one family are true when their atoms, all met before, are independent of one another; an
    atom without a chance counts one half.

    Only the order of questions rests on these figures, never an answer.
    """

    def __init__(self, diagrams: Diagrams, chances: Mapping[Atom, float]) -> None:
        self.diagrams = diagrams
        self._chances = [chances.get(atom, 0.5) for atom in diagrams.atoms]
        self._of_parts: dict[Diagram, float] = {FALSE: 0.0, TRUE: 1.0}

    def of(self, diagram: Diagram, known: Mapping[Atom, bool] | None = None) -> float:
        """How likely the diagram is true once the atoms in ``known`` are."""
        taken = {self.diagrams.levels[atom]: value for atom, value in (known or {}).items()}
        deepest = max(taken, default=-1)
        done: dict[Diagram, float] = {}

        def visit(part: Diagram) -> float:
            level, low, high = self.diagrams.nodes[part]
            if level > deepest:  # what lies below the last known atom is the same for every question
                return self._part(part)
            if part not in done:
                if level in taken:
                    done[part] = visit(high if taken[level] else low)
                else:
                    likely = self._chances[level]
                    done[part] = likely * visit(high) + (1 - likely) * visit(low)
            return done[part]

        return visit(diagram)

    def _part(self, part: Diagram) -> float:
        if part not in self._of_parts:
            level, low, high = self.diagrams.nodes[part]
            likely = self._chances[level]
            self._of_parts[part] = likely * self._part(high) + (1 - likely) * self._part(low)
        return self._of_parts[part]
