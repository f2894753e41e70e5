"""Sums, months, spans and text: the words that everything else is said in."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saqta.basis.days import day_text
from saqta.basis.money import Money, NotMoney, exact_decimal
from saqta.basis.month import EPOCH, BeforeTheEpoch, KnownMonths, Month, MonthMask, NotAMonth
from saqta.basis.span import EmptySpan, Span
from saqta.basis.text import Text, listed, same

sums = st.integers(-(10**12), 10**12).map(Money)
months = st.integers(EPOCH.number, EPOCH.number + 179).map(Month)
masks = st.sets(months).map(MonthMask.of)


@given(st.integers(0, 10**12))
def test_a_sum_is_written_and_read_without_loss(tiyn: int) -> None:
    assert Money.tenge(str(Money(tiyn))) == Money(tiyn)


@pytest.mark.parametrize(
    "text", ["", "-1", "1,5", "1.234", "1e3", " 1", "1 ", "٣", "12345678901234", "+1", "0x1", "1.", ".5"]
)
def test_what_is_no_sum_is_refused(text: str) -> None:
    with pytest.raises(NotMoney):
        Money.tenge(text)


@pytest.mark.parametrize(
    ("tiyn", "rate", "share"),
    [
        (1, "1/2", 1),
        (-1, "1/2", -1),
        (3, "1/2", 2),
        (1, "1/3", 0),
        (2, "1/3", 1),
        (10_000_000, "2999250/100000000", 299_925),
    ],
)
def test_half_a_tiyn_goes_away_from_zero(tiyn: int, rate: str, share: int) -> None:
    assert Money(tiyn).share(Fraction(rate)) == Money(share)


@given(sums, st.fractions(0, 2, max_denominator=10_000))
def test_a_share_is_never_further_than_half_a_tiyn_from_exact(money: Money, rate: Fraction) -> None:
    assert abs(money.share(rate).tiyn - money.tiyn * rate) <= Fraction(1, 2)


@given(st.integers(0, 10**12), st.lists(st.integers(0, 31), min_size=1, max_size=12).filter(any))
def test_a_split_loses_nothing(tiyn: int, weights: list[int]) -> None:
    parts = Money(tiyn).split(weights)
    assert Money.total(parts) == Money(tiyn)
    assert all(part.tiyn == 0 for part, weight in zip(parts, weights, strict=True) if weight == 0)
    whole = sum(weights)
    assert all(abs(part.tiyn - Fraction(tiyn * weight, whole)) < 1 for part, weight in zip(parts, weights, strict=True))


@pytest.mark.parametrize(
    ("rate", "text"), [("1/50", "0.02"), ("3", "3"), ("2999250/100000000", "0.0299925"), ("100", "100")]
)
def test_a_rate_is_written_exactly(rate: str, text: str) -> None:
    assert exact_decimal(Fraction(rate)) == text


@given(months, st.integers(-100, 100))
def test_months_count_like_whole_numbers(month: Month, step: int) -> None:
    assert (month + step) - month == step
    assert Month.parse(str(month)) == month
    assert Month.of(month.first_day) == Month.of(month.last_day) == month
    assert (month + 1).first_day.toordinal() - month.last_day.toordinal() == 1


@pytest.mark.parametrize("text", ["2025-13", "2025-00", "2025-7", "25-07", "2025/07", "2025-07-01", "٢٠٢٥-٠٧", ""])
def test_what_is_no_month_is_refused(text: str) -> None:
    with pytest.raises(NotAMonth):
        Month.parse(text)


@given(masks, masks)
def test_masks_are_sets_of_months(left: MonthMask, right: MonthMask) -> None:
    first, second = set(left), set(right)
    assert set(left | right) == first | second
    assert set(left & right) == first & second
    assert set(left - right) == first - second
    assert len(left) == len(first)
    assert sum(word << 60 * place for place, word in enumerate(left.words(3))) == left.bits


@given(months, months)
def test_a_mask_between_two_months_leaves_the_second_out(first: Month, end: Month) -> None:
    assert list(MonthMask.between(first, end)) == list(first.until(end))


def test_a_mask_holds_no_month_before_the_law_existed() -> None:
    with pytest.raises(BeforeTheEpoch):
        MonthMask.of([Month.at(2014, 12)])
    assert Month.at(2014, 12) not in MonthMask.between(Month.at(2010, 1), Month.at(2020, 1))
    assert len(MonthMask.between(Month.at(2010, 1), Month.at(2015, 3))) == 2


def test_of_some_months_we_know_nothing() -> None:
    july = Month.at(2025, 7)
    found = KnownMonths(MonthMask.of([july]), MonthMask.of([july, july + 1]))
    assert [found.state(july + step) for step in range(3)] == [True, False, None]


def test_a_span_contains_its_first_day_and_not_its_last() -> None:
    span = Span(date(2025, 1, 1), date(2025, 2, 1))
    assert date(2025, 1, 1) in span
    assert date(2025, 1, 31) in span
    assert date(2025, 2, 1) not in span
    assert date(2999, 1, 1) in Span(date(2025, 1, 1))
    assert not span.overlaps(Span(date(2025, 2, 1)))
    assert span.overlaps(Span(date(2024, 1, 1)))
    with pytest.raises(EmptySpan):
        Span(date(2025, 1, 1), date(2025, 1, 1))


def test_dates_months_and_sums_read_as_each_language_writes_them() -> None:
    first = Text(ru="1 октября 2025 года", kk="2025 жылғы 1 қазан", en="1 October 2025")
    assert _with_plain_spaces(day_text(date(2025, 10, 1))) == first
    july = Text(ru="июль 2025 года", kk="2025 жылғы шілде", en="July 2025")
    assert _with_plain_spaces(Month.at(2025, 7).text()) == july
    assert "1\N{NO-BREAK SPACE}октября" in day_text(date(2025, 10, 1)).ru
    assert Money(425_000).text().en == "4,250.00\N{NO-BREAK SPACE}₸"


def _with_plain_spaces(text: Text) -> Text:
    return Text(**{part: getattr(text, part).replace("\N{NO-BREAK SPACE}", " ") for part in ("ru", "kk", "en")})


def test_no_language_may_be_left_out() -> None:
    with pytest.raises(ValueError, match="kk"):
        Text(ru="да", kk=" ", en="yes")
    with pytest.raises(ValueError, match="different values"):
        Text(ru="{a}", kk="{b}", en="{a}").names()
    filled = Text(ru="до {day}", kk="{day} дейін", en="until {day}").fill(day=day_text(date(2025, 1, 2)))
    assert filled.en == "until 2\N{NO-BREAK SPACE}January 2025"
    assert listed([same("a"), same("b")]).kk == "a, b"
