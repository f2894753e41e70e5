"""What the widget says, shorter than a page would."""

from __future__ import annotations

from saqta.basis.text import Text
from saqta.channels.status_wording import SHORT_STATUS_WORDS, STATUS_WORDS

WORDS: dict[str, Text] = {
    **STATUS_WORDS,
    **SHORT_STATUS_WORDS,
    "title": Text(ru="Застрахован ли я?", kk="Мен сақтандырылғанмын ба?", en="Am I insured?"),
    "iin": Text(
        ru="Индивидуальный идентификационный номер (ИИН)",
        kk="Жеке сәйкестендіру нөмірі (ЖСН)",
        en="Individual identification number (ИИН)",
    ),
    "hint": Text(
        ru="12 цифр из удостоверения личности",
        kk="Жеке куәліктегі 12 цифр",
        en="The 12 digits on the identity card",
    ),
    "check": Text(ru="Проверить", kk="Тексеру", en="Check"),
    "again": Text(ru="Проверить другой номер", kk="Басқа нөмірді тексеру", en="Check another number"),
    "error": Text(ru="Ошибка", kk="Қате", en="Error"),
    "next_no": Text(
        ru="Какие месяцы не оплачены и что делать, сказано на нашем сайте; спросить можно по номеру 1414.",
        kk="Қай айлар төленбегені және не істеу керегі біздің сайтта айтылған; 1414 нөмірінен сұрауға болады.",
        en="Which months are not paid and what to do is said on our site; you can also ring 1414.",
    ),
    "more": Text(
        ru="Месяцы, статьи закона, что делать",
        kk="Айлар, заң баптары, не істеу керек",
        en="The months, the articles, what to do",
    ),
    "privacy": Text(
        ru="Эта страница не видит ни номера, ни ответа. Номер не сохраняется.",
        kk="Бұл бетке нөмір де, жауап та көрінбейді. Нөмір сақталмайды.",
        en="The page around sees neither the number nor the answer. The number is not kept.",
    ),
    "too_often": Text(
        ru="Вопросов слишком много. Попробуйте через {seconds} с; если срочно — 1414.",
        kk="Сұрақ тым көп. {seconds} секундтан кейін қайталаңыз; шұғыл болса — 1414.",
        en="There were too many questions. Try again in {seconds} s; if it is urgent, ring 1414.",
    ),
    "unavailable": Text(
        ru="Реестр сейчас не отвечает. Это не значит, что вы не застрахованы: попробуйте позже или позвоните 1414.",
        kk="Тізілім қазір жауап бермейді. Бұл сақтандырылмағансыз дегенді білдірмейді: кейінірек көріңіз немесе 1414 "
        "нөміріне қоңырау шалыңыз.",
        en="The register does not answer now. This does not mean that you are not insured: try later or ring 1414.",
    ),
}
