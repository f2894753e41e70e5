"""The public card of a clinic: what is proved and dated, and in words what is not known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from uuid import uuid4

import pytest

from saqta.basis.days import day_text
from saqta.basis.identifiers import OrganisationBin
from saqta.basis.money import Money
from saqta.basis.refusal import Refused
from saqta.basis.text import LANGUAGES
from saqta.oversight import actions
from saqta.oversight.card import ClinicCard, clinic_card
from saqta.oversight.disputing import decide_dispute, file_dispute
from saqta.oversight.measuring import impose_fine, take_urgent_measure
from saqta.oversight.models import Stay
from saqta.oversight.wording import said
from saqta.registry.clinic_actions import record_certificates, record_contracts
from saqta.registry.clinic_records import ToldCertificate, ToldContract
from tests.databases.clinic_samples import ANAESTHESIOLOGY, BIN, DOCTOR, a_facility, license_facility
from tests.databases.clinic_samples import AT as EARLIER
from tests.databases.conftest import Register
from tests.databases.inspection_samples import (
    ALL_IN_ORDER,
    AT,
    BOOK,
    BY,
    MONDAY,
    NO_LICENCE,
    completed,
    move,
    now,
    told,
    under_way,
)
from tests.rooms.ledger.payment_samples import invented_bin

DAY = timedelta(days=1)
LATER = date(2026, 2, 1)


def card(inspection: object, on: date = LATER) -> ClinicCard:
    return clinic_card(now(inspection).facility, on, BOOK)  # type: ignore[arg-type]  # the identifier of an inspection


def test_of_a_clinic_that_nobody_told_of_the_card_says_so_and_never_passed(register: Register) -> None:
    """UX-22"""
    found = clinic_card(a_facility(), LATER, BOOK)
    assert (found.anaesthesia, found.activities, found.inspections, found.measures) == ("not_known", (), (), ())
    assert found.unknown == tuple(
        said(code) for code in ("no-licence-known", "no-contract-known", "no-specialist-known", "no-inspection-known")
    )
    assert found.about_inspections == (said("no-inspection-known"),)
    assert "не значит" in said("no-inspection-known").ru


def test_a_card_says_what_a_clinic_may_do_and_what_is_free_there(register: Register) -> None:
    clinic = a_facility()
    license_facility(term=(date(2020, 1, 1), None), annex=(date(2024, 1, 1), date(2026, 2, 1)))
    year = (date(2026, 1, 1), date(2027, 1, 1))
    record_contracts([ToldContract(BIN, "1", "insurance", "dental", "7", *year)], source="t", by="t", at=EARLIER)
    doctor = ToldCertificate(DOCTOR, BIN, "1", "5", ANAESTHESIOLOGY, date(2024, 1, 1), None)
    record_certificates([doctor], source="t", by="t", at=EARLIER)
    found = clinic_card(clinic, LATER - DAY, BOOK)
    assert (found.anaesthesia, found.activities[0].until) == ("yes", date(2026, 2, 1))
    assert [(care.package, care.code) for care in found.care] == [("insurance", "dental")]
    assert found.specialists == ((BOOK.activities[ANAESTHESIOLOGY].name, 1),)
    assert found.unknown == (said("no-inspection-known"),)
    assert found.region.en == "Almaty"
    assert clinic_card(clinic, LATER, BOOK).anaesthesia == "no"
    assert clinic_card(clinic, date(2025, 12, 31), BOOK).care == ()


def test_an_inspection_under_way_and_its_findings_are_nobodys_business(register: Register) -> None:
    identifier = under_way()
    move(identifier, actions.record_findings, answers=NO_LICENCE)
    found = card(identifier)
    assert (found.inspections, found.measures) == ((), ())
    assert said("no-inspection-known") in found.unknown


def test_a_completed_inspection_is_shown_with_outcome_and_date(register: Register) -> None:
    """UX-22"""
    identifier = completed(ALL_IN_ORDER)
    (found,) = card(identifier).inspections
    assert (found.outcome, found.completed_on, found.disputed) == ("no_violations", MONDAY + DAY, False)
    assert found.ground == BOOK.grounds["prosecutor_demand"].name
    assert card(identifier, MONDAY).inspections == ()
    assert card(identifier).unknown[-1] != said("no-inspection-known")


def test_annulled_results_prove_nothing(register: Register) -> None:
    """UX-22"""
    identifier = completed()
    claim = file_dispute(identifier, told(identifier), kind="claim", measure=None, book=BOOK, by=BY, at=AT)
    (found,) = card(identifier).inspections
    assert (found.outcome, found.disputed) == ("violations", True)
    decide_dispute(identifier, told(identifier), dispute=claim.id, decision="annulled", book=BOOK, by=BY, at=AT)
    (found,) = card(identifier).inspections
    assert (found.outcome, found.disputed) == (None, False)
    stays = Stay.objects.order_by("start").values_list("state", "outcome", "until")
    assert list(stays)[-1] == ("completed", "annulled", None)
    assert found.says == said("results-annulled").fill(day=day_text(MONDAY + DAY))


def test_a_clinic_that_was_stopped_is_shown_as_stopped_until_a_follow_up(register: Register) -> None:
    """UX-22"""
    identifier = under_way()
    move(identifier, actions.record_findings, answers=NO_LICENCE)
    take_urgent_measure(
        identifier,
        told(identifier, document="П-1"),
        kind="suspend_activity",
        mend_by=MONDAY + 30 * DAY,
        book=BOOK,
        by=BY,
        at=AT,
    )
    (found,) = card(identifier).measures
    assert (found.kind, found.state, found.taken_on) == ("suspend_activity", "standing", MONDAY + DAY)
    assert card(identifier, MONDAY).measures == ()
    completed(
        ALL_IN_ORDER,
        facility=now(identifier).facility,
        ground="measure_follow_up",
        follows=identifier,
        on=MONDAY + 10 * DAY,
    )
    (found,) = card(identifier).measures
    assert (found.state, found.ended_on) == ("ended", MONDAY + 11 * DAY)
    assert card(identifier, MONDAY + 10 * DAY).measures[0].state == "standing"
    assert len(card(identifier).about_inspections) == 2


def test_no_sum_reason_or_name_is_on_the_card(register: Register) -> None:
    identifier = completed()
    paper = told(identifier, document="секретный-7")
    impose_fine(identifier, paper, amount=Money.tenge("123456"), book=BOOK, by=BY, at=AT)
    text = "\n".join(_words(card(identifier)))
    assert "прокурора" not in text.replace(BOOK.grounds["prosecutor_demand"].name.ru, "")
    for hidden in ("12345600", "123456", "секретный", "staff:", "aigerim", "not_met", "по требованию"):
        assert hidden not in text
    assert said("measure-fine").ru in text


def test_one_clinic_of_an_organisation_answers_for_itself_alone(register: Register) -> None:
    identifier = completed()
    other = a_facility(OrganisationBin.parse(invented_bin(300)), "2", "Басқа")
    assert clinic_card(other, LATER, BOOK).inspections == ()
    assert len(card(identifier).inspections) == 1


def test_a_clinic_that_nobody_described_has_no_card(register: Register) -> None:
    with pytest.raises(Refused) as refused:
        clinic_card(uuid4(), LATER, BOOK)
    assert refused.value.faults[0].code == "no-such-clinic"


def _words(value: object) -> Iterator[str]:
    """Everything that a record says, however deep."""
    if isinstance(value, tuple):
        for item in value:
            yield from _words(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _words(getattr(value, field.name))
    elif hasattr(value, "in_language"):
        yield from (value.in_language(language) for language in LANGUAGES)
    else:
        yield str(value)
