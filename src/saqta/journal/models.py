"""Rows of the journal and what the database itself refuses."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q


class Entry(models.Model):
    """One change: who did what and when, the digest of what was written, and the seal that includes the one before."""

    number = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=64)
    verb = models.CharField(max_length=40)
    content = models.CharField(max_length=64)
    mentions = models.IntegerField()
    mentioned = models.CharField(max_length=64)
    seal = models.CharField(max_length=64, unique=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(number__gte=1), name="journal_entry_numbered_from_one"),
            models.CheckConstraint(condition=~Q(by=""), name="journal_entry_has_an_actor"),
        )


class Mention(models.Model):
    """That an entry changed something about a person: the feed of those whose status is to be worked out again."""

    pk = models.CompositePrimaryKey("entry_id", "person")
    entry = models.ForeignKey(Entry, models.PROTECT, related_name="+", db_index=False)
    person = models.UUIDField()

    class Meta:
        indexes = (models.Index(fields=["person", "entry"], name="journal_mention_of_person"),)


class Head(models.Model):
    """The last entry, in one row that every writer locks: entries get their numbers and seals one after another."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    number = models.BigIntegerField()
    seal = models.CharField(max_length=64)

    class Meta:
        constraints = (models.CheckConstraint(condition=Q(id=1), name="journal_has_one_head"),)


class Feed(models.Model):
    """One file that was taken in: how far it was read, and how its rows add up."""

    fingerprint = models.CharField(max_length=64)
    kind = models.CharField(max_length=20)
    started = models.DateTimeField()
    finished = models.DateTimeField(null=True)
    read = models.BigIntegerField(default=0)
    new = models.BigIntegerField(default=0)
    known = models.BigIntegerField(default=0)
    rejected = models.BigIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["fingerprint", "kind"], name="feed_is_taken_in_once"),
            models.CheckConstraint(condition=Q(read=F("new") + F("known") + F("rejected")), name="feed_adds_up"),
        )


class Read(models.Model):
    """That somebody looked at the data of a person; ``person`` is null when the register did not know the number."""

    pk = models.CompositePrimaryKey("entry_id", "place")
    entry = models.ForeignKey(Entry, models.PROTECT, related_name="+", db_index=False)
    place = models.IntegerField()
    at = models.DateTimeField()
    person = models.UUIDField(null=True)
    by = models.CharField(max_length=64)
    purpose = models.CharField(max_length=64)

    class Meta:
        indexes = (
            models.Index(fields=["person", "at"], name="journal_read_of_person"),
            models.Index(fields=["by", "at"], name="journal_read_by_somebody"),
        )
        constraints = (
            models.CheckConstraint(condition=~Q(by="") & ~Q(purpose=""), name="journal_read_has_actor_and_purpose"),
        )


class ReadFile(models.Model):
    """How many bytes of a file of reads have been moved into the journal."""

    name = models.CharField(max_length=50, primary_key=True)
    moved = models.BigIntegerField(default=0)

    class Meta:
        constraints = (models.CheckConstraint(condition=Q(moved__gte=0), name="journal_read_file_moved_forward"),)
