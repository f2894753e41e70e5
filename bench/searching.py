"""Finding a service by people's words, against looking one up by its code."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bench.measure import Figure, ratio
from saqta.law.book import load
from saqta.search.finding import find, index

PHRASES = Path(__file__).parents[1] / "tests" / "rooms" / "search"
LOOK_UPS = 1_000
"""How often each code is looked up in one turn: a single look-up is too short to be timed."""

LIMIT = 100_000
"""Five milliseconds for fifty nanoseconds."""


def searching_figures() -> Iterator[Figure]:
    lines = [line.split("\t") for path in sorted(PHRASES.glob("*.tsv")) for line in path.read_text().splitlines()]
    typed = [phrase for phrase, _ in lines]
    codes = [code.partition("|")[0] for _, code in lines]
    catalogue, whole = load().services, index(load())

    def searches() -> None:
        whole.listen.cache_clear()  # each turn hears every word for the first time
        for phrase in typed:
            find(phrase)

    def look_ups() -> None:
        for _ in range(LOOK_UPS):
            for code in codes:
                catalogue[code]

    found, mine, theirs = ratio(searches, look_ups)
    scale = 1e3 / len(typed)
    yield Figure(
        "finding a service by people's words",
        found * LOOK_UPS,
        mine * scale,
        theirs * scale / LOOK_UPS,
        "ms",
        "looking one up by its code",
        LIMIT,
    )
