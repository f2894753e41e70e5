"""The book of law: strict files, dated values, nothing assumed outside what is written."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from saqta.basis.money import Money
from saqta.basis.month import Month
from saqta.basis.text import Text
from saqta.law.book import Book, BrokenLaw, NoSuchEntry, OutsideKnownLaw, load
from saqta.law.lint import CHECKS, lint
from saqta.law.lists import list_items, substance
from saqta.law.shape import Entry, Parameter, Value, provision_label
from saqta.law.workdays import is_working_day, nth_working_day

BOOK = load()


def test_ten_days_after_publication_means_the_eleventh_day() -> None:
    """Published on 1 March: ten full days pass, 2 to 11 March, and the text is in force on the 12th."""
    assert Entry(days_after_publication=10, published_on=date(2025, 3, 1)).day == date(2025, 3, 12)
    assert Entry(days_after_publication=60, published_on=date(2025, 7, 15)).day == date(2025, 9, 14)
    assert Entry(on=date(2026, 1, 1)).day == date(2026, 1, 1)
    with pytest.raises(ValueError, match="either a day or a count"):
        Entry(days_after_publication=10)


def test_each_part_of_law_206_starts_on_its_own_day() -> None:
    starts = [edition.entry.day for edition in BOOK.act("Z2500000206").editions]
    assert starts == [date(2025, 7, 26), date(2025, 9, 14), date(2026, 1, 1), date(2027, 1, 1)]


@pytest.mark.parametrize(
    ("name", "day", "value"),
    [
        ("minimum_wage", date(2021, 12, 31), Money(4_250_000)),
        ("minimum_wage", date(2022, 1, 1), Money(6_000_000)),
        ("employer_rate", date(2021, 12, 31), Fraction(2, 100)),
        ("employer_rate", date(2022, 1, 1), Fraction(3, 100)),
        ("insuree_cap_in_minimum_wages", date(2025, 12, 31), 10),
        ("insuree_cap_in_minimum_wages", date(2026, 1, 1), 20),
        ("eaeu_states", date(2025, 1, 1), ("RU", "BY", "KG", "AM")),
    ],
)
def test_a_value_changes_on_its_day(name: str, day: date, value: object) -> None:
    assert BOOK.on(day).read(name) == value


def test_outside_its_spans_a_value_is_not_guessed() -> None:
    with pytest.raises(OutsideKnownLaw):
        BOOK.on(date(2019, 12, 31)).money("minimum_wage")
    with pytest.raises(OutsideKnownLaw):
        BOOK.on(date(2025, 12, 31)).number("long_grace_months")
    with pytest.raises(NoSuchEntry, match="parameter nothing"):
        BOOK.on(date(2025, 1, 1)).money("nothing")
    with pytest.raises(TypeError):
        BOOK.on(date(2025, 1, 1)).money("employer_rate")


def test_what_the_law_gave_back_in_time_was_not_known_before() -> None:
    """The law of 6 April 2024 set the share of 2024 anew from 1 January."""
    day = date(2024, 2, 1)
    assert BOOK.on(day).rate("unified_employer_share") == Fraction("0.1395")
    assert BOOK.on(day, known_at=date(2024, 4, 5)).rate("unified_employer_share") == Fraction("0.14")
    assert BOOK.on(day, known_at=date(2024, 4, 6)).rate("unified_employer_share") == Fraction("0.1395")


def test_a_citation_names_the_edition_in_force_on_the_day() -> None:
    before, after = (BOOK.on(day).cite("Z1500000405/art_5__para_2") for day in (date(2025, 12, 31), date(2026, 1, 1)))
    assert (before.edition, after.edition) == (date(2025, 9, 14), date(2026, 1, 1))
    assert before.says != after.says
    assert after.provision == "art. 5 para. 2"
    assert after.label == Text(ru="ст. 5 п. 2", kk="5-бап 2-тармақ", en="art. 5 para. 2")


def test_provisions_are_cited_as_each_language_cites_them() -> None:
    label = provision_label("art_26-1__para_1__subpara_2")
    assert label.ru == "ст. 26-1 п. 1 пп. 2)"
    assert label.kk == "26-1-бап 1-тармақ 2) тармақша"


def test_other_options_of_readings_must_exist_and_be_encoded() -> None:
    day = date(2025, 1, 1)
    assert BOOK.on(day, follow={"Q1": "tail_only"}).option("Q1") == "tail_only"
    for wrong in ({"Q99": "x"}, {"Q1": "x"}, {"Q4": "oldest_debt_first"}):
        with pytest.raises(NoSuchEntry):
            BOOK.on(day, follow=wrong)


def test_both_lists_of_decree_421_say_the_same_in_substance() -> None:
    old, new = (BOOK.list_text(edition) for edition in BOOK.act("P1900000421").editions if edition.text)
    assert old != new
    assert [(item.path, substance(item)) for item in list_items(old)] == [
        (item.path, substance(item)) for item in list_items(new)
    ]
    assert [item.path for item in list_items(new) if "__" not in item.path] == [
        f"item_{place}" for place in range(1, 8)
    ]


def test_a_changed_letter_of_an_official_list_is_noticed(tmp_path: Path) -> None:
    copy = _copy(tmp_path)
    text = tmp_path / "lists" / "decree-421-edition-1086.ru.txt"
    text.write_bytes(text.read_bytes().replace("экстренной".encode(), "эктренной".encode(), 1))
    assert any("checksum" in finding.text for finding in lint(copy))


SPOILED: dict[str, tuple[str, str, str]] = {
    "an unknown key": ("parameters/wages.yaml", "  kind: money\n", "  kind: money\n  unit: tenge\n"),
    "a sum that is none": ("parameters/wages.yaml", '"42500.00"', '"42 500"'),
    "spans that overlap": ("parameters/wages.yaml", "until: 2021-01-01", "until: 2021-02-01"),
    "a span without a day": ("periods.yaml", "until: 2020-07-01", "until: 2020-01-01"),
    "an option that is not there": ("readings/Q1.yaml", "followed: from_first_unpaid_month", "followed: sometimes"),
    "a language left out": ("readings/Q1.yaml", "  kk: ", "  kz: "),
    "a confidence in letters": ("periods.yaml", "confidence: high", "confidence: H"),
}


@pytest.mark.parametrize(("name", "before", "after"), SPOILED.values(), ids=SPOILED)
def test_a_spoiled_file_is_not_read(tmp_path: Path, name: str, before: str, after: str) -> None:
    copy = _copy(tmp_path)
    path = tmp_path / name
    assert before in path.read_text()
    path.write_text(path.read_text().replace(before, after, 1))
    with pytest.raises(BrokenLaw, match=Path(name).name):
        _read_everything(copy)


def _read_everything(book: Book) -> list[object]:
    return [*book.parameters, *book.periods, *book.readings]


WRONG: dict[str, tuple[str, str, str]] = {
    "a citation of nothing": ("periods.yaml", "Z1500000405/art_40]", "Z1500000405/art_400]"),
    "a citation before its time": ("periods.yaml", "cites: [Z1500000405]", "cites: [V2500037117]"),
    "a value that ends too early": ("parameters/status.yaml", "until: null, value: 12", "until: 2024-01-01, value: 12"),
    "a Kazakh text in Russian": (
        "periods.yaml",
        "kk: Сақтандыру заңы жазылған жылдар",
        "kk: Годы, за которые записан закон о страховке",
    ),
}


@pytest.mark.parametrize(("name", "before", "after"), WRONG.values(), ids=WRONG)
def test_the_check_of_the_law_finds_what_types_cannot(tmp_path: Path, name: str, before: str, after: str) -> None:
    copy = _copy(tmp_path)
    path = tmp_path / name
    assert before in path.read_text()
    path.write_text(path.read_text().replace(before, after, 1))
    assert lint(copy)
    assert lint(BOOK) == []
    assert len({check.__name__ for check in CHECKS}) == len(CHECKS)


def test_the_fingerprint_changes_with_any_byte(tmp_path: Path) -> None:
    copy = _copy(tmp_path)
    assert copy.fingerprint == BOOK.fingerprint
    (tmp_path / "periods.yaml").write_bytes((tmp_path / "periods.yaml").read_bytes() + b"\n")
    assert Book(tmp_path).fingerprint != BOOK.fingerprint


def test_a_parameter_refuses_a_value_of_another_kind() -> None:
    title = Text(ru="а", kk="ә", en="a")
    value = Value(value="1.5", confidence="high", source="s", start=date(2020, 1, 1), end=None)
    with pytest.raises(ValueError, match="not a number"):
        Parameter(name="p", kind="number", title=title, values=(value,))


@pytest.mark.parametrize(
    ("month", "count", "day"),
    [
        (Month.at(2025, 2), 5, date(2025, 2, 7)),
        (Month.at(2025, 3), 5, date(2025, 3, 7)),
        (Month.at(2025, 5), 5, date(2025, 5, 12)),
        (Month.at(2026, 1), 5, date(2026, 1, 12)),
        (Month.at(2026, 2), 10, date(2026, 2, 13)),
    ],
)
def test_working_days_leave_out_weekends_and_holidays(month: Month, count: int, day: date) -> None:
    assert nth_working_day(month, count) == day
    assert is_working_day(day)


def _copy(folder: Path) -> Book:
    """The law data in a folder of its own, to be spoiled."""
    for path in BOOK.folder.rglob("*"):
        if path.is_file():
            target = folder / path.relative_to(BOOK.folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    return Book(folder)
