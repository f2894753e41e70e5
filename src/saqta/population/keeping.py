"""Answers about everybody as files: one Parquet file for each partition, and the summary beside them."""

from __future__ import annotations

from pathlib import Path

import msgspec

from saqta.basis.whole_files import whole_file
from saqta.population.everybody import PartAnswers
from saqta.population.summary import CountryStatus

SUMMARY = "summary.json"


def keep_answers(folder: Path, found: PartAnswers) -> None:
    """Writes the answers of one partition under its number; the columns are those of ``everybody.ANSWER``."""
    path = folder / "answers" / f"part-{found.part.number:03d}.parquet"
    with whole_file(path) as passing:
        found.answers.write_parquet(passing, compression="zstd")


def keep_summary(folder: Path, summary: CountryStatus) -> None:
    with whole_file(folder / SUMMARY) as passing:
        passing.write_bytes(msgspec.json.format(msgspec.json.encode(summary), indent=2) + b"\n")
