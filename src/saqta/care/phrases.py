"""The sentences of this room, as data in three languages: refusals, and the consent."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import msgspec

from saqta.basis.text import Text

_FOLDER = Path(__file__).parent / "phrases"


@lru_cache(maxsize=4)
def phrases(name: str) -> Mapping[str, Text]:
    """All sentences of one file: ``refusals`` or ``consent``."""
    return msgspec.yaml.decode((_FOLDER / f"{name}.yaml").read_bytes(), type=dict[str, Text])
