"""Laws of reading payment files, for any rows: what is written is read, and size costs no memory."""

from __future__ import annotations

import re
import tracemalloc
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saqta.basis.money import Money
from saqta.basis.month import Month
from saqta.ledger.reader import open_payments
from saqta.ledger.records import PaymentFault
from saqta.ledger.repeats import SeenRows
from tests.rooms.ledger.payment_samples import (
    Order,
    Person,
    events_of,
    invented_iin,
    mt102_lines,
    people,
    write_csv,
    write_mt102,
)

LETTERS = "АБВЁЖЩЪЫЯабвёжщъыяӘҒҚҢӨҰҮҺІәғқңөұүһіABCXYZabcxyz"
names = st.builds(
    "".join,
    st.tuples(
        st.text(LETTERS, min_size=1, max_size=20),
        st.sampled_from(["", "-", " ", "'", ". "]),
        st.text(LETTERS, min_size=1),
    ),
)
months = st.integers(Month.at(2017, 7).number, Month.at(2027, 7).number).map(Month)
persons = st.builds(
    lambda number, born, stated, **rest: Person(
        invented_iin(number, born), birth_date=born if stated else None, **rest
    ),
    number=st.integers(0, 9_999),
    born=st.dates(date(1900, 1, 1), date(2025, 7, 3)),
    stated=st.booleans(),
    surname=names,
    name=names,
    patronymic=st.one_of(st.just(""), names),
    tiyn=st.integers(1, 10**13),
    month=months,
)
lists = st.lists(persons, min_size=1, max_size=8, unique_by=lambda person: person.iin)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("payments") / "payments"


def read_back(path: Path, content: bytes) -> list[Person]:
    path.write_bytes(content)
    _, rows, faults = events_of(path)
    assert faults == []
    return [
        Person(
            row.row.iin, row.row.surname or "", row.row.name or "", row.row.patronymic or "", row.row.birth_date,
            Money.tenge(row.row.amount).tiyn, Month.parse(row.row.month),
        )
        for row in rows
        if row.row is not None and row.believed
    ]  # fmt: skip


def with_birth_date(person: Person) -> Person:
    """The reading of a person whose birth date the file leaves to the IIN."""
    digits = person.iin
    century = {"3": 1900, "5": 2000}[digits[6]]
    born = date(century + int(digits[:2]), int(digits[2:4]), int(digits[4:6]))
    return Person(digits, person.surname, person.name, person.patronymic, born, person.tiyn, person.month)


@given(lists, st.sampled_from(["current", "older"]), st.sampled_from(["utf-8", "utf-16-le", "kz1048"]))
@settings(max_examples=150, deadline=None)
def test_any_people_written_in_an_order_are_read_back(
    path: Path, rows: list[Person], generation, encoding: str
) -> None:
    written = write_mt102(Order(), rows, generation, encoding)
    assert read_back(path, written) == [with_birth_date(person) for person in rows]
    opened = open_payments(path)
    assert list(opened.events()) == list(opened.events(carefully=True))


@given(lists, st.sampled_from([",", ";", "\t"]))
@settings(max_examples=100, deadline=None)
def test_any_people_written_in_a_table_are_read_back(path: Path, rows: list[Person], delimiter: str) -> None:
    table = write_csv(Order(), rows, delimiter=delimiter)
    assert read_back(path, table.encode()) == [with_birth_date(person) for person in rows]


@given(lists, st.data())
@settings(max_examples=100, deadline=None)
def test_a_file_cut_anywhere_believes_only_what_stands_before_the_cut(path: Path, rows: list[Person], data) -> None:
    whole = write_mt102(Order(), rows)
    path.write_bytes(whole[: data.draw(st.integers(whole.index(b":20:"), len(whole) - 5))])
    _, found, faults = events_of(path)
    assert {fault.code for fault in faults} == {"truncated"}
    believed = [row.row.iin for row in found if row.row is not None and row.believed]
    assert believed == [person.iin for person in rows][: len(believed)]


def large_order(count: int) -> Iterator[bytes]:
    """An order in pieces: the same two thousand people for one month after another."""
    block = people(2_000)
    lines = mt102_lines(Order(), block)
    start = lines.index(":21:1")
    yield "\n".join((*lines[:start], "")).encode()
    rows = "\n".join(line for line in lines[start:-2] if not line.startswith("/PERIOD/"))
    persons = re.split(r":21:\d+\n", rows)[1:]
    for place in range(count):
        month = Month.at(2018, 1) + place // len(block)
        person = persons[place % len(block)].rstrip("\n")
        yield f":21:{place + 1}\n{person}\n/PERIOD/{month.number % 12 + 1:02d}{month.year}\n".encode()
    total = sum(person.tiyn for person in block) * (count // len(block))
    yield f":32A:250703KZT{Money(total)}\n-}}\n".encode()


def peak_of_judging(path: Path, count: int) -> int:
    with path.open("wb") as file:
        file.writelines(large_order(count))
    opened = open_payments(path)
    tracemalloc.start()
    judgement = opened.judge()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (judgement.row_count, judgement.fault_count) == (count, 0)
    return peak


def test_thirty_times_the_rows_take_no_more_memory(path: Path) -> None:
    peak_of_judging(path, 2_000)  # what is kept once and for all, such as days of birth, is in memory from here on
    assert peak_of_judging(path, 60_000) < 2 * peak_of_judging(path, 2_000)


def test_an_unending_line_takes_no_more_memory_than_a_long_one(path: Path) -> None:
    path.write_bytes(write_mt102(Order(), people(3)) + b"A" * 30_000_000)
    tracemalloc.start()
    judgement = open_payments(path).judge()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [fault.code for fault in judgement.faults] == ["line-too-long"]
    assert peak < 2_000_000


def test_a_judgement_keeps_the_first_faults_and_counts_all(path: Path) -> None:
    path.write_bytes(write_mt102(Order(), people(500)).replace(b"/OPV/", b"/OVP/"))
    faults: list[object] = []
    judgement = open_payments(path).judge(faults.append)
    assert (judgement.fault_count, len(judgement.faults), len(faults)) == (500, 100, 501)
    assert all(isinstance(fault, PaymentFault) for fault in judgement.faults)


def test_a_row_is_recognised_again_however_many_stand_between() -> None:
    seen = SeenRows()

    def add(number: int) -> bool:
        return seen.add(str(number), "2025-07", "122", "4250.00", None)

    try:
        assert not any(map(add, range(100_000)))
        assert all(map(add, range(0, 100_000, 997)))
        assert not add(100_000)
    finally:
        seen.close()
