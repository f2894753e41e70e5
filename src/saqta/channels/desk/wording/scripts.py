"""What the page of scripts says around them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from saqta.basis.text import Text

SCRIPTS: Mapping[str, Text] = MappingProxyType(
    {
        "title": Text(ru="Частые вопросы", kk="Жиі қойылатын сұрақтар", en="Common questions"),
        "says": Text(
            ru="Готовые ответы для чтения вслух, каждый короче сорока секунд",
            kk="Дауыстап оқуға дайын жауаптар, әрқайсысы қырық секундтан қысқа",
            en="Answers to read aloud, each in less than forty seconds",
        ),
        "law": Text(ru="На чём это основано", kk="Бұл неге негізделген", en="The law behind it"),
        "meaning": Text(ru="Что здесь сказано", kk="Мұнда не айтылған", en="What it says"),
    }
)
