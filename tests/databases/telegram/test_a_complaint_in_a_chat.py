"""Complaining in a chat: about a clinic that is named, in words, sent by a press; kept in the register alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.conf import settings

from saqta.access.budgets import Budgets, read_budgets
from saqta.channels.telegram.cards import messages
from saqta.channels.telegram.incoming import Delete, Incoming
from saqta.channels.telegram.memory import LIFE, Memory
from saqta.channels.telegram.talk import Talk
from saqta.clinics.demo import make_demo_clinics
from saqta.coverage.demo import PEOPLE
from saqta.coverage.public import PublicBudgets, PublicDesk
from saqta.journal.models import Entry
from saqta.journal.reads import Reads
from saqta.law.book import load
from saqta.oversight.models import Complaint
from saqta.oversight.queries import find_complaint
from tests.databases.conftest import Register
from tests.databases.test_answers_over_http import AT

pytestmark = pytest.mark.parametrize("register", ["sqlite"], indirect=True)
WORDS = "Вчера ребёнку лечили зуб под наркозом без анестезиолога."


class Person:
    """Somebody in front of a telephone; the bot has no network and needs none."""

    def __init__(self, home: Register) -> None:
        keys = settings.SAQTA_KEYS.read_bytes()
        self.budgets, named = Budgets(home.home / "budgets", keys), read_budgets(settings.SAQTA_BUDGETS)
        self.reads, self.memory = Reads(settings.SAQTA_READS), Memory(home.home / "telegram.sqlite3", keys)
        allowed = PublicBudgets(named["unproven-address"], named["number"], named["everybody"])
        desk = PublicDesk(load(), self.budgets, allowed, self.reads)
        self._talk, self._updates, self.at = Talk(self.memory, desk, self.budgets, lambda: AT), 0, AT
        self.said: list[str] = []
        self.buttons: dict[str, str] = {}
        self.deleted = 0

    def writes(self, text: str) -> str:
        return self._does(Incoming(self._updates, 7, message=self._updates, text=text, spoken="ru"))

    def presses(self, words: str) -> str:
        press = next(press for shown, press in self.buttons.items() if words in shown)
        return self._does(Incoming(self._updates, 7, message=self._updates, press=press, query="1"))

    def handed_out_again(self) -> None:
        """What is done next comes by the update that came last."""
        self._updates -= 1

    def _does(self, came: Incoming) -> str:
        self._updates += 1
        reply = self._talk.reply(came, self.at)
        self.deleted = sum(isinstance(act, Delete) for act in reply.acts)
        shown = [
            part for act in reply.acts if not isinstance(act, Delete) for part in messages(act.card, reply.language)
        ]
        self.buttons = {words: press for part in shown for row in part.buttons for words, press, _ in row}
        return "\n".join(part.html for part in shown)


@pytest.fixture
def person(register: Register) -> Iterator[Person]:
    make_demo_clinics(AT.date(), at=AT)
    yield (made := Person(register))
    made.memory.close()
    made.reads.close()
    made.budgets.close()


def told_as_far_as_the_name(person: Person) -> None:
    person.writes("/complain")
    person.writes("Улыбка плюс")
    assert "Улыбка плюс" in person.presses("Улыбка плюс")
    person.presses("наркоз")
    assert "не может быть пустой" in person.writes("Плохо")
    assert "Как вас зовут" in person.writes(WORDS)


def test_a_complaint_is_about_a_named_clinic_never_empty_and_goes_by_a_press(person: Person) -> None:
    told_as_far_as_the_name(person)
    shown = person.writes("Әсел, +7 701 123 45 67")
    assert WORDS in shown
    assert Complaint.objects.count() == 0
    taken = person.presses("Отправить")
    (row,) = Complaint.objects.all()
    assert row.reference in taken
    found = find_complaint(row.id)
    assert found is not None
    record, account = found
    assert (record.topic, record.anonymous) == ("anaesthesia", False)
    assert account is not None
    assert (account.words, account.contact) == (WORDS, "Әсел, +7 701 123 45 67")
    assert Entry.objects.filter(verb="record-complaint").count() == 1
    assert person.memory.chat(7, AT).conversation.complaint is None
    person.buttons = {"Отправить": "send"}
    assert "уже закончен" in person.presses("Отправить")
    assert Complaint.objects.count() == 1


def test_whoever_is_not_named_is_told_what_that_means(person: Person) -> None:
    told_as_far_as_the_name(person)
    assert "проверку не назначают" in person.presses("Не называть себя")
    person.presses("Отправить")
    assert Complaint.objects.get().anonymous


def test_a_complaint_that_was_taken_and_not_remembered_is_the_same_when_it_is_sent_again(person: Person) -> None:
    """As it is after a kill between the two, or a database that takes it and does not come to say so."""
    told_as_far_as_the_name(person)
    person.writes("Әсел, +7 701 123 45 67")
    told = person.memory.chat(7, AT)
    taken = person.presses("Отправить")
    person.memory.keep(told, AT)
    person.buttons = {"Отправить": "send"}
    assert person.presses("Отправить") == taken
    assert Complaint.objects.get().reference in taken
    told_as_far_as_the_name(person)
    person.writes("Әсел, +7 701 123 45 67")
    assert person.presses("Отправить") != taken
    assert Complaint.objects.count() == 2


def test_the_number_of_a_complaint_is_told_again_when_the_same_update_is_handed_out_again(person: Person) -> None:
    """As it is after a kill between remembering and saying."""
    told_as_far_as_the_name(person)
    person.presses("Не называть себя")
    taken = person.presses("Отправить")
    person.handed_out_again()
    person.buttons = {"Отправить": "send"}
    assert person.presses("Отправить") == taken
    assert Complaint.objects.get().reference in taken


def test_a_number_in_a_complaint_is_deleted_and_not_asked_about(person: Person, register: Register) -> None:
    told_as_far_as_the_name(person)
    shown = person.writes(f"Мой ИИН {PEOPLE[0].number}")
    assert person.deleted == 1
    assert "не нужен" in shown
    assert "Застрахован" not in shown


def test_what_was_told_is_sealed_in_the_memory_and_forgotten_after_a_day(person: Person, register: Register) -> None:
    told_as_far_as_the_name(person)
    kept = b"".join(path.read_bytes() for path in register.home.glob("telegram.sqlite3*"))
    assert WORDS.encode() not in kept
    assert person.memory.chat(7, AT + LIFE).conversation.complaint is not None
    assert person.memory.chat(7, AT + LIFE + timedelta(seconds=1)).conversation.complaint is None
    person.memory.forget_old(AT + LIFE + timedelta(seconds=1))
    assert person.memory.chat(7, AT).conversation.complaint is None


def test_a_chat_that_floods_the_bot_waits_and_its_numbers_are_deleted_all_the_same(person: Person) -> None:
    while "слишком много" not in person.writes("/call"):
        assert person._updates < 100
    assert "слишком много" in person.writes(PEOPLE[0].number)
    assert person.deleted == 1


def test_whoever_asked_about_ten_numbers_waits_for_the_next_and_for_nothing_else(person: Person) -> None:
    """The budget of an account is that of an address without a proof of work, apart from that of its messages."""
    numbers = [one.number for one in PEOPLE][:5] * 2
    assert not any("слишком много" in person.writes(number) for number in numbers)
    assert "слишком много" in person.writes(PEOPLE[6].number)
    assert "1406" in person.writes("/call")


def test_buttons_of_nobody_lead_to_the_menu_and_nowhere_else(person: Person) -> None:
    person.writes("/start")
    for press in (
        "send",
        "topic:x",
        "complain:zz",
        "pick:a:b:c",
        "service:no.such",
        "law:x",
        "track:",
        "x",
        "n",
        "-",
        "unified",
    ):
        person.buttons = {"x": press}
        assert "закончен" in person.presses("x"), press
