"""A drawing as a file: SVG as it stands, or PNG with the fonts that ship with the product."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from resvg_py import svg_to_bytes

from saqta.basis.whole_files import whole_file

_FONTS = [str(path) for path in sorted((Path(__file__).parent / "fonts").glob("*.ttf"))]
_FAMILY = "DejaVu Sans"
DOTS = 2.25
"""How many dots of a PNG stand for one unit of the drawing: a picture 1,080 dots wide, sharp on a telephone."""


def png(drawn: str) -> bytes:
    """The drawing as PNG. No font of the machine is looked at, so that it comes out the same everywhere."""
    return svg_to_bytes(
        drawn,
        zoom=DOTS,
        skip_system_fonts=True,
        font_files=_FONTS,
        font_family=_FAMILY,
        sans_serif_family=_FAMILY,
    )


def table(heading: Iterable[str], rows: Iterable[Iterable[str | int]]) -> str:
    """The figures of a drawing as CSV: commas, quotes where needed, and the mark by which spreadsheets know UTF-8."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(list(heading))
    writer.writerows([list(row) for row in rows])
    return f"\N{ZERO WIDTH NO-BREAK SPACE}{written.getvalue()}"


def write_picture(path: Path, drawn: str) -> None:
    """Writes the drawing whole or not at all, as what the ending of the name says: ``.svg`` or ``.png``."""
    with whole_file(path) as passing:
        passing.write_bytes(png(drawn) if path.suffix == ".png" else drawn.encode())
