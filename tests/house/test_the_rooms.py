"""The house itself: rooms introduce themselves, files and functions stay small, names are words."""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

import pytest

from tests.law_cases.shape import load_cases

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "saqta"
FILES = sorted(path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts)
ROOMS = sorted(
    path.parent
    for path in SOURCE.rglob("__init__.py")
    if path.parent != SOURCE and not {"wording", "migrations"} & set(path.parts)
)

LONGEST_FILE, LONGEST_FUNCTION = 400, 50
DRAWERS = {"utils", "util", "helpers", "helper", "common", "core", "lib", "misc", "base", "tools"}
EMPTY_ENDINGS = re.compile(r"(Manager|Handler|Processor|Helper|Util|Utils|Info|Data|\wService)$")
"""Endings that say nothing. A care service is a thing of the law, so ``Service`` alone may be a name."""


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("room", ROOMS, ids=named)
def test_a_room_says_what_it_is_for_and_what_it_never_does(room: Path) -> None:
    introduction = ast.get_docstring(ast.parse((room / "__init__.py").read_text())) or ""
    assert "never" in introduction
    assert "use" in introduction
    assert "door" in introduction.lower() or room.name == "channels"


@pytest.mark.parametrize("path", FILES, ids=named)
def test_no_file_is_a_drawer_and_none_is_too_long(path: Path) -> None:
    assert path.stem not in DRAWERS
    assert path.stem not in sys.stdlib_module_names
    assert len(path.read_text().splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", FILES, ids=named)
def test_functions_are_short_and_classes_are_named_for_things(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= LONGEST_FUNCTION, f"{node.name} has {length} lines"
        if isinstance(node, ast.ClassDef):
            assert not EMPTY_ENDINGS.search(node.name), node.name


@pytest.mark.parametrize("path", FILES, ids=named)
def test_the_product_asserts_nothing_and_hides_no_imports(path: Path) -> None:
    """An assertion disappears with -O; an import inside a function hides a dependency unless its line says why."""
    text = path.read_text()
    lines = text.splitlines()
    for node in ast.walk(ast.parse(text)):
        assert not isinstance(node, ast.Assert)
        if isinstance(node, ast.FunctionDef):
            for inner in ast.walk(node):
                if isinstance(inner, ast.Import | ast.ImportFrom):
                    assert "# noqa: PLC0415" in lines[inner.lineno - 1]


@pytest.mark.parametrize("path", FILES, ids=named)
def test_every_module_and_public_class_explains_itself(path: Path) -> None:
    tree = ast.parse(path.read_text())
    if path.name != "__main__.py":
        assert ast.get_docstring(tree)
    undocumented = [
        node.name
        for node in tree.body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_") and not ast.get_docstring(node)
    ]
    # Nodes of arithmetic say everything by their name.
    assert set(undocumented) <= {"Not", "Add", "Subtract", "ProvisionDifference"}


def test_every_suppression_gives_its_reason() -> None:
    bare = re.compile(r"#\s*(noqa: [A-Z0-9, ]+|type: ignore\[[a-z-]+\])\s*$")
    found = [
        f"{named(path)}:{number}"
        for path in FILES
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if bare.search(line)
    ]
    assert found == []


def test_every_dependency_has_a_reason_beside_it() -> None:
    lines = (ROOT / "pyproject.toml").read_text().splitlines()
    for number, line in enumerate(lines):
        if re.match(r'\s+"[a-z0-9_-]+>=', line):
            reason = "#" in line or lines[number - 1].strip().startswith("#")
            assert reason, line


def test_every_dependency_is_locked_with_hashes_and_without_addresses() -> None:
    wanted = set(re.findall(r'"([a-z0-9_-]+)>=', (ROOT / "pyproject.toml").read_text())) - {"uv_build", "pyspark"}
    locked = (ROOT / "locks" / "bench.txt").read_text()
    for name in wanted:
        assert re.search(rf"^{re.escape(name)}==.*\\\n\s+--hash=", locked, re.MULTILINE), name
    assert all("://" not in path.read_text() for path in (ROOT / "locks").iterdir())


def test_every_decision_stands_in_the_index() -> None:
    folder = ROOT / "docs" / "adr"
    index = (folder / "README.md").read_text()
    decisions = sorted(path.name for path in folder.glob("[0-9]*.md"))
    assert decisions
    for name in decisions:
        assert f"({name})" in index


def test_the_glossary_names_only_things_that_exist() -> None:
    code = "\n".join(path.read_text() for path in (*FILES, *SOURCE.rglob("*.yaml")))
    rows = re.findall(r"^\|[^|]*\|[^|]*\|[^|]*\| `([A-Za-z_]+)`", (ROOT / "GLOSSARY.md").read_text(), re.MULTILINE)
    assert len(rows) > 30
    for name in rows:
        assert re.search(rf"\b{name}\b", code), name


def test_every_link_between_the_pages_leads_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "tests").rglob("*.md")]
    broken = [
        f"{named(page)}: {target}"
        for page in pages
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text())
        if not (page.parent / target).exists()
    ]
    assert broken == []


def test_the_readme_counts_the_law_cases_as_they_are() -> None:
    assert f"| {len(load_cases())} | `script/test -- tests/law_cases` |" in (ROOT / "README.md").read_text()
