"""One marked number goes in by every channel and every command that takes a number, rightly and wrongly typed; then it
is looked for in everything that came out: answers, headers, addresses, logs, error texts, letters, names and contents
of files. It is found nowhere, except in the field that somebody mistyped it into."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator
from datetime import date
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from saqta.access.demo_identity import demo_proof, make_demo_provider
from saqta.access.records import person as person_named
from saqta.orders.actions import Wanted, place_order
from saqta.orders.mailing import post_letters
from saqta.orders.notifying import deliver, signing_key
from saqta.orders.signing import Signing
from saqta.orders.working import Worker
from saqta.registry.queries import find_person
from tests.channels import browsing
from tests.channels.command_line import Outcome, saqta
from tests.channels.over_http import Reply, asked
from tests.databases import status_channels
from tests.databases.conftest import Register
from tests.databases.ordering import AT, BOOK, settle, signing, somebody
from tests.databases.status_channels import CHANNELS, Case, Doors

MARKED = somebody(7)
WRONG = MARKED.digits[:-1] + str((int(MARKED.digits[-1]) + 1) % 10)
FORM = "application/x-www-form-urlencoded"
TRACE = MARKED.digits[:11]
"""Eleven digits: the twelfth follows from them, so whoever has these has the number, and a wrong one shows as well."""


class Ear:
    """Hears everything that leaves: it looks at what goes by and changes nothing."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, str]] = []

    def over_http(self, *words: Any, **more: Any) -> Reply:
        reply = asked(*words, **more)
        body = "" if reply.headers.get("content-type") == "application/pdf" else reply.text
        self.heard.append((f"{words[1]} {words[2]}", f"{words[2]} {json.dumps(reply.headers)} {body}"))
        return reply

    def at_the_terminal(self, *words: object) -> Outcome:
        outcome = saqta(*words)
        self.heard.append((f"saqta {words[0]}", outcome.out + outcome.err))
        return outcome


@pytest.fixture
def ear(monkeypatch: pytest.MonkeyPatch) -> Ear:
    made = Ear()
    for module in (status_channels, browsing):
        monkeypatch.setattr(module, "asked", made.over_http)
    monkeypatch.setattr(status_channels, "saqta", made.at_the_terminal)
    return made


@pytest.fixture
def doors(register: Register) -> Iterator[Doors]:
    settle(MARKED)
    make_demo_provider(register.home, register.home / "identity.json")
    yield (made := Doors(register))
    made.close()


def commands(iin: str, folder: Path) -> list[tuple[object, ...]]:
    """Every command that takes the number of a person."""
    need = folder / "need.json"
    need.write_text("{}")
    day = AT.date()
    return [
        ("status", "--iin", iin, "--on", day), ("status", "--iin", iin, "--on", day, "--json"),
        ("why", "--iin", iin, "--on", day), ("history", "--iin", iin),
        ("entitlement", "--iin", iin, "--service", "dental.extraction", "--on", day),
        ("law", "compare", "--on", date(2025, 12, 31), "--on", day, "--iin", iin),
        ("people", "show", "--iin", iin), ("orders", "prove", "--iin", iin), ("id", iin), ("id", iin, "--json"),
        ("status", "--iin", f"{iin}0", "--on", day), ("why", "--iin", iin, "--on", "yesterday"),
    ]  # fmt: skip


def an_order_that_tells_everybody(person: Case, ear: Ear) -> None:
    """One that fails at first, and then is told of by letter and to a program."""
    wanted = Wanted(consents=True, tell=("https://clinic.example/told", "mailto:aigerim@example.kz"), language="ru")
    who = person_named(person.person)
    place_order(person.person, wanted, key="a marked order", evidence="test", book=BOOK, by=who, at=AT)

    def out_of_order() -> Signing:
        raise ConnectionError(f"nobody signs for {MARKED.digits}")

    for signs in (out_of_order, signing):
        Worker(BOOK, signs, "https://saqta.example").work(AT.replace(second=2 if signs is signing else 0))

    def sent(address: str, body: bytes, headers: dict[str, str]) -> int:
        ear.heard.append(("program", f"{address} {body!r} {headers}"))
        return 410

    assert deliver(signing_key(bytes(64)), sent, at=AT.replace(minute=5)) == 1
    letters: list[tuple[str, str]] = []

    def posted(letter: EmailMessage) -> None:
        letters.append(("letter", letter.as_string() + letter.get_content()))

    post_letters(posted, "saqta@example.kz", "https://saqta.kz", at=AT.replace(minute=6))
    assert len(letters) == 1
    ear.heard += letters


def wrongly_typed(doors: Doors, ear: Ear) -> None:
    """Refused everywhere, and repeated nowhere; a page leaves the field as it was filled in."""
    application, digits = doors.served.application, MARKED.digits
    for path in ("/ru/status/", "/widget/kk/", "/en/orders/prove/"):
        reply = asked(application, "POST", path, body=f"iin={WRONG}".encode(), media=FORM)
        field = f'value="{WRONG}"'
        assert field in reply.text or path != "/ru/status/"
        ear.heard.append((path, f"{reply.headers} {reply.text.replace(field, '')}"))
    for body in ({"iin": WRONG}, {"iin": int(digits)}, {"iin": digits, digits: 1}, [digits]):
        ear.over_http(application, "POST", "/api/v1/status", body=body)
    proof = f"Bearer {demo_proof(doors.register.home, MARKED, AT)}"
    ear.over_http(application, "POST", "/api/v1/orders", body={"consent": digits}, authorization=proof)
    ear.over_http(application, "POST", "/api/v1/orders", body={}, authorization=f"Bearer {digits}")


@pytest.mark.parametrize("register", ["sqlite"], indirect=True)
def test_a_marked_number_is_found_nowhere_but_where_somebody_may_see_it(
    doors: Doors,
    register: Register,
    ear: Ear,
    caplog: pytest.LogCaptureFixture,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    caplog.set_level(logging.DEBUG)
    person = find_person(MARKED)
    assert person is not None
    case = Case(MARKED, person.id, AT.date())
    ask: Callable[[Doors, Case], object]
    for ask in CHANNELS.values():
        ask(doors, case)
    wrongly_typed(doors, ear)
    an_order_that_tells_everybody(case, ear)
    for number in (MARKED.digits, WRONG):
        for words in commands(number, tmp_path_factory.mktemp("typed")):
            ear.at_the_terminal(*words)
    doors.served.follow()

    assert len(ear.heard) > 40
    assert any(f"•{MARKED.digits[-4:]}" in said for _, said in ear.heard)  # the desk shows the end of it
    assert {what for what, said in ear.heard if TRACE in said} == set()
    assert TRACE not in caplog.text
    left = [path for path in register.home.rglob("*") if path.is_file()]
    assert len(left) > 5
    assert [path.name for path in left if TRACE in path.name or TRACE.encode() in path.read_bytes()] == []
