"""The regions of Kazakhstan and the cities of their rank, by КАТО code.

``people`` are thousands of inhabitants, rounded; ``informal`` is an invented weight of work without contributions. Both
serve only to make an invented population look like a country.
"""

from __future__ import annotations

from typing import NamedTuple

from saqta.basis.text import Text


class Region(NamedTuple):
    """A region or a city of its rank."""

    code: str
    name: Text
    people: int
    informal: float


def _region(code: str, ru: str, kk: str, en: str, people: int, informal: float) -> Region:
    return Region(code, Text(ru=ru, kk=kk, en=en), people, informal)


REGIONS: tuple[Region, ...] = (
    _region("710000000", "Астана", "Астана", "Astana", 1530, 0.7),
    _region("750000000", "Алматы", "Алматы", "Almaty", 2290, 0.9),
    _region("790000000", "Шымкент", "Шымкент", "Shymkent", 1260, 1.3),
    _region("100000000", "Абайская область", "Абай облысы", "Abai Region", 605, 0.9),
    _region("110000000", "Акмолинская область", "Ақмола облысы", "Akmola Region", 790, 0.8),
    _region("150000000", "Актюбинская область", "Ақтөбе облысы", "Aktobe Region", 950, 0.9),
    _region("190000000", "Алматинская область", "Алматы облысы", "Almaty Region", 1570, 1.3),
    _region("230000000", "Атырауская область", "Атырау облысы", "Atyrau Region", 710, 0.8),
    _region("270000000", "Западно-Казахстанская область", "Батыс Қазақстан облысы", "West Kazakhstan", 700, 0.9),
    _region("310000000", "Жамбылская область", "Жамбыл облысы", "Jambyl Region", 1220, 1.4),
    _region("330000000", "Область Жетісу", "Жетісу облысы", "Jetisu Region", 690, 1.3),
    _region("350000000", "Карагандинская область", "Қарағанды облысы", "Karaganda Region", 1130, 0.7),
    _region("390000000", "Костанайская область", "Қостанай облысы", "Kostanay Region", 820, 0.8),
    _region("430000000", "Кызылординская область", "Қызылорда облысы", "Kyzylorda Region", 845, 1.1),
    _region("470000000", "Мангистауская область", "Маңғыстау облысы", "Mangystau Region", 805, 0.9),
    _region("550000000", "Павлодарская область", "Павлодар облысы", "Pavlodar Region", 750, 0.7),
    _region("590000000", "Северо-Казахстанская область", "Солтүстік Қазақстан облысы", "North Kazakhstan", 520, 0.8),
    _region("610000000", "Туркестанская область", "Түркістан облысы", "Turkistan Region", 2150, 1.6),
    _region("620000000", "Область Ұлытау", "Ұлытау облысы", "Ulytau Region", 220, 0.7),
    _region("630000000", "Восточно-Казахстанская область", "Шығыс Қазақстан облысы", "East Kazakhstan", 720, 0.8),
)  # fmt: skip

BY_CODE = {region.code: region for region in REGIONS}
