"""Words for code lists that others maintain and that several rooms read."""

from __future__ import annotations

from enum import Enum


class PaymentCode(Enum):
    """Purpose-of-payment codes (КНП) for the Fund, by what the money is.

    The range 121-128 was announced for the Fund in 2017; the meanings of 125-128 are not established,
    so they are not listed.
    """

    EMPLOYER_CONTRIBUTION = "121"
    INSUREE_CONTRIBUTION = "122"
    LATE_INTEREST_ON_EMPLOYER_CONTRIBUTION = "123"
    LATE_INTEREST_ON_INSUREE_CONTRIBUTION = "124"

    @property
    def credits_a_month(self) -> bool:
        """Whether a payment with this purpose is a contribution; late interest covers no month."""
        return self in (PaymentCode.EMPLOYER_CONTRIBUTION, PaymentCode.INSUREE_CONTRIBUTION)
