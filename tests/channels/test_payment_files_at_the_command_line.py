"""The main job: a payment file and a number go in, the status comes out with its reasons and articles."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from saqta.basis.month import Month
from saqta.channels.cli.schemas import schema
from tests.channels.command_line import saqta
from tests.rooms.ledger.payment_samples import Order, Person, invented_iin, write_csv, write_mt102

ADULT = invented_iin(7, date(1985, 5, 20))
CHILD = invented_iin(8, date(2018, 3, 1))
YEAR = [*Month.parse("2024-10").until(Month.parse("2025-10"))]


def order(tmp_path: Path, people: list[Person], name: str = "payments.txt", **order_fields: object) -> Path:
    path = tmp_path / name
    path.write_bytes(write_mt102(Order(day=date(2025, 10, 3), **order_fields), people))  # type: ignore[arg-type]  # fields of an order
    return path


def test_a_sound_file_is_judged_as_the_contract_writes_it(tmp_path: Path) -> None:
    path = order(tmp_path, [Person(iin=ADULT, month=month) for month in YEAR])
    found = saqta("payments", "check", path, "--json").document
    assert found["valid"] is True
    assert found["errors"] == []
    assert found["document"]["total"] == "51000.00"
    assert found["document"]["date"] == "2025-10-03"
    assert found["document"]["currency"] == "KZT"
    assert len(found["rows"]) == 12
    assert {"line", "iin", "birth_date", "surname", "name", "amount", "month", "payment_code"} <= set(found["rows"][0])
    assert (found["rows"][0]["amount"], found["rows"][0]["month"]) == ("4250.00", "2024-10")


@pytest.mark.parametrize("fault", ["none", "total", "month"])
def test_what_is_said_of_a_file_satisfies_its_published_schema(tmp_path: Path, fault: str) -> None:
    """In order, with a wrong total, or with a month that does not exist: the document has one shape."""
    path = order(tmp_path, [Person(iin=ADULT, month=month) for month in YEAR])
    sound = path.read_bytes()
    path.write_bytes(
        {
            "none": sound,
            "total": sound.replace(b"51000", b"51001"),
            "month": sound.replace(b"202503", b"202513").replace(b"032025", b"132025"),
        }[fault]
    )
    document = saqta("payments", "check", path, "--json").document
    assert document["valid"] is (fault == "none")
    assert list(Draft202012Validator(schema("payments-check")).iter_errors(document)) == []


def test_twelve_paid_months_make_somebody_insured_with_articles(tmp_path: Path) -> None:
    path = order(tmp_path, [Person(iin=ADULT, month=month) for month in YEAR])
    answer = saqta("status", "--payments", path, "--iin", ADULT, "--on", "2025-10-05", "--json").document
    assert (answer["verdict"], answer["ground"], answer["insured_until"]) == ("yes", "contributions", "2026-01-01")
    assert answer["citations"]


def test_what_files_cannot_tell_is_said_and_not_guessed(tmp_path: Path) -> None:
    """A month is missing; whether a category covered it stands in no payment file, so the answer asks for it."""
    path = order(tmp_path, [Person(iin=ADULT, month=month) for month in YEAR if str(month) != "2025-03"])
    answer = saqta("status", "--payments", path, "--iin", ADULT, "--on", "2025-10-05", "--json").document
    assert answer["verdict"] == "depends"
    assert [missing["fact"] for missing in answer["missing"]] == ["categories"]
    assert "months-without-payment" in {reason["code"] for reason in answer["reasons"]}
    beside = tmp_path / "facts.json"
    beside.write_text(json.dumps({"categories": []}))
    completed = saqta(
        "status", "--payments", path, "--facts", beside, "--iin", ADULT, "--on", "2025-10-05", "--json"
    ).document
    assert (completed["verdict"], completed["months_owed"]) == ("no", ["2025-03"])


def test_the_number_itself_tells_that_somebody_is_a_child(tmp_path: Path) -> None:
    path = order(tmp_path, [Person(iin=CHILD, month=YEAR[0])])
    answer = saqta("status", "--payments", path, "--iin", CHILD, "--on", "2025-10-05", "--json").document
    assert (answer["verdict"], answer["ground"]) == ("yes", "category")


def test_payments_of_several_files_add_up_and_a_file_counts_once(tmp_path: Path) -> None:
    first = order(tmp_path, [Person(iin=ADULT, month=month) for month in YEAR[:6]], "first.txt")
    second = tmp_path / "second.csv"
    second.write_text(write_csv(Order(), [Person(iin=ADULT, month=month) for month in YEAR[6:]]), encoding="utf-8")
    again = tmp_path / "again.txt"
    again.write_bytes(first.read_bytes())
    files = [word for path in (first, second, again) for word in ("--payments", path)]
    answer = saqta("status", *files, "--iin", ADULT, "--on", "2025-10-05", "--json").document
    assert answer["verdict"] == "yes"


def test_a_broken_file_is_believed_only_in_part_and_only_when_asked(tmp_path: Path) -> None:
    path = order(tmp_path, [Person(iin=ADULT, month=month) for month in YEAR])
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("/PERIOD/112024", "/PERIOD/132024"), encoding="utf-8", newline="")
    refused = saqta("status", "--payments", path, "--iin", ADULT, "--on", "2025-10-05", "--json")
    assert (refused.status, refused.out) == (2, "")
    assert "period-month" in refused.err
    partly = saqta("status", "--payments", path, "--iin", ADULT, "--on", "2025-10-05", "--json", "--partial").document
    assert partly["verdict"] == "depends"


def test_everybody_in_the_files_as_a_table(tmp_path: Path) -> None:
    people = [Person(iin=ADULT, month=month) for month in YEAR] + [Person(iin=CHILD, month=YEAR[3])]
    path = order(tmp_path, people)
    found = {
        line["iin"]: line
        for line in saqta("status", "--payments", path, "--all", "--on", "2025-10-05", "--json").document
    }
    assert (found[ADULT]["verdict"], found[CHILD]["ground"]) == ("yes", "category")
    table = saqta("status", "--payments", path, "--all", "--on", "2025-10-05", "--lang", "kk").out
    assert ADULT in table
    assert "сақтандырылған" in table
    unknown_law = saqta("status", "--payments", path, "--all", "--on", "2019-10-05", "--json").document
    assert {line["verdict"] for line in unknown_law} == {"undetermined"}


def test_late_interest_credits_no_month(tmp_path: Path) -> None:
    path = order(tmp_path, [Person(iin=ADULT, month=month) for month in YEAR], payment_code="124")
    answer = saqta("status", "--payments", path, "--iin", ADULT, "--on", "2025-10-05", "--json").document
    assert answer["verdict"] == "depends"


@pytest.mark.parametrize("content", [b"", b"\0\1\2" * 100, b"%PDF-1.7\n", b"PK\x03\x04", b"hello\n"])
def test_what_is_no_payment_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    outcome = saqta("payments", "check", path, "--json")
    assert (outcome.status, outcome.out) == (2, "")
    assert json.loads(outcome.err)["errors"][0]["code"]
