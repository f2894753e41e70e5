"""Whether care is free: the decision with its explanation, against a call that does nothing."""

from __future__ import annotations

import random
from collections.abc import Iterator

from bench.measure import Figure, ratio
from saqta.basis.month import Month
from saqta.law.book import load
from saqta.logic.explain import explain
from saqta.rules.care_case import CareCase
from saqta.rules.entitled import settled_on
from tests.properties.patients import random_day, random_patient, random_service

SEED = 421
DECIDED, CALLS = 300, 100

MOST_FOR_AN_EXPLANATION = 1_500
"""Sixty microseconds for a call of forty nanoseconds that does nothing."""


def care_figures() -> Iterator[Figure]:
    yield _explained()


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
