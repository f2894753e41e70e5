"""``saqta population check``: does nobody's record in a population contradict itself?"""

from __future__ import annotations

from saqta.basis.numerals import count_text
from saqta.basis.text import Text, same
from saqta.channels.cli.arguments import Arguments
from saqta.channels.cli.output import Page, print_json
from saqta.channels.cli.progress import progress
from saqta.population.contradictions import checked

_CHECKING = Text(ru="Проверка", kk="Тексеру", en="Checking")
_SOUND = Text(ru="Противоречий нет.", kk="Қайшылық жоқ.", en="Nothing contradicts itself.")
_FOUND = Text(
    ru="Есть противоречия. Пока их не исправят, на вопросы об этих людях ответа быть не должно.",
    kk="Қайшылықтар бар. Олар түзетілгенше бұл адамдар туралы сұрақтарға жауап болмауы керек.",
    en="There are contradictions. Until they are mended, questions about these people should have no answer.",
)
_LINE = Text(
    ru="{what}: {people} (например, номера {some})",
    kk="{what}: {people} (мысалы, нөмірлері {some})",
    en="{what}: {people} (such as numbers {some})",
)
_WHAT = {
    "person-twice": Text(ru="человек записан дважды", kk="адам екі рет жазылған", en="a person is recorded twice"),
    "country": Text(ru="нет такого кода страны", kk="мұндай ел коды жоқ", en="no such country code"),
    "residence": Text(ru="нет такого вида проживания", kk="тұрудың мұндай түрі жоқ", en="no such kind of residence"),
    "birth-too-early": Text(ru="рождение раньше 1880 года", kk="туған күні 1880 жылдан бұрын", en="born before 1880"),
    "death-before-birth": Text(ru="смерть раньше рождения", kk="өлімі туғанынан бұрын", en="died before birth"),
    "category": Text(ru="нет такой категории", kk="мұндай санат жоқ", en="no such category"),
    "empty-span": Text(
        ru="категория заканчивается не позже, чем начинается",
        kk="санат басталғанға дейін аяқталады",
        en="a category ends no later than it starts",
    ),
    "member-before-birth": Text(
        ru="категория начинается раньше рождения",
        kk="санат туғанға дейін басталады",
        en="a category starts before birth",
    ),
    "pregnant-man": Text(ru="беременный мужчина", kk="жүкті ер адам", en="a pregnant man"),
    "mother-man": Text(
        ru="награждённая мать — мужчина", kk="марапатталған ана — ер адам", en="a decorated mother is a man"
    ),
    "payment-kind": Text(ru="нет такого вида платежа", kk="төлемнің мұндай түрі жоқ", en="no such kind of payment"),
    "month-before-the-law": Text(
        ru="платёж за месяц до закона", kk="заңға дейінгі ай үшін төлем", en="a payment for a month before the law"
    ),
    "leave-empty": Text(
        ru="отпуск заканчивается не позже, чем начинается",
        kk="демалыс басталғанға дейін аяқталады",
        en="a leave ends no later than it starts",
    ),
    "leave-too-long": Text(ru="отпуск длиннее года", kk="демалыс бір жылдан ұзақ", en="a leave of more than a year"),
    "months-not-owed-empty": Text(
        ru="срок без долга не содержит ни одного месяца",
        kk="берешексіз мерзімде бірде-бір ай жоқ",
        en="a time in which nothing is owed holds no month",
    ),
    "months-not-owed-before-the-law": Text(
        ru="срок без долга начинается до закона",
        kk="берешексіз мерзім заңға дейін басталады",
        en="a time in which nothing is owed begins before the law",
    ),
}


def run(arguments: Arguments) -> int:
    with progress() as bar:
        task = bar.add_task(_CHECKING.in_language(arguments.language), total=None)
        found = checked(
            arguments.source, arguments.engine, lambda done, total: bar.update(task, completed=done, total=total)
        )
    if arguments.as_json:
        print_json(found)
    else:
        page = Page(arguments.language)
        page.say(_SOUND if found.sound else _FOUND)
        for one in found.contradictions:
            some = same(", ".join(map(str, one.some)))
            page.say(_LINE.fill(what=_WHAT[one.code], people=count_text(one.people), some=some), indent=2)
    return 0 if found.sound else 1
