"""The sentences of answers, by reason code: data beside the rules, in three languages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import msgspec

from saqta.basis.text import Text

_FOLDER = Path(__file__).parent / "phrases"


@lru_cache(maxsize=8)
def phrases(name: str) -> Mapping[str, Text]:
    """All sentences of one question; ``status`` or ``dues``."""
    return msgspec.yaml.decode((_FOLDER / f"{name}.yaml").read_bytes(), type=dict[str, Text])
