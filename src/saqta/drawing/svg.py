"""The few words of SVG that the pictures are made of.

Everything is said by attributes, never by styles, so that a page may forbid styles that are not its own.
"""

from __future__ import annotations

import textwrap
from html import escape

INK, PALE, LIGHT, PAPER = "#212529", "#5c636a", "#e9ecef", "#ffffff"
FONT = "DejaVu Sans, Verdana, PT Sans, Noto Sans, sans-serif"


def element(name: str, *content: str, **attributes: str | float) -> str:
    """One element; an underscore in the name of an attribute stands for the hyphen of SVG, and a number loses what a
    screen cannot show."""
    said = "".join(f' {key.replace("_", "-")}="{_value(value)}"' for key, value in attributes.items())
    return f"<{name}{said}>{''.join(content)}</{name}>" if content else f"<{name}{said}/>"


def words(said: str, x: float, y: float, size: float, colour: str = INK, **more: str | float) -> str:
    """One line of text that starts at ``x`` on the base line ``y``, unless ``text_anchor`` says otherwise."""
    return element("text", escape(said, quote=False), x=x, y=y, font_size=size, fill=colour, **more)


def lines(said: str, letters: int) -> list[str]:
    """The text broken into lines of at most so many letters; at least one line."""
    return textwrap.wrap(said, letters, break_on_hyphens=False) or [""]


def document(width: float, height: float, name: str, *content: str) -> str:
    """A whole picture on white paper, whose ``name`` is read out to those who do not see it."""
    return element(
        "svg",
        element("title", escape(name, quote=False)),
        element("rect", width=width, height=height, fill=PAPER),
        *content,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_value(width)} {_value(height)}",
        width=width,
        height=height,
        role="img",
        font_family=FONT,
    )


def _value(value: str | float) -> str:
    return escape(value) if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")
