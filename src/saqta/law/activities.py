"""The sub-types of medical activity that annexes of licences name."""

from __future__ import annotations

import re

import msgspec

from saqta.basis.text import Text
from saqta.law.shape import Confidence

ANAESTHESIOLOGY = "anaesthesiology-reanimatology"
"""Without it in the annex of its licence, no clinic anaesthetises a child under four."""

_CODE = re.compile(r"[a-z]+(-[a-z]+)*")


class Activity(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sub-type of medical activity under a code that stays the same for ever. Certificates of specialists name the
    same fields."""

    code: str
    name: Text
    confidence: Confidence
    source: str

    def __post_init__(self) -> None:
        if not _CODE.fullmatch(self.code):
            raise ValueError(f"{self.code!r} is not a code of an activity such as general-surgery")

    def is_named(self, text: str) -> bool:
        """Whether the text is the code or one of the names, in whatever case."""
        said = " ".join(text.split()).casefold()
        return said in {self.code, self.name.ru.casefold(), self.name.kk.casefold(), self.name.en.casefold()}
