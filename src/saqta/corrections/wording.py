"""The sentences of this room, by code."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import msgspec

from saqta.basis.text import Text


def said(code: str) -> Text:
    """The sentence under a code; raises ``KeyError``."""
    return sentences()[code]


@lru_cache(maxsize=1)
def sentences() -> Mapping[str, Text]:
    """Every sentence of the room."""
    return msgspec.yaml.decode((Path(__file__).parent / "wording.yaml").read_bytes(), type=dict[str, Text])
