"""Which notices somebody's words mean. Apart from ``standing``, so that an answer with its notices loads no search."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from saqta.basis.text import LANGUAGES
from saqta.notices.records import Notice
from saqta.notices.standing import standing
from saqta.search.fillers import FILLERS
from saqta.search.finding import find
from saqta.search.letters import words
from saqta.search.stems import STEM

SERVICES_MEANT = 3
"""How many of the services that the words may mean are looked for in the notices."""


def meant(notices: Iterable[Notice], typed: str, on: date) -> tuple[Notice, ...]:
    """The notices standing on the day that the words may mean, the likeliest first: those that say them, and those
    about the services that the words may mean."""
    listened = [word for word in words(typed) if word not in FILLERS]
    services = {found.code for found in find(typed, limit=SERVICES_MEANT)}
    scored: list[tuple[float, Notice]] = []
    for notice in standing(notices, on):
        said = {
            language: {
                STEM[language](word)
                for text in (notice.says.claim, notice.says.truth)
                for word in words(text.in_language(language))
            }
            for language in LANGUAGES
        }
        heard = max(sum(STEM[language](word) in said[language] for word in listened) for language in LANGUAGES)
        score = heard / max(len(listened), 1) + bool(services & set(notice.says.services))
        if score:
            scored.append((score, notice))
    return tuple(notice for _, notice in sorted(scored, key=lambda found: -found[0]))
