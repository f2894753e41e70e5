"""People and the bot: a real process over real HTTP, killed in the middle, in three languages."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from django.conf import settings

from saqta.access.records import person as person_named
from saqta.basis.identifiers import Iin
from saqta.channels.clock import now, today
from saqta.coverage.demo import PEOPLE
from saqta.law.book import load
from saqta.notices.actions import approve_notice, draft_notice
from saqta.notices.shipped import shipped
from saqta.orders.actions import Wanted, answer_consent, place_order
from saqta.orders.working import Worker
from saqta.oversight.models import Complaint
from saqta.registry.queries import _numbers, find_person
from tests.databases.conftest import use
from tests.databases.ordering import signing
from tests.databases.telegram.bot_api import BotApi, Chat, Shown
from tests.databases.telegram.conftest import Start

WORKS = PEOPLE[0].number
VERDICTS = {
    "kk": ("Сақтандырылған", "Неліктен", "бап"),
    "ru": ("Застрахован", "Почему", "ст."),
    "en": ("Insured", "Why", "art."),
}
SUBSCRIBERS = 12
DIES = """
import os, signal, sys
from saqta.channels.cli.main import main
from saqta.channels.telegram.memory import Memory
keep, when = Memory.keep, sys.argv[1]
def dies(memory, chat, at):
    sent = memory.chat(chat.number, at).conversation.complaint and not chat.conversation.complaint
    if when == "after" or not sent:
        keep(memory, chat, at)
    if sent:
        os.kill(os.getpid(), signal.SIGKILL)
Memory.keep = dies
sys.exit(main(sys.argv[2:]))
"""
"""The bot, killed before or after it remembers that a complaint was taken."""


def work_in(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on this process writes into the register of the bot."""
    use(f"sqlite:///{home / 'saqta.sqlite3'}")
    monkeypatch.setattr(settings, "SAQTA_KEYS", home / "keys")
    _numbers.cache_clear()


def publish(key: str) -> None:
    """An editor writes an announcement, another one approves it."""
    says = msgspec.structs.replace(shipped()[0].says, key=key, since=today(), until=None, provisions=())
    draft_notice(says, book=load(), by="system-user:a", at=now())
    approve_notice(key, by="system-user:b", at=now())


def test_people_ask_the_bot_is_killed_and_everything_goes_on(
    api: BotApi, start: Start, home: Path, log: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    work_in(home, monkeypatch)
    bot = start()
    people = {language: api.chat(number, language) for number, language in enumerate(VERDICTS, start=1)}
    for chat in people.values():
        a_status_is_told_and_the_number_deleted(api, chat)
    a_number_put_into_an_old_message_is_deleted_and_one_too_old_is_spoken_of(api, people["ru"])
    telegram_says_wait_and_is_believed(api, people["en"])
    question = the_questionnaire_comes_to_its_second_question(api, people["ru"])
    readers = [api.chat(number) for number in range(100, 100 + SUBSCRIBERS)]
    for reader in readers:
        api.writes(reader, "/announcements")
        api.sees(reader, lambda one: one.from_bot)
        api.presses(reader, "🔔")
        api.sees(reader, lambda one: len(one.from_bot) == 2)
    readers[3].blocked = True
    an_order_that_ended_is_told_of(api, people["kk"])
    publish("first-told")
    told_of(api, readers, at_least=3)

    bot.send_signal(signal.SIGKILL)
    bot.wait()
    api.presses(people["ru"], "не знаю", question)
    start()
    the_questionnaire_goes_on_to_its_answer(api, people["ru"], question)
    everybody_was_told_once_but_for_one_who_may_not_have_been(api, readers)

    assert "Traceback" not in log()
    for chat in people.values():
        assert not any(WORKS in message.text for message in chat.from_bot)
    kept = b"".join(file.read_bytes() for file in home.rglob("*") if file.is_file())
    assert WORKS.encode() not in kept
    assert WORKS not in log()


def chats_in(home: Path) -> int:
    """How many chats the bot remembers."""
    with closing(sqlite3.connect(home / "telegram.sqlite3")) as memory:
        return int(memory.execute("SELECT count(*) FROM chats").fetchone()[0])


def a_status_is_told_and_the_number_deleted(api: BotApi, chat: Chat) -> None:
    verdict, why, article = VERDICTS[chat.language]
    api.writes(chat, "/start")
    api.answered(chat, "Saqta")
    api.writes(chat, "/status")
    api.answered(chat, "12")
    typed = api.writes(chat, f" {WORKS[:6]} {WORKS[6:]}")
    card = api.answered(chat, verdict)
    assert typed.deleted
    assert len(re.findall("✅ .*20|❌ .*20", card.text)) == 12
    api.presses(chat, why)
    assert article in api.answered(chat, "⚖").text


def a_number_put_into_an_old_message_is_deleted_and_one_too_old_is_spoken_of(api: BotApi, chat: Chat) -> None:
    said = api.writes(chat, "/call")
    api.answered(chat, "1406")
    api.writes(chat, f"ИИН {WORKS}", edited=said)
    api.waits(lambda: said.deleted)
    api.sees(chat, lambda one: "✅ Застрахован" in one.from_bot[-1].text)
    old = api.writes(chat, WORKS, hours_ago=49)
    api.answered(chat, "Удалите его, пожалуйста, сами")
    api.sees(chat, lambda one: "✅ Застрахован" in one.from_bot[-1].text)
    assert not old.deleted


def telegram_says_wait_and_is_believed(api: BotApi, chat: Chat) -> None:
    """That nothing is sent before the time is up, the server itself looks at."""
    api.throttle(chat, 1, 1)
    api.writes(chat, "/call")
    api.answered(chat, "1406")


def the_questionnaire_comes_to_its_second_question(api: BotApi, chat: Chat) -> Shown:
    api.writes(chat, "удалить молочный зуб")
    api.answered(chat, "Возможно")
    api.presses(chat, "Удаление молочного зуба")
    first: Shown = api.answered(chat, "Вопрос 1")
    api.writes(chat, "12.04.1980")
    return api.sees(chat, lambda one: one.from_bot[-1] is not first and one.from_bot[-1])  # type: ignore[no-any-return]  # what is seen


def the_questionnaire_goes_on_to_its_answer(api: BotApi, chat: Chat, question: Shown) -> None:
    assert "Вопрос 2" in question.text
    api.sees(chat, lambda _: "Вопрос 3" in question.text or "Ответ на" in question.text)
    while "Вопрос" in question.text:
        before = question.edits
        api.presses(chat, "не знаю", question)
        api.sees(chat, lambda _, before=before: question.edits > before)
    api.presses(chat, "Мои ответы", question)
    assert "12 апреля 1980" in api.answered(chat, "Что вы ответили").text.replace("\N{NO-BREAK SPACE}", " ")
    api.presses(chat, "Почему", question)
    api.answered(chat, "⚖")


def an_order_that_ended_is_told_of(api: BotApi, chat: Chat) -> None:
    """The order itself names the chat, by the address that the bot told."""
    api.writes(chat, "/certificate")
    (address,) = re.findall(r"tg:\d+", api.answered(chat, "tg:").text)
    person = find_person(Iin.parse(WORKS))
    assert person is not None
    wanted = Wanted(tell=(address,), language="kk")
    placed = place_order(
        person.id, wanted, key="first-order", evidence="test", book=load(), by=person_named(person.id), at=now()
    )
    answer_consent(placed.order.id, given=False, evidence="test", by=person_named(person.id), at=now())
    assert Worker(load(), signing, "https://saqta.example").work(now()) == 1
    told = api.answered(chat, str(placed.order.id))
    assert WORKS not in told.text


def told_of(api: BotApi, readers: list[Chat], at_least: int) -> None:
    api.waits(lambda: sum(map(times_told, readers)) >= at_least, "announcements")


def times_told(reader: Chat) -> int:
    return sum("Говорят:" in message.text for message in reader.from_bot)


def everybody_was_told_once_but_for_one_who_may_not_have_been(api: BotApi, readers: list[Chat]) -> None:
    """Whoever was being told when the bot was killed is not told again: nobody knows whether the message arrived."""
    told_of(api, readers, at_least=SUBSCRIBERS - 2)
    publish("told-afterwards")
    told_of(api, readers, at_least=2 * SUBSCRIBERS - 4)
    api.waits(lambda: sum(times_told(reader) == 2 for reader in readers) >= SUBSCRIBERS - 2)
    assert times_told(readers[3]) == 0
    assert max(map(times_told, readers)) == 2


def test_a_complaint_is_taken_once_and_its_number_told_whenever_the_bot_is_killed(
    api: BotApi, start: Start, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once between taking and remembering it, once between remembering and saying."""
    work_in(home, monkeypatch)
    chat = api.chat(9)
    dying = start(program=("-c", DIES, "before"))
    api.writes(chat, "/complain")
    api.answered(chat, "О какой клинике")
    api.writes(chat, "Улыбка плюс")
    api.sees(chat, lambda one: any("Улыбка плюс" in key["text"] for row in one.from_bot[-1].buttons for key in row))
    api.presses(chat, "Улыбка плюс")
    api.answered(chat, "О чём жалоба")
    api.presses(chat, "наркоз")
    api.answered(chat, "Что произошло")
    api.writes(chat, "Вчера ребёнку лечили зуб под наркозом без анестезиолога.")
    api.answered(chat, "Как вас зовут")
    api.presses(chat, "Не называть себя")
    api.answered(chat, "Отправить эту жалобу?")
    api.presses(chat, "Отправить")
    assert dying.wait(60) == -signal.SIGKILL
    assert start(program=("-c", DIES, "after")).wait(60) == -signal.SIGKILL
    start()
    told = api.answered(chat, "принята под номером")
    assert Complaint.objects.get().reference in told.text
    assert sum("принята под номером" in message.text for message in chat.from_bot) == 1


def test_one_bot_for_one_token_and_updates_over_a_webhook_from_telegram_alone(
    api: BotApi, start: Start, home: Path, tmp_path: Path, log: Callable[[], str]
) -> None:
    first = start()
    api.waits(api.is_polled)
    same_place = start()
    assert same_place.wait(60) == 2
    assert "A bot runs here already" in log()

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    api.posts_to("127.0.0.1", port)
    elsewhere = Path(shutil.copytree(home, tmp_path / "elsewhere"))
    second = start(at=elsewhere)
    assert first.wait(60) == 1
    assert "Another bot with the same token" in log()
    os.kill(second.pid, signal.SIGTERM)
    assert second.wait(60) == 0

    start("--webhook", "--port", str(port), SAQTA_TELEGRAM_WEBHOOK="https://saqta.example/telegram/updates")
    chat = api.chat(7)
    api.writes(chat, "/start")
    api.answered(chat, "Saqta")
    forged = {
        "update_id": 1,
        "message": {"message_id": 1, "date": 1, "chat": {"id": 7, "type": "private"}, "text": "a"},
    }
    for secret in (None, "", "f" * 64, "é"):
        assert api.post(forged, secret) == 401
    api.writes(chat, WORKS)
    assert "✅ Застрахован" in api.answered(chat, "Застрахован").text
    assert chats_in(home) == 1
    api.stops_the_bot(chat)
    api.waits(lambda: chats_in(home) == 0)
    assert "Traceback" not in log()
