"""A clinic's doctor works with plans at the terminal; the parents' document is checked there as well."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from saqta.basis.text import LANGUAGES
from saqta.care.queries import plan_behind
from saqta.care.records import Complication, SessionReport, TreatedTooth
from saqta.channels.cli import plans
from saqta.channels.cli.schemas import schema
from saqta.journal.models import Read
from tests.channels.command_line import saqta
from tests.databases.care_samples import AGAIN, AT, CHILD, PLAN, START, decided, document, register_child_and_clinic
from tests.databases.clinic_samples import BIN
from tests.databases.conftest import Register

SOON = START - timedelta(minutes=5)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """Sets the clock of the terminal."""

    def set_to(moment: datetime) -> None:
        monkeypatch.setattr(plans, "now", lambda: moment)

    set_to(AT)
    return set_to


@pytest.fixture
def written(tmp_path: Path) -> Callable[[object], Path]:
    def write(told: object) -> Path:
        path = tmp_path / "told.json"
        path.write_bytes(msgspec.json.encode(told))
        return path

    return write


Clock = Callable[[datetime], None]
Written = Callable[[object], Path]


def test_a_plan_from_the_filing_to_what_was_done(
    register: Register, clock: Clock, written: Written, tmp_path: Path
) -> None:
    register_child_and_clinic()
    assert saqta("plans", "file", written(document()), "--lang", "en").out.startswith("Plan No. 1, version 1: ")
    link = saqta("plans", "link", 1, "--qr", tmp_path / "link.svg", "--json").document["link"]
    secret = link.rsplit("/", 2)[1]
    assert plan_behind(secret) == 1
    assert (tmp_path / "link.svg").read_text().startswith("<svg")
    checked = saqta("plans", "check", 1, "--json").document
    assert checked["blocking"] == ["written-consent", "informed-consent", "examined-again"]
    decided(1, secret=secret, language="kk")
    clock(SOON)
    refused = saqta("plans", "go-ahead", 1, "--lang", "en")
    assert refused.status == 2
    assert "It must not go ahead" in refused.err
    assert saqta("plans", "note", 1, written(AGAIN)).status == 0
    assert saqta("plans", "check", 1, "--lang", "en").out.startswith("The law lets it go ahead.")
    assert saqta("plans", "go-ahead", 1, "--json").document["state"] == "cleared"
    clock(START)
    assert saqta("plans", "start", 1, "--json").document["state"] == "started"
    clock(START + timedelta(hours=1))
    vomited = Complication("vomiting", START + timedelta(minutes=50))
    assert saqta("plans", "complication", 1, written(vomited), "--lang", "en").out == "Written down.\n"
    arrest = Complication("cardiac_arrest", START + timedelta(minutes=55))
    told = SessionReport((TreatedTooth(54, "extraction"),), 60, (arrest,))
    assert saqta("plans", "session", 1, written(told), "--json").document == {"incidents": [1]}
    assert [found["code"] for found in saqta("plans", "incidents", "--json").document] == ["cardiac_arrest"]
    whole = saqta("plans", "show", 1, "--json").document
    assert [step["verb"] for step in whole["steps"]][-3:] == ["report", "report", "finish"]
    assert [found["code"] for found in whole["session"]["complications"]] == ["vomiting", "cardiac_arrest"]
    assert saqta("verify", "--json").document["sound"] is False  # nobody has followed the journal here
    assert {found["what"] for found in saqta("verify", "--json").document["findings"]} == {"behind"}


def test_a_document_that_was_signed_is_told_from_one_that_was_not(
    register: Register, clock: Clock, written: Written, tmp_path: Path
) -> None:
    register_child_and_clinic()
    saqta("plans", "file", written(document()))
    assert saqta("plans", "consent", 1, "--to", tmp_path / "signed.pdf").status == 2
    decided(1)
    signed = tmp_path / "signed.pdf"
    assert saqta("plans", "consent", 1, "--to", signed).status == 0
    assert saqta("plans", "verify", signed, "--lang", "en").out.endswith("it stands.\n")
    changed = msgspec.structs.replace(PLAN, minutes_planned=120)
    assert saqta("plans", "change", 1, written(changed), "--version", 1).status == 0
    assert saqta("plans", "verify", signed, "--json").document["stands"] is False
    signed.write_bytes(signed.read_bytes() + b"\n")
    assert saqta("plans", "verify", signed).status == 2
    assert saqta("plans", "verify", tmp_path / "nothing.pdf").status == 2


def test_who_looks_at_a_plan_stands_in_the_list_of_the_child(
    register: Register, clock: Clock, written: Written
) -> None:
    register_child_and_clinic()
    saqta("plans", "file", written(document()))
    assert not Read.objects.exists()
    saqta("plans", "show", 1)
    saqta("plans", "check", 1)
    assert list(Read.objects.values_list("purpose", flat=True)) == ["anaesthesia-plan"] * 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_at_the_terminal_tells_whose_plan_it_is(
    register: Register, clock: Clock, written: Written, language: str
) -> None:
    register_child_and_clinic()
    said = [
        saqta("plans", "file", written(document()), "--lang", language),
        saqta("plans", "override", 1, "--demand", "examined-again", "--physician", "Байжанов", "--reason", "Так"),
        saqta("plans", "show", 1, "--lang", language),
        saqta("plans", "show", 1, "--json"),
        saqta("plans", "check", 1, "--lang", language),
        saqta("plans", "list", "--bin", BIN.digits, "--place", "1", "--lang", language),
        saqta("plans", "withdraw", 1, "--reason", "Простуда", "--lang", language),
    ]
    assert [found.status for found in said] == [0] * len(said)
    assert not any(CHILD.digits in found.out + found.err for found in said)


WRONGS: dict[str, tuple[tuple[object, ...], str]] = {
    "no such plan": (("show", 7), "unknown-plan"),
    "no number": (("show", "x"), "number"),
    "no such clinic": (("list", "--bin", "150340000003", "--place", "1"), "unknown-clinic"),
    "no consent to withdraw": (("withdrawal", 1), "step-not-possible"),
    "a demand that is met": (
        ("override", 1, "--demand", "licence-annex", "--physician", "Байжанов", "--reason", "Так"),
        "nothing-to-override",
    ),
    "no session to report of": (("start", 1), "step-not-possible"),
}


@pytest.mark.parametrize(("words", "code"), WRONGS.values(), ids=WRONGS)
def test_what_cannot_be_is_refused(
    register: Register, clock: Clock, written: Written, words: tuple[object, ...], code: str
) -> None:
    register_child_and_clinic()
    saqta("plans", "file", written(document()))
    refused = saqta("plans", *words, "--json")
    assert refused.status == 2
    assert [fault["code"] for fault in msgspec.json.decode(refused.err)["errors"]] == [code]


UNREADABLE = {
    "a moment without its zone": ("planned_at", "2025-12-10T09:00:00", "$.plan.planned_at"),
    "an unknown kind": ("kind", "local", "$.plan.kind"),
    "too long a text": ("indication", "а" * 1001, "$.plan.indication"),
    "a diagnosis in words": ("diagnosis", "кариес", "$.plan.diagnosis"),
}


@pytest.mark.parametrize(("field", "value", "where"), UNREADABLE.values(), ids=UNREADABLE)
def test_a_plan_is_read_strictly(
    register: Register, clock: Clock, written: Written, field: str, value: str, where: str
) -> None:
    told = msgspec.to_builtins(document())
    told["plan"][field] = value
    refused = saqta("plans", "file", written(told), "--json")
    assert refused.status == 2
    assert [fault["where"] for fault in msgspec.json.decode(refused.err)["errors"]] == [where]
    assert value not in refused.err


def test_the_published_schema_demands_what_the_reader_demands() -> None:
    assert "iin" in str(schema("anaesthesia-plan")["$defs"]["PlanDocument"]["required"])
