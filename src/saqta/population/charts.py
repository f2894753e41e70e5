"""Charts of a report as pictures, tall enough to be read on a telephone."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from saqta.population.whole_files import whole_file

COLOURS = {"yes": "#0b7285", "no": "#e8590c", "open": "#adb5bd"}
"""Insured, not insured, not known: apart from one another for those too who see no red or no green."""
INK, PALE = "#212529", "#868e96"
WIDTH, DOTS = 7.2, 150


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


def draw(chart: Chart, path: Path) -> None:
    """Draws lying bars, longest names included, and writes the picture whole or not at all."""
    height = 2.2 + 0.52 * len(chart.bars)
    figure = Figure(figsize=(WIDTH, height), dpi=DOTS, facecolor="white")
    FigureCanvasAgg(figure)
    _heading(figure, chart, height)
    axes = figure.add_axes((0.045, 0.62 / height, 0.91, (height - 2.1) / height))
    for place, bar in enumerate(chart.bars):
        _bar(axes, bar, len(chart.bars) - 1 - place)
    if chart.marked is not None:
        _mark(axes, chart)
    axes.set_xlim(0, 1)
    axes.set_ylim(-0.6, len(chart.bars) - 0.2)
    axes.axis("off")
    figure.text(0.045, 0.2 / height, chart.footer, color=PALE, fontsize=9)
    with whole_file(path) as passing:
        figure.savefig(passing, format="png")


def _heading(figure: Figure, chart: Chart, height: float) -> None:
    figure.text(0.045, 1 - 0.58 / height, chart.title, color=INK, fontsize=19, fontweight="bold")
    figure.text(0.045, 1 - 1.0 / height, chart.subtitle, color=PALE, fontsize=11.5)


def _bar(axes: Axes, bar: Bar, level: int) -> None:
    """The name stands above its bar, so that a long one needs no room beside it."""
    axes.barh(level, 1, height=0.3, color="#f1f3f5")
    axes.barh(level, bar.share, height=0.3, color=bar.colour)
    axes.text(0, level + 0.24, bar.label, color=INK, fontsize=11, va="bottom")
    axes.text(1, level + 0.24, bar.said, color=INK, fontsize=11, va="bottom", ha="right", fontweight="bold")


def _mark(axes: Axes, chart: Chart) -> None:
    value, said = chart.marked or (0.0, "")
    axes.plot([value, value], [-0.35, len(chart.bars) - 0.75], color=INK, linewidth=1, linestyle=(0, (2, 2)))
    axes.text(value, -0.4, said, color=INK, fontsize=9.5, ha="center", va="top")
