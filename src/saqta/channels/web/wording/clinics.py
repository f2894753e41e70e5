"""What the pages about clinics say, besides what the terminal says as well."""

from __future__ import annotations

from saqta.basis.text import Text
from saqta.channels.clinic_wording import WORDS

CLINIC_WORDS: dict[str, Text] = {
    **{key.replace("-", "_"): text for key, text in WORDS.items()},
    "clinics_title": Text(ru="Найти клинику", kk="Клиника табу", en="Find a clinic"),
    "clinics_lead": Text(
        ru="Есть ли лицензия, что здесь бесплатно, чем закончились проверки. И чего мы о клинике не знаем.",
        kk="Лицензиясы бар ма, мұнда не тегін, тексерулері немен аяқталды. Әрі клиника туралы біз нені білмейміз.",
        en="Whether it is licensed, what is free there, how its inspections ended. And what we do not know.",
    ),
    "name_or_number": Text(ru="Название или БИН", kk="Атауы не БСН", en="Name or BIN"),
    "name_hint": Text(
        ru="Можно любыми буквами и с опечаткой: «ак тис», aq tis.",
        kk="Кез келген әріппен, қате терсеңіз де болады: «ак тис», aq tis.",
        en="In any letters, with slips: «ак тис», aq tis.",
    ),
    "region": Text(ru="Регион", kk="Өңір", en="Region"),
    "anywhere": Text(ru="Весь Казахстан", kk="Бүкіл Қазақстан", en="All of Kazakhstan"),
    "with_contract": Text(
        ru="Только с договором с Фондом", kk="Тек Қормен шарты барлары", en="Only with a contract with the Fund"
    ),
    "near": Text(ru="Сначала ближние к городу", kk="Алдымен қалаға жақындары", en="The nearest to a city first"),
    "not_near": Text(ru="Расстояние не важно", kk="Қашықтық маңызды емес", en="Distance does not matter"),
    "near_me": Text(ru="Рядом со мной", kk="Менің қасымда", en="Near me"),
    "near_me_hint": Text(
        ru="Или выберите город. Место телефона спрашивается только по кнопке, с точностью до ста метров, и не "
        "записывается.",
        kk="Не қаланы таңдаңыз. Телефонның орны батырма басылғанда ғана, жүз метр дәлдікпен сұралады және жазылмайды.",
        en="Or choose a city. Where the phone is is asked for only by a button, to a hundred metres, and not written "
        "down.",
    ),
    "near_me_failed": Text(
        ru="Телефон не сказал, где он. Выберите город в списке.",
        kk="Телефон қайда екенін айтпады. Тізімнен қаланы таңдаңыз.",
        en="The phone did not say where it is. Choose a city from the list.",
    ),
    "from_here": Text(
        ru="Расстояния по прямой от вас. Клиник без точки на карте здесь нет.",
        kk="Қашықтық сізден түзу сызықпен. Картада нүктесі жоқ клиникалар мұнда көрсетілмейді.",
        en="Distances as the crow flies from where you are. Clinics that are nowhere on the map are left out.",
    ),
    "from_centre": Text(
        ru="Расстояния по прямой от центра: {city}. Клиник без точки на карте здесь нет.",
        kk="Қашықтық орталықтан түзу сызықпен: {city}. Картада нүктесі жоқ клиникалар мұнда көрсетілмейді.",
        en="Distances as the crow flies from the centre of {city}. Clinics that are nowhere on the map are left out.",
    ),
    "find": Text(ru="Найти", kk="Табу", en="Find"),
    "found": Text(ru="Клиники", kk="Клиникалар", en="Clinics"),
    "clinics_unavailable": Text(
        ru="Реестр клиник сейчас не отвечает. Попробуйте через несколько минут.",
        kk="Клиникалар тізілімі қазір жауап бермейді. Бірнеше минуттан кейін қайталаңыз.",
        en="The register of clinics does not answer now. Try again in a few minutes.",
    ),
    "licence": Text(ru="номер лицензии", kk="лицензия нөмірі", en="licence number"),
    "from_day": Text(ru="с", kk="басталуы", en="from"),
    "until_day": Text(ru="до", kk="аяқталуы", en="until"),
    "no_annexes": Text(
        ru="О приложениях к лицензии данных нет. Попросите клинику их показать: они должны быть у неё.",
        kk="Лицензия қосымшалары туралы дерек жоқ. Клиникадан көрсетуін сұраңыз: олар онда болуға тиіс.",
        en="There is no data on licence annexes. Ask the clinic to show them: it has to have them.",
    ),
    "under_anaesthesia": Text(
        ru="Лечение ребёнка под наркозом", kk="Баланы наркозбен емдеу", en="Treating a child under anaesthesia"
    ),
    "services_of_this_kind": Text(
        ru="Услуги этого вида: проверить, бесплатно ли для вас",
        kk="Осы түрдегі қызметтер: сізге тегін бе, тексеру",
        en="Services of this kind: check whether they are free for you",
    ),
    "check_your_right": Text(
        ru="Бесплатно для тех, у кого есть право на эту помощь. Выберите услугу и проверьте своё.",
        kk="Осы көмекке құқығы барларға тегін. Қызметті таңдап, өз құқығыңызды тексеріңіз.",
        en="Free for those who are entitled to this care. Choose a service and check your own right.",
    ),
    "poster": Text(
        ru="Плакат для стены клиники (А4)", kk="Клиника қабырғасына арналған плакат (А4)", en="Poster for the wall (A4)"
    ),
    "other_clinics": Text(ru="Найти другую клинику", kk="Басқа клиника табу", en="Find another clinic"),
}
