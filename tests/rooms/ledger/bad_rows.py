"""MT102 files with one wrong person, sum, month or total, and the codes that they must be found by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from saqta.basis.identifiers import check_digit
from tests.rooms.ledger.bad_samples import (
    FIRST,
    GOOD,
    ORDER,
    OTHER_SCRIPTS,
    PEOPLE,
    Bad,
    bad,
    changed,
    in_script,
    of_people,
)
from tests.rooms.ledger.payment_samples import Person, invented_bin, invented_iin


def digits_of_other_scripts() -> Iterator[Bad]:
    for script in OTHER_SCRIPTS:
        yield bad(f"iin {script}", changed(FIRST.iin, in_script(FIRST.iin, script)), "iin-not-ascii-digits")
        yield bad(f"amount {script}", changed("KZT4250", f"KZT{in_script('4250', script)}"), "amount-format")
        yield bad(
            f"period {script}", changed("/PERIOD/072025", f"/PERIOD/{in_script('072025', script)}"), "period-format"
        )
        yield bad(
            f"birth date {script}", changed("/DT/19500101", f"/DT/{in_script('19500101', script)}"), "birth-date-format"
        )
    yield bad("document date", changed("/DATE/250703", f"/DATE/{in_script('250703', 'thai')}"), "document-date")
    yield bad("sequence", changed(":21:2", f":21:{in_script('2', 'thai')}"), "sequence")
    yield bad("payment code", changed("/KNP/122", f"/KNP/{in_script('122', 'thai')}"), "payment-code")
    yield bad("payer", changed(ORDER.payer, in_script(ORDER.payer, "thai")), "payer-number")
    yield bad("total", changed(":32A:250703KZT12", f":32A:250703KZT{in_script('12', 'thai')}"), "amount-format")


IIN = FIRST.iin
NUMBERS = (
    ("a digit changed", IIN[:-1] + str((int(IIN[-1]) + 1) % 10), "iin-check-digit"),
    ("eleven digits", IIN[:-1], "iin-length"),
    ("thirteen digits", IIN + "0", "iin-length"),
    ("a letter O for zero", IIN.replace("0", "O", 1), "iin-not-digits"),
    ("blanks between", f"{IIN[:6]} {IIN[6:]}", "iin-not-digits"),
    ("fifth digit 9", IIN[:4] + "9" + IIN[5:], "iin-kind-digit"),
    ("seventh digit 0", IIN[:6] + "0" + IIN[7:], "iin-century-digit"),
    ("seventh digit 7", IIN[:6] + "7" + IIN[7:], "iin-century-digit"),
    ("month 13", IIN[:2] + "13" + IIN[4:], "iin-date"),
    ("day 31 of June", IIN[:2] + "0631" + IIN[6:], "iin-date"),
    ("29 February of no leap year", "990229" + IIN[6:], "iin-date"),
    ("a BIN", invented_bin(7), "iin-is-a-bin"),
    ("a BIN with a slip", invented_bin(7)[:-1] + str((int(invented_bin(7)[-1]) + 1) % 10), "iin-is-a-bin"),
)


def people_gone_wrong() -> Iterator[Bad]:
    for what, text, code in NUMBERS:
        yield bad(f"iin: {what}", changed(f"/IDN/{IIN}", f"/IDN/{text}"), code)
    never = next(f"5001013{n:04d}0" for n in range(10_000) if check_digit(f"5001013{n:04d}") is None)
    yield bad("iin: never issued", changed(IIN, never), "iin-never-issued")
    for text in ("1950-01-01", "01011950", "500101", "19500231", "195001011", "1950o101", "00000000", "1950W011"):
        yield bad(f"birth date {text}", changed("/DT/19500101", f"/DT/{text}"), "birth-date-format")
    for text in ("19500102", "19510101", "18500101", "20500101"):
        codes = {"birth-date-differs"} | ({"birth-date-in-future-of-payment"} if text == "20500101" else set())
        yield bad(f"birth date {text}", changed("/DT/19500101", f"/DT/{text}"), *codes)
    unborn = Person(invented_iin(1, date(2025, 12, 1)), birth_date=date(2025, 12, 1))
    yield bad("not yet born", of_people(unborn), "birth-date-in-future-of-payment")
    yield bad(
        "not yet born, by the iin", of_people(replace(unborn, birth_date=None)), "birth-date-in-future-of-payment"
    )
    for tag, name in (("FM", FIRST.surname), ("NM", FIRST.name), ("FT", FIRST.patronymic)):
        for sign in ("1", "٣", "@", "_", "?", "/", "<b>", "\x07", "😀", "№", "(", ","):
            yield bad(f"{tag} with {sign!a}", changed(f"/{tag}/{name}", f"/{tag}/{name}{sign}"), "name-not-letters")
    yield bad("name of signs only", changed(f"/NM/{FIRST.name}", "/NM/.'."), "name-not-letters")
    yield bad("neither surname nor name", of_people(replace(FIRST, surname="-", name="-")), "missing-field")
    yield bad("twice the same", of_people(FIRST, PEOPLE[1], FIRST), "duplicate-row")
    yield bad("three times the same", of_people(FIRST, FIRST, FIRST), "duplicate-row")
    yield bad("the same in two messages", GOOD + GOOD, "duplicate-row")
    yield bad(
        "returned",
        changed(f"/IDN/{FIRST.iin}", f"/IDN/{FIRST.iin}\n/ASSIGN/[ИИН] не соответствует Ф.И.О."),
        "returned-row",
    )
    yield bad("returned without a reason", changed(f"/IDN/{FIRST.iin}", f"/IDN/{FIRST.iin}\n/ASSIGN/"), "returned-row")
    for purpose in (
        "Возврат ошибочных элементов платежа",
        "ВОЗВРАТ излишне перечисленных взносов",
        "Артық төлемді қайтару",
    ):
        yield bad(purpose, of_people(*PEOPLE, order=replace(ORDER, purpose=purpose)), "returned-row")


AMOUNTS = (
    ("", "currency"),
    ("KZT", "amount-format"),
    ("KZTx", "amount-format"),
    ("KZT4 250,00", "amount-format"),
    ("KZT4\u00a0250,00", "amount-format"),
    ("KZT4.250,00", "amount-format"),
    ("KZT4250,0,0", "amount-format"),
    ("KZT,50", "amount-format"),
    ("KZT+4250,00", "amount-format"),
    ("KZT4250-00", "amount-format"),
    ("KZT4e3", "amount-format"),
    ("KZT0x10", "amount-format"),
    ("KZTnan", "amount-format"),
    ("KZT4250,00 тг", "amount-format"),
    ("KZT--1", "amount-format"),
    ("KZT4250,O0", "amount-format"),
    ("KZT0,00", "amount-not-positive"),
    ("KZT0", "amount-not-positive"),
    ("KZT-4250,00", "amount-not-positive"),
    ("KZT-0,01", "amount-not-positive"),
    ("KZT4250,001", "amount-decimals"),
    ("KZT4250,0000", "amount-decimals"),
    ("KZT1000000000000,00", "amount-too-large"),
    ("KZT" + "9" * 400, "amount-too-large"),
    ("USD4250,00", "currency"),
    ("RUB4250,00", "currency"),
    ("kzt4250,00", "currency"),
    ("4250,00", "currency"),
    ("KZТ4250,00", "currency"),
    ("KZ4250,00", "currency"),
)


PERIODS = (
    ("132025", "period-month"),
    ("002025", "period-month"),
    ("992025", "period-month"),
    ("202507", "period-month"),
    ("010000", "period-month"),
    ("72025", "period-format"),
    ("0072025", "period-format"),
    ("07.2025", "period-format"),
    ("2025-07", "period-format"),
    ("07 2025", "period-format"),
    ("июль 2025", "period-format"),
    ("O72025", "period-format"),
    ("062017", "period-out-of-range"),
    ("122016", "period-out-of-range"),
    ("012000", "period-out-of-range"),
    ("082027", "period-out-of-range"),
    ("072525", "period-out-of-range"),
    ("", "missing-field"),
)


def sums_and_months_gone_wrong() -> Iterator[Bad]:
    for text, code in AMOUNTS:
        expected = "missing-field" if not text else code
        codes = {expected} | ({"total-differs"} if code == "amount-not-positive" else set())
        yield bad(f"amount {text[:24]!a}", changed(":32B:KZT4250,00", f":32B:{text}"), *codes)
    yield bad("all amounts zero", of_people(replace(FIRST, tiyn=0)), "amount-not-positive")
    for text, code in PERIODS:
        yield bad(f"period {text!a}", changed("/PERIOD/072025", f"/PERIOD/{text}"), code)
    yield bad("two periods", changed("/KNP/122", "/KNP/122\n/PERIOD/062025"), "period-differs")
    yield bad("bad common period", changed("/KNP/122", "/KNP/122\n/PERIOD/132025"), "period-month")
    for place, text in ((1, "2"), (1, "0"), (2, "3"), (2, "1"), (3, "33"), (2, "x"), (2, "-2"), (3, "9999999999")):
        yield bad(f"number {place} is {text}", changed(f":21:{place}\n", f":21:{text}\n"), "sequence")
    total = next(line for line in GOOD.split("\n") if line.startswith(":32A:"))
    for what, line, code in (
        ("a tiyn more", total[:-1] + "9", "total-differs"),
        ("nothing", ":32A:250703KZT0,00", "total-differs"),
        ("no total", None, "total-missing"),
        ("empty total", ":32A:", "total-missing"),
        ("no sum", ":32A:250703KZT", "amount-format"),
        ("no currency", total.replace("KZT", ""), "currency"),
        ("dollars", total.replace("KZT", "USD"), "currency"),
        ("three decimals", total + "0", "amount-decimals"),
        ("no such day", total.replace("250703", "250231"), "document-date"),
        ("no date", total.replace("250703", ""), "document-date currency"),
        ("too large", ":32A:250703KZT" + "9" * 20, "amount-too-large"),
    ):
        text = GOOD.replace(f"{total}\n", f"{line}\n" if line is not None else "")
        yield bad(f"total: {what}", text, *code.split())
    yield bad("fewer people than the purpose says", changed("/ASSIGN/", "/ASSIGN/За 4 человек. "), "count")
    yield bad("more people than the purpose says", changed("/ASSIGN/", "/ASSIGN/1 адам үшін. "), "count")


def bad_rows() -> Iterator[Bad]:
    yield from digits_of_other_scripts()
    yield from people_gone_wrong()
    yield from sums_and_months_gone_wrong()
