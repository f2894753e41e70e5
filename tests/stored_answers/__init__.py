"""Answers as they were given once, each with the question; what was answered then must be answered again.

``python -m tests.stored_answers`` gives and stores those that are not stored yet, and changes none that are.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

FOLDER = Path(__file__).parent


class Stored(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A question about the law and the answer to it, to the byte."""

    on: str
    known_at: str
    facts: msgspec.Raw
    answer: str


def stored() -> dict[str, Stored]:
    return {path.stem: msgspec.json.decode(path.read_bytes(), type=Stored) for path in sorted(FOLDER.glob("*.json"))}
