"""What changed in an act between two days: editions, provisions, and official lists compared in substance."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from saqta.law.book import Book, OutsideKnownLaw, edition_on, wording_on
from saqta.law.lists import list_items, substance
from saqta.law.shape import Act, Edition, Wording


class ProvisionChange(NamedTuple):
    """A provision that says something else on the second day, or is in force on only one of the two."""

    path: str
    kind: Literal["entered", "ended", "changed"]
    before: Wording | None
    after: Wording | None


class ListChange(NamedTuple):
    """The lists of two editions: their texts may differ in printing and still say the same."""

    same_text: bool
    same_substance: bool
    changed: tuple[str, ...]


class ActDifference(NamedTuple):
    """Everything that differs in an act between two days; the editions may be the same one."""

    act: Act
    before: Edition | None
    after: Edition | None
    provisions: tuple[ProvisionChange, ...]
    lists: ListChange | None


def differences(book: Book, act: Act, before: date, after: date) -> ActDifference:
    """What a reader of the act on ``after`` finds otherwise than a reader on ``before``."""
    changes: list[ProvisionChange] = []
    for provision in act.provisions:
        first, second = wording_on(provision, before), wording_on(provision, after)
        if first != second:
            kind: Literal["entered", "ended", "changed"] = (
                "entered" if first is None else "ended" if second is None else "changed"
            )
            changes.append(ProvisionChange(provision.path, kind, first, second))
    old, new = _edition(act, before), _edition(act, after)
    return ActDifference(act, old, new, tuple(changes), _lists(book, old, new))


def _edition(act: Act, day: date) -> Edition | None:
    try:
        return edition_on(act, day)
    except OutsideKnownLaw:
        return None


def _lists(book: Book, before: Edition | None, after: Edition | None) -> ListChange | None:
    """Compares the lists when both editions have one; comparing an edition with itself says nothing."""
    if before is None or after is None or before == after or before.text is None or after.text is None:
        return None
    first, second = book.list_text(before), book.list_text(after)
    old = {item.path: substance(item) for item in list_items(first)}
    new = {item.path: substance(item) for item in list_items(second)}
    changed = tuple(path for path in dict.fromkeys([*old, *new]) if old.get(path) != new.get(path))
    return ListChange(first == second, not changed, changed)
