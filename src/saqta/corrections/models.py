"""Rows of corrections and what the database itself refuses. All three tables only grow."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from saqta.corrections.proofs import MEDIA
from saqta.corrections.records import KINDS, LARGEST_PROOF, OUTCOMES
from saqta.journal.models import Entry
from saqta.registry.models import Person


class Proof(models.Model):
    """A document under the digest of its bytes; the bytes are encrypted, and bound to the digest."""

    digest = models.CharField(max_length=64, primary_key=True)
    media = models.CharField(max_length=20)
    size = models.IntegerField()
    sealed = models.BinaryField()
    recorded = models.ForeignKey(Entry, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(media__in=tuple(MEDIA)), name="proof_is_of_a_known_kind"),
            models.CheckConstraint(condition=Q(size__gte=1, size__lte=LARGEST_PROOF), name="proof_has_a_size"),
        )


class Correction(models.Model):
    """What one member of the staff proposes. Its number is that of its entry in the journal."""

    recorded = models.OneToOneField(Entry, models.PROTECT, primary_key=True, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="corrections")
    kind = models.CharField(max_length=20)
    content = models.JSONField()
    reason = models.TextField()
    proof = models.ForeignKey(Proof, models.PROTECT, null=True, related_name="+", db_index=False)
    proposed_by = models.CharField(max_length=64)
    proposed_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="correction_is_of_a_known_kind"),
            models.CheckConstraint(
                condition=~Q(kind="temporary") | Q(proof__isnull=False), name="correction_for_a_while_has_a_proof"
            ),
            models.CheckConstraint(condition=~Q(reason="") & ~Q(proposed_by=""), name="correction_has_its_reason"),
        )


class Decision(models.Model):
    """What another member of the staff decided. That it is another one a trigger of the database holds."""

    correction = models.OneToOneField(Correction, models.PROTECT, primary_key=True, related_name="decision")
    outcome = models.CharField(max_length=8)
    reason = models.TextField()
    decided_by = models.CharField(max_length=64)
    decided_at = models.DateTimeField()
    start = models.DateField(null=True)
    until = models.DateField(null=True)
    recorded = models.ForeignKey(Entry, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(outcome__in=OUTCOMES), name="correction_is_approved_or_declined"),
            models.CheckConstraint(condition=~Q(decided_by="") & ~Q(reason=""), name="decision_has_reason_and_actor"),
            models.CheckConstraint(
                condition=Q(start=None, until=None)
                | Q(start__isnull=False, until__isnull=False, until__gt=F("start"), outcome="approved"),
                name="decision_for_a_while_contains_a_day",
            ),
        )
