"""A template and what it is to say, as PDF."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from pathlib import Path

import msgspec
import typst

SCREEN_READERS = "ua-1"
"""Tagged for readers of the screen."""
ARCHIVE = "a-2a"
"""To be read in fifty years: everything inside, and tagged as well."""


def write_pdf(
    template: Path,
    told: Mapping[str, object],
    standard: str,
    *,
    at: datetime | None = None,
    pictures: Mapping[str, bytes] | None = None,
) -> bytes:
    """What the template makes of ``told``, which it finds as JSON in ``sys.inputs.told``; ``at`` is the moment that a
    document for the archive must carry, ``pictures`` those it asks for by the names of files."""
    compiled: bytes = typst.compile(  # type: ignore[call-overload]  # its stubs know of one file only
        {"main.typ": template.read_bytes(), **(pictures or {})},
        font_paths=_fonts(),
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=standard,
        timestamp=None if at is None else at.replace(microsecond=0),  # a document knows whole seconds
        sys_inputs={"told": msgspec.json.encode(told).decode()},
    )
    return compiled


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False)
