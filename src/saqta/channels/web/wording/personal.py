"""What the personal pages say, and the door to them."""

from __future__ import annotations

from saqta.basis.text import Text
from saqta.channels.web.wording.months import STANDING

PERSONAL: dict[str, Text] = {
    **STANDING,
    "personal_title": Text(ru="Личный кабинет", kk="Жеке кабинет", en="My pages"),
    "personal_menu": Text(ru="Личные страницы", kk="Жеке беттер", en="Personal pages"),
    "door_lead": Text(
        ru="Здесь видно, кто и сколько за вас заплатил, ваши категории, дети, заказы и кто смотрел ваши данные.",
        kk="Мұнда сіз үшін кім және қанша төлегені, санаттарыңыз, балаларыңыз, тапсырыстарыңыз және деректеріңізді кім "
        "қарағаны көрінеді.",
        en="Here you see who paid for you and how much, your categories, children and orders, and who looked at your "
        "data.",
    ),
    "door_why": Text(
        ru="Для этого нужно доказать, что вы — это вы: номер знают многие. Вход подтверждает поставщик идентификации; "
        "пароль вы вводите у него, мы его не видим.",
        kk="Ол үшін сіз екеніңізді дәлелдеу керек: нөмірді көп адам біледі. Кіруді сәйкестендіру провайдері растайды; "
        "құпиясөзді сонда енгізесіз, біз оны көрмейміз.",
        en="For this you have to prove that you are you: many people know the number. A provider of identity confirms "
        "it; you type your password there, and we never see it.",
    ),
    "door_public": Text(
        ru="Ответ «застрахован ли я» и всё о правах открыты и без входа.",
        kk="«Сақтандырылғанмын ба» деген жауап пен құқықтар туралы бәрі кірмей-ақ ашық.",
        en="Whether you are insured, and everything about rights, is open without signing in.",
    ),
    "door_go": Text(ru="Войти", kk="Кіру", en="Sign in"),
    "door_session": Text(
        ru="Сеанс короткий: он закончится через 15 минут без действий и не позже чем через час.",
        kk="Сеанс қысқа: ол 15 минут әрекетсіздіктен кейін және бір сағаттан кешіктірмей аяқталады.",
        en="A session is short: it is over after 15 minutes without a click, and after an hour in any case.",
    ),
    "door_closed": Text(
        ru="Поставщик идентификации здесь не подключён, поэтому войти нельзя. Справку о статусе можно получить на "
        "eGov.kz или по номеру 1414.",
        kk="Мұнда сәйкестендіру провайдері қосылмаған, сондықтан кіру мүмкін емес. Мәртебе туралы анықтаманы eGov.kz "
        "порталынан немесе 1414 нөмірі арқылы алуға болады.",
        en="No provider of identity is connected here, so nobody can sign in. A certificate of status can be had on "
        "eGov.kz, or ring 1414.",
    ),
    "sign_out": Text(ru="Выйти", kk="Шығу", en="Sign out"),
    "sign_out_everywhere": Text(
        ru="Выйти на всех устройствах", kk="Барлық құрылғыдан шығу", en="Sign out on every device"
    ),
    "session": Text(
        ru="Вход подтвердил {provider}; сеанс закончится не позже {time}.",
        kk="Кіруді {provider} растады; сеанс {time} уақытынан кешіктірмей аяқталады.",
        en="{provider} confirmed who you are; the session ends at {time} at the latest.",
    ),
    "provider_silent": Text(
        ru="Поставщик идентификации сейчас не отвечает. О вас это ничего не говорит: попробуйте через минуту или "
        "позвоните 1414. Статус можно узнать и без входа.",
        kk="Сәйкестендіру провайдері қазір жауап бермейді. Бұл сіз туралы ештеңе білдірмейді: бір минуттан кейін "
        "көріңіз немесе 1414 нөміріне қоңырау шалыңыз. Мәртебені кірмей-ақ білуге болады.",
        en="The provider of identity does not answer now. This says nothing about you: try in a minute or ring 1414. "
        "The status can be had without signing in.",
    ),
    "register_silent": Text(
        ru="Реестр сейчас не отвечает. Это не значит, что вы не застрахованы: попробуйте через минуту или позвоните "
        "1414.",
        kk="Тізілім қазір жауап бермейді. Бұл сақтандырылмағансыз дегенді білдірмейді: бір минуттан кейін көріңіз "
        "немесе 1414 нөміріне қоңырау шалыңыз.",
        en="The register does not answer now. This does not mean that you are not insured: try in a minute or ring "
        "1414.",
    ),
    "not_signed_in": Text(
        ru="Вход отменён у поставщика идентификации. Ничего не изменилось; можно войти снова.",
        kk="Кіру сәйкестендіру провайдерінде тоқтатылды. Ештеңе өзгерген жоқ; қайта кіруге болады.",
        en="The sign-in was called off at the provider of identity. Nothing has changed; you can sign in again.",
    ),
    "unknown_person": Text(
        ru="Вы вошли, но в реестре о вас ничего нет: за вас не платили, и ни один источник о вас не сообщал. Позвоните "
        "1414.",
        kk="Сіз кірдіңіз, бірақ тізілімде сіз туралы ештеңе жоқ: сіз үшін төленбеген және бірде-бір дереккөз "
        "хабарлаған "
        "жоқ. 1414 нөміріне қоңырау шалыңыз.",
        en="You signed in, but the register holds nothing about you: nobody paid, and no source told of you. Ring "
        "1414.",
    ),
    "too_often": Text(
        ru="Входов отсюда слишком много. Повторите через {seconds}.",
        kk="Осы жерден кіру тым көп. {seconds}тан кейін қайталаңыз.",
        en="There were too many sign-ins from here. Try again in {seconds}.",
    ),
    "forged": Text(
        ru="Форма устарела или пришла не с нашей страницы, поэтому она не принята. Откройте страницу заново и "
        "повторите.",
        kk="Форма ескірген немесе біздің беттен келмеген, сондықтан қабылданбады. Бетті қайта ашып, қайталаңыз.",
        en="The form has grown old or did not come from our page, so it was not taken. Open the page anew and try "
        "again.",
    ),
    "no_such_child": Text(
        ru="Такого человека в вашем списке нет. Откройте список заново.",
        kk="Тізіміңізде мұндай адам жоқ. Тізімді қайта ашыңыз.",
        en="There is nobody like that in your list. Open the list again.",
    ),
    "no_such_look": Text(
        ru="Такого просмотра в вашем списке нет. Откройте список заново.",
        kk="Тізіміңізде мұндай қарау жоқ. Тізімді қайта ашыңыз.",
        en="There is no such look in your list. Open the list again.",
    ),
    "message_title": Text(ru="Что произошло", kk="Не болды", en="What happened"),
    "to_personal": Text(ru="К личным страницам", kk="Жеке беттерге", en="To my pages"),
    "to_status": Text(ru="Узнать статус без входа", kk="Мәртебені кірмей білу", en="The status without signing in"),
    "menu_status": Text(ru="Мой статус", kk="Менің мәртебем", en="My status"),
    "menu_months": Text(ru="Мои месяцы и платежи", kk="Айларым мен төлемдерім", en="My months and payments"),
    "menu_categories": Text(ru="Мои категории", kk="Менің санаттарым", en="My categories"),
    "menu_children": Text(ru="Мои дети", kk="Балаларым", en="My children"),
    "menu_orders": Text(ru="Заказы и справки", kk="Тапсырыстар мен анықтамалар", en="Orders and certificates"),
    "menu_consents": Text(ru="Мои согласия", kk="Келісімдерім", en="My consents"),
    "menu_looks": Text(ru="Кто смотрел мои данные", kk="Деректерімді кім қарады", en="Who looked at my data"),
    "menu_data": Text(ru="Все мои данные", kk="Барлық деректерім", en="All my data"),
    "state_yes": Text(ru="Застрахованы", kk="Сақтандырылғансыз", en="Insured"),
    "state_no": Text(ru="Не застрахованы", kk="Сақтандырылмағансыз", en="Not insured"),
    "order_certificate": Text(ru="Заказать справку", kk="Анықтамаға тапсырыс беру", en="Order a certificate"),
    "months_lead": Text(
        ru="Двенадцать месяцев до нынешнего и нынешний: что зачтено и какими деньгами.",
        kk="Осы айға дейінгі он екі ай және осы ай: не есепке алынды және қандай ақшамен.",
        en="The twelve months before this one, and this one: what is credited, and by which money.",
    ),
    "money": Text(ru="Деньги", kk="Ақша", en="Money"),
    "no_money": Text(ru="платежей нет", kk="төлем жоқ", en="no payments"),
    "payment_line": Text(
        ru="платит {payer}, код {code}", kk="төлеуші: {payer}, коды {code}", en="paid by {payer}, code {code}"
    ),
    "total": Text(ru="Всего за эти месяцы", kk="Осы айларға барлығы", en="In all for these months"),
    "codes_note": Text(
        ru="Коды назначения платежа: 121 — отчисления работодателя, 122 — взносы, 123 и 124 — пеня по ним.",
        kk="Төлем тағайындау кодтары: 121 — жұмыс берушінің аударымдары, 122 — жарналар, 123 және 124 — олардың "
        "өсімпұлы.",
        en="Codes of purpose: 121 the employer's deductions, 122 contributions, 123 and 124 late interest on them.",
    ),
    "wrong_money": Text(
        ru="Платёж не виден? Работодатель сверяет реквизиты и месяц в платёжном поручении; помогут по номеру 1414.",
        kk="Төлем көрінбей ме? Жұмыс беруші төлем тапсырмасындағы деректемелер мен айды тексереді; 1414 нөмірі арқылы "
        "көмектеседі.",
        en="A payment is missing? The employer checks the details and the month in the payment order; 1414 helps.",
    ),
    "month_current": Text(ru="идёт сейчас", kk="қазір жүріп жатыр", en="under way"),
    "categories_lead": Text(
        ru="За людей некоторых категорий платит государство. Категорию сообщает источник, и на тот срок, который он "
        "назвал.",
        kk="Кейбір санаттағы адамдар үшін мемлекет төлейді. Санатты дереккөз хабарлайды, ол атаған мерзімге.",
        en="For people of some categories the state pays. A source tells of a category, for the days that it names.",
    ),
    "no_categories": Text(
        ru="Ни один источник не сообщил о вашей категории.",
        kk="Бірде-бір дереккөз санатыңыз туралы хабарлаған жоқ.",
        en="No source has told of a category of yours.",
    ),
    "since": Text(ru="с {start}", kk="{start} күнінен бастап", en="from {start}"),
    "since_until": Text(
        ru="с {start} до {until} (этот день не входит)",
        kk="{start} күнінен {until} күніне дейін (ол күн кірмейді)",
        en="from {start} until {until} (that day not included)",
    ),
    "source": Text(ru="Источник: {source}", kk="Дереккөз: {source}", en="Source: {source}"),
    "children_lead": Text(
        ru="Те, за кого вы вправе спрашивать как законный представитель. Возраст мы берём из номера и не "
        "переспрашиваем.",
        kk="Заңды өкілі ретінде олар үшін сұрауға құқығыңыз бар адамдар. Жасын нөмірден аламыз, қайта сұрамаймыз.",
        en="Those for whom you may ask as a legal representative. Their age is in the number, and nobody asks for it "
        "again.",
    ),
    "no_children": Text(
        ru="Ни один источник не сообщил, что вы чей-то законный представитель. Сведения приходят из записей актов "
        "гражданского состояния и от органов опеки; если ребёнка нет в списке, позвоните 1414.",
        kk="Сіздің біреудің заңды өкілі екеніңіз туралы бірде-бір дереккөз хабарлаған жоқ. Мәліметтер азаматтық хал "
        "актілерінен және қорғаншылық органдарынан келеді; балаңыз тізімде болмаса, 1414 нөміріне қоңырау шалыңыз.",
        en="No source has told that you are somebody's legal representative. This comes from civil records and from "
        "guardianship bodies; if your child is missing here, ring 1414.",
    ),
    "child_title": Text(ru="Ребёнок, ИИН …{number}", kk="Бала, ЖСН …{number}", en="Child, IIN …{number}"),
    "born": Text(ru="Дата рождения", kk="Туған күні", en="Date of birth"),
    "your_right": Text(ru="Вы для него", kk="Сіз оған", en="You are the"),
    "right_until": Text(ru="Право действует до", kk="Құқық мына күнге дейін", en="The right lasts until"),
    "is_child_insured": Text(ru="Застрахован ли ребёнок?", kk="Бала сақтандырылған ба?", en="Is the child insured?"),
    "child_teeth": Text(
        ru="Зубы, брекеты, наркоз: что ребёнку бесплатно",
        kk="Тіс, брекет, наркоз: балаға не тегін",
        en="Teeth, braces, anaesthesia: what is free for the child",
    ),
    "plans": Text(ru="Лечение под наркозом", kk="Наркозбен емдеу", en="Treatment under anaesthesia"),
    "no_plans": Text(
        ru="Планов лечения под наркозом нет.", kk="Наркозбен емдеу жоспары жоқ.", en="No plans of such treatment."
    ),
    "plan": Text(ru="План № {number}", kk="№ {number} жоспар", en="Plan {number}"),
    "consents_lead": Text(
        ru="Что клиники предложили вашим детям и что решили вы. Решить или отозвать согласие можно по ссылке, которую "
        "дала "
        "клиника.",
        kk="Клиникалар балаларыңызға не ұсынды және сіз не шештіңіз. Клиника берген сілтеме арқылы шешуге не келісімді "
        "қайтарып алуға болады.",
        en="What clinics proposed for your children, and what you decided. To decide or to take a consent back, open "
        "the link from the clinic.",
    ),
    "decision_agree": Text(ru="согласие", kk="келісім", en="consent"),
    "decision_refuse": Text(ru="отказ", kk="бас тарту", en="refusal"),
    "stands": Text(ru="действует", kk="күшінде", en="stands"),
    "stands_no_longer": Text(ru="уже не действует", kk="енді күшінде емес", en="stands no longer"),
    "looks_lead": Text(
        ru="Каждый, кто открывал ваши данные: кем он работает, зачем и когда. Запись появляется сразу, и стереть её "
        "не может никто.",
        kk="Деректеріңізді ашқан әр адам: кім болып істейді, не үшін және қашан қарады. Жазба бірден пайда болады, оны "
        "ешкім өшіре алмайды.",
        en="Everybody who opened your data: what they work as, why and when. A line appears at once, and nobody can "
        "remove it.",
    ),
    "looks_own": Text(
        ru="Вас самих мы записываем один раз за десять минут, сколько бы страниц вы ни открыли.",
        kk="Сізді он минутта бір-ақ рет жазамыз, қанша бет ашсаңыз да.",
        en="You yourself are written down once in ten minutes, however many pages you open.",
    ),
    "no_looks": Text(ru="Пока никто не смотрел.", kk="Әзірге ешкім қараған жоқ.", en="Nobody has looked yet."),
    "looks_most": Text(
        ru="Показаны последние {most}. Весь список — в файле.",
        kk="Соңғы {most} көрсетілген. Толық тізім — файлда.",
        en="These are the latest {most}. The whole list is in the file.",
    ),
    "when": Text(ru="Когда", kk="Қашан", en="When"),
    "who": Text(ru="Кто", kk="Кім", en="Who"),
    "why_looked": Text(ru="Зачем", kk="Не үшін", en="Why"),
    "question": Text(ru="Ваш вопрос", kk="Сұрағыңыз", en="Your question"),
    "ask_why": Text(ru="Спросить почему", kk="Неліктен екенін сұрау", en="Ask why"),
    "ask_why_about": Text(ru="о просмотре: {at}", kk="мына қарау туралы: {at}", en="about the look of {at}"),
    "asked_number": Text(ru="вопрос № {number}", kk="№ {number} сұрақ", en="question {number}"),
    "download_csv": Text(ru="Скачать таблицей (CSV)", kk="Кесте түрінде жүктеу (CSV)", en="Download a table (CSV)"),
    "download_json": Text(
        ru="Скачать для программ (JSON)", kk="Бағдарламаларға жүктеу (JSON)", en="Download for programs (JSON)"
    ),
    "dispute_title": Text(
        ru="Почему смотрели мои данные?", kk="Деректерім неге қаралды?", en="Why was this looked at?"
    ),
    "dispute_lead": Text(
        ru="Вопрос попадёт к аудитору, который сам ваших данных не открывает. Он спросит сотрудника и ответит вам "
        "здесь.",
        kk="Сұрақ деректеріңізді өзі ашпайтын аудиторға түседі. Ол қызметкерден сұрап, сізге осында жауап береді.",
        en="The question goes to the auditor, who does not open your data. The auditor asks the employee and answers "
        "you here.",
    ),
    "dispute_words": Text(
        ru="Что вас насторожило (можно не писать)",
        kk="Сізді не алаңдатты (жазбаса да болады)",
        en="What made you wonder (may be left empty)",
    ),
    "dispute_send": Text(ru="Отправить вопрос", kk="Сұрақты жіберу", en="Send the question"),
    "dispute_sent": Text(
        ru="Вопрос принят, его номер — {number}",
        kk="Сұрақ қабылданды, нөмірі — {number}",
        en="The question was taken; its number is {number}",
    ),
    "dispute_next": Text(
        ru="Ответ появится на этой странице и в списке. Если ответа нет или он вас не устроил, назовите номер по "
        "телефону "
        "1414 или обратитесь в суд.",
        kk="Жауап осы бетте және тізімде шығады. Жауап болмаса немесе сізге ұнамаса, нөмірді 1414 телефонына айтыңыз "
        "немесе "
        "сотқа жүгініңіз.",
        en="The answer will appear on this page and in the list. If there is none, or it does not satisfy you, quote "
        "the "
        "number to 1414 or go to court.",
    ),
    "your_words": Text(ru="Ваши слова", kk="Сіздің сөзіңіз", en="Your words"),
    "answer": Text(ru="Ответ", kk="Жауап", en="The answer"),
    "to_looks": Text(ru="К списку", kk="Тізімге", en="To the list"),
    "data_lead": Text(
        ru="Всё, что реестр знает о вас, словами и файлом. Ваш номер в нём целиком: не пересылайте файл.",
        kk="Тізілім сіз туралы білетіннің бәрі, сөзбен және файлмен. Нөміріңіз онда толық тұр: файлды ешкімге "
        "жібермеңіз.",
        en="All that the register knows about you, in words and as a file. Your whole number is in it: do not pass the "
        "file on.",
    ),
    "about_you": Text(ru="О вас", kk="Сіз туралы", en="About you"),
    "iin": Text(
        ru="Индивидуальный идентификационный номер (ИИН)",
        kk="Жеке сәйкестендіру нөмірі (ЖСН)",
        en="Individual identification number (ИИН)",
    ),
    "citizenship": Text(ru="Гражданство", kk="Азаматтығы", en="Citizenship"),
    "region": Text(ru="Код региона", kk="Өңір коды", en="Code of the region"),
    "clinic": Text(ru="БИН поликлиники", kk="Емхананың БСН-і", en="BIN of the clinic"),
    "not_told": Text(ru="источники не сообщили", kk="дереккөздер хабарламаған", en="no source has told"),
    "timeline": Text(ru="Как статус меняется", kk="Мәртебе қалай өзгереді", en="How the status changes"),
    "from": Text(ru="С", kk="Бастап", en="From"),
    "until": Text(ru="До (не входит)", kk="Дейін (кірмейді)", en="Until (not included)"),
    "status": Text(ru="Статус", kk="Мәртебе", en="Status"),
    "no_orders": Text(ru="Заказов нет.", kk="Тапсырыс жоқ.", en="No orders."),
}
