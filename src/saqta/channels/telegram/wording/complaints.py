"""What the bot says to somebody who complains."""

from __future__ import annotations

from saqta.basis.text import Text

COMPLAINTS: dict[str, Text] = {
    "clinic": Text(
        ru="О какой клинике жалоба? Напишите её название или город. Если опасность грозит сейчас, звоните 103.",
        kk="Шағым қай клиника туралы? Атауын немесе қаласын жазыңыз. Қауіп қазір төніп тұрса, 103-ке қоңырау шалыңыз.",
        en="Which clinic is it about? Type its name or city. If somebody is in danger now, call 103.",
    ),
    "topic": Text(ru="О чём жалоба?", kk="Шағым не туралы?", en="What is the complaint about?"),
    "words": Text(
        ru="Что произошло: когда, кто, чем закончилось? Напишите одним сообщением, без ИИН.",
        kk="Не болды: қашан, кім, немен аяқталды? Бір хабармен жазыңыз, ЖСН-сіз.",
        en="What happened: when, who, how did it end? Type it in one message, without an IIN.",
    ),
    "too_short": Text(
        ru="Жалоба не может быть пустой: напишите от {shortest} до {longest} знаков.",
        kk="Шағым бос болмауға тиіс: {shortest} және {longest} таңба аралығында жазыңыз.",
        en="A complaint cannot be empty: write between {shortest} and {longest} characters.",
    ),
    "contact": Text(
        ru="Как вас зовут и как вам ответить: имя и телефон или адрес?",
        kk="Атыңыз кім және сізге қалай жауап береміз: аты-жөніңіз бен телефоныңыз немесе мекенжайыңыз?",
        en="What is your name, and how are you to be answered: by telephone or at which address?",
    ),
    "unnamed": Text(ru="Не называть себя", kk="Атымды атамау", en="Do not name me"),
    "no_numbers": Text(
        ru="ИИН здесь не нужен, поэтому сообщение удалено. Напишите то же без него.",
        kk="ЖСН мұнда қажет емес, сондықтан хабар өшірілді. Соны ЖСН-сіз жазыңыз.",
        en="No IIN is needed here, so the message was deleted. Type the same without it.",
    ),
    "confirm": Text(ru="Отправить эту жалобу?", kk="Осы шағымды жіберейік пе?", en="Send this complaint?"),
    "anonymous": Text(
        ru="Без имени: по такой жалобе проверку не назначают и ответ не присылают.",
        kk="Аты-жөнсіз: мұндай шағым бойынша тексеру тағайындалмайды және жауап жіберілмейді.",
        en="Without a name: no inspection is appointed on such a complaint, and no answer is sent.",
    ),
    "send": Text(ru="Отправить", kk="Жіберу", en="Send"),
    "taken": Text(
        ru="Жалоба принята под номером {number}",
        kk="Шағым {number} нөмірімен қабылданды",
        en="The complaint was taken under the number {number}",
    ),
    "taken_named": Text(
        ru="Её прочитают те, кто проверяет клиники в этом регионе. Ответ придёт тем путём, который вы назвали. Здесь "
        "ваши слова стёрты.",
        kk="Оны осы өңірде клиникаларды тексеретіндер оқиды. Жауап өзіңіз атаған жолмен келеді. Мұндағы сөздеріңіз "
        "өшірілді.",
        en="It will be read by those who inspect clinics in this region. The answer comes by the way you named. Your "
        "words are erased here.",
    ),
    "taken_anonymous": Text(
        ru="Её прочитают те, кто проверяет клиники в этом регионе.",
        kk="Оны осы өңірде клиникаларды тексеретіндер оқиды.",
        en="It will be read by those who inspect clinics in this region.",
    ),
    "unavailable": Text(
        ru="Жалобу сейчас принять нельзя. Попробуйте через минуту или позвоните 1406.",
        kk="Шағымды қазір қабылдау мүмкін емес. Бір минуттан кейін қайталаңыз немесе 1406-ға қоңырау шалыңыз.",
        en="The complaint cannot be taken just now. Try in a minute or call 1406.",
    ),
}
