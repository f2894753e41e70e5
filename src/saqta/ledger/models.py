"""Rows of the ledger and what the database itself refuses."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from saqta.journal.models import Entry
from saqta.registry.models import Payer, Person

IDENTITY_BYTES = 16


class Receipt(models.Model):
    """Money that came in for a person and a month, or went back: then it names the receipt it returns and is negative.

    ``identity`` is the digest of everything that makes it this payment and no other, so that a payment found in two
    files is one receipt. ``month`` counts from year 0, ``amount`` is in tiyn. ``own``: the person paid.
    """

    identity = models.BinaryField(max_length=IDENTITY_BYTES, unique=True)
    person = models.ForeignKey(Person, models.PROTECT, related_name="receipts")
    payer = models.ForeignKey(Payer, models.PROTECT, null=True, related_name="+", db_index=False)
    own = models.BooleanField(null=True)
    month = models.IntegerField()
    code = models.SmallIntegerField()
    amount = models.BigIntegerField()
    paid_on = models.DateField(null=True)
    returns = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    recorded = models.ForeignKey(Entry, models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(amount__gt=0, returns=None) | Q(amount__lt=0, returns__isnull=False),
                name="receipt_is_money_in_or_the_return_of_it",
            ),
            models.CheckConstraint(condition=Q(code__gte=121, code__lte=124), name="receipt_code_is_of_the_insurance"),
        )
