"""``saqta law compare``: who gains and who loses free care between two days of the law."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from importlib import import_module

import msgspec

from saqta.basis.days import day_text
from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text
from saqta.channels.cli.arguments import Arguments, read_day
from saqta.channels.cli.output import Page, print_json
from saqta.law.book import Book, Law, OutsideKnownLaw
from saqta.rules.care_comparison import CareChange, DiseaseChange, Example, changes_for, compare_care, compare_diseases
from saqta.rules.entitlement import KNOWN_PACKAGES
from saqta.rules.facts import EntitlementFacts

_TWO_DAYS = Text(
    ru="Нужны два разных дня: saqta law compare --on 2025-12-31 --on 2026-01-01",
    kk="Екі бөлек күн керек: saqta law compare --on 2025-12-31 --on 2026-01-01",
    en="Two different days are needed: saqta law compare --on 2025-12-31 --on 2026-01-01",
)
_OUTSIDE = Text(
    ru="Пакеты помощи записаны с {start} до {end} (этот день не входит).",
    kk="Көмек пакеттері {start} күнінен {end} күніне дейін (ол күн кірмейді) жазылған.",
    en="The packages are encoded from {start} until {end} (that day not included).",
)
_HEADING = Text(
    ru="Бесплатная помощь гражданам — что меняется с {before} на {after}",
    kk="Азаматтарға тегін көмек — {before} мен {after} арасында не өзгереді",
    en="Free care for citizens: what changes from {before} to {after}",
)
_NOTHING = Text(ru="Ничего не меняется.", kk="Ештеңе өзгермейді.", en="Nothing changes.")
_GAINS = Text(ru="получает, например: {who}", kk="алады, мысалы: {who}", en="gains, for example: {who}")
_LOSES = Text(ru="теряет, например: {who}", kk="айырылады, мысалы: {who}", en="loses, for example: {who}")
_GAINS_IF = Text(ru="получает — {who}", kk="алады — {who}", en="gains: {who}")
_LOSES_IF = Text(ru="теряет — {who}", kk="айырылады — {who}", en="loses: {who}")
_THIS_PERSON = Text(
    ru="Для этого человека, по тому, что знает реестр",
    kk="Осы адам үшін, тізілім білетіні бойынша",
    en="For this person, by what the register knows",
)
_DISEASES = Text(
    ru="Перечень социально значимых болезней: от него зависит помощь без страховки и срочная стоматология",
    kk="Әлеуметтік маңызы бар аурулар тізбесі: сақтандырусыз көмек пен шұғыл стоматология соған байланысты",
    en="The list of socially significant diseases, on which care without insurance and urgent dental care depend",
)
_JOINED = Text(ru="вошли", kk="кірді", en="joined")
_LEFT = Text(ru="вышли", kk="шықты", en="left")


class OwnComparison(msgspec.Struct, frozen=True):
    """What of it can concern one person; ``story`` says who it is where the person is invented."""

    story: Text | None
    care: tuple[CareChange, ...]


class Comparison(msgspec.Struct, frozen=True):
    """What changes between two days: by kind of care, and on the list of diseases; of ``people`` what can concern
    them, given as they are on the later day."""

    before: date
    after: date
    care: tuple[CareChange, ...]
    diseases: tuple[DiseaseChange, ...]
    people: tuple[OwnComparison, ...] = ()


def run(arguments: Arguments, book: Book) -> int:
    days = sorted({read_day(typed, "on") for typed in arguments.days})
    if len(days) != len(arguments.days) or len(days) != 2:
        raise Refused(Fault("two-days", _TWO_DAYS, "--on"))
    before, after = (_law(book, day) for day in days)
    care, diseases = tuple(compare_care(before, after)), tuple(compare_diseases(before, after))
    people = tuple(
        OwnComparison(story, tuple(changes_for(facts, care, before, after))) for story, facts in _people(arguments)
    )
    compared = Comparison(before.day, after.day, care, diseases, people)
    if arguments.as_json:
        print_json(compared)
    else:
        _print(compared, before, after, Page(arguments.language))
    return 0


def _people(arguments: Arguments) -> Iterable[tuple[Text | None, EntitlementFacts]]:
    """Those of the register who are asked about; the register is opened for them alone."""
    if arguments.iin is None and not arguments.demo:
        return ()
    found: Iterable[tuple[Text | None, EntitlementFacts]] = import_module(
        "saqta.channels.cli.law_compare_people"
    ).people_asked_about(arguments)
    return found


def _law(book: Book, day: date) -> Law:
    law = book.on(day)
    if not law.holds(KNOWN_PACKAGES):
        start, end = book.spans[KNOWN_PACKAGES]
        text = _OUTSIDE.fill(start=day_text(start), end=day_text(end or start))
        raise Refused(Fault("outside-known-packages", text, "--on"))
    return law


def _print(compared: Comparison, before: Law, after: Law, page: Page) -> None:
    page.say(_HEADING.fill(before=day_text(compared.before), after=day_text(compared.after)))
    if not compared.care and not compared.diseases:
        page.say(_NOTHING)
    if compared.people:
        _print_people(compared.people, page)
        return
    for change in compared.care:
        page.line()
        page.say(change.name, indent=2)
        _print_example(_GAINS, change.gains, "+", page)
        _print_example(_LOSES, change.loses, "−", page)
        page.say(_articles(change.cites, before, after, page), indent=4)
    if compared.diseases:
        page.heading(_DISEASES)
        for found in compared.diseases:
            kind = (_JOINED if found.change == "joined" else _LEFT).in_language(page.language)
            page.say(f"{kind}: {found.name.in_language(page.language)}", indent=2, bullet="•")
        page.say(_articles(compared.diseases[0].cites, before, after, page), indent=4)


def _print_people(people: Iterable[OwnComparison], page: Page) -> None:
    for person in people:
        page.heading(person.story or _THIS_PERSON)
        if not person.care:
            page.say(_NOTHING, indent=2)
        for change in person.care:
            page.say(change.name, indent=2)
            _print_example(_GAINS_IF, change.gains, "+", page)
            _print_example(_LOSES_IF, change.loses, "−", page)


def _print_example(said: Text, found: Example | None, mark: str, page: Page) -> None:
    if found is not None:
        page.say(said.fill(who=found.text), indent=4, bullet=mark)


def _articles(references: Iterable[str], before: Law, after: Law, page: Page) -> str:
    """The provisions as they are cited on the later day, or on the earlier one where they are gone."""
    named: dict[str, None] = {}
    for reference in references:
        for law in (after, before):
            try:
                cited = law.cite(reference)
            except OutsideKnownLaw:
                continue
            if cited.says is not None:
                act, label = (text.in_language(page.language) for text in (cited.short_title, cited.label))
                named.setdefault(f"{act}, {label}")
                break
    return "; ".join(named)
