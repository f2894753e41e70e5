"""Lying bars under a title that says what they show, tall enough to be read on a telephone."""

from __future__ import annotations

from typing import NamedTuple

from saqta.drawing.svg import INK, LIGHT, PALE, document, element, lines, words

WIDTH, MARGIN = 480.0, 20.0
_ROOM = WIDTH - 2 * MARGIN
_TITLE, _TITLE_LETTERS, _TITLE_LINE = 20.0, 32, 25.0
_SMALL, _SMALL_LETTERS, _SMALL_LINE = 12.0, 58, 16.0
_LABEL, _LABEL_LINE = 13.0, 17.0
_LETTER = 7.9
"""The usual width of a letter of a label, a little more than most: names break before they meet their figures."""
_BAR, _ROW = 10.0, 36.0


class Bar(NamedTuple):
    """One bar: what it is of, the share of the width that it fills, what is written beside it, its colour."""

    label: str
    share: float
    said: str
    colour: str


class Chart(NamedTuple):
    """A picture of bars under a title that says what they show."""

    title: str
    subtitle: str
    bars: tuple[Bar, ...]
    footer: str
    marked: tuple[float, str] | None = None
    """A share marked across all bars, such as that of the whole country."""
    key: tuple[tuple[str, str], ...] = ()
    """What the colours mean, where there are several: each with its colour."""


def bars(chart: Chart) -> str:
    """The chart as SVG; the name of a bar stands above it, so that a long one needs no room beside it."""
    heading, top = _heading(chart)
    content = [heading]
    first = top
    for bar in chart.bars:
        drawn, top = _bar(bar, top)
        content.append(drawn)
    if chart.marked is not None:
        content.append(_mark(*chart.marked, first, top))
        top += 18
    top += 26
    for line in lines(chart.footer, _SMALL_LETTERS):
        content.append(words(line, MARGIN, top, 11, PALE))
        top += 15
    return document(WIDTH, top + 5, f"{chart.title}. {chart.subtitle}", *content)


def heading(title: str, subtitle: str) -> tuple[str, float]:
    """Title and subtitle, and where what follows may begin."""
    top, written = 20.0, []
    for line in lines(title, _TITLE_LETTERS):
        top += _TITLE_LINE
        written.append(words(line, MARGIN, top - 5, _TITLE, font_weight="bold"))
    for line in lines(subtitle, _SMALL_LETTERS):
        top += _SMALL_LINE
        written.append(words(line, MARGIN, top + 2, _SMALL, PALE))
    return "".join(written), top + 10


def _heading(chart: Chart) -> tuple[str, float]:
    drawn, top = heading(chart.title, chart.subtitle)
    left = MARGIN
    for colour, said in chart.key:
        width = 20 + 7.2 * len(said)
        if left == MARGIN or left + width > WIDTH - MARGIN:
            left, top = MARGIN, top + 20
        drawn += element("rect", x=left, y=top - 10, width=11, height=11, rx=2, fill=colour)
        drawn += words(said, left + 16, top, _SMALL)
        left += width + 14
    return drawn, top


def _bar(bar: Bar, top: float) -> tuple[str, float]:
    free = _ROOM - _LETTER * (len(bar.said) + 2)
    named = lines(bar.label, max(int(free / _LETTER), 12))
    base = top + 28
    drawn = [words(line, MARGIN, base + _LABEL_LINE * place, _LABEL) for place, line in enumerate(named)]
    last = base + _LABEL_LINE * (len(named) - 1)
    drawn.append(words(bar.said, WIDTH - MARGIN, last, _LABEL, INK, font_weight="bold", text_anchor="end"))
    drawn.append(element("rect", x=MARGIN, y=last + 6, width=_ROOM, height=_BAR, rx=2, fill=LIGHT))
    if bar.share > 0:
        width = max(_ROOM * min(bar.share, 1.0), 1.5)
        drawn.append(element("rect", x=MARGIN, y=last + 6, width=width, height=_BAR, rx=2, fill=bar.colour))
    return "".join(drawn), last + _ROW - 28 + _BAR


def _mark(share: float, said: str, top: float, bottom: float) -> str:
    place = MARGIN + _ROOM * share
    # Words at either edge of the picture lean inwards, so that they stay on it.
    anchor = "start" if share < 0.25 else "end" if share > 0.75 else "middle"
    line = element(
        "line", x1=place, x2=place, y1=top + 14, y2=bottom + 6, stroke=INK, stroke_width=1, stroke_dasharray="3 3"
    )
    return line + words(said, place, bottom + 20, 11, text_anchor=anchor)
