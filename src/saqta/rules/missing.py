"""From the facts a rule still needs to the places in the facts document where they would stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from saqta.basis.month import EPOCH, Month
from saqta.logic.ask import Question
from saqta.rules.answer import Missing
from saqta.rules.case import Case
from saqta.rules.phrases import phrases
from saqta.rules.vocabulary import CATEGORIES, MONTH_SETS

_DOCUMENT_NAMES = {"visited_this_year": "visited_on"}


def missing_facts(case: Case, questions: Iterable[Question]) -> tuple[Missing, ...]:
    """Each place once, the most telling first."""
    found: dict[str, Missing] = {}
    for question in questions:
        for missing in _places(case, question):
            found.setdefault(missing.fact, missing)
    return tuple(found.values())


def _places(case: Case, question: Question) -> Iterator[Missing]:
    for name in question.facts:
        if name in MONTH_SETS:
            yield from _month(case, Month.parse(question.path.rpartition(".")[2]), name)
        elif name in CATEGORIES:
            yield from _category(case, name)
        else:
            yield _named(question.path)


def _category(case: Case, code: str) -> Iterator[Missing]:
    undecided = [holding for holding in case.holdings if holding.code == code and holding.belongs is None]
    for holding in undecided:
        for attribute in holding.missing:
            name = _DOCUMENT_NAMES.get(attribute, attribute)
            yield Missing(f"categories[{holding.place}].{name}", phrases("status")[f"missing-{name}"])
    if not undecided:
        yield _named("person.birth_date" if code == "child" else "categories")


def _month(case: Case, month: Month, name: str) -> Iterator[Missing]:
    """A month may be open because payments are not known that far, because a payment bears no day or no sum, or
    because a category might have credited it."""
    words = phrases("status")
    known = case.known_months(case.law.day)
    if case.facts.payments is None:
        yield _named("payments")
    elif month not in known and name == "prepaid_year":
        yield Missing("payments", words["missing-payments-ahead"])
    elif month not in known:
        yield Missing(f"payments.{month}", words["missing-payment-month"].fill(month=month.text()))
    elif name == "prepaid_year":
        for undated in _undated(case):
            yield Missing(f"payments.{undated}.paid_on", words["missing-payment-day"].fill(month=undated.text()))
    else:
        if month in case.paid_months.counted.possible - case.paid_months.counted.certain:
            yield Missing(f"payments.{month}.amount", words["missing-payment-sum"].fill(month=month.text()))
        yield from _categories_of_month(case, month)


def _categories_of_month(case: Case, month: Month) -> Iterator[Missing]:
    held = [holding for holding in case.holdings if month in holding.months(month + 1)]
    for holding in held:
        if holding.belongs is None:
            yield from _category(case, holding.code)
    if held and case.participates is None:
        yield _named("person.residence" if case.facts.person.residence is None else "person.citizenship")
    if case.facts.categories is None:
        yield _named("categories")
    if case.facts.person.birth_date is None:
        yield _named("person.birth_date")


def _undated(case: Case) -> list[Month]:
    asked = Month.of(case.law.day)
    months = {
        Month.parse(payment.month)
        for payment in case.payments
        if payment.kind == "independent" and payment.paid_on is None
    }
    return sorted(month for month in months if asked + -12 < month and month > EPOCH)


def _named(path: str) -> Missing:
    return Missing(path, phrases("status")[f"missing-{path}"])
