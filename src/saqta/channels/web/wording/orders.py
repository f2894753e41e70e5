"""What the pages of orders and of checking certificates say."""

from __future__ import annotations

from saqta.basis.text import Text

ORDER_WORDS: dict[str, Text] = {
    "orders_title": Text(ru="Заказать справку", kk="Анықтамаға тапсырыс беру", en="Order a certificate"),
    "orders_lead": Text(
        ru="Подписанная справка о вашем статусе и о том, кто и сколько за вас перечислил: на казахском и русском, с "
        "кодом для "
        "проверки. Обычно готова за секунды, по закону — за 10 минут.",
        kk="Мәртебеңіз және сіз үшін кім, қанша аударғаны туралы қол қойылған анықтама: қазақ және орыс тілдерінде, "
        "тексеру "
        "коды бар. Әдетте бірнеше секундта, заң бойынша 10 минутта дайын болады.",
        en="A signed certificate of your status and of who transferred how much for you: in Kazakh and Russian, with a "
        "code to check it by. Usually ready in seconds, by law within 10 minutes.",
    ),
    "months_back": Text(ru="За сколько месяцев", kk="Неше айға", en="For how many months"),
    "consent": Text(
        ru="Согласен(на), чтобы для этой справки были прочитаны мой статус и перечисления за меня",
        kk="Осы анықтама үшін мәртебем мен мен үшін жасалған аударымдардың оқылуына келісемін",
        en="I agree that my status and what was transferred for me are read for this certificate",
    ),
    "consent_hint": Text(
        ru="Без согласия заказ будет ждать его; ничего прочитано не будет.",
        kk="Келісім болмаса, тапсырыс соны күтеді; ештеңе оқылмайды.",
        en="Without it the order waits for your consent, and nothing is read.",
    ),
    "email": Text(
        ru="Куда написать, когда будет готово: почта или адрес чата с ботом (не обязательно)",
        kk="Дайын болғанда қайда жазайық: пошта не ботпен чаттың мекенжайы (міндетті емес)",
        en="Where to write when it is ready: e-mail, or the address of your chat with the bot (optional)",
    ),
    "email_hint": Text(
        ru="Можно назвать несколько через пробел: напишем по первому, а если не дойдёт — по следующему. "
        "В сообщении будет только номер заказа и ссылка. Ночью, с 22 до 8 часов, не пишем, кроме первого часа "
        "после заказа.",
        kk="Бос орынмен бөліп бірнешеуін атауға болады: біріншісіне жазамыз, жетпесе — келесісіне. Хабарда тек "
        "тапсырыс нөмірі мен сілтеме болады. Түнде, сағат 22-ден 8-ге дейін жазбаймыз, тапсырыстан кейінгі алғашқы "
        "сағаттан басқа.",
        en="You may name several with spaces between: we write to the first, and to the next if it cannot be reached. "
        "The message holds the number of the order and a link, nothing else. We do not write at night, from 22:00 to "
        "8:00, except in the first hour after your order.",
    ),
    "order": Text(ru="Заказать", kk="Тапсырыс беру", en="Order"),
    "own_orders": Text(ru="Ваши заказы", kk="Сіздің тапсырыстарыңыз", en="Your orders"),
    "until_deadline": Text(ru="Ответ не позднее {time}", kk="Жауап {time} дейін", en="Answered by {time}"),
    "close_tab": Text(
        ru="Страницу можно закрыть: заказ выполняется на сервере. Вернуться к нему можно через «Заказать справку».",
        kk="Бетті жабуға болады: тапсырыс серверде орындалады. Оған «Анықтамаға тапсырыс беру» арқылы оралуға болады.",
        en="You may close this page: the order is worked on by the server. Come back to it by “Order a certificate”.",
    ),
    "course": Text(ru="Как идёт заказ", kk="Тапсырыс барысы", en="The course of the order"),
    "download": Text(ru="Скачать справку (PDF)", kk="Анықтаманы жүктеу (PDF)", en="Download the certificate (PDF)"),
    "give_consent": Text(ru="Согласен(на)", kk="Келісемін", en="I agree"),
    "refuse_consent": Text(ru="Не согласен(на)", kk="Келіспеймін", en="I do not agree"),
    "refresh": Text(ru="Обновить", kk="Жаңарту", en="Refresh"),
    "to_orders": Text(ru="Ко всем заказам", kk="Барлық тапсырысқа оралу", en="To all orders"),
    "number": Text(ru="Номер заказа", kk="Тапсырыс нөмірі", en="Number of the order"),
    "check_title": Text(ru="Проверить справку", kk="Анықтаманы тексеру", en="Check a certificate"),
    "check_lead": Text(
        ru="Вам показали справку о статусе? Наведите камеру на её код или введите короткий код и дату рождения "
        "владельца.",
        kk="Сізге мәртебе туралы анықтама көрсетті ме? Камераны оның кодына бағыттаңыз немесе қысқа код пен иесінің "
        "туған "
        "күнін енгізіңіз.",
        en="Somebody showed you a certificate of status? Point a camera at its code, or type the short code and the "
        "owner's date of birth.",
    ),
    "short_code": Text(ru="Короткий код", kk="Қысқа код", en="Short code"),
    "born": Text(ru="Дата рождения владельца", kk="Иесінің туған күні", en="The owner's date of birth"),
    "check": Text(ru="Проверить", kk="Тексеру", en="Check"),
    "not_found": Text(
        ru="Такой справки нет. Проверьте код и дату рождения; если всё верно, справку выдали не здесь.",
        kk="Мұндай анықтама жоқ. Код пен туған күнді тексеріңіз; бәрі дұрыс болса, анықтама мұнда берілмеген.",
        en="There is no such certificate. Look at the code and the date again; if both are right, it was not issued "
        "here.",
    ),
    "too_often": Text(
        ru="Проверок слишком много. Повторите через {seconds}.",
        kk="Тексеру тым көп. {seconds}тан кейін қайталаңыз.",
        en="There were too many checks. Try again in {seconds}.",
    ),
    "valid": Text(ru="Справка действительна", kk="Анықтама жарамды", en="The certificate is in force"),
    "outdated": Text(ru="Справка устарела", kk="Анықтама ескірген", en="The certificate is outdated"),
    "revoked": Text(ru="Справка отозвана", kk="Анықтама кері қайтарып алынған", en="The certificate was revoked"),
    "says_valid": Text(
        ru="Её выдали здесь, и реестр сегодня говорит то же самое. Сверьте с бумагой то, что ниже.",
        kk="Ол осында берілген, тізілім бүгін де соны айтады. Төмендегіні қағазбен салыстырыңыз.",
        en="It was issued here, and the register says the same today. Compare what follows with the paper.",
    ),
    "says_outdated": Text(
        ru="Её выдали здесь, но с тех пор данные или статус изменились. Попросите владельца заказать новую.",
        kk="Ол осында берілген, бірақ содан бері деректер не мәртебе өзгерді. Иесінен жаңасына тапсырыс беруін "
        "сұраңыз.",
        en="It was issued here, but the data or the status have changed since. Ask the owner to order a new one.",
    ),
    "says_revoked": Text(
        ru="Её выдали здесь, но она больше ничего не подтверждает.",
        kk="Ол осында берілген, бірақ енді ештеңені растамайды.",
        en="It was issued here, but it proves nothing any more.",
    ),
    "issued": Text(ru="Выдана", kk="Берілген", en="Issued"),
    "owner": Text(ru="ИИН владельца", kk="Иесінің ЖСН-і", en="The owner's IIN (ИИН)"),
    "status_then": Text(ru="Статус по справке", kk="Анықтама бойынша мәртебе", en="Status as certified"),
    "verdict_yes": Text(ru="застрахован(а) на {on}", kk="{on} күні сақтандырылған", en="insured on {on}"),
    "verdict_no": Text(ru="не застрахован(а) на {on}", kk="{on} күні сақтандырылмаған", en="not insured on {on}"),
    "verdict_depends": Text(
        ru="сведений не хватало на {on}", kk="{on} күніне мәлімет жеткіліксіз", en="not enough was known on {on}"
    ),
    "verdict_undetermined": Text(
        ru="не установлен на {on}", kk="{on} күніне анықталмаған", en="not established on {on}"
    ),
    "payments": Text(ru="Перечисленные суммы", kk="Аударылған сомалар", en="Sums transferred"),
    "no_payments": Text(ru="Перечислений нет.", kk="Аударым жоқ.", en="Nothing was transferred."),
    "month": Text(ru="За месяц", kk="Қай ай үшін", en="For the month"),
    "payer": Text(ru="Плательщик", kk="Төлеуші", en="Payer"),
    "code": Text(ru="Код назначения", kk="Төлем тағайындау коды", en="Purpose code"),
    "amount": Text(ru="Сумма", kk="Сома", en="Sum"),
    "paid_on": Text(ru="Дата", kk="Күні", en="Day"),
    "total": Text(ru="Всего", kk="Барлығы", en="Total"),
}
