"""Figures about state control at the command line."""

from __future__ import annotations

import json
from pathlib import Path

from jsonschema import Draft202012Validator

from saqta.channels.cli.schemas import schema
from tests.channels.command_line import saqta


def test_what_was_published_is_told_with_its_sources_and_needs_no_register() -> None:
    told = saqta("inspections", "published", "--lang", "en")
    assert told.status == 0
    assert "8\N{NO-BREAK SPACE}December 2025 — The report of the minister" in told.out
    assert "290 (Registered inspections, without those still being registered) = 135" in " ".join(told.out.split())
    assert "Source: Minister of Health, inform.kz." in told.out


def test_what_was_published_is_a_document_that_its_schema_describes() -> None:
    document = saqta("inspections", "published", "--json").document
    Draft202012Validator(schema("published-figures")).validate(document)
    shared = {found["value"] for found in document["reconciliation"]["shared"]}
    assert shared == {26, 103}
    published = Path(__file__).parents[2] / "docs" / "schema" / "published-figures.json"
    assert json.loads(published.read_text()) == schema("published-figures")
