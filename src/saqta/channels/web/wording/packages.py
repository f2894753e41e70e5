"""What the page of the two packages says: the packages, and the conditions of their items in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from saqta.basis.text import Text
from saqta.law.packages import Condition

PACKAGE_WORDS: dict[str, Text] = {
    "packages_lead": Text(
        ru="Гарантированный объём (ГОБМП) есть у всех, кто имеет на него право, и без страховки. Пакет страховки "
        "(ОСМС) — у застрахованных. Что даёт первый, из второго не берут.",
        kk="Кепілдік берілген көлем (ТМККК) құқығы бар адамның бәріне сақтандырусыз да беріледі. Сақтандыру пакеті "
        "(МӘМС) — сақтандырылғандарға. Біріншісі бергені екіншісінен алынбайды.",
        en="The guaranteed package (ГОБМП) is for all who have a right to it, insured or not. The insurance package "
        "(ОСМС) is for the insured. What the first gives is not taken from the second.",
    ),
    "guaranteed": Text(
        ru="Гарантированный объём бесплатной медицинской помощи (ГОБМП)",
        kk="Тегін медициналық көмектің кепілдік берілген көлемі (ТМККК)",
        en="The guaranteed volume of free medical care (ГОБМП)",
    ),
    "insurance": Text(
        ru="Обязательное социальное медицинское страхование (ОСМС)",
        kk="Міндетті әлеуметтік медициналық сақтандыру (МӘМС)",
        en="Compulsory social health insurance (ОСМС)",
    ),
    "turns": Text(
        ru="Дни, когда пакеты менялись", kk="Пакеттер өзгерген күндер", en="Days on which the packages changed"
    ),
    "for_whom": Text(ru="При каком условии", kk="Қандай шартпен", en="On which condition"),
    "since": Text(ru="С какого дня", kk="Қай күннен", en="Since"),
    "law_of_it": Text(ru="Закон", kk="Заң", en="Law"),
    "no_condition": Text(ru="без условий", kk="шартсыз", en="none"),
    "visitors": Text(
        ru="временно приехавшие из стран СНГ (по соглашению)",
        kk="ТМД елдерінен уақытша келгендер (келісім бойынша)",
        en="visitors from the states of the CIS, by agreement",
    ),
    "gone": Text(ru="В этот день не входило", kk="Бұл күні кірмеген", en="Not in it on this day"),
    "outside": Text(
        ru="Пакеты этого дня у нас не записаны. Записаны с {start} до {end}.",
        kk="Бұл күннің пакеттері бізде жазылмаған. {start} — {end} аралығы жазылған.",
        en="The packages of this day are not encoded. They are from {start} until {end}.",
    ),
}

CONDITIONS: Mapping[Condition, Text] = MappingProxyType(
    {
        "insured": Text(ru="застрахован", kk="сақтандырылған", en="insured"),
        "insured_for_dental": Text(
            ru="застрахован (для зубов есть исключения)",
            kk="сақтандырылған (тіс үшін ерекше жағдайлар бар)",
            en="insured (with exceptions for teeth)",
        ),
        "not_insured": Text(ru="не застрахован", kk="сақтандырылмаған", en="not insured"),
        "referral": Text(ru="есть направление врача", kk="дәрігердің жолдамасы бар", en="a doctor's referral"),
        "first_visit": Text(
            ru="первый приём по этому поводу", kk="осы мәселемен алғаш қаралу", en="the first visit about it"
        ),
        "urgent_state": Text(ru="неотложное состояние", kk="шұғыл жағдай", en="an urgent state"),
        "emergency_of_the_uninsured": Text(
            ru="экстренный случай у незастрахованного",
            kk="сақтандырылмаған адамның шұғыл жағдайы",
            en="an emergency of somebody not insured",
        ),
        "life_threatening": Text(ru="угроза жизни", kk="өмірге қауіп", en="danger to life"),
        "socially_significant": Text(
            ru="социально значимое заболевание", kk="әлеуметтік маңызы бар ауру", en="a socially significant disease"
        ),
        "suspected_significant": Text(
            ru="подозрение на социально значимое заболевание",
            kk="әлеуметтік маңызы бар ауруға күдік",
            en="a socially significant disease is suspected",
        ),
        "suspected_tb_or_hiv": Text(
            ru="подозрение на туберкулёз или ВИЧ",
            kk="туберкулезге не АИТВ-ға күдік",
            en="tuberculosis or HIV is suspected",
        ),
        "tuberculosis": Text(ru="туберкулёз", kk="туберкулез", en="tuberculosis"),
        "mental_disorder": Text(ru="психическое расстройство", kk="психикалық бұзылыс", en="a mental disorder"),
        "epidemic": Text(
            ru="болезнь, ухудшающая эпидемическую обстановку",
            kk="эпидемиялық жағдайды нашарлататын ауру",
            en="a disease that worsens the epidemic situation",
        ),
        "on_list": Text(ru="входит в утверждённый список", kk="бекітілген тізімде бар", en="on the approved list"),
        "child": Text(ru="ребёнок", kk="бала", en="a child"),
        "congenital_pathology": Text(
            ru="врождённая патология челюстно-лицевой области",
            kk="бет-жақ аймағының туа біткен патологиясы",
            en="a congenital pathology of the face and jaws",
        ),
        "dental_right": Text(
            ru="человек из стоматологической категории",
            kk="стоматологиялық санаттағы адам",
            en="somebody of a dental category",
        ),
        "acute_dental_state": Text(
            ru="острое состояние, его подтверждает стоматолог",
            kk="жедел жағдай, оны тіс дәрігері растайды",
            en="an acute state, which the dentist confirms",
        ),
        "orthodontic_right": Text(
            ru="ребёнок с правом на ортодонта",
            kk="ортодонтқа құқығы бар бала",
            en="a child with a right to orthodontics",
        ),
    }
)
"""Every condition of the law data; which of them are said depends on the day."""
