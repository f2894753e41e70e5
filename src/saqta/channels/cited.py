"""What an answer or a page cites, and where it is read: on our own pages as of the day asked about, with the fragment
marked, and beside it the official text. Published answers name a provision as people do; pages find its anchor again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from saqta.basis.text import Text, listed
from saqta.law.book import load
from saqta.law.shape import provision_label
from saqta.rules.answer import Quotation

OFFICIAL_TEXT = Text(ru="официальный текст", kk="ресми мәтін", en="official text")


class Cited(NamedTuple):
    """A provision in the edition of a day; ``address`` is below the language."""

    name: Text
    address: str
    official: str
    edition: date
    says: Text | None
    verified: bool


class CitedLine(NamedTuple):
    """A provision by name alone; ``address`` is below the language."""

    name: Text
    address: str


def cited(citations: Iterable[Quotation], on: date) -> list[Cited]:
    """What an answer about the day ``on`` rests on. Where the answer had to quote an act that came later, it is read as
    of its own first day."""
    return [
        Cited(
            _name(found.short_title, found.label if found.provision else None),
            law_address(found.act, _anchors(found.act).get(found.provision, ""), max(on, found.edition)),
            found.url,
            found.edition,
            found.says,
            found.verified,
        )
        for found in citations
    ]


def cited_line(reference: str, on: date | None = None) -> CitedLine:
    """A reference such as ``Z1500000405/art_5``, read as of the day, or of today where none is given."""
    act, provision = load().provision(reference)
    label, anchor = (None, "") if provision is None else (provision_label(provision.path), provision.path)
    return CitedLine(_name(act.short_title, label), law_address(act.id, anchor, on))


def law_address(act: str, anchor: str = "", on: date | None = None) -> str:
    """Where an act is read, below the language; what stands in it is a day and a provision, and nobody."""
    return f"law/{act}/" + (f"?on={on}" if on else "") + (f"#{anchor}" if anchor else "")


def _name(act: Text, label: Text | None) -> Text:
    return act if label is None else listed([act, label])


@lru_cache(maxsize=64)
def _anchors(act: str) -> Mapping[str, str]:
    """The anchor of each provision of an act, by its name in published answers."""
    return {provision_label(provision.path).en: provision.path for provision in load().act(act).provisions}
