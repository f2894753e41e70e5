"""What the page of the queue of orders says."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from saqta.basis.text import Text

ORDERS: Mapping[str, Text] = MappingProxyType(
    {
        "title": Text(ru="Заказы справок", kk="Анықтама тапсырыстары", en="Orders for certificates"),
        "says": Text(
            ru="Сколько ждёт и как давно; что отложено для сотрудников",
            kk="Қаншасы, қашаннан бері күтіп тұр; қызметкерлерге не қалдырылған",
            en="How many wait and since when; what was set aside for the staff",
        ),
        "nobody_named": Text(
            ru="Имён и ИИН здесь нет: заказ — это номер. Каждое решение записывается в журнал с вашим именем.",
            kk="Мұнда аты-жөн де, ЖСН де жоқ: тапсырыс — нөмір. Әр шешім журналға атыңызбен жазылады.",
            en="There are no names or IIN (ИИН) here: an order is a number. Your name goes into the journal with every "
            "decision.",
        ),
        "queue": Text(ru="Очередь", kk="Кезек", en="The queue"),
        "count": Text(ru="Ждут ответа", kk="Жауап күтеді", en="Wait for an answer"),
        "oldest": Text(ru="Самый старый ждёт", kk="Ең ескісі күтіп тұр", en="The oldest has waited"),
        "unconsented": Text(
            ru="из них ждут согласия человека",
            kk="олардың ішінде адамның келісімін күтеді",
            en="of these, for the person to consent",
        ),
        "late": Text(
            ru="из них опоздали, человек извещён",
            kk="олардың ішінде кешікті, адам хабардар",
            en="of these late, and the person was told",
        ),
        "dead_letters": Text(
            ru="Отложены для сотрудников", kk="Қызметкерлерге қалдырылған", en="Set aside for the staff"
        ),
        "untold": Text(ru="Сообщения в пути", kk="Жолдағы хабарламалар", en="Notifications under way"),
        "minutes": Text(ru="{count} мин", kk="{count} мин", en="{count} min"),
        "hours": Text(ru="{count} ч", kk="{count} сағ", en="{count} h"),
        "days": Text(ru="{count} сут", kk="{count} тәулік", en="{count} days"),
        "letters": Text(ru="Отложенные заказы", kk="Қалдырылған тапсырыстар", en="Orders that were set aside"),
        "none": Text(ru="Отложенных заказов нет.", kk="Қалдырылған тапсырыс жоқ.", en="No order was set aside."),
        "late_title": Text(ru="Опоздавшие, ещё в работе", kk="Кешіккен, әлі жұмыста", en="Late, still being worked on"),
        "number": Text(ru="Номер заказа", kk="Тапсырыс нөмірі", en="Number of the order"),
        "why": Text(ru="Почему", kk="Неге", en="Why"),
        "ordered": Text(ru="Заказан", kk="Тапсырыс берілді", en="Ordered"),
        "since": Text(ru="С какого времени", kk="Қашаннан бері", en="Since"),
        "accident": Text(ru="Последний сбой", kk="Соңғы ақау", en="The last fault"),
        "put_back": Text(ru="Вернуть в работу", kk="Жұмысқа қайтару", en="Put back to work"),
        "close": Text(ru="Закрыть с объяснением", kk="Түсіндірмемен жабу", en="Close with an explanation"),
        "explanation": Text(ru="Что прочтёт человек", kk="Адам нені оқиды", en="What the person will read"),
        "reason-given-up": Text(
            ru="за сутки не удалось ответить",
            kk="бір тәулікте жауап берілмеді",
            en="could not be answered within a day",
        ),
        "reason-stopped-workers": Text(
            ru="несколько раз останавливал обработку",
            kk="өңдеуді бірнеше рет тоқтатты",
            en="took the workers down several times",
        ),
        "reason-not-answerable": Text(
            ru="данные реестра противоречат друг другу",
            kk="тізілім деректері бір-біріне қайшы",
            en="what the register holds contradicts itself",
        ),
        "reason-time-running-out": Text(ru="не успели в срок", kk="мерзімінде үлгермедік", en="not ready in time"),
        "reason-consent-awaited": Text(
            ru="ждём согласия человека", kk="адамның келісімін күтеміз", en="the person has not consented yet"
        ),
    }
)
