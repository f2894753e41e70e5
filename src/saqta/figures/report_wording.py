"""The words of the report on state control."""

from __future__ import annotations

from saqta.basis.text import Text

TITLE = Text(
    ru="Проверки клиник на {day}",
    kk="Клиникаларды тексеру, {day}",
    en="Inspections of clinics on {day}",
)
LEAD = Text(
    ru="Каждый итог — сумма своих частей. Посчитано по записям реестра до номера {entry} включительно.",
    kk="Әр жиынтық — өз бөліктерінің қосындысы. Тізілімнің {entry}-жазбасын қоса алғанға дейін саналды.",
    en="Every total is the sum of its parts. Counted from the register up to and including entry {entry}.",
)
IN_CAMPAIGN = Text(
    ru="Только проверки, объединённые названием «{name}».",
    kk="Тек «{name}» деген атпен біріктірілген тексерулер.",
    en="Only the inspections grouped as “{name}”.",
)
NOTHING_YET = Text(
    ru="На этот день ни одной проверки не назначено.",
    kk="Бұл күнге бірде-бір тексеру тағайындалмаған.",
    en="On this day no inspection had been appointed.",
)

CLINICS = Text(ru="клиники в реестре", kk="тізілімдегі клиникалар", en="clinics in the register")
CLINICS_INSPECTED = Text(
    ru="с назначенной проверкой", kk="тексеру тағайындалғандары", en="with an inspection appointed"
)
CLINICS_NOT_INSPECTED = Text(
    ru="без назначенной проверки", kk="тексеру тағайындалмағандары", en="without an inspection appointed"
)
INSPECTIONS = Text(ru="назначенные проверки", kk="тағайындалған тексерулер", en="inspections appointed")
ALL_REGISTERED = Text(
    ru="зарегистрированы органом правовой статистики",
    kk="құқықтық статистика органы тіркегендері",
    en="registered by the legal-statistics body",
)
COMPLETED = Text(ru="завершённые проверки", kk="аяқталған тексерулер", en="completed inspections")
MEASURES_TAKEN = Text(ru="принятые меры", kk="қолданылған шаралар", en="measures taken")
FINES = Text(ru="наложенные штрафы", kk="салынған айыппұлдар", en="fines imposed")

FUNDINGS: dict[str, Text] = {
    "packages": Text(
        ru="работает по договору с Фондом (ГОБМП или ОСМС)",
        kk="Қормен шарт бойынша жұмыс істейді (ТМККК немесе МӘМС)",
        en="works by contract with the Fund (guaranteed or insurance package)",
    ),
    "paid_only": Text(ru="работает только за плату", kk="тек ақылы жұмыс істейді", en="works for pay alone"),
}
OUTCOMES: dict[str, Text] = {
    "violations": Text(ru="нарушения найдены", kk="бұзушылықтар табылды", en="violations found"),
    "no_violations": Text(ru="нарушений не найдено", kk="бұзушылық табылмады", en="no violations found"),
    "annulled": Text(
        ru="результаты отменены по жалобе или судом",
        kk="нәтижелер шағым бойынша немесе сотпен жойылды",
        en="results annulled on complaint or by a court",
    ),
}
MEASURES: dict[str, Text] = {
    "suspend_activity": Text(
        ru="приостановлена деятельность (мера оперативного реагирования)",
        kk="қызмет тоқтатыла тұрды (жедел ден қою шарасы)",
        en="activity suspended (urgent measure)",
    ),
    "suspend_part": Text(
        ru="приостановлена часть деятельности (мера оперативного реагирования)",
        kk="қызметтің бір бөлігі тоқтатыла тұрды (жедел ден қою шарасы)",
        en="part of the activity suspended (urgent measure)",
    ),
    "remove_person": Text(
        ru="отстранён специалист без сертификата (мера оперативного реагирования)",
        kk="сертификатсыз маман шеттетілді (жедел ден қою шарасы)",
        en="specialist without certificate suspended (urgent measure)",
    ),
    "prescription": Text(ru="предписание", kk="ұйғарым", en="prescription"),
    "fine": Text(ru="штраф", kk="айыппұл", en="fine"),
    "court_suspension": Text(
        ru="приостановление по решению суда", kk="сот шешімімен тоқтата тұру", en="suspension by a court"
    ),
    "permit_suspension": Text(
        ru="приостановлен разрешительный документ", kk="рұқсат құжаты тоқтатыла тұрды", en="permit suspended"
    ),
    "representation": Text(ru="частное представление", kk="жеке ұсыну", en="private representation"),
}
MEASURE_STATES: dict[str, Text] = {
    "standing": Text(ru="действуют", kk="күшінде", en="standing"),
    "ended": Text(ru="прекращены", kk="тоқтатылған", en="ended"),
    "annulled": Text(ru="отменены", kk="жойылған", en="annulled"),
}
FINE_STATES: dict[str, Text] = {
    "standing": Text(ru="не отменены", kk="жойылмаған", en="not annulled"),
    "annulled": Text(ru="отменены", kk="жойылған", en="annulled"),
}
"""A fine is not ended by a follow-up inspection."""

BY_CLINIC = Text(ru="Клиники", kk="Клиникалар", en="Clinics")
BY_STATE = Text(ru="Где сейчас проверки", kk="Тексерулер қай сатыда", en="Where the inspections stand")
BY_REGION = Text(ru="По регионам", kk="Өңірлер бойынша", en="By region")
BY_FUNDING = Text(ru="По виду оплаты", kk="Ақы төлеу түрі бойынша", en="By funding")
BY_OUTCOME = Text(ru="Чем кончились", kk="Немен аяқталды", en="How they ended")
BY_MEASURE = Text(ru="Принятые меры", kk="Қолданылған шаралар", en="Measures taken")
BY_FINE = Text(ru="Штрафы", kk="Айыппұлдар", en="Fines")
FINES_BY_REGION = Text(ru="Штрафы по регионам", kk="Өңірлер бойынша айыппұлдар", en="Fines by region")
UNKNOWN = Text(ru="Чего этот отчёт не знает", kk="Бұл есеп нені білмейді", en="What this report does not know")
ALL = Text(ru="всего", kk="барлығы", en="in all")

LIMITS: tuple[Text, ...] = (
    Text(
        ru="Сколько клиник в реестр не внесено: о них здесь ничего нет.",
        kk="Тізілімге қанша клиника енгізілмегені: олар туралы мұнда ештеңе жоқ.",
        en="How many clinics are missing from the register: nothing is said of them here.",
    ),
    Text(
        ru="Безопасна ли клиника, которую не проверяли: «без проверки» не значит «без нарушений».",
        kk="Тексерілмеген клиника қауіпсіз бе: «тексерілмеген» деген «бұзушылықсыз» деген емес.",
        en="Whether a clinic that was not inspected is safe: “not inspected” does not mean “no violations”.",
    ),
    Text(
        ru="Что будет записано позже: шаг вносят и спустя дни, поэтому числа последних дней могут вырасти.",
        kk="Кейін не жазылатыны: қадам бірнеше күннен соң да енгізіледі, соңғы күндердің сандары өсуі мүмкін.",
        en="What will be written down later: steps are recorded days afterwards too, so recent figures may still grow.",
    ),
    Text(
        ru="Уплачены ли штрафы: посчитаны наложенные.",
        kk="Айыппұлдар төленді ме: салынғандары саналған.",
        en="Whether fines were paid: those imposed are counted.",
    ),
    Text(
        ru="Открылась ли снятая с регистрации клиника под другим именем или по другому адресу.",
        kk="Тіркеуден шығарылған клиника басқа атпен немесе басқа мекенжайда ашылды ма.",
        en="Whether a clinic removed from the register opened again under another name or address.",
    ),
    Text(
        ru="Изменились ли с тех пор регион и вид оплаты: они взяты на день назначения проверки.",
        kk="Содан бері өңірі мен ақы төлеу түрі өзгерді ме: олар тексеру тағайындалған күнгідей алынған.",
        en="Whether region and funding have changed since: they are those of the day of appointment.",
    ),
)
