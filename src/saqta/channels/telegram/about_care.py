"""Is it free for me: the search among services, the questions one at a time, the answer, and the law behind it."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from hashlib import blake2b

import msgspec
from django.db.utils import Error as DatabaseError

from saqta.basis.countries import COUNTRIES
from saqta.basis.days import day_text
from saqta.basis.refusal import Refused
from saqta.basis.text import Text, same
from saqta.channels.care_wording import state_said
from saqta.channels.questionnaire import Given, Journey, chosen_before, codes_of, journey, said_answer, with_answer
from saqta.channels.telegram.answers import law, signed
from saqta.channels.telegram.asker import Asker
from saqta.channels.telegram.cards import Button, Card, Line, bullets, card, pressed
from saqta.channels.telegram.conversations import Over, Questionnaire
from saqta.channels.telegram.menu import TO_MENU
from saqta.channels.telegram.wording.care import CARE, POPULAR
from saqta.channels.telegram.wording.menu import MENU
from saqta.law.book import Book
from saqta.law.services import Service
from saqta.notices.queries import about
from saqta.notices.records import Notice
from saqta.rules.entitlement import EntitlementAnswer, ask
from saqta.rules.entitlement_questions import Answer, Choice, Question
from saqta.search.finding import find

_MOST_FOUND = 8
_DAY = re.compile(r"\s*([0-9]{1,2})[\s./-]+([0-9]{1,2})[\s./-]+([0-9]{4})\s*", re.ASCII)
_ANOTHER = Button(CARE["another"], pressed("menu", "free"))

Round = tuple[Questionnaire, Card]
"""Where the questionnaire stands, and what is said of it."""


class NotAnAnswer(ValueError):
    """What was typed answers the question in no way; ``text`` says how to mend it."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def ask_words(book: Book) -> Card:
    return card(
        Line(MENU["free"], bold=True),
        CARE["ask"],
        buttons=[*services([book.service(code) for code in POPULAR]), [TO_MENU]],
    )


def search(words: str, book: Book) -> Card:
    """The services that somebody's words may mean."""
    found = find(words[:200], limit=_MOST_FOUND, book=book)
    if not found:
        return card(CARE["found_nothing"], buttons=[[TO_MENU]])
    return card(CARE["found"], buttons=[*services(book.service(one.code) for one in found), [TO_MENU]])


def services(found: Iterable[Service]) -> list[list[Button]]:
    """A button for each service, a row each: their names are long."""
    return [[Button(service.name, pressed("service", service.code))] for service in found]


def begin(service: str, asker: Asker) -> Round:
    """The first question about a service."""
    return go_on(Questionnaire(secrets.token_hex(4), Given(service, asker.on, {})), asker)


def go_on(care: Questionnaire, asker: Asker) -> Round:
    """The next question, or the answer when there is none left."""
    way = journey(care.given, asker.book)
    following = way.following.question
    return _answer(care, way, asker) if following is None else _question(care, following, way, asker.book)


def again(care: Questionnaire, fact: str, book: Book) -> Round:
    """A question that was answered before; raises ``Over`` for one that is not asked any more."""
    way = journey(care.given, book)
    return _question(care, _by_digest(way, fact), way, book)


def chosen(care: Questionnaire, fact: str, place: str, asker: Asker) -> Round:
    """What follows from a choice that was pressed; raises ``Over`` for a question that is not asked any more."""
    way = journey(care.given, asker.book)
    question = _by_digest(way, fact)
    choice = question.choices[int(place)]
    if question.kind == "categories" and codes_of(choice.sets):
        ticked = set(care.ticked if care.fact == question.fact else ()) ^ {int(place)}
        return _question(msgspec.structs.replace(care, ticked=tuple(sorted(ticked))), question, way, asker.book)
    return _answered(care, question, choice.sets, asker)


def all_ticked(care: Questionnaire, fact: str, asker: Asker) -> Round:
    """What follows from the choices that were ticked."""
    way = journey(care.given, asker.book)
    question = _by_digest(way, fact)
    marked = [question.choices[place] for place in care.ticked if place < len(question.choices)]
    if not marked or care.fact != question.fact:
        return _question(care, question, way, asker.book)
    codes = tuple(dict.fromkeys(code for choice in marked for code in codes_of(choice.sets)))
    return _answered(care, question, {question.fact: codes}, asker)


def typed(care: Questionnaire, text: str, asker: Asker) -> Round:
    """What follows from an answer that was typed; raises ``NotAnAnswer``."""
    question = next((one for one in _questions(journey(care.given, asker.book)) if one.fact == care.fact), None)
    if question is None:
        return go_on(care, asker)
    return _answered(care, question, _understood(question, text), asker)


def answer(care: Questionnaire, asker: Asker) -> Round:
    """The answer card."""
    return _answer(care, journey(care.given, asker.book), asker)


def _answer(care: Questionnaire, way: Journey, asker: Asker) -> Round:
    told = ask(way.facts, care.given.service, care.given.on, asker.book)
    unanswered = way.following.question is not None
    buttons = [
        [Button(MENU["why"], pressed("why", care.mark))],
        [_ANOTHER, TO_MENU],
    ]
    if way.asked:
        buttons[0].append(Button(CARE["my_answers"], pressed("given", care.mark)))
    if unanswered:
        buttons.insert(0, [Button(CARE["answer_questions"], pressed("go", care.mark))])
    shown = card(
        signed(told.verdict, state_said(told.verdict, told.package)),
        told.says,
        CARE["as_of"].fill(day=day_text(told.on)),
        CARE["unanswered"] if unanswered else None,
        told.note,
        Line(CARE["what_next"], bold=True),
        *bullets(step.text for step in told.next),
        *_conditions(told),
        *_list(CARE["not_decided"], told.not_decided),
        *_notices(care.given.service, care.given.on, asker.at),
        buttons=buttons,
    )
    return msgspec.structs.replace(care, fact=None, ticked=()), shown


def why(care: Questionnaire, book: Book) -> Card:
    """The reasons of the answer and the law behind them."""
    told = ask(journey(care.given, book).facts, care.given.service, care.given.on, book)
    return card(
        *_list(MENU["why"], [reason.text for reason in told.reasons]),
        *law(told.citations, told.readings, told.on),
        buttons=[[Button(CARE["to_answer"], pressed("answer", care.mark)), TO_MENU]],
    )


def given(care: Questionnaire, book: Book) -> Card:
    """What was answered, each with a button that asks it again."""
    asked = journey(care.given, book).asked
    lines = [
        CARE["given_answer"].fill(number=str(number), question=one.question.text, answer=said_answer(one))
        for number, one in enumerate(asked, start=1)
    ]
    numbers = [Button(same(str(number)), _press("ask", care, one.question)) for number, one in enumerate(asked, 1)]
    rows = [numbers[start : start + 8] for start in range(0, len(numbers), 8)]
    back = Button(CARE["to_answer"], pressed("answer", care.mark))
    return card(Line(CARE["given"], bold=True), *lines, CARE["change"], buttons=[*rows, [back, TO_MENU]])


def _question(care: Questionnaire, question: Question, way: Journey, book: Book) -> Round:
    number = next((n for n, one in enumerate(way.asked, 1) if one.question.fact == question.fact), len(way.asked) + 1)
    ticked = care.ticked if care.fact == question.fact else _ticked_before(way, question)
    asking = msgspec.structs.replace(care, fact=question.fact, ticked=ticked)
    hints = {"categories": "several", "date": "type_day", "country": "type_country"}
    rows = [[_choice(asking, question, place, choice)] for place, choice in enumerate(question.choices)]
    if ticked:
        rows.append([Button(CARE["go_on"], _press("ticked", care, question))])
    rows.append([Button(CARE["answer_now"], pressed("answer", care.mark)), TO_MENU])
    hint = hints.get(question.kind)
    shown = card(
        book.service(care.given.service).name,
        CARE["number"].fill(number=str(number)),
        Line(question.text, bold=True),
        question.why,
        None if hint is None else CARE[hint],
        buttons=rows,
    )
    return asking, shown


def _choice(care: Questionnaire, question: Question, place: int, choice: Choice) -> Button:
    words = CARE["ticked"].fill(choice=choice.text) if place in care.ticked else choice.text
    return Button(words, f"{_press('pick', care, question)}:{place}")


def _press(action: str, care: Questionnaire, question: Question) -> str:
    return pressed(action, care.mark, _digest(question.fact))


def _digest(fact: str) -> str:
    """The path of a fact in few letters: it is handed back by a button, which has room for few."""
    return blake2b(fact.encode(), digest_size=4).hexdigest()


def _by_digest(way: Journey, digest: str) -> Question:
    for question in _questions(way):
        if _digest(question.fact) == digest:
            return question
    raise Over


def _questions(way: Journey) -> list[Question]:
    """Those answered so far and the one to answer now."""
    following = way.following.question
    return [*(asked.question for asked in way.asked), *(() if following is None else (following,))]


def _ticked_before(way: Journey, question: Question) -> tuple[int, ...]:
    before = next((one for one in way.asked if one.question.fact == question.fact), None)
    if before is None or question.kind != "categories" or not codes_of(before.sets):
        return ()
    return tuple(chosen_before(before))


def _answered(care: Questionnaire, question: Question, sets: Mapping[str, Answer], asker: Asker) -> Round:
    """What follows from an answer; raises ``NotAnAnswer`` for one that contradicts the others."""
    try:
        told = msgspec.structs.replace(care, given=with_answer(care.given, question, sets), fact=None, ticked=())
        return go_on(told, asker)
    except Refused as refused:
        raise NotAnAnswer(refused.faults[0].text) from None


def _understood(question: Question, text: str) -> Mapping[str, Answer]:
    if question.kind == "date":
        found = _DAY.fullmatch(text)
        try:
            day = date(*map(int, reversed(found.groups()))) if found else date.fromisoformat(text.strip())
        except ValueError:
            raise NotAnAnswer(CARE["no_day"]) from None
        return {question.fact: day.isoformat()}
    if question.kind == "country":
        country = text.strip().upper()
        if country not in COUNTRIES:
            raise NotAnAnswer(CARE["no_country"])
        return {question.fact: country}
    raise NotAnAnswer(CARE["choose"])


def _conditions(told: EntitlementAnswer) -> list[Line | Text]:
    found = [Line(CARE[one.state].fill(condition=one.text, who=one.who), tight=True) for one in told.conditions]
    return [Line(CARE["conditions"], bold=True), *found] if found else []


def _list(title: Text, texts: Iterable[Text]) -> list[Line | Text]:
    found = list(bullets(texts))
    return [Line(title, bold=True), *found] if found else []


def _notices(service: str, on: date, at: datetime) -> list[Line | Text]:
    """What is officially said about the service; without the register nothing, because an answer must not fail for
    it."""
    try:
        found: Iterable[Notice] = about(service, on, at=at)
    except DatabaseError:
        return []
    return [Line(notice.says.truth) for notice in found]
