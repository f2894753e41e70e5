"""What the bot says fits into what Telegram takes, whatever is said."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saqta.basis.text import LANGUAGES, Text, same
from saqta.channels.telegram.cards import LONGEST_PRESS, Button, Line, PressTooLong, card, messages, pressed
from saqta.law.book import load
from saqta.notices.records import LONGEST_KEY
from tests.databases.telegram.markup import plain, units

WORDING = Path(__file__).parents[2] / "src" / "saqta" / "channels" / "telegram" / "wording"
TABLES = sorted(path.stem for path in WORDING.glob("*.py") if path.stem != "__init__")

sentences = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Z")) | st.sampled_from(" <>&\"'\n🦷"), min_size=1
).filter(lambda text: text.strip())
lines = st.builds(
    lambda text, times, bold, tight: Line(same(text * times), bold=bold, tight=tight),
    sentences,
    st.integers(1, 3000),
    st.booleans(),
    st.booleans(),
)


def letters(text: str) -> str:
    return "".join(text.split())


@given(st.lists(lines, min_size=1, max_size=6), st.sampled_from(LANGUAGES))
def test_a_card_of_any_length_becomes_messages_that_telegram_takes_and_loses_no_letter(
    said: list[Line], language: str
) -> None:
    shown = messages(card(*said, buttons=[[Button(same("a"), "a")]]), language)  # type: ignore[arg-type]  # one of three
    read = [plain(message.html) for message in shown]
    assert all(1 <= units(text) <= 4096 for text in read)
    assert letters("".join(read)) == letters("".join(line.text.ru for line in said))
    assert [bool(message.buttons) for message in shown] == [False] * (len(shown) - 1) + [True]


@given(st.lists(st.text(max_size=80) | st.integers(), min_size=1, max_size=4))
def test_a_button_carries_what_telegram_hands_back_or_is_not_made(words: list[str | int]) -> None:
    try:
        press = pressed(*words)
    except PressTooLong:
        assert not 1 <= len(":".join(map(str, words)).encode()) <= LONGEST_PRESS
    else:
        assert 1 <= len(press.encode()) <= 64


def test_every_service_and_every_announcement_fits_under_a_button() -> None:
    for service in load().services.values():
        pressed("service", service.code)
    pressed("n", "k" * LONGEST_KEY)


def texts(name: str) -> dict[str, Text]:
    module = importlib.import_module(f"saqta.channels.telegram.wording.{name}")
    tables = [value for value in vars(module).values() if isinstance(value, dict)]
    return {key: text for table in tables for key, text in table.items() if isinstance(text, Text)}


@pytest.mark.parametrize("name", TABLES)
def test_no_sentence_of_the_bot_is_a_copy_of_another_language_and_each_is_said(name: str) -> None:
    code = "\n".join(path.read_text() for path in WORDING.parent.glob("*.py"))
    on_pages = set(re.findall(r"words\.(\w+)", "\n".join(path.read_text() for path in WORDING.parent.rglob("*.html"))))
    composed = [re.compile(pattern) for pattern in re.findall(r'\[f"(\w+_){', code)]
    chosen = re.findall(r"CARE\[one\.(state)\]|STATUS\[found\.(verdict)\]", code)
    for key, text in texts(name).items():
        text.names()
        said = re.sub(r"{\w+}|[^\w]|\d", "", text.ru)
        assert len({text.ru, text.kk, text.en}) == len(LANGUAGES) or len(said) < 5, key
        by_name = key in on_pages or f'"{key}"' in code or any(prefix.match(key) for prefix in composed)
        assert by_name or (chosen and key in {"yes", "no", "depends", "undetermined", "met", "not_met", "unknown"}), key
