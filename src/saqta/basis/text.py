"""Text in the three languages of the product."""

from __future__ import annotations

import string
from typing import Literal

import msgspec

Language = Literal["ru", "kk", "en"]
LANGUAGES: tuple[Language, ...] = ("ru", "kk", "en")


class Text(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing said in Russian, Kazakh and English; none may be empty.

    The three are equal: no language falls back to another.
    """

    ru: str
    kk: str
    en: str

    def __post_init__(self) -> None:
        for language in LANGUAGES:
            if not getattr(self, language).strip():
                raise ValueError(f"text lacks its {language} version")

    def in_language(self, language: Language) -> str:
        match language:
            case "ru":
                return self.ru
            case "kk":
                return self.kk
            case "en":
                return self.en

    def fill(self, **values: Text | str) -> Text:
        """Puts values into the ``{names}`` of all three versions; a ``Text`` value gives each its own language.

        Raises ``KeyError`` for a name without a value.
        """
        return Text(
            **{
                language: self.in_language(language).format(
                    **{name: _one(value, language) for name, value in values.items()}
                )
                for language in LANGUAGES
            }
        )

    def names(self) -> frozenset[str]:
        """The ``{names}`` that ``fill`` must be given; the three versions must agree on them."""
        found = {
            frozenset(name for _, name, _, _ in string.Formatter().parse(self.in_language(language)) if name)
            for language in LANGUAGES
        }
        if len(found) != 1:
            raise ValueError(f"the three versions ask for different values: {sorted(map(sorted, found))}")
        return found.pop()


def _one(value: Text | str, language: Language) -> str:
    return value.in_language(language) if isinstance(value, Text) else value


def same(text: str) -> Text:
    """Text that reads the same in all three languages: a number, a code, a name."""
    return Text(ru=text, kk=text, en=text)


def listed(items: list[Text], separator: str = ", ") -> Text:
    """The items one after another, each list in its own language."""
    return Text(**{language: separator.join(item.in_language(language) for item in items) for language in LANGUAGES})
