"""Questions to the law itself: the facts come in the body, nothing is looked up and nothing is kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

import msgspec

from saqta.basis.refusal import Fault, Refused
from saqta.basis.strict_json import decode
from saqta.basis.text import Text
from saqta.channels.api.asked import Asked
from saqta.law.book import NoSuchEntry
from saqta.rules import anaesthesia as safe_anaesthesia
from saqta.rules import dues, entitlement_questions
from saqta.rules import entitlement as free_care
from saqta.rules import status as insured_status
from saqta.rules.anaesthesia import AnaesthesiaAnswer
from saqta.rules.dues import ContributionsAnswer
from saqta.rules.entitlement import EntitlementAnswer
from saqta.rules.entitlement_questions import NextQuestion
from saqta.rules.facts import AnaesthesiaFacts, ContributionFacts, EntitlementFacts, PersonFacts
from saqta.rules.status import InsuredAnswer
from saqta.search.finding import find

A = TypeVar("A")

_UNKNOWN_READING = Text(
    ru="Такого открытого вопроса или такого варианта нет.",
    kk="Мұндай ашық мәселе немесе мұндай нұсқа жоқ.",
    en="There is no such open question or option.",
)


class ServiceMeant(msgspec.Struct, frozen=True):
    """A service that may be meant; a ``score`` of 1 is a name word by word."""

    code: str
    name: Text
    score: float


def status(asked: Asked) -> InsuredAnswer:
    """Is a person with these facts insured?"""
    facts = decode(asked.body, PersonFacts)
    return _answered(asked, partial(insured_status.ask, facts, asked.day("on"), asked.desk.book))


def contributions(asked: Asked) -> ContributionsAnswer:
    """What is owed for a month?"""
    facts = decode(asked.body, ContributionFacts)
    return _answered(asked, partial(dues.ask, facts, asked.month("month"), asked.desk.book))


def entitlement(asked: Asked) -> EntitlementAnswer:
    """Is the service free for this person?"""
    facts = decode(asked.body, EntitlementFacts)
    return _answered(asked, partial(free_care.ask, facts, asked.word("service"), asked.day("on"), asked.desk.book))


def next_about_entitlement(asked: Asked) -> NextQuestion:
    """What to ask next?"""
    facts, service, on = decode(asked.body, EntitlementFacts), asked.word("service"), asked.day("on")
    unknown = asked.query.get("unknown", ())
    ask = partial(entitlement_questions.next_question, facts, service, on, asked.desk.book, unknown=unknown)
    return _answered(asked, ask)


def anaesthesia(asked: Asked) -> AnaesthesiaAnswer:
    """May this session under anaesthesia go ahead?"""
    facts = decode(asked.body, AnaesthesiaFacts)
    return _answered(asked, partial(safe_anaesthesia.ask, facts, asked.day("on"), asked.desk.book))


def services(asked: Asked) -> tuple[ServiceMeant, ...]:
    """Which services may be meant by these words?"""
    found = find(asked.word("words"), book=asked.desk.book)
    return tuple(ServiceMeant(one.code, one.name, round(one.score, 3)) for one in found)


def _answered(asked: Asked, ask: Callable[..., A]) -> A:
    """Asks under the law and the readings named. An open question or an option that does not exist is the asker's slip,
    not an accident."""
    try:
        return ask(known_at=asked.optional_day("known_at"), follow=asked.readings("reading"))
    except NoSuchEntry:
        raise Refused(Fault("reading", _UNKNOWN_READING, "?reading")) from None
