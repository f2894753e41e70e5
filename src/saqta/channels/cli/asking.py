"""``saqta ask``: questions, one at a time, until it is certain whether a service is free."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from datetime import date

import msgspec

from saqta.basis.countries import COUNTRIES
from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text
from saqta.channels.cli.arguments import Arguments
from saqta.channels.cli.entitlement import facts_of
from saqta.channels.cli.entitlement_answer import print_answer
from saqta.channels.cli.facts import followed
from saqta.channels.cli.output import Page, print_json
from saqta.law.book import Book, NoSuchEntry, load
from saqta.rules.entitlement import ask
from saqta.rules.entitlement_questions import Answer, Choice, Question, answered, next_question
from saqta.rules.facts import EntitlementFacts
from saqta.search.finding import find

DO_NOT_KNOW = "?"

_CHOOSE = Text(ru="Номер ответа или ?", kk="Жауап нөмірі немесе ?", en="Number of the answer, or ?")
_SEVERAL = Text(
    ru="Номера через запятую или ?",
    kk="Үтірмен бөлінген нөмірлер немесе ?",
    en="Numbers with commas between them, or ?",
)
_DATE = Text(ru="Дата вида ГГГГ-ММ-ДД, или 1", kk="ЖЖЖЖ-АА-КК түріндегі күн немесе 1", en="A date as YYYY-MM-DD, or 1")
_COUNTRY = Text(
    ru="Номер ответа или код страны из двух букв, например RU",
    kk="Жауап нөмірі немесе екі әріптен тұратын ел коды, мысалы RU",
    en="Number of the answer, or a two-letter country code such as RU",
)
_AGAIN = Text(ru="Не понял ответ.", kk="Жауап түсініксіз.", en="The answer was not understood.")
_UNKNOWN_SERVICE = Text(
    ru="Такая услуга не найдена. Назовите её иначе; весь перечень: saqta services",
    kk="Мұндай қызмет табылмады. Басқаша атаңыз; бүкіл тізім: saqta services",
    en="No such service was found. Call it otherwise; the whole list: saqta services",
)
_LEFT = Text(
    ru="Остальное могут сказать только врач, клиника или реестр.",
    kk="Қалғанын тек дәрігер, клиника немесе тізілім айта алады.",
    en="The rest only a doctor, the clinic or a register can say.",
)


def run(arguments: Arguments) -> int:
    book, on = load(), arguments.day("on")
    service = _service(arguments.service, book)
    facts = facts_of(arguments) if arguments.facts or arguments.iin else EntitlementFacts()
    known_at, follow = arguments.optional_day("known_at"), followed(arguments, book)
    unknown: set[str] = set()
    page = Page(arguments.language)
    if not arguments.as_json:
        page.say(book.service(service).name)
    while True:
        step = next_question(facts, service, on, book, unknown=unknown, known_at=known_at, follow=follow)
        if arguments.as_json:
            print_json(step)
            return 0
        if step.question is None:
            break
        sets = _put(step.question, page)
        if sets is None:
            break
        if sets:
            facts = answered(facts, sets, on)
        else:
            unknown.add(step.question.fact)
    if step.left:
        page.line()
        page.say(_LEFT)
    page.line()
    print_answer(ask(facts, service, on, book, known_at=known_at, follow=follow), arguments)
    return 0


def _service(typed: str, book: Book) -> str:
    """The code typed, or the service that the words mean."""
    try:
        return book.service(typed).code
    except NoSuchEntry:
        found = find(typed, limit=1, book=book)
    if not found:
        raise Refused(Fault("unknown-service", _UNKNOWN_SERVICE, "SERVICE"))
    return found[0].code


def _put(question: Question, page: Page) -> Mapping[str, Answer] | None:
    """What the answer sets; empty for "I do not know", None when there is nobody left to answer."""
    page.line()
    page.say(question.text)
    page.say(question.why, indent=2)
    page.table([(str(number), choice.text.in_language(page.language)) for number, choice in _numbered(question)])
    hint = {"date": _DATE, "country": _COUNTRY, "categories": _SEVERAL}.get(question.kind, _CHOOSE)
    while True:
        page.say(f"{hint.in_language(page.language)}:")
        typed = sys.stdin.readline()
        if not typed:
            return None
        sets = _understood(question, typed.strip())
        if sets is not None:
            return sets
        page.say(_AGAIN)


def _understood(question: Question, typed: str) -> Mapping[str, Answer] | None:
    if typed == DO_NOT_KNOW:
        return {}
    choices = dict(_numbered(question))
    numbers = [int(part) for part in typed.replace(" ", "").split(",") if part.isascii() and part.isdigit()]
    chosen = [choices[number].sets for number in numbers if number in choices]
    if question.kind == "categories" and chosen:
        named = [code for sets in chosen for code in _codes(sets)]
        return {} if any(not sets for sets in chosen) else {question.fact: tuple(dict.fromkeys(named))}
    if len(chosen) == 1:
        return chosen[0]
    if question.kind == "date":
        return _typed_date(question, typed)
    if question.kind == "country" and typed.upper() in COUNTRIES:
        return {question.fact: typed.upper()}
    return None


def _codes(sets: Mapping[str, Answer]) -> tuple[str, ...]:
    value = sets.get("categories")
    return value if isinstance(value, tuple) else ()


def _typed_date(question: Question, typed: str) -> Mapping[str, Answer] | None:
    try:
        return {question.fact: msgspec.convert(typed, date).isoformat()}
    except msgspec.ValidationError:
        return None


def _numbered(question: Question) -> Iterator[tuple[int, Choice]]:
    return enumerate(question.choices, start=1)
