"""What no facts document may say: a flat list of checks, each named for the rule it protects.

A document that contradicts itself gets no answer, because any answer would rest on one half of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from saqta.basis.countries import COUNTRIES
from saqta.basis.month import EPOCH, Month
from saqta.basis.refusal import Fault, refuse_any
from saqta.basis.text import Text
from saqta.rules.facts import Days, PersonFacts

Check = Callable[[PersonFacts, date], Iterator[Fault]]

OLDEST_BIRTH = date(1880, 1, 1)
"""Nobody alive was born earlier; an earlier date is a slip in the century."""


def country_exists(facts: PersonFacts, _: date) -> Iterator[Fault]:
    country = facts.person.citizenship
    if country is not None and country != "stateless" and country not in COUNTRIES:
        yield _fault("country", "$.person.citizenship")


def birth_is_possible(facts: PersonFacts, on: date) -> Iterator[Fault]:
    born = facts.person.birth_date
    if born is not None and born < OLDEST_BIRTH:
        yield _fault("birth-too-early", "$.person.birth_date")
    if born is not None and born > on:
        yield _fault("before-birth", "$.person.birth_date")


def death_is_a_day(facts: PersonFacts, _: date) -> Iterator[Fault]:
    died, born = facts.person.died_on, facts.person.birth_date
    if died is True:
        yield _fault("death-without-a-day", "$.person.died_on")
    elif isinstance(died, date) and born is not None and died < born:
        yield _fault("death-before-birth", "$.person.died_on")


def memberships_contain_a_day(facts: PersonFacts, _: date) -> Iterator[Fault]:
    for place, membership in enumerate(facts.categories or ()):
        if membership.until is not None and membership.until <= membership.start:
            yield _fault("empty-span", f"$.categories[{place}].until")


def memberships_begin_in_life(facts: PersonFacts, _: date) -> Iterator[Fault]:
    born = facts.person.birth_date
    for place, membership in enumerate(facts.categories or ()):
        if born is not None and membership.start < born:
            yield _fault("member-before-birth", f"$.categories[{place}].from")


def only_women_are_pregnant(facts: PersonFacts, _: date) -> Iterator[Fault]:
    for place, membership in enumerate(facts.categories or ()):
        if membership.code == "pregnant_not_working" and facts.person.sex == "male":
            yield _fault("pregnant-man", f"$.categories[{place}].code")
        if membership.code == "awarded_mother" and facts.person.sex == "male":
            yield _fault("mother-man", f"$.categories[{place}].code")


def payments_are_for_known_months(facts: PersonFacts, _: date) -> Iterator[Fault]:
    for place, payment in enumerate(facts.payments or ()):
        if Month.parse(payment.month) < EPOCH:
            yield _fault("month-before-the-law", f"$.payments[{place}].month")


def leaves_contain_a_day(facts: PersonFacts, _: date) -> Iterator[Fault]:
    for place, payment in enumerate(facts.payments or ()):
        yield from leave_faults(payment.leave, f"$.payments[{place}].leave")


def months_not_owed_contain_a_month(facts: PersonFacts, _: date) -> Iterator[Fault]:
    for place, record in enumerate(facts.months_not_owed):
        if record.until <= record.start:
            yield _fault("empty-span", f"$.months_not_owed[{place}].until")
        if Month.parse(record.start) < EPOCH:
            yield _fault("month-before-the-law", f"$.months_not_owed[{place}].from")


CHECKS: tuple[Check, ...] = (
    country_exists,
    birth_is_possible,
    death_is_a_day,
    memberships_contain_a_day,
    memberships_begin_in_life,
    only_women_are_pregnant,
    payments_are_for_known_months,
    leaves_contain_a_day,
    months_not_owed_contain_a_month,
)

LONGEST_LEAVE_IN_DAYS = 366


def leave_faults(leave: Days | None, where: str) -> Iterator[Fault]:
    """A leave that contains no day, or more than a year of them."""
    if leave is not None and leave.until <= leave.start:
        yield _fault("empty-span", f"{where}.until")
    elif leave is not None and (leave.until - leave.start).days > LONGEST_LEAVE_IN_DAYS:
        yield _fault("leave-too-long", f"{where}.until")


def check_person(facts: PersonFacts, on: date) -> None:
    """Raises ``Refused`` with every contradiction found."""
    refuse_any(fault for check in CHECKS for fault in check(facts, on))


def _fault(code: str, where: str) -> Fault:
    return Fault(code, _TEXTS[code], where)


_TEXTS: dict[str, Text] = {
    "country": Text(
        ru="Такого кода страны нет. Нужен код ISO 3166 из двух букв, например KZ, или stateless.",
        kk="Мұндай ел коды жоқ. Екі әріптен тұратын ISO 3166 коды керек, мысалы KZ, немесе stateless.",
        en="There is no such country code. Give a two-letter ISO 3166 code such as KZ, or stateless.",
    ),
    "birth-too-early": Text(
        ru="Дата рождения раньше 1880 года. Проверьте век.",
        kk="Туған күні 1880 жылдан бұрын. Ғасырын тексеріңіз.",
        en="The date of birth lies before 1880. Check the century.",
    ),
    "before-birth": Text(
        ru="Вопрос задан о дне до рождения человека. Проверьте дату рождения или день.",
        kk="Сұрақ адам туғанға дейінгі күн туралы қойылған. Туған күнін немесе сұралған күнді тексеріңіз.",
        en="The day asked about lies before the person's birth. Check the date of birth or the day.",
    ),
    "death-without-a-day": Text(
        ru="Если человек умер, укажите день смерти; если жив — false.",
        kk="Адам қайтыс болса, қайтыс болған күнін көрсетіңіз; тірі болса — false.",
        en="If the person has died, give the day; if alive, false.",
    ),
    "death-before-birth": Text(
        ru="День смерти раньше дня рождения. Одна из двух дат неверна.",
        kk="Қайтыс болған күні туған күнінен бұрын. Екі күннің бірі қате.",
        en="The day of death lies before the day of birth. One of the two is wrong.",
    ),
    "empty-span": Text(
        ru="Срок заканчивается не позже, чем начинается: «until» — первый день после него.",
        kk="Мерзім басталғанға дейін аяқталады: «until» — одан кейінгі бірінші күн.",
        en="The span ends no later than it starts: until is the first day after it.",
    ),
    "member-before-birth": Text(
        ru="Категория начинается раньше рождения человека. Одна из двух дат неверна.",
        kk="Санат адам туғанға дейін басталады. Екі күннің бірі қате.",
        en="The category starts before the person's birth. One of the two dates is wrong.",
    ),
    "pregnant-man": Text(
        ru="Пол указан мужской, а категория — беременная женщина. Одно из двух неверно.",
        kk="Жынысы ер деп көрсетілген, ал санаты — жүкті әйел. Екеуінің бірі қате.",
        en="The sex is given as male and the category as a pregnant woman. One of the two is wrong.",
    ),
    "mother-man": Text(
        ru="Пол указан мужской, а категория — награждённая мать. Одно из двух неверно.",
        kk="Жынысы ер деп көрсетілген, ал санаты — марапатталған ана. Екеуінің бірі қате.",
        en="The sex is given as male and the category as a decorated mother. One of the two is wrong.",
    ),
    "month-before-the-law": Text(
        ru="Месяц раньше 2015 года: закона о страховке ещё не было.",
        kk="Ай 2015 жылдан бұрын: сақтандыру заңы әлі болмаған.",
        en="The month lies before 2015, when there was no insurance law yet.",
    ),
    "leave-too-long": Text(
        ru="Оплачиваемый отпуск длиннее года. Проверьте даты.",
        kk="Ақылы демалыс бір жылдан ұзақ. Күндерін тексеріңіз.",
        en="The paid leave is longer than a year. Check its dates.",
    ),
}
