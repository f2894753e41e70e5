"""What valid law data looks like. Unknown keys are errors, spans are half-open, nothing has a silent default."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import Literal, Protocol, TypeVar

import msgspec

from saqta.basis.money import Money
from saqta.basis.span import covers
from saqta.basis.text import Text

Confidence = Literal["high", "medium", "low"]
"""How far an entry may be trusted: the text of the act or several independent publications; one good source;
background knowledge nobody has verified yet."""

_PATH = re.compile(r"[a-z]+_[0-9]+(-[0-9]+)*(__[a-z]+_[0-9]+(-[0-9]+)*)*")
_PARTS: dict[str, Text] = {
    "art": Text(ru="ст. {}", kk="{}-бап", en="art. {}"),
    "para": Text(ru="п. {}", kk="{}-тармақ", en="para. {}"),
    "subpara": Text(ru="пп. {})", kk="{}) тармақша", en="subpara. {}"),
    "part": Text(ru="часть {}", kk="{}-бөлік", en="part {}"),
    "chapter": Text(ru="глава {}", kk="{}-тарау", en="chapter {}"),
    "item": Text(ru="п. {}", kk="{}-тармақ", en="item {}"),
    "annex": Text(ru="приложение {}", kk="{}-қосымша", en="annex {}"),
    # A rule that good sources report and whose place in the act nobody of us has seen; the number is ours.
    "rule": Text(
        ru="норма {} (пункт не установлен)", kk="{}-норма (тармағы анықталмаған)", en="rule {} (item not seen)"
    ),
}


class Spanned(Protocol):
    """What the law says from ``start`` up to, but not including, ``end``; an ``end`` of None never comes."""

    @property
    def start(self) -> date: ...

    @property
    def end(self) -> date | None: ...


S = TypeVar("S", bound=Spanned)


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When a text enters into force: a named day, or a count of calendar days after its first official publication."""

    on: date | None = None
    days_after_publication: int | None = None
    published_on: date | None = None
    applies_from: date | None = None
    """An earlier day from which the text applies to past relations, when it says so itself."""

    def __post_init__(self) -> None:
        computed = self.days_after_publication is not None and self.published_on is not None
        if (self.on is None) is not computed:
            raise ValueError("an entry into force is either a day or a count of days after a day of publication")

    @property
    def day(self) -> date:
        """The first day in force. After publication on day P "on the expiry of ten calendar days" means P + 11:
        ten full days pass after the day of publication, and the text is in force on the next."""
        if self.on is not None:
            return self.on
        if self.published_on is None or self.days_after_publication is None:
            raise ValueError("an entry into force without a day of publication")
        return self.published_on + timedelta(days=self.days_after_publication + 1)


class ListText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An official list kept word for word in ``data/lists``."""

    file: str
    sha256: str
    language: Literal["ru", "kk"]
    source: str


class Edition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The state of an act from one day on, and what made it so."""

    entry: Entry
    made_by: Text
    summary: Text
    confidence: Confidence
    source: str
    text: ListText | None = None


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a provision says during one span, in our own words."""

    summary: Text
    confidence: Confidence
    source: str
    start: date = msgspec.field(name="from")
    end: date | None = msgspec.field(name="until")


class Provision(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An article, paragraph or item of an act, named like ``art_26-1__para_1__subpara_2``."""

    path: str
    wordings: tuple[Wording, ...]

    def __post_init__(self) -> None:
        if not _PATH.fullmatch(self.path):
            raise ValueError(f"{self.path!r} is not a provision path such as art_26-1__para_1")
        check_spans(self.path, self.wordings)


class Act(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A law, code, decree or order, under its identifier in the official database.

    ``identified`` is False where that identifier is not known to us: the ``id`` is then our own and the address leads
    to the search of the database.
    """

    id: str
    kind: Literal["law", "code", "decree", "order"]
    number: str
    adopted_on: date
    title: Text
    short_title: Text
    url: str
    editions: tuple[Edition, ...]
    provisions: tuple[Provision, ...] = ()
    registered_as: str | None = None
    identified: bool = True

    @property
    def akn(self) -> str:
        """Our own work identifier in the manner of Akoma Ntoso; the State has published no template for one."""
        number = self.number.lower().replace(" ", "-").replace("/", "-")
        return f"/akn/kz/act/{self.kind}/{self.adopted_on}/{number}"


class Value(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One value of a parameter during one span of days.

    ``known_from`` is set when the law gave the value back in time: before that day nobody could know it, and a
    question asked as of an earlier moment is answered with the value then known.
    """

    value: str | int | tuple[str, ...]
    confidence: Confidence
    source: str
    start: date = msgspec.field(name="from")
    end: date | None = msgspec.field(name="until")
    cites: tuple[str, ...] = ()
    known_from: date | None = None


class Parameter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A number or list that the law sets and changes."""

    name: str
    kind: Literal["money", "rate", "number", "words"]
    title: Text
    values: tuple[Value, ...]

    def __post_init__(self) -> None:
        for value in self.values:
            self.read(value)
        check_spans(self.name, tuple(value for value in self.values if value.known_from is None))

    def read(self, value: Value) -> Money | Fraction | int | tuple[str, ...]:
        """The value in the type of its kind; raises ``ValueError`` when it does not fit."""
        match self.kind, value.value:
            case "money", str(text):
                return Money.tenge(text)
            case "rate", str(text):
                return Fraction(text)
            case "number", int(number):
                return number
            case "words", tuple(words):
                return words
        raise ValueError(f"{self.name}: {value.value!r} is not a {self.kind}")


class Period(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A named span during which a rule or a regime of the law applies."""

    name: str
    title: Text
    confidence: Confidence
    source: str
    cites: tuple[str, ...]
    start: date = msgspec.field(name="from")
    end: date | None = msgspec.field(name="until")

    def __post_init__(self) -> None:
        check_spans(self.name, (self,))


Ground = Literal["category", "exempt", "local_budget"]


class CategoryWording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who belongs to a category during one span.

    The conditions are facts about the membership, in the words of the published facts document:
    ``requires`` must be true, and left out they are unknown; ``unless`` end the membership when true, and left out
    they are false, because being recorded in the category already says so; ``presumes`` end it when false, and
    left out they are true for the same reason.
    """

    name: Text
    confidence: Confidence
    source: str
    cites: tuple[str, ...]
    ground: Ground
    start: date = msgspec.field(name="from")
    end: date | None = msgspec.field(name="until")
    requires: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    presumes: tuple[str, ...] = ()
    reach: Literal["membership", "year_of_visit"] = "membership"
    """From which day to which: the days of membership, or from the first visit for care to the end of that year."""


class Category(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """People for whom the State or a local budget pays, or who are exempt from paying.

    ``survives_work``: a member who works stays a member, and neither the employer nor the member pays.
    """

    code: str
    survives_work: bool
    wordings: tuple[CategoryWording, ...]

    def __post_init__(self) -> None:
        check_spans(self.code, self.wordings)


class Option(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way to read an open question. ``encoded`` tells whether the rules can follow it by a switch."""

    id: str
    text: Text
    encoded: bool


class ReadingFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An open question of law: the options, the one followed, and why."""

    id: str
    question: Text
    options: tuple[Option, ...]
    followed: str
    because: Text
    since: date
    confidence: Confidence
    source: str
    cites: tuple[str, ...]
    settled: bool = False

    def __post_init__(self) -> None:
        if self.followed not in {option.id for option in self.options}:
            raise ValueError(f"{self.id} follows {self.followed!r}, which is not among its options")


class Dated(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Something that stands from one day up to, but not including, another."""

    code: str
    confidence: Confidence
    source: str
    cites: tuple[str, ...]
    start: date = msgspec.field(name="from")
    end: date | None = msgspec.field(name="until")

    def __post_init__(self) -> None:
        check_spans(self.code, (self,))

    def stands_on(self, day: date) -> bool:
        return covers(self.start, self.end, day)


@lru_cache(maxsize=2048)
def provision_label(path: str) -> Text:
    """``art_26-1__para_1`` as people cite it: ``ст. 26-1 п. 1``, ``26-1-бап 1-тармақ``, ``art. 26-1 para. 1``."""
    steps = [step.split("_", 1) for step in path.split("__")]
    return Text(
        **{
            language: " ".join(getattr(_PARTS[kind], language).format(number) for kind, number in steps)
            for language in ("ru", "kk", "en")
        }
    )


def check_spans(name: str, dated: Sequence[Spanned]) -> None:
    """Spans of one thing follow one another without overlap, the earliest first. A gap is allowed: it means that
    the thing was not in force, and a look-up inside the gap fails."""
    for item in dated:
        if item.end is not None and item.end <= item.start:
            raise ValueError(f"{name}: a span from {item.start} until {item.end} contains no day")
    for earlier, later in pairwise(dated):
        if earlier.end is None or earlier.end > later.start:
            raise ValueError(f"{name}: the span from {later.start} overlaps the one before it")


def in_force_on(spans: Iterable[S], day: date) -> S | None:
    """The one of the spans that holds the day; None when nothing is in force on it."""
    return next((found for found in spans if covers(found.start, found.end, day)), None)
