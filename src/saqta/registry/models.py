"""Rows of the registry and what the database itself refuses."""

from __future__ import annotations

from typing import get_args

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.db.models.lookups import Exact

from saqta.journal.models import Entry
from saqta.registry.clinic_records import (
    LONGEST_CODE,
    LONGEST_NAME,
    LONGEST_NUMBER,
    LONGEST_PLACE,
    LONGEST_WORD,
    MOST_EAST,
    MOST_NORTH,
    MOST_SOUTH,
    MOST_WEST,
)
from saqta.registry.records import LONGEST_SOURCE, Representing

SEXES = ("male", "female")
RESIDENCES = ("permanent", "temporary", "refugee", "asylum_seeker")
FUNDING = ("packages", "paid_only")
PACKAGES = ("guaranteed", "insurance")


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


class Representation(models.Model):
    """That a source says one person may speak for another from one day up to another. Rows are withdrawn like
    memberships. There is none without an end."""

    representative = models.ForeignKey(Person, models.PROTECT, related_name="+")
    represented = models.ForeignKey(Person, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=15)
    start = models.DateField()
    until = models.DateField()
    source = models.CharField(max_length=LONGEST_SOURCE)
    recorded = models.ForeignKey(Entry, models.PROTECT, related_name="+", db_index=False)
    withdrawn = models.ForeignKey(Entry, models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(until__gt=F("start")), name="representation_contains_a_day"),
            models.CheckConstraint(
                condition=~Q(representative=F("represented")), name="representation_is_of_somebody_else"
            ),
            models.CheckConstraint(condition=Q(kind__in=get_args(Representing)), name="representation_kind_is_known"),
            models.UniqueConstraint(
                fields=["representative", "represented", "start", "source"],
                condition=Q(withdrawn=None),
                name="representation_is_said_once_by_a_source",
            ),
        )


class Facility(models.Model):
    """A place where an organisation gives care, known to its sources by the organisation's number and ``place``."""

    id = models.UUIDField(primary_key=True)
    provider = models.ForeignKey(Provider, models.PROTECT, related_name="facilities")
    place = models.CharField(max_length=LONGEST_PLACE)
    recorded = models.ForeignKey(Entry, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["provider", "place"], name="facility_is_known_once"),
            models.CheckConstraint(condition=~Q(place=""), name="facility_has_a_place"),
        )


class Statement(models.Model):
    """What a source says of a clinic. A correction withdraws the row and writes a new one; ``withdrawn`` names the
    entry with which it stopped standing. Of one thing one statement stands, whoever said it last.

    What statements are about is indexed in full, not only where they stand: while the entry of a change is still to
    come, SQLite looks for the statements about every facility and licence that is added.
    """

    id = models.BigAutoField(primary_key=True)
    source = models.CharField(max_length=LONGEST_SOURCE)
    recorded = models.ForeignKey(Entry, models.PROTECT, related_name="+", db_index=False)
    withdrawn = models.ForeignKey(Entry, models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        abstract = True


class FacilityDescription(Statement):
    """What a facility is called, where it is, and whether it works for the packages or for pay alone. Coordinates are
    millionths of a degree, both or neither."""

    facility = models.ForeignKey(Facility, models.PROTECT, related_name="descriptions")
    name = models.CharField(max_length=LONGEST_NAME)
    address = models.CharField(max_length=LONGEST_NAME)
    region = models.CharField(max_length=9)
    latitude = models.IntegerField(null=True)
    longitude = models.IntegerField(null=True)
    funding = models.CharField(max_length=9, null=True)  # null says unknown, which an empty text would not

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["facility"], condition=Q(withdrawn=None), name="facility_described_once"),
            models.CheckConstraint(condition=~Q(name="") & ~Q(address=""), name="facility_has_name_and_address"),
            models.CheckConstraint(condition=Q(Exact(Length("region"), 9)), name="facility_region_has_nine_digits"),
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None)
                | Q(
                    # Without these two, one coordinate that is missing would leave the condition unknown, and let in.
                    latitude__isnull=False,
                    longitude__isnull=False,
                    latitude__range=(MOST_SOUTH, MOST_NORTH),
                    longitude__range=(MOST_WEST, MOST_EAST),
                ),
                name="facility_lies_in_kazakhstan",
            ),
            models.CheckConstraint(
                condition=Q(funding__in=FUNDING) | Q(funding=None), name="facility_funding_is_known_or_null"
            ),
        )
        indexes = (
            models.Index(fields=["region", "facility"], condition=Q(withdrawn=None), name="facilities_of_a_region"),
            models.Index(fields=["latitude", "longitude"], condition=Q(withdrawn=None), name="facilities_on_the_map"),
        )


class NameWord(models.Model):
    """A word, as it sounds, of the name that a facility now has; worked out from the description, written with it."""

    pk = models.CompositePrimaryKey("word", "facility")
    word = models.CharField(max_length=LONGEST_WORD)
    facility = models.ForeignKey(Facility, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        indexes = (models.Index(fields=["facility", "word"], name="name_words_of_a_facility"),)


class KnownWord(models.Model):
    """A word that names of facilities have, and how many."""

    word = models.CharField(max_length=LONGEST_WORD, primary_key=True)
    facilities = models.IntegerField()

    class Meta:
        constraints = (models.CheckConstraint(condition=Q(facilities__gte=0), name="word_is_had_by_some_or_none"),)


class WordSlip(models.Model):
    """A known word with one letter left out: what it and a word mistyped by one letter have in common."""

    pk = models.CompositePrimaryKey("slip", "word")
    slip = models.CharField(max_length=LONGEST_WORD)
    word = models.CharField(max_length=LONGEST_WORD)


class Licence(models.Model):
    """A licence for medical activity, by its number."""

    provider = models.ForeignKey(Provider, models.PROTECT, related_name="licences")
    number = models.CharField(max_length=LONGEST_NUMBER)
    recorded = models.ForeignKey(Entry, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["provider", "number"], name="licence_is_known_once"),
            models.CheckConstraint(condition=~Q(number=""), name="licence_has_a_number"),
        )


class LicenceTerm(Statement):
    """From which day up to which, but not including it, a licence is in force; null: nobody said that it ends."""

    licence = models.ForeignKey(Licence, models.PROTECT, related_name="terms")
    start = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["licence"], condition=Q(withdrawn=None), name="licence_has_one_term"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gt=F("start")), name="licence_contains_a_day"),
        )


class LicenceAnnex(Statement):
    """That a licence covers a sub-type of medical activity at one facility, from one day up to another."""

    licence = models.ForeignKey(Licence, models.PROTECT, related_name="annexes")
    facility = models.ForeignKey(Facility, models.PROTECT, related_name="annexes")
    activity = models.CharField(max_length=LONGEST_CODE)
    start = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["licence", "facility", "activity", "start"],
                condition=Q(withdrawn=None),
                name="annex_is_said_once",
            ),
            models.CheckConstraint(condition=~Q(activity=""), name="annex_names_an_activity"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gt=F("start")), name="annex_contains_a_day"),
        )


class SpecialistCertificate(Statement):
    """That somebody is certified in a specialty and works at a facility, from one day up to another. Who it is, only
    the identifier tells."""

    facility = models.ForeignKey(Facility, models.PROTECT, related_name="certificates")
    specialist = models.ForeignKey(Person, models.PROTECT, related_name="certificates")
    number = models.CharField(max_length=LONGEST_NUMBER)
    specialty = models.CharField(max_length=LONGEST_CODE)
    start = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["facility", "specialist", "specialty", "start"],
                condition=Q(withdrawn=None),
                name="certificate_is_said_once",
            ),
            models.CheckConstraint(
                condition=~Q(number="") & ~Q(specialty=""), name="certificate_has_number_and_specialty"
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gt=F("start")), name="certificate_contains_a_day"
            ),
        )


class FundContract(Statement):
    """That the Fund buys a kind of care from a facility within one package, from one day up to another."""

    facility = models.ForeignKey(Facility, models.PROTECT, related_name="contracts")
    package = models.CharField(max_length=10)
    care = models.CharField(max_length=LONGEST_CODE)
    start = models.DateField()
    until = models.DateField()
    number = models.CharField(max_length=LONGEST_NUMBER)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["facility", "package", "care", "start"],
                condition=Q(withdrawn=None),
                name="contract_is_said_once",
            ),
            models.CheckConstraint(condition=Q(package__in=PACKAGES), name="contract_is_within_a_package"),
            models.CheckConstraint(condition=~Q(number="") & ~Q(care=""), name="contract_has_number_and_care"),
            models.CheckConstraint(condition=Q(until__gt=F("start")), name="contract_contains_a_day"),
        )
        indexes = (models.Index(fields=["care", "facility"], condition=Q(withdrawn=None), name="contracts_about_care"),)
