"""What the abbreviations mean that sentences leave unspelled: the table at the end of the glossary, for the pages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from saqta.basis.text import Language, Text

HEADING = Text(ru="Сокращения на этой странице", kk="Осы беттегі қысқартулар", en="Abbreviations on this page")

ABBREVIATIONS: Mapping[Language, Mapping[str, str]] = MappingProxyType(
    {
        "ru": {
            "ИИН": "индивидуальный идентификационный номер",
            "БИН": "бизнес-идентификационный номер",
            "ГОБМП": "гарантированный объём бесплатной медицинской помощи",
            "ОСМС": "обязательное социальное медицинское страхование",
            "МРП": "месячный расчётный показатель",
            "СНГ": "Содружество Независимых Государств",
            "ЕАЭС": "Евразийский экономический союз",
            "ВИЧ": "вирус иммунодефицита человека",
            "УЗИ": "ультразвуковое исследование",
            "ПЦР": "полимеразная цепная реакция",
            "ДНК": "дезоксирибонуклеиновая кислота",
            "ASA": "шкала Американского общества анестезиологов",
            "МБ": "мегабайт",
            "PDF": "документ, одинаковый на экране и на бумаге",
            "QR": "код, который читает камера",
        },
        "kk": {
            "ЖСН": "жеке сәйкестендіру нөмірі",
            "БСН": "бизнес-сәйкестендіру нөмірі",
            "ТМККК": "тегін медициналық көмектің кепілдік берілген көлемі",
            "МӘМС": "міндетті әлеуметтік медициналық сақтандыру",
            "АЕК": "айлық есептік көрсеткіш",
            "ТМД": "Тәуелсіз Мемлекеттер Достастығы",
            "ЕАЭО": "Еуразиялық экономикалық одақ",
            "АИТВ": "адамның иммун тапшылығы вирусы",
            "УДЗ": "ультрадыбыстық зерттеу",
            "ПТР": "полимеразды тізбекті реакция",
            "ДНҚ": "дезоксирибонуклеин қышқылы",
            "ASA": "Америка анестезиологтар қоғамының шкаласы",
            "МБ": "мегабайт",
            "PDF": "экранда да, қағазда да бірдей көрінетін құжат",
            "QR": "камера оқитын код",
        },
        "en": {
            "IIN": "individual identification number",
            "BIN": "business identification number",
            "CIS": "Commonwealth of Independent States",
            "EAEU": "Eurasian Economic Union",
            "HIV": "human immunodeficiency virus",
            "HPV": "human papillomavirus",
            "PCR": "polymerase chain reaction",
            "DNA": "deoxyribonucleic acid",
            "ASA": "scale of the American Society of Anesthesiologists",
            "MB": "megabyte",
            "PDF": "portable document format",
            "QR": "quick response code",
        },
    }
)
