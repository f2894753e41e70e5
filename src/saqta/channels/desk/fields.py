"""Fields of forms: how they are shown, and how what was typed is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, TypeVar
from uuid import UUID

from saqta.basis.identifiers import Iin
from saqta.basis.money import Money, NotMoney
from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text
from saqta.channels.clock import KAZAKHSTAN
from saqta.channels.desk.pages import Work
from saqta.channels.desk.wording.inspections import INSPECTIONS

T = TypeVar("T", bound=str)
Kind = Literal["date", "datetime", "text", "number", "words", "choice", "ticks", "answers", "teeth", "file"]


@dataclass(frozen=True, slots=True)
class Option:
    """Something that can be chosen: what is sent, what is shown, whether it is chosen already."""

    value: str
    name: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """One field as it is shown. ``key`` tells fields of one name in different forms of a page apart, ``longest`` is how
    many letters of words may be typed."""

    name: str
    label: str
    kind: Kind = "text"
    key: str = ""
    value: str = ""
    options: tuple[Option, ...] = ()
    rows: tuple[tuple[str, str, tuple[Option, ...]], ...] = ()
    required: bool = True
    hint: str = ""
    longest: int = 1000


def read_iin(work: Work) -> Iin:
    """The number of a person in the field ``iin``, however it is spaced; raises ``Refused``."""
    return Iin.parse("".join(work.typed("iin").split()))


def read_version(work: Work, name: str) -> int:
    """Which version, or which row, was looked at; for what is no number -1, which none has."""
    typed = work.typed(name)
    return int(typed) if typed.isascii() and typed.isdecimal() else -1


def read_day(work: Work, name: str, label: Text) -> date:
    """The day in a field; raises ``Refused``."""
    try:
        return date.fromisoformat(work.typed(name))
    except ValueError:
        raise _refused("day_wrong", name, label) from None


def read_day_if_any(work: Work, name: str, label: Text) -> date | None:
    """The day in a field that may stay empty; raises ``Refused``."""
    return read_day(work, name, label) if work.typed(name) else None


def read_moment_if_any(work: Work, name: str, label: Text) -> datetime | None:
    """The moment in a field, in the time of Kazakhstan; None where it is empty. Raises ``Refused``."""
    if not work.typed(name):
        return None
    try:
        return datetime.fromisoformat(work.typed(name)).replace(tzinfo=KAZAKHSTAN)
    except ValueError:
        raise _refused("day_wrong", name, label) from None


def read_money(work: Work, name: str) -> Money:
    """The sum in a field; raises ``Refused``."""
    try:
        return Money.tenge(work.typed(name).replace(" ", "").replace(",", "."))
    except NotMoney:
        raise Refused(Fault("amount-wrong", INSPECTIONS["amount_wrong"], name)) from None


def read_choice(work: Work, name: str, label: Text, allowed: Sequence[T]) -> T:
    """What was chosen; raises ``Refused`` for anything that was not offered."""
    for offered in allowed:
        if offered == work.typed(name):
            return offered
    raise _refused("choice_wrong", name, label)


def read_identifier(work: Work, name: str, label: Text) -> UUID | None:
    """What was chosen among records; None where nothing was. Raises ``Refused``."""
    if not work.typed(name):
        return None
    try:
        return UUID(work.typed(name))
    except ValueError:
        raise _refused("choice_wrong", name, label) from None


def _refused(code: str, name: str, label: Text) -> Refused:
    return Refused(Fault(code.replace("_", "-"), INSPECTIONS[code].fill(name=label), name))
