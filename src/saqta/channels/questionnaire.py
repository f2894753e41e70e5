"""The questionnaire of a service as it goes on from answer to answer, wherever the answers are kept in between.

Answers are kept by the fact they are about, so that one can be changed without the others being asked again; those that
are no longer asked for are ignored.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

import msgspec

from saqta.basis.days import day_text
from saqta.basis.text import Text, listed, same
from saqta.law.book import Book
from saqta.rules.entitlement_questions import Answer, NextQuestion, Question, answered, next_question
from saqta.rules.facts import EntitlementFacts

_MOST_ANSWERS = 40
"""More questions than any service has; a state that grows beyond is not ours."""


class Given(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What was answered about a service so far: for each fact what the answer sets, nothing for "I do not know"."""

    service: str
    on: date
    answers: dict[str, dict[str, bool | str | tuple[str, ...] | None]]


class Asked(NamedTuple):
    """A question that was answered, and what the answer set."""

    question: Question
    sets: Mapping[str, Answer]


class Journey(NamedTuple):
    """The questions answered so far, in their order, the facts they gave, and what comes next."""

    asked: tuple[Asked, ...]
    facts: EntitlementFacts
    following: NextQuestion


def with_answer(given: Given, question: Question, sets: Mapping[str, Answer]) -> Given:
    """The answers with one put in or changed. Details of categories go when the categories themselves change."""
    kept = {
        fact: value
        for fact, value in given.answers.items()
        if not (question.fact == "categories" and fact.startswith("categories["))
    }
    return msgspec.structs.replace(given, answers={**kept, question.fact: dict(sets)})


def journey(given: Given, book: Book) -> Journey:
    """The questions as the answers lead through them."""
    facts, unknown, asked = EntitlementFacts(), set[str](), list[Asked]()
    while True:
        following = next_question(facts, given.service, given.on, book, unknown=unknown)
        question = following.question
        if question is None or question.fact not in given.answers or len(asked) >= _MOST_ANSWERS:
            return Journey(tuple(asked), facts, following)
        sets = given.answers[question.fact]
        if sets:
            facts = answered(facts, sets, given.on)
        else:
            unknown.add(question.fact)
        asked.append(Asked(question, sets))


def codes_of(sets: Mapping[str, Answer]) -> tuple[str, ...]:
    """The categories that an answer names."""
    value = sets.get("categories")
    return tuple(value) if isinstance(value, tuple | list) else ()


def chosen_before(before: Asked) -> list[int]:
    """Which choices of a question its answer is made of; none where something was typed."""
    question, sets = before
    if question.kind == "categories" and codes_of(sets):
        codes = set(codes_of(sets))
        return [index for index, choice in enumerate(question.choices) if codes & set(codes_of(choice.sets))]
    return [index for index, choice in enumerate(question.choices) if _same(choice.sets, sets)]


def said_answer(asked: Asked) -> Text:
    """The answer in the words in which it was given."""
    marked = chosen_before(asked)
    if marked:
        return listed([asked.question.choices[index].text for index in marked])
    value = asked.sets[asked.question.fact]
    return day_text(date.fromisoformat(str(value))) if asked.question.kind == "date" else same(str(value))


def _same(one: Mapping[str, Answer], other: Mapping[str, Answer]) -> bool:
    def plain(sets: Mapping[str, Answer]) -> dict[str, object]:
        return {path: tuple(value) if isinstance(value, list | tuple) else value for path, value in sets.items()}

    return plain(one) == plain(other)
