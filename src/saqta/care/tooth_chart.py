"""The chart of teeth by the notation of the FDI, as a picture: what is planned or was done stands out.

One looks at the patient, so their right side is on the left of the picture. Only the sets of teeth that are spoken of
are drawn, so that the numbers can be read on a telephone. The picture repeats a list and never stands instead of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from saqta.basis.text import Language
from saqta.care.phrases import phrases
from saqta.care.records import TreatedTooth, Treatment
from saqta.care.teeth import LOWER_MILK, LOWER_PERMANENT, UPPER_MILK, UPPER_PERMANENT
from saqta.drawing.svg import INK, LIGHT, PALE, document, element, words

_SIDE, _GAP, _EDGE, _CAPTION = 34, 4, 8, 20
_TREATED, _REMOVED, _ON_TREATED = "#0b655e", "#96222b", "#ffffff"
_PERMANENT = frozenset((*UPPER_PERMANENT, *LOWER_PERMANENT))


def draw_teeth(treated: Iterable[TreatedTooth], language: Language) -> str:
    """The picture as SVG. A tooth that is treated is filled; one that is removed is crossed out."""
    said: dict[int, list[Treatment]] = {}
    for found in treated:
        said.setdefault(found.tooth, []).append(found.treatment)
    rows = list(_rows(set(said)))
    width = _SIDE * max(map(len, rows)) + 2 * _EDGE + _GAP
    height = _CAPTION + _EDGE + len(rows) * (_SIDE + _GAP)
    drawn = [_captions(width, language)]
    for place, row in enumerate(rows):
        top = _CAPTION + place * (_SIDE + _GAP)
        left = (width - _SIDE * len(row) - _GAP) / 2
        for number, tooth in enumerate(row):
            # The gap is the middle of the face: the quadrants are told apart by it.
            across = left + number * _SIDE + (_GAP if number >= len(row) // 2 else 0)
            drawn.append(_tooth(tooth, said.get(tooth, []), across, top, language))
    return document(width, height, phrases("consent")["chart"].in_language(language), *drawn)


def _rows(spoken_of: set[int]) -> Iterable[tuple[int, ...]]:
    permanent, milk = bool(spoken_of & _PERMANENT), bool(spoken_of - _PERMANENT)
    if permanent or not spoken_of:
        yield UPPER_PERMANENT
    if milk:
        yield UPPER_MILK
        yield LOWER_MILK
    if permanent or not spoken_of:
        yield LOWER_PERMANENT


def _captions(width: float, language: Language) -> str:
    right, left = (phrases("consent")[f"chart-{side}"].in_language(language) for side in ("right", "left"))
    return words(right, _EDGE, 13, 11, PALE) + words(left, width - _EDGE, 13, 11, PALE, text_anchor="end")


def _tooth(tooth: int, treatments: list[Treatment], left: float, top: float, language: Language) -> str:
    removed = "extraction" in treatments
    filled = bool(treatments) and not removed
    size = _SIDE - 3
    box = element(
        "rect",
        x=left,
        y=top,
        width=size,
        height=size,
        rx=6,
        fill=_TREATED if filled else "none",
        stroke=_REMOVED if removed else _TREATED if filled else LIGHT,
        stroke_width=2,
    )
    colour = _ON_TREATED if filled else _REMOVED if removed else INK
    number = words(str(tooth), left + size / 2, top + size / 2 + 5, 14, colour, text_anchor="middle")
    cross = ""
    if removed:
        corners = f"M{left + 4:g} {top + 4:g}l{size - 8} {size - 8}m0 -{size - 8}l-{size - 8} {size - 8}"
        cross = element("path", d=corners, stroke=_REMOVED, stroke_width=1.5, opacity=0.55)
    if not treatments:
        return box + number
    done = ", ".join(phrases("consent")[f"treatment-{treatment}"].in_language(language) for treatment in treatments)
    return element("g", element("title", escape(f"{tooth}: {done}", quote=False)), box, cross, number)
