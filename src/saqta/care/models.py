"""Rows of plans and what the database itself refuses. Every table only grows: a plan is the row of its steps."""

from __future__ import annotations

from typing import get_args

from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import Exact

from saqta.care.states import State, Verb
from saqta.journal.models import Entry
from saqta.registry.models import Facility, Person

DIGEST_BYTES = 32


class Plan(models.Model):
    """That a clinic planned to anaesthetise a child, under a number of its own. All the rest are steps."""

    id = models.UUIDField(primary_key=True)
    number = models.BigIntegerField(unique=True)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    facility = models.ForeignKey(Facility, models.PROTECT, related_name="+")
    recorded = models.ForeignKey(Entry, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        constraints = (models.CheckConstraint(condition=Q(number__gte=1), name="care_plan_numbered_from_one"),)


class Step(models.Model):
    """One step in the life of a plan: what was done, what was told with it, and the state it led to. Who did it and
    when stands in its entry of the journal."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="steps", db_index=False)
    place = models.IntegerField()
    verb = models.CharField(max_length=20)
    state = models.CharField(max_length=20)
    details = models.JSONField()
    recorded = models.ForeignKey(Entry, models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            # Two people at once take different places, or one of them fails: nothing overwrites anything.
            models.UniqueConstraint(fields=["plan", "place"], name="care_step_has_its_place"),
            models.CheckConstraint(condition=Q(place__gte=1), name="care_steps_count_from_one"),
            models.CheckConstraint(condition=Q(verb__in=get_args(Verb)), name="care_step_is_known"),
            models.CheckConstraint(condition=Q(state__in=get_args(State)), name="care_state_is_known"),
            # Whoever writes past the actions still cannot clear a plan by any other step.
            models.CheckConstraint(
                condition=~Q(state="cleared") | Q(verb__in=("go_ahead", "link")), name="care_cleared_by_going_ahead"
            ),
        )


class Link(models.Model):
    """The digest of the secret in a link that was given to the parents. Of the links of a plan the last one works."""

    digest = models.BinaryField(max_length=DIGEST_BYTES, unique=True)
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="links")
    step = models.OneToOneField(Step, models.PROTECT, related_name="link")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(Exact(Length("digest"), DIGEST_BYTES)), name="care_link_digest_is_whole"
            ),
        )


class Document(models.Model):
    """The document under a decision of the parents, encrypted: it holds the names they typed."""

    step = models.OneToOneField(Step, models.PROTECT, primary_key=True, related_name="document")
    digest = models.CharField(max_length=2 * DIGEST_BYTES, db_index=True)
    sealed = models.BinaryField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(Exact(Length("digest"), 2 * DIGEST_BYTES)), name="care_document_digest_is_whole"
            ),
        )


class Incident(models.Model):
    """A serious complication, for those who inspect clinics. It is opened by the step that reported it."""

    number = models.BigIntegerField(primary_key=True)
    step = models.OneToOneField(Step, models.PROTECT, related_name="incident")

    class Meta:
        constraints = (models.CheckConstraint(condition=Q(number__gte=1), name="care_incident_numbered_from_one"),)
