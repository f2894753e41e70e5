"""Programs ask over HTTP: what they are told, what they are never told, and what is written down about it."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from django.db import connection
from hypothesis import HealthCheck, given
from hypothesis import settings as searching
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from saqta.access.budgets import Budget, Budgets
from saqta.access.identity import Identities
from saqta.basis.codes import PaymentCode
from saqta.basis.identifiers import Iin
from saqta.basis.money import Money
from saqta.basis.month import Month
from saqta.channels.api.application import Interface
from saqta.channels.following import Followed, Following
from saqta.channels.serving import order_budgets
from saqta.coverage.public import PublicBudgets, PublicDesk, WorkAsked
from saqta.coverage.verify import Finding, findings
from saqta.journal.models import Read
from saqta.journal.queries import looks_at
from saqta.journal.reads import Reads, move_reads
from saqta.law.book import load
from saqta.ledger.actions import post_receipts
from saqta.ledger.receipts import Receipt
from saqta.orders.desk import OrdersDesk
from saqta.registry.actions import record_memberships, record_people
from saqta.registry.queries import find_person
from saqta.registry.records import ToldMembership, ToldPerson
from tests.channels.over_http import Reply, asked
from tests.databases.conftest import Register
from tests.rooms.ledger.payment_samples import invented_iin

BOOK = load()
ROOT = Path(__file__).parents[2]
AT = datetime(2025, 10, 5, 6, 30, tzinfo=UTC)
ADULT = Iin.parse(invented_iin(7, date(1985, 5, 20)))
PENSIONER = Iin.parse(invented_iin(11, date(1956, 2, 18)))
NEVER_PAID = Iin.parse(invented_iin(31, date(1993, 4, 12)))
UNKNOWN = Iin.parse(invented_iin(77, date(1993, 4, 12)))
YEAR = [*Month.parse("2024-10").until(Month.parse("2025-10"))]
GENEROUS = (
    Budget.hourly("address", 10**6, 3600 * 10**5),
    Budget.hourly("number", 10**6, 3600 * 10**5),
    Budget.hourly("everybody", 10**7, 10**9),
)


class Server:
    """A server of this process whose clock the test sets."""

    def __init__(self, home: Path, allowed: PublicBudgets, work: WorkAsked | None = None) -> None:
        self.at = AT
        self.folder = home / "reads"
        self.followed = Followed(home / "followed")
        self.reads = Reads(self.folder)
        self.budgets = Budgets(home / "budgets", bytes(32))
        self.desk = PublicDesk(BOOK, self.budgets, allowed, self.reads, work)
        self.orders = OrdersDesk(BOOK, Identities(home / "identity.json"), self.budgets, order_budgets())
        self.application = Interface(
            self.desk, self.followed.get, get_wsgi_application(), self.orders, clock=lambda: self.at
        )
        self.follow()

    def follow(self) -> None:
        Following(BOOK, self.folder, self.followed).look()
        self.followed.set(self.at)

    def status(self, iin: str, **more: str) -> Reply:
        return asked(self.application, "POST", "/api/v1/status", body={"iin": iin}, **more)


@pytest.fixture
def served(register: Register) -> Iterator[Server]:
    for iin in (ADULT, PENSIONER, NEVER_PAID):
        record_people([ToldPerson(iin, citizenship="KZ", residence="permanent")], by="test", at=AT)
    pension = ToldMembership(PENSIONER, "pensioner", date(2019, 8, 18), None)
    record_memberships([pension], source="test", by="test", at=AT)
    pay(YEAR)
    yield (made := Server(register.home, PublicBudgets(*GENEROUS)))
    made.reads.close()
    made.budgets.close()


def pay(months: list[Month]) -> None:
    code, amount = PaymentCode.INSUREE_CONTRIBUTION, Money.tenge("4250.00")
    receipts = [Receipt(ADULT, month, code, amount, date(2025, 10, 3), ADULT) for month in months]
    post_receipts(receipts, by="test", at=AT)


def test_the_public_answer_says_all_it_may_and_nothing_more(served: Server) -> None:
    reply = served.status(ADULT.digits)
    answer = reply.document
    assert reply.status == 200
    assert list(answer) == [
        "question", "on", "verdict", "says", "months", "as_of", "valid_until", "citations", "readings", "law",
    ]  # fmt: skip
    assert (answer["verdict"], answer["on"], answer["valid_until"]) == ("yes", "2025-10-05", "2026-01-01")
    assert answer["as_of"] == "2025-10-05T11:30:00+05:00"
    assert answer["months"] == [{"month": str(month), "paid": True} for month in YEAR]
    assert "Z1500000405 art. 5 para. 3" in {f"{found['act']} {found['provision']}" for found in answer["citations"]}


def test_the_ground_cannot_be_told_from_the_law_that_is_cited(served: Server) -> None:
    """A pensioner, whose months the state pays, and somebody who pays are insured by different articles; the public
    answer names all of them to both."""
    worker, pensioner = served.status(ADULT.digits).document, served.status(PENSIONER.digits).document
    assert (worker["verdict"], pensioner["verdict"]) == ("yes", "yes")
    assert worker["citations"] == pensioner["citations"]
    assert "pensioner" not in json.dumps(pensioner)
    assert worker["months"] == pensioner["months"]


def test_an_unknown_number_and_somebody_who_never_paid_look_alike(served: Server) -> None:
    known, unknown = served.status(NEVER_PAID.digits), served.status(UNKNOWN.digits)
    assert known.document["verdict"] == "no"
    assert unknown == known


def test_a_payment_is_in_the_next_answer_after_one_look_at_the_journal(served: Server) -> None:
    served.at = datetime(2026, 2, 3, tzinfo=UTC)
    assert served.status(ADULT.digits).document["verdict"] == "no"
    pay([*Month.parse("2025-10").until(Month.parse("2026-02"))])
    served.follow()
    assert served.status(ADULT.digits).document["verdict"] == "yes"


def test_somebody_not_yet_born_and_a_day_of_unknown_law_are_undetermined(served: Server) -> None:
    served.at = datetime(2019, 12, 31, tzinfo=UTC)
    assert served.status(ADULT.digits).document["verdict"] == "undetermined"
    served.at = AT
    unborn = invented_iin(5, date(2031, 1, 1))
    answer = served.status(unborn).document
    assert (answer["verdict"], answer["valid_until"]) == ("undetermined", None)


def test_every_look_is_in_the_journal_with_who_and_why(served: Server) -> None:
    for iin in (ADULT.digits, UNKNOWN.digits, ADULT.digits):
        served.status(iin)
    served.follow()
    person = find_person(ADULT)
    assert person is not None
    assert [(read.by, read.purpose, read.at) for read in looks_at(person.id)] == [
        ("public:api", "public-status", AT)
    ] * 2
    assert Read.objects.filter(person=None).count() == 1
    assert list(findings(BOOK, every=1)) == []


def test_a_look_that_cannot_be_written_down_is_not_answered(served: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(served.reads, "write_down", full)
    reply = served.status(ADULT.digits)
    assert reply.status == 503
    assert "verdict" not in reply.document


def test_reads_are_moved_once_whole_lines_only_and_files_of_the_dead_are_removed(served: Server) -> None:
    served.status(ADULT.digits)
    served.reads.close()  # the process ends
    (file,) = served.folder.iterdir()
    with file.open("ab") as stream:
        stream.write(b'["2025-10-05T06:30:00Z",null,"public:api","pub')  # killed in the middle of a line
    assert move_reads(served.folder, at=AT) == 1
    assert move_reads(served.folder, at=AT) == 0
    assert list(served.folder.iterdir()) == []
    assert Read.objects.count() == 1
    served.reads = Reads(served.folder)


def test_a_file_that_somebody_still_writes_to_is_never_removed(served: Server) -> None:
    for _ in range(2):
        served.follow()
        served.status(ADULT.digits)
    served.follow()
    assert [path.suffix for path in served.folder.iterdir()] == [".reads"]
    assert Read.objects.count() == 2


def test_a_forged_read_is_found_out(served: Server) -> None:
    served.status(ADULT.digits)
    served.follow()
    entry = Read.objects.get().entry_id
    Read.objects.create(entry_id=entry, place=1, at=AT, person=None, by="nobody", purpose="none")
    assert list(findings(BOOK, every=1)) == [Finding("reads", entry)]


def test_one_statement_answers_a_question(served: Server, tmp_path: Path) -> None:
    served.status(ADULT.digits)
    raw: Any = connection.connection
    if connection.vendor == "sqlite":
        statements: list[str] = []
        raw.set_trace_callback(statements.append)
        served.status(ADULT.digits)
        raw.set_trace_callback(None)
        assert len(statements) == 1
        return
    trace = tmp_path / "trace"
    with trace.open("wb") as stream:
        raw.pgconn.trace(stream.fileno())
        served.status(ADULT.digits)
        raw.pgconn.untrace()
    sent = [line.split() for line in trace.read_text().splitlines()]
    assert sum(bool({"Execute", "Query"} & set(words)) for words in sent if "F" in words) == 1


@pytest.mark.parametrize(
    ("allowed", "spent"),
    [
        ((Budget.hourly("address", 3, 60), *GENEROUS[1:]), "address"),
        ((GENEROUS[0], Budget.hourly("number", 3, 60), GENEROUS[2]), "number"),
        ((*GENEROUS[:2], Budget.hourly("everybody", 3, 60)), "everybody"),
    ],
)
def test_who_asks_too_often_is_told_when_to_come_back(
    served: Server, tmp_path: Path, allowed: tuple[Budget, Budget, Budget], spent: str
) -> None:
    other = Server(tmp_path / spent, PublicBudgets(*allowed)) if (tmp_path / spent).mkdir() is None else served
    answers = [other.status(ADULT.digits) for _ in range(5)]
    assert [reply.status for reply in answers] == [200, 200, 200, 429, 429]
    assert answers[-1].headers["retry-after"] == "60"
    assert answers[-1].document["retry_after"] == 60
    elsewhere = other.status(PENSIONER.digits, address="198.51.100.9:1")
    assert elsewhere.status == (429 if spent == "everybody" else 200)
    other.at += timedelta(seconds=60)
    assert other.status(ADULT.digits).status == 200


def test_a_household_has_one_budget_however_many_addresses_it_has(served: Server, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    other = Server(tmp_path / "home", PublicBudgets(Budget.hourly("address", 2, 60), *GENEROUS[1:]))
    asked_from = ["[2001:db8:1:2::1]:5", "[2001:db8:1:2:ffff::7]:6", "[2001:db8:1:2::9]:7", "[2001:db8:1:3::1]:5"]
    assert [other.status(ADULT.digits, address=one).status for one in asked_from] == [200, 200, 429, 200]


def test_only_the_proxy_of_the_house_is_believed_about_addresses(served: Server, tmp_path: Path) -> None:
    (tmp_path / "proxy").mkdir()
    other = Server(tmp_path / "proxy", PublicBudgets(Budget.hourly("address", 1, 60), *GENEROUS[1:]))
    liars = [other.status(ADULT.digits, x_forwarded_for=f"198.51.100.{n}").status for n in (1, 2)]
    assert liars == [200, 429]
    other.application._proxy = "192.0.2.9"
    behind = [
        other.status(ADULT.digits, address="192.0.2.9:80", x_forwarded_for=f"203.0.113.5, 198.51.100.{n}").status
        for n in (1, 2, 2)
    ]
    assert behind == [200, 200, 429]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b'{"iin": "' + ADULT.digits[:-1].encode() + b'0"}', "check-digit"),
        (b'{"iin": "' + ADULT.digits.encode() + b'", "on": "2025-01-01"}', "unknown-field"),
        (b'{"iin": ' + ADULT.digits.encode() + b"}", "wrong-type"),
        (b'{"iin": "' + ADULT.digits.encode() + b'", "iin": "850520400000"}', "key-twice"),
        (b'{"iin": "' + ADULT.digits.encode(), "not-json"),
        (b"\xff\xfe", "encoding"),
        (b"", "not-json"),
        (b"[]", "wrong-type"),
    ],
)
def test_a_refusal_says_what_is_wrong_and_never_repeats_the_number(
    served: Server, body: bytes, code: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    reply = asked(served.application, "POST", "/api/v1/status", body=body, accept_language="kk")
    assert reply.status == 422
    assert reply.headers["content-type"] == "application/problem+json"
    assert reply.headers["content-language"] == "kk"
    assert [fault["code"] for fault in reply.document["errors"]] == [code]
    assert ADULT.digits[:6] not in reply.text + caplog.text


@pytest.mark.parametrize(
    ("method", "path", "media", "status"),
    [
        ("GET", "/api/v1/status", "application/json", 405),
        ("DELETE", "/api/v1/openapi.json", "application/json", 405),
        ("GET", "/api/v1/people/850520400000", "application/json", 404),
        ("POST", "/api/v1/status", "text/plain", 415),
        ("POST", "/api/v1/status?iin=850520400000", "application/json", 422),
        ("POST", "/api/v1/ask/status?on=2025-02-30", "application/json", 422),
        ("POST", "/api/v1/ask/status?reading=Q99%3Da", "application/json", 422),
        ("POST", "/api/v1/ask/contributions?month=13", "application/json", 422),
    ],
)
def test_a_question_that_does_not_exist_is_a_problem(
    served: Server, method: str, path: str, media: str, status: int
) -> None:
    reply = asked(served.application, method, path, body=b"{}", media=media)
    assert reply.status == status
    assert reply.document["status"] == status
    assert reply.document["type"].startswith("/api/v1/problems#")
    assert reply.headers["cache-control"] == "no-store"
    assert "850520400000" not in reply.text


def test_a_document_without_end_is_not_read_to_its_end(served: Server) -> None:
    reply = asked(served.application, "POST", "/api/v1/ask/status", body=b" " * 5_000_001)
    assert reply.status == 413


def test_a_database_that_is_gone_is_never_a_no(served: Server, register: Register) -> None:
    served.status(ADULT.digits)
    connection.close()
    good = dict(connection.settings_dict)
    connection.settings_dict |= {"NAME": "/nowhere/at/all", "HOST": "/nowhere"}
    try:
        reply = served.status(ADULT.digits)
    finally:
        connection.settings_dict |= good
    assert reply.status == 503
    assert "no" not in reply.document.values()
    assert served.status(ADULT.digits).status == 200


def test_an_accident_is_logged_by_its_kind_alone(
    served: Server, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ArithmeticError(f"something about {ADULT.digits}")

    monkeypatch.setattr(served.desk, "ask", broken)
    reply = served.status(ADULT.digits)
    assert reply.status == 500
    assert ADULT.digits not in reply.text + caplog.text
    assert "ArithmeticError" in caplog.text


def test_facts_asked_over_http_get_the_answer_of_the_command_line(served: Server, tmp_path: Path) -> None:
    facts = {
        "person": {"birth_date": "1985-05-20", "citizenship": "KZ", "residence": "permanent"},
        "categories": [],
        "payments": [{"month": str(month), "as": "independent", "amount": "4250.00"} for month in YEAR],
    }
    path = tmp_path / "facts.json"
    path.write_text(json.dumps(facts))
    command = [sys.executable, "-m", "saqta", "status", "--facts", path, "--on", "2025-10-05", "--json"]
    typed = subprocess.run(command, capture_output=True, check=True)
    reply = asked(served.application, "POST", "/api/v1/ask/status?on=2025-10-05", body=facts)
    assert reply.status == 200
    assert reply.document == json.loads(typed.stdout)
    due = asked(
        served.application,
        "POST",
        "/api/v1/ask/contributions?month=2026-02",
        body={"categories": [], "unified_payment": False, "income": [{"as": "employee", "amount": "900000.00"}]},
    )
    assert [line["amount"] for line in due.document["lines"]] == ["27000.00", "18000.00"]


def test_free_care_is_asked_about_over_http_from_the_words_to_the_last_question(served: Server) -> None:
    (meant, *_) = asked(served.application, "GET", "/api/v1/services?" + urlencode({"words": "брекеты"})).document
    on = f"service={meant['code']}&on=2025-12-04"
    child = {"person": {"birth_date": "2016-03-01", "citizenship": "KZ", "residence": "permanent"}}
    free = asked(served.application, "POST", f"/api/v1/ask/entitlement?{on}", body=child)
    assert (free.status, free.document["verdict"], free.document["package"]) == (200, "no", "none")
    filling = "service=dental.caries-treatment&on=2025-12-04"
    first = asked(served.application, "POST", f"/api/v1/ask/entitlement/next?{filling}", body={}).document
    assert first["question"]["why"]
    again = f"{filling}&{urlencode({'unknown': first['question']['fact']})}"
    second = asked(served.application, "POST", f"/api/v1/ask/entitlement/next?{again}", body={}).document
    assert second["question"]["fact"] != first["question"]["fact"]
    wrong = asked(served.application, "POST", "/api/v1/ask/entitlement?service=dental.carie-treatment", body={})
    assert wrong.status == 422
    assert "dental.caries-treatment" in wrong.text
    missing = asked(served.application, "POST", "/api/v1/ask/entitlement", body={})
    assert [fault["where"] for fault in missing.document["errors"]] == ["?service"]


def test_a_session_under_anaesthesia_is_judged_over_http(served: Server) -> None:
    path = "/api/v1/ask/anaesthesia?on=2025-12-03"
    session = json.loads((ROOT / "examples" / "child-under-anaesthesia.json").read_text())
    assert asked(served.application, "POST", path, body=session).document["verdict"] == "yes"
    late = asked(served.application, "POST", path, body={**session, "examined_hours_before": 11.98})
    assert (late.status, late.document["verdict"]) == (200, "no")
    assert [step["code"] for step in late.document["next"]] == ["do-examined-in-time"]
    otherwise = asked(
        served.application, "POST", f"{path}&reading=Q37%3Ddeadline", body={**session, "examined_hours_before": 30}
    )
    assert otherwise.document["verdict"] == "yes"
    unborn = asked(served.application, "POST", path, body={**session, "patient": {"birth_date": "2026-01-01"}})
    assert unborn.status == 422
    assert [fault["where"] for fault in unborn.document["errors"]] == ["$.planned_on"]


schemathesis.openapi.format(
    "kz-iin",
    st.integers(0, 9000).map(lambda number: invented_iin(number, date(1950 + number % 70, 3, 1 + number % 28))),
)


@pytest.mark.parametrize("register", ["sqlite"], indirect=True)  # what is asked here is the interface, not the rows
def test_the_description_and_the_server_agree(register: Register) -> None:
    """Requests made from the description get an answer or a refusal that it describes, never an accident."""
    served = Server(register.home, PublicBudgets(*GENEROUS))
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", served.application)

    def strategy() -> Iterator[SearchStrategy[Any]]:
        for operation in schema.get_all_operations():
            yield operation.ok().as_strategy()

    for cases in strategy():

        @searching(max_examples=25, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        @given(case=cases)
        def agrees(case: Any) -> None:
            case.call_and_validate(
                headers={"Content-Type": "application/json"} if case.body else None,
                excluded_checks=[schemathesis.checks.positive_data_acceptance],
            )

        agrees()
    served.reads.close()
    served.budgets.close()


def test_the_description_speaks_three_languages_and_names_every_operation(served: Server) -> None:
    said = {}
    for language in ("ru", "kk", "en"):
        reply = asked(served.application, "GET", "/api/v1/openapi.json", accept_language=language)
        said[language] = reply.document["paths"]["/api/v1/status"]["post"]["summary"]
        assert reply.document["openapi"] == "3.1.0"
    assert len(set(said.values())) == 3
    kinds = asked(served.application, "GET", "/api/v1/problems").document
    assert {kind["status"] for kind in kinds} == {401, 404, 405, 413, 415, 422, 429, 500, 503}
    assert asked(served.application, "HEAD", "/api/v1/health").body == b""
    assert asked(served.application, "GET", "/api/v1/health").document["ready"] is True
