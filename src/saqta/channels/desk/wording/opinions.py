"""What the queue of opinions says."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from saqta.basis.text import Text

OPINIONS: Mapping[str, Text] = MappingProxyType(
    {
        "title": Text(ru="Отзывы об ответах", kk="Жауаптар туралы пікірлер", en="Opinions of answers"),
        "says": Text(
            ru="Что люди сказали об ответах: ошибка в норме, не помог, помог. Имён здесь нет",
            kk="Адамдар жауаптар туралы не айтты: нормада қате, көмектеспеді, көмектесті. Есімдер жоқ",
            en="What people said of answers: wrong in law, did not help, helped. There are no names",
        ),
        "place": Text(ru="Ответ", kk="Жауап", en="Answer"),
        "wrong": Text(ru="Ошибка в норме", kk="Норма қате", en="Wrong in law"),
        "not_helped": Text(ru="Не помог", kk="Көмектеспеді", en="Did not help"),
        "helped": Text(ru="Помог", kk="Көмектесті", en="Helped"),
        "latest": Text(ru="Последний", kk="Соңғысы", en="Latest"),
        "settle": Text(ru="Разобрано", kk="Қаралды", en="Dealt with"),
        "nothing": Text(ru="Новых отзывов нет.", kk="Жаңа пікір жоқ.", en="No opinions are waiting."),
        "status": Text(ru="Мой статус", kk="Менің мәртебем", en="My status"),
        "months": Text(ru="Мои двенадцать месяцев", kk="Менің он екі айым", en="My twelve months"),
        "dues": Text(ru="Сколько платить", kk="Қанша төлеу керек", en="How much to pay"),
        "anaesthesia": Text(ru="Наркоз у стоматолога", kk="Стоматологтағы наркоз", en="Dental anaesthesia"),
    }
)
