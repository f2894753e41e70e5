"""A clinic is found by its name as people type it, where it is, what is free there, and its card is shown."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from jsonschema import Draft202012Validator

from saqta.basis.identifiers import OrganisationBin
from saqta.channels.cli.schemas import schema
from saqta.clinics.finding import Asked, find
from saqta.coverage.public import PublicBudgets
from saqta.journal.backup import back_up, restore
from saqta.law.book import load
from saqta.registry.clinic_actions import record_contracts, record_facilities
from saqta.registry.clinic_records import Position, ToldContract, ToldFacility
from saqta.registry.clinic_search import WIDENING_KM, metres_between
from saqta.registry.models import KnownWord, NameWord
from saqta.registry.statements import changed_statements
from tests.channels.command_line import saqta
from tests.channels.over_http import asked as ask_over_http
from tests.databases.clinic_samples import AT, license_facility
from tests.databases.conftest import EmptyRegisters, Register
from tests.databases.test_answers_over_http import GENEROUS, Server
from tests.rooms.ledger.payment_samples import invented_bin

BOOK = load()
ON = date(2025, 10, 5)
ALMATY, ASTANA = "750000000", "710000000"
CENTRE = Position(43_238_949, 76_889_709)
NAMES = ("Ақ інжу балалар стоматологиясы", "Стоматология Улыбка", "Улыбка плюс", "Dental Studio Nurly", "Мерей")


def bin_of(number: int) -> OrganisationBin:
    return OrganisationBin.parse(invented_bin(500 + 10 * number))


@pytest.fixture
def filled(register: Register) -> Register:
    """Five clinics one kilometre after another north of a point; the last is in Astana, and nobody knows where."""
    told = [
        ToldFacility(
            bin_of(number),
            "1",
            name,
            "Абай, 1",
            ALMATY if number < 4 else ASTANA,
            Position(CENTRE.latitude + 9_000 * number, CENTRE.longitude) if number < 4 else None,
            "paid_only" if number == 3 else None,
        )
        for number, name in enumerate(NAMES)
    ]
    record_facilities(told, source="test", by="test", at=AT)
    year = (date(2025, 1, 1), date(2026, 1, 1))
    contracts = [
        ToldContract(bin_of(0), "1", "insurance", "dental", "1", *year),
        ToldContract(bin_of(2), "1", "guaranteed", "ambulance", "1", *year),
        ToldContract(bin_of(4), "1", "insurance", "dental", "1", *year),
    ]
    record_contracts(contracts, source="test", by="test", at=AT)
    return register


def names(**asked: object) -> list[str]:
    return [clinic.name for clinic in find(Asked(ON, **asked), BOOK).clinics]  # type: ignore[arg-type]  # as listed


@pytest.mark.parametrize(
    "typed",
    [
        "Ақ інжу",
        "ак инжу",
        "акинжу",
        "Aq inzhu",
        "АҚ ІНЖУ БАЛАЛАР",
        "инжу стоматология",
        "ак инжю",
        "fr by;e",
    ],
)
def test_a_name_is_found_however_it_is_typed(filled: Register, typed: str) -> None:
    assert NAMES[0] in names(text=typed)[:1]


def test_the_name_that_says_just_what_was_typed_comes_first(filled: Register) -> None:
    assert names(text="улыбка") == ["Улыбка плюс", "Стоматология Улыбка"]
    assert names(text="улыпка") == ["Улыбка плюс", "Стоматология Улыбка"]
    assert names(text="улыбка плюс") == ["Улыбка плюс"]
    assert names(text="стоматология")[0] == "Стоматология Улыбка"


def test_words_that_no_name_has_are_told_of_and_do_not_hide_the_rest(filled: Register) -> None:
    found = find(Asked(ON, "Улыбка Караганда"), BOOK)
    assert (found.unheard, len(found.clinics)) == (True, 2)
    assert find(Asked(ON, "бегемот"), BOOK).clinics == ()


def test_a_number_of_an_organisation_finds_its_places(filled: Register) -> None:
    assert names(text=bin_of(3).digits) == [NAMES[3]]
    assert names(text=invented_bin(77)) == []


def test_a_region_holds_the_places_inside_it(filled: Register) -> None:
    assert len(names(region=ALMATY)) == 4
    assert names(region=ASTANA) == ["Мерей"]
    assert names(region="751110000") == []


def test_a_service_is_found_where_the_fund_buys_its_kind_of_care_on_that_day(filled: Register) -> None:
    assert set(names(service="dental.extraction")) == {NAMES[0], NAMES[4]}
    assert names(service="dental.extraction", region=ASTANA) == [NAMES[4]]
    assert find(Asked(date(2026, 1, 1), service="dental.extraction"), BOOK).clinics == ()
    assert set(names(contract=True)) == {NAMES[0], NAMES[2], NAMES[4]}
    assert set(names(contract=False)) == {NAMES[1], NAMES[3]}


def test_whether_there_is_a_contract_is_said_only_where_it_is_known(filled: Register) -> None:
    said = {clinic.name: clinic.contract for clinic in find(Asked(ON), BOOK).clinics}
    assert said == dict(zip(NAMES, ("held", "unknown", "held", "paid_only", "held"), strict=True))


def test_the_nearest_come_first_and_those_nowhere_on_the_map_not_at_all(filled: Register) -> None:
    found = find(Asked(ON, near=CENTRE), BOOK).clinics
    assert [clinic.name for clinic in found] == list(NAMES[:4])
    assert [clinic.metres for clinic in found] == [0, 1001, 2002, 3002]
    assert names(near=CENTRE, text="улыбка") == [NAMES[1], NAMES[2]]
    far = Position(51_000_000, 52_000_000)
    assert names(near=far, limit=2) == [NAMES[3], NAMES[2]]


def test_the_widest_circle_reaches_across_the_country() -> None:
    corners = (Position(40_500_000, 46_400_000), Position(55_500_000, 87_400_000))
    assert metres_between(*corners) < WIDENING_KM[-1] * 1000


def test_that_there_are_more_is_said(filled: Register) -> None:
    found = find(Asked(ON, limit=4), BOOK)
    assert (len(found.clinics), found.more) == (4, True)
    whole = find(Asked(ON, limit=5), BOOK)
    assert (len(whole.clinics), whole.more) == (5, False)


@pytest.mark.parametrize("into", ["sqlite", "postgresql"])
def test_a_copy_of_the_register_finds_the_same_clinics(
    filled: Register, tmp_path: Path, empty_registers: EmptyRegisters, into: str
) -> None:
    license_facility((date(2020, 1, 1), None), (date(2024, 1, 1), None), provider=bin_of(0))
    before = [find(asked, BOOK) for asked in (Asked(ON, "ак инжу"), Asked(ON, near=CENTRE), Asked(ON, contract=True))]
    back_up(tmp_path / "copy")
    empty_registers(into)
    assert names(text="ак инжу") == []
    restore(tmp_path / "copy")
    after = [find(asked, BOOK) for asked in (Asked(ON, "ак инжу"), Asked(ON, near=CENTRE), Asked(ON, contract=True))]
    assert after == before
    assert list(changed_statements()) == []


def test_a_clinic_that_is_called_otherwise_is_no_longer_found_by_its_old_name(filled: Register) -> None:
    told = ToldFacility(bin_of(1), "1", "Мерей Улыбка", "Абай, 1", ALMATY)
    record_facilities([told], source="test", by="test", at=AT)
    assert names(text="стоматология улыбка") == []
    assert set(names(text="мерей")) == {"Мерей", "Мерей Улыбка"}
    counted = dict(KnownWord.objects.filter(facilities__gt=0).values_list("word", "facilities"))
    rows = list(NameWord.objects.values_list("word", flat=True))
    assert counted == {word: rows.count(word) for word in rows}


@pytest.mark.parametrize(
    ("words", "place"),
    [
        (("--region", "990000000"), "region"),
        (("--service", "dental.magic"), "service"),
        (("--service", "dental.implants"), "service"),
        (("--near", "76.889709,43.238949"), "--near"),
        (("--limit", "51"), "--limit"),
        (("150340999800",), "text"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_its_place(filled: Register, words: tuple[str, ...], place: str) -> None:
    refused = saqta("clinics", "find", *words, "--json")
    assert (refused.status, refused.out) == (2, "")
    assert json.loads(refused.err)["errors"][0]["where"] == place


def test_clinics_are_found_and_shown_at_the_command_line(filled: Register, tmp_path: Path) -> None:
    license_facility((date(2020, 1, 1), None), (date(2024, 1, 1), None), provider=bin_of(0))
    found = saqta("clinics", "find", "ак", "инжу", "--near", "43.238949,76.889709", "--on", str(ON), "--json").document
    assert list(Draft202012Validator(schema("clinics-found")).iter_errors(found)) == []
    identifier = found["clinics"][0]["id"]
    poster = tmp_path / "poster.svg"
    shown = saqta(
        *("clinics", "show", identifier, "--on", str(ON), "--json"),
        "--poster",
        poster,
        "--site",
        "https://saqta.example",
    ).document
    assert list(Draft202012Validator(schema("clinic")).iter_errors(shown)) == []
    assert (shown["anaesthesia"], shown["bin"], shown["inspections"]) == ("yes", bin_of(0).digits, [])
    assert {service["code"] for service in shown["care"][0]["services"]} >= {"dental.extraction"}
    assert f"https://saqta.example/clinics/{identifier}/" in poster.read_text()
    for language, silence in (("ru", "не значит"), ("kk", "білдірмейді"), ("en", "not mean")):
        said = saqta("clinics", "show", identifier, "--on", str(ON), "--lang", language).out
        assert NAMES[0] in said
        assert silence in " ".join(said.split())


@pytest.mark.parametrize("identifier", ["0192a000-0000-7000-8000-000000000007", "7"])
def test_a_clinic_that_is_not_there_is_refused(filled: Register, identifier: str) -> None:
    assert saqta("clinics", "show", identifier).status == 2


def test_clinics_are_found_and_shown_over_http(filled: Register) -> None:
    served = Server(filled.home, PublicBudgets(*GENEROUS))
    found = ask_over_http(
        served.application, "GET", "/api/v1/clinics?words=%D0%B0%D0%BA%20%D0%B8%D0%BD%D0%B6%D1%83&limit=1"
    )
    assert (found.status, found.document["clinics"][0]["name"]) == (200, NAMES[0])
    identifier = found.document["clinics"][0]["id"]
    card = ask_over_http(served.application, "GET", f"/api/v1/clinics/{identifier}?on=2025-10-05")
    assert (card.status, card.document["name"]) == (200, NAMES[0])
    assert card.document["unknown"]
    for path, status in (
        (f"/api/v1/clinics/{UUID(int=7)}", 422),
        ("/api/v1/clinics/7", 422),
        ("/api/v1/clinics/", 404),
        ("/api/v1/clinics/{id}", 404),
        ("/api/v1/nothing", 404),
        ("/api/v1/clinics?near=1,2", 422),
        ("/api/v1/clinics?contract=maybe", 422),
        ("/api/v1/clinics?limit=0", 422),
        ("/api/v1/clinics?owner=x", 422),
    ):
        assert ask_over_http(served.application, "GET", path).status == status, path
    assert ask_over_http(served.application, "POST", f"/api/v1/clinics/{identifier}", body={}).status == 405
    served.reads.close()
    served.budgets.close()
