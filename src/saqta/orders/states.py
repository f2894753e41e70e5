"""How an order stands, and from where it may go on to where: one table."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, get_args

from saqta.basis.text import Text

State = Literal["received", "consent", "checking", "answered", "overdue", "failed", "closed"]
STATES: tuple[State, ...] = get_args(State)

NEXT: Mapping[State, frozenset[State]] = MappingProxyType(
    {
        "received": frozenset({"consent", "overdue", "failed"}),
        "consent": frozenset({"checking", "overdue", "failed"}),
        "checking": frozenset({"answered", "overdue", "failed"}),
        # Late is not lost: an order that was apologised for is still answered.
        "overdue": frozenset({"answered", "failed"}),
        # Somebody on the staff may put a dead letter back to work, or end it with an explanation.
        "failed": frozenset({"checking", "closed"}),
        "answered": frozenset(),
        "closed": frozenset(),
    }
)
ENDED: frozenset[State] = frozenset({"answered", "failed", "closed"})
"""Where no worker has anything left to do."""

DeadLetter = Literal["given-up", "stopped-workers", "not-answerable"]
DEAD_LETTERS: tuple[DeadLetter, ...] = get_args(DeadLetter)
"""Why the work on an order failed for good, so that the staff looks into it."""
Explanation = Literal["data-contradict", "answered-elsewhere", "our-fault"]
EXPLANATIONS: tuple[Explanation, ...] = get_args(Explanation)
"""With what the staff may end a dead letter. Nothing is typed freely: what a person reads is said in three languages
and names nobody."""
Reason = (
    Literal[
        "own-order", "consent-given", "certificate-issued", "time-running-out", "consent-awaited",
        "consent-refused", "put-back",
    ]
    | DeadLetter
    | Explanation
)  # fmt: skip
"""Why an order went where it went."""

STATE_TEXTS: Mapping[State, Text] = MappingProxyType(
    {
        "received": Text(ru="Заказ принят", kk="Тапсырыс қабылданды", en="The order is received"),
        "consent": Text(ru="Проверяем согласие", kk="Келісімді тексеріп жатырмыз", en="The consent is being looked at"),
        "checking": Text(
            ru="Собираем сведения и готовим справку",
            kk="Мәліметтерді жинап, анықтама дайындап жатырмыз",
            en="The certificate is being prepared",
        ),
        "answered": Text(ru="Справка готова", kk="Анықтама дайын", en="The certificate is ready"),
        "overdue": Text(ru="Не успеваем в срок", kk="Мерзімінде үлгермейміз", en="The answer will be late"),
        "failed": Text(ru="Справку выдать не удалось", kk="Анықтама берілмеді", en="No certificate could be issued"),
        "closed": Text(ru="Заказ закрыт", kk="Тапсырыс жабылды", en="The order is closed"),
    }
)

REASON_TEXTS: Mapping[Reason, Text] = MappingProxyType(
    {
        "own-order": Text(
            ru="Вы заказали справку о себе.",
            kk="Сіз өзіңіз туралы анықтамаға тапсырыс бердіңіз.",
            en="You ordered a certificate about yourself.",
        ),
        "consent-given": Text(
            ru="Вы согласились, чтобы для ответа были прочитаны ваши данные.",
            kk="Жауап үшін деректеріңіздің оқылуына келістіңіз.",
            en="You agreed that your data is read for the answer.",
        ),
        "certificate-issued": Text(
            ru="Справка подписана; её можно скачать.",
            kk="Анықтамаға қол қойылды; оны жүктеп алуға болады.",
            en="The certificate is signed and can be downloaded.",
        ),
        "time-running-out": Text(
            ru="Просим прощения: за обещанные минуты справка не готова. Сотрудники уже извещены, заказ остаётся в "
            "работе, повторять его не нужно. Сам статус можно узнать сейчас на первой странице или по номеру 1414.",
            kk="Кешірім сұраймыз: анықтама уәде етілген минутта дайын болмады. Қызметкерлер хабардар, тапсырыс "
            "орындалып жатыр, қайталаудың қажеті жоқ. Мәртебені қазір бірінші беттен немесе 1414 нөмірінен білуге "
            "болады.",
            en="We are sorry: the certificate is not ready within the promised minutes. The staff have been told, the "
            "order is still being worked on and need not be repeated. The status itself is on the first page now, or "
            "ring 1414.",
        ),
        "consent-awaited": Text(
            ru="Справка не готова, потому что мы ждём вашего согласия на чтение ваших данных. Дайте его на странице "
            "заказа, и ответ придёт сразу; без него через сутки заказ закроется.",
            kk="Анықтама дайын емес: деректеріңізді оқуға келісіміңізді күтіп отырмыз. Оны тапсырыс бетінде берсеңіз, "
            "жауап бірден келеді; келісім болмаса, тапсырыс бір тәуліктен кейін жабылады.",
            en="The certificate is not ready because we wait for your consent to your data being read. Give it on the "
            "page of the order and the answer comes at once; without it the order is closed after a day.",
        ),
        "consent-refused": Text(
            ru="Вы не дали согласия, поэтому данные не читались. Передумаете — закажите снова.",
            kk="Келісім бермедіңіз, сондықтан деректер оқылмады. Ойыңыз өзгерсе — қайта тапсырыс беріңіз.",
            en="You did not consent, so nothing was read. If you change your mind, order again.",
        ),
        "given-up": Text(
            ru="За сутки ответить не удалось. Это не значит, что вы не застрахованы. Сотрудники разбираются; "
            "позвоните 1414 и назовите номер заказа.",
            kk="Бір тәулікте жауап бере алмадық. Бұл сақтандырылмағансыз дегенді білдірмейді. Қызметкерлер анықтап "
            "жатыр; 1414 нөміріне қоңырау шалып, тапсырыс нөмірін айтыңыз.",
            en="There was no answer within a day. This does not mean that you are not insured. The staff are looking "
            "into it; ring 1414 and name the number of the order.",
        ),
        "stopped-workers": Text(
            ru="Этот заказ несколько раз останавливал обработку и отложен для сотрудников. Позвоните 1414 и "
            "назовите номер заказа.",
            kk="Бұл тапсырыс өңдеуді бірнеше рет тоқтатты, қызметкерлерге қалдырылды. 1414 нөміріне қоңырау шалып, "
            "тапсырыс нөмірін айтыңыз.",
            en="This order stopped the workers several times and was set aside for the staff. Ring 1414 and name the "
            "number of the order.",
        ),
        "not-answerable": Text(
            ru="По данным реестра справку составить нельзя. Позвоните 1414 и назовите номер заказа.",
            kk="Тізілім деректері бойынша анықтама жасау мүмкін емес. 1414 нөміріне қоңырау шалып, тапсырыс нөмірін "
            "айтыңыз.",
            en="The register's data does not allow a certificate. Ring 1414 and name the number of the order.",
        ),
        "put-back": Text(
            ru="Сотрудник вернул заказ в работу.",
            kk="Қызметкер тапсырысты қайта жұмысқа қосты.",
            en="Somebody on the staff put the order back to work.",
        ),
        "data-contradict": Text(
            ru="Сотрудник разобрался: сведения реестра о вас противоречат друг другу, поэтому справка была бы "
            "неверной. Их исправляет тот, кто их подал: работодатель, государственный орган или пенсионный фонд. "
            "После исправления закажите снова; кому обратиться, подскажут по номеру 1414.",
            kk="Қызметкер анықтады: тізілімде сіз туралы мәліметтер бір-біріне қайшы, сондықтан анықтама қате болар "
            "еді. Оны берген жақ түзетеді: жұмыс беруші, мемлекеттік орган немесе зейнетақы қоры. Түзетілген соң қайта "
            "тапсырыс беріңіз; кімге жүгіну керегін 1414 нөмірінен айтады.",
            en="Somebody looked into it: what the register holds about you contradicts itself, so a certificate would "
            "be wrong. Whoever reported it corrects it: the employer, a public body or the pension fund. "
            "Order again afterwards; 1414 tells you whom to ask.",
        ),
        "answered-elsewhere": Text(
            ru="Сотрудник закрыл заказ: справку вам выдали другим путём. Если она нужна и здесь, закажите снова.",
            kk="Қызметкер тапсырысты жапты: анықтама сізге басқа жолмен берілген. Осында да керек болса, қайта "
            "тапсырыс беріңіз.",
            en="Somebody on the staff closed the order: you were given the certificate in another way. If you need it "
            "here as well, order again.",
        ),
        "our-fault": Text(
            ru="Сотрудник разобрался: справка не вышла по нашей вине, к вашему статусу это не относится. Просим "
            "прощения. Закажите снова или позвоните 1414 и назовите номер заказа.",
            kk="Қызметкер анықтады: анықтама біздің кінәмізден шықпады, оның мәртебеңізге қатысы жоқ. Кешірім "
            "сұраймыз. Қайта тапсырыс беріңіз не 1414 нөміріне қоңырау шалып, тапсырыс нөмірін айтыңыз.",
            en="Somebody looked into it: the certificate failed by our fault, which has nothing to do with your "
            "status. We are sorry. Order again, or ring 1414 and name the number of the order.",
        ),
    }
)
"""What the person is told."""
