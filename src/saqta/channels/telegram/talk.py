"""What the bot answers: an update of a chat in, what is to be done in that chat out. It knows no network."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

import msgspec

from saqta.access.budgets import Budget, Budgets
from saqta.basis.text import LANGUAGES, Language
from saqta.channels.dental_tracks import TRACKS
from saqta.channels.languages import preferred
from saqta.channels.telegram import (
    about_care,
    about_clinics,
    about_dues,
    about_notices,
    about_status,
    about_teeth,
    complaints,
    menu,
)
from saqta.channels.telegram.asker import Asker
from saqta.channels.telegram.cards import Card, card
from saqta.channels.telegram.conversations import Complaint, Conversation, Expected, Income, Over, Questionnaire
from saqta.channels.telegram.incoming import Act, Delete, Incoming, Replace, Say
from saqta.channels.telegram.memory import Chat, Memory
from saqta.channels.telegram.wording.menu import COMMANDS, MENU
from saqta.channels.telegram.wording.others import NOTICES
from saqta.channels.telegram.wording.status import STATUS
from saqta.coverage.public import PublicDesk
from saqta.oversight.records import LONGEST_CONTACT

EACH_CHAT = Budget.hourly("chat", 60, 1200)
"""Messages and buttons: a person in a hurry never meets it, a program that floods the bot does."""


class Reply(NamedTuple):
    """What is to be done in a chat, one after another, and the language to do it in."""

    language: Language
    acts: tuple[Act, ...]


class Turn(NamedTuple):
    """A chat after an update, and what is to be done in it."""

    chat: Chat
    acts: tuple[Act, ...]


class Talk:
    """Answers chats. Everything is done by one thread: what it asks and what it remembers has one connection each."""

    def __init__(self, memory: Memory, desk: PublicDesk, budgets: Budgets, followed: Callable[[], datetime]) -> None:
        self._memory, self._desk, self._budgets, self._followed = memory, desk, budgets, followed
        self._presses: Mapping[str, Callable[[Chat, Asker, int, list[str]], Turn]] = {
            "menu": self._menu,
            "language": self._language,
            "law": self._law,
            "service": self._service,
            "pick": self._pick,
            "ticked": self._ticked,
            "ask": self._ask_again,
            "go": self._go_on,
            "answer": self._answer,
            "why": self._why,
            "given": self._given,
            "track": self._track,
            "income": self._income,
            "unified": self._unified,
            "why-dues": self._why_dues,
            "clinic": self._clinic,
            "complain": self._complain,
            "topic": self._topic,
            "unnamed": self._unnamed,
            "send": self._send,
            "n": self._notice,
            "tell": self._tell,
        }

    def reply(self, came: Incoming, at: datetime) -> Reply:
        """What to do about an update. What was asked and answered is remembered before anything is said."""
        chat = self._memory.chat(came.chat, at)
        language = chat.language or preferred(came.spoken)
        if came.stopped:
            self._memory.forget(came.chat)
            return Reply(language, ())
        asker = Asker(came.chat, at, self._followed(), self._desk, came.update)
        spent = self._budgets.spend(at, self._budgets.of(EACH_CHAT, asker.address))
        if spent is not None:
            too_often = Say(card(MENU["too_often"].fill(seconds=str(spent.seconds))))
            return Reply(language, (*_deletions(came), too_often))
        turn = self._pressed(chat, asker, came) if came.press else self._written(chat, asker, came)
        known = turn.chat._replace(language=turn.chat.language or language)
        self._memory.keep(known, at)
        return Reply(known.language or language, turn.acts)

    def sorry(self, came: Incoming) -> Reply:
        """What is done about an update that met an accident of ours: a number is deleted all the same."""
        language = preferred(came.spoken)
        return Reply(language, (*_deletions(came), Say(card(MENU["accident"]))))

    def _written(self, chat: Chat, asker: Asker, came: Incoming) -> Turn:
        numbers = about_status.numbers_in(came.text)
        if numbers and chat.conversation.expects in ("words", "contact"):
            return Turn(chat, (*_deletions(came), Say(complaints.no_numbers())))
        if numbers:
            told = about_status.answer(numbers, asker)
            return Turn(_expecting(chat, None), (*_deletions(came), Say(told)))
        if came.position is not None:
            found = about_clinics.search("", came.position, asker.on, asker.book)
            return Turn(_expecting(chat, "clinic"), (Say(found),))
        words = came.text.strip()
        if words.startswith("/"):
            return self._commanded(chat, asker, words[1:].partition(" ")[0].partition("@")[0])
        match chat.conversation.expects:
            case "number" if any(letter.isdigit() for letter in words):
                # Nearly a number may be somebody's, with a slip in it.
                return Turn(chat, (_deletion(came.message), Say(about_status.wrong_number(words))))
            case "answer":
                return self._typed_answer(chat, asker, words)
            case "income":
                return self._typed_sum(chat, asker, words)
            case "clinic":
                return Turn(chat, (Say(about_clinics.search(words, None, asker.on, asker.book)),))
            case "complained":
                found = about_clinics.search(words, None, asker.on, asker.book, "complain")
                return Turn(chat, (Say(found),))
            case "words" | "contact":
                return self._told_more(chat, words)
        if not words:
            return Turn(chat, (Say(menu.menu(MENU["not_understood"])),))
        return Turn(_expecting(chat, "care"), (Say(about_care.search(words, asker.book)),))

    def _commanded(self, chat: Chat, asker: Asker, name: str) -> Turn:
        if name == "start":
            return Turn(chat, (Say(menu.menu(MENU["greeting"])),))
        return self._menu(chat, asker, 0, [COMMANDS.get(name, "start")])

    def _pressed(self, chat: Chat, asker: Asker, came: Incoming) -> Turn:
        """A button of ours that no longer leads anywhere says so; what nobody of us made does the same."""
        action, *words = came.press.split(":")
        try:
            return self._presses[action](chat, asker, came.message, words)
        except about_care.NotAnAnswer as fault:
            return Turn(chat, (Say(card(fault.text)),))
        except (Over, ValueError, LookupError):
            return Turn(chat, (Say(menu.menu(MENU["too_old"])),))

    def _menu(self, chat: Chat, asker: Asker, _message: int, words: list[str]) -> Turn:
        shown: dict[str, tuple[Expected | None, Callable[[], Card]]] = {
            "start": (None, menu.menu),
            "status": ("number", about_status.ask_number),
            "free": ("care", lambda: about_care.ask_words(asker.book)),
            "teeth": (None, about_teeth.teeth),
            "dues": (None, about_dues.ask_kind),
            "clinics": ("clinic", about_clinics.ask_clinic),
            "notices": (None, lambda: about_notices.notices(asker.on, asker.at, subscribed=chat.announcements)),
            "complain": ("complained", complaints.ask_clinic),
            "call": (None, menu.calling),
            "orders": (None, lambda: menu.orders(chat.number)),
            "language": (None, menu.languages),
        }
        expects, made = shown[words[0]] if words[0] in shown else shown["start"]
        return Turn(_expecting(chat, expects), (Say(made()),))

    def _language(self, chat: Chat, _asker: Asker, message: int, words: list[str]) -> Turn:
        chosen = next((language for language in LANGUAGES if language == words[0]), None)
        if chosen is None:
            raise Over
        return Turn(chat._replace(language=chosen), (Replace(menu.menu(MENU["greeting"]), message),))

    def _law(self, chat: Chat, asker: Asker, _message: int, words: list[str]) -> Turn:
        return Turn(chat, (Say(about_status.why(date.fromisoformat(words[0]), asker.book)),))

    def _service(self, chat: Chat, asker: Asker, message: int, words: list[str]) -> Turn:
        asker.book.service(words[0])
        return _asked(chat, about_care.begin(words[0], asker), message)

    def _pick(self, chat: Chat, asker: Asker, message: int, words: list[str]) -> Turn:
        care = _same_round(chat, words[0])
        return _asked(chat, about_care.chosen(care, words[1], words[2], asker), message)

    def _ticked(self, chat: Chat, asker: Asker, message: int, words: list[str]) -> Turn:
        care = _same_round(chat, words[0])
        return _asked(chat, about_care.all_ticked(care, words[1], asker), message)

    def _ask_again(self, chat: Chat, asker: Asker, message: int, words: list[str]) -> Turn:
        care = _same_round(chat, words[0])
        return _asked(chat, about_care.again(care, words[1], asker.book), message)

    def _go_on(self, chat: Chat, asker: Asker, message: int, words: list[str]) -> Turn:
        care = _same_round(chat, words[0])
        return _asked(chat, about_care.go_on(care, asker), message)

    def _answer(self, chat: Chat, asker: Asker, message: int, words: list[str]) -> Turn:
        care = _same_round(chat, words[0])
        return _asked(chat, about_care.answer(care, asker), message)

    def _why(self, chat: Chat, asker: Asker, _message: int, words: list[str]) -> Turn:
        care = _same_round(chat, words[0])
        return Turn(chat, (Say(about_care.why(care, asker.book)),))

    def _given(self, chat: Chat, asker: Asker, _message: int, words: list[str]) -> Turn:
        care = _same_round(chat, words[0])
        return Turn(chat, (Say(about_care.given(care, asker.book)),))

    def _typed_answer(self, chat: Chat, asker: Asker, words: str) -> Turn:
        care = chat.conversation.care
        if care is None:
            return Turn(_expecting(chat, None), (Say(menu.menu(MENU["too_old"])),))
        try:
            care, shown = about_care.typed(care, words, asker)
        except about_care.NotAnAnswer as fault:
            return Turn(chat, (Say(card(fault.text)),))
        return Turn(_in_round(chat, care), (Say(shown),))

    def _track(self, chat: Chat, asker: Asker, message: int, words: list[str]) -> Turn:
        if words[0] not in TRACKS:
            raise Over
        return Turn(chat, (Replace(about_teeth.track(words[0], asker.book), message),))

    def _income(self, chat: Chat, asker: Asker, message: int, words: list[str]) -> Turn:
        if words[0] not in about_dues.KINDS:
            raise Over
        income = Income(words[0])
        if words[0] in about_dues.WITHOUT_A_SUM:
            shown = about_dues.answer(income, asker.on, asker.book)
            return Turn(_paying(chat, income, None), (Replace(shown, message),))
        if words[0] == "employee":
            return Turn(_paying(chat, income, None), (Replace(about_dues.ask_unified(), message),))
        return Turn(_paying(chat, income, "income"), (Replace(about_dues.ask_sum(), message),))

    def _unified(self, chat: Chat, _asker: Asker, message: int, words: list[str]) -> Turn:
        income = Income("employee", unified=about_dues.UNIFIED[words[0]])
        return Turn(_paying(chat, income, "income"), (Replace(about_dues.ask_sum(), message),))

    def _typed_sum(self, chat: Chat, asker: Asker, words: str) -> Turn:
        income, amount = chat.conversation.income, about_dues.typed_sum(words)
        if income is None or amount is None:
            return Turn(chat, (Say(about_dues.wrong_sum()),))
        told = msgspec.structs.replace(income, amount=amount)
        return Turn(_paying(chat, told, None), (Say(about_dues.answer(told, asker.on, asker.book)),))

    def _why_dues(self, chat: Chat, asker: Asker, _message: int, _words: list[str]) -> Turn:
        income = chat.conversation.income
        if income is None or (income.amount is None and income.kind not in about_dues.WITHOUT_A_SUM):
            raise Over
        return Turn(chat, (Say(about_dues.why(income, asker.on, asker.book)),))

    def _clinic(self, chat: Chat, asker: Asker, _message: int, words: list[str]) -> Turn:
        return Turn(chat, (Say(about_clinics.shown(UUID(words[0]), asker.on, asker.book)),))

    def _complain(self, chat: Chat, asker: Asker, _message: int, words: list[str]) -> Turn:
        complaint = complaints.begin(words[0])
        return Turn(_complaining(chat, complaint, None), (Say(complaints.ask_topic(complaint, asker.on, asker.book)),))

    def _topic(self, chat: Chat, _asker: Asker, message: int, words: list[str]) -> Turn:
        complaint = _complaint(chat)
        told = msgspec.structs.replace(complaint, topic=complaints.topic(words[0]))
        return Turn(_complaining(chat, told, "words"), (Replace(complaints.ask_account(), message),))

    def _told_more(self, chat: Chat, words: str) -> Turn:
        complaint = _complaint(chat)
        if chat.conversation.expects == "words":
            if (fault := complaints.faulty_words(words)) is not None:
                return Turn(chat, (Say(fault),))
            told = msgspec.structs.replace(complaint, words=words)
            return Turn(_complaining(chat, told, "contact"), (Say(complaints.ask_contact()),))
        told = msgspec.structs.replace(complaint, contact=words[:LONGEST_CONTACT])
        return Turn(_complaining(chat, told, None), (Say(complaints.confirm(told)),))

    def _unnamed(self, chat: Chat, _asker: Asker, message: int, _words: list[str]) -> Turn:
        told = msgspec.structs.replace(_complaint(chat), contact="")
        return Turn(_complaining(chat, told, None), (Replace(complaints.confirm(told), message),))

    def _send(self, chat: Chat, asker: Asker, _message: int, _words: list[str]) -> Turn:
        taken = chat.conversation.taken
        if taken is None or taken.update != asker.update:
            sent = complaints.send(_complaint(chat), asker)
            if isinstance(sent, Card):
                return Turn(chat, (Say(sent),))
            taken = sent
        kept = msgspec.structs.replace(chat.conversation, expects=None, complaint=None, taken=taken)
        return Turn(chat._replace(conversation=kept), (Say(complaints.thanks(taken)),))

    def _notice(self, chat: Chat, asker: Asker, _message: int, words: list[str]) -> Turn:
        found = about_notices.one(words[0], asker.on, asker.at)
        return Turn(chat, (Say(found),))

    def _tell(self, chat: Chat, asker: Asker, message: int, words: list[str]) -> Turn:
        changed = chat._replace(announcements=words[0] == "1")
        said = NOTICES["subscribed" if changed.announcements else "unsubscribed"]
        listed = about_notices.notices(asker.on, asker.at, subscribed=changed.announcements)
        return Turn(changed, (Replace(listed, message), Say(card(said))))


def _deletion(message: int) -> Delete:
    return Delete(message, card(STATUS["not_deleted"]))


def _deletions(came: Incoming) -> tuple[Delete, ...]:
    """A number typed into a chat stays there no longer than it must, whatever else becomes of it."""
    return (_deletion(came.message),) if about_status.numbers_in(came.text) else ()


def _expecting(chat: Chat, expects: Expected | None) -> Chat:
    return chat._replace(conversation=msgspec.structs.replace(chat.conversation, expects=expects))


def _paying(chat: Chat, income: Income, expects: Expected | None) -> Chat:
    return chat._replace(conversation=msgspec.structs.replace(chat.conversation, expects=expects, income=income))


def _complaint(chat: Chat) -> Complaint:
    """The complaint that is being told; raises ``Over``."""
    if chat.conversation.complaint is None:
        raise Over
    return chat.conversation.complaint


def _complaining(chat: Chat, complaint: Complaint, expects: Expected | None) -> Chat:
    kept = msgspec.structs.replace(chat.conversation, expects=expects, complaint=complaint)
    return chat._replace(conversation=kept)


def _same_round(chat: Chat, mark: str) -> Questionnaire:
    """The questionnaire that a button belongs to; raises ``Over``."""
    care = chat.conversation.care
    if care is None or care.mark != mark:
        raise Over
    return care


def _in_round(chat: Chat, care: Questionnaire) -> Chat:
    """A chat in the middle of a questionnaire, in which an answer may be typed."""
    expects: Expected | None = None if care.fact is None else "answer"
    kept: Conversation = msgspec.structs.replace(chat.conversation, expects=expects, care=care)
    return chat._replace(conversation=kept)


def _asked(chat: Chat, found: about_care.Round, message: int) -> Turn:
    """The next question or the answer, in the place of the one that was pressed under."""
    care, shown = found
    return Turn(_in_round(chat, care), (Replace(shown, message),))
