"""``POST /api/v1/status``: what anybody who knows a number may be told about it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Annotated, Literal, NamedTuple, TypeVar, cast, get_args

import msgspec
from msgspec import Raw

from saqta.access.budgets import Spent
from saqta.access.proof_of_work import LONGEST
from saqta.access.records import stranger
from saqta.basis.identifiers import Iin
from saqta.basis.month import MonthMask
from saqta.basis.refusal import Refused
from saqta.basis.strict_json import decode
from saqta.basis.text import Text
from saqta.channels.api.asked import Asked
from saqta.channels.api.problems import WentWrong
from saqta.channels.clock import KAZAKHSTAN, day_in_kazakhstan
from saqta.coverage.records import marks
from saqta.law.book import Book
from saqta.rules.answer import ReadingUsed, Verdict
from saqta.rules.status_basis import status_basis

IinText = Annotated[
    str,
    msgspec.Meta(
        description="ИИН: twelve digits of which the last is a check digit.",
        min_length=12,
        max_length=24,
        extra_json_schema={"format": "kz-iin"},
    ),
]


ProofText = Annotated[
    str,
    msgspec.Meta(
        description="The solved challenge of /api/v1/proof-of-work: {challenge, solution} as base64 of JSON. Without "
        "it the question counts against smaller budgets.",
        max_length=LONGEST,
    ),
]


class StatusQuestion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whose status is asked about. Only today can be asked about in public: each day more would tell more."""

    iin: IinText
    proof: ProofText | None = None


class MonthMark(msgspec.Struct, frozen=True):
    """Whether one month is paid for or need not be."""

    month: str
    paid: bool


class Provision(msgspec.Struct, frozen=True):
    """A provision by which anybody is insured or not, without its wording: the answer goes to phones."""

    act: str
    title: Text
    provision: str
    edition: date
    url: str


class PublicAnswer(msgspec.Struct, frozen=True):
    """The public answer. ``as_of`` is the moment up to which everything the register was told is in the answer;
    ``valid_until`` the first day on which the verdict ends if nothing more happens. A number that the register does not
    know is answered like that of an adult who never paid."""

    question: Literal["insured"]
    on: date
    verdict: Verdict
    says: Text
    months: tuple[MonthMark, ...]
    as_of: datetime
    valid_until: date | None
    citations: tuple[Provision, ...]
    readings: tuple[ReadingUsed, ...]
    law: str


Part = TypeVar("Part")
_ASKER = stranger("api")
_PLAIN = re.compile(rb'\s*\{\s*"iin"\s*:\s*"([0-9]{12})"\s*\}\s*')
"""A question as nearly every program writes it; any other is read by the strict reader."""


def answer(asked: Asked) -> PublicAnswer:
    """The status of the number in the body."""
    plain = _PLAIN.fullmatch(asked.body)
    question = StatusQuestion(plain[1].decode("ascii")) if plain else decode(asked.body, StatusQuestion)
    try:
        iin = Iin.parse(question.iin)
    except Refused as refused:
        raise refused.placed(lambda _: "$.iin") from None
    on = day_in_kazakhstan(asked.at)
    found = asked.desk.ask(iin, address=asked.address, by=_ASKER, at=asked.at, on=on, proof=question.proof)
    if isinstance(found, Spent):
        raise WentWrong("too-often", retry_after=found.seconds)
    shared = _basis(asked.desk.book, on)
    return PublicAnswer(
        question="insured",
        on=on,
        verdict=found.verdict,
        says=shared.says[found.verdict],
        months=_months(found.credited, on),
        as_of=_in_kazakhstan(asked.as_of),
        valid_until=found.valid_until,
        citations=shared.citations,
        readings=shared.readings,
        law=shared.law,
    )


@lru_cache(maxsize=4)
def _basis(book: Book, on: date) -> _Basis:
    """The part of an answer that is the same for everybody on that day, encoded once."""
    basis = status_basis(on, book)
    provisions = msgspec.convert(basis.citations, tuple[Provision, ...], from_attributes=True)
    says = {verdict: _encoded(basis.says(verdict)) for verdict in get_args(Verdict)}
    return _Basis(says, _encoded(provisions), _encoded(basis.readings), basis.law)


def _encoded(part: Part) -> Part:
    """A part of many answers, encoded once; for whoever encodes an answer it stands for the part itself."""
    return cast("Part", Raw(msgspec.json.encode(part)))


class _Basis(NamedTuple):
    says: Mapping[Verdict, Text]
    citations: tuple[Provision, ...]
    readings: tuple[ReadingUsed, ...]
    law: str


@lru_cache(maxsize=4096)  # each of the twelve months is paid or not
def _months(credited: MonthMask, on: date) -> tuple[MonthMark, ...]:
    return _encoded(tuple(MonthMark(str(month), paid) for month, paid in marks(credited, on, 12)))


@lru_cache(maxsize=2)
def _in_kazakhstan(moment: datetime) -> datetime:
    return moment.astimezone(KAZAKHSTAN)
