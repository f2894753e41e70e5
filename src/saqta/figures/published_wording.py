"""The sentences around published figures."""

from __future__ import annotations

from saqta.basis.text import Text, same
from saqta.figures.published import Bound
from saqta.law.shape import Confidence

TITLE = Text(
    ru="Что публиковали о проверках клиник",
    kk="Клиникаларды тексеру туралы не жарияланды",
    en="What was published about inspections of clinics",
)
LEAD = Text(
    ru="Числа приведены так, как их назвали: с днём, источником и тем, что именно посчитано. Мы их не исправляем и не "
    "смешиваем со своими; ниже показано, где они сходятся, а где одно число значит разное.",
    kk="Сандар қалай айтылса, солай берілген: күнімен, дереккөзімен және нақты не саналғанымен. Біз оларды "
    "түзетпейміз, өзіміздің сандармен араластырмаймыз; төменде олардың қай жерде сәйкес "
    "келетіні, ал қай жерде бір сан әртүрлі нәрсені білдіретіні көрсетілген.",
    en="The numbers stand as they were said: with the day, the source and exactly what was counted. We neither correct "
    "them nor mix them with our own; below is shown where they agree and where one number means different things.",
)
NO_DAY = Text(ru="день не назван", kk="күні айтылмаған", en="no day was given")
SOURCE = Text(
    ru="Источник: {source}. Достоверность: {confidence}.",
    kk="Дереккөз: {source}. Сенімділігі: {confidence}.",
    en="Source: {source}. Confidence: {confidence}.",
)
SAID = Text(ru="Примечание: {said}.", kk="Ескерту: {said}.", en="Note: {said}.")
PERIOD = Text(ru="Период начинается {day}.", kk="Кезең {day} басталады.", en="The period begins on {day}.")
CONFIDENCE: dict[Confidence, Text] = {
    "high": Text(
        ru="высокая, официальное сообщение или два независимых",
        kk="жоғары, ресми хабарлама немесе екі тәуелсіз дереккөз",
        en="high, an official message or two independent reports",
    ),
    "medium": Text(ru="средняя, один источник", kk="орташа, бір дереккөз", en="medium, one source"),
    "low": Text(ru="низкая, не проверено", kk="төмен, тексерілмеген", en="low, not verified"),
}
BOUNDS: dict[Bound, Text] = {
    "exact": same("{number}"),
    "at_least": Text(ru="не менее {number}", kk="кемінде {number}", en="at least {number}"),
    "about": Text(ru="около {number}", kk="шамамен {number}", en="about {number}"),
}
SUMS = Text(ru="Сходятся ли суммы", kk="Қосындылар шыға ма", en="Do the sums come out")
SUMS_LEAD = Text(
    ru="Каждая сумма пересчитана. «О чём не сказано» — остаток, о котором сообщение молчит.",
    kk="Әр қосынды қайта есептелді. «Айтылмағаны» — хабарламада сөз болмаған қалдық.",
    en="Each sum was worked out again. “Not said” is what is left and the report is silent about.",
)
SUM = same("{total} ({name}) = {parts}.")
PART = same("{number} ({name})")
REST = Text(ru="{count} (о чём не сказано)", kk="{count} (айтылмағаны)", en="{count} (not said)")
MISSED = Text(ru="{count} (не сходится)", kk="{count} (сәйкес емес)", en="{count} (does not come out)")
HOLDS = Text(ru="{day}, сходится:", kk="{day}, сәйкес:", en="{day}, comes out:")
FAILS = Text(ru="{day}, не сходится:", kk="{day}, сәйкес емес:", en="{day}, does not come out:")
OURS = Text(
    ru="Эти числа сопоставили мы, в сообщении такой связи нет.",
    kk="Бұл сандарды біз салыстырдық, хабарламада мұндай байланыс жоқ.",
    en="We put these figures together; the report does not.",
)
THEIRS = Text(
    ru="Так говорит само сообщение.", kk="Хабарламаның өзінде солай айтылған.", en="The report itself says so."
)
SHARED = Text(
    ru="Одно число, а значит разное", kk="Бір сан, ал мағынасы басқа", en="One number that means different things"
)
SHARED_LEAD = Text(
    ru="Совпадение числа не значит, что посчитано одно и то же.",
    kk="Санның бірдей болуы бір нәрсе саналғанын білдірмейді.",
    en="That a number is the same does not mean that the same was counted.",
)
SHARED_NUMBER = same("{number}: {uses}.")
USE = same("{day} — {name}")
COURSES = Text(ru="Как менялось одно и то же", kk="Бір көрсеткіш қалай өзгерді", en="How the same thing changed")
COURSES_LEAD = Text(
    ru="Только здесь числа разных дней считают одно и то же, и их можно сравнивать.",
    kk="Тек мұнда әр күннің сандары бір нәрсені санайды, сондықтан оларды салыстыруға болады.",
    en="Only here do numbers of different days count the same thing and can be compared.",
)
COURSE = same("{name}: {points}.")
POINT = same("{number} ({day})")
REMARKS = Text(ru="На что обратить внимание", kk="Неге назар аудару керек", en="What to look out for")
