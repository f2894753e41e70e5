"""What the pages of corrections say."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from saqta.basis.text import Text

CORRECTIONS: Mapping[str, Text] = MappingProxyType(
    {
        "title": Text(ru="Поправки", kk="Түзетулер", en="Corrections"),
        "says": Text(
            ru="Что предложили исправить в данных людей: одни предлагают, другие решают",
            kk="Адамдар деректерінде нені түзету ұсынылды: біреулер ұсынады, басқалар шешеді",
            en="What is to be mended in the data of people: some propose, others settle",
        ),
        "waiting": Text(ru="Ждут решения", kk="Шешім күтуде", en="Waiting"),
        "settled": Text(ru="Решённые недавно", kk="Жақында шешілгендер", en="Settled lately"),
        "none": Text(ru="Ничего нет.", kk="Ештеңе жоқ.", en="Nothing."),
        "number": Text(ru="Номер", kk="Нөмірі", en="Number"),
        "kind": Text(ru="Что исправить", kk="Не түзетіледі", en="What to mend"),
        "proposed": Text(ru="Предложено", kk="Ұсынылды", en="Proposed"),
        "outcome": Text(ru="Решение", kk="Шешім", en="Decision"),
        "approved": Text(ru="утверждено", kk="бекітілді", en="approved"),
        "declined": Text(ru="отклонено", kk="қабылданбады", en="declined"),
        "waits": Text(ru="ждёт", kk="күтуде", en="waits"),
        "temporary": Text(
            ru="Временный статус по документу", kk="Құжат бойынша уақытша мәртебе", en="Temporary status on a document"
        ),
        "temporary_says": Text(
            ru="Человек из льготной категории показан незастрахованным. Категорию примут по документу на срок {months} "
            "мес., пока её не подтвердит источник.",
            kk="Жеңілдік санатындағы адам сақтандырылмаған болып көрсетілген. Дереккөз растағанша, санат құжат бойынша "
            "{months} айға қабылданады.",
            en="Somebody of an exempt category is shown as not insured. The category is taken on a document for "
            "{months} month, until its source confirms it.",
        ),
        "held": Text(ru="Добавить категорию", kk="Санат қосу", en="Add a category"),
        "ended": Text(ru="Категория закончилась", kk="Санат аяқталды", en="A category has ended"),
        "never-held": Text(ru="Категории никогда не было", kk="Санат ешқашан болмаған", en="A category was never held"),
        "attached": Text(ru="Исправить прикрепление", kk="Тіркелуді түзету", en="Mend the attachment to a clinic"),
        "wrong-receipt": Text(
            ru="Ошибочный платёж: запрос в Госкорпорацию",
            kk="Қате төлем: Мемлекеттік корпорацияға сұрау",
            en="A wrong payment: a request to the State Corporation",
        ),
        "category": Text(ru="Категория", kk="Санат", en="Category"),
        "membership": Text(
            ru="Какая из записанных категорий", kk="Жазылған санаттардың қайсысы", en="Which of those held"
        ),
        "start": Text(ru="С какого дня", kk="Қай күннен бастап", en="From which day"),
        "until": Text(
            ru="По какой день, не включая его",
            kk="Қай күнге дейін, ол күнді қоспағанда",
            en="Up to which day, without it",
        ),
        "until_open": Text(
            ru="По какой день, не включая его; пусто, если продолжается",
            kk="Қай күнге дейін, ол күнді қоспағанда; жалғасып жатса, бос қалдырыңыз",
            en="Up to which day, without it; empty while it lasts",
        ),
        "bin": Text(
            ru="Бизнес-идентификационный номер (БИН) организации",
            kk="Ұйымның бизнес-сәйкестендіру нөмірі (БСН)",
            en="Business identification number (БИН) of the organisation",
        ),
        "month": Text(ru="За какой месяц платёж", kk="Төлем қай айға", en="The month of the payment"),
        "wrong": Text(ru="Что не так", kk="Несі дұрыс емес", en="What is wrong"),
        "wrong-person": Text(
            ru="заплачено за другого человека", kk="басқа адам үшін төленген", en="paid for somebody else"
        ),
        "wrong-month": Text(ru="указан не тот месяц", kk="айы дұрыс көрсетілмеген", en="paid for another month"),
        "paid-twice": Text(ru="заплачено дважды", kk="екі рет төленген", en="paid twice"),
        "above-the-cap": Text(ru="заплачено больше предела", kk="шектен артық төленген", en="more than the cap"),
        "reason": Text(
            ru="Основание: что показали, что сверили",
            kk="Негізі: не көрсетілді, не салыстырылды",
            en="Why: what was shown",
        ),
        "proof": Text(ru="Документ", kk="Құжат", en="Document"),
        "proof_hint": Text(
            ru="PDF, JPEG или PNG, до {largest} МБ. Хранится зашифрованным под своей контрольной суммой.",
            kk="PDF, JPEG не PNG, {largest} МБ-қа дейін. Өзінің бақылау сомасымен, шифрланып сақталады.",
            en="PDF, JPEG or PNG, up to {largest} MB. Kept encrypted under its checksum.",
        ),
        "proof_get": Text(ru="Скачать документ", kk="Құжатты жүктеп алу", en="Download the document"),
        "proof_told": Text(
            ru="Скачивание записывается. Файл прислан снаружи: откройте его программой для просмотра, ничего в нём не "
            "запускайте.",
            kk="Жүктеу жазылады. Файл сырттан келген: оны қарау бағдарламасымен ашыңыз, ішінде ештеңе іске қоспаңыз.",
            en="The download is written down. The file came from outside: open it in a viewer and run nothing in it.",
        ),
        "checksum": Text(ru="Контрольная сумма", kk="Бақылау сомасы", en="Checksum"),
        "propose": Text(ru="Предложить", kk="Ұсыну", en="Propose"),
        "propose_title": Text(ru="Исправить данные человека", kk="Адамның деректерін түзету", en="Mend what is held"),
        "propose_lead": Text(
            ru="Вы предлагаете, решает другой сотрудник. Человек увидит и предложение, и решение.",
            kk="Сіз ұсынасыз, басқа қызметкер шешеді. Адам ұсынысты да, шешімді де көреді.",
            en="You propose, another member of the staff settles it. The person sees both.",
        ),
        "holds": Text(ru="Что хранит реестр", kk="Тізілімде не бар", en="What the register holds"),
        "holds_nothing": Text(ru="Ни одной категории.", kk="Бірде-бір санат жоқ.", en="No category."),
        "since": Text(ru="с {start}", kk="{start} бастап", en="from {start}"),
        "since_until": Text(
            ru="с {start} до {until}", kk="{start} бастап {until} дейін", en="from {start} up to {until}"
        ),
        "told_by": Text(ru="источник: {source}", kk="дереккөзі: {source}", en="told by: {source}"),
        "now": Text(ru="Сегодня", kk="Бүгін", en="Today"),
        "trial": Text(ru="Если утвердить", kk="Бекітілсе", en="If approved"),
        "decide": Text(ru="Решить", kk="Шешім қабылдау", en="Settle"),
        "decide_own": Text(
            ru="Это предложили вы, решать будет другой сотрудник.",
            kk="Мұны сіз ұсындыңыз, басқа қызметкер шешеді.",
            en="You proposed this; another member of the staff settles it.",
        ),
        "done_proposed": Text(
            ru="Предложено под номером {number}. Назовите этот номер человеку.",
            kk="{number} нөмірімен ұсынылды. Бұл нөмірді адамға айтыңыз.",
            en="Proposed under the number {number}. Tell the person this number.",
        ),
        "done_decided": Text(ru="Решение записано.", kk="Шешім жазылды.", en="The decision is written down."),
        "source_too": Text(
            ru="Пока источник не исправит свой список, его следующий файл расскажет прежнее. Сообщите ему.",
            kk="Дереккөз өз тізімін түзетпейінше, оның келесі файлы бұрынғысын айтады. Оған хабарлаңыз.",
            en="Until its source mends its own list, its next file will say the same again. Tell it.",
        ),
        "returned_by": Text(
            ru="Госкорпорация отвечает за {days} рабочих дней, до {day}. Переносить платёж на другой месяц нельзя: его "
            "возвращают, и платят заново.",
            kk="Мемлекеттік корпорация {days} жұмыс күнінде, {day} күніне дейін жауап береді. Төлемді басқа айға "
            "ауыстыруға болмайды: ол қайтарылып, қайта төленеді.",
            en="The State Corporation answers within {days} working days, by {day}. A payment is not moved to another "
            "month: it is returned and paid anew.",
        ),
    }
)
