"""Official lists kept word for word, read as numbered items."""

from __future__ import annotations

import re
from typing import NamedTuple

_OPENING = re.compile(r"входят:\s*$", re.IGNORECASE)
_ITEM = re.compile(r"^\s*[0-9]+\.\s+(?P<text>\S.*)$")
_SUBITEM = re.compile(r"^\s*(?:-\s+)?[0-9]+\)\s+(?P<text>\S.*)$")


class ListItem(NamedTuple):
    """An item under its path, such as ``item_1__subpara_4``, in the words of the official text."""

    path: str
    text: str


def list_items(text: str) -> list[ListItem]:
    """The items of a list in their order.

    Items are numbered by their place: some official copies restart the printed numbers in the middle of a list.
    """
    found: list[ListItem] = []
    lines = iter(text.splitlines())
    for line in lines:
        if _OPENING.search(line):
            break
    item = subitem = 0
    for line in lines:
        if match := _SUBITEM.match(line):
            subitem += 1
            found.append(ListItem(f"item_{item}__subpara_{subitem}", match["text"].strip()))
        elif match := _ITEM.match(line):
            item, subitem = item + 1, 0
            found.append(ListItem(f"item_{item}", match["text"].strip()))
    return found


def substance(item: ListItem) -> str:
    """What an item says, without what printing adds: spacing, letter case, the closing mark."""
    return re.sub(r"\s+", " ", item.text).strip().rstrip(";.").casefold()
