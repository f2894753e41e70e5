"""Rows of the timelines and what the database itself refuses."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from saqta.registry.models import Person

VERDICTS = ("yes", "no", "depends", "undetermined")


class Timeline(models.Model):
    """What was worked out for a person, from which entry of the journal and under which law. The three words are the
    credited months as bits, sixty to a word from January 2015."""

    person = models.OneToOneField(Person, models.PROTECT, primary_key=True, related_name="timeline")
    entry = models.BigIntegerField()
    law = models.CharField(max_length=71)
    credited_0 = models.BigIntegerField()
    credited_1 = models.BigIntegerField()
    credited_2 = models.BigIntegerField()


class Stretch(models.Model):
    """The status of a person from one day up to another, worked out before: time passes without a batch.

    ``lasts_until`` is where the verdict changes; stretches between may differ in their grounds.
    """

    pk = models.CompositePrimaryKey("person_id", "start")
    person = models.ForeignKey(Person, models.PROTECT, related_name="stretches", db_index=False)
    start = models.DateField()
    until = models.DateField()
    lasts_until = models.DateField()
    verdict = models.CharField(max_length=12)
    ground = models.CharField(max_length=13, null=True)  # null: a verdict other than yes has no ground

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(until__gt=F("start"), lasts_until__gte=F("until")), name="stretch_contains_a_day"
            ),
            models.CheckConstraint(condition=Q(verdict__in=VERDICTS), name="stretch_verdict_is_a_verdict"),
            models.CheckConstraint(
                condition=Q(verdict="yes", ground__isnull=False) | (~Q(verdict="yes") & Q(ground=None)),
                name="stretch_has_a_ground_when_insured",
            ),
        )


class Position(models.Model):
    """The last entry of the journal whose people have up-to-date timelines."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    entry = models.BigIntegerField(default=0)

    class Meta:
        constraints = (models.CheckConstraint(condition=Q(id=1), name="coverage_has_one_position"),)
