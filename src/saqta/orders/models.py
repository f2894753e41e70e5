"""Rows of orders, what the database itself refuses, and what waits to be done.

``Order``, ``Step``, ``Consent``, ``Certificate``, ``Revocation``, ``Exchange`` and ``TimeStamp`` only grow. ``Turn``,
``Delivery``, ``OwedAnswer`` and ``Unstamped`` are the queues: what is due when, and under whose lease.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from saqta.journal.models import Entry
from saqta.orders.states import STATES
from saqta.orders.ways import WAYS
from saqta.registry.models import Person

DIGEST_BYTES = 16
_KNOWN_STATE = Q(state__in=STATES)


class Order(models.Model):
    """What a person ordered. ``key`` is the digest of the orderer's own key of the order, so that an order sent twice
    is one; ``asked`` the digest of what was sent with it. ``late_at`` is the end of the promised time, ``language`` the
    one in which the person is told of it, where they said."""

    id = models.UUIDField(primary_key=True)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    key = models.BinaryField(max_length=DIGEST_BYTES, unique=True)
    asked = models.BinaryField(max_length=DIGEST_BYTES)
    months = models.SmallIntegerField()
    by = models.CharField(max_length=64)
    at = models.DateTimeField()
    late_at = models.DateTimeField()
    told_to = models.BinaryField(max_length=4096, null=True)  # addresses, encrypted; null says that nobody is told
    language = models.CharField(max_length=2, null=True)
    recorded = models.ForeignKey(Entry, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(months__gte=12, months__lte=60), name="order_is_about_one_to_five_years"
            ),
            models.CheckConstraint(condition=~Q(by=""), name="order_has_an_actor"),
        )


class Step(models.Model):
    """That an order went on to a state. Its number makes each step of an order happen once. ``detail`` names, for the
    staff, the accident or the refusal that the order ended with: a code of ours, never data."""

    order = models.ForeignKey(Order, models.PROTECT, related_name="steps", db_index=False)
    number = models.SmallIntegerField()
    state = models.CharField(max_length=8)
    reason = models.CharField(max_length=20)
    detail = models.CharField(max_length=100, null=True)
    by = models.CharField(max_length=64)
    at = models.DateTimeField()
    recorded = models.ForeignKey(Entry, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["order", "number"], name="order_takes_each_step_once"),
            models.CheckConstraint(condition=_KNOWN_STATE, name="order_state_is_known"),
            models.CheckConstraint(condition=Q(number__gte=1), name="order_steps_count_from_one"),
        )
        indexes = (
            models.Index(fields=["at"], condition=Q(state__in=("overdue", "failed")), name="orders_step_to_look_into"),
        )


class Consent(models.Model):
    """That the person agreed, or not, that their data is read for this order; ``evidence`` says how it is known."""

    order = models.OneToOneField(Order, models.PROTECT, primary_key=True, related_name="consent")
    given = models.BooleanField()
    evidence = models.CharField(max_length=100)
    by = models.CharField(max_length=64)
    at = models.DateTimeField()
    recorded = models.ForeignKey(Entry, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        constraints = (models.CheckConstraint(condition=~Q(evidence=""), name="order_consent_has_evidence"),)


class Turn(models.Model):
    """When an order is to be looked at next. Whoever takes it holds ``lease`` and puts ``due`` off: if they die, it is
    due again. ``taken`` counts the times since somebody last came to an end with it, ``faults`` the times it did not
    work out, ``accident`` names the last of these. ``apologise_at`` is null once there was an apology."""

    order = models.OneToOneField(Order, models.PROTECT, primary_key=True, related_name="turn")
    due = models.DateTimeField()
    lease = models.UUIDField(null=True)
    taken = models.SmallIntegerField(default=0)
    faults = models.SmallIntegerField(default=0)
    accident = models.CharField(max_length=100, null=True)
    apologise_at = models.DateTimeField(null=True)

    class Meta:
        indexes = (
            models.Index(fields=["due"], name="orders_turn_due"),
            models.Index(fields=["apologise_at"], name="orders_turn_late"),
        )


class Certificate(models.Model):
    """What was issued: what it tells and the signed document, both encrypted; digests by which it is found."""

    order = models.OneToOneField(Order, models.PROTECT, primary_key=True, related_name="certificate")
    token = models.BinaryField(max_length=DIGEST_BYTES, unique=True)
    code = models.BinaryField(max_length=DIGEST_BYTES, unique=True)
    told = models.BinaryField()
    document = models.BinaryField()
    at = models.DateTimeField()
    recorded = models.ForeignKey(Entry, models.PROTECT, related_name="+", db_index=False)


class Revocation(models.Model):
    """That a certificate no longer counts, and why."""

    certificate = models.OneToOneField(Certificate, models.PROTECT, primary_key=True, related_name="revocation")
    reason = models.CharField(max_length=200)
    by = models.CharField(max_length=64)
    at = models.DateTimeField()
    recorded = models.ForeignKey(Entry, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        constraints = (models.CheckConstraint(condition=~Q(reason=""), name="revocation_has_a_reason"),)


class Delivery(models.Model):
    """A notification on its way by one of the addresses of an order: ``place`` says the how many-th of them, ``way`` of
    which kind it is. ``ended`` is null while it is under way; ``delivered`` says how it ended, and where it failed the
    next address has its turn."""

    id = models.UUIDField(primary_key=True)
    step = models.ForeignKey(Step, models.PROTECT, related_name="+", db_index=False)
    place = models.SmallIntegerField(default=0)
    way = models.CharField(max_length=8, default="https")
    due = models.DateTimeField()
    lease = models.UUIDField(null=True)
    tries = models.SmallIntegerField(default=0)
    ended = models.DateTimeField(null=True)
    delivered = models.BooleanField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["step", "place"], name="delivery_goes_by_each_address_once"),
            models.CheckConstraint(condition=Q(way__in=WAYS), name="delivery_way_is_known"),
        )
        indexes = (models.Index(fields=["way", "due"], condition=Q(ended=None), name="orders_delivery_due"),)


class Exchange(models.Model):
    """A message of the state gateway and what was answered to it, or a message of ours and its receipt: both as they
    went over the wire, with their signatures, encrypted. ``key`` is the digest of the sender and its number of the
    message, ``asked`` of what was asked, ``number`` and ``consent`` of whom it is about and of the token by which they
    consented."""

    id = models.UUIDField(primary_key=True)
    key = models.BinaryField(max_length=DIGEST_BYTES, unique=True)
    asked = models.BinaryField(max_length=DIGEST_BYTES)
    sender = models.CharField(max_length=50)
    number = models.BinaryField(max_length=DIGEST_BYTES, null=True)
    consent = models.BinaryField(max_length=DIGEST_BYTES, null=True)
    order = models.ForeignKey(Order, models.PROTECT, null=True, related_name="+")
    sent = models.BinaryField()
    answered = models.BinaryField()
    at = models.DateTimeField()
    recorded = models.ForeignKey(Entry, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        constraints = (models.CheckConstraint(condition=~Q(sender=""), name="exchange_has_a_sender"),)
        indexes = (models.Index(fields=["consent"], condition=~Q(consent=None), name="orders_exchange_consent"),)


class TimeStamp(models.Model):
    """The word of an authority of time (RFC 3161) about what was answered in an exchange, encrypted: ``at`` is when it
    says that it was there."""

    exchange = models.OneToOneField(Exchange, models.PROTECT, primary_key=True, related_name="time_stamp")
    token = models.BinaryField()
    at = models.DateTimeField()
    recorded = models.ForeignKey(Entry, models.PROTECT, related_name="+", db_index=False)


class Unstamped(models.Model):
    """An exchange that no authority of time has seen yet. It is asked for without an end, and the tries are many."""

    exchange = models.OneToOneField(Exchange, models.PROTECT, primary_key=True, related_name="+")
    due = models.DateTimeField()
    lease = models.UUIDField(null=True)
    tries = models.IntegerField(default=0)

    class Meta:
        indexes = (models.Index(fields=["due"], name="orders_unstamped_due"),)


class OwedAnswer(models.Model):
    """An answer that the state gateway waits for, in the chain and the session it named. ``told`` is the number of the
    last step it was told of; ``ended`` is null until there is nothing left to tell."""

    order = models.OneToOneField(Order, models.PROTECT, primary_key=True, related_name="+")
    chain = models.CharField(max_length=100)
    session = models.CharField(max_length=100, null=True)
    told = models.SmallIntegerField(default=0)
    due = models.DateTimeField()
    lease = models.UUIDField(null=True)
    tries = models.SmallIntegerField(default=0)
    ended = models.DateTimeField(null=True)

    class Meta:
        indexes = (models.Index(fields=["due"], condition=Q(ended=None), name="orders_owed_due"),)
