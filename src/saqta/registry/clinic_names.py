"""The words of the names of facilities, kept beside the descriptions so that a name is found by how it sounds.

All of it can be worked out again from the descriptions: it tells nothing of its own and is not sealed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import pairwise
from uuid import UUID

from saqta.basis.spelling import sounds
from saqta.journal.many_rows import insert_rows
from saqta.registry.clinic_records import LONGEST_WORD
from saqta.registry.models import KnownWord, NameWord, WordSlip
from saqta.registry.queries import chunks

MOST_WORDS = 12
"""How many words of a name are kept; nobody searches by the thirteenth."""

SHORTEST_MISTYPED = 4
"""Letters of a word of which a slip is forgiven: of shorter ones too little is left."""


def words_of(name: str) -> frozenset[str]:
    """The words by which a name is found: each alone, and each with the next, because «Ақ тіс» is also «Ақтіс»."""
    words = [word[:LONGEST_WORD] for word in sounds(name)[:MOST_WORDS]]
    together = (f"{first}{second}"[:LONGEST_WORD] for first, second in pairwise(words))
    return frozenset((*words, *together))


def slips(word: str) -> frozenset[str]:
    """The word with one letter left out, each in turn. Two words that differ by one letter, one letter more, or two
    that changed places have one of these, or the whole word, in common."""
    if len(word) < SHORTEST_MISTYPED:
        return frozenset()
    return frozenset(word[:place] + word[place + 1 :] for place in range(len(word)))


def remember_names(names: Mapping[UUID, str]) -> None:
    """From now on these facilities are found by these names, and no longer by those they had. Part of the transaction
    that describes them."""
    had = _had(names)
    told = {facility: words_of(name) for facility, name in names.items()}
    changed = {facility: words for facility, words in told.items() if words != had.get(facility)}
    for chunk in chunks([facility for facility in changed if facility in had]):
        NameWord.objects.filter(facility_id__in=chunk).delete()
    insert_rows(
        NameWord, ("word", "facility_id"), sorted((word, facility) for facility in changed for word in told[facility])
    )
    gone = Counter(word for facility in changed for word in had.get(facility, ()))
    _count(Counter(word for words in changed.values() for word in words), gone)


def _had(names: Mapping[UUID, str]) -> dict[UUID, frozenset[str]]:
    had: dict[UUID, set[str]] = {}
    for chunk in chunks(list(names)):
        for word, facility in NameWord.objects.filter(facility_id__in=chunk).values_list("word", "facility_id"):
            had.setdefault(facility, set()).add(word)
    return {facility: frozenset(words) for facility, words in had.items()}


def _count(fresh: Counter[str], gone: Counter[str]) -> None:
    """Counts words anew, and writes down the slips of those never seen before."""
    known: dict[str, int] = {}
    changed = sorted({*fresh, *gone})
    for chunk in chunks(changed):
        known.update(KnownWord.objects.filter(word__in=chunk).values_list("word", "facilities"))
        KnownWord.objects.filter(word__in=chunk).delete()
    counted = ((word, known.get(word, 0) + fresh[word] - gone[word]) for word in changed)
    insert_rows(KnownWord, ("word", "facilities"), counted)
    unseen = (word for word in changed if word not in known)
    insert_rows(WordSlip, ("slip", "word"), ((slip, word) for word in unseen for slip in sorted(slips(word))))
