"""Everything that can be asked over HTTP, as one table: where, with what, and what comes back.

The server finds its way by it and the OpenAPI description is written from it, so that the two cannot differ.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, NamedTuple, TypeVar

import msgspec

from saqta.basis.refusal import Fault, Refused
from saqta.basis.strict_json import decode
from saqta.basis.text import Text
from saqta.channels.api import public_status
from saqta.channels.api.asked import Asked
from saqta.channels.api.problems import ProblemCode, ProblemKind, kinds
from saqta.law.book import NoSuchEntry
from saqta.rules import dues, status
from saqta.rules.dues import ContributionsAnswer
from saqta.rules.facts import ContributionFacts, PersonFacts
from saqta.rules.status import InsuredAnswer

T = TypeVar("T")

_UNKNOWN_READING = Text(
    ru="Такого открытого вопроса или такого варианта нет.",
    kk="Мұндай ашық мәселе немесе мұндай нұсқа жоқ.",
    en="There is no such open question or option.",
)


class Word(NamedTuple):
    """A word after the question mark of an address."""

    name: str
    pattern: str
    example: str
    says: Text


class Operation(NamedTuple):
    """One thing that can be asked. ``takes`` is the shape of the body, ``gives`` that of the answer."""

    method: Literal["GET", "POST"]
    path: str
    name: str
    says: Text
    answer: Callable[[Asked], object]
    gives: Any
    takes: type[msgspec.Struct] | None = None
    words: tuple[Word, ...] = ()
    problems: tuple[ProblemCode, ...] = ()


class Health(msgspec.Struct, frozen=True):
    """That the server answers, and up to which moment everything the register was told is in its answers."""

    ready: bool
    as_of: str


_DAY_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_ON = Word(
    "on",
    _DAY_PATTERN,
    "2025-10-01",
    Text(
        ru="День, о котором вопрос; без него — сегодня в Казахстане.",
        kk="Сұрақ қойылған күн; берілмесе — Қазақстандағы бүгінгі күн.",
        en="The day asked about; without it, today in Kazakhstan.",
    ),
)
_MONTH = Word(
    "month",
    r"^[0-9]{4}-(0[1-9]|1[0-2])$",
    "2026-02",
    Text(
        ru="Месяц, о котором вопрос; без него — текущий.",
        kk="Сұрақ қойылған ай; берілмесе — ағымдағы ай.",
        en="The month asked about; without it, the current one.",
    ),
)
_LAW_WORDS = (
    Word(
        "known_at",
        _DAY_PATTERN,
        "2025-12-31",
        Text(
            ru="Ответить так, как ответили бы в этот более ранний день.",
            kk="Осы ертерек күні қалай жауап берілсе, солай жауап беру.",
            en="Answer as would have been answered on this earlier day.",
        ),
    ),
    Word(
        "reading",
        r"^Q[0-9]{1,3}=[a-z0-9_]{1,60}$",
        "Q1=tail_only",
        Text(
            ru="Другой вариант открытого вопроса закона; можно назвать несколько раз.",
            kk="Заңның ашық мәселесінің басқа нұсқасы; бірнеше рет атауға болады.",
            en="Another option of an open question of the law; may be given more than once.",
        ),
    ),
)


def _facts(asked: Asked, shape: type[T]) -> T:
    return decode(asked.body, shape)


def _ask_status(asked: Asked) -> InsuredAnswer:
    facts = _facts(asked, PersonFacts)
    try:
        return status.ask(
            facts,
            asked.day("on"),
            asked.desk.book,
            known_at=asked.optional_day("known_at"),
            follow=asked.readings("reading"),
        )
    except NoSuchEntry:
        raise Refused(Fault("reading", _UNKNOWN_READING, "?reading")) from None


def _ask_contributions(asked: Asked) -> ContributionsAnswer:
    facts = _facts(asked, ContributionFacts)
    try:
        return dues.ask(
            facts,
            asked.month("month"),
            asked.desk.book,
            known_at=asked.optional_day("known_at"),
            follow=asked.readings("reading"),
        )
    except NoSuchEntry:
        raise Refused(Fault("reading", _UNKNOWN_READING, "?reading")) from None


def _health(asked: Asked) -> Health:
    return Health(ready=True, as_of=asked.as_of.isoformat())


OPERATIONS: tuple[Operation, ...] = (
    Operation(
        "POST",
        "/api/v1/status",
        "askPublicStatus",
        Text(
            ru="Застрахован ли сегодня человек с этим ИИН. Ответ — всё, что можно сказать любому: да или нет, оплачен "
            "ли "
            "каждый из двенадцати месяцев, на какой момент и до какого дня.",
            kk="Осы ЖСН иесі бүгін сақтандырылған ба. Жауапта кез келген адамға айтуға болатынның бәрі бар: иә не "
            "жоқ, он "
            "екі айдың әрқайсысы төленген бе, қай сәттегі дерек және қай күнге дейін.",
            en="Is the person with this IIN insured today? The answer is all that anybody may be told: yes or no, "
            "whether "
            "each of twelve months is paid, as of which moment and until which day.",
        ),
        public_status.answer,
        public_status.PublicAnswer,
        takes=public_status.StatusQuestion,
        problems=("refused", "too-large", "wrong-media-type", "too-often", "unavailable"),
    ),
    Operation(
        "POST",
        "/api/v1/ask/status",
        "askStatus",
        Text(
            ru="Застрахован ли человек с этими фактами. Регистр не спрашивается, факты никуда не записываются.",
            kk="Деректері осындай адам сақтандырылған ба. Тізілім сұралмайды, деректер еш жерге жазылмайды.",
            en="Is a person with these facts insured? The register is not asked and the facts are kept nowhere.",
        ),
        _ask_status,
        InsuredAnswer,
        takes=PersonFacts,
        words=(_ON, *_LAW_WORDS),
        problems=("refused", "too-large", "wrong-media-type"),
    ),
    Operation(
        "POST",
        "/api/v1/ask/contributions",
        "askContributions",
        Text(
            ru="Сколько и кем должно быть уплачено за месяц с такими доходами.",
            kk="Осындай табыспен бір ай үшін кім қанша төлеуге тиіс.",
            en="What is owed for a month with such incomes, and by whom.",
        ),
        _ask_contributions,
        ContributionsAnswer,
        takes=ContributionFacts,
        words=(_MONTH, *_LAW_WORDS),
        problems=("refused", "too-large", "wrong-media-type"),
    ),
    Operation(
        "GET",
        "/api/v1/problems",
        "listProblems",
        Text(
            ru="Какими бывают отказы и что они значат.",
            kk="Бас тартулар қандай болады және нені білдіреді.",
            en="The kinds of problems there are, and what they mean.",
        ),
        lambda asked: kinds(),
        tuple[ProblemKind, ...],
    ),
    Operation(
        "GET",
        "/api/v1/health",
        "askHealth",
        Text(
            ru="Отвечает ли сервер и по какой момент учтены данные реестра.",
            kk="Сервер жауап бере ме және тізілім деректері қай сәтке дейін ескерілген.",
            en="Does the server answer, and up to which moment is the register followed?",
        ),
        _health,
        Health,
    ),
)
