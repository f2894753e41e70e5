"""Every channel that tells somebody's status, as a table of small readers: each asks about one person on one day and
reads from what came back the verdict, the ground and what was cited. A new channel is one function and one line here.

Strangers are told no ground and are cited the law that everybody's status rests on that day; whoever may see the
person's data is told the ground and cited its provisions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from html import unescape
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple
from urllib.parse import urlencode
from uuid import UUID

import msgspec
import pypdfium2

from saqta.access.citizens import start_session
from saqta.access.permissions import Role
from saqta.access.records import person as person_named
from saqta.basis.identifiers import Iin
from saqta.basis.text import listed
from saqta.channels.egov.application import Gateway
from saqta.channels.telegram.incoming import Incoming
from saqta.channels.telegram.memory import Memory
from saqta.channels.telegram.passes import sealed
from saqta.channels.telegram.talk import Talk
from saqta.coverage.register import facts_of
from saqta.envelopes.senders import Senders
from saqta.envelopes.signatures import OwnKey
from saqta.law.book import load
from saqta.law.shape import provision_label
from saqta.orders.actions import Wanted, place_order
from saqta.orders.gateway import GatewayDesk, Services
from saqta.orders.queries import document_of
from saqta.orders.wording import WORDS
from saqta.orders.working import Worker
from tests.channels.browsing import Browser
from tests.channels.command_line import saqta
from tests.channels.over_http import asked
from tests.databases.conftest import Register
from tests.databases.desk_samples import WorkingPages
from tests.databases.gateway_door import MANY, PORTAL, about, folder_of_keys
from tests.databases.test_answers_over_http import Server
from tests.state_gateway import Answered, question, signed

BOOK = load()
VERDICTS = ("yes", "no", "depends", "undetermined")
_FORM = "application/x-www-form-urlencoded"
Provision = tuple[str, str]


class Told(NamedTuple):
    """What a channel said. None where it says nothing of the kind to those whom it serves."""

    verdict: str
    ground: str | None = None
    to_strangers: frozenset[Provision] | None = None
    to_the_person: frozenset[Provision] | None = None


class Case(NamedTuple):
    """Somebody of the register and a day."""

    iin: Iin
    person: UUID
    on: date

    @property
    def at(self) -> datetime:
        return datetime.combine(self.on, time(6, 30), UTC)


class Unsigned:
    """Whether a document is signed changes nothing of what it says; ``test_certificates`` looks at signatures."""

    def sign(self, document: bytes, *, at: datetime) -> bytes:
        return document


class Doors:
    """One server, one clerk at the desk, one worker and one terminal over one register."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.desk = WorkingPages(register, datetime(2020, 7, 1, 6, tzinfo=UTC))
        self.served: Server = self.desk.served
        self._gateway: Gateway | None = None
        self._adviser: tuple[date, Browser] | None = None

    def on(self, case: Case) -> Server:
        """The server on the day of the case."""
        if self.served.at.date() != case.on:
            self.served.at = case.at
            self.served.followed.set(case.at)
        return self.served

    def gateway(self, case: Case) -> Any:
        """The same server where systems of the State come in."""
        served = self.on(case)
        if self._gateway is None:
            own, senders = OwnKey(folder_of_keys(self.register.home)), Senders.read(self.register.home / "senders")
            desk = GatewayDesk(BOOK, senders, own, Services(), served.budgets, MANY, served.followed.get)
            self._gateway = served.application._behind = Gateway(desk, served.application._behind)
        return served.application

    def adviser(self, case: Case) -> Browser:
        self.on(case)
        if self._adviser is None or self._adviser[0] != case.on:
            self._adviser = case.on, self.desk.worker(Role.ADVISER)
        return self._adviser[1]

    def close(self) -> None:
        self.desk.close()


def web_page(doors: Doors, case: Case) -> Told:
    body = urlencode({"iin": case.iin.digits}).encode()
    page = asked(doors.on(case).application, "POST", "/en/status/", body=body, media=_FORM)
    return Told(_one(r'data-answer="(\w+)"', page.text), to_strangers=_on_page(page.text))


def own_page(doors: Doors, case: Case) -> Told:
    """What somebody reads about themselves."""
    token = start_session(case.person, "test", instead_of="", at=case.at)
    page = asked(doors.on(case).application, "GET", "/en/me/", cookie=f"saqta-person={token}")
    return Told(_one(r'data-answer="(\w+)"', page.text), to_the_person=_on_page(page.text))


def gateway(doors: Doors, case: Case) -> Told:
    """What a system of the State is told of somebody who consented."""
    asked_there = signed(
        question(data=about(case.iin.digits, f"consent of {case.person}"), date=case.at.isoformat()), PORTAL
    )
    application = doors.gateway(case)
    reply = asked(application, "POST", "/egov/sync", body=asked_there, media="text/xml")
    told = Answered(reply.body)
    cited = frozenset((one.get("act"), one.get("provision")) for one in told.all("citation"))
    return Told(told.text("verdict"), to_strangers=cited)


def widget(doors: Doors, case: Case) -> Told:
    body = urlencode({"iin": case.iin.digits}).encode()
    page = asked(
        doors.on(case).application, "POST", "/widget/kk/", body=body, media="application/x-www-form-urlencoded"
    )
    return Told(_one(r'<h1 class="verdict (\w+)"', page.text))


def interface(doors: Doors, case: Case) -> Told:
    reply = asked(doors.on(case).application, "POST", "/api/v1/status", body={"iin": case.iin.digits}).document
    return Told(reply["verdict"], to_strangers=_cited(reply))


def interface_asked_with_facts(doors: Doors, case: Case) -> Told:
    path = f"/api/v1/ask/status?on={case.on}"
    reply = asked(doors.on(case).application, "POST", path, body=_facts(case)).document
    return Told(reply["verdict"], reply["ground"], to_the_person=_cited(reply))


def desk_card(doors: Doors, case: Case) -> Told:
    """Read aloud in two languages, with the names of the provisions beside it."""
    adviser = doors.adviser(case)
    adviser.open("/desk/ru/people/")
    page = adviser.send("/desk/ru/people/", iin=case.iin.digits, purpose="own-call")
    names = re.findall(r'<li><a href="[^"]+" rel="noreferrer">([^<]+)</a></li>', page.text)
    title = _one(r'<h2 class="\w+">([^<]+)</h2>', page.text)
    return Told(_titled(title), to_strangers=frozenset(_by_name()[unescape(name)] for name in names))


def bot(doors: Doors, case: Case) -> Told:
    """Typed into a chat, and the law asked for by the button under the answer."""
    served = doors.on(case)
    chat, memory = case.person.int % 10**12, Memory(doors.register.home / "telegram.sqlite3", b"k" * 64)
    talk = Talk(memory, served.desk, served.budgets, served.followed.get)
    said = talk.reply(Incoming(1, chat, text=case.iin.digits, spoken="ru"), served.at)
    card = said.acts[-1].card  # type: ignore[union-attr]  # after the deletion comes the answer
    law = talk.reply(Incoming(2, chat, press=card.buttons[0][0].press, query="1"), served.at)
    text = "\n".join(line.text.ru for line in law.acts[-1].card.lines)  # type: ignore[union-attr]  # the same
    memory.close()
    return Told(_titled(card.lines[0].text.ru), to_strangers=_weighed(text))


def frame_in_telegram(doors: Doors, case: Case) -> Told:
    served = doors.on(case)
    body = urlencode({"iin": case.iin.digits, "pass": sealed(case.person.int % 10**12, served.at)}).encode()
    page = asked(served.application, "POST", "/telegram/ru/", body=body, media=_FORM)
    return Told(_titled(_one("<h1>([^<]+)</h1>", page.text)), to_strangers=_weighed(unescape(page.text)))


def certificate(doors: Doors, case: Case) -> Told:
    """Ordered, worked on, and read back from the document."""
    who, key = person_named(case.person), f"case of {case.on}"
    placed = place_order(case.person, Wanted(consents=True), key=key, evidence="test", book=BOOK, by=who, at=case.at)
    Worker(BOOK, Unsigned, "https://saqta.example").work(case.at)  # type: ignore[arg-type]  # see Unsigned
    document = document_of(placed.order.id, case.person)
    assert document is not None
    pages = pypdfium2.PdfDocument(document)
    text = " ".join("\n".join(page.get_textpage().get_text_range() for page in pages).split())
    patterns = {verdict: WORDS[f"verdict-{verdict}"].ru.split("{on}") for verdict in VERDICTS}
    (verdict,) = (
        found
        for found, (before, after) in patterns.items()
        if re.search(rf"(?<![\w(]){re.escape(before)}\d+ \w+ \d+ года{re.escape(after)}", text)
    )
    listed_there = _one(rf"{re.escape(WORDS['law'].ru)} (.*?) ?sha256:", text)
    cited = frozenset((act, name) for act, _, name in (one.partition(" ") for one in listed_there.split("; ") if one))
    return Told(verdict, to_strangers=cited)


def terminal(doors: Doors, case: Case) -> Told:
    """One row of the register."""
    reply = saqta("status", "--iin", case.iin.digits, "--on", case.on, "--json").document
    return Told(reply["verdict"], reply["ground"])


def terminal_asked_why(doors: Doors, case: Case) -> Told:
    reply = saqta("why", "--iin", case.iin.digits, "--on", case.on, "--json").document
    return Told(reply["verdict"], reply["ground"], to_the_person=_cited(reply))


def terminal_asked_with_facts(doors: Doors, case: Case) -> Told:
    path: Path = doors.register.home / "facts.json"
    path.write_bytes(msgspec.json.encode(_facts(case)))
    reply = saqta("status", "--facts", path, "--on", case.on, "--json").document
    return Told(reply["verdict"], reply["ground"], to_the_person=_cited(reply))


CHANNELS: Mapping[str, Callable[[Doors, Case], Told]] = MappingProxyType(
    {
        "web page": web_page,
        "widget": widget,
        "own page": own_page,
        "gateway": gateway,
        "interface": interface,
        "interface, asked with facts": interface_asked_with_facts,
        "desk card": desk_card,
        "bot": bot,
        "frame in Telegram": frame_in_telegram,
        "certificate": certificate,
        "terminal": terminal,
        "terminal, asked why": terminal_asked_why,
        "terminal, asked with facts": terminal_asked_with_facts,
    }
)


def _one(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    assert found is not None, pattern
    return unescape(found[1]).strip()


def _titled(title: str) -> str:
    """The verdict of a card in Russian, with or without a sign before it."""
    said = {
        "Застрахован": "yes",
        "Не застрахован": "no",
        "Данных не хватает": "depends",
        "Сказать нельзя": "undetermined",
    }
    return said[title.lstrip("✅❌❔ ")]


def _weighed(text: str) -> frozenset[Provision]:
    """The provisions of a card in Telegram."""
    return frozenset(_by_name()[name] for name in re.findall(r"⚖ ([^;]+); (?:редакция|официальный)", text))


def _cited(reply: Any) -> frozenset[Provision]:
    return frozenset((one["act"], one["provision"]) for one in reply["citations"])


def _facts(case: Case) -> Any:
    ((_, facts),) = facts_of([case.person], BOOK)
    return msgspec.to_builtins(facts)


def _on_page(html: str) -> frozenset[Provision]:
    """The list of the law on a page."""
    listed_there = re.search(r'<ul class="law">(.*?)</ul>', html, re.DOTALL)
    assert listed_there is not None
    found = re.findall(r'href="/en/law/([^/"]+)/\?on=[-0-9]+(?:#([^"]+))?"', listed_there[1])
    return frozenset(map(_by_anchor, found))


def _by_anchor(found: tuple[str, str]) -> Provision:
    act, anchor = found
    return act, provision_label(anchor).en if anchor else ""


@cache
def _by_name() -> Mapping[str, Provision]:
    """Each provision by its name in Russian, as the staff reads it."""
    return {
        listed([act.short_title, label]).ru: (act.id, label.en)
        for act in map(BOOK.act, BOOK.act_ids)
        for label in (provision_label(provision.path) for provision in act.provisions)
    }
