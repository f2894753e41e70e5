"""Asking the staff, and answering. Every action is one transaction with one entry in the journal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from django.db import transaction

from saqta.access.permissions import Permission
from saqta.access.queries import require
from saqta.access.records import person as person_named
from saqta.journal.actions import record_entry, take_turn
from saqta.journal.queries import look
from saqta.personal.asking import bound_to, digest_of_answer, digest_of_question, question
from saqta.personal.models import Answer, Question
from saqta.personal.records import LONGEST_WORDS, OUTCOMES, Kind, QuestionRecord
from saqta.personal.texts import refused
from saqta.registry.queries import numbers

MAY_ANSWER: Mapping[Kind, Permission] = MappingProxyType(
    {"look": Permission.ANSWER_DISPUTES, "category": Permission.ANSWER_REQUESTS}
)
_NOBODYS_STATUS: tuple[UUID, ...] = ()
"""No status rests on a question: whoever grants one tells the registry, and that is another entry."""


@transaction.atomic
def dispute_look(person: UUID, entry: int, place: int, words: str, *, by: str, at: datetime) -> QuestionRecord:
    """The person asks why somebody looked; asked again about the same look, it is the same question. Raises
    ``Refused`` for a look that is not in the person's list, for one of their own, and for too many words."""
    number = take_turn()
    found = look(person, entry, place)
    if found is None:
        raise refused("no-such-look")
    if found.by == person_named(person):
        raise refused("own-look")
    asked = Question.objects.filter(entry_id=entry, place=place).first()
    if asked is not None:
        return question(asked.recorded_id)
    row = Question(recorded_id=number, person_id=person, kind="look", entry_id=entry, place=place, at=at)
    return _ask(row, words, by=by)


@transaction.atomic
def request_category(person: UUID, category: str, words: str, *, by: str, at: datetime) -> QuestionRecord:
    """The person says that they belong to a category which the register does not know, and will bring documents; asked
    again before it is answered, it is the same request. Raises ``Refused`` for too many words."""
    number = take_turn()
    asked = Question.objects.filter(person_id=person, kind="category", category=category, answer=None).first()
    if asked is not None:
        return question(asked.recorded_id)
    row = Question(recorded_id=number, person_id=person, kind="category", category=category, at=at)
    return _ask(row, words, by=by)


@transaction.atomic
def answer_question(number: int, outcome: str, words: str, *, by: str, at: datetime) -> QuestionRecord:
    """The staff answers, with reasons. Raises ``Refused`` for a question that there is not or that was answered, for an
    answer without words, and to whoever looked themselves."""
    entry = take_turn()
    row = Question.objects.filter(recorded_id=number, answer=None).first()
    if row is None:
        raise refused("no-such-question")
    asked = question(number)
    require(by, MAY_ANSWER[asked.kind])
    if asked.look is not None and asked.look.by == by:
        raise refused("looked-oneself")
    if outcome not in OUTCOMES[asked.kind]:
        raise refused("outcome", "outcome")
    said = words.strip()
    if not 0 < len(said) <= LONGEST_WORDS:
        raise refused("words-length", "words", longest=str(LONGEST_WORDS))
    sealed = numbers().seal_document(said.encode(), bound_to("answer", entry))
    answer = Answer(recorded_id=entry, question=row, outcome=outcome, words=sealed, by=by, at=at)
    record_entry("answer-question", by=by, at=at, content=digest_of_answer(answer), people=_NOBODYS_STATUS)
    answer.save(force_insert=True)
    return question(number)


def _ask(row: Question, words: str, *, by: str) -> QuestionRecord:
    said = words.strip()
    if len(said) > LONGEST_WORDS:
        raise refused("words-too-long", "words", longest=str(LONGEST_WORDS))
    row.words = numbers().seal_document(said.encode(), bound_to("question", row.recorded_id))
    record_entry("ask-staff", by=by, at=row.at, content=digest_of_question(row), people=_NOBODYS_STATUS)
    row.save(force_insert=True)
    return question(row.recorded_id)
