"""What the bot says about free care and about teeth."""

from __future__ import annotations

from saqta.basis.text import Text
from saqta.channels.care_wording import CARE_WORDS

CARE: dict[str, Text] = {
    **CARE_WORDS,
    "ask": Text(
        ru="Напишите, какая помощь нужна, своими словами: «удалить зуб ребёнку», «брекеты», «томография». Имя и ИИН "
        "не нужны.",
        kk="Қандай көмек керегін өз сөзіңізбен жазыңыз: «баланың тісін жұлу», «брекет», «томография». Аты-жөні мен "
        "ЖСН қажет емес.",
        en="Say which care is needed in your own words: “a child's tooth out”, “braces”, “an X-ray”. No name or IIN "
        "is needed.",
    ),
    "found": Text(ru="Возможно, вы имели в виду:", kk="Мүмкін, мынаны айтқан боларсыз:", en="You may have meant:"),
    "found_nothing": Text(
        ru="Такой услуги я не нашёл. Назовите её иначе; это не значит, что она платная.",
        kk="Мұндай қызмет табылмады. Басқаша атаңыз; бұл оның ақылы екенін білдірмейді.",
        en="No such service was found. Call it otherwise; this does not mean that it costs money.",
    ),
    "several": Text(
        ru="Отметьте всё, что подходит, и нажмите «Дальше».",
        kk="Сәйкес келетінінің бәрін белгілеп, «Әрі қарай» басыңыз.",
        en="Mark all that apply and press “Go on”.",
    ),
    "go_on": Text(ru="Дальше", kk="Әрі қарай", en="Go on"),
    "ticked": Text(ru="☑ {choice}", kk="☑ {choice}", en="☑ {choice}"),
    "type_day": Text(
        ru="Напишите день числами: 12.04.2016",
        kk="Күнді санмен жазыңыз: 12.04.2016",
        en="Type the day as numbers: 12.04.2016",
    ),
    "type_country": Text(
        ru="Или напишите код страны из двух букв, например RU.",
        kk="Немесе елдің екі әріпті кодын жазыңыз, мысалы RU.",
        en="Or type the country's code of two letters, such as RU.",
    ),
    "no_day": Text(
        ru="Такой даты нет. Напишите день, месяц и год числами: 12.04.2016",
        kk="Мұндай күн жоқ. Күнді, айды және жылды санмен жазыңыз: 12.04.2016",
        en="There is no such date. Type day, month and year as numbers: 12.04.2016",
    ),
    "no_country": Text(
        ru="Такого кода страны нет. Напишите две латинские буквы, например RU.",
        kk="Мұндай ел коды жоқ. Екі латын әрпін жазыңыз, мысалы RU.",
        en="There is no such country code. Type two Latin letters, such as RU.",
    ),
    "choose": Text(
        ru="Ответьте кнопкой под вопросом.",
        kk="Сұрақтың астындағы батырмамен жауап беріңіз.",
        en="Answer with a button under the question.",
    ),
    "answer_now": Text(ru="Сразу к ответу", kk="Бірден жауапқа", en="Straight to the answer"),
    "what_next": Text(ru="Что делать", kk="Не істеу керек", en="What to do"),
    "met": Text(ru="✅ {condition} ({who})", kk="✅ {condition} ({who})", en="✅ {condition} ({who})"),
    "not_met": Text(ru="❌ {condition} ({who})", kk="❌ {condition} ({who})", en="❌ {condition} ({who})"),
    "unknown": Text(ru="❔ {condition} ({who})", kk="❔ {condition} ({who})", en="❔ {condition} ({who})"),
    "my_answers": Text(ru="Мои ответы", kk="Менің жауаптарым", en="My answers"),
    "change": Text(
        ru="Чтобы изменить ответ, нажмите его номер.",
        kk="Жауапты өзгерту үшін нөмірін басыңыз.",
        en="Press its number to change an answer.",
    ),
    "given_answer": Text(
        ru="{number}. {question}\n— {answer}",
        kk="{number}. {question}\n— {answer}",
        en="{number}. {question}\n— {answer}",
    ),
    "another": Text(ru="Другая помощь", kk="Басқа көмек", en="Other care"),
    "to_answer": Text(ru="К ответу", kk="Жауапқа", en="To the answer"),
}

POPULAR: tuple[str, ...] = (
    "dental.acute-pain",
    "dental.braces",
    "dental.planned-treatment",
    "diagnostics.ct",
    "diagnostics.mri",
)
"""What people come for most often, as far as the announcements of the Fund tell."""

TEETH: dict[str, Text] = {
    "lead": Text(
        ru="Три пути к бесплатной стоматологии, и то, чего не оплачивает никто. Что нужно?",
        kk="Тегін стоматологияға үш жол және ешкім төлемейтін нәрселер. Не керек?",
        en="Three ways to free dental care, and what nobody pays for. What is it about?",
    ),
    "choose": Text(
        ru="Выберите, чтобы узнать о себе:",
        kk="Өзіңіз туралы білу үшін таңдаңыз:",
        en="Choose one to ask about yourself:",
    ),
}
