"""Rows of those who may act, of how they prove who they are, and what the database itself refuses."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from saqta.access.permissions import Role
from saqta.access.records import LOOK_OUTCOMES, TIES, Outcome
from saqta.journal.models import Entry


class StaffMember(models.Model):
    """Somebody who may act. A row is never removed, because the journal goes on naming it: it is disabled."""

    id = models.UUIDField(primary_key=True)
    name = models.CharField(max_length=100)
    role = models.CharField(max_length=20)
    system_user = models.CharField(max_length=32, null=True)  # null says that none is theirs
    region = models.CharField(max_length=9, null=True)  # the first digits of a code of КАТО; null: the whole country
    facility = models.UUIDField(null=True)  # null: not one place alone. The registry of places is to the right
    recorded = models.ForeignKey(Entry, models.PROTECT, related_name="+", db_index=False)
    disabled = models.ForeignKey(Entry, models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(role__in=[role.value for role in Role]), name="staff_member_has_a_known_role"
            ),
            models.CheckConstraint(condition=~Q(name="") & ~Q(system_user=""), name="staff_member_is_named"),
            models.CheckConstraint(
                condition=Q(role=Role.CLINIC_DOCTOR.value, facility__isnull=False)
                | (~Q(role=Role.CLINIC_DOCTOR.value) & Q(facility=None)),
                name="staff_of_a_clinic_and_nobody_else_has_a_facility",
            ),
            models.UniqueConstraint(
                fields=["system_user"], condition=Q(disabled=None), name="staff_system_user_is_one_person"
            ),
        )


class Credential(models.Model):
    """How a member of the staff proves over HTTP who they are. It is removed with the right to act."""

    member = models.OneToOneField(StaffMember, models.PROTECT, primary_key=True, related_name="credential")
    login = models.CharField(max_length=40, unique=True)
    password = models.CharField(max_length=200)  # what Argon2id made of it
    secret = models.BinaryField()  # of the second factor, encrypted
    issued = models.DateTimeField()
    proven = models.BooleanField()  # whether the member replaced what was issued and showed a code
    last_step = models.BigIntegerField(null=True)  # of the last code that was accepted; null: none yet

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(login="") & ~Q(password=""), name="credential_says_something"),
        )


class Session(models.Model):
    """One browser in which somebody signs in or has signed in. Of the token that the browser holds only the digest is
    kept, so that whoever reads the database can use no session."""

    digest = models.CharField(max_length=64, primary_key=True)
    member = models.ForeignKey(StaffMember, models.PROTECT, related_name="+")
    began = models.DateTimeField()
    seen = models.DateTimeField()
    confirmed = models.BooleanField()  # whether the code was given as well as the password


class SignIn(models.Model):
    """A citizen on the way to the provider of identity. Of what the browser brings back only digests are kept; the row
    is taken once."""

    digest = models.CharField(max_length=64, primary_key=True)  # of the state
    browser = models.CharField(max_length=64)
    nonce = models.CharField(max_length=64)
    verifier = models.CharField(max_length=128)
    began = models.DateTimeField(db_index=True)


class CitizenSession(models.Model):
    """One browser in which a citizen has signed in. Who the person is, the registry to the right knows."""

    digest = models.CharField(max_length=64, primary_key=True)
    person = models.UUIDField()
    provider = models.CharField(max_length=40)
    began = models.DateTimeField(db_index=True)
    seen = models.DateTimeField()


class Attempt(models.Model):
    """Something that concerns signing in, or that was refused afterwards. The table only grows."""

    recorded = models.OneToOneField(Entry, models.PROTECT, primary_key=True, related_name="+")
    at = models.DateTimeField()
    member = models.ForeignKey(StaffMember, models.PROTECT, null=True, related_name="+")  # null: no known login
    outcome = models.CharField(max_length=20)
    permission = models.CharField(max_length=40, null=True)  # what was refused; null unless a permission was

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(outcome__in=[outcome.value for outcome in Outcome]), name="attempt_has_a_known_outcome"
            ),
        )


class Tie(models.Model):
    """That somebody on the staff says who in the register they are, or who is close to them. The table only grows."""

    member = models.ForeignKey(StaffMember, models.PROTECT, related_name="ties")
    person = models.UUIDField()  # the registry of people is to the right
    kind = models.CharField(max_length=8)
    recorded = models.ForeignKey(Entry, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=TIES), name="tie_is_of_a_known_kind"),
            models.UniqueConstraint(fields=["member", "person"], name="tie_is_told_once"),
            models.UniqueConstraint(fields=["member"], condition=Q(kind="own"), name="one_person_is_oneself"),
        )


class LookOutcome(models.Model):
    """What a supervisor found out about looks that stood out, and nobody about their own. The table only grows."""

    recorded = models.OneToOneField(Entry, models.PROTECT, primary_key=True, related_name="+")
    flag = models.CharField(max_length=64, db_index=True)
    about = models.CharField(max_length=64)
    outcome = models.CharField(max_length=12)
    words = models.TextField()
    noted_by = models.CharField(max_length=64)
    noted_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(outcome__in=LOOK_OUTCOMES), name="look_outcome_is_known"),
            models.CheckConstraint(condition=~Q(words="") & ~Q(noted_by=""), name="look_outcome_says_something"),
            models.CheckConstraint(condition=~Q(about=F("noted_by")), name="look_outcome_is_about_another"),
        )
