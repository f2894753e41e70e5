"""What stays of a word when its endings are taken off, so that ``тісімді`` finds ``тіс`` and ``зубами`` finds ``зуб``.

Russian and English have stemmers of long standing. For Kazakh there is none in a well-kept library, so its endings are
listed here. Kazakh puts one ending after another and keeps to the order root, number, owner, case; taking the longest
known ending off again and again until three letters are left undoes that well enough, because the catalogue and the
words typed go through the same.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import Stemmer

from saqta.basis.text import Language

SHORTEST_KAZAKH_STEM = 3

_KAZAKH_ENDINGS = frozenset(
    {
        # number
        *("лар", "лер", "дар", "дер", "тар", "тер"),
        # owner
        *("ым", "им", "ын", "ин", "сы", "си", "ымыз", "имиз", "мыз", "миз", "ыныз", "иниз", "ныз", "низ", "ы", "и"),
        # case
        *("нын", "нин", "дын", "дин", "тын", "тин", "ды", "ди", "ты", "ти", "ны", "ни", "га", "ге", "ка", "ке"),
        *("на", "не", "а", "е", "да", "де", "та", "те", "нда", "нде", "дан", "ден", "тан", "тен", "нан", "нен"),
        *("мен", "бен", "пен", "ма", "ме"),
        # words made of words
        *("лык", "лик", "дык", "дик", "тык", "тик", "лы", "ли", "сыз", "сиз", "дагы", "деги", "тагы", "теги"),
        # verbs: to do, to have done, having done, wishing to do
        *("у", "ып", "ип", "ган", "ген", "кан", "кен", "ады", "еди", "йды", "йди", "ар", "ер", "дыр", "дир"),
        *("тыр", "тир", "т", "гыз", "гиз", "кыз", "киз", "гым", "гим", "кым", "ким", "й", "п"),
    }
)
"""In the plain spelling of ``letters``."""

_AFTER_A_CONSONANT = frozenset({"гым", "гим", "кым", "ким"})
"""жұлғым, but жүрегім: after a vowel the first letter belongs to the root."""

_VOWELS = frozenset("аеиоуыэюя")

_LONGEST_ENDING = max(map(len, _KAZAKH_ENDINGS))

_HARDENED = {"г": "к", "б": "п"}
"""жүрек, жүрегім: the last letter of a root turns soft before an ending."""


_DROPPED_VOWEL = {"ауз": "ауыз", "ерн": "ерин", "карн": "карын", "мойн": "мойын", "мурн": "мурын", "орн": "орын"}
"""ауыз, аузында: roots that lose their second vowel before an ending."""


@lru_cache(maxsize=20_000)
def kazakh_stem(word: str) -> str:
    """The root of a Kazakh word in plain spelling, at least three letters of it."""
    stem = word
    while ending := _ending(stem):
        stem = stem[: -len(ending)]
    stem = _DROPPED_VOWEL.get(stem, stem)
    return stem[:-1] + _HARDENED.get(stem[-1], stem[-1]) if len(stem) > SHORTEST_KAZAKH_STEM else stem


def _ending(word: str) -> str | None:
    """The longest known ending that leaves enough of the word."""
    for length in range(min(_LONGEST_ENDING, len(word) - SHORTEST_KAZAKH_STEM), 0, -1):
        ending = word[-length:]
        if ending in _KAZAKH_ENDINGS and not (ending in _AFTER_A_CONSONANT and word[-length - 1] in _VOWELS):
            return ending
    return None


_RUSSIAN, _ENGLISH = Stemmer.Stemmer("russian"), Stemmer.Stemmer("english")

STEM: dict[Language, Callable[[str], str]] = {"ru": _RUSSIAN.stemWord, "kk": kazakh_stem, "en": _ENGLISH.stemWord}
"""The stem of a word in plain spelling, in each language."""
