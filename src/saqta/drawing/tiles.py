"""A map of the regions of Kazakhstan as tiles of one size, so that a large steppe does not outweigh a city.

Drawn by us: each tile lies roughly where its region does. No map data of anybody else is used.
"""

from __future__ import annotations

from typing import NamedTuple

from saqta.basis.text import Language, Text
from saqta.drawing.bars import MARGIN, WIDTH, heading
from saqta.drawing.svg import INK, PALE, PAPER, document, element, lines, words

PLACES: dict[str, tuple[int, int]] = {
    "39": (2, 0), "59": (3, 0), "55": (4, 0),
    "27": (0, 1), "15": (1, 1), "11": (2, 1), "71": (3, 1), "10": (4, 1), "63": (5, 1),
    "23": (0, 2), "62": (2, 2), "35": (3, 2), "33": (4, 2),
    "47": (0, 3), "43": (1, 3), "61": (2, 3), "31": (3, 3), "19": (4, 3),
    "79": (2, 4), "75": (4, 4),
}  # fmt: skip
"""Column and row of each region, by the first two digits of its code in КАТО."""

NAMES: dict[str, Text] = {
    "71": Text(ru="Астана", kk="Астана", en="Astana"),
    "75": Text(ru="г. Алматы", kk="Алматы қ.", en="Almaty city"),
    "79": Text(ru="Шымкент", kk="Шымкент", en="Shymkent"),
    "10": Text(ru="Абай", kk="Абай", en="Abai"),
    "11": Text(ru="Акмола", kk="Ақмола", en="Akmola"),
    "15": Text(ru="Актобе", kk="Ақтөбе", en="Aktobe"),
    "19": Text(ru="Алм. обл.", kk="Алм. обл.", en="Almaty reg."),
    "23": Text(ru="Атырау", kk="Атырау", en="Atyrau"),
    "27": Text(ru="Запад", kk="Батыс", en="West"),
    "31": Text(ru="Жамбыл", kk="Жамбыл", en="Jambyl"),
    "33": Text(ru="Жетісу", kk="Жетісу", en="Jetisu"),
    "35": Text(ru="Караганда", kk="Қарағанды", en="Karaganda"),
    "39": Text(ru="Костанай", kk="Қостанай", en="Kostanay"),
    "43": Text(ru="Кызылорда", kk="Қызылорда", en="Kyzylorda"),
    "47": Text(ru="Мангистау", kk="Маңғыстау", en="Mangystau"),
    "55": Text(ru="Павлодар", kk="Павлодар", en="Pavlodar"),
    "59": Text(ru="Север", kk="Солтүстік", en="North"),
    "61": Text(ru="Туркестан", kk="Түркістан", en="Turkistan"),
    "62": Text(ru="Ұлытау", kk="Ұлытау", en="Ulytau"),
    "63": Text(ru="Восток", kk="Шығыс", en="East"),
}
"""Names short enough for a tile."""

SHADES = ("#f1f3f5", "#c5e8e4", "#8fd0c9", "#4fb3a9", "#1d8a80", "#0b5f58")
"""None, and then from the fewest to the most."""
_TILE, _GAP = 72.0, 4.0
_LEFT = (WIDTH - 6 * _TILE - 5 * _GAP) / 2


class RegionMap(NamedTuple):
    """A figure for each region, by the first two digits of its code; a region left out is drawn as not known, which is
    not the same as none."""

    title: str
    subtitle: str
    counts: dict[str, int]
    footer: str


def tiles(drawn: RegionMap, language: Language) -> str:
    """The map as SVG; the more, the darker, and every tile says its figure."""
    head, top = heading(drawn.title, drawn.subtitle)
    top += 14
    most = max(drawn.counts.values(), default=0)
    content = [head]
    for prefix, (column, row) in PLACES.items():
        left, upper = _LEFT + column * (_TILE + _GAP), top + row * (_TILE + _GAP)
        content.append(_tile(NAMES[prefix].in_language(language), drawn.counts.get(prefix), most, left, upper))
    bottom = top + 5 * (_TILE + _GAP) + 18
    for line in lines(drawn.footer, 58):
        content.append(words(line, MARGIN, bottom, 11, PALE))
        bottom += 15
    return document(WIDTH, bottom + 5, f"{drawn.title}. {drawn.subtitle}", *content)


def shade(count: int, most: int) -> int:
    """Which of the shades: none has its own, the rest share five equal steps up to the most."""
    return 0 if count == 0 else -(-count * (len(SHADES) - 1) // most)


def _tile(name: str, count: int | None, most: int, left: float, upper: float) -> str:
    middle = left + _TILE / 2
    if count is None:
        box = element(
            "rect", x=left + 0.5, y=upper + 0.5, width=_TILE - 1, height=_TILE - 1, rx=4, fill=PAPER,
            stroke=PALE, stroke_dasharray="4 3",
        )  # fmt: skip
        return box + _label(name, "?", middle, upper, INK)
    level = shade(count, most)
    box = element("rect", x=left, y=upper, width=_TILE, height=_TILE, rx=4, fill=SHADES[level])
    return box + _label(name, str(count), middle, upper, PAPER if level >= 4 else INK)


def _label(name: str, said: str, middle: float, upper: float, colour: str) -> str:
    return words(name, middle, upper + 22, 11, colour, text_anchor="middle") + words(
        said, middle, upper + 52, 20 if len(said) < 5 else 15, colour, text_anchor="middle", font_weight="bold"
    )
