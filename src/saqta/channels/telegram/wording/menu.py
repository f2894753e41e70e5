"""The menu, the language, and what is said whatever one came for."""

from __future__ import annotations

from saqta.basis.text import Text

MENU: dict[str, Text] = {
    "greeting": Text(
        ru="Здравствуйте! Это Saqta: медицинское страхование Казахстана по закону, со статьями.",
        kk="Сәлеметсіз бе! Бұл — Saqta: Қазақстанның медициналық сақтандыруы заң бойынша, баптарымен.",
        en="Hello! This is Saqta: the health insurance of Kazakhstan by the law, with its articles.",
    ),
    "what": Text(ru="О чём вы хотите узнать?", kk="Не білгіңіз келеді?", en="What would you like to know?"),
    "status": Text(ru="Определить статус", kk="Мәртебені анықтау", en="Check a status"),
    "free": Text(ru="Бесплатно ли это для меня", kk="Бұл маған тегін бе", en="Is it free for me"),
    "teeth": Text(ru="Зубы моего ребёнка", kk="Баламның тісі", en="My child's teeth"),
    "dues": Text(ru="Сколько мне платить", kk="Мен қанша төлеймін", en="How much do I pay"),
    "clinics": Text(ru="Найти клинику", kk="Клиника табу", en="Find a clinic"),
    "notices": Text(ru="Объявления", kk="Хабарландырулар", en="Announcements"),
    "orders": Text(ru="Справка о статусе", kk="Мәртебе туралы анықтама", en="Certificate of status"),
    "orders_here": Text(
        ru="Справку заказывают на наших страницах, после входа. Чтобы узнать здесь, что она готова, впишите в заказ "
        "адрес этого чата: {address}",
        kk="Анықтамаға біздің беттерде, кіргеннен кейін тапсырыс беріледі. Оның дайын екенін осында білу үшін "
        "тапсырысқа осы чаттың мекенжайын жазыңыз: {address}",
        en="A certificate is ordered on our pages, after signing in. To be told here that it is ready, put the "
        "address of this chat into the order: {address}",
    ),
    "complain": Text(ru="Пожаловаться", kk="Шағымдану", en="Complain"),
    "call": Text(ru="Позвонить 1406", kk="1406-ға қоңырау шалу", en="Call 1406"),
    "language": Text(ru="Язык: русский", kk="Тіл: қазақша", en="Language: English"),
    "page": Text(ru="Открыть страницы", kk="Беттерді ашу", en="Open the pages"),
    "menu": Text(ru="Меню", kk="Мәзір", en="Menu"),
    "choose_language": Text(
        ru="На каком языке говорить?", kk="Қай тілде сөйлесейік?", en="Which language shall we speak?"
    ),
    "calling": Text(
        ru="1406 — контакт-центр Фонда медицинского страхования, звонок бесплатный. Там ответят, если статус неверен "
        "или в помощи отказали. 1414 — единый контакт-центр государства.",
        kk="1406 — медициналық сақтандыру қорының байланыс орталығы, қоңырау тегін. Мәртебе қате болса немесе "
        "көмектен бас тартса, сонда жауап береді. 1414 — мемлекеттің бірыңғай байланыс орталығы.",
        en="1406 is the contact centre of the insurance Fund, free of charge: it answers when a status is wrong or "
        "care was refused. 1414 is the contact centre of the State.",
    ),
    "not_understood": Text(
        ru="Я понимаю слова о помощи, ИИН и кнопки. Выберите, о чём вы хотите узнать.",
        kk="Мен көмек туралы сөздерді, ЖСН-ді және батырмаларды түсінемін. Не білгіңіз келетінін таңдаңыз.",
        en="I understand words about care, an IIN and the buttons. Choose what you would like to know.",
    ),
    "too_old": Text(
        ru="Этот разговор уже закончен: ответы хранятся сутки, потом стираются. Начните заново.",
        kk="Бұл әңгіме аяқталған: жауаптар бір тәулік сақталып, кейін өшіріледі. Қайтадан бастаңыз.",
        en="That conversation is over: answers are kept for a day and then erased. Please begin again.",
    ),
    "too_often": Text(
        ru="Вопросов слишком много. Попробуйте через {seconds} с; если срочно — 1406.",
        kk="Сұрақ тым көп. {seconds} секундтан кейін қайталаңыз; шұғыл болса — 1406.",
        en="There were too many questions. Try again in {seconds} s; if it is urgent, call 1406.",
    ),
    "accident": Text(
        ru="Сейчас ответить не получилось, и это наша ошибка. Попробуйте через минуту или позвоните 1406.",
        kk="Қазір жауап беру мүмкін болмады, бұл — біздің қате. Бір минуттан кейін қайталаңыз немесе 1406-ға қоңырау "
        "шалыңыз.",
        en="This could not be answered just now, and the fault is ours. Try again in a minute or call 1406.",
    ),
    "why": Text(ru="Почему", kk="Неліктен", en="Why"),
    "by_law": Text(ru="По закону", kk="Заң бойынша", en="By the law"),
    "edition": Text(
        ru="⚖ {law}; редакция от {day}",
        kk="⚖ {law}; {day} редакциясы",
        en="⚖ {law}; edition of {day}",
    ),
    "unverified": Text(
        ru="⚖ {law}; официальный текст на {day} мы не видели",
        kk="⚖ {law}; {day} күнгі ресми мәтінін көрмедік",
        en="⚖ {law}; we have not seen the official text of {day}",
    ),
    "open_question": Text(ru="Спорный вопрос закона", kk="Заңның даулы мәселесі", en="An open question of law"),
    "followed": Text(
        ru="Мы исходим из этого: {option}", kk="Біз мынаған сүйенеміз: {option}", en="What we go by: {option}"
    ),
}

LANGUAGE_NAMES = {"kk": "Қазақша", "ru": "Русский", "en": "English"}
"""Each language by its own name, the language of the State first."""

COMMANDS = {
    "status": "status",
    "free": "free",
    "teeth": "teeth",
    "dues": "dues",
    "clinics": "clinics",
    "announcements": "notices",
    "certificate": "orders",
    "complain": "complain",
    "call": "call",
    "language": "language",
}
"""What can be typed after a slash, and which entry of the menu it is."""
