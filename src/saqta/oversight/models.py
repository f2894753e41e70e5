"""Rows of oversight and what the database itself refuses. What happened only grows; where it led is one row each."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F, Q

from saqta.journal.models import Entry
from saqta.oversight.records import (
    ANSWERS,
    DECISIONS,
    DISPUTES,
    LONGEST_ACTOR,
    LONGEST_DOCUMENT,
    MEASURE_STATES,
    MEASURES,
    OUTCOMES,
    TOPICS,
)
from saqta.registry.models import Facility, Person
from saqta.rules.inspections import State, Step

_DIGEST_BYTES = 16
_STATES = tuple(state.value for state in State)
_STEPS = tuple(step.value for step in Step)
_UNREGISTERED = (State.BEING_REGISTERED.value, State.REGISTRATION_REFUSED.value)
_NOT_BEGUN = (*_UNREGISTERED, State.REGISTERED.value)


def _entry() -> Any:  # the stubs of the framework give a foreign key no type that a function could return
    return models.ForeignKey(Entry, models.PROTECT, related_name="+", db_index=False)


class Campaign(models.Model):
    """Inspections that belong together."""

    id = models.UUIDField(primary_key=True)
    name_ru = models.CharField(max_length=200)
    name_kk = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)
    ordered_by = models.CharField(max_length=200)
    begun_on = models.DateField()
    recorded = _entry()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~Q(name_ru="") & ~Q(name_kk="") & ~Q(name_en="") & ~Q(ordered_by=""),
                name="campaign_is_named_and_ordered",
            ),
        )


class Inspection(models.Model):
    """Where an inspection stands: the sum of its events. ``version`` is the number of the last one."""

    id = models.UUIDField(primary_key=True)
    facility = models.ForeignKey(Facility, models.PROTECT, related_name="+")
    campaign = models.ForeignKey(Campaign, models.PROTECT, null=True, related_name="+")
    ground = models.CharField(max_length=40)
    follows = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    region = models.CharField(max_length=9)
    funding = models.CharField(max_length=9, null=True)  # null says unknown
    size = models.CharField(max_length=5)
    state = models.CharField(max_length=20)
    version = models.IntegerField()
    appointed_on = models.DateField()
    registered_on = models.DateField(null=True)
    registration = models.CharField(max_length=LONGEST_DOCUMENT, null=True)
    notice_on = models.DateField(null=True)
    begun_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    completed_on = models.DateField(null=True)
    outcome = models.CharField(max_length=13, null=True)
    results_annulled = models.BooleanField(default=False)
    extensions = models.SmallIntegerField(default=0)
    changed_on = models.DateField()
    recorded = _entry()

    class Meta:
        indexes = (
            models.Index(fields=["state", "region", "funding"], name="inspection_counted"),
            models.Index(fields=["state", "ends_on"], name="inspection_due"),
        )
        constraints = (
            models.CheckConstraint(condition=Q(state__in=_STATES), name="inspection_state_is_known"),
            models.CheckConstraint(condition=Q(version__gte=1), name="inspection_versions_count_from_one"),
            models.CheckConstraint(condition=Q(size__in=("micro", "other")), name="inspection_size_is_known"),
            models.CheckConstraint(condition=~Q(ground=""), name="inspection_has_a_ground"),
            models.CheckConstraint(
                condition=Q(state__in=_UNREGISTERED, registered_on=None, registration=None)
                | (~Q(state__in=_UNREGISTERED) & Q(registered_on__isnull=False, registration__isnull=False)),
                name="inspection_is_registered_before_all_else",
            ),
            models.CheckConstraint(
                condition=Q(begun_on=None) | (Q(registered_on__isnull=False) & Q(begun_on__gte=F("registered_on"))),
                name="inspection_begins_once_registered",
            ),
            models.CheckConstraint(
                condition=(Q(state__in=_NOT_BEGUN) & Q(begun_on=None))
                | (~Q(state__in=_NOT_BEGUN) & Q(begun_on__isnull=False))
                | Q(state=State.REMOVED.value),
                name="inspection_under_way_has_begun",
            ),
            models.CheckConstraint(
                # What is compared with null is unknown, and a check lets the unknown pass: hence each "not null".
                condition=Q(state=State.COMPLETED.value, completed_on__isnull=False)
                & Q(outcome__isnull=False, outcome__in=OUTCOMES)
                | (~Q(state=State.COMPLETED.value) & Q(completed_on=None, outcome=None)),
                name="inspection_has_an_outcome_when_completed",
            ),
            models.CheckConstraint(
                condition=Q(results_annulled=False) | Q(state=State.COMPLETED.value),
                name="inspection_results_exist_when_annulled",
            ),
        )


class Event(models.Model):
    """One step of one inspection. The number is its version from then on, so that of two steps taken at once the
    database itself lets one pass. ``detail`` is what else was told: with it every other row of the room, but for
    complaints and campaigns, can be worked out from the events again."""

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="events", db_index=False)
    number = models.IntegerField()
    step = models.CharField(max_length=30)
    state = models.CharField(max_length=20)
    on = models.DateField()
    at = models.DateTimeField()
    by = models.CharField(max_length=LONGEST_ACTOR)
    reason = models.TextField()
    document = models.CharField(max_length=LONGEST_DOCUMENT, null=True)  # null: the step has no paper of its own
    detail = models.JSONField(default=dict)
    recorded = _entry()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["inspection", "number"], name="event_is_numbered_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="events_count_from_one"),
            models.CheckConstraint(condition=Q(state__in=_STATES), name="event_state_is_known"),
            models.CheckConstraint(condition=Q(step__in=_STEPS), name="event_step_is_known"),
            models.CheckConstraint(condition=~Q(by="") & ~Q(reason=""), name="event_has_a_person_and_a_reason"),
            models.CheckConstraint(
                condition=(Q(number=1) & Q(step=Step.APPOINT.value)) | (Q(number__gt=1) & ~Q(step=Step.APPOINT.value)),
                name="event_one_is_the_appointment",
            ),
        )


class Stay(models.Model):
    """That an inspection was in a state from one day up to, but not including, another: what reports of a past day are
    counted from. It is worked out from the events, and of each inspection one stay is open.

    It repeats of the inspection what reports divide by, so that one index in their order holds all they count: a report
    over a million events then sorts nothing and looks nothing up. ``outcome`` is that of a completed inspection, and
    ``annulled`` once its results were.
    """

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="stays")
    state = models.CharField(max_length=20)
    start = models.DateField()
    until = models.DateField(null=True)
    region = models.CharField(max_length=2)
    funding = models.CharField(max_length=9, null=True)  # null says unknown
    outcome = models.CharField(max_length=13, null=True)
    facility = models.ForeignKey(Facility, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        indexes = (
            models.Index(
                fields=["state", "region", "funding", "outcome", "start", "until", "facility"], name="stay_counted"
            ),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(outcome=None) | Q(state=State.COMPLETED.value, outcome__in=(*OUTCOMES, "annulled")),
                name="stay_outcome_is_of_a_completed_inspection",
            ),
            models.CheckConstraint(condition=Q(state__in=_STATES), name="stay_state_is_known"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gt=F("start")), name="stay_contains_a_day"),
            models.UniqueConstraint(fields=["inspection"], condition=Q(until=None), name="inspection_is_in_one_state"),
            models.UniqueConstraint(fields=["inspection", "start"], name="stay_begins_once"),
        )


class Participant(models.Model):
    """That somebody inspects, from one day up to another."""

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="participants")
    inspector = models.CharField(max_length=LONGEST_ACTOR)
    start = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        indexes = (models.Index(fields=["inspector", "until"], name="participant_now"),)
        constraints = (
            models.CheckConstraint(condition=~Q(inspector=""), name="participant_is_somebody"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("start")), name="participant_leaves_later"),
            models.UniqueConstraint(
                fields=["inspection", "inspector"], condition=Q(until=None), name="participant_takes_part_once"
            ),
        )


class Finding(models.Model):
    """How one row of the check-list was answered in one event."""

    event = models.ForeignKey(Event, models.PROTECT, related_name="findings", db_index=False)
    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="findings")
    item = models.CharField(max_length=60)
    answer = models.CharField(max_length=11)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["event", "item"], name="finding_answers_a_row_once"),
            models.CheckConstraint(condition=Q(answer__in=ANSWERS), name="finding_answer_is_known"),
            models.CheckConstraint(condition=~Q(item=""), name="finding_names_a_row"),
        )


class Measure(models.Model):
    """Something that followed from an inspection, and whether it stands."""

    id = models.UUIDField(primary_key=True)
    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="measures")
    region = models.CharField(max_length=2)
    kind = models.CharField(max_length=20)
    taken_on = models.DateField()
    mend_by = models.DateField(null=True)
    amount = models.BigIntegerField(null=True)
    state = models.CharField(max_length=8)
    ended_on = models.DateField(null=True)
    ended_by = models.ForeignKey(Inspection, models.PROTECT, null=True, related_name="+", db_index=False)
    document = models.CharField(max_length=LONGEST_DOCUMENT, null=True)
    recorded = _entry()

    class Meta:
        indexes = (
            models.Index(fields=["kind", "region", "state", "taken_on", "ended_on", "amount"], name="measure_counted"),
        )
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=MEASURES), name="measure_kind_is_known"),
            models.CheckConstraint(condition=Q(state__in=MEASURE_STATES), name="measure_state_is_known"),
            models.CheckConstraint(
                condition=Q(kind="fine", amount__isnull=False, amount__gt=0) | (~Q(kind="fine") & Q(amount=None)),
                name="measure_fine_and_no_other_has_a_sum",
            ),
            models.CheckConstraint(
                condition=Q(state="standing", ended_on=None)
                | (~Q(state="standing") & Q(ended_on__isnull=False, ended_on__gte=F("taken_on"))),
                name="measure_that_ended_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(ended_by=None) | Q(state="ended"), name="measure_is_ended_by_an_inspection"
            ),
            models.CheckConstraint(
                condition=Q(mend_by=None) | Q(mend_by__gte=F("taken_on")), name="measure_is_mended_later"
            ),
        )


class Dispute(models.Model):
    """That the clinic disagrees with the results or with one measure, and what was decided."""

    id = models.UUIDField(primary_key=True)
    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="disputes")
    measure = models.ForeignKey(Measure, models.PROTECT, null=True, related_name="disputes")
    kind = models.CharField(max_length=9)
    filed_on = models.DateField()
    decision = models.CharField(max_length=8, null=True)
    decided_on = models.DateField(null=True)
    recorded = _entry()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=DISPUTES), name="dispute_kind_is_known"),
            models.CheckConstraint(
                condition=Q(decision=None, decided_on=None)
                | Q(decision__in=DECISIONS, decided_on__isnull=False, decided_on__gte=F("filed_on")),
                name="dispute_is_decided_on_a_day",
            ),
        )


class Complaint(models.Model):
    """That somebody complained about a clinic. Who did is kept where the complaint itself is."""

    id = models.UUIDField(primary_key=True)
    facility = models.ForeignKey(Facility, models.PROTECT, related_name="+")
    received_on = models.DateField()
    topic = models.CharField(max_length=11)
    anonymous = models.BooleanField()
    reference = models.CharField(max_length=LONGEST_DOCUMENT, unique=True)
    recorded = _entry()

    class Meta:
        indexes = (models.Index(fields=["facility", "received_on"], name="complaint_of_facility"),)
        constraints = (
            models.CheckConstraint(condition=Q(topic__in=TOPICS), name="complaint_topic_is_known"),
            models.CheckConstraint(condition=~Q(reference=""), name="complaint_has_a_reference"),
        )


class ComplaintAccount(models.Model):
    """What somebody who complained told, and how they want to be answered: encrypted, and bound to the complaint.
    ``person`` is who complained or for whom, where they gave a number that the register knows. ``key`` is the digest of
    the teller's own key of the complaint and of all that was told with it, so that a complaint sent twice is one."""

    complaint = models.OneToOneField(Complaint, models.PROTECT, primary_key=True, related_name="account")
    sealed = models.BinaryField()
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    key = models.BinaryField(max_length=_DIGEST_BYTES, unique=True, null=True)  # null: told without a key
