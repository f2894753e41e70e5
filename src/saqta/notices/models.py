"""Rows of notices and of what people think of answers, and what the database itself refuses. All tables only grow."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from saqta.journal.models import Entry
from saqta.notices.records import LONGEST_KEY, OPINIONS, VERDICTS_OF_ANSWERS

VERDICTS = ("true", "false", "partly")
_TEXTS = (
    *("claim_ru", "claim_kk", "claim_en", "truth_ru", "truth_kk", "truth_en"),
    *("publisher_ru", "publisher_kk", "publisher_en", "drafted_by"),
)


class Version(models.Model):
    """One version of a notice, as an editor wrote it."""

    key = models.CharField(max_length=LONGEST_KEY)
    number = models.SmallIntegerField()
    claim_ru = models.TextField()
    claim_kk = models.TextField()
    claim_en = models.TextField()
    verdict = models.CharField(max_length=6)
    truth_ru = models.TextField()
    truth_kk = models.TextField()
    truth_en = models.TextField()
    since = models.DateField()
    until = models.DateField(null=True)
    publisher_ru = models.TextField()
    publisher_kk = models.TextField()
    publisher_en = models.TextField()
    published_on = models.DateField(null=True)  # null says that the day was not established
    address = models.TextField(null=True)  # null says that the address was not established
    services = models.JSONField()
    provisions = models.JSONField()
    drafted_by = models.CharField(max_length=64)
    drafted_at = models.DateTimeField()
    recorded = models.ForeignKey(Entry, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["key", "number"], name="notice_version_is_numbered_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="notice_versions_count_from_one"),
            models.CheckConstraint(condition=Q(verdict__in=VERDICTS), name="notice_verdict_is_known"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gt=F("since")), name="notice_stands_for_a_day"),
            models.CheckConstraint(condition=~Q(services=[], provisions=[]), name="notice_is_about_something"),
            *(models.CheckConstraint(condition=~Q(**{name: ""}), name=f"notice_has_{name}") for name in _TEXTS),
        )


class Approval(models.Model):
    """That another person approved a version, which publishes it. That it is another one a trigger of the database
    holds: it compares the two names, whatever program writes them."""

    version = models.OneToOneField(Version, models.PROTECT, primary_key=True, related_name="approval")
    approved_by = models.CharField(max_length=64)
    approved_at = models.DateTimeField()
    recorded = models.ForeignKey(Entry, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        constraints = (models.CheckConstraint(condition=~Q(approved_by=""), name="notice_approval_has_an_actor"),)


class Opening(models.Model):
    """That an approved version is shown from a later moment on. Written with the approval."""

    approval = models.OneToOneField(Approval, models.PROTECT, primary_key=True, related_name="opening")
    opens_at = models.DateTimeField()


class Withdrawal(models.Model):
    """That a version is shown, or waits, no longer."""

    version = models.OneToOneField(Version, models.PROTECT, primary_key=True, related_name="withdrawal")
    reason = models.TextField()
    withdrawn_by = models.CharField(max_length=64)
    withdrawn_at = models.DateTimeField()
    recorded = models.ForeignKey(Entry, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(withdrawn_by="") & ~Q(reason=""), name="notice_withdrawal_has_reason"),
        )


class Opinion(models.Model):
    """What somebody thought of an answer. It names the answer and its day and nobody: there is no column for who."""

    place = models.CharField(max_length=80)
    verdict = models.CharField(max_length=12, null=True)  # null says that the answer has none, as a sum has none
    opinion = models.CharField(max_length=10)
    language = models.CharField(max_length=2)
    told_on = models.DateField()
    recorded = models.ForeignKey(Entry, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(opinion__in=OPINIONS), name="opinion_is_known"),
            models.CheckConstraint(
                condition=Q(verdict=None) | Q(verdict__in=VERDICTS_OF_ANSWERS), name="opinion_is_of_a_known_verdict"
            ),
            models.CheckConstraint(condition=~Q(place=""), name="opinion_is_of_an_answer"),
        )
        indexes = (models.Index(fields=["place", "id"], name="opinions_of_an_answer"),)


class Settlement(models.Model):
    """That an editor has dealt with the opinions of an answer up to and with ``last``; later ones wait again."""

    place = models.CharField(max_length=80)
    last = models.ForeignKey(Opinion, models.PROTECT, related_name="+")
    settled_by = models.CharField(max_length=64)
    settled_at = models.DateTimeField()
    recorded = models.ForeignKey(Entry, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["place", "last"], name="opinions_are_settled_once"),
            models.CheckConstraint(condition=~Q(settled_by=""), name="settlement_of_opinions_has_an_actor"),
        )
