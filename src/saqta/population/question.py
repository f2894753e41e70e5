"""One question asked about everybody: the rule as it stands on the day, and what of the facts it looks at."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from saqta.basis.month import EPOCH, MONTHS_A_WORD, Month
from saqta.law.book import Law, OutsideKnownLaw
from saqta.logic.nodes import Clause, Fact, Node, Window
from saqta.logic.trees import replaced, walk
from saqta.logic.windows import WORDS, WindowTooFar, column_names, set_name, window_mask, word_masks
from saqta.rules.case import RESIDENT, law_of_participation
from saqta.rules.insured import grounds, settled_on
from saqta.rules.settled import settled
from saqta.rules.vocabulary import fact

FULL_WORD = (1 << MONTHS_A_WORD) - 1


class Question:
    """Who is insured on the day of a law, by that law; raises ``OutsideKnownLaw`` for a day whose law is not known."""

    def __init__(self, law: Law) -> None:
        if not law.is_known:
            raise OutsideKnownLaw("rule of insured status", law.day)
        self.law, self.day, self.month = law, law.day, Month.of(law.day)
        self.tree: Node = settled_on(law)

    @cached_property
    def resident(self) -> Node:
        """The rule of who takes part at all, by which memberships come to credit months. Here whoever was ever recorded
        as a kandas counts as one, as in ``rules.case``."""
        rule = settled(RESIDENT, law_of_participation(self.law)).value
        return replaced(rule, fact("kandas"), Fact("ever_kandas"))

    @cached_property
    def grounds(self) -> Mapping[str, Clause]:
        """The grounds that can hold on the day, the strongest first, each as it stands inside the rule."""
        parts = set(walk(self.tree))
        found = {name: settled(ground, self.law).value for name, ground in grounds(self.law.book).items()}
        return {name: part for name, part in found.items() if isinstance(part, Clause) and part in parts}

    @cached_property
    def window_owed(self) -> int:
        """The months for which nothing may be owed, as a mask."""
        count = self.law.number("months_required")
        if count > MONTHS_A_WORD:
            raise WindowTooFar(f"more than {MONTHS_A_WORD} months before the one asked about")
        first = self.month + -count - EPOCH
        last = self.month - EPOCH
        return (1 << last) - (1 << max(first, 0))

    @cached_property
    def looked_at(self) -> Mapping[str, int]:
        """The months that matter of each set of months, as a mask; sets that nobody asks about are left out."""
        masks: dict[str, int] = {"credited": self.window_owed}
        for node in walk(self.tree):
            if isinstance(node, Window):
                masks[set_name(node)] = masks.get(set_name(node), 0) | window_mask(node, self.month)[0]
        return {name: mask for name, mask in masks.items() if mask}

    @cached_property
    def facts(self) -> frozenset[str]:
        return frozenset(node.name for node in walk(self.tree) if isinstance(node, Fact))

    def words_of(self, *names: str) -> tuple[int, ...]:
        """The words of sixty months in which any of these sets is looked at; names not looked at add none."""
        mask = 0
        for name in names:
            mask |= self.looked_at.get(name, 0)
        return tuple(word for word, bits in enumerate(word_masks(mask)) if bits)

    def bits(self, name: str, word: int) -> int:
        """The months of one word in which a set is looked at."""
        return word_of(self.looked_at[name], word)

    def months(self, *names: str) -> tuple[int, int]:
        """The first month looked at in any of these sets and the one after the last, as numbers."""
        mask = 0
        for name in names:
            mask |= self.looked_at.get(name, 0)
        low = (mask & -mask).bit_length() - 1
        return EPOCH.number + low, EPOCH.number + mask.bit_length()


def word_columns(name: str) -> list[tuple[str, str]]:
    """The two columns of each word of a set of months: those that belong, those of which it is known."""
    return column_names(name)


def word_of(mask: int, word: int) -> int:
    """The part of a mask that one word holds; months past the last word are cut."""
    return mask >> (MONTHS_A_WORD * word) & FULL_WORD if word < WORDS else 0
