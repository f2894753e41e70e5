"""Runs the command line in this process and gives back what a shell would see."""

from __future__ import annotations

import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from typing import Any, NamedTuple

from saqta.channels.cli.main import main


class Outcome(NamedTuple):
    status: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        return json.loads(self.out)


class _Stream(io.TextIOWrapper):
    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", write_through=True)

    def text(self) -> str:
        self.flush()
        return self.buffer.getvalue().decode("utf-8")  # type: ignore[attr-defined]  # the buffer is a BytesIO


def saqta(*words: object, stdin: bytes = b"") -> Outcome:
    """``saqta(...)`` as typed at a prompt."""
    out, err = _Stream(), _Stream()
    before = sys.stdin
    sys.stdin = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
    try:
        with redirect_stdout(out), redirect_stderr(err):
            try:
                status = main([str(word) for word in words])
            except SystemExit as leaving:  # --help
                status = int(leaving.code or 0)
    finally:
        sys.stdin = before
    return Outcome(status, out.text(), err.text())
