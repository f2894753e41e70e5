"""What every answer is made of: reasons, citations, readings, what is missing, what would change it, and its seals."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Literal, TypeVar

import msgspec

from saqta.basis.text import Text
from saqta.law.book import Citation, Law, OutsideKnownLaw
from saqta.law.shape import ReadingFile

Verdict = Literal["yes", "no", "depends", "undetermined"]

State = Literal["met", "not_met", "unknown"]
"""Whether something that must hold does."""

A = TypeVar("A", bound=msgspec.Struct)


class Reason(msgspec.Struct, frozen=True):
    """One reason, with the provisions it rests on as ``act provision`` keys of the answer's citations."""

    code: str
    text: Text
    cites: tuple[str, ...]


class Alternative(msgspec.Struct, frozen=True):
    """What the answer would be if an open question were read otherwise; of contributions also their total."""

    option: str
    text: Text
    verdict: Verdict
    total: str | None = None


class ReadingUsed(msgspec.Struct, frozen=True):
    """An open question of law that the answer rests on: which option is followed, and what the others would say."""

    id: str
    question: Text
    followed: str
    text: Text
    alternatives: tuple[Alternative, ...]


class Missing(msgspec.Struct, frozen=True):
    """An unknown fact that can still change the verdict, by its path in the facts document."""

    fact: str
    text: Text


class Step(msgspec.Struct, frozen=True):
    """One thing to do, or to ask."""

    code: str
    text: Text


class Change(msgspec.Struct, frozen=True):
    """One way to another verdict: months to pay with their sum, or a category to prove. ``insured_until`` is the first
    day on which the status so gained would end if nothing more happened."""

    code: str
    text: Text
    months: tuple[str, ...] = ()
    amount: str | None = None
    insured_until: date | None = None


class Quotation(msgspec.Struct, frozen=True):
    """A citation as the published contract writes it; ``verified`` is False where no official text was seen."""

    act: str
    title: Text
    short_title: Text
    provision: str
    edition: date
    url: str
    label: Text
    says: Text | None
    verified: bool


class Citing:
    """Collects the provisions that an answer cites, in the order of their first use."""

    def __init__(self, law: Law) -> None:
        self.law = law
        self.found: dict[str, Citation] = {}

    def keys(self, references: Iterable[str]) -> tuple[str, ...]:
        """The keys of some provisions, remembered for the answer's list."""
        keys: list[str] = []
        for reference in references:
            citation = self.law.cite(reference)
            key = f"{citation.act} {citation.provision}".strip()
            self.found.setdefault(key, citation)
            keys.append(key)
        return tuple(dict.fromkeys(keys))

    def keys_in_force(self, references: Iterable[str]) -> tuple[str, ...]:
        """The same, leaving out acts that did not exist yet: a question may be older than some act about it."""
        return self.keys(reference for reference in references if self._exists(reference))

    def keys_that_speak(self, references: Iterable[str]) -> tuple[str, ...]:
        """The same, leaving out also provisions that are not in force on the day: one act took the place of another."""
        return self.keys(reference for reference in references if self._exists(reference) and self._speaks(reference))

    def _speaks(self, reference: str) -> bool:
        return "/" not in reference or self.law.cite(reference).says is not None

    def _exists(self, reference: str) -> bool:
        try:
            self.law.cite(reference)
        except OutsideKnownLaw:
            return False
        return True

    def quotations(self) -> tuple[Quotation, ...]:
        return tuple(
            Quotation(
                act=found.act,
                title=found.title,
                short_title=found.short_title,
                provision=found.provision,
                edition=found.edition,
                url=found.url,
                label=found.label,
                says=found.says,
                verified=found.verified,
            )
            for found in self.found.values()
        )


def reading_used(reading: ReadingFile, followed: str, alternatives: Iterable[Alternative]) -> ReadingUsed:
    chosen = next(option for option in reading.options if option.id == followed)
    return ReadingUsed(reading.id, reading.question, followed, chosen.text, tuple(alternatives))


def readings_that_decide(
    reading_ids: Iterable[str], law: Law, verdict: Verdict, citing: Citing, verdict_under: Callable[[Law], Verdict]
) -> Iterator[ReadingUsed]:
    """The readings of which another option would give another verdict; ``verdict_under`` asks again under other law."""
    for reading_id in reading_ids:
        reading, followed = law.book.readings[reading_id], law.option(reading_id)
        others: list[Alternative] = []
        for option in reading.options:
            if option.encoded and option.id != followed:
                other = law.book.on(law.day, law.known_at, {**law.follow, reading_id: option.id})
                if (found := verdict_under(other)) != verdict:
                    others.append(Alternative(option.id, option.text, found))
        if others:
            citing.keys_that_speak(reading.cites)
            yield reading_used(reading, followed, others)


def readings_rested_on(reading_ids: Iterable[str], law: Law, citing: Citing) -> Iterator[ReadingUsed]:
    """Readings that the answer rests on although no switch would give another verdict."""
    for reading_id in reading_ids:
        citing.keys_that_speak(law.book.readings[reading_id].cites)
        yield reading_used(law.book.readings[reading_id], law.option(reading_id), ())


def unseen_changes(law: Law) -> tuple[ReadingUsed, ...]:
    """Reading Q15: an answer about a day after the latest publications seen rests on nothing having changed since."""
    if not law.holds("unseen_changes"):
        return ()
    return (reading_used(law.book.readings["Q15"], law.option("Q15"), ()),)


def digest(value: object) -> str:
    """The digest of a value's canonical JSON, as ``sha256:…``."""
    return f"sha256:{hashlib.sha256(msgspec.json.encode(value, order='sorted')).hexdigest()}"


def sealed(answer: A) -> A:
    """The answer with the digest of everything else in it; two answers with one digest say the same."""
    return msgspec.structs.replace(answer, answer=digest(msgspec.structs.replace(answer, answer="")))


def law_digest(law: Law, *rules: str) -> str:
    """The identity of the law an answer rests on: the data, the rules, what was known when, the readings followed."""
    known = law.known_at.isoformat() if law.known_at else None
    return digest([law.book.fingerprint, list(rules), known, dict(sorted(law.follow.items()))])
