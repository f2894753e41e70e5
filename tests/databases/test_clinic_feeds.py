"""Feeds of clinics and their papers: tables, lines of JSON and workbooks, each row accounted for, on both databases."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from saqta.basis.refusal import Fault
from saqta.clinics.told import certificate_in_codes, contract_in_codes, licence_in_codes
from saqta.journal.feeds import Balance
from saqta.law.book import load
from saqta.registry.clinic_feeds import (
    Taking,
    take_in_certificates,
    take_in_clinics,
    take_in_contracts,
    take_in_licences,
)
from saqta.registry.clinic_queries import (
    all_facilities,
    annexes,
    contracts,
    count_facilities,
    find_places,
    has_annex_on,
)
from saqta.registry.clinic_records import Position
from tests.channels.command_line import saqta
from tests.databases.clinic_samples import ANAESTHESIOLOGY, AT, BIN, DOCTOR, a_facility
from tests.databases.conftest import Register
from tests.rooms.ledger.payment_samples import invented_bin

BOOK = load()
LAYOUTS = ("csv", "jsonl", "xlsx")
WRONG_CHECK_DIGIT = BIN.digits[:-1] + str((int(BIN.digits[-1]) + 1) % 10)
CLINIC_COLUMNS = ("bin", "place", "name", "address", "region", "latitude", "longitude", "funding")
LICENCE_COLUMNS = ("bin", "licence", "licence_from", "licence_until", "place", "activity", "from", "until")


def written(folder: Path, layout: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Path:
    """A feed in one of the layouts that carry the same rows."""
    path = folder / f"feed.{layout}"
    told = [{name: cell for name, cell in zip(columns, row, strict=True) if cell} for row in rows]
    if layout == "csv":
        path.write_text("\n".join(",".join(f'"{cell}"' for cell in row) for row in (columns, *rows)))
    elif layout == "jsonl":
        path.write_text("\n".join(json.dumps(row) for row in told))
    else:
        book = Workbook()
        sheet = book.active
        assert isinstance(sheet, Worksheet)
        for row in (columns, *rows):
            sheet.append([cell or None for cell in row])
        book.save(path)
    return path


class Rejects(list[tuple[int, str, str | None]]):
    def add(self, line: int, fault: Fault) -> None:
        self.append((line, fault.code, fault.where))


def taking(rejects: Rejects | None = None, source: str = "test") -> Taking:
    return Taking(source, "test", AT, on_reject=None if rejects is None else rejects.add)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_clinics_are_taken_in_and_the_unbelievable_rejected_each_with_its_reason(
    register: Register, tmp_path: Path, layout: str
) -> None:
    rows = [
        (BIN.digits, "1", "Ақ тіс", "Алматы, Абай, 1", "750000000", "43.238949", "76.889709", "packages"),
        (WRONG_CHECK_DIGIT, "1", "Ақ тіс", "Алматы", "750000000", "", "", ""),
        (BIN.digits, "2", "Ақ тіс", "Атлантида", "990000000", "", "", ""),
        (BIN.digits, "3", "Ақ тіс", "Алматы", "75", "", "", ""),
        (BIN.digits, "4", "Ақ тіс", "Алматы", "750000000", "76.889709", "43.238949", ""),
        (BIN.digits, "5", "Ақ тіс", "Алматы", "750000000", "43.2", "", ""),
        (BIN.digits, "6", "", "Алматы", "750000000", "", "", ""),
        (BIN.digits, "7", "Ақ тіс", "Алматы", "750000000", "", "", "barter"),
        (BIN.digits, "8", "Ақ тіс 8", "Астана", "711110000", "", "", "paid_only"),
    ]
    path, rejects = written(tmp_path, layout, CLINIC_COLUMNS, rows), Rejects()
    assert take_in_clinics(path, taking(rejects)) == Balance(9, 2, 0, 7)
    assert [(code, where) for _, code, where in rejects] == [
        ("check-digit", "bin"),
        ("no-such-region", "region"),
        ("region-code", "region"),
        ("coordinates", "latitude"),
        ("coordinates", "longitude"),
        ("field", "name"),
        ("field", "funding"),
    ]
    first = 1 if layout == "jsonl" else 2
    assert [line for line, _, _ in rejects] == [number + first for number in range(1, 8)]
    found = {facility.place: facility for facility in all_facilities()}
    assert set(found) == {"1", "8"}
    assert found["1"].position == Position(43_238_949, 76_889_709)
    assert (found["1"].funding, found["8"].funding, found["8"].position) == ("packages", "paid_only", None)
    assert take_in_clinics(path, taking()) == Balance(9, 0, 2, 7)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_licences_are_taken_in_by_the_names_that_annexes_use(register: Register, tmp_path: Path, layout: str) -> None:
    a_facility()
    name = "анестезиология  и Реаниматология"
    rows = [
        (BIN.digits, "25000001", "2020-01-01", "", "1", name, "2025-03-01", "2026-03-01"),
        (BIN.digits, "25000001", "2020-01-01", "", "1", "Тіс жұлу", "2025-03-01", ""),
        (BIN.digits, "25000002", "2020-01-01", "2019-12-31", "", "", "", ""),
        (BIN.digits, "25000002", "2020-01-01", "2020-01-01", "", "", "", ""),
        (BIN.digits, "25000003", "2020-01-01", "", "1", "dentistry", "2025-03-01", "2025-02-28"),
        (BIN.digits, "25000003", "2020-01-01", "", "9", "dentistry", "2025-03-01", ""),
        (BIN.digits, "25000003", "2020-01-01", "", "1", "dentistry", "", ""),
        (WRONG_CHECK_DIGIT, "25000003", "2020-01-01", "", "1", "dentistry", "2025-03-01", ""),
        (BIN.digits, "25000004", "2020-01-01", "2020-01-02", "", "", "", ""),
    ]
    path, rejects = written(tmp_path, layout, LICENCE_COLUMNS, rows), Rejects()
    in_codes = partial(licence_in_codes, book=BOOK)
    assert take_in_licences(path, taking(rejects), in_codes=in_codes) == Balance(9, 2, 0, 7)
    assert sorted((code, where) for _, code, where in rejects) == [
        ("check-digit", "bin"),
        ("empty-span", "licence_until"),
        ("empty-span", "licence_until"),
        ("empty-span", "until"),
        ("half-an-annex", "from"),
        ("no-such-activity", "activity"),
        ("no-such-place", "place"),
    ]
    clinic = find_places({(BIN.digits, "1")})[BIN.digits, "1"]
    assert has_annex_on(clinic, ANAESTHESIOLOGY, date(2025, 3, 1))
    a_facility(place="9")
    assert take_in_licences(path, taking(), in_codes=in_codes) == Balance(9, 1, 2, 6)


def test_an_xlsx_with_formulas_and_merged_cells_loses_those_rows_alone(register: Register, tmp_path: Path) -> None:
    bins = [invented_bin(300 + number) for number in range(6)]
    book, path, rejects = Workbook(), tmp_path / "clinics.xlsx", Rejects()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.append(("bin", "name", "address", "region"))
    for number in bins:
        sheet.append((number, "Ақ тіс", "Алматы", "750000000"))
    sheet["D3"] = "=D2"
    sheet.merge_cells("B5:C5")
    book.save(path)
    assert take_in_clinics(path, taking(rejects)) == Balance(6, 4, 0, 2)
    assert rejects == [(3, "formula", "region"), (5, "merged-cells", "name")]
    assert {found.bin for found in all_facilities()} == {bins[0], bins[2], bins[4], bins[5]}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_contracts_say_what_the_fund_buys_in_a_year(register: Register, tmp_path: Path, layout: str) -> None:
    clinic = a_facility()
    columns = ("bin", "contract", "year", "package", "care", "from", "until")
    rows = [
        (BIN.digits, "7-25", "2025", "insurance", "dental", "", ""),
        (BIN.digits, "7-25", "2025", "guaranteed", "dental", "2025-03-01", ""),
        (BIN.digits, "7-25", "2025", "insurance", "veneers", "", ""),
        (BIN.digits, "7-25", "2025", "insurance", "dental_not_covered", "", ""),
        (BIN.digits, "7-25", "2025", "insurance", "dental", "2024-12-31", ""),
        (BIN.digits, "7-25", "2025", "insurance", "dental", "", "2026-01-02"),
        (BIN.digits, "7-25", "0", "insurance", "dental", "", ""),
        (BIN.digits, "7-25", "2025", "private", "dental", "", ""),
    ]
    path, rejects = written(tmp_path, layout, columns, rows), Rejects()
    taken = take_in_contracts(path, taking(rejects), in_codes=partial(contract_in_codes, book=BOOK))
    assert taken == Balance(8, 2, 0, 6)
    assert [(code, where) for _, code, where in rejects] == [
        ("no-such-care", "care"),
        ("no-such-care", "care"),
        ("outside-the-year", "from"),
        ("outside-the-year", "until"),
        ("field", "year"),
        ("field", "package"),
    ]
    spans = [(found.package, found.start, found.until) for found in contracts([clinic])]
    assert spans == [
        ("insurance", date(2025, 1, 1), date(2026, 1, 1)),
        ("guaranteed", date(2025, 3, 1), date(2026, 1, 1)),
    ]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_certificates_name_a_specialist_by_number_alone(register: Register, tmp_path: Path, layout: str) -> None:
    a_facility()
    columns = ("iin", "bin", "certificate", "specialty", "from", "until")
    rows = [
        (DOCTOR.digits, BIN.digits, "KZ-1", "Анестезиология және реаниматология", "2024-01-01", "2029-01-01"),
        (DOCTOR.digits[:-1] + "x", BIN.digits, "KZ-1", "dentistry", "2024-01-01", ""),
        (DOCTOR.digits, BIN.digits, "KZ-1", "dentistry", "2024-01-01", "2024-01-01"),
        (DOCTOR.digits, BIN.digits, "KZ-1", "magic", "2024-01-01", ""),
    ]
    path, rejects = written(tmp_path, layout, columns, rows), Rejects()
    taken = take_in_certificates(path, taking(rejects), in_codes=partial(certificate_in_codes, book=BOOK))
    assert taken == Balance(4, 1, 0, 3)
    expected = [("not-digits", "iin"), ("empty-span", "until"), ("no-such-activity", "specialty")]
    assert [(code, where) for _, code, where in rejects] == expected


def test_clinics_and_their_papers_are_taken_in_at_the_command_line(register: Register, tmp_path: Path) -> None:
    clinics = written(
        tmp_path, "xlsx", CLINIC_COLUMNS, [(BIN.digits, "1", "Ақ тіс", "Алматы", "750000000", "", "", "packages")]
    )
    assert saqta("import", "clinics", clinics, "--source", "licensing", "--json").document == [
        {"file": 1, "read": 1, "new": 1, "known": 0, "rejected": 0}
    ]
    licences = tmp_path / "licences.csv"
    licences.write_text(
        f"bin,licence,licence_from,activity,from\n{BIN.digits},1,2020-01-01,Стоматология,2020-01-01\n"
        f"{BIN.digits},1,2020-01-01,Стоматология,завтра\n"
    )
    rejects = tmp_path / "rejects.jsonl"
    taken = saqta("import", "licences", licences, "--rejects", rejects, "--json").document
    assert taken == [{"file": 1, "read": 2, "new": 1, "known": 0, "rejected": 1}]
    told = json.loads(rejects.read_text())
    assert (told["line"], told["field"], told["code"]) == (3, "from", "field")
    assert "завтра" not in rejects.read_text()
    (annex,) = annexes(found.id for found in all_facilities())
    assert (annex.activity, annex.licence) == ("dentistry", "1")
    payments = saqta("import", "payments", clinics)
    assert (payments.status, payments.out) == (2, "")


def test_a_feed_that_was_interrupted_goes_on_where_it_stopped(
    register: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("saqta.journal.feeds.ROWS_AT_ONCE", 2)
    rows = [(invented_bin(400 + number), "1", "Ақ тіс", "Алматы", "750000000", "", "", "") for number in range(5)]
    path = written(tmp_path, "xlsx", CLINIC_COLUMNS, rows)

    def stop(count: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        take_in_clinics(path, Taking("test", "test", AT, on_progress=stop))
    assert count_facilities() == 2
    assert take_in_clinics(path, taking()) == Balance(5, 5, 0, 0)
    assert count_facilities() == 5
