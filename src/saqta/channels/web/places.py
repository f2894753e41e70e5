"""The places of the site: each page that navigation leads to, its address below the language, and what it is called.

An address is the same in the three languages behind ``/ru/``, ``/kk/`` and ``/en/``, so that the language switch
changes the first word of it and nothing else. A page that is added takes a line here and one in ``urls``.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from saqta.basis.text import Language, Text

Group = Literal["me", "law", "clinics", "about"]
"""Under which heading of the footer a place stands."""


class Place(NamedTuple):
    """A page that navigation leads to; ``in_header`` for the few that most people come for."""

    path: str
    title: Text
    group: Group
    in_header: bool = False

    def address(self, language: Language) -> str:
        return f"/{language}/{self.path}"


GROUPS: dict[Group, Text] = {
    "me": Text(ru="Обо мне", kk="Мен туралы", en="About me"),
    "law": Text(ru="Закон", kk="Заң", en="The law"),
    "clinics": Text(ru="Клиники", kk="Клиникалар", en="Clinics"),
    "about": Text(ru="О сайте", kk="Сайт туралы", en="About this site"),
}

PLACES: tuple[Place, ...] = (
    Place("status/", Text(ru="Мой статус", kk="Менің мәртебем", en="My status"), "me", in_header=True),
)


def other_language(address: str, language: Language) -> str:
    """The same page in another language."""
    return f"/{language}/{address.split('/', 2)[2]}"
