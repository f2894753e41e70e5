"""How money reaches the Fund: whose account it goes to, and what each code of the purpose of a payment means."""

from __future__ import annotations

from datetime import date

import msgspec

from saqta.basis.codes import PaymentCode
from saqta.basis.numbering import inspect_number
from saqta.basis.text import Text
from saqta.law.shape import Dated, check_spans, in_force_on


class Beneficiary(Dated, frozen=True, kw_only=True):
    """Who receives contributions, and at which account; ``bank`` is the bank's identification code."""

    name: Text
    bin: str
    account: str
    bank: str
    beneficiary_code: str

    def __post_init__(self) -> None:
        for number in (self.bin, self.account):
            if not inspect_number(number).valid:
                raise ValueError(f"{number} is neither the number of an organisation nor an account")


class PaymentPurpose(Dated, frozen=True, kw_only=True):
    """What the money of a payment with this code is."""

    name: Text

    def __post_init__(self) -> None:
        PaymentCode(self.code)


class Payments(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The accounts and the codes of payments through time."""

    beneficiaries: tuple[Beneficiary, ...]
    purposes: tuple[PaymentPurpose, ...]

    def __post_init__(self) -> None:
        check_spans("beneficiaries", self.beneficiaries)
        for code in {purpose.code for purpose in self.purposes}:
            check_spans(code, [purpose for purpose in self.purposes if purpose.code == code])

    def beneficiary_on(self, day: date) -> Beneficiary | None:
        """Who receives a payment made on the day; None where that is not known."""
        return in_force_on(self.beneficiaries, day)

    def purpose_on(self, code: str, day: date) -> PaymentPurpose | None:
        """What a payment with this code is on the day; None where that is not known."""
        return in_force_on((one for one in self.purposes if one.code == code), day)
