"""The cities that people measure from who do not say where they are: the centre of each region, by its main square.

Coordinates are those of the cities on any map, to a hundredth of a degree, which is a kilometre; they decide nothing.
"""

from __future__ import annotations

from typing import NamedTuple

from saqta.basis.text import Text
from saqta.registry.clinic_records import Position


class Centre(NamedTuple):
    """A city, and where it lies; ``prefix`` is that of its region."""

    prefix: str
    name: Text
    position: Position


def _centre(prefix: str, ru: str, kk: str, en: str, latitude: int, longitude: int) -> Centre:
    """``latitude`` and ``longitude`` in hundredths of a degree."""
    return Centre(prefix, Text(ru=ru, kk=kk, en=en), Position(latitude * 10_000, longitude * 10_000))


CENTRES: tuple[Centre, ...] = (
    _centre("71", "Астана", "Астана", "Astana", 5117, 7145),
    _centre("75", "Алматы", "Алматы", "Almaty", 4324, 7689),
    _centre("79", "Шымкент", "Шымкент", "Shymkent", 4232, 6959),
    _centre("10", "Семей", "Семей", "Semey", 5041, 8023),
    _centre("11", "Кокшетау", "Көкшетау", "Kokshetau", 5328, 6938),
    _centre("15", "Актобе", "Ақтөбе", "Aktobe", 5028, 5717),
    _centre("19", "Қонаев", "Қонаев", "Qonaev", 4387, 7707),
    _centre("23", "Атырау", "Атырау", "Atyrau", 4711, 5192),
    _centre("27", "Уральск", "Орал", "Oral", 5123, 5137),
    _centre("31", "Тараз", "Тараз", "Taraz", 4290, 7137),
    _centre("33", "Талдыкорган", "Талдықорған", "Taldyqorghan", 4502, 7837),
    _centre("35", "Караганда", "Қарағанды", "Karaganda", 4980, 7311),
    _centre("39", "Костанай", "Қостанай", "Kostanay", 5321, 6362),
    _centre("43", "Кызылорда", "Қызылорда", "Kyzylorda", 4485, 6551),
    _centre("47", "Актау", "Ақтау", "Aktau", 4365, 5116),
    _centre("55", "Павлодар", "Павлодар", "Pavlodar", 5229, 7697),
    _centre("59", "Петропавловск", "Петропавл", "Petropavl", 5487, 6916),
    _centre("61", "Туркестан", "Түркістан", "Turkistan", 4330, 6825),
    _centre("62", "Жезказган", "Жезқазған", "Jezkazgan", 4779, 6771),
    _centre("63", "Усть-Каменогорск", "Өскемен", "Oskemen", 4995, 8261),
)
