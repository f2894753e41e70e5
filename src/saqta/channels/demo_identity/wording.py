"""What the provider of a demonstration says."""

from __future__ import annotations

from saqta.basis.text import Text

WORDS: dict[str, Text] = {
    "title": Text(ru="Показ: кем войти?", kk="Көрсетілім: кім болып кіресіз?", en="Demonstration: who are you?"),
    "lead": Text(
        ru="Это выдуманный поставщик идентификации с выдуманными людьми. Настоящий спросит подпись или пароль.",
        kk="Бұл — ойдан шығарылған адамдары бар ойдан шығарылған сәйкестендіру провайдері. Нағызы қолтаңба не құпиясөз "
        "сұрайды.",
        en="This is an invented provider of identity with invented people. A real one asks for a signature or a "
        "password.",
    ),
    "call_off": Text(ru="Не входить", kk="Кірмеу", en="Do not sign in"),
}
