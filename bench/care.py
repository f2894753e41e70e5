"""Whether care is free: the decision with its explanation, against a call that does nothing; and how few questions it
takes to be certain, against asking for all that the rule reads."""

from __future__ import annotations

import random
from collections.abc import Iterator

from bench.measure import Figure, ratio
from saqta.basis.month import Month
from saqta.law.book import load
from saqta.logic.explain import explain
from saqta.logic.nodes import Fact, Node
from saqta.logic.trees import walk
from saqta.rules.care_case import CareCase
from saqta.rules.care_vocabulary import VOCABULARY
from saqta.rules.entitled import settled_on
from saqta.rules.entitlement_questions import FOR_PROFESSIONALS
from tests.properties.patients import random_day, random_patient, random_service, verdict_by_questions

SEED = 421
DECIDED, CALLS = 300, 100
QUESTIONED = 150

MOST_FOR_AN_EXPLANATION = 1_500
"""Sixty microseconds for a call of forty nanoseconds that does nothing."""

MOST_OF_THE_QUESTIONS = 0.6


def care_figures() -> Iterator[Figure]:
    yield _explained()
    yield _questions()


def _explained() -> Figure:
    """Invented patients and services, each decided and explained on a day of its own."""
    chance, book = random.Random(SEED), load()
    work = []
    for _ in range(DECIDED):
        on = random_day(chance)
        law, service = book.on(on), book.service(random_service(chance, book))
        case = CareCase(random_patient(chance, on, book), law, service)
        work.append((settled_on(law, service.care, service.form), Month.of(on), case.record(case.insured)))

    def explanations() -> None:
        for tree, month, record in work:
            explain(tree, month, record)

    def nothing(*_: object) -> None:
        return

    def calls() -> None:
        for _ in range(CALLS):
            for tree, month, record in work:
                nothing(tree, month, record)

    found, mine, theirs = ratio(explanations, calls)
    scale = 1e6 / DECIDED
    return Figure(
        "free care decided and explained",
        found * CALLS,
        mine * scale,
        theirs * scale / CALLS,
        "µs",
        "a call that does nothing",
        MOST_FOR_AN_EXPLANATION,
    )


def _questions() -> Figure:
    """Invented patients of whom nothing is known at first, each asked until the verdict is certain. Whoever knows
    whether he is insured says so, and is not asked what that follows from."""
    chance, book = random.Random(SEED), load()
    asked = askable = 0
    for _ in range(QUESTIONED):
        on = random_day(chance)
        code, law = random_service(chance, book), book.on(on)
        service = book.service(code)
        asked += verdict_by_questions(random_patient(chance, on, book), code, on, book)[1]
        askable += len(_askable(settled_on(law, service.care, service.form)))
    return Figure(
        "questions until it is certain whether care is free",
        asked / askable,
        asked / QUESTIONED,
        askable / QUESTIONED,
        "questions",
        "asking for all that the rule reads",
        MOST_OF_THE_QUESTIONS,
    )


def _askable(tree: Node) -> set[str]:
    """The places in the facts document that the rule reads and a citizen may be asked for."""
    read = {VOCABULARY.specs[node.name].path for node in walk(tree) if isinstance(node, Fact)}
    return read - FOR_PROFESSIONALS
