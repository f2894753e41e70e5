"""What the pages about checking elsewhere, about the data and for developers say."""

from __future__ import annotations

from typing import NamedTuple

from saqta.basis.text import Text, same


class Door(NamedTuple):
    """A way to learn one's status without this site."""

    name: Text
    how: Text
    address: str = ""


DOORS: tuple[Door, ...] = (
    Door(
        Text(ru="Телефон 1414", kk="1414 телефоны", en="Telephone 1414"),
        Text(
            ru="Бесплатно и круглосуточно. Оператор назовёт статус и месяцы и подскажет, что делать.",
            kk="Тегін, тәулік бойы. Оператор мәртебе мен айларды айтып, не істеу керегін түсіндіреді.",
            en="Free of charge, day and night. The operator tells the status and the months, and what to do.",
        ),
        "tel:1414",
    ),
    Door(
        Text(ru="Приложение Qoldau 24/7", kk="Qoldau 24/7 қосымшасы", en="The app Qoldau 24/7"),
        Text(
            ru="Есть в PlayMarket и AppStore. В меню выберите «Проверить статус застрахованности» и введите ИИН: "
            "увидите статус и были ли платежи за предшествующие 12 месяцев.",
            kk="PlayMarket пен AppStore дүкендерінде бар. Мәзірден сақтандырылу мәртебесін тексеру бөлімін таңдап, ЖСН "
            "енгізіңіз: мәртебе және алдыңғы 12 айда төлем болған-болмағаны шығады.",
            en="In PlayMarket and AppStore. Choose the entry for checking the insurance status in the menu and type "
            "the IIN: it shows the status and whether there were payments in the 12 months before.",
        ),
    ),
    Door(
        same("Telegram: @SaqtandyryBot"),
        Text(
            ru="Откройте бота, выберите «Определить статус застрахованности» и введите ИИН. Проверьте имя буква за "
            "буквой: похожие боты бывают поддельными.",
            kk="Ботты ашып, сақтандырылу мәртебесін анықтау бөлімін таңдап, ЖСН енгізіңіз. Атын әріптеп тексеріңіз: "
            "ұқсас боттар жалған болуы мүмкін.",
            en="Open the bot, choose the entry for determining the status and type the IIN. Check the name letter by "
            "letter: bots with a similar name may be forged.",
        ),
        "https://t.me/SaqtandyryBot",
    ),
    Door(
        Text(ru="Портал egov.kz", kk="egov.kz порталы", en="The portal egov.kz"),
        Text(
            ru="Раздел «Здравоохранение», услуга «Выдача информации об участии в качестве потребителя медицинских "
            "услуг и о перечисленных суммах отчислений и (или) взносов в системе обязательного социального "
            "медицинского страхования»; «Заказать услугу», ИИН. Результат приходит в течение 10 минут.",
            kk="«Денсаулық сақтау» бөліміндегі міндетті медициналық сақтандыру жүйесіне қатысу және аударылған сомалар "
            "туралы ақпарат беру қызметі; қызметке тапсырыс беріп, ЖСН көрсетіңіз. Нәтиже 10 минут ішінде келеді.",
            en="In the section on health care, the service that informs about taking part in the insurance and the "
            "sums paid; order it and give the IIN. The result comes within 10 minutes.",
        ),
        "https://egov.kz",
    ),
    Door(
        Text(ru="Сайт Фонда fms.kz", kk="Қордың fms.kz сайты", en="The Fund's site fms.kz"),
        Text(
            ru="Справа всплывает окно «Определить статус»: нажмите его и введите ИИН.",
            kk="Оң жақта мәртебені анықтау терезесі шығады: оны басып, ЖСН енгізіңіз.",
            en="At the right a window for determining the status pops up: press it and type the IIN.",
        ),
        "https://fms.kz",
    ),
    Door(
        Text(ru="Телефон 1406", kk="1406 телефоны", en="Telephone 1406"),
        Text(
            ru="Прежний номер Фонда; он ещё стоит на старых объявлениях. Если не отвечает — 1414.",
            kk="Қордың бұрынғы нөмірі; ескі хабарландыруларда әлі тұр. Жауап бермесе — 1414.",
            en="The Fund's earlier number, still on older posters. If nobody answers, 1414.",
        ),
        "tel:1406",
    ),
    Door(
        Text(ru="Поликлиника прикрепления", kk="Тіркелген емханаңыз", en="Your own clinic"),
        Text(
            ru="Регистратура видит ваш статус и помогает исправить ошибку: с документом о льготе отправьтесь туда.",
            kk="Тіркеу бөлімі мәртебеңізді көреді және қатені түзетуге көмектеседі: жеңілдік құжатымен сонда барыңыз.",
            en="The reception sees your status and helps to correct a mistake: go there with the proof of your "
            "category.",
        ),
    ),
)

INFORMATION: dict[str, Text] = {
    "elsewhere_title": Text(
        ru="Как ещё проверить статус", kk="Мәртебені тағы қалай тексеруге болады", en="Other ways to check the status"
    ),
    "elsewhere_lead": Text(
        ru="Все эти пути бесплатны. Никто не вправе требовать за проверку деньги, код из сообщения или данные карты.",
        kk="Бұл жолдардың бәрі тегін. Тексеру үшін ақша, хабарламадағы код немесе карта деректерін сұрауға ешкімнің "
        "құқығы жоқ.",
        en="All these ways are free of charge. Nobody may ask for money, a code from a message or a card for a check.",
    ),
    "sms": Text(
        ru="С сентября 2025 года с номера 1414 приходит сообщение, если в следующем месяце статус может прекратиться. "
        "Ссылок в таком сообщении открывать не нужно.",
        kk="2025 жылғы қыркүйектен бастап келесі айда мәртебе тоқтауы мүмкін болса, 1414 нөмірінен хабарлама келеді. "
        "Мұндай хабарлама ішіндегі сілтемені ашудың қажеті жоқ.",
        en="Since September 2025 a text message comes from 1414 when the status may end next month. No link in such a "
        "message needs to be opened.",
    ),
    "open_it": Text(ru="Открыть", kk="Ашу", en="Open"),
    "call_it": Text(ru="Позвонить", kk="Қоңырау шалу", en="Ring"),
    "data_title": Text(ru="О данных", kk="Деректер туралы", en="About the data"),
    "data_lead": Text(
        ru="Откуда ответы, насколько им можно верить и что мы о вас записываем.",
        kk="Жауаптар қайдан алынған, оларға қаншалықты сенуге болады және сіз туралы нені жазамыз.",
        en="Where the answers come from, how far they can be trusted, and what is written down about you.",
    ),
    "law_data": Text(ru="Закон", kk="Заң", en="The law"),
    "law_data_says": Text(
        ru="Учтено законов и приказов: {acts}, норм: {provisions}, открытых вопросов: {readings}. Не сверено с "
        "официальным текстом формулировок: {unverified}; такие помечены.",
        kk="Есепке алынған заңдар мен бұйрықтар: {acts}, нормалар: {provisions}, ашық мәселелер: {readings}. Ресми "
        "мәтінмен салыстырылмаған тұжырымдар: {unverified}; олар белгіленген.",
        en="Laws and orders encoded: {acts}, provisions: {provisions}, open questions: {readings}. Wordings not "
        "checked against an official text: {unverified}; they are marked.",
    ),
    "law_seal": Text(
        ru="Печать закона, на котором стоят сегодняшние ответы:",
        kk="Бүгінгі жауаптар сүйенетін заңның мөрі:",
        en="Seal of the law behind today's answers:",
    ),
    "status_data": Text(ru="Статус", kk="Мәртебе", en="The status"),
    "status_data_says": Text(
        ru="Статус выводится из платежей и категорий в реестре по закону того дня, о котором спросили. Под каждым "
        "ответом сказано, на какой момент известны данные. Если реестр не отвечает, мы так и говорим и никогда не "
        "выдаём это за «не застрахован».",
        kk="Мәртебе тізілімдегі төлемдер мен санаттардан, сұралған күннің заңы бойынша шығарылады. Әр жауаптың астында "
        "деректің қай сәтке белгілі екені айтылған. Тізілім жауап бермесе, біз соны айтамыз және оны ешқашан "
        "«сақтандырылмаған» деп көрсетпейміз.",
        en="A status is worked out from the payments and categories in the register, by the law of the day asked "
        "about. Under each answer stands up to which moment the data are known. If the register does not answer we say "
        "so, and never pass that off as “not insured”.",
    ),
    "strangers": Text(ru="Что узнаёт посторонний", kk="Бөтен адам не біледі", en="What a stranger learns"),
    "strangers_says": Text(
        ru="По номеру видны только статус и оплачен ли каждый из двенадцати месяцев: ни сумм, ни работодателя, ни "
        "причины. О номере, которого реестр не знает, ответ тот же, что о человеке, который никогда не платил.",
        kk="Нөмір бойынша тек мәртебе мен он екі айдың әрқайсысы төленген-төленбегені көрінеді: сома да, жұмыс беруші "
        "де, себеп те жоқ. Тізілім білмейтін нөмір туралы жауап ешқашан төлемеген адам туралы жауаппен бірдей.",
        en="A number shows the status and whether each of twelve months is paid, and nothing else: no sums, no "
        "employer, no ground. About a number that the register does not know, the answer is that about somebody who "
        "never paid.",
    ),
    "robots": Text(ru="Защита от роботов", kk="Роботтардан қорғау", en="Against robots"),
    "robots_says": Text(
        ru="Пока вы вводите номер, ваше устройство около секунды считает: одному человеку это незаметно, а перебор "
        "миллионов номеров становится дорогим. Загадок и посторонних сервисов нет. Без скриптов всё тоже работает, но "
        "с одного адреса тогда можно задать {at_once} вопросов подряд и потом {each_hour} в час.",
        kk="Нөмірді енгізіп жатқанда құрылғыңыз бір секундтай есеп шығарады: бір адамға білінбейді, ал миллиондаған "
        "нөмірді тексеріп шығу қымбатқа түседі. Жұмбақ та, бөтен қызмет те жоқ. Скриптсіз де бәрі жұмыс істейді, бірақ "
        "онда бір мекенжайдан қатарынан {at_once} сұрақ, кейін сағатына {each_hour} сұрақ қоюға болады.",
        en="While you type the number, your device does sums for about a second: one person does not notice, but "
        "walking through millions of numbers becomes dear. There are no puzzles and no third parties. Without scripts "
        "everything works too, but then one address may ask {at_once} questions in a row and {each_hour} an hour "
        "after.",
    ),
    "kept": Text(ru="Что мы записываем", kk="Біз нені жазамыз", en="What is written down"),
    "kept_says": Text(
        ru="Сам номер из вопроса не сохраняется. Записывается, что о человеке спросили, когда и через что: он имеет "
        "право это знать. На вашем устройстве ничего не остаётся, пока вы сами не попросите сохранить ответ.",
        kk="Сұрақтағы нөмірдің өзі сақталмайды. Адам туралы сұралғаны, қашан және не арқылы екені жазылады: оны білуге "
        "оның құқығы бар. Өзіңіз жауапты сақтауды сұрамайынша, құрылғыңызда ештеңе қалмайды.",
        en="The number in a question is not kept. That somebody asked about a person is written down, when and by "
        "which door: the person has a right to know. Nothing stays on your device unless you ask for an answer to be "
        "saved.",
    ),
    "demo_data": Text(
        ru="Это демонстрация: люди и платежи выдуманы, закон настоящий.",
        kk="Бұл — көрсетілім: адамдар мен төлемдер ойдан шығарылған, заң нақты.",
        en="This is a demonstration: the people and payments are invented, the law is real.",
    ),
    "developers_title": Text(ru="Разработчикам", kk="Әзірлеушілерге", en="For developers"),
    "developers_lead": Text(
        ru="Те же ответы для программ: без ключа и регистрации, на трёх языках, со статьями закона.",
        kk="Дәл осы жауаптар бағдарламаларға да беріледі: кілтсіз, тіркелусіз, үш тілде, заң баптарымен.",
        en="The same answers for programs: no key, no registration, in three languages, with the articles of law.",
    ),
    "openapi": Text(ru="Описание OpenAPI 3.1", kk="OpenAPI 3.1 сипаттамасы", en="The OpenAPI 3.1 description"),
    "about_status": Text(ru="Спросить о статусе", kk="Мәртебе туралы сұрау", en="Ask about a status"),
    "ask_law": Text(
        ru="Спросить закон, ничего не узнавая о людях",
        kk="Адамдар туралы ештеңе білмей, тек заңнан сұрау",
        en="Ask the law without asking about anybody",
    ),
    "ask_law_says": Text(
        ru="Факты передаются документом и нигде не сохраняются; тот же документ понимает программа saqta.",
        kk="Деректер құжатпен беріледі және еш жерде сақталмайды; сол құжатты saqta бағдарламасы да түсінеді.",
        en="The facts are sent as a document and kept nowhere; the program saqta takes the same one.",
    ),
    "widget": Text(ru="Виджет для вашего сайта", kk="Сайтыңызға арналған виджет", en="The widget for your site"),
    "widget_says": Text(
        ru="Одна строка на странице: кнопка у правого края, вопрос в изолированном окне. Ваша страница не видит ни "
        "номера, ни ответа; куки и слежки нет.",
        kk="Бетте бір жол: оң жақ шетте түйме, сұрақ оқшау терезеде. Сіздің бет нөмірді де, жауапты да көрмейді; куки "
        "мен аңду жоқ.",
        en="One line on a page: a button at the right edge, the question in an isolated frame. Your page sees neither "
        "the number nor the answer; there are no cookies and no tracking.",
    ),
    "widget_policy": Text(
        ru="Политике содержания вашей страницы нужны только эти две записи:",
        kk="Бетіңіздің мазмұн саясатына осы екі жазба ғана керек:",
        en="The content policy of your page needs only these two entries:",
    ),
    "widget_demo": Text(ru="Образец на чужой странице", kk="Бөтен беттегі үлгі", en="A sample on somebody else's page"),
    "budgets": Text(ru="Сколько можно спрашивать", kk="Қанша сұрауға болады", en="How often you may ask"),
    "budget": Text(ru="Кто спрашивает", kk="Кім сұрайды", en="Who asks"),
    "at_once": Text(ru="сразу", kk="қатарынан", en="at once"),
    "each_hour": Text(ru="в час", kk="сағатына", en="each hour"),
    "budget_address": Text(ru="один адрес", kk="бір мекенжай", en="one address"),
    "budget_number": Text(ru="один номер, кто бы ни спрашивал", kk="бір нөмір, кім сұраса да", en="one number"),
    "budget_everybody": Text(ru="все вместе", kk="барлығы бірге", en="everybody together"),
    "budget_unproven-address": Text(
        ru="один адрес без доказательства работы",
        kk="бір мекенжай, жұмыс дәлелінсіз",
        en="one address without a proof of work",
    ),
    "budget_unproven-everybody": Text(
        ru="все вместе без доказательства работы",
        kk="барлығы бірге, жұмыс дәлелінсіз",
        en="everybody without a proof of work",
    ),
    "proof_says": Text(
        ru="Доказательство работы (altcha, версия 2) берут по адресу {address} и передают полем proof.",
        kk="Жұмыс дәлелі (altcha, 2-нұсқа) {address} мекенжайынан алынып, proof өрісімен беріледі.",
        en="The proof of work (altcha, version 2) is had from {address} and sent in the field proof.",
    ),
    "problems_says": Text(
        ru="Отказы приходят как application/problem+json; их виды:",
        kk="Бас тартулар application/problem+json түрінде келеді; түрлері:",
        en="Refusals come as application/problem+json; their kinds:",
    ),
}
