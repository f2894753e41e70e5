"""Charts of a report as pictures, tall enough to be read on a telephone."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from saqta.population.whole_files import whole_file

COLOURS = {"yes": "#0b7285", "no": "#e8590c", "open": "#adb5bd"}
"""Insured, not insured, not known: apart from one another for those too who see no red or no green."""
INK, PALE = "#212529", "#868e96"
WIDTH, DOTS, LEFT = 7.2, 150, 0.045
"""Inches, dots to an inch, and the margin as a share of the width."""

LETTERS_A_LINE, LINE = 62, 0.19
"""How much of a name fits beside its figure, and the inches that one more line takes."""


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


def draw(chart: Chart, path: Path) -> None:
    """Draws lying bars, longest names included, and writes the picture whole or not at all."""
    labels = [textwrap.wrap(bar.label, LETTERS_A_LINE, break_on_hyphens=False) or [""] for bar in chart.bars]
    heading = 1.65 if chart.key else 1.3
    rows = [0.52 + LINE * (len(lines) - 1) for lines in labels]
    height = heading + sum(rows) + 0.65
    figure = Figure(figsize=(WIDTH, height), dpi=DOTS, facecolor="white")
    FigureCanvasAgg(figure)
    _heading(figure, chart, height)
    # One unit of the axes is one inch, counted downwards from the heading.
    axes = figure.add_axes((LEFT, 0.65 / height, 1 - 2 * LEFT, sum(rows) / height))
    axes.set_xlim(0, 1)
    axes.set_ylim(sum(rows), 0)
    axes.axis("off")
    bottom = 0.0
    for bar, lines, row in zip(chart.bars, labels, rows, strict=True):
        bottom += row
        _bar(axes, bar, lines, bottom)
    if chart.marked is not None:
        _mark(axes, chart.marked, bottom)
    figure.text(LEFT, 0.2 / height, chart.footer, color=PALE, fontsize=9)
    with whole_file(path) as passing:
        figure.savefig(passing, format="png")


def _heading(figure: Figure, chart: Chart, height: float) -> None:
    title = figure.text(LEFT, 1 - 0.58 / height, chart.title, color=INK, fontsize=19, fontweight="bold")
    width = title.get_window_extent().width / DOTS
    room = WIDTH * (1 - 2 * LEFT)
    if width > room:
        title.set_fontsize(19 * room / width)
    figure.text(LEFT, 1 - 1.0 / height, chart.subtitle, color=PALE, fontsize=11.5)
    left = LEFT
    for colour, said in chart.key:
        place = 1 - 1.36 / height
        figure.text(left, place, "\N{BLACK SQUARE}", color=colour, fontsize=13)
        written = figure.text(left + 0.025, place, said, color=INK, fontsize=10)
        left += 0.065 + written.get_window_extent().width / DOTS / WIDTH


def _bar(axes: Axes, bar: Bar, lines: list[str], bottom: float) -> None:
    """The name stands above its bar, so that a long one needs no room beside it."""
    axes.barh(bottom - 0.08, 1, height=0.16, color="#f1f3f5")
    axes.barh(bottom - 0.08, bar.share, height=0.16, color=bar.colour)
    label = "\n".join(lines)
    axes.text(0, bottom - 0.22, label, color=INK, fontsize=11, va="baseline", linespacing=1.15)
    axes.text(1, bottom - 0.22, bar.said, color=INK, fontsize=11, va="baseline", ha="right", fontweight="bold")


def _mark(axes: Axes, marked: tuple[float, str], bottom: float) -> None:
    value, said = marked
    axes.plot([value, value], [0.33, bottom + 0.04], color=INK, linewidth=1, linestyle=(0, (2, 2)), clip_on=False)
    axes.text(value, bottom + 0.07, said, color=INK, fontsize=9.5, ha="center", va="top")
