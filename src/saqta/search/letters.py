"""Letters: what people type when the keyboard, the alphabet or the habit is another one.

A Kazakh word is often typed with Russian letters, a Russian one on a Latin keyboard, either one in Latin letters by
ear. Everything is folded to one plain spelling first, and the other ways of reading a line are tried after that.
"""

from __future__ import annotations

import re

_PLAIN = str.maketrans("ёәғқңөұүһіѣ", "еагкноуухие")
"""Kazakh letters as they are typed where the keyboard has none of them; ё as е."""

_LATIN_KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
_RUSSIAN_KEYS = "ёйцукенгшщзхъфывапролджэячсмитьбю"
_KAZAKH_DIGITS = str.maketrans("2345890-=", "әіңғүұқөһ")
"""On a Kazakh keyboard the row of digits holds the letters that Russian lacks."""

_TO_RUSSIAN = str.maketrans(_LATIN_KEYS, _RUSSIAN_KEYS)
_TO_LATIN = str.maketrans(_RUSSIAN_KEYS, _LATIN_KEYS)

_BY_EAR = (
    *(("shch", "щ"), ("sch", "щ"), ("zh", "ж"), ("kh", "х"), ("gh", "г"), ("ch", "ч"), ("sh", "ш"), ("ts", "ц")),
    *(("ya", "я"), ("yu", "ю"), ("yo", "е"), ("ye", "е"), ("ia", "я"), ("iu", "ю"), ("ji", "жи")),
    *zip("abcdefghijklmnopqrstuvwxyz", "абцдефгхижклмнопкрстуввхыз", strict=True),
    *zip("äöüğñşçı", "аоугншчы", strict=True),
)
_SOUNDS = dict(_BY_EAR)
_SOUND = re.compile("|".join(re.escape(written) for written, _ in _BY_EAR))

_LATIN = re.compile(r"[a-zäöüğñşçı]")
_CYRILLIC = re.compile(r"[а-яёәғқңөұүһі]")
_DIGIT_IN_A_WORD = re.compile(r"[a-z][234589]|[234589][a-z]")
_WORD = re.compile(r"[^\W_]+")


def plain(text: str) -> str:
    """The text in small letters with the Kazakh ones as Russian keyboards give them."""
    return text.casefold().translate(_PLAIN)


def words(text: str) -> list[str]:
    """The words of a text in their plain spelling."""
    return _WORD.findall(plain(text))


def is_cyrillic(word: str) -> bool:
    return _CYRILLIC.search(word) is not None


def other_readings(text: str) -> list[str]:
    """What the same keys, sounds or hyphens may have meant, the likelier first; the text as typed is not among them."""
    typed, found = text.casefold(), []
    if _LATIN.search(typed):
        if _DIGIT_IN_A_WORD.search(typed):
            found.append(typed.translate(_KAZAKH_DIGITS).translate(_TO_RUSSIAN))
        found += [typed.translate(_TO_RUSSIAN), _SOUND.sub(lambda sound: _SOUNDS[sound[0]], typed)]
    if _CYRILLIC.search(typed):
        found.append(typed.translate(_TO_LATIN))
    if "-" in typed:
        found.append(typed.replace("-", ""))
    return found
