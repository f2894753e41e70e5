"""What somebody is told about an order, outside the pages: that it went on, and where the rest is. Whoever reads a
letter over a shoulder learns the number of an order and nothing of a person."""

from __future__ import annotations

from typing import NamedTuple

from saqta.basis.text import LANGUAGES, Language, Text, same
from saqta.orders.outbox import Message
from saqta.orders.states import REASON_TEXTS, STATE_TEXTS

_TITLE = Text(ru="Saqta: {state}", kk="Saqta: {state}", en="Saqta: {state}")
_LETTER = Text(
    ru="{state}.\n\n{reason}\n\nЗаказ {number}\n{link}\n\nСтраница заказа откроется после входа. Отвечать на это "
    "письмо не нужно.",
    kk="{state}.\n\n{reason}\n\nТапсырыс {number}\n{link}\n\nТапсырыс беті кіргеннен кейін ашылады. Бұл хатқа жауап "
    "берудің қажеті жоқ.",
    en="{state}.\n\n{reason}\n\nOrder {number}\n{link}\n\nThe page of the order opens after you sign in. There is no "
    "need to answer this letter.",
)
_BETWEEN = "\n\n— — —\n\n"


class Told(NamedTuple):
    """A title and the words under it, and the address where the person reads on."""

    title: str
    words: str
    link: str


def told(message: Message, site: str) -> Told:
    """What a message says, in the language of the person, or in all three where none is known. ``site`` is the address
    under which the pages are reached."""
    languages: tuple[Language, ...] = LANGUAGES if message.language is None else (message.language,)
    state, reason = STATE_TEXTS[message.state], REASON_TEXTS[message.reason]
    links = Text(**{language: f"{site}/{language}/orders/{message.order}/" for language in LANGUAGES})
    letter = _LETTER.fill(state=state, reason=reason, number=same(str(message.order)), link=links)
    titles = " · ".join(state.in_language(language) for language in languages)
    return Told(
        _TITLE.fill(state=titles).in_language(languages[0]),
        _BETWEEN.join(letter.in_language(language) for language in languages),
        links.in_language(languages[0]),
    )
