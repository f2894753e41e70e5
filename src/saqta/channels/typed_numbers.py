"""A number as people type it, on a page of ours or in the widget on somebody else's."""

from __future__ import annotations

import re
import unicodedata

_BETWEEN_DIGITS = re.compile(r"[\s\u200b\u200e\u200f\ufeff.\-\u2010-\u2015]+")


def as_typed(typed: str) -> str:
    """The number without what people put between digits, and with full-width digits as ordinary ones; digits of other
    scripts stay as they are and are refused by name."""
    plain = "".join(unicodedata.normalize("NFKC", letter) if "０" <= letter <= "９" else letter for letter in typed)
    return _BETWEEN_DIGITS.sub("", plain)
