"""Reading what people asked of the staff, and what was answered."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import merge
from typing import cast
from uuid import UUID

from saqta.journal.queries import changed_under, look
from saqta.journal.records import content_digest
from saqta.personal.models import Answer, Question
from saqta.personal.records import Kind, Outcome, QuestionRecord
from saqta.personal.texts import refused
from saqta.registry.queries import numbers


def question(number: int) -> QuestionRecord:
    """The question with this number; raises ``Refused`` when there is none."""
    row = Question.objects.select_related("answer").filter(recorded_id=number).first()
    if row is None:
        raise refused("no-such-question")
    return _record(row)


def questions_of(person: UUID) -> Iterator[QuestionRecord]:
    """What this person asked, the latest first."""
    for row in Question.objects.select_related("answer").filter(person_id=person).order_by("-recorded_id"):
        yield _record(row)


def open_questions(kind: Kind) -> Iterator[QuestionRecord]:
    """The questions that wait for an answer, those that wait longest first."""
    for row in Question.objects.filter(kind=kind, answer=None).order_by("recorded_id"):
        yield _record(row)


def changed_entries() -> Iterator[int]:
    """Entries of the journal whose questions or answers are no longer those that were sealed with them, and entries of
    another kind under which such rows stand."""
    written = merge(
        ((row.recorded_id, digest_of_question(row)) for row in Question.objects.order_by("recorded_id").iterator()),
        ((row.recorded_id, digest_of_answer(row)) for row in Answer.objects.order_by("recorded_id").iterator()),
    )
    yield from changed_under(("ask-staff", "answer-question"), written)


def digest_of_question(row: Question) -> str:
    """What the journal seals of a question."""
    return content_digest(
        str(row.person_id), row.kind, f"{row.entry_id} {row.place} {row.category}", bytes(row.words).hex()
    )


def digest_of_answer(row: Answer) -> str:
    """What the journal seals of an answer."""
    return content_digest(str(row.question_id), row.outcome, bytes(row.words).hex(), row.by)


def bound_to(kind: str, number: int) -> bytes:
    """What the words of a question or an answer are bound to."""
    return f"{kind} {number}".encode()


def _record(row: Question) -> QuestionRecord:
    answer = getattr(row, "answer", None)
    opened = numbers().open_document
    return QuestionRecord(
        number=row.recorded_id,
        person=row.person_id,
        kind=cast("Kind", row.kind),
        look=None if row.entry_id is None or row.place is None else look(row.person_id, row.entry_id, row.place),
        category=row.category,
        words=opened(bytes(row.words), bound_to("question", row.recorded_id)).decode(),
        at=row.at,
        outcome=None if answer is None else cast("Outcome", answer.outcome),
        answer=None if answer is None else opened(bytes(answer.words), bound_to("answer", answer.recorded_id)).decode(),
        answered_at=None if answer is None else answer.at,
    )
