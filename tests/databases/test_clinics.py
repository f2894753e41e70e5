"""Clinics, their licences, certificates and contracts in the register, on both databases."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import connection

from saqta.journal.models import Entry
from saqta.journal.queries import damage
from saqta.registry.clinic_actions import (
    Recorded,
    record_certificates,
    record_contracts,
    record_facilities,
    record_licences,
)
from saqta.registry.clinic_queries import (
    all_facilities,
    annexes,
    certificates,
    contracts,
    count_facilities,
    facility,
    has_annex_on,
    is_certified_on,
)
from saqta.registry.clinic_records import ToldAnnex, ToldCertificate, ToldContract, ToldFacility, ToldLicence
from saqta.registry.queries import find_person
from saqta.registry.statements import changed_statements
from tests.databases.clinic_samples import (
    ANAESTHESIOLOGY,
    AT,
    BIN,
    CENTRE,
    DOCTOR,
    OTHER_BIN,
    a_facility,
    license_facility,
    told_facility,
)
from tests.databases.conftest import Register

DAY = timedelta(days=1)
START, UNTIL = date(2025, 3, 1), date(2025, 9, 1)
EVER = (date(2020, 1, 1), None)


def test_an_activity_is_lawful_from_the_first_day_of_its_annex_up_to_the_last(register: Register) -> None:
    clinic = a_facility()
    license_facility(term=EVER, annex=(START, UNTIL))
    lawful = [has_annex_on(clinic, ANAESTHESIOLOGY, day) for day in (START - DAY, START, UNTIL - DAY, UNTIL)]
    assert lawful == [False, True, True, False]
    assert not has_annex_on(clinic, "dentistry", START)


def test_no_annex_outlives_its_licence(register: Register) -> None:
    clinic = a_facility()
    license_facility(term=(START, UNTIL), annex=(START - DAY, None))
    days = (START - DAY, START, UNTIL - DAY, UNTIL)
    assert [has_annex_on(clinic, ANAESTHESIOLOGY, day) for day in days] == [False, True, True, False]
    (annex,) = annexes([clinic])
    assert [annex.in_force_on(day) for day in days] == [False, True, True, False]


def test_an_annex_covers_the_place_that_it_names_and_no_other(register: Register) -> None:
    first, second = a_facility(place="1"), a_facility(place="2", name="Ақ тіс, филиал")
    license_facility(term=EVER, annex=(START, None), place="2")
    assert [has_annex_on(clinic, ANAESTHESIOLOGY, START) for clinic in (first, second)] == [False, True]


def test_the_later_word_about_the_term_of_a_licence_counts(register: Register) -> None:
    clinic = a_facility()
    assert license_facility(term=EVER, annex=(START, None)) == 1
    assert license_facility(term=EVER, annex=(START, None)) == 0
    assert license_facility(term=(date(2020, 1, 1), UNTIL), annex=(START, None)) == 1
    assert has_annex_on(clinic, ANAESTHESIOLOGY, UNTIL - DAY)
    assert not has_annex_on(clinic, ANAESTHESIOLOGY, UNTIL)
    (annex,) = annexes([clinic])
    assert annex.licence_until == UNTIL


def test_what_is_left_out_of_a_clinic_stays_as_it_was(register: Register) -> None:
    clinic = a_facility()
    told = told_facility(position=None, name="Ақ тіс плюс")
    assert record_facilities([told], source="another", by="test", at=AT) == Recorded(1)
    found = facility(clinic)
    assert found is not None
    assert (found.name, found.position, found.funding, found.bin) == ("Ақ тіс плюс", CENTRE, None, BIN.digits)
    assert [record.id for record in all_facilities()] == [clinic]
    assert count_facilities() == 1


def test_papers_of_a_place_that_nobody_described_found_no_clinic(register: Register) -> None:
    a_facility()
    end = date(2026, 1, 1)
    refused = (
        record_licences(
            [ToldLicence(BIN, "1", START, None, ToldAnnex(place, "dentistry", START, None)) for place in ("1", "7")],
            source="test",
            by="test",
            at=AT,
        ),
        record_certificates(
            [ToldCertificate(DOCTOR, provider, "1", "1", "dentistry", START, None) for provider in (OTHER_BIN, BIN)],
            source="test",
            by="test",
            at=AT,
        ),
        record_contracts(
            [ToldContract(BIN, place, "insurance", "dental", "1", START, end) for place in ("7", "1")],
            source="test",
            by="test",
            at=AT,
        ),
    )
    assert refused == (Recorded(1, (1,)), Recorded(1, (0,)), Recorded(1, (0,)))
    assert count_facilities() == 1


def test_a_licence_may_stand_without_an_annex(register: Register) -> None:
    clinic = a_facility()
    told = ToldLicence(BIN, "25000001", START, None)
    assert record_licences([told], source="test", by="test", at=AT) == Recorded(1)
    assert list(annexes([clinic])) == []
    license_facility(term=(START, None), annex=(START, None))
    assert len(list(annexes([clinic]))) == 1


def test_a_specialist_is_certified_where_and_while_it_was_told(register: Register) -> None:
    clinic, other = a_facility(), a_facility(OTHER_BIN)
    told = ToldCertificate(DOCTOR, BIN, "1", "KZ-77", ANAESTHESIOLOGY, START, UNTIL)
    record_certificates([told], source="test", by="test", at=AT)
    doctor = find_person(DOCTOR)
    assert doctor is not None
    days = (START - DAY, START, UNTIL - DAY, UNTIL)
    assert [is_certified_on(clinic, doctor.id, ANAESTHESIOLOGY, day) for day in days] == [False, True, True, False]
    assert not is_certified_on(other, doctor.id, ANAESTHESIOLOGY, START)
    assert [found.number for found in certificates([clinic, other])] == ["KZ-77"]
    assert DOCTOR.digits not in repr(list(certificates([clinic])))


def test_a_contract_ends_with_its_year(register: Register) -> None:
    clinic = a_facility()
    year = (date(2025, 1, 1), date(2026, 1, 1))
    told = [ToldContract(BIN, "1", package, "dental", "7-25", *year) for package in ("guaranteed", "insurance")]
    assert record_contracts(told, source="test", by="test", at=AT) == Recorded(2)
    found = list(contracts([clinic]))
    assert {contract.package for contract in found} == {"guaranteed", "insurance"}
    assert [found[0].in_force_on(day) for day in (year[0], year[1] - DAY, year[1])] == [True, True, False]


def test_what_is_told_again_changes_nothing_whoever_tells_it(register: Register) -> None:
    for source in ("one", "another"):
        record_facilities([told_facility()], source=source, by="test", at=AT)
    assert Entry.objects.count() == 1


def test_a_clinic_that_was_changed_past_the_journal_is_found(register: Register) -> None:
    clinic = a_facility()
    license_facility(term=EVER, annex=(START, UNTIL))
    license_facility(term=(START, None), annex=(START, None))
    assert (list(damage()), list(changed_statements())) == ([], [])
    entry = Entry.objects.order_by("number").last()
    assert entry is not None
    with connection.cursor() as cursor:
        cursor.execute("UPDATE registry_licenceannex SET activity = 'surgery' WHERE withdrawn_id IS NULL")
    assert list(changed_statements()) == [entry.number]
    with connection.cursor() as cursor:
        cursor.execute("UPDATE registry_facilitydescription SET name = 'Басқа'")
    assert list(changed_statements()) == [1, entry.number]
    assert has_annex_on(clinic, "surgery", START)


def test_many_places_of_one_organisation_are_told_apart(register: Register) -> None:
    told = [
        ToldFacility(BIN, str(place), f"Ақ тіс {place}", "Астана", "710000000", funding="paid_only")
        for place in range(3)
    ]
    assert record_facilities(told, source="test", by="test", at=AT) == Recorded(3)
    assert {found.place for found in all_facilities()} == {"0", "1", "2"}
    assert {found.funding for found in all_facilities()} == {"paid_only"}
