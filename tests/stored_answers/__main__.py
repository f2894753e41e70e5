"""Stores answers to cases of the law, every so manieth of them, as the command line gives them now."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from tests.channels.command_line import saqta
from tests.law_cases.shape import load_cases
from tests.stored_answers import FOLDER, Stored

COUNT = 50
KNOWN_AT = date(2026, 7, 1)


def main() -> None:
    cases = [case for _, case in load_cases() if case.kind == "status" and not case.follow and case.on is not None]
    chosen = cases[:: len(cases) // COUNT][:COUNT]
    with TemporaryDirectory() as folder:
        for number, case in enumerate(chosen, 1):
            path, facts = FOLDER / f"{number:02d}.json", Path(folder) / "facts.json"
            facts.write_text(json.dumps(case.document()), "utf-8")
            on, known_at = str(case.on), str(case.known_at or KNOWN_AT)
            answer = saqta("status", "--facts", facts, "--on", on, "--known-at", known_at, "--json")
            if answer.status == 0 and not path.exists():
                asked = Stored(on, known_at, msgspec.Raw(facts.read_bytes()), answer.out)
                path.write_bytes(msgspec.json.format(msgspec.json.encode(asked)) + b"\n")


if __name__ == "__main__":
    main()
