"""Names that sound the same are the same, however they were typed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saqta.basis.spelling import sounds

ALIKE = (
    ("Жұлдыз", "жулдыз", "ЖҰЛДЫЗ", "Zhuldyz", "JULDYZ"),
    ("Ақ тіс", "Ак тис", "aq tis", "АҚ-ТІС"),
    ("Стоматология «Аллегро»", "stomatologiya Allegro", "Стоматология Алегро"),
    ("Щучинск", "Shchuchinsk", "Щучинськ"),
    ("Клиника Ёлка", "Klinika Elka"),
    ("Әйгерім", "Айгерим", "Aigerim", "Aygerim"),
    ("Дантист", "Dantist", "Dantíst"),
)


@pytest.mark.parametrize("names", ALIKE, ids=lambda names: names[0])
def test_one_name_sounds_the_same_in_every_hand(names: tuple[str, ...]) -> None:
    assert len({sounds(name) for name in names}) == 1, {name: sounds(name) for name in names}


def test_different_names_sound_different_and_signs_are_silent() -> None:
    assert sounds("Ақ тіс") != sounds("Көк тіс")
    assert sounds("№ 7, ТОО «Мед»") == ("7", "to", "med")
    assert sounds("«…» — !") == ()


@given(st.text())
def test_what_comes_out_is_small_latin_letters_and_digits_whatever_goes_in(text: str) -> None:
    for word in sounds(text):
        assert word.isascii()
        assert word.isalnum()
        assert word == word.lower()
    assert sounds(text) == sounds(unicodedata.normalize("NFC", text))
