"""One person: the compiled rule against the same rule by hand, and its explanation against its verdict."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date

from bench.by_hand import insured_by_hand
from bench.measure import Figure, ratio
from saqta.basis.month import Month
from saqta.law.book import load
from saqta.logic.explain import explain
from saqta.logic.python import compile_decider
from saqta.logic.vocabulary import Record
from saqta.logic.windows import BACK
from saqta.rules.insured import settled_on
from saqta.rules.vocabulary import CATEGORIES, VOCABULARY

DAY = date(2025, 10, 1)
PEOPLE = 2_000


def people() -> list[Record]:
    """Invented people around the thresholds; about one fact in twenty is unknown."""
    chance = random.Random(2025)
    return [_person(chance) for _ in range(PEOPLE)]


def _person(chance: random.Random) -> Record:
    facts: dict[str, object] = {code: None if chance.random() < 0.01 else chance.random() < 0.03 for code in CATEGORIES}
    facts |= {
        "citizenship": chance.choice(["KZ", "KZ", "KZ", "KZ", "RU", "DE", None]),
        "residence": chance.choice(["permanent", "temporary", None]),
        "recorded": False,
        "kandas": None if chance.random() < 0.01 else chance.random() < 0.03,
        "died": chance.random() < 0.01,
    }
    months = ((1 << 40) - 1) << (BACK - 40)
    for _ in range(chance.choice([0, 0, 0, 1, 2])):
        months &= ~(1 << (BACK - chance.randrange(1, 16)))
    known = (1 << 160) - 1
    if chance.random() < 0.1:
        known &= ~(1 << (BACK - chance.randrange(1, 16)))
    for name, bits in (("credited", months), ("paid", months), ("prepaid_year", 0), ("state_paid", 0)):
        facts[name], facts[f"{name}_known"] = bits & known, known
    for name in ("independent", "aggregate", "local_paid", "member"):
        facts[name], facts[f"{name}_known"] = 0, (1 << 160) - 1
    return VOCABULARY.record(**facts)


def one_person_figures() -> Iterator[Figure]:
    month = Month.of(DAY)
    tree = settled_on(load().on(DAY))
    decide, crowd = compile_decider(tree), people()
    for person in crowd:
        if decide(person) != insured_by_hand(person):
            raise SystemExit("the function written by hand disagrees with the rule; the figure would mean nothing")

    def verdicts() -> None:
        for person in crowd:
            decide(person)

    def verdicts_by_hand() -> None:
        for person in crowd:
            insured_by_hand(person)

    def explanations() -> None:
        for person in crowd:
            explain(tree, month, person)

    found, mine, theirs = ratio(verdicts, verdicts_by_hand, turns=15)
    scale = 1e6 / PEOPLE
    yield Figure("verdict of the insured rule", found, mine * scale, theirs * scale, "µs", "the rule by hand", 2)
    found, mine, theirs = ratio(explanations, verdicts, turns=15)
    yield Figure("explanation of a verdict", found, mine * scale, theirs * scale, "µs", "its verdict", 30)
