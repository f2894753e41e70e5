"""Any number a person may type: an IIN, a BIN or a Kazakh bank account; what it is and what is wrong with it."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec
from stdnum import exceptions, iban

from saqta.basis.identifiers import Iin, OrganisationBin, Sex, looks_like_organisation
from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text

_ACCOUNT_FAULTS: dict[str, Text] = {
    "account-country": Text(
        ru="Счёт должен начинаться с KZ: принимаются только счета казахстанских банков.",
        kk="Шот KZ-дан басталуға тиіс: тек қазақстандық банктердің шоттары қабылданады.",
        en="The account must start with KZ: only accounts in Kazakh banks are accepted.",
    ),
    "account-length": Text(
        ru="В казахстанском счёте (IBAN) ровно 20 знаков вместе с KZ.",
        kk="Қазақстандық шотта (IBAN) KZ-мен қоса тура 20 таңба болады.",
        en="A Kazakh account (IBAN) has exactly 20 characters, KZ included.",
    ),
    "account-format": Text(
        ru="После KZ и двух контрольных цифр должны стоять три цифры банка и тринадцать букв или цифр.",
        kk="KZ мен екі бақылау цифрынан кейін банктің үш цифры және он үш әріп не цифр тұруға тиіс.",
        en="After KZ and two check digits come three digits of the bank and thirteen letters or digits.",
    ),
    "account-check-digits": Text(
        ru="Контрольные цифры счёта не сходятся. Проверьте, нет ли опечатки.",
        kk="Шоттың бақылау цифрлары сәйкес келмейді. Қате терілмегенін тексеріңіз.",
        en="The check digits of the account do not fit. Look for a slip in typing.",
    ),
}


class NumberReport(msgspec.Struct, frozen=True):
    """What a number is. ``kind`` is None when not even that can be told; an invalid number is an answer too."""

    valid: bool
    kind: Literal["iin", "bin", "iban"] | None
    birth_date: date | None = None
    sex: Sex | None = None
    error: Fault | None = None


def inspect_number(text: str) -> NumberReport:
    """Says what ``text`` is, whether it is valid, and the one fault met first if it is not."""
    typed = text.strip()
    if typed[:1].isalpha():
        found = account_fault(typed)
        return NumberReport(found is None, "iban", error=found)
    try:
        if looks_like_organisation(typed) and typed.isascii():
            OrganisationBin.parse(typed)
            return NumberReport(valid=True, kind="bin")
        iin = Iin.parse(typed)
    except Refused as refused:
        return NumberReport(valid=False, kind=_claimed_kind(typed), error=refused.faults[0])
    return NumberReport(valid=True, kind="iin", birth_date=iin.birth_date, sex=iin.sex)


def account_fault(text: str) -> Fault | None:
    """What is wrong with a Kazakh IBAN, or None; blanks between groups and small letters are accepted."""
    compact = text.replace(" ", "").upper()
    if not compact.startswith("KZ"):
        return Fault("account-country", _ACCOUNT_FAULTS["account-country"])
    if len(compact) != 20:
        return Fault("account-length", _ACCOUNT_FAULTS["account-length"])
    if not (compact.isascii() and compact.isalnum() and compact[2:7].isdigit()):
        return Fault("account-format", _ACCOUNT_FAULTS["account-format"])
    try:
        iban.validate(compact)
    except exceptions.InvalidChecksum:
        return Fault("account-check-digits", _ACCOUNT_FAULTS["account-check-digits"])
    except exceptions.ValidationError:
        return Fault("account-format", _ACCOUNT_FAULTS["account-format"])
    return None


def _claimed_kind(text: str) -> Literal["iin", "bin"] | None:
    if not (text.isascii() and text.isdigit() and len(text) == 12) or text[4] in "789":
        return None  # the fifth digit belongs to neither numbering
    return "bin" if looks_like_organisation(text) else "iin"
