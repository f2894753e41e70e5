"""Files that are either whole or not there: written under a passing name and renamed at the end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A passing name to write to; renamed to ``path`` when the block ends well, left behind when it does not."""
    path.parent.mkdir(parents=True, exist_ok=True)
    passing = path.with_name(f".{path.name}.unfinished")
    yield passing
    passing.replace(path)
