"""What a complaint can be about, in the words of those who complain: the desk and the bot offer the same."""

from __future__ import annotations

from collections.abc import Mapping

from saqta.basis.text import Text

TOPIC_WORDS: Mapping[str, Text] = {
    "harm": Text(ru="вред здоровью", kk="денсаулыққа зиян", en="harm to health"),
    "threat": Text(ru="угроза здоровью", kk="денсаулыққа қауіп", en="a danger to health"),
    "anaesthesia": Text(ru="наркоз или седация", kk="наркоз не седация", en="anaesthesia or sedation"),
    "no_permit": Text(ru="работа без разрешения", kk="рұқсатсыз жұмыс", en="work without a permit"),
    "payment": Text(ru="требуют платить за бесплатное", kk="тегінге ақы талап ету", en="money asked for what is free"),
    "other": Text(ru="другое", kk="басқа", en="something else"),
}
