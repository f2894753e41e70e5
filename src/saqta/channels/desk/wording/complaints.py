"""What the pages of complaints say."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from saqta.basis.text import Text

COMPLAINTS: Mapping[str, Text] = MappingProxyType(
    {
        "title": Text(ru="Принять жалобу", kk="Шағым қабылдау", en="Take a complaint"),
        "says": Text(
            ru="Найти клинику, записать, что произошло, назвать номер и срок",
            kk="Клиниканы табу, не болғанын жазу, нөмірі мен мерзімін айту",
            en="Find the clinic, write down what happened, tell the number and the day",
        ),
        "inbox": Text(ru="Обращения и осложнения", kk="Өтініштер мен асқынулар", en="Complaints and complications"),
        "inbox_says": Text(
            ru="На что ещё не ответили проверкой",
            kk="Әлі тексерумен жауап берілмегені",
            en="What no inspection has answered yet",
        ),
        "nothing_waits": Text(ru="Ничего не ждёт.", kk="Күтіп тұрған ештеңе жоқ.", en="Nothing waits."),
        "which": Text(
            ru="О какой клинике: название, адрес или номер",
            kk="Қай клиника туралы: атауы, мекенжайы не нөмірі",
            en="About which clinic: name, address or number",
        ),
        "find": Text(ru="Найти", kk="Табу", en="Find"),
        "not_found": Text(
            ru="Такой клиники не нашли. Спросите другое слово из названия на вывеске.",
            kk="Мұндай клиника табылмады. Маңдайшадағы атаудың басқа сөзін сұраңыз.",
            en="No such clinic was found. Ask for another word of the name on its sign.",
        ),
        "more": Text(
            ru="Есть и другие: назовите город или второе слово.",
            kk="Басқалары да бар: қаланы не екінші сөзді атаңыз.",
            en="There are others: name the town or a second word.",
        ),
        "clinic": Text(ru="Клиника", kk="Клиника", en="Clinic"),
        "region": Text(ru="Регион", kk="Өңір", en="Region"),
        "contract": Text(ru="Договор с Фондом", kk="Қормен шарт", en="Contract with the Fund"),
        "contract_held": Text(ru="есть", kk="бар", en="held"),
        "contract_none": Text(ru="в реестре нет", kk="тізілімде жоқ", en="none in the register"),
        "topic": Text(ru="О чём жалоба", kk="Шағым не туралы", en="What the complaint is about"),
        "words": Text(
            ru="Что произошло: когда, кто, чем закончилось",
            kk="Не болды: қашан, кім, немен аяқталды",
            en="What happened: when, who, how it ended",
        ),
        "contact": Text(
            ru="Кто жалуется и как ответить: имя, телефон или адрес",
            kk="Кім шағымданады және қалай жауап береміз: аты, телефоны не мекенжайы",
            en="Who complains and how to answer: name, telephone or address",
        ),
        "contact_hint": Text(
            ru="Если не хочет называть себя, оставьте пустым. Скажите: по анонимной жалобе проверку не назначают и "
            "ответ не посылают.",
            kk="Өзін атағысы келмесе, бос қалдырыңыз. Айтыңыз: анонимдік шағым бойынша тексеру тағайындалмайды, жауап "
            "жіберілмейді.",
            en="Empty, if they do not want to be named. Say that no inspection is appointed on an anonymous complaint, "
            "and no answer is sent.",
        ),
        "iin": Text(
            ru="Индивидуальный идентификационный номер (ИИН) пострадавшего, если назовут",
            kk="Айтса, зардап шегушінің жеке сәйкестендіру нөмірі (ЖСН)",
            en="Individual identification number (ИИН) of whoever was harmed, if given",
        ),
        "iin_unknown": Text(
            ru="Такого номера в реестре нет. Проверьте его или оставьте поле пустым.",
            kk="Тізілімде мұндай нөмір жоқ. Тексеріңіз не өрісті бос қалдырыңыз.",
            en="The register does not know this number. Check it, or leave the field empty.",
        ),
        "take": Text(ru="Записать жалобу", kk="Шағымды жазу", en="Write the complaint down"),
        "complaint": Text(ru="Жалоба {number}", kk="{number} шағымы", en="Complaint {number}"),
        "done": Text(
            ru="Записано. Скажите звонящему номер: {number}.",
            kk="Жазылды. Қоңырау шалушыға нөмірін айтыңыз: {number}.",
            en="Written down. Tell the caller its number: {number}.",
        ),
        "received": Text(ru="Получена", kk="Алынған күні", en="Received"),
        "due": Text(ru="Ответят не позже", kk="Жауап мерзімі", en="Answered by"),
        "due_unverified": Text(
            ru="{day}: срок в {days} рабочих дней нам известен из общих знаний, текста нормы мы не видели",
            kk="{day}: {days} жұмыс күндік мерзім бізге жалпы білімнен белгілі, норма мәтінін көрмедік",
            en="{day}: the term of {days} working days is general knowledge; we have not seen the text of the norm",
        ),
        "goes_to": Text(ru="Куда направлена", kk="Қайда жіберілді", en="Goes to"),
        "control": Text(
            ru="департамент Комитета медицинского и фармацевтического контроля: {region}",
            kk="Медициналық және фармацевтикалық бақылау комитетінің департаменті: {region}",
            en="the department of the Committee of Medical and Pharmaceutical Control: {region}",
        ),
        "fund": Text(
            ru="филиал Фонда социального медицинского страхования: {region}",
            kk="Әлеуметтік медициналық сақтандыру қорының филиалы: {region}",
            en="the branch of the Social Health Insurance Fund: {region}",
        ),
        "anonymous": Text(ru="анонимно", kk="анонимді", en="anonymous"),
        "from": Text(ru="От кого", kk="Кімнен", en="From whom"),
        "elsewhere": Text(
            ru="Сама жалоба хранится не здесь, а под своим номером.",
            kk="Шағымның өзі мұнда емес, өз нөмірімен сақталады.",
            en="The complaint itself is kept elsewhere under its number.",
        ),
        "incident": Text(ru="Осложнение", kk="Асқыну", en="Complication"),
        "what": Text(ru="Что", kk="Не", en="What"),
        "when": Text(ru="Когда", kk="Қашан", en="When"),
        "appoint": Text(ru="Назначить проверку", kk="Тексеру тағайындау", en="Appoint an inspection"),
    }
)
