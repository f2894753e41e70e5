"""What the pages of inspections say; what steps, states and measures are called stands in the rooms."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from saqta.basis.text import Text

INSPECTIONS: Mapping[str, Text] = MappingProxyType(
    {
        "title": Text(ru="Проверки", kk="Тексерулер", en="Inspections"),
        "says": Text(
            ru="Мои проверки, сроки и все открытые проверки региона",
            kk="Менің тексерулерім, мерзімдер және өңірдегі барлық ашық тексеру",
            en="My inspections, what is due, and all that are open in the region",
        ),
        "appoint": Text(ru="Назначить проверку", kk="Тексеру тағайындау", en="Appoint an inspection"),
        "appoint_says": Text(
            ru="Выбрать клинику, основание и инспекторов",
            kk="Клиниканы, негізді және инспекторларды таңдау",
            en="Choose a clinic, a ground and the inspectors",
        ),
        "due": Text(ru="Срок сегодня или уже прошёл", kk="Мерзімі бүгін немесе өтіп кеткен", en="Due today or overdue"),
        "mine": Text(ru="Мои проверки", kk="Менің тексерулерім", en="My inspections"),
        "open": Text(ru="Все открытые", kk="Барлық ашығы", en="All that are open"),
        "planning": Text(
            ru="Куда идти с проверкой", kk="Тексеруге қайда бару керек", en="Which clinic to inspect next"
        ),
        "planning_says": Text(
            ru="Клиники по известным признакам риска; каждый балл объяснён",
            kk="Белгілі тәуекел белгілері бойынша клиникалар; әр балл түсіндірілген",
            en="Clinics by what is known to speak for a visit; every point is explained",
        ),
        "no_weights": Text(
            ru="На сегодня веса признаков не установлены.",
            kk="Бүгінге белгілердің салмағы белгіленбеген.",
            en="No weights are set for today.",
        ),
        "none": Text(ru="Таких проверок нет.", kk="Мұндай тексеру жоқ.", en="There are none."),
        "clinic": Text(ru="Клиника", kk="Клиника", en="Clinic"),
        "state": Text(ru="Состояние", kk="Күйі", en="State"),
        "ends": Text(ru="Срок", kk="Мерзімі", en="Term"),
        "overdue": Text(ru="просрочено", kk="мерзімі өткен", en="overdue"),
        "no_term": Text(ru="ещё не идёт", kk="әлі басталмаған", en="not running yet"),
        "appointed": Text(ru="Назначена", kk="Тағайындалған", en="Appointed"),
        "more": Text(
            ru="Показаны первые {shown}. Остальные: saqta inspections.",
            kk="Алғашқы {shown} көрсетілді. Қалғаны: saqta inspections.",
            en="The first {shown} are shown. The others: saqta inspections.",
        ),
        "ground": Text(ru="Основание", kk="Негіз", en="Ground"),
        "registered": Text(ru="Акт зарегистрирован", kk="Акт тіркелген", en="Act registered"),
        "notice": Text(ru="Клиника уведомлена", kk="Клиникаға хабарланған", en="Clinic told"),
        "begun": Text(ru="Начата", kk="Басталған", en="Begun"),
        "completed": Text(ru="Завершена", kk="Аяқталған", en="Completed"),
        "outcome": Text(ru="Итог", kk="Нәтиже", en="Outcome"),
        "suspend_activity": Text(
            ru="остановить деятельность клиники", kk="клиниканың қызметін тоқтата тұру", en="stop the clinic"
        ),
        "suspend_part": Text(
            ru="остановить отдельные виды деятельности",
            kk="қызметтің жекелеген түрлерін тоқтата тұру",
            en="stop separate kinds of activity",
        ),
        "remove_person": Text(
            ru="отстранить работника на время", kk="қызметкерді уақытша шеттету", en="remove a person for a time"
        ),
        "violations": Text(ru="нарушения найдены", kk="бұзушылықтар табылды", en="violations were found"),
        "no_violations": Text(ru="нарушений не найдено", kk="бұзушылық табылмады", en="no violations were found"),
        "results_annulled": Text(
            ru="результаты отменены", kk="нәтижелердің күші жойылды", en="the results were annulled"
        ),
        "inspectors": Text(ru="Проверяют", kk="Тексеретіндер", en="Inspectors"),
        "address": Text(ru="Адрес", kk="Мекенжай", en="Address"),
        "unverified": Text(
            ru="Срок посчитан по норме, которой мы не видели в тексте закона: сверьте его с актом.",
            kk="Мерзім заң мәтінінен өзіміз көрмеген норма бойынша есептелген: оны актімен салыстырыңыз.",
            en="The term is worked out by a rule that we have not seen in the text of the law: compare it with the "
            "act.",
        ),
        "next": Text(
            ru="Что закон позволяет дальше", kk="Заң әрі қарай неге жол береді", en="What the law allows next"
        ),
        "next_none": Text(
            ru="Отсюда закон не позволяет больше ничего.",
            kk="Осыдан әрі заң ештеңеге жол бермейді.",
            en="From here the law allows nothing more.",
        ),
        "next_others": Text(
            ru="Следующий шаг делает не ваша роль: {names}.",
            kk="Келесі қадамды сіздің рөліңіз жасамайды: {names}.",
            en="The next step is not one of your role: {names}.",
        ),
        "decides": Text(ru="Решает: {taker}", kk="Шешетін: {taker}", en="Decided by: {taker}"),
        "timeline": Text(ru="Ход проверки", kk="Тексеру барысы", en="The course so far"),
        "paper": Text(ru="документ № {number}", kk="№ {number} құжат", en="paper No. {number}"),
        "findings": Text(ru="Проверочный лист", kk="Тексеру парағы", en="Check-list"),
        "measures": Text(ru="Меры", kk="Шаралар", en="Measures"),
        "disputes": Text(ru="Возражения и жалобы клиники", kk="Клиниканың қарсылықтары мен шағымдары", en="Disputes"),
        "waiting": Text(ru="решения ещё нет", kk="шешім әлі жоқ", en="not decided yet"),
        "done": Text(ru="Записано: {step}.", kk="Жазылды: {step}.", en="Written down: {step}."),
        "on": Text(ru="День", kk="Күні", en="Day"),
        "reason": Text(
            ru="Почему, одной-двумя фразами", kk="Неге екенін бір-екі сөйлеммен", en="Why, in a sentence or two"
        ),
        "document": Text(ru="Номер документа", kk="Құжат нөмірі", en="Number of the paper"),
        "write": Text(ru="Записать", kk="Жазу", en="Write it down"),
        "size": Text(ru="Размер предприятия", kk="Кәсіпорын көлемі", en="Size of the business"),
        "size-micro": Text(ru="микропредприятие", kk="шағын кәсіпорын (микро)", en="micro business"),
        "size-other": Text(ru="другой", kk="басқа", en="any other"),
        "kind": Text(ru="Вид", kk="Түрі", en="Kind"),
        "mend_by": Text(ru="Устранить до (включительно)", kk="Жою мерзімі (қоса алғанда)", en="To be mended by"),
        "lasts_to": Text(
            ru="Действует по (если известно)", kk="Қай күнге дейін (белгілі болса)", en="Lasts to, if known"
        ),
        "amount": Text(ru="Сумма штрафа, тенге", kk="Айыппұл сомасы, теңге", en="Sum of the fine, tenge"),
        "measure": Text(ru="Против чего", kk="Неге қарсы", en="Against what"),
        "whole_result": Text(ru="против всех результатов", kk="барлық нәтижеге қарсы", en="the whole result"),
        "dispute": Text(ru="О чём решение", kk="Шешім не туралы", en="What was decided about"),
        "decision": Text(ru="Решение", kk="Шешім", en="Decision"),
        "kept": Text(ru="акт оставлен в силе", kk="акт күшінде қалды", en="the act stands"),
        "annulled": Text(ru="акт отменён", kk="актінің күші жойылды", en="the act is annulled"),
        "objection": Text(ru="возражение", kk="қарсылық", en="objection"),
        "complaint": Text(
            ru="жалоба в вышестоящий орган", kk="жоғары тұрған органға шағым", en="complaint to the higher body"
        ),
        "claim": Text(ru="иск в суд", kk="сотқа талап арыз", en="claim in court"),
        "met": Text(ru="соблюдено", kk="сақталған", en="met"),
        "not_met": Text(ru="нарушено", kk="бұзылған", en="not met"),
        "not_checked": Text(ru="не проверялось", kk="тексерілмеген", en="not checked"),
        "day_wrong": Text(
            ru="Поле «{name}»: укажите день, например 2026-11-22.",
            kk="«{name}» өрісі: күнді көрсетіңіз, мысалы 2026-11-22.",
            en="“{name}”: give a day, such as 2026-11-22.",
        ),
        "amount_wrong": Text(
            ru="Сумма — это тенге с точкой перед тиынами, например 393200 или 393200.50.",
            kk="Сома — теңге, тиын алдында нүкте, мысалы 393200 немесе 393200.50.",
            en="A sum is in tenge with a point before the tiyn, such as 393200 or 393200.50.",
        ),
        "choice_wrong": Text(
            ru="Поле «{name}»: выберите одно из предложенного.",
            kk="«{name}» өрісі: ұсынылғанның бірін таңдаңыз.",
            en="“{name}”: choose one of what is offered.",
        ),
        "bin": Text(
            ru="Бизнес-идентификационный номер (БИН) клиники",
            kk="Клиниканың бизнес-сәйкестендіру нөмірі (БСН)",
            en="Business identification number (БИН) of the clinic",
        ),
        "place": Text(
            ru="Номер места в реестре (у клиники с одним адресом — 1)",
            kk="Тізілімдегі орын нөмірі (мекенжайы бір клиникада — 1)",
            en="Number of the place in the register (1 for a clinic at one address)",
        ),
        "find": Text(ru="Найти", kk="Табу", en="Find"),
        "clinic_missing": Text(
            ru="Такого места нет в реестре, или оно вне вашего региона.",
            kk="Тізілімде мұндай орын жоқ немесе ол өңіріңізден тыс.",
            en="The register knows no such place, or it lies outside your region.",
        ),
        "campaign": Text(ru="Кампания", kk="Науқан", en="Campaign"),
        "no_campaign": Text(ru="вне кампаний", kk="науқансыз", en="none"),
        "follows": Text(
            ru="Какую проверку продолжает", kk="Қай тексерудің жалғасы", en="Which inspection it follows up"
        ),
        "cause": Text(ru="По какой жалобе", kk="Қай шағым бойынша", en="On which complaint"),
        "nothing": Text(ru="никакую", kk="ешқайсысы", en="none"),
    }
)
