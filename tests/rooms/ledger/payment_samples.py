"""Writes payment files for tests. Every person, number and account here is invented."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Literal

from saqta.basis.identifiers import check_digit
from saqta.basis.money import Money
from saqta.basis.month import Month
from saqta.ledger.reader import open_payments
from saqta.ledger.records import JudgedRow, PaymentDocument, PaymentFault

Generation = Literal["current", "older"]
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "kz1048", "cp1251")
_MARKS = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}


def invented_iin(number: int, born: date | None = None) -> str:
    """The IIN of an invented person: a day of birth and the first serial from ``number`` on that has a check digit."""
    born = born or date(1950, 1, 1) + timedelta(days=number * 7 % 18_000)
    century = "35"[born.year >= 2000]
    for serial in range(number % 10_000, number % 10_000 + 50):
        first_eleven = f"{born:%y%m%d}{century}{serial % 10_000:04d}"
        digit = check_digit(first_eleven)
        if digit is not None:
            return f"{first_eleven}{digit}"
    raise AssertionError("no serial of fifty has a check digit")


def invented_bin(number: int) -> str:
    """The BIN of an invented resident company."""
    for serial in range(number % 100_000, number % 100_000 + 50):
        first_eleven = f"150340{serial:05d}"
        digit = check_digit(first_eleven)
        if digit is not None:
            return f"{first_eleven}{digit}"
    raise AssertionError("no serial of fifty has a check digit")


def invented_account(number: int, bank: str = "914") -> str:
    """The account of nobody in a Kazakh bank, with right check digits."""
    rest = f"{bank}{number:013d}"
    digits = "".join(str(int(sign, 36)) for sign in f"{rest}KZ00")
    return f"KZ{98 - int(digits) % 97:02d}{rest}"


_JULY = Month.at(2025, 7)


@dataclass(frozen=True)
class Person:
    iin: str
    surname: str = "Өтегенов"
    name: str = "Қайрат"
    patronymic: str = "Әліұлы"
    birth_date: date | None = None
    tiyn: int = 425_000
    month: Month = _JULY

    @property
    def amount(self) -> str:
        return str(Money(self.tiyn)).replace(".", ",")


@dataclass(frozen=True)
class Order:
    number: str = "128"
    day: date = date(2025, 7, 3)
    payer: str = invented_bin(1)
    payment_code: str = "122"
    purpose: str = "Взносы на ОСМС за июль 2025 года"
    person_tag: str = "S"


_SURNAMES = ("Өтегенов", "Иванова", "Ғабитқызы", "Смағұлов-Ким", "Ёлкина")
_NAMES = ("Қайрат", "Әсел", "Ұлпан", "Жан-Поль", "Щукарь")


def people(count: int, start: int = 0) -> list[Person]:
    found = []
    for number in range(start, start + count):
        born = date(1950, 1, 1) + timedelta(days=number * 7 % 18_000)
        found.append(
            Person(
                invented_iin(number // 2571 * 4 + number % 7, born),
                _SURNAMES[number % 5],
                _NAMES[number // 5 % 5],
                "" if number % 4 == 3 else "Серікұлы",
                born,
                425_000 + number % 1_000,
                Month.at(2025, 1 + number % 12),
            )
        )
    return found


def write_mt102(
    order: Order, rows: Iterable[Person], generation: Generation = "current", encoding: str = "utf-8", end: str = "\r\n"
) -> bytes:
    return encoded(end.join((*mt102_lines(order, rows, generation), "")), encoding)


def encoded(text: str, encoding: str) -> bytes:
    return _MARKS.get(encoding, b"") + text.encode(encoding)


def mt102_lines(order: Order, rows: Iterable[Person], generation: Generation = "current") -> list[str]:
    lines = [
        "{1:F01K054700000000010010001}",
        "{2:I102SGROSS000000U3003}",
        "{4:",
        ":20:REF0001",
        f":50:/D/{invented_account(1)}",
        "/NAME/ТОО «Небылица»",
        f"/IDN/{order.payer}",
        "/CHIEF/Руководитель Р.Р.",
        "/MAINBK/Бухгалтер Б.Б.",
        "/IRS/1",
        "/SECO/7",
        ":52B:KCJBKZKX",
        ":57B:GCVPKZ2A",
        ":59:KZ92009MEDS368609103",
        "/NAME/НАО «Государственная корпорация „Правительство для граждан“»",
        "/IDN/160440007161",
        "/IRS/1",
        "/SECO/1",
    ]
    details = [
        f"/NUM/{order.number}",
        f"/DATE/{order.day:%y%m%d}",
        "/SEND/07",
        "/VO/01",
        f"/KNP/{order.payment_code}",
        "/PSO/01",
        "/PRT/50",
        f"/ASSIGN/{order.purpose}",
    ]
    lines += [":70:", *details] if generation == "current" else [f":70:{details[0]}", *details[1:]]
    total = 0
    for place, person in enumerate(rows, 1):
        total += person.tiyn
        lines += _person_lines(place, person, order.person_tag, generation)
    return [*lines, f":32A:{order.day:%y%m%d}KZT{Money(total)}".replace(".", ","), "-}"]


def _person_lines(place: int, person: Person, person_tag: str, generation: Generation) -> list[str]:
    tags = [
        ("OPV", person_tag),
        ("FM", person.surname),
        ("NM", person.name),
        ("FT", person.patronymic),
        ("DT", f"{person.birth_date:%Y%m%d}" if person.birth_date else ""),
        ("IDN", person.iin),
        ("PERIOD", f"{person.month.number % 12 + 1:02d}{person.month.year}"),
    ]
    stated = [(tag, text) for tag, text in tags if text or tag == "FT"]
    if generation == "current":
        details = [":70:", *(f"/{tag}/{text}" for tag, text in stated)]
    else:
        details = [f":70:/{stated[0][0]}/{stated[0][1]}", *(f"//{tag}/{text}" for tag, text in stated[1:])]
    return [f":21:{place}", f":32B:KZT{person.amount}", *details]


CSV_COLUMNS = (
    "iin",
    "birth_date",
    "surname",
    "name",
    "patronymic",
    "amount",
    "month",
    "payment_code",
    "paid_on",
    "payer",
)


def write_csv(
    order: Order, rows: Iterable[Person], headings: Sequence[str] = CSV_COLUMNS, delimiter: str = ";", end: str = "\r\n"
) -> str:
    lines = [delimiter.join(headings)]
    for person in rows:
        cells = (
            person.iin,
            f"{person.birth_date:%Y-%m-%d}" if person.birth_date else "",
            person.surname,
            person.name,
            person.patronymic,
            str(Money(person.tiyn)),
            str(person.month),
            order.payment_code,
            f"{order.day:%Y-%m-%d}",
            order.payer,
        )
        lines.append(delimiter.join(cells))
    return end.join((*lines, ""))


Save = Callable[[bytes], Path]


def events_of(
    path: Path, person_tag: str | None = None
) -> tuple[list[PaymentDocument], list[JudgedRow], list[PaymentFault]]:
    """Everything in a file by kind; the faults of rows are among the faults too."""
    documents, rows, faults = [], [], []
    for event in open_payments(path, person_tag=person_tag).events():
        if isinstance(event, JudgedRow):
            rows.append(event)
            faults.extend(event.faults)
        elif isinstance(event, PaymentFault):
            faults.append(event)
        else:
            documents.append(event)
    return documents, rows, faults
