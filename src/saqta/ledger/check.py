"""The rules that a payment file must keep, one function each, named for the rule; the lists at the end are the order.

Every check has the same shape: what was read goes in, problems come out, nothing is changed. What could not be read
has its fault already, so a check is silent where it lacks a value. Adding a rule is adding a function to a list.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple, TypeAlias

from saqta.basis.month import Month
from saqta.basis.numbering import account_fault
from saqta.ledger.readings import STATE_CORPORATION_BIN, DocumentReading, FootReading, RowReading, stated_name

# The published requisites for paying deductions and contributions.
STATE_CORPORATION_ACCOUNT = "KZ92009MEDS368609103"
STATE_CORPORATION_BANK = "GCVPKZ2A"

FIRST_MONTH = Month.at(2017, 7)
"""Employers began to pay on 1 July 2017; nothing could be paid for an earlier month."""

MOST_MONTHS_AHEAD = 24
"""Months can be paid in advance, usually twelve; a period further ahead than this is a slip of the pen."""

LETTER = (
    "A-Za-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f\\u0400-\\u0481\\u048a-\\u052f\\u1e00-\\u1eff\\u0300-\\u036f"
)
_SIGN = "'’‘ʼ`. \\-\\u2010\\u2011–"  # apostrophes, points and hyphens, as different programs write them
_NAME = re.compile(rf"[{_SIGN}]*[{LETTER}][{LETTER}{_SIGN}]*")
_PEOPLE_STATED = re.compile(r"(?<![0-9])([0-9]{1,7})\s*(?:чел\b|человек|адам)", re.IGNORECASE)


class Problem(NamedTuple):
    """A rule that was broken, and the field that shows it."""

    code: str
    field: str | None


Problems: TypeAlias = Sequence[Problem]
RowCheck: TypeAlias = Callable[[RowReading, DocumentReading], Problems]
HeadCheck: TypeAlias = Callable[[DocumentReading], Problems]
FootCheck: TypeAlias = Callable[[FootReading, DocumentReading], Problems]

_NONE: Problems = ()


# Rows.


def a_row_states_what_it_must(row: RowReading, document: DocumentReading) -> Problems:
    stated, common = row.section.texts, document.section.texts
    missing = [field for field in document.required_in_row if not stated.get(field)]
    if not missing:
        return _NONE
    missing = [field for field in missing if not common.get(field)]
    return [Problem("payment-code-missing" if name == "payment_code" else "missing-field", name) for name in missing]


def an_order_names_each_person(row: RowReading, document: DocumentReading) -> Problems:
    """A dash in place of one name part says that the person has none; nobody is without both."""
    texts = row.section.texts
    surname, name = texts.get("surname"), texts.get("name")
    if document.layout != "mt102" or (surname and name and (stated_name(surname) or stated_name(name))):
        return _NONE
    return [Problem("missing-field", "name" if surname and not name else "surname")]


def names_are_made_of_letters(row: RowReading, _document: DocumentReading) -> Problems:
    texts, problems = row.section.texts, []
    for field in ("surname", "name", "patronymic"):
        text = texts.get(field)
        if text and not _NAME.fullmatch(text) and stated_name(text) is not None:
            problems.append(Problem("name-not-letters", field))
    return problems


def the_birth_date_is_that_of_the_iin(row: RowReading, _document: DocumentReading) -> Problems:
    if row.iin is None or row.birth_date is None or row.birth_date == row.iin.birth_date:
        return _NONE
    return [Problem("birth-date-differs", "birth_date")]


def nobody_is_paid_for_before_birth(row: RowReading, _document: DocumentReading) -> Problems:
    born = row.iin.birth_date if row.birth_date is None and row.iin is not None else row.birth_date
    if born is None or row.paid_on is None or born <= row.paid_on:
        return _NONE
    return [Problem("birth-date-in-future-of-payment", "birth_date")]


def the_amount_is_positive(row: RowReading, _document: DocumentReading) -> Problems:
    if row.amount is None or row.amount.tiyn > 0:
        return _NONE
    return [Problem("amount-not-positive", "amount")]


def the_month_can_be_paid_for(row: RowReading, _document: DocumentReading) -> Problems:
    month = row.month
    if month is None:
        return _NONE
    if month.number < FIRST_MONTH.number or _too_far_ahead(month, row.paid_on):
        return [Problem("period-out-of-range", "month")]
    return _NONE


def _too_far_ahead(month: Month, paid_on: date | None) -> bool:
    return paid_on is not None and month.number - (paid_on.year * 12 + paid_on.month - 1) > MOST_MONTHS_AHEAD


def the_month_is_that_of_the_order(row: RowReading, document: DocumentReading) -> Problems:
    if document.month is None or row.month is None or row.month == document.month:
        return _NONE
    return [Problem("period-differs", "month")]


def people_are_numbered_in_turn(row: RowReading, document: DocumentReading) -> Problems:
    """A number may also be right by its place, so that one wrong number is one fault and not two."""
    if row.sequence is None or row.sequence in (document.last_sequence + 1, document.rows):
        return _NONE
    return [Problem("sequence", "sequence")]


def the_person_tag_is_the_one_demanded(row: RowReading, document: DocumentReading) -> Problems:
    demanded = document.person_tag
    if demanded is None or row.section.texts.get("person_tag", "")[:1] == demanded:
        return _NONE
    return [Problem("person-tag", "person_tag")]


def money_given_back_is_not_paid_in(row: RowReading, document: DocumentReading) -> Problems:
    if "return_reason" in row.section.texts or document.returns:
        return [Problem("returned-row", None)]
    return _NONE


def money_paid_in_is_not_given_back(row: RowReading, document: DocumentReading) -> Problems:
    """An order says what it is for; of a table its sender has said so by handing it in as one of refunds."""
    if document.layout != "mt102" or document.returns or "return_reason" in row.section.texts:
        return _NONE
    return [Problem("not-a-return", None)]


def a_row_stands_only_once(row: RowReading, _document: DocumentReading) -> Problems:
    return [Problem("duplicate-row", None)] if row.repeated else _NONE


# Heads.


def an_order_states_what_it_must(document: DocumentReading) -> Problems:
    missing = [field for field in document.required if not document.section.has(field)]
    return [Problem("payment-code-missing" if name == "payment_code" else "missing-field", name) for name in missing]


def the_account_of_the_payer_is_valid(document: DocumentReading) -> Problems:
    account = document.section.texts.get("payer_account")
    return [Problem("payer-account", "payer_account")] if account and account_fault(account) else _NONE


def the_account_of_the_beneficiary_is_valid(document: DocumentReading) -> Problems:
    account = document.section.texts.get("beneficiary_account")
    return [Problem("beneficiary-account", "beneficiary_account")] if account and account_fault(account) else _NONE


def the_money_goes_to_the_state_corporation(document: DocumentReading) -> Problems:
    if document.returns:
        return _NONE  # money given back goes to the payer, and its rows are refused one by one
    texts, problems = document.section.texts, []
    account = texts.get("beneficiary_account", "").replace(" ", "").upper()
    if account and account != STATE_CORPORATION_ACCOUNT and not account_fault(account):
        problems.append(Problem("beneficiary", "beneficiary_account"))
    for field, published in (("beneficiary", STATE_CORPORATION_BIN), ("beneficiary_bank", STATE_CORPORATION_BANK)):
        if texts.get(field) and texts[field] != published:
            problems.append(Problem("beneficiary", field))
    return problems


def the_order_is_not_older_than_the_insurance(document: DocumentReading) -> Problems:
    if document.date is None or document.date >= FIRST_MONTH.first_day:
        return _NONE
    return [Problem("document-date", "date")]


# Feet.


def a_document_lists_people(_foot: FootReading, document: DocumentReading) -> Problems:
    return _NONE if document.rows else [Problem("no-rows", None)]


def an_order_states_its_total(foot: FootReading, document: DocumentReading) -> Problems:
    if document.layout != "mt102" or foot.section.has("total"):
        return _NONE
    return [Problem("total-missing", "total")]


def the_total_is_the_sum_of_the_rows(foot: FootReading, document: DocumentReading) -> Problems:
    if foot.total is None or not document.every_amount_read or foot.total.tiyn == document.tiyn:
        return _NONE
    return [Problem("total-differs", "total")]


def the_people_are_as_many_as_the_purpose_says(_foot: FootReading, document: DocumentReading) -> Problems:
    """A purpose such as «… за 25 человек» states a count; where it names several, none of them is taken for it."""
    stated = _PEOPLE_STATED.findall(document.section.texts.get("purpose", ""))
    if len(stated) != 1 or int(stated[0]) == document.rows:
        return _NONE
    return [Problem("count", "purpose")]


ROW_CHECKS: tuple[RowCheck, ...] = (
    a_row_states_what_it_must,
    an_order_names_each_person,
    names_are_made_of_letters,
    the_birth_date_is_that_of_the_iin,
    nobody_is_paid_for_before_birth,
    the_amount_is_positive,
    the_month_can_be_paid_for,
    the_month_is_that_of_the_order,
    people_are_numbered_in_turn,
    the_person_tag_is_the_one_demanded,
    money_given_back_is_not_paid_in,
    a_row_stands_only_once,
)
REFUND_ROW_CHECKS: tuple[RowCheck, ...] = tuple(
    money_paid_in_is_not_given_back if check is money_given_back_is_not_paid_in else check for check in ROW_CHECKS
)
HEAD_CHECKS: tuple[HeadCheck, ...] = (
    an_order_states_what_it_must,
    the_account_of_the_payer_is_valid,
    the_account_of_the_beneficiary_is_valid,
    the_money_goes_to_the_state_corporation,
    the_order_is_not_older_than_the_insurance,
)
FOOT_CHECKS: tuple[FootCheck, ...] = (
    a_document_lists_people,
    an_order_states_its_total,
    the_total_is_the_sum_of_the_rows,
    the_people_are_as_many_as_the_purpose_says,
)
