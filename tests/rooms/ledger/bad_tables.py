"""CSV tables with one thing wrong in each, and the codes that they must be found by."""

from __future__ import annotations

from collections.abc import Iterator

from tests.rooms.ledger.bad_samples import FIRST, ORDER, PEOPLE, Bad, in_script
from tests.rooms.ledger.payment_samples import invented_bin, write_csv

TABLE = write_csv(ORDER, PEOPLE, end="\n")


def bad(what: str, text: str, *codes: str) -> Bad:
    assert text != TABLE, what
    return Bad(f"table: {what}", text.encode(), frozenset(codes))


def changed(old: str, new: str) -> str:
    assert old in TABLE, old
    return TABLE.replace(old, new, 1)


def headers_gone_wrong() -> Iterator[Bad]:
    for column in ("iin", "amount", "month", "payment_code"):
        yield bad(f"no {column}", changed(column, "note"), "csv-columns")
    yield bad("iin only", "iin\n" + FIRST.iin + "\n", "csv-columns")
    yield bad("iin twice", changed("surname", "ИИН"), "duplicate-column")
    yield bad("amount in two languages", changed("surname;name;", "surname;сумма;"), "duplicate-column")
    yield bad("only a header", TABLE[: TABLE.index("\n") + 1], "no-rows")
    yield bad("header without a line end", TABLE[: TABLE.index("\n")], "no-rows")
    yield bad("bars", TABLE.replace(";", "|"), "delimiter")
    yield bad("colons", TABLE.replace(";", ":"), "delimiter")
    yield Bad(
        "table: a stray byte in the header", TABLE.encode().replace(b"payer", b"p\xffyer", 1), frozenset({"encoding"})
    )


def lines_of_json_gone_wrong() -> Iterator[Bad]:
    good = f'{{"iin":"{FIRST.iin}","amount":"4250.00","month":"2025-07","payment_code":"122"}}\n'
    for what, line in (
        ("no object", "[1]"),
        ("an object cut off", good[:-3]),
        ("a list for a value", good.replace('"122"', '["122"]').strip()),
        ("a column twice", good.replace('"month"', '"сумма":1,"month"').strip()),
        ("a yes for a value", good.replace('"122"', "true").strip()),
    ):
        yield Bad(f"lines of JSON: {what}", (good + line + "\n").encode(), frozenset({"json-line"}))


def rows_gone_wrong() -> Iterator[Bad]:
    first = TABLE.split("\n")[1]
    for what, row, code in (
        ("one cell too few", first.rpartition(";")[0], "csv-cells"),
        ("one cell too many", f"{first};1", "csv-cells"),
        ("a sum of all", "Итого;;;;;12750", "csv-cells"),
        ("commas in one row", first.replace(";", ","), "delimiter"),
        ("tabs in one row", first.replace(";", "\t"), "delimiter"),
        ("a quote not closed", first.replace(FIRST.surname, f'"{FIRST.surname}'), "csv-quote"),
        ("a quote closed too early", first.replace(FIRST.surname, f'"{FIRST.surname}"x'), "csv-quote"),
        ("NUL", first.replace(FIRST.surname, "\0"), "encoding"),
        ("a long line", first.replace(FIRST.surname, "Ы" * 5000), "line-too-long"),
    ):
        yield bad(what, changed(first, row), code)
    yield bad("a row twice", changed(first, f"{first}\n{first}"), "duplicate-row")
    yield bad(
        "a row twice, with a comma in the sum",
        changed(first, f"{first}\n{first.replace('4250.00', '4250,0')}"),
        "duplicate-row",
    )


def cells_gone_wrong() -> Iterator[Bad]:
    for old, new, codes in (
        (FIRST.iin, "", "missing-field"),
        (FIRST.iin, FIRST.iin[1:], "iin-length"),
        (FIRST.iin, in_script(FIRST.iin, "fullwidth"), "iin-not-ascii-digits"),
        (FIRST.iin, invented_bin(5), "iin-is-a-bin"),
        ("1950-01-01", "1950-1-1", "birth-date-format"),
        ("1950-01-01", "1950-02-31", "birth-date-format"),
        ("1950-01-01", "01/01/1950", "birth-date-format"),
        ("1950-01-01", "02.01.1950", "birth-date-differs"),
        (FIRST.surname, f"{FIRST.surname}0", "name-not-letters"),
        (FIRST.name, "=cmd()", "name-not-letters"),
        ("4250.00", "", "missing-field"),
        ("4250.00", "4 250,00", "amount-format"),
        ("4250.00", "KZT4250", "amount-format"),
        ("4250.00", "4250.000", "amount-decimals"),
        ("4250.00", "-4250", "amount-not-positive"),
        ("4250.00", "0", "amount-not-positive"),
        ("4250.00", "1" + "0" * 12, "amount-too-large"),
        ("2025-07", "", "missing-field"),
        ("2025-07", "72025", "period-format"),
        ("2025-07", "2025/07", "period-format"),
        ("2025-07", "7.2025", "period-format"),
        ("2025-07", "2025-13", "period-month"),
        ("2025-07", "13.2025", "period-month"),
        ("2025-07", "202507", "period-month"),
        ("2025-07", "2017-06", "period-out-of-range"),
        ("2025-07", "2027-08", "period-out-of-range"),
        (";122;", ";;", "payment-code-missing"),
        (";122;", ";120;", "payment-code"),
        (";122;", ";122.0;", "payment-code"),
        ("2025-07-03", "2025-07-32", "document-date"),
        ("2025-07-03", "03.07.25", "document-date"),
        (ORDER.payer, ORDER.payer[:-1], "payer-number"),
        (ORDER.payer, "ТОО", "payer-number"),
    ):
        yield bad(f"{old[:10]} is {new[:12]!a}", changed(old, new), *codes.split())


def bad_tables() -> Iterator[Bad]:
    yield from headers_gone_wrong()
    yield from lines_of_json_gone_wrong()
    yield from rows_gone_wrong()
    yield from cells_gone_wrong()
