"""A good payment file is read alike whatever it looks like, and only what can be believed is."""

from __future__ import annotations

import gzip
import json
import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import msgspec
import pytest

from saqta.basis.money import Money
from saqta.basis.month import Month
from saqta.basis.refusal import Refused
from saqta.ledger.reader import open_payments
from saqta.ledger.records import CodeTotal, PaymentFault, PaymentRow
from tests.rooms.ledger.payment_samples import (
    CSV_COLUMNS,
    ENCODINGS,
    Generation,
    Order,
    Person,
    encoded,
    events_of,
    invented_iin,
    mt102_lines,
    people,
    write_csv,
    write_mt102,
)

RUSSIAN = [replace(person, surname="Щукина-Ёжикова", name="Анна", patronymic="Ильинична") for person in people(7)]


def saved(folder: Path, content: bytes | str) -> Path:
    path = folder / "payments"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def rows_of(path: Path) -> list[PaymentRow]:
    documents, rows, faults = events_of(path)
    assert (len(documents), faults) == (1, [])
    assert all(row.believed for row in rows)
    return [row.row for row in rows if row.row is not None]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("generation", ["current", "older"])
def test_both_generations_in_every_encoding_give_the_same_rows(
    generation: Generation, end: str, encoding: str, tmp_path: Path
) -> None:
    written = RUSSIAN if encoding == "cp1251" else people(7)
    rows = rows_of(saved(tmp_path, write_mt102(Order(), written, generation, encoding, end)))
    assert [(row.iin, row.surname, row.name, row.patronymic or "", row.birth_date) for row in rows] == [
        (one.iin, one.surname, one.name, one.patronymic, one.birth_date) for one in written
    ]
    assert [(row.sequence, row.month) for row in rows] == [
        (place, str(one.month)) for place, one in enumerate(written, 1)
    ]


def test_a_row_and_a_document_are_published_as_the_contract_says(tmp_path: Path) -> None:
    person = Person(invented_iin(1, date(1990, 4, 12)), birth_date=date(1990, 4, 12), tiyn=1_275_050)
    documents, rows, _ = events_of(saved(tmp_path, write_mt102(Order(), [person])))
    assert json.loads(msgspec.json.encode(documents[0])) == {
        "number": "128",
        "date": "2025-07-03",
        "payer": Order().payer,
        "payment_code": "122",
        "total": "12750.50",
        "currency": "KZT",
    }
    assert json.loads(msgspec.json.encode(rows[0].row)) == {
        "line": 28,
        "iin": person.iin,
        "birth_date": "1990-04-12",
        "surname": "Өтегенов",
        "name": "Қайрат",
        "amount": "12750.50",
        "month": "2025-07",
        "payment_code": "122",
        "patronymic": "Әліұлы",
        "payer": Order().payer,
        "paid_on": "2025-07-03",
        "sequence": 1,
    }


HEADINGS = {
    "english": CSV_COLUMNS,
    "russian": ["ИИН", "Дата рождения", "Фамилия", "Имя", "Отчество", "Сумма", "Период", "КНП", "Дата оплаты", "БИН"],
    "kazakh": ["ЖСН", "Туған күні", "Тегі", "Аты", "Әкесінің аты", "Сомасы", "Кезең", "ТБК", "Төлем күні", "БСН"],
    "two at once": [
        "ЖСН / ИИН",
        "Дата рождения",
        "Тегі",
        "NAME",
        "Отчество",
        "Sum",
        "Ай",
        "KNP",
        "Төлем күні",
        "БСН/БИН",
    ],
}


@pytest.mark.parametrize("headings", HEADINGS.values(), ids=HEADINGS)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "kz1048", "utf-16-le"])
def test_a_table_says_the_same_as_an_order(headings: list[str], delimiter: str, encoding: str, tmp_path: Path) -> None:
    table = saved(tmp_path, encoded(write_csv(Order(), people(7), headings, delimiter), encoding))
    in_table = [msgspec.structs.replace(row, line=0) for row in rows_of(table)]
    order = saved(tmp_path, write_mt102(Order(), people(7)))
    assert in_table == [msgspec.structs.replace(row, line=0, sequence=None) for row in rows_of(order)]


@pytest.mark.parametrize(
    ("amount", "month", "born", "paid_on"),
    [
        ("4250", "2025-07", "1990-04-12", "2025-07-03"),
        ('"4250,0"', "072025", "12.04.1990", "03.07.2025"),
        ("4250.00", "07.2025", "19900412", "20250703"),
    ],
)
def test_a_table_may_write_sums_and_days_in_several_ways(
    amount: str, month: str, born: str, paid_on: str, tmp_path: Path
) -> None:
    iin = invented_iin(1, date(1990, 4, 12))
    header = "№,ИИН,дата рождения,сумма,месяц,КНП,дата платежа"
    table = f'{header}\n\n1,{iin},{born},{amount},{month},"121",{paid_on},,\n,,,\n'
    (row,) = rows_of(saved(tmp_path, table))
    assert (row.line, row.amount, row.month, row.birth_date, row.paid_on, row.surname) == (
        3, "4250.00", "2025-07", date(1990, 4, 12), date(2025, 7, 3), None,
    )  # fmt: skip


def test_what_all_rows_of_a_table_share_is_its_document(tmp_path: Path) -> None:
    order, others = Order(), Order(payment_code="121")
    table = write_csv(order, people(2)) + write_csv(others, people(2, start=2)).split("\r\n", 1)[1]
    (document,), _, _ = events_of(saved(tmp_path, table))
    assert (document.date, document.payer, document.payment_code) == (order.day, order.payer, None)
    assert document.total == "17000.06"


def test_counts_and_sums_are_those_of_the_believed_rows_of_all_messages(tmp_path: Path) -> None:
    contributions = write_mt102(Order(), people(3))
    late_interest = write_mt102(Order(number="129", payment_code="124"), people(2, start=5))
    wrong = write_mt102(Order(number="130"), [replace(people(1)[0], tiyn=0)])
    judgement = open_payments(saved(tmp_path, contributions + late_interest + wrong)).judge()
    assert not judgement.valid
    assert [document.number for document in judgement.documents] == ["128", "129", "130"]
    assert (judgement.row_count, judgement.believed_count, judgement.fault_count) == (6, 5, 1)
    assert judgement.totals == (CodeTotal("122", 3, "12750.03"), CodeTotal("124", 2, "8500.11"))


def spoiled(old: str, new: str) -> str:
    text = "\n".join((*mt102_lines(Order(), people(3)), ""))
    assert old in text
    return text.replace(old, new)


@pytest.mark.parametrize(
    "text",
    {
        "envelope on one line": spoiled("}\n{2", "}{2").replace("}\n{4:", "}{3:{113:0060}}{4:"),
        "first field on the line of the envelope": spoiled("{4:\n:20:", "{4::20:"),
        "trailer": spoiled("-}\n", "-}{5:{MAC:0}}\n"),
        "output message": spoiled("{2:I102SGROSS000000U3003}", "{2:O1021806071505SCLEAR00000000000000001806071506U}"),
        "end mark of DOS": spoiled("-}\n", "-}\n\x1a"),
        "no line end at the end": spoiled("-}\n", "-}"),
        "blank lines and blanks": spoiled("\n", " \n\n").replace("/FM/", "  /FM/ "),
        "unknown sub-tags in the head": spoiled("/VO/01", "/VO/01\n/NEW/х\n/BCLASS/1"),
        "unknown field in the head": spoiled(":59:", ":56B:X\n/NAME/х\nпродолжение\n:59:"),
        "a purpose over several lines": spoiled("/ASSIGN/", "/ASSIGN/по договору\n№ 5 за 3 человек\n"),
        "a purpose about people who came back": spoiled("/ASSIGN/", "/ASSIGN/за возвратившихся из отпуска; "),
        "an account of each person": spoiled("/IDN/5", "/LA/KZ0\n/IDN/5"),
        "no letter in /OPV/": spoiled("/OPV/S\n", ""),
        "another letter in /OPV/": spoiled("/OPV/S\n", "/OPV/M12\n"),
        "no birth dates": "\n".join(line for line in spoiled("\n", "\n").split("\n") if not line.startswith("/DT/")),
        "whole tenge": "\n".join(mt102_lines(Order(), [Person(invented_iin(3))])).replace("4250,00", "4250,"),
        "a dash for a name that is not": spoiled("/FT/Серікұлы", "/FT/-"),
        "account without its mark": spoiled(":50:/D/", ":50:"),
        "zeros before the number": spoiled(":21:", ":21:000"),
    }.items(),
    ids=lambda item: item[0],
)
def test_what_banks_do_differently_is_no_fault(text: tuple[str, str], tmp_path: Path) -> None:
    judgement = open_payments(saved(tmp_path, text[1])).judge()
    assert (judgement.faults, judgement.valid) == ((), True)
    assert judgement.row_count == judgement.believed_count > 0


def test_one_period_in_the_head_holds_for_every_person(tmp_path: Path) -> None:
    text = "\n".join(line for line in mt102_lines(Order(), people(3)) if not line.startswith("/PERIOD/"))
    rows = rows_of(saved(tmp_path, text.replace("/KNP/122", "/KNP/122\n/PERIOD/072025")))
    assert {row.month for row in rows} == {str(Month.at(2025, 7))}


def test_a_letter_is_demanded_of_every_person_only_on_request(tmp_path: Path) -> None:
    path = saved(tmp_path, write_mt102(Order(person_tag="S"), people(2)))
    assert open_payments(path, person_tag="S").judge().valid
    _, rows, faults = events_of(path, person_tag="M")
    assert {fault.code for fault in faults} == {"person-tag"}
    assert not any(row.believed for row in rows)


def test_rows_are_listed_though_the_head_they_rest_on_is_wrong_but_not_believed(tmp_path: Path) -> None:
    path = saved(tmp_path, spoiled("KZ92009MEDS368609103", "KZ33125KZT1001313313"))
    _, rows, _ = events_of(path)
    assert [row.row is not None and not row.faults and not row.believed for row in rows] == [True] * 3
    assert list(open_payments(path).believed_rows(partial=True)) == []


def test_a_file_with_one_fault_gives_no_row_unless_a_part_is_asked_for(tmp_path: Path) -> None:
    file = open_payments(saved(tmp_path, spoiled(":21:2\n", ":21:7\n")))
    with pytest.raises(Refused) as refusal:
        next(file.believed_rows())
    assert [(fault.code, fault.where) for fault in refusal.value.faults] == [("sequence", "38 sequence")]
    faults: list[PaymentFault] = []
    assert [row.sequence for row in file.believed_rows(partial=True, on_fault=faults.append)] == [1, 3]
    assert [fault.line for fault in faults] == [38]


def test_of_a_file_that_breaks_off_the_whole_rows_can_be_had_and_the_break_is_named(tmp_path: Path) -> None:
    file = open_payments(saved(tmp_path, spoiled("-}\n", "")[:-40]))
    faults: list[PaymentFault] = []
    assert [row.sequence for row in file.believed_rows(partial=True, on_fault=faults.append)] == [1, 2]
    assert [fault.code for fault in faults] == ["truncated"]
    assert "payments" not in repr(file)  # a folder may bear the name of a person


def test_the_first_of_two_equal_rows_is_believed_and_other_payers_may_pay_the_same(tmp_path: Path) -> None:
    person = people(1)[0]
    repeated = open_payments(saved(tmp_path, write_mt102(Order(), [person, person])))
    assert [row.sequence for row in repeated.believed_rows(partial=True)] == [1]
    other = Order(payer=invented_iin(5))
    assert open_payments(saved(tmp_path, write_mt102(Order(), [person]) + write_mt102(other, [person]))).judge().valid


def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path: Path) -> None:
    path = saved(tmp_path, write_mt102(Order(), people(3)))
    rows = open_payments(path).believed_rows()
    next(rows)
    file = open_payments(path)
    path.write_bytes(write_mt102(Order(), people(4)))
    with pytest.raises(Refused) as refusal:
        list(file.believed_rows())
    assert refusal.value.faults[0].code == "file-changed"
    assert file.fingerprint != open_payments(path).fingerprint


NOT_PAYMENTS = {
    "empty-file": [b"", b"\n\r\n  ", b"\xef\xbb\xbf", b"\xff\xfe", b"\x1a"],
    "binary-file": [b"\x89PNG\r\n\x1a\n\0\0", bytes(range(256)), b"\0" * 5000, "иин;".encode("utf-16-le")],
    "damaged-archive": [b"PK\x03\x04\x14\0"],
    "spreadsheet": [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0"],
    "not-a-payment-file": [
        b"hello", "Привет, мир".encode("kz1048"), b'{"iin": 1}', b"<?xml version='1.0'?>", b"%PDF-1.7\n", b"{", b"{1",
        b"name;age\nx;1\n", b"-}\n", b"A" * 10_000_000,
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "content"), [(code, content) for code, contents in NOT_PAYMENTS.items() for content in contents]
)
def test_what_is_no_payment_file_at_all_is_refused_in_words(code: str, content: bytes, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refusal:
        open_payments(saved(tmp_path, content))
    assert [fault.code for fault in refusal.value.faults] == [code]


def test_a_missing_file_a_folder_and_a_pipe_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name, code in (
        ("none", "missing-file"),
        (".", "folder"),
        ("pipe", "special-file"),
        ("a\0b", "unreadable-file"),
        ("x" * 300, "unreadable-file"),
    ):
        with pytest.raises(Refused) as refusal:
            open_payments(tmp_path / name)
        assert refusal.value.faults[0].code == code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "kz1048"])
def test_a_compressed_file_is_read_like_the_file_inside(tmp_path: Path, encoding: str) -> None:
    content = write_mt102(Order(), people(7), encoding=encoding)
    plain, compressed = open_payments(saved(tmp_path, content)), tmp_path / "payments.gz"
    compressed.write_bytes(gzip.compress(content))
    inside = open_payments(compressed)
    assert (inside.fingerprint, inside.judge()) == (plain.fingerprint, plain.judge())


def test_lines_of_json_say_what_a_table_says(tmp_path: Path) -> None:
    """Headings in any of three languages, sums as numbers or as texts, no value as null."""
    order, everybody = Order(), people(7)
    table = tmp_path / "payments.csv"
    table.write_text(write_csv(order, everybody))
    lines = [
        {
            "ИИН": person.iin,
            "birth_date": str(person.birth_date) if person.birth_date else None,
            "surname": person.surname,
            "name": person.name,
            "patronymic": person.patronymic,
            "сома": float(str(Money(person.tiyn))) if place % 2 else str(Money(person.tiyn)),
            "month": str(person.month),
            "knp": int(order.payment_code) if place % 2 else order.payment_code,
            "paid_on": str(order.day),
            "payer": order.payer,
            "note": ["not ours"],
        }
        for place, person in enumerate(everybody)
    ]
    path = saved(tmp_path, "\n".join(json.dumps(line, ensure_ascii=False) for line in lines).encode())
    from_table = [msgspec.structs.replace(row, line=row.line - 1) for row in open_payments(table).believed_rows()]
    assert list(open_payments(path).believed_rows()) == from_table
    assert len(from_table) == 7


@pytest.mark.parametrize("damage", ["cut off", "a byte changed", "a checksum changed"])
def test_a_damaged_compressed_file_is_refused(tmp_path: Path, damage: str) -> None:
    whole = gzip.compress(write_mt102(Order(), people(70)))
    changed = bytearray(whole)
    changed[{"cut off": 0, "a byte changed": len(whole) // 2, "a checksum changed": -5}[damage]] ^= 0xFF
    path = saved(tmp_path, whole[: len(whole) // 2] if damage == "cut off" else bytes(changed))
    with pytest.raises(Refused) as refusal:
        open_payments(path)
    assert refusal.value.faults[0].code == "damaged-archive"
