"""Finds the care service that somebody's words mean.

The names and everyday names of the catalogue are phrases of stems. A word typed is looked up among all stems of the
languages written in its letters, and when none of them has it, among the stems a few slips of the finger away. A phrase
counts as heard by how much of the query it explains and how much of itself the query says, rare words weighing more
than frequent ones. Some hundreds of services fit in memory, so the same words find the same service on every database
and on none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from math import log
from typing import NamedTuple

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from saqta.basis.text import LANGUAGES, Language, Text
from saqta.law.book import Book, load
from saqta.law.services import Service
from saqta.search.fillers import FILLERS
from saqta.search.letters import is_cyrillic, other_readings, words
from saqta.search.stems import STEM

GOOD_ENOUGH = 0.55
"""From this score on no other reading of the keys is tried: somebody who is understood has not mistyped the layout."""

LEAST = 0.22
"""Below this score nothing was understood."""

ANOTHER_READING = 0.95
"""How much a reading of other keys or sounds counts beside the text as it was typed."""

UNKNOWN_WORD = 0.45
"""How much a word that no service knows weighs beside a known rare one: people tell stories around what they want."""

FOR_THE_REST = 0.25
"""The share of the score that is for words heard in other names of the same service."""

MOST_WORDS = 16
"""How many words of a query are listened to; nobody names a service in more."""

FILLER = 0.2
"""How much a filler weighs beside another word as frequent."""

NOT_IN_SO_MANY_WORDS = 0.98
"""The most that a name counts which is not what was typed, word by word."""

SAME_ROOT = 0.92
"""How much another form of a word counts beside the word itself."""

A_SLIP = 1.4
"""How much a slip of the finger costs of what a word counts, for each letter of it."""

Stem = tuple[Language, str]


class Found(NamedTuple):
    """A service that may be meant, between 0 (not at all) and 1 (in so many words), by which of its names."""

    code: str
    name: Text
    score: float
    heard: str
    language: Language


class _Phrase(NamedTuple):
    service: int
    text: str
    language: Language
    words: tuple[str, ...]
    stems: frozenset[Stem]


class _Heard(NamedTuple):
    """A word of the query: the stems it may be and how surely each, and how much the word weighs."""

    stems: Mapping[Stem, float]
    weight: float


class Index:
    """All names of a catalogue, ready to be searched."""

    def __init__(self, services: Iterable[Service]) -> None:
        self.services = tuple(services)
        self.phrases = tuple(
            phrase for place, service in enumerate(self.services) for phrase in _phrases(place, service)
        )
        self.naming: dict[Stem, list[int]] = defaultdict(list)
        owners: dict[Stem, set[int]] = defaultdict(set)
        for place, phrase in enumerate(self.phrases):
            for stem in phrase.stems:
                self.naming[stem].append(place)
                owners[stem].add(phrase.service)
        fillers = {(language, STEM[language](word)) for language in LANGUAGES for word in FILLERS}
        self.weight = {
            stem: log(1 + len(self.services) / len(found)) * (FILLER if stem in fillers else 1)
            for stem, found in owners.items()
        }
        self.heaviest = log(1 + len(self.services))
        self.forms = frozenset((phrase.language, word) for phrase in self.phrases for word in phrase.words)
        self.spelled: dict[tuple[Language, int], dict[str, str]] = defaultdict(dict)
        """Every stem and every form of a word with its stem, by language and length."""
        for language, root in self.naming:
            self.spelled[language, len(root)][root] = root
        for language, word in sorted(self.forms):
            self.spelled[language, len(word)][word] = STEM[language](word)
        self.listen = lru_cache(maxsize=5_000)(self._listen)

    def search(self, text: str) -> list[Found]:
        """The services that the text may mean, the likeliest first."""
        best = self._scores(words(text))
        if not best or max(found.score for found in best.values()) < GOOD_ENOUGH:
            for reading in other_readings(text):
                for place, found in self._scores(words(reading)).items():
                    score = found.score * ANOTHER_READING
                    if place not in best or score > best[place].score:
                        best[place] = found._replace(score=score)
        heard = [found for found in best.values() if found.score >= LEAST]
        return sorted(heard, key=lambda found: (-found.score, found.code))

    def _scores(self, typed: list[str]) -> dict[int, Found]:
        """Each service of which something was heard, by its place."""
        heard = [self.listen(word) for word in dict.fromkeys(typed[:MOST_WORDS])]
        whole = sum(word.weight for word in heard)
        if not whole:
            return {}
        known: dict[Stem, float] = {}
        for word in heard:
            for stem, likeness in word.stems.items():
                known[stem] = max(known.get(stem, 0.0), likeness)
        named = {place for stem in known for place in self.naming[stem]}
        best: dict[int, Found] = {}
        said: dict[int, set[Stem]] = defaultdict(set)
        for place in named:
            phrase = self.phrases[place]
            said[phrase.service] |= phrase.stems & known.keys()
            told = sum(self.weight[stem] * known.get(stem, 0.0) for stem in phrase.stems)
            of_itself = told / sum(self.weight[stem] for stem in phrase.stems)
            score = (_explained(heard, phrase.stems) / whole * of_itself) ** 0.5
            score = 1.0 if list(phrase.words) == typed else score * NOT_IN_SO_MANY_WORDS
            if phrase.service not in best or score > best[phrase.service].score:
                service = self.services[phrase.service]
                best[phrase.service] = Found(service.code, service.name, score, phrase.text, phrase.language)
        return {
            service: found._replace(
                score=(1 - FOR_THE_REST) * found.score + FOR_THE_REST * _explained(heard, said[service]) / whole
            )
            for service, found in best.items()
        }

    def _listen(self, word: str) -> _Heard:
        languages: tuple[Language, ...] = ("ru", "kk") if is_cyrillic(word) else ("en",)
        stems: dict[Stem, float] = {}
        for language in languages:
            stem = (language, STEM[language](word))
            if stem in self.naming:
                stems[stem] = 1.0 if (language, word) in self.forms else SAME_ROOT
        if 1.0 in stems.values():
            # A word that stands in one language as it was typed is not a form of another word in the other.
            stems = {stem: likeness for stem, likeness in stems.items() if likeness == 1.0}
        if not stems and word not in FILLERS:
            for language in languages:
                stems.update(self._alike(language, word))
        unknown = 0.0 if word in FILLERS else self.heaviest * UNKNOWN_WORD
        return _Heard(stems, max((self.weight[stem] for stem in stems), default=unknown))

    def _alike(self, language: Language, word: str) -> dict[Stem, float]:
        """The stems a few slips of the finger away: from the stem of the word, or, because a slip in an ending spoils
        the stem, from the word itself to a form of theirs."""
        found: dict[Stem, float] = {}
        for typed in {STEM[language](word), word}:
            slips = _slips(typed)
            for length in range(len(typed) - slips, len(typed) + slips + 1):
                known = self.spelled.get((language, length), {})
                for other, distance, _ in process.extract(
                    typed, known.keys(), scorer=OSA.distance, score_cutoff=slips, limit=4
                ):
                    if distance <= _slips(other):
                        stem = (language, known[other])
                        likeness = 1 - A_SLIP * distance / max(len(typed), length)
                        found[stem] = max(found.get(stem, 0.0), likeness)
        return found


def _slips(word: str) -> int:
    """How many slips of the finger a word may be away from another: in a short one every letter counts."""
    length = len(word)
    return 0 if length < 4 else 1 if length < 6 else 2 if length < 10 else 3


def _explained(heard: list[_Heard], stems: Iterable[Stem]) -> float:
    """How much of the query the stems explain, in the weights of its words."""
    present = set(stems)
    return sum(
        word.weight * max((likeness for stem, likeness in word.stems.items() if stem in present), default=0.0)
        for word in heard
    )


def _phrases(place: int, service: Service) -> Iterator[_Phrase]:
    spoken: list[tuple[Language, str]] = [("en", service.code.replace("-", " ").replace(".", " "))]
    for language in LANGUAGES:
        spoken += [
            (language, name) for name in (service.name.in_language(language), *service.also.in_language(language))
        ]
    for language, text in spoken:
        for written in {text, text.replace("-", "")}:
            said = tuple(words(written))
            stems = frozenset((language, STEM[language](word)) for word in said)
            yield _Phrase(place, text, language, said, stems)


@lru_cache(maxsize=4)
def index(book: Book) -> Index:
    """The index of a book's catalogue; built once in the life of a process."""
    return Index(book.services.values())


def find(text: str, *, limit: int = 10, book: Book | None = None) -> tuple[Found, ...]:
    """The services that the words may mean, the likeliest first; none when nothing was understood."""
    return tuple(index(book or load()).search(text)[:limit])


def nearest(text: str, n: int = 3, *, book: Book | None = None) -> tuple[Found, ...]:
    """The ``n`` services nearest to a code or to words, for a refusal of a service that is not in the catalogue: what
    the words may mean, and after that the codes spelled most alike. Always ``n`` of them."""
    whole = index(book or load())
    found = whole.search(text.replace(".", " ").replace("-", " "))[:n]
    taken = {one.code for one in found}
    codes = {service.code: service for service in whole.services if service.code not in taken}
    for code, likeness, _ in process.extract(text, codes.keys(), scorer=fuzz.ratio, limit=n - len(found)):
        found.append(Found(code, codes[code].name, likeness / 100, code, "en"))
    return tuple(found)
