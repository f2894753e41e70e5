"""Numbers of people and companies: formed as the decree says, and every slip named for what it is."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kz_iin_validator import IINValidateError, validate_iin

from saqta.basis.identifiers import FAULTS, Iin, OrganisationBin, check_digit
from saqta.basis.numbering import inspect_number
from saqta.basis.refusal import Refused

born = st.dates(date(1800, 1, 1), date(2099, 12, 31))
_CENTURY = {18: "12", 19: "34", 20: "56"}


@st.composite
def numbers(draw: st.DrawFn) -> tuple[str, date, str]:
    """A well-formed IIN with the day of birth and the sex it was made from."""
    day, sex, serial = draw(born), draw(st.sampled_from([0, 1])), draw(st.integers(0, 9999))
    first_eleven = f"{day:%y%m%d}{_CENTURY[day.year // 100][sex]}{serial:04d}"
    digit = check_digit(first_eleven)
    if digit is None:
        return draw(numbers())
    return f"{first_eleven}{digit}", day, ("male", "female")[sex]


@given(numbers())
def test_an_iin_tells_the_day_of_birth_and_the_sex(number: tuple[str, date, str]) -> None:
    digits, day, sex = number
    report = inspect_number(digits)
    assert (report.valid, report.kind, report.birth_date, report.sex) == (True, "iin", day, sex)


@given(numbers(), st.integers(0, 11), st.integers(1, 9))
def test_an_independent_validator_agrees(number: tuple[str, date, str], place: int, change: int) -> None:
    """The number itself, and any one digit of it changed; the other package knows no BIN, only a day out of range."""
    digits = number[0]
    changed = digits[:place] + str((int(digits[place]) + change) % 10) + digits[place + 1 :]
    for typed in (digits, changed):
        ours = inspect_number(typed)
        assert (ours.valid and ours.kind == "iin") == _valid_to_others(typed)


def _valid_to_others(digits: str) -> bool:
    try:
        validate_iin(digits)
    except IINValidateError:
        return False
    return True


@given(st.text(alphabet="0123456789", min_size=11, max_size=11))
def test_at_most_one_check_digit_fits(first_eleven: str) -> None:
    """For a number never issued none of the ten fits."""
    fitting = [digit for digit in "0123456789" if inspect_number(first_eleven + digit).valid]
    expected = check_digit(first_eleven)
    assert len(fitting) <= 1
    assert fitting in ([], [str(expected)])


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "empty"),
        ("9004123", "length"),
        ("9004123000111", "length"),
        ("90041230001a", "not-digits"),
        ("900412-30001", "not-digits"),
        ("٩٠٠٤١٢٣٠٠٠١١", "not-ascii-digits"),
        ("９００４１２３０００１１", "not-ascii-digits"),
        ("900482300011", "kind-digit"),
        ("900412000011", "century-digit"),
        ("900412900011", "century-digit"),
        ("900231300011", "date"),
        ("010229300011", "date"),
        ("901312300011", "date"),
        ("900412300011", "check-digit"),
        ("161340007161", "registration-month"),
        ("160449007161", "attribute-digit"),
        ("160440007162", "check-digit"),
    ],
)
def test_each_slip_has_its_own_name(typed: str, code: str) -> None:
    report = inspect_number(typed)
    assert not report.valid
    assert report.error is not None
    assert report.error.code == code


def test_a_number_never_issued_is_told_apart_from_a_slip_in_its_last_digit() -> None:
    never = next(
        number for number in (f"9001013{serial:04d}" for serial in range(10_000)) if check_digit(number) is None
    )
    errors = {inspect_number(f"{never}{digit}").error.code for digit in range(10)}  # type: ignore[union-attr]  # all are invalid
    assert errors == {"never-issued"}


@pytest.mark.parametrize("digits", ["160440007161", "160940025485"])
def test_the_published_numbers_of_the_corporation_and_the_fund_are_valid(digits: str) -> None:
    assert OrganisationBin.parse(digits).digits == digits
    assert inspect_number(digits).kind == "bin"


@given(numbers())
def test_a_number_never_prints_itself(number: tuple[str, date, str]) -> None:
    iin = Iin.parse(number[0])
    assert number[0] not in f"{iin} {iin!r}"


def test_a_refusal_never_repeats_the_number() -> None:
    with pytest.raises(Refused) as refused:
        Iin.parse("900412300011")
    assert "900412300011" not in str(refused.value)


def test_every_fault_is_told_in_three_languages() -> None:
    for code, text in FAULTS.items():
        assert len({text.ru, text.kk, text.en}) == 3, code
