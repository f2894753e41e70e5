"""Random rules, random law and random people, on which every reading of a rule must agree."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from hypothesis import strategies as st

from saqta.basis.money import Money
from saqta.basis.month import EPOCH, Month
from saqta.logic.nodes import (
    FALSE,
    TRUE,
    Add,
    And,
    AnyMonth,
    Applicable,
    Cascade,
    Choice,
    Clause,
    Compare,
    Const,
    CountMonths,
    During,
    EveryMonth,
    Greatest,
    If,
    Kind,
    Least,
    Node,
    Not,
    OneOf,
    Or,
    Override,
    Param,
    Reading,
    Ref,
    Run,
    Share,
    Since,
    Subtract,
    Times,
    Unsettled,
    number,
)
from saqta.logic.reference import Value
from saqta.logic.vocabulary import FactSpec, Vocabulary

MONTH_SETS = ("paid", "credited")
VOCABULARY = Vocabulary(
    (
        *(FactSpec(name, Kind.BOOL, name) for name in ("child", "student", "works", "retired")),
        *(FactSpec(name, Kind.NUMBER, name) for name in ("visits", "children")),
        *(FactSpec(name, Kind.MONEY, name) for name in ("income", "earlier_income")),
        FactSpec("born", Kind.DATE, "born"),
        *(FactSpec(name, Kind.WORD, name) for name in ("citizenship", "residence")),
        *(FactSpec(name, Kind.MONTHS, name) for name in MONTH_SETS),
    )
)
WORDS = ("KZ", "RU", "KG", "permanent")


@dataclass(frozen=True)
class InventedLaw:
    """A law of a few parameters and periods, enough to settle any random rule."""

    day: date
    followed: str

    def read(self, name: str) -> Money | Fraction | int | tuple[str, ...]:
        return {
            "months": 12,
            "grace": 3,
            "limit": Money(4_250_000),
            "rate": Fraction(1395, 10000),
            "union": ("RU", "KG"),
        }[name]

    def holds(self, period: str, day: date) -> bool:
        start, end = {"early": (date(2020, 1, 1), date(2021, 7, 1)), "late": (date(2024, 4, 21), date(9999, 1, 1))}[
            period
        ]
        return start <= day < end

    def option(self, reading_id: str) -> str:
        return self.followed


RULES: dict[str, Node] = {"other": VOCABULARY.fact("retired") & ~VOCABULARY.fact("works")}

laws = st.builds(
    InventedLaw,
    st.dates(date(2015, 1, 1), date(2028, 12, 31))
    | st.sampled_from([date(2021, 6, 30), date(2021, 7, 1), date(2024, 4, 21)]),
    st.sampled_from(["first", "second"]),
)


def _facts(kind: Kind) -> st.SearchStrategy[Node]:
    return st.sampled_from([VOCABULARY.fact(name) for name, spec in VOCABULARY.specs.items() if spec.kind is kind])


@st.composite
def amounts(draw: st.DrawFn, kind: Kind, depth: int) -> Node:
    """A tree that yields a number, a sum or a day."""
    constant = st.integers(-5, 20_000_000 if kind is Kind.MONEY else 40).map(lambda value: Const(kind, value))
    choices: list[st.SearchStrategy[Node]] = [_facts(kind), constant]
    if kind is Kind.MONEY:
        choices.append(st.just(Param("limit", Kind.MONEY)))
    if depth:
        inner = amounts(kind, depth - 1)
        pair = st.tuples(inner, inner)
        choices += [
            pair.map(Least),
            pair.map(Greatest),
            pair.map(Add),
            st.builds(Subtract, inner, inner),
            st.builds(If, conditions(depth - 1), inner, inner),
        ]
        if kind is Kind.MONEY:
            rates = st.sampled_from([Param("rate", Kind.RATE), Const(Kind.RATE, "1/3"), Const(Kind.RATE, "7/5")])
            choices += [st.builds(Share, inner, rates), st.builds(Times, inner, st.just(Param("grace", Kind.NUMBER)))]
        if kind is Kind.NUMBER:
            choices.append(
                st.builds(CountMonths, _facts(Kind.MONTHS), st.integers(-8, 3), st.integers(1, 15).map(number))
            )
    return draw(st.one_of(choices))


@st.composite
def conditions(draw: st.DrawFn, depth: int) -> Node:
    """A tree that is true, false or unknown."""
    window = (
        _facts(Kind.MONTHS),
        st.integers(-8, 3),
        st.integers(0, 15).map(number) | st.just(Param("months", Kind.NUMBER)),
    )
    choices: list[st.SearchStrategy[Node]] = [
        _facts(Kind.BOOL),
        st.sampled_from([TRUE, FALSE, During("early"), During("late"), Unsettled("open"), Ref("other")]),
        st.builds(EveryMonth, *window),
        st.builds(AnyMonth, *window),
        st.builds(
            Run,
            _facts(Kind.MONTHS),
            _facts(Kind.MONTHS),
            st.integers(-8, 3),
            st.integers(0, 6).map(number),
            st.integers(3, 9).map(number),
        ),
        st.builds(
            OneOf,
            _facts(Kind.WORD),
            st.sampled_from([Param("union", Kind.WORDS), Const(Kind.WORDS, ()), Const(Kind.WORDS, WORDS)]),
        ),
        st.builds(
            Compare, st.just("equal"), _facts(Kind.WORD), st.sampled_from([Const(Kind.WORD, word) for word in WORDS])
        ),
    ]
    if depth:
        inner = conditions(depth - 1)
        several = st.lists(inner, min_size=2, max_size=4).map(tuple)
        relation = st.sampled_from(["below", "at_most", "equal", "at_least", "above"])
        choices += [
            several.map(And),
            several.map(Or),
            inner.map(Not),
            st.builds(If, inner, inner, inner),
            st.builds(Since, inner, inner, st.integers(0, 4).map(number) | st.just(Param("grace", Kind.NUMBER))),
            st.builds(Clause, st.just("named"), inner, st.just(("art_1",))),
            st.tuples(inner, inner).map(
                lambda pair: Reading("open", (Choice("first", pair[0]), Choice("second", pair[1])))
            ),
            st.tuples(inner, st.lists(st.tuples(inner, inner), max_size=3)).map(_cascade),
            *(
                st.builds(Compare, relation, amounts(kind, depth - 1), amounts(kind, depth - 1))
                for kind in (Kind.MONEY, Kind.NUMBER, Kind.DATE)
            ),
        ]
    return draw(st.one_of(choices))


def _cascade(parts: tuple[Node, list[tuple[Node, Node]]]) -> Node:
    base, exceptions = parts
    return Cascade(base, tuple(Override(f"e{rank}", rank, when, then) for rank, (when, then) in enumerate(exceptions)))


def rules(depth: int = 3) -> st.SearchStrategy[Node]:
    """A whole rule of any outcome, sometimes not applicable."""
    outcome = conditions(depth) | amounts(Kind.MONEY, depth) | amounts(Kind.NUMBER, depth)
    return outcome | st.builds(Applicable, conditions(1), outcome)


def random_person(chance: random.Random, around: Month) -> dict[str, Value]:
    """Facts of one invented person; about one in five is unknown."""
    values: dict[str, Value] = {}
    for name, spec in VOCABULARY.specs.items():
        if spec.kind is Kind.MONTHS:
            values[name] = _random_months(chance, around)
        elif chance.random() < 0.2:
            values[name] = None
        else:
            values[name] = {
                Kind.BOOL: lambda: chance.random() < 0.5,
                Kind.NUMBER: lambda: chance.randrange(0, 20),
                Kind.MONEY: lambda: chance.choice([0, 1, 4_249_999, 4_250_000, 4_250_001, chance.randrange(10**10)]),
                Kind.DATE: lambda: date(1990, 1, 1).toordinal() + chance.randrange(40),
                Kind.WORD: lambda: chance.choice(WORDS),
            }[spec.kind]()
    return values


def _random_months(chance: random.Random, around: Month) -> tuple[int, int]:
    """Mostly unbroken months with a few holes and a few unknown ones, near the month asked about."""
    low = max(around - EPOCH - 20, 0)
    bits = ((1 << 30) - 1) << low if chance.random() < 0.7 else chance.getrandbits(30) << low
    known = (1 << 180) - 1
    for _ in range(chance.randrange(3)):
        bits &= ~(1 << (low + chance.randrange(30)))
    for _ in range(chance.choice([0, 0, 1, 4])):
        known &= ~(1 << (low + chance.randrange(30)))
    return bits & known, known
