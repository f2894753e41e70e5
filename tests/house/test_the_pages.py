"""The pages speak three languages: templates hold no sentences, and no sentence lacks a language or is another's
copy."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest

from saqta.basis.text import LANGUAGES, Text
from saqta.channels.clinic_wording import WORDS as SHARED

ROOT = Path(__file__).parents[2]
CHANNELS = ROOT / "src" / "saqta" / "channels"
WEB = CHANNELS / "web"
TEMPLATES = sorted(WEB.rglob("templates/**/*.html"))
WORDING = sorted(path for path in (WEB / "wording").glob("*.py") if path.stem != "__init__")

NAMES = frozenset({"Saqta", "OpenAPI", "1414", "1406", "—", "."})
"""What reads the same in every language."""
MARKUP = re.compile(r"{#.*?#}|{%.*?%}|{{.*?}}|<!--.*?-->|<[^>]*>|&[a-z]+;", re.DOTALL)
SAID = re.compile(r'{% say "([\w-]+)"')


def wording(path: Path) -> dict[str, Text]:
    module = importlib.import_module(f"saqta.channels.web.wording.{path.stem}")
    tables = [value for value in vars(module).values() if isinstance(value, dict)]
    return {key: text for table in tables for key, text in table.items() if isinstance(text, Text)}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_hold_no_sentences(path: Path) -> None:
    left = set(MARKUP.sub(" ", path.read_text()).split()) - NAMES
    assert {word for word in left if re.search(r"[^\W\d_]{2,}", word)} == set()


@pytest.mark.parametrize("path", WORDING, ids=lambda path: path.stem)
def test_no_sentence_is_a_copy_of_another_language(path: Path) -> None:
    """UX-26: a Kazakh page is not a Russian one under a Kazakh headline."""
    for key, text in wording(path).items():
        text.names()
        letters = re.sub(r"{\w+}|[^\w]|\d", "", text.ru)
        if len({text.ru, text.kk, text.en}) < len(LANGUAGES):
            assert text.ru == text.kk == text.en or len(letters) < 5, key


def test_every_sentence_of_the_pages_is_said() -> None:
    """A sentence that nothing says is a page that lost it."""
    said = {key for path in TEMPLATES for key in SAID.findall(path.read_text())}
    code = "\n".join(path.read_text() for path in WEB.rglob("*.py") if "wording" not in path.parts)
    # Pages and terminal share some words, which the terminal names with hyphens.
    terminal = "\n".join(path.read_text() for path in WEB.with_name("cli").glob("*.py"))
    composed = [re.compile(pattern) for pattern in re.findall(r'\[f"(\w+_){', code)]
    for path in WORDING:
        for key in wording(path):
            hyphened = key.replace("_", "-")
            shared = hyphened in SHARED and f'"{hyphened}"' in terminal
            used = key in said or shared or f'"{key}"' in code or any(prefix.match(key) for prefix in composed)
            assert used or key in {"yes", "no", "depends", "undetermined"}, f"{path.stem}: {key}"
