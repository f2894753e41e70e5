"""What the pages for answering people say."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from saqta.basis.text import Text

QUESTIONS: Mapping[str, Text] = MappingProxyType(
    {
        "looks": Text(ru="Вопросы о просмотрах", kk="Қараулар туралы сұрақтар", en="Questions about looks"),
        "looks_says": Text(
            ru="Люди спрашивают, почему сотрудник открывал их данные",
            kk="Адамдар қызметкердің деректерін неге ашқанын сұрайды",
            en="People ask why somebody on the staff opened their data",
        ),
        "categories": Text(ru="Просьбы о категории", kk="Санат туралы өтініштер", en="Requests for a category"),
        "categories_says": Text(
            ru="Люди льготных категорий, которых реестр считает незастрахованными",
            kk="Тізілім сақтандырылмаған деп санайтын жеңілдік санатындағы адамдар",
            en="People of exempt categories whom the register takes for uninsured",
        ),
        "none": Text(ru="Вопросов без ответа нет.", kk="Жауапсыз сұрақ жоқ.", en="No question waits for an answer."),
        "number": Text(ru="Вопрос № {number}", kk="№ {number} сұрақ", en="Question {number}"),
        "asked": Text(ru="Задан", kk="Қойылған уақыты", en="Asked"),
        "looked": Text(ru="Просмотр", kk="Қарау", en="The look"),
        "looker": Text(ru="Кто смотрел", kk="Кім қарады", en="Who looked"),
        "purpose": Text(ru="Записанная цель", kk="Жазылған мақсаты", en="The purpose as written down"),
        "category": Text(ru="Категория", kk="Санат", en="Category"),
        "words": Text(ru="Слова человека", kk="Адамның сөзі", en="The person's words"),
        "wordless": Text(ru="без слов", kk="сөзсіз", en="none"),
        "outcome": Text(ru="Что установлено", kk="Не анықталды", en="What was found"),
        "answer": Text(
            ru="Ответ человеку, до {longest} знаков",
            kk="Адамға жауап, {longest} таңбаға дейін",
            en="The answer to the person, up to {longest} characters",
        ),
        "mend": Text(
            ru="Внести документ: предложить временный статус",
            kk="Құжатты енгізу: уақытша мәртебе ұсыну",
            en="Enter the document: propose a temporary status",
        ),
        "send": Text(ru="Ответить", kk="Жауап беру", en="Answer"),
        "told": Text(
            ru="Ответ человек прочтёт в своём кабинете. Изменить его потом нельзя.",
            kk="Жауапты адам өз кабинетінде оқиды. Оны кейін өзгертуге болмайды.",
            en="The person reads the answer on their own pages. It cannot be changed afterwards.",
        ),
    }
)
