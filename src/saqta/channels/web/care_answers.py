"""What a person has answered about one service, carried from question to question in an encrypted cookie.

The address holds the service and the number of the question, never an answer. Answers are kept by the fact they are
about, so that one can be changed without the others being asked again; those that are no longer asked for are ignored.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

import msgspec
from django.http import HttpRequest, HttpResponse

from saqta.channels.clock import day_in_kazakhstan
from saqta.channels.web.sealing import LIFE, opened, seal
from saqta.law.book import Book
from saqta.rules.entitlement_questions import Answer, NextQuestion, Question, answered, next_question
from saqta.rules.facts import EntitlementFacts

COOKIE = "saqta-answers"
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


def read_answers(request: HttpRequest, service: str) -> Given:
    """What this browser has answered about the service; nothing yet if the cookie is old, foreign or about another."""
    at = request.META["saqta.at"]
    sealed = opened(COOKIE, request.COOKIES.get(COOKIE, ""), at)
    if sealed is not None:
        found = msgspec.json.decode(sealed, type=Given)
        if found.service == service:
            return found
    return Given(service, day_in_kazakhstan(at), {})


def with_answer(given: Given, question: Question, sets: Mapping[str, Answer]) -> Given:
    """The answers with one put in or changed. Details of categories go when the categories themselves change."""
    kept = {
        fact: value
        for fact, value in given.answers.items()
        if not (question.fact == "categories" and fact.startswith("categories["))
    }
    return msgspec.structs.replace(given, answers={**kept, question.fact: dict(sets)})


def keep_answers(answer: HttpResponse, given: Given, request: HttpRequest) -> None:
    """Gives the answers to the browser to carry, for as long as they can be opened."""
    sealed = seal(COOKIE, msgspec.json.encode(given), request.META["saqta.at"])
    answer.set_cookie(
        COOKIE,
        sealed,
        max_age=int(LIFE.total_seconds()),
        httponly=True,
        samesite="Strict",
        secure=request.is_secure(),
    )


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
