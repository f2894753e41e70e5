"""Telegram's reading of HTML in messages: a few tags, properly closed, or the message is refused."""

from __future__ import annotations

import re
from html import unescape

TAGS = frozenset({"b", "i", "u", "s", "a", "code", "pre"})
_PART = re.compile(
    r"<(/?)([a-z]+)((?:\s+href=\"[^\"<>]*\")?)>|&(?:lt|gt|amp|quot|#[0-9]+|#x[0-9a-f]+);|[^<>&]+|(.)", re.DOTALL
)


class BadMarkup(ValueError):
    """What Telegram answers with "can't parse entities"."""


def plain(html: str) -> str:
    """The text that people see; raises ``BadMarkup``."""
    opened: list[str] = []
    text: list[str] = []
    for part in _PART.finditer(html):
        closing, tag, attributes, stray = part[1], part[2], part[3], part[4]
        if stray:
            raise BadMarkup(f"a stray {stray!r}")
        if tag is None:
            text.append(unescape(part[0]))
        elif tag not in TAGS or bool(attributes) is not (tag == "a" and not closing):
            raise BadMarkup(f"unsupported tag {part[0]!r}")
        elif not closing:
            opened.append(tag)
        elif not opened or opened.pop() != tag:
            raise BadMarkup(f"unexpected end tag {part[0]!r}")
    if opened:
        raise BadMarkup(f"no end tag for {opened[-1]!r}")
    return "".join(text).strip()


def units(text: str) -> int:
    """How long Telegram finds a text: in units of UTF-16."""
    return sum(1 + (ord(letter) > 0xFFFF) for letter in text)
