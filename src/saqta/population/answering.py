"""From gathered facts to answers: the settled rule, the ground that holds, the clause that decides, what is owed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from saqta.basis.month import EPOCH, MONTHS_A_WORD, Month
from saqta.logic.nodes import FALSE as NO
from saqta.logic.nodes import TRUE as YES
from saqta.logic.nodes import And, Clause, Node, Or, Unsettled
from saqta.logic.python import compile_decider
from saqta.logic.settle import either
from saqta.logic.trees import rewritten, walk
from saqta.logic.vocabulary import Record
from saqta.logic.windows import WORDS
from saqta.population.gather import Gathering
from saqta.population.held import CATEGORY_BITS
from saqta.population.plan import (
    FALSE,
    NOTHING,
    TRUE,
    UNKNOWN,
    Choice,
    Fixed,
    Relation,
    Term,
    call,
    choose,
    column,
    joined,
    some,
)
from saqta.population.question import Question, word_columns, word_of
from saqta.population.steps import in_steps
from saqta.rules.owed import independent_sum

NO_NAME = Fixed(0)
"""No ground, no clause. Engines choose faster between numbers than words, so names are numbers until the end."""

WHO = frozenset({"participant", "eaeu-worker"})
"""Clauses about who may be insured at all; a ground never rests on them alone."""

DIED, NO_PARTICIPANT, IN_DEBT = "died", "participant", "twelve-months"
"""The clauses for which somebody is not insured."""

WORKED_OUT = ("verdict", "facts_settle", "ground", "clause", "denied_by", "months_owed", "owed_months", "amount_owed")


def answers_of_all(question: Question) -> Relation:
    """The gathered facts with their answers.

    ``verdict`` is null where Kleene's logic cannot tell, and ``facts_settle`` says whether facts could. ``ground`` and
    ``clause`` are what holds, whether or not the verdict follows; ``denied_by`` is the clause for which somebody not
    insured is not; all three are places in ``names``. ``owed_months`` are bits, the lowest being the earliest of the
    months for which nothing may be owed.
    """
    gathering, deciding = Gathering(question), _Deciding(question)
    facts = gathering.plan().having(_categories(question))
    decided = in_steps(deciding.rules).over(facts, question.month)
    named = decided.having({**deciding.words, "owed_months": _owed_months(question)})
    return named.having(_sums(question)).only(*gathering.columns, *WORKED_OUT)


def _categories(question: Question) -> dict[str, Term]:
    return {
        code: choose(_has(column("held"), bit), TRUE, choose(_has(column("open"), bit), UNKNOWN, FALSE))
        for code, bit in CATEGORY_BITS.items()
        if code in question.facts
    }


def _has(bits: Term, bit: int) -> Term:
    return Fixed(0) < call("common", bits, bit)


class _Deciding:
    """The rules that are asked beside the verdict, so that it can be said what it rests on."""

    def __init__(self, question: Question) -> None:
        self.question = question
        self.parts = {
            f"rests_{name}_{place}": (condition, code or ground.code)
            for name, ground in question.grounds.items()
            for place, (condition, code) in enumerate(inner_clauses(ground.of))
        }
        self.who = {
            f"is_{node.code.replace('-', '_')}": node.of
            for node in walk(question.tree)
            if isinstance(node, Clause) and node.code in WHO
        }

        self.names = names(question)

    @property
    def rules(self) -> dict[str, Node]:
        """The verdict, the grounds, the parts that a ground may rest on, and who may be insured at all."""
        grounds = {f"ground_{name}": ground for name, ground in self.question.grounds.items()}
        parts = {name: condition for name, (condition, _) in self.parts.items()}
        return {"verdict": self.question.tree, **grounds, **parts, **self.who, **self._were_it_settled}

    @property
    def _were_it_settled(self) -> dict[str, Node]:
        """The verdict if every question that the law leaves open were answered no, and if yes."""
        open_ = [node for node in dict.fromkeys(walk(self.question.tree)) if isinstance(node, Unsettled)]
        if not open_:
            return {}
        return {
            name: rewritten(self.question.tree, dict.fromkeys(open_, value))
            for name, value in (("answered_no", NO), ("answered_yes", YES))
        }

    @property
    def words(self) -> dict[str, Term]:
        holds: list[tuple[Term, Term]] = []
        decides: list[tuple[Term, Term]] = []
        for name, ground in self.question.grounds.items():
            held = column(f"ground_{name}")
            holds.append((held, self._name(name)))
            for part, (_, code) in self.parts.items():
                if part.startswith(f"rests_{name}_"):
                    decides.append((held & column(part), self._name(code)))
            decides.append((held, self._name(ground.code)))
        return {
            "ground": Choice(tuple(holds), NO_NAME) if holds else NO_NAME,
            "clause": Choice(tuple(decides), NO_NAME) if decides else NO_NAME,
            "denied_by": self._denied(),
            "facts_settle": self._facts_settle(),
        }

    def _facts_settle(self) -> Term:
        """Whether an open verdict hangs on facts at all, or on the law alone: then it would be known either way."""
        return some(column(name).missing for name in self._were_it_settled) if self._were_it_settled else TRUE

    def _denied(self) -> Term:
        """Why somebody not insured is not, as one person's answer would say: dead, no participant, or in debt."""
        outside: Term = ~column("is_participant") if "is_participant" in self.who else FALSE
        if "is_eaeu_worker" in self.who:
            outside = outside & choose(column("is_eaeu_worker"), FALSE, TRUE)
        dead, no_participant, in_debt = map(self._name, (DIED, NO_PARTICIPANT, IN_DEBT))
        return Choice(((column("died"), dead), (outside, no_participant)), in_debt)

    def _name(self, name: str) -> Term:
        return Fixed(self.names.index(name))


@lru_cache(maxsize=8)
def names(question: Question) -> tuple[str, ...]:
    """The names of grounds and clauses that an answer can have, the first being none."""
    inner = (code for ground in question.grounds.values() for _, code in inner_clauses(ground.of) if code)
    codes = (ground.code for ground in question.grounds.values())
    return tuple(dict.fromkeys(["", *question.grounds, *codes, *inner, DIED, NO_PARTICIPANT, IN_DEBT]))


def inner_clauses(node: Node) -> Iterator[tuple[Node, str | None]]:
    """The named parts inside a ground that holds, each with the condition under which the ground rests on it; the
    first whose condition is true decides. Where that is no named part, there is no code.

    The way down is that of an explanation: of alternatives the first that holds. Of conditions that must all hold the
    last is followed, because the rules say first who may be insured at all and then by what.
    """
    match node:
        case Clause(code) if code in WHO:
            return
        case Clause(code, of):
            yield from ((condition, found or code) for condition, found in inner_clauses(of))
            yield of, code
        case And(terms):
            yield from inner_clauses(terms[-1])
        case Or(terms) if _names_parts(node):
            unnamed: list[Node] = []
            for term in terms:
                if _names_parts(term):
                    if unnamed:
                        yield either(*unnamed), None
                    unnamed = []
                    yield from inner_clauses(term)
                else:
                    unnamed.append(term)
            if unnamed:
                yield either(*unnamed), None
        case _:
            return


def deciding(question: Question, record: Record) -> tuple[str, str]:
    """The ground that holds for one person and the clause it rests on, both empty if none holds."""
    for name, ground in question.grounds.items():
        if compile_decider(ground)(record) is True:
            inner = (code for condition, code in inner_clauses(ground.of) if compile_decider(condition)(record) is True)
            return name, next(inner, None) or ground.code
    return "", ""


def _names_parts(node: Node) -> bool:
    return any(isinstance(part, Clause) and part.code not in WHO for part in walk(node))


def _owed_months(question: Question) -> Term:
    """The months for which it is known that nothing was paid and nothing else covers them."""
    window = question.window_owed
    first = _lowest(window)
    parts: list[Term] = []
    for word in range(WORDS):
        bits = word_of(window, word)
        if bits:
            belongs, known = (column(name) for name in word_columns("credited")[word])
            owed = call("common", known - call("common", known, belongs), bits)
            shift = MONTHS_A_WORD * word - first
            parts.append(owed * (1 << shift) if shift >= 0 else owed // (1 << -shift))
    return joined(*parts)


def _sums(question: Question) -> dict[str, Term]:
    """How many months are owed and what they cost; a month costs what it would cost to pay for it now."""
    first, count = _lowest(question.window_owed), question.window_owed.bit_count()
    counted = Month.of(question.law.book.periods["counted_months"].start)
    months_at: dict[int, int] = {}
    for place in range(count):
        month = EPOCH + (first + place)
        # For earlier months nothing is ever owed, and no law of them may be known.
        if counted <= month:
            sum_ = independent_sum(question.law, month).tiyn
            months_at[sum_] = months_at.get(sum_, 0) | 1 << place
    owed = column("owed_months")
    amount: Term = NOTHING
    for sum_, bits in months_at.items():
        amount = amount + call("count_bits", call("common", owed, bits)) * sum_
    return {"months_owed": call("count_bits", owed), "amount_owed": amount}


def _lowest(mask: int) -> int:
    return (mask & -mask).bit_length() - 1
