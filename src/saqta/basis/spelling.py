"""How names sound, so that one name is found however it was typed: in Cyrillic with the Kazakh letters or without them,
in Latin by any habit, in capitals, with doubled letters. «Жұлдыз», «жулдыз», Zhuldyz and JULDYZ sound the same.

What comes out is for comparing alone: small Latin letters and digits that nobody reads.
"""

from __future__ import annotations

import re
import unicodedata

_CYRILLIC = str.maketrans(
    {
        **dict(zip("абвгдеёзийклмнопрстуфхыэәғқңөұүһіѣ", "abvgdeeziiklmnoprstufhieagknouuhie", strict=True)),
        "ж": "j",
        "ц": "ts",
        "ч": "ch",
        "ш": "sh",
        "щ": "sh",
        "ъ": "",
        "ь": "",
        "ю": "iu",
        "я": "ia",
        "ş": "sh",
        "ç": "ch",
        "ñ": "n",
        "ı": "i",
        "№": " ",
    }
)
_HABITS = {
    "shch": "sh",
    "sch": "sh",
    "dzh": "j",
    "dj": "j",
    "zh": "j",
    "kh": "h",
    "gh": "g",
    "ph": "f",
    "ck": "k",
    "ch": "ch",
    "tz": "ts",
    "ye": "e",
    "qu": "kv",
    "c": "k",
    "q": "k",
    "w": "v",
    "x": "ks",
    "y": "i",
}
_HABIT = re.compile("|".join(sorted(_HABITS, key=len, reverse=True)))
_DOUBLED = re.compile(r"([a-z])\1+")
_WORD = re.compile(r"[a-z0-9]+")


def sounds(text: str) -> tuple[str, ...]:
    """The words of a text as they sound, in their order. A text without letters or digits has none."""
    # Composed first: й is a letter of its own, and not и with something above it.
    latin = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", text).casefold().translate(_CYRILLIC))
    plain = "".join(letter for letter in latin if not unicodedata.combining(letter))
    return tuple(_WORD.findall(_DOUBLED.sub(r"\1", _HABIT.sub(lambda habit: _HABITS[habit[0]], plain))))
