"""A page for the wall of a clinic, A4 as SVG: its name, and a code that leads to its public card."""

from __future__ import annotations

import textwrap
from xml.sax.saxutils import escape

import segno

from saqta.basis.text import Language, Text
from saqta.clinics.documents import ClinicShown

_INVITATION = Text(
    ru="Проверьте эту клинику: лицензия, проверки, что здесь бесплатно",
    kk="Осы клиниканы тексеріңіз: лицензиясы, тексерулері, мұнда не тегін",
    en="Check this clinic: its licence, its inspections, what is free here",
)
_ORDER: tuple[Language, ...] = ("kk", "ru", "en")
_WIDTH, _HEIGHT, _CODE = 210, 297, 120
_LETTERS_OF_A_NAME, _LETTERS_OF_A_LINE = 26, 76


def card_address(site: str, clinic: ClinicShown) -> str:
    """Where the card is: the address chooses the language of whoever opens it."""
    return f"{site.rstrip('/')}/clinics/{clinic.id}/"


def poster(clinic: ClinicShown, site: str) -> str:
    """The page as one SVG that needs nothing else; ``site`` is where the pages are served. The code survives a quarter
    of it being torn off."""
    address = card_address(site, clinic)
    code = segno.make(address, error="q", micro=False)
    modules = [list(row) for row in code.matrix]
    size = _CODE / (len(modules) + 8)
    left, top = (_WIDTH - _CODE) / 2 + 4 * size, 92 + 4 * size
    path = "".join(
        f"M{column} {row}h1v1h-1z" for row, line in enumerate(modules) for column, dark in enumerate(line) if dark
    )
    name = textwrap.wrap(clinic.name, _LETTERS_OF_A_NAME)[:3]
    lines = [_line(text, 30 + 13 * number, 11, "bold") for number, text in enumerate(name)]
    lines.append(_line(clinic.address, 34 + 13 * len(name), 5))
    lines += [
        _line(part, 226 + 14 * number + 6 * place, 4.6)
        for number, language in enumerate(_ORDER)
        for place, part in enumerate(textwrap.wrap(_INVITATION.in_language(language), _LETTERS_OF_A_LINE))
    ]
    lines.append(_line(address, 284, 3.6))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}mm" height="{_HEIGHT}mm" '
        f'viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{escape(clinic.name, {chr(34): "&quot;"})}">'
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>{"".join(lines)}'
        f'<path transform="translate({left:.3f} {top:.3f}) scale({size:.5f})" d="{path}" fill="#000" '
        'shape-rendering="crispEdges"/></svg>\n'
    )


def _line(text: str, top: float, size: float, weight: str = "normal") -> str:
    return (
        f'<text x="{_WIDTH / 2}" y="{top}" font-size="{size}" font-weight="{weight}" text-anchor="middle" '
        f'font-family="Arial, Helvetica, sans-serif" fill="#000">{escape(text)}</text>'
    )
