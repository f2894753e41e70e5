"""The catalogue of care services: read strictly, named in three languages, one field at a time."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import pytest

from saqta.basis.text import Text
from saqta.law.book import DATA, Book, BrokenLaw, NoSuchEntry, load
from saqta.law.lint import (
    a_name_means_one_service,
    dental_help_stands_among_dental_services,
    services_are_filed_under_their_field,
    unverified,
)
from saqta.law.services import CARE, EverydayNames, Service, Tariff, Teeth

BOOK = load()

NAMED_BY_THE_FUND = (
    "dental.caries-treatment",
    "dental.pulpitis-treatment",
    "dental.canal-reopening",
    "dental.extraction",
    "dental.periodontitis-treatment",
    "dental.abscess-opening",
    "dental.frenulum-plasty",
    "dental.periodontal-pocket-sanation",
    "dental.fissure-sealing",
    "dental.remineralisation",
    "dental.myotherapy",
    "dental.orthodontist-consultation",
    "dental.orthodontic-plate",
    "dental.orthodontic-correction",
    "dental.orthodontic-examination",
    "dental.impressions",
    "dental.selective-grinding",
    "dental.orthopantomogram",
)
NEVER_IN_A_PACKAGE = ("dental.braces", "dental.implants", "dental.prosthetics", "dental.whitening")


def test_everything_the_fund_named_for_children_stands_in_the_catalogue() -> None:
    for code in NAMED_BY_THE_FUND:
        assert BOOK.service(code).care in {"dental", "dental_prevention", "orthodontics"}
    for code in NEVER_IN_A_PACKAGE:
        assert BOOK.service(code).care == "dental_not_covered"


def test_every_kind_of_care_can_be_asked_about() -> None:
    assert {service.care for service in BOOK.services.values()} == set(CARE)
    assert len(BOOK.services) >= 250


def test_the_help_of_an_acute_toothache_is_urgent_and_prevention_is_planned() -> None:
    assert BOOK.service("dental.acute-pain").form == "urgent"
    assert {service.form for service in BOOK.services.values() if service.care == "dental_prevention"} == {"planned"}


@pytest.mark.parametrize("code", ["dental.teleportation", "caries-treatment", "", "dental", "alchemy.gold"])
def test_a_service_that_is_not_there_is_said_not_to_be_there(code: str) -> None:
    with pytest.raises(NoSuchEntry):
        BOOK.service(code)


def test_a_question_about_one_service_reads_one_file(tmp_path: Path) -> None:
    folder = tmp_path / "services"
    folder.mkdir()
    shutil.copy(DATA / "services" / "dental.yaml", folder)
    (folder / "broken.yaml").write_text("- code: 1")
    book = Book(tmp_path)
    assert book.service("dental.braces").name.en == "Braces"
    with pytest.raises(BrokenLaw):
        _ = book.services


def test_teeth_are_counted_as_dentists_count_them() -> None:
    assert len(Teeth(dentition="permanent").numbers) == 32
    assert len(Teeth(dentition="primary").numbers) == 20
    assert Teeth(dentition="permanent", only=("14-17", "36")).numbers == {"14", "15", "16", "17", "36"}
    assert len(BOOK.service("dental.fissure-sealing").teeth.numbers) == 16  # type: ignore[union-attr]  # it has teeth


@pytest.mark.parametrize("only", ["19", "56", "17-21", "18-11", "51-55", "1", "a"])
def test_a_tooth_that_nobody_has_is_refused(only: str) -> None:
    with pytest.raises(ValueError, match=r"tooth|range"):
        Teeth(dentition="permanent", only=(only,))


WRONGS: dict[str, dict[str, object]] = {
    "a code of one word": {"code": "caries"},
    "a code in capitals": {"code": "dental.Caries"},
    "an invented kind of care": {"care": "magic"},
    "dental help without a form": {"form": None},
    "another service with a form": {"care": "diagnostics"},
    "a diagnosis in words": {"icd10": ["caries"]},
    "an unknown key": {"price": 5},
    "a name in two languages": {"name": {"ru": "Пломба", "kk": "Пломба"}},
    "no everyday name in Kazakh": {"also": {"ru": ["пломба"], "kk": [], "en": ["filling"]}},
    "a tariff code without its scheme": {"tariff": {"codes": ["D3.1.1"], "verified": False, "source": "x"}},
}


@pytest.mark.parametrize("wrong", WRONGS.values(), ids=WRONGS)
def test_a_service_is_read_strictly(wrong: dict[str, object]) -> None:
    sound = msgspec.to_builtins(BOOK.service("dental.caries-treatment"))
    assert msgspec.convert(sound, Service) == BOOK.service("dental.caries-treatment")
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(sound | wrong, Service)


def test_what_is_not_verified_is_listed_for_a_lawyer() -> None:
    listed = {finding.where for finding in unverified(BOOK)}
    assert {"service dental.prosthetics", "service dental.caries-treatment: tariff"} <= listed
    assert "service dental.braces" not in listed


def test_the_lint_finds_a_service_in_a_wrong_file_and_a_name_used_twice(tmp_path: Path) -> None:
    def service(code: str, name: str, **more: object) -> dict[str, object]:
        plain = Service(
            code=code,
            name=Text(ru=name, kk=f"{name} қ", en=f"{name} e"),
            also=EverydayNames(ru=(f"{name} р",), kk=(f"{name} к",), en=(f"{name} n",)),
            care="diagnostics",
            confidence="high",
            source="a test",
            tariff=Tariff(("C01.001.001",), verified=True, source="a test"),
        )
        built: dict[str, object] = msgspec.to_builtins(plain)
        return built | more

    folder = tmp_path / "services"
    folder.mkdir()
    services = [
        service("diagnostics.ct", "томография"),
        service("diagnostics.mri", "Томография"),
        service("laboratory.blood", "кровь", teeth={"dentition": "any"}),
    ]
    (folder / "diagnostics.yaml").write_bytes(msgspec.yaml.encode(services))
    book = Book(tmp_path)
    assert [found.where for found in services_are_filed_under_their_field(book)] == ["service laboratory.blood"]
    assert [found.text.split(" also names ")[1] for found in a_name_means_one_service(book)] == ["diagnostics.ct"] * 6
    assert [found.where for found in dental_help_stands_among_dental_services(book)] == ["service laboratory.blood"]
