"""No sentence hides behind letters: an abbreviation is spelled out beside itself or in the glossary."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest

from saqta.basis.text import LANGUAGES, Language, Text
from saqta.channels.web.abbreviations import spelled_out
from saqta.channels.web.wording.abbreviations import ABBREVIATIONS
from saqta.law.book import load
from saqta.law.lint import texts
from saqta.notices.shipped import shipped
from saqta.rules.phrases import phrases

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "saqta"
FAMILIES = tuple(path.stem for path in sorted((SOURCE / "rules" / "phrases").glob("*.yaml")))

CAPITALS = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ"
ABBREVIATION = re.compile(rf"(?<![\w-])[{CAPITALS}]{{2,}}(?![\w{{])")
ROMAN = re.compile(r"[IVXІ]+")
"""Degrees and groups are numbered so; Kazakh texts of law write the numeral with their own letter."""
NAMES = frozenset({"JSON", "YAML", "JPEG", "PNG", "KZ", "RU", "ГГГГ", "ЖЖЖЖ", "YYYY"})
"""Formats of files, codes of countries and the pattern of a day are typed as they stand."""

OPTION = re.compile(r"--[a-z-]+ \S+")
"""An option of a command and what to type in its place."""


def sentences() -> Iterator[tuple[str, Text]]:
    """What people read: the law in our words, the sentences of answers, notices, what reports and channels say.
    Messages about payment files name the tags and fields of those files, for people who write them."""
    yield from texts(load())
    for family in FAMILIES:
        for code, text in phrases(family).items():
            yield f"{family}: {code}", text
    for notice in shipped():
        said_publicly = (getattr(notice.says, name) for name in notice.says.__struct_fields__)
        yield from ((f"notice {notice.number}", text) for text in said_publicly if isinstance(text, Text))
    for path in sorted((*(SOURCE / "channels").rglob("*.py"), *(SOURCE / "figures").rglob("*.py"))):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Text":
                said = {word.arg: word.value.value for word in node.keywords if isinstance(word.value, ast.Constant)}
                if set(said) == set(LANGUAGES):
                    yield f"{path.relative_to(SOURCE)}, line {node.lineno}", Text(**said)


def unexplained(sentence: str) -> set[str]:
    """The abbreviations that the sentence does not spell out itself, as in "ultrasound examination (US)"."""
    brackets = re.findall(rf"\w \(([{CAPITALS}-]{{2,}})\)", sentence)
    spelled_out = {word for bracket in brackets for word in bracket.split("-")}
    found = set(ABBREVIATION.findall(OPTION.sub("", sentence))) - spelled_out - NAMES
    return {word for word in found if not ROMAN.fullmatch(word)}


def glossary(language: Language) -> set[str]:
    """The abbreviations that the table at the end of the glossary spells out in a language."""
    table = (ROOT / "GLOSSARY.md").read_text().partition("## Abbreviations\n")[2]
    cells = [line.split("|")[1:4][LANGUAGES.index(language)] for line in table.splitlines() if line.startswith("| ")]
    return {cell.partition(":")[0].strip() for cell in cells if ":" in cell}


SENTENCES = list(sentences())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_abbreviation_is_spelled_out_beside_itself_or_in_the_glossary(language: Language) -> None:
    """UX-48"""
    listed = glossary(language)
    left = {(word, where) for where, text in SENTENCES for word in unexplained(text.in_language(language)) - listed}
    assert not left, sorted(left)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_spell_out_what_the_glossary_does(language: Language) -> None:
    """UX-48"""
    assert set(ABBREVIATIONS[language]) == glossary(language)
    page = "<main>{}</main>".format(" ".join(f"<p>{word}</p>" for word in ABBREVIATIONS[language]))
    told = spelled_out(page, language)
    assert all(f"<dt>{word}</dt> <dd>{escape(full)}</dd>" in told for word, full in ABBREVIATIONS[language].items())
    assert spelled_out("<main>Saqta</main>", language) == "<main>Saqta</main>"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_glossary_spells_out_only_what_is_said(language: Language) -> None:
    said = {word for _, text in SENTENCES for word in unexplained(text.in_language(language))}
    assert glossary(language) <= said


def test_what_is_spelled_out_is_told_from_what_is_not() -> None:
    assert unexplained("Ультразвуковое исследование (УЗИ)") == set()
    assert unexplained("УЗИ сердца, инвалидность II группы") == {"УЗИ"}
    assert unexplained("{on} адам МӘМС-те сақтандырылған.") == {"МӘМС"}
