"""Two wordings of one thing, word by word: what stayed, what went, what came."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

_WORDS = re.compile(r"\s+|[^\s]+")


class Run(NamedTuple):
    """Words one after another that share a fate."""

    fate: Literal["stayed", "went", "came"]
    text: str


def changed_words(before: str, after: str) -> list[Run]:
    """The runs of words from which either wording can be read: what went and stayed is the earlier one, what stayed and
    came the later. What replaces something stands behind it."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    runs: list[Run] = []
    for kind, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            runs.append(Run("stayed", "".join(old[start:end])))
            continue
        if start < end:
            runs.append(Run("went", "".join(old[start:end])))
        if first < last:
            runs.append(Run("came", "".join(new[first:last])))
    return runs
