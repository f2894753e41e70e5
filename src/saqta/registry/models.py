"""Rows of the registry and what the database itself refuses."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.db.models.lookups import Exact

from saqta.journal.models import Entry
from saqta.registry.records import LONGEST_SOURCE

SEXES = ("male", "female")
RESIDENCES = ("permanent", "temporary", "refugee", "asylum_seeker")


class Person(models.Model):
    """A person, known to other rooms by ``id`` alone. ``provisional``: so far only a payment has named the number."""

    id = models.UUIDField(primary_key=True)
    number_digest = models.BinaryField(max_length=16, unique=True)
    number_sealed = models.BinaryField(max_length=64)
    birth_date = models.DateField(null=True)
    sex = models.CharField(max_length=6, null=True)  # null says unknown, which an empty text would not
    citizenship = models.CharField(max_length=9, null=True)  # null says unknown
    residence = models.CharField(max_length=13, null=True)  # null says unknown
    died_on = models.DateField(null=True)
    region = models.CharField(max_length=9, null=True)  # null says unknown
    provisional = models.BooleanField()
    recorded = models.ForeignKey(Entry, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(sex__in=SEXES) | Q(sex=None), name="person_sex_is_known_or_null"),
            models.CheckConstraint(
                condition=Q(residence__in=RESIDENCES) | Q(residence=None), name="person_residence_is_known_or_null"
            ),
            models.CheckConstraint(
                condition=Q(died_on=None) | Q(birth_date=None) | Q(died_on__gte=F("birth_date")),
                name="person_dies_after_birth",
            ),
            models.CheckConstraint(
                condition=Q(region=None) | Q(Exact(Length("region"), 9)), name="person_region_has_nine_digits"
            ),
        )


class Membership(models.Model):
    """That a source says a person holds a category from one day up to another. A correction withdraws the row and
    writes a new one, so that what was known at any moment can be told."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="memberships")
    code = models.CharField(max_length=40)
    start = models.DateField()
    until = models.DateField(null=True)
    details = models.JSONField(default=dict)
    source = models.CharField(max_length=LONGEST_SOURCE)
    recorded = models.ForeignKey(Entry, models.PROTECT, related_name="+", db_index=False)
    withdrawn = models.ForeignKey(Entry, models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(until=None) | Q(until__gt=F("start")), name="membership_contains_a_day"),
            models.UniqueConstraint(
                fields=["person", "code", "start", "source"],
                condition=Q(withdrawn=None),
                name="membership_is_said_once_by_a_source",
            ),
        )


class Payer(models.Model):
    """Whoever pays: an organisation, an entrepreneur, a person. Their number is kept like a person's."""

    id = models.UUIDField(primary_key=True)
    number_digest = models.BinaryField(max_length=16, unique=True)
    number_sealed = models.BinaryField(max_length=64)
    recorded = models.ForeignKey(Entry, models.PROTECT, related_name="+", db_index=False)


class Provider(models.Model):
    """An organisation that gives care. Its number stands as it is: a BIN is in the public register of organisations and
    tells of no person, and whoever gives care as an individual has none."""

    id = models.UUIDField(primary_key=True)
    bin = models.CharField(max_length=12, unique=True)
    recorded = models.ForeignKey(Entry, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(Exact(Length("bin"), 12)), name="provider_bin_has_twelve_digits"),
        )


class Attachment(models.Model):
    """That a person is attached to an organisation of primary care from one day up to another. Rows are withdrawn like
    memberships; of those that stand, the database lets no two of one person have a day in common."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="attachments")
    provider = models.ForeignKey(Provider, models.PROTECT, related_name="attachments")
    start = models.DateField()
    until = models.DateField(null=True)
    source = models.CharField(max_length=LONGEST_SOURCE)
    recorded = models.ForeignKey(Entry, models.PROTECT, related_name="+", db_index=False)
    withdrawn = models.ForeignKey(Entry, models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(until=None) | Q(until__gt=F("start")), name="attachment_contains_a_day"),
        )
