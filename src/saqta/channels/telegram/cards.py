"""What the bot says: cards of lines and buttons in three languages, cut so that Telegram takes every one of them.

Telegram counts a message in units of UTF-16 after its markup was read, and takes 4096; of a button it hands back at
most 64 bytes. A card of any length becomes as many messages as it needs, and a button that would carry more is an error
of ours, raised where the button is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import NamedTuple

from saqta.basis.text import Language, Text, same

LONGEST_MESSAGE = 4096
"""Units of UTF-16."""
LONGEST_PRESS = 64
"""Bytes."""


class Line(NamedTuple):
    """One paragraph; ``bold`` for what must be seen first, ``url`` where it leads when pressed, in each language. A
    ``tight`` one follows the one before it without a blank line, as the lines of a list do."""

    text: Text
    bold: bool = False
    url: Text | None = None
    tight: bool = False


class Button(NamedTuple):
    """What can be pressed under a card: ``press`` comes back to the bot, ``url`` opens a page, in each language."""

    text: Text
    press: str = ""
    url: Text | None = None


class Card(NamedTuple):
    """Lines, with rows of buttons under them."""

    lines: tuple[Line, ...]
    buttons: tuple[tuple[Button, ...], ...] = ()


class Message(NamedTuple):
    """One message as Telegram takes it: its markup, and the rows of its buttons as (words, press, url)."""

    html: str
    buttons: tuple[tuple[tuple[str, str, str], ...], ...] = ()


class PressTooLong(ValueError):
    """What a button carries does not fit; it would be refused when the card is sent."""


def pressed(*words: str | int) -> str:
    """What a button carries: the name of an action and what it is about. Raises ``PressTooLong``."""
    press = ":".join(map(str, words))
    if not 1 <= len(press.encode()) <= LONGEST_PRESS:
        raise PressTooLong(words[0])
    return press


def card(*lines: Line | Text | None, buttons: Iterable[Iterable[Button]] = ()) -> Card:
    """A card of those lines that there are."""
    shown = tuple(line if isinstance(line, Line) else Line(line) for line in lines if line is not None)
    return Card(shown, tuple(tuple(row) for row in buttons))


def bullets(texts: Iterable[Text], mark: str = "•") -> Iterator[Line]:
    """Each text as a line of a list."""
    return (Line(same(f"{mark} {{text}}").fill(text=text), tight=True) for text in texts)


def length(text: str) -> int:
    """How long Telegram finds a text."""
    return len(text.encode("utf-16-le")) // 2


def messages(said: Card, language: Language) -> list[Message]:
    """A card as messages in one language, at least one; the buttons are under the last."""
    parts, used = [""], 0
    for line in said.lines:
        for piece in _pieces(line.text.in_language(language)):
            between = "" if not parts[-1] else "\n" if line.tight else "\n\n"
            size = length(between + piece)
            if used + size > LONGEST_MESSAGE:
                between, size, used = "", length(piece), 0
                parts.append("")
            parts[-1] += between + _marked(escape(piece), line, language)
            used += size
    keys = tuple(
        tuple((button.text.in_language(language), button.press, address(button, language)) for button in row)
        for row in said.buttons
    )
    return [*map(Message, parts[:-1]), Message(parts[-1], keys)]


def address(shown: Line | Button, language: Language) -> str:
    """Where it leads in that language; nothing where it leads nowhere."""
    return "" if shown.url is None else shown.url.in_language(language)


def _marked(escaped: str, line: Line, language: Language) -> str:
    if line.url is not None:
        return f'<a href="{escape(address(line, language))}">{escaped}</a>'
    return f"<b>{escaped}</b>" if line.bold else escaped


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces that fit into a message each: cut between words, and within one only if it is longer than a
    message. No letter is cut in two."""
    # Telegram removes what is blank at both ends, and a message of nothing else is refused.
    left = text.strip()
    while length(left) > LONGEST_MESSAGE:
        fitting = _fitting(left)
        blank = max(left.rfind(" ", 0, fitting), left.rfind("\n", 0, fitting))
        end = blank if blank > 0 else fitting
        yield left[:end].rstrip()
        left = left[end:].lstrip()
    if left:
        yield left


def _fitting(text: str) -> int:
    """How many letters of a text that is too long fit into a message."""
    used = 0
    for place, letter in enumerate(text):
        used += length(letter)
        if used > LONGEST_MESSAGE:
            return place
    return len(text)
