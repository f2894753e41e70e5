"""Bank accounts: the library we use and another one agree on every Kazakh account."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from schwifty import IBAN

from saqta.basis.numbering import account_fault, inspect_number

accounts = st.from_regex(r"KZ[0-9]{2}[0-9]{3}[A-Z0-9]{13}", fullmatch=True)


@given(accounts)
def test_two_independent_libraries_agree(account: str) -> None:
    assert (account_fault(account) is None) == IBAN(account, allow_invalid=True).is_valid


@given(accounts)
def test_exactly_one_pair_of_check_digits_fits(account: str) -> None:
    fitting = [pair for pair in range(2, 99) if account_fault(f"KZ{pair:02d}{account[4:]}") is None]
    assert len(fitting) == 1


@pytest.mark.parametrize("account", ["KZ92009MEDS368609103", "kz92 009m eds3 6860 9103", "KZ33125KZT1001313313"])
def test_published_accounts_are_valid_however_they_are_grouped(account: str) -> None:
    report = inspect_number(account)
    assert (report.valid, report.kind) == (True, "iban")


@pytest.mark.parametrize(
    ("account", "code"),
    [
        ("DE89370400440532013000", "account-country"),
        ("KZ92009MEDS36860910", "account-length"),
        ("KZ92ABCMEDS368609103", "account-format"),
        ("KZ92009MEDS36860910Ж", "account-format"),
        ("KZ93009MEDS368609103", "account-check-digits"),
    ],
)
def test_each_slip_in_an_account_has_its_own_name(account: str, code: str) -> None:
    report = inspect_number(account)
    assert report.kind == "iban"
    assert report.error is not None
    assert report.error.code == code
