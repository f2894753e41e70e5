"""Rows of what people asked of the staff, and what the database itself refuses. Both tables only grow."""

from __future__ import annotations

from typing import get_args

from django.db import models
from django.db.models import Q

from saqta.journal.models import Entry
from saqta.personal.records import Outcome
from saqta.registry.models import Person


class Question(models.Model):
    """What a person asked: why somebody looked, or to be taken for somebody of a category. Its number is that of its
    entry in the journal."""

    recorded = models.OneToOneField(Entry, models.PROTECT, primary_key=True, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8)
    entry = models.ForeignKey(Entry, models.PROTECT, null=True, related_name="+", db_index=False)  # of the look
    place = models.IntegerField(null=True)
    category = models.CharField(max_length=40, null=True)
    words = models.BinaryField(max_length=4096)  # the person's, encrypted
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["entry", "place"], name="look_is_asked_about_once"),
            models.CheckConstraint(
                condition=Q(kind="look", entry__isnull=False, place__isnull=False, category=None)
                | Q(kind="category", entry=None, place=None, category__isnull=False),
                name="question_is_about_a_look_or_a_category",
            ),
        )


class Answer(models.Model):
    """What the staff says to a question, once."""

    recorded = models.OneToOneField(Entry, models.PROTECT, primary_key=True, related_name="+")
    question = models.OneToOneField(Question, models.PROTECT, related_name="answer")
    outcome = models.CharField(max_length=12)
    words = models.BinaryField(max_length=4096)
    by = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(outcome__in=get_args(Outcome)), name="answer_outcome_is_known"),
            models.CheckConstraint(condition=~Q(by=""), name="answer_is_given_by_somebody"),
        )
