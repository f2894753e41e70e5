"""The checklist of what people must be able to rely on: each row has its tests, or the reason why it has none."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROWS = [f"UX-{number:02}" for number in range(1, 51)]
LINE = re.compile(r"\| (UX-\d\d) \| (.+?) \| (.+?) \|")
TEST = re.compile(r"`((?:\w+/)+\w+\.py)::(test_\w+)`")
NAMED = re.compile(r"UX-\d\d")


def rows() -> list[tuple[str, str, str]]:
    text = (ROOT / "docs" / "checklist.md").read_text()
    return [found.groups() for found in map(LINE.fullmatch, text.splitlines()) if found]  # type: ignore[misc]  # three


def naming_tests() -> dict[tuple[str, str], set[str]]:
    """Each test that names rows, and which; what stands over a module counts for each of its tests."""
    found = {}
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        text = path.read_text()
        if "UX-" not in text:
            continue
        module = ast.parse(text)
        over_all = set(NAMED.findall(ast.get_docstring(module) or ""))
        for node in module.body:
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                of_its_own = set(NAMED.findall(ast.get_docstring(node) or ""))
                found[path.relative_to(ROOT / "tests").as_posix(), node.name] = of_its_own or over_all
    return {test: named for test, named in found.items() if named}


def test_each_row_stands_there_once_in_its_order() -> None:
    assert [row for row, _, _ in rows()] == ROWS


def test_each_row_names_tests_or_a_reason() -> None:
    assert [row for row, _, told in rows() if not TEST.findall(told) and len(told.split()) < 8] == []


def test_each_test_named_there_exists_and_says_so_itself() -> None:
    """A test that is renamed, or that is about something else by now, is found here."""
    existing = naming_tests()
    for row, _, told in rows():
        for test in TEST.findall(told):
            assert row in existing.get(test, set()), f"{row}: {'::'.join(test)}"


def test_each_test_that_names_a_row_stands_there() -> None:
    listed = {(row, test) for row, _, told in rows() for test in TEST.findall(told)}
    missing = [
        (row, "::".join(test)) for test, named in naming_tests().items() for row in named if (row, test) not in listed
    ]
    assert missing == []


def test_ten_journeys_are_walked_in_three_languages() -> None:
    journeys = TEST.findall((ROOT / "docs" / "checklist.md").read_text().partition("## Ten journeys\n")[2])
    assert len(set(journeys)) == 10
    for path, name in journeys:
        module = ast.parse((ROOT / "tests" / path).read_text())
        (walked,) = (node for node in module.body if isinstance(node, ast.FunctionDef) and node.name == name)
        assert "LANGUAGES" in ast.unparse(walked), name  # asked for by the test, or gone through in it
