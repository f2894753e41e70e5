"""How many live in each region, and how they work.

``people`` are thousands of inhabitants, rounded; ``informal`` is an invented weight of work without contributions. Both
serve only to make an invented population look like a country.
"""

from __future__ import annotations

from typing import NamedTuple

from saqta.basis import regions
from saqta.basis.text import Text


class Region(NamedTuple):
    """A region or a city of its rank, by its code in КАТО."""

    code: str
    name: Text
    people: int
    informal: float


_LIVES = {
    "71": (1530, 0.7),
    "75": (2290, 0.9),
    "79": (1260, 1.3),
    "10": (605, 0.9),
    "11": (790, 0.8),
    "15": (950, 0.9),
    "19": (1570, 1.3),
    "23": (710, 0.8),
    "27": (700, 0.9),
    "31": (1220, 1.4),
    "33": (690, 1.3),
    "35": (1130, 0.7),
    "39": (820, 0.8),
    "43": (845, 1.1),
    "47": (805, 0.9),
    "55": (750, 0.7),
    "59": (520, 0.8),
    "61": (2150, 1.6),
    "62": (220, 0.7),
    "63": (720, 0.8),
}

REGIONS: tuple[Region, ...] = tuple(
    Region(region.code, region.name, *_LIVES[region.prefix]) for region in regions.REGIONS
)

BY_CODE = {region.code: region for region in REGIONS}
