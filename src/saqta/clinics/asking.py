"""What is typed about clinics, read into questions: a point on the map, a yes or no, how many."""

from __future__ import annotations

import re
from uuid import UUID

from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text
from saqta.registry.clinic_records import MOST_EAST, MOST_NORTH, MOST_SOUTH, MOST_WEST, Position

MOST_SHOWN = 50
_POINT = re.compile(r"([0-9]{1,2})(?:\.([0-9]{1,9}))?\s*,\s*([0-9]{1,2})(?:\.([0-9]{1,9}))?", re.ASCII)


def point(text: str, where: str) -> Position:
    """A point in Kazakhstan, as ``43.238949,76.889709``: degrees north, then east. Raises ``Refused``."""
    match = _POINT.fullmatch(text.strip())
    if match is not None:
        found = Position(_millionths(match[1], match[2]), _millionths(match[3], match[4]))
        if MOST_SOUTH <= found.latitude <= MOST_NORTH and MOST_WEST <= found.longitude <= MOST_EAST:
            return found
    raise Refused(Fault("point", _POINT_TEXT, where))


def how_many(text: str, where: str) -> int:
    """How many clinics are to be shown; raises ``Refused`` for none and for more than anybody reads."""
    if re.fullmatch(r"[0-9]{1,2}", text, re.ASCII) and 1 <= int(text) <= MOST_SHOWN:
        return int(text)
    raise Refused(Fault("how-many", _HOW_MANY, where))


def identifier(text: str, where: str) -> UUID:
    """The identifier of a clinic; raises ``Refused``."""
    try:
        return UUID(text)
    except ValueError:
        raise Refused(Fault("identifier", _IDENTIFIER, where)) from None


def _millionths(whole: str, decimals: str | None) -> int:
    return int(whole) * 1_000_000 + int((decimals or "")[:6].ljust(6, "0"))


_POINT_TEXT = Text(
    ru="Ожидается точка в Казахстане: широта и долгота в градусах через запятую, например 43.238949,76.889709.",
    kk="Қазақстандағы нүкте күтіледі: градуспен ендік пен бойлық, арасында үтір, мысалы 43.238949,76.889709.",
    en="A point in Kazakhstan is expected: latitude and longitude in degrees with a comma between, such as "
    "43.238949,76.889709.",
)
_HOW_MANY = Text(
    ru="Сколько клиник показать: целое число от 1 до 50.",
    kk="Қанша клиника көрсету керек: 1-ден 50-ге дейінгі бүтін сан.",
    en="How many clinics to show: a whole number from 1 to 50.",
)
_IDENTIFIER = Text(
    ru="Это не идентификатор клиники. Его показывает поиск клиник.",
    kk="Бұл клиниканың идентификаторы емес. Оны клиника іздеу көрсетеді.",
    en="This is no identifier of a clinic. The search for clinics shows it.",
)
