"""Is it free for me: the search among services, what is known of one, its questions one a page, and the answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from http import HTTPStatus

import msgspec
from django.db.utils import Error as DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from saqta.basis.days import day_text
from saqta.basis.refusal import Refused
from saqta.basis.text import Language, Text
from saqta.channels.care_wording import state_said
from saqta.channels.cited import cited
from saqta.channels.clock import day_in_kazakhstan
from saqta.channels.dental_tracks import TRACKS, on_track
from saqta.channels.questionnaire import Asked, Given, journey, said_answer, with_answer
from saqta.channels.web.care_answers import keep_answers, read_answers
from saqta.channels.web.care_typed import NotAnswered, chosen_index, typed_before, understood
from saqta.channels.web.rendering import not_found, page, public_page
from saqta.channels.web.wording.care import CARE, POPULAR
from saqta.law.book import Book, NoSuchEntry, load
from saqta.law.services import Service
from saqta.notices.queries import about
from saqta.notices.records import Notice
from saqta.rules.entitlement import ask
from saqta.rules.entitlement_questions import Question
from saqta.rules.phrases import phrases
from saqta.search.finding import find

_MOST_FOUND = 8


def search(request: HttpRequest, language: Language) -> HttpResponse:
    """The whole catalogue by fields; or, when words were sent, the services that they may mean. What somebody types of
    an illness is sent in the body, so that it stays out of the address."""
    if request.method != "POST":
        return public_page(request, language, "care_search.html", _catalogue, words=CARE)
    typed = request.POST.get("words", "")[:200]
    found = find(typed, limit=_MOST_FOUND, book=load())
    values = {**_catalogue(), "typed": typed, "found": found, "nothing": not found}
    return page(request, language, "care_search.html", values, words=CARE)


def service(request: HttpRequest, language: Language, code: str) -> HttpResponse:
    """What a service is, what is officially said about it, and the way to the questions."""
    found = _service(code)
    if found is None:
        return not_found(request, NoSuchEntry(code))
    on = day_in_kazakhstan(request.META["saqta.at"])

    def values() -> Mapping[str, object]:
        return {
            "service": found,
            "notices": _notices(found.code, on, request.META["saqta.at"]),
            "urgency": _urgency(found),
        }

    return public_page(request, language, "care_service.html", values, words=CARE)


def question(request: HttpRequest, language: Language, code: str, number: int) -> HttpResponse:
    """One question; or, when it was answered, the way to the next one or to the answer."""
    found = _service(code)
    if found is None:
        return not_found(request, NoSuchEntry(code))
    given, book = read_answers(request, code), load()
    way = journey(given, book)
    place = f"/{language}/free/{code}/"
    if number < 1 or number > len(way.asked) + 1:
        return HttpResponseRedirect(f"{place}{len(way.asked) + 1}/")
    before = way.asked[number - 1] if number <= len(way.asked) else None
    asked = before.question if before is not None else way.following.question
    if asked is None:
        return HttpResponseRedirect(f"{place}answer/")
    if request.method != "POST":
        return _question_page(request, language, found, asked, number, before)
    if request.POST.get("fact") != asked.fact:
        return HttpResponseRedirect(f"{place}{number}/")
    try:
        sets = understood(asked, request.POST)
        given = with_answer(given, asked, sets)
        way = journey(given, book)
    except NotAnswered as fault:
        return _question_page(request, language, found, asked, number, before, fault.text)
    except Refused as refused:
        return _question_page(request, language, found, asked, number, before, refused.faults[0].text)
    done = way.following.question is None
    answer = HttpResponseRedirect(f"{place}answer/" if done else f"{place}{len(way.asked) + 1}/", status=303)
    answer.headers["Cache-Control"] = "no-store"
    keep_answers(answer, given, request)
    return answer


def answer(request: HttpRequest, language: Language, code: str) -> HttpResponse:
    """The answer card; a day that was sent is the day asked about from then on."""
    found = _service(code)
    if found is None:
        return not_found(request, NoSuchEntry(code))
    given, book = read_answers(request, code), load()
    if request.method == "POST":
        try:
            given = msgspec.structs.replace(given, on=date.fromisoformat(request.POST.get("on", "")))
            journey(given, book)
        except (ValueError, Refused):
            return _answer_page(request, language, found, read_answers(request, code), wrong_day=True)
        changed = HttpResponseRedirect(request.path, status=303)
        keep_answers(changed, given, request)
        return changed
    return _answer_page(request, language, found, given)


def _question_page(
    request: HttpRequest,
    language: Language,
    found: Service,
    asked: Question,
    number: int,
    before: Asked | None,
    error: Text | None = None,
) -> HttpResponse:
    values = {
        "service": found,
        "question": asked,
        "number": number,
        "chosen": chosen_index(asked, request.POST if error else None, before),
        "typed": request.POST.dict() if error else typed_before(before),
        "previous": f"/{language}/free/{found.code}/" + (f"{number - 1}/" if number > 1 else ""),
        "error": error,
    }
    code = HTTPStatus.OK if error is None else HTTPStatus.UNPROCESSABLE_ENTITY
    return page(request, language, "care_question.html", values, words=CARE, status=code)


def _answer_page(
    request: HttpRequest, language: Language, found: Service, given: Given, *, wrong_day: bool = False
) -> HttpResponse:
    book, today = load(), day_in_kazakhstan(request.META["saqta.at"])
    way = journey(given, book)
    told, urgency = ask(way.facts, found.code, given.on, book), _urgency(found)
    values = {
        "service": found,
        "urgency": None if any(one.text == urgency for one in told.reasons) else urgency,
        "told": told,
        "state": state_said(told.verdict, told.package),
        "given": [(number, asked.question, said_answer(asked)) for number, asked in enumerate(way.asked, start=1)],
        "unanswered": way.following.question is not None,
        "next_number": len(way.asked) + 1,
        "later": CARE["later"].fill(day=day_text(given.on)) if given.on > today else None,
        "earlier": CARE["earlier"].fill(day=day_text(given.on)) if given.on < today else None,
        "wrong_day": wrong_day,
        "notices": _notices(found.code, today, request.META["saqta.at"]),
        "citations": cited(told.citations, told.on),
        "readings": told.readings,
    }
    code = HTTPStatus.UNPROCESSABLE_ENTITY if wrong_day else HTTPStatus.OK
    return page(request, language, "care_answer.html", values, words=CARE, status=code)


def _urgency(found: Service) -> Text | None:
    """That the dentist decides what is urgent, for care of teeth that may be."""
    return phrases("entitlement")["dentist-decides"] if on_track(TRACKS["urgent"], [found]) else None


def _service(code: str) -> Service | None:
    try:
        return load().service(code)
    except NoSuchEntry:
        return None


def _notices(code: str, on: date, at: datetime) -> Iterable[Notice]:
    """The notices about the service; without the register none, because a page about care must not fail for them."""
    try:
        return about(code, on, at=at)
    except DatabaseError:
        return ()


def _catalogue() -> dict[str, object]:
    book: Book = load()
    fields: dict[str, list[Service]] = {}
    for found in book.services.values():
        fields.setdefault(found.field, []).append(found)
    return {
        "fields": [(CARE[f"field_{field}"], services) for field, services in fields.items()],
        "popular": [book.service(code) for code in POPULAR],
    }
