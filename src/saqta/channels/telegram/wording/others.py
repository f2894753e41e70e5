"""What the bot says about dues, clinics and announcements."""

from __future__ import annotations

from saqta.basis.text import Text

DUES: dict[str, Text] = {
    "ask": Text(
        ru="Откуда доход? Посчитаю взносы за этот месяц.",
        kk="Кіріс қайдан? Осы айдың жарналарын есептеймін.",
        en="Where does the income come from? I work out what is due for this month.",
    ),
    "kind_employee": Text(ru="Зарплата", kk="Жалақы", en="Wage"),
    "kind_civil_contract": Text(
        ru="Гражданско-правовой договор", kk="Азаматтық-құқықтық шарт", en="Civil-law contract"
    ),
    "kind_entrepreneur": Text(ru="Предприниматель, за себя", kk="Кәсіпкер, өзі үшін", en="Entrepreneur, for oneself"),
    "kind_independent": Text(
        ru="Плачу за себя сам, без дохода",
        kk="Өзім үшін өзім төлеймін, кіріссіз",
        en="I pay for myself, without income",
    ),
    "kind_self_employed": Text(ru="Самозанятый", kk="Өзін-өзі жұмыспен қамтыған", en="Self-employed"),
    "unified": Text(
        ru="Работодатель платит за вас единый платёж?",
        kk="Жұмыс беруші сіз үшін бірыңғай төлем төлей ме?",
        en="Does the employer pay the unified payment for you?",
    ),
    "unified_yes": Text(ru="да", kk="иә", en="yes"),
    "unified_no": Text(ru="нет", kk="жоқ", en="no"),
    "unified_unknown": Text(ru="не знаю", kk="білмеймін", en="I do not know"),
    "sum": Text(
        ru="Сколько получено за месяц, в тенге, до вычетов? Напишите число, например 350 000.",
        kk="Бір айда қанша теңге алынды, шегерімдерге дейін? Сан жазыңыз, мысалы 350 000.",
        en="How much was earned in the month, in tenge, before deductions? Type a number, such as 350 000.",
    ),
    "no_sum": Text(
        ru="Это не сумма в тенге. Напишите число, например 350 000.",
        kk="Бұл теңгедегі сома емес. Сан жазыңыз, мысалы 350 000.",
        en="This is not a sum in tenge. Type a number, such as 350 000.",
    ),
    "line_employer_contribution": Text(
        ru="Отчисления работодателя", kk="Жұмыс берушінің аударымдары", en="Employer contribution"
    ),
    "line_insuree_contribution": Text(ru="Ваш взнос", kk="Сіздің жарнаңыз", en="Your contribution"),
    "line_state_contribution": Text(ru="Взнос государства", kk="Мемлекет жарнасы", en="State contribution"),
    "line_aggregate_payment": Text(ru="Единый совокупный платёж", kk="Бірыңғай жиынтық төлем", en="Aggregate payment"),
    "line": Text(ru="{kind}: {amount}", kk="{kind}: {amount}", en="{kind}: {amount}"),
    "taken": Text(ru="{base} × {rate}", kk="{base} × {rate}", en="{base} × {rate}"),
    "due": Text(ru="Не позже {day}.", kk="{day} күнінен кешіктірмей.", en="By {day}."),
    "code": Text(ru="Код назначения платежа {code}.", kk="Төлем тағайындау коды {code}.", en="Payment code {code}."),
    "how": Text(
        ru="Платят в приложении банка, на eGov.kz или в отделении, за каждый месяц отдельно. Проверьте ИИН, период и "
        "код: ошибку на другой месяц не переносят.",
        kk="Банк қосымшасында, eGov.kz сайтында немесе бөлімшеде, әр ай үшін бөлек төленеді. ЖСН-ді, кезеңді және "
        "кодты тексеріңіз: қате басқа айға көшірілмейді.",
        en="It is paid in a bank's app, on eGov.kz or at a branch, each month separately. Check the IIN, the period "
        "and the code: a mistake is not moved to another month.",
    ),
    "more": Text(
        ru="Считаю для одного дохода и без категорий, за которых платит государство. Остальное есть на странице "
        "«Сколько платить».",
        kk="Бір кіріске және мемлекет төлейтін санаттарсыз есептеймін. Қалғаны «Қанша төлеу керек» бетінде.",
        en="This is for one income and for somebody for whom the State does not pay. The rest is on the page “How "
        "much to pay”.",
    ),
    "another": Text(ru="Другой доход", kk="Басқа кіріс", en="Another income"),
}

CLINICS: dict[str, Text] = {
    "ask": Text(
        ru="Напишите название клиники, БИН или город; или пришлите своё место на карте, и я найду ближайшие. Место не "
        "сохраняется.",
        kk="Клиниканың атауын, БСН-ін немесе қаланы жазыңыз; немесе картадағы орныңызды жіберсеңіз, ең жақындарын "
        "табамын. Орын сақталмайды.",
        en="Type the name of a clinic, its BIN or a city; or send your place on the map and I find the nearest. The "
        "place is not kept.",
    ),
    "found": Text(ru="Вот что нашлось:", kk="Мыналар табылды:", en="This is what was found:"),
    "away": Text(ru="{name}, {km} км", kk="{name}, {km} км", en="{name}, {km} km"),
    "funding": Text(ru="Клиника {contract}.", kk="Клиника: {contract}.", en="The clinic: {contract}."),
    "unavailable": Text(
        ru="Реестр клиник сейчас не отвечает. Попробуйте через минуту.",
        kk="Клиникалар тізілімі қазір жауап бермейді. Бір минуттан кейін қайталаңыз.",
        en="The register of clinics does not answer just now. Try in a minute.",
    ),
    "complain_here": Text(ru="Пожаловаться на клинику", kk="Клиникаға шағымдану", en="Complain about this clinic"),
    "another": Text(ru="Другая клиника", kk="Басқа клиника", en="Another clinic"),
    "page": Text(ru="Страница клиники", kk="Клиника беті", en="Page of the clinic"),
}

NOTICES: dict[str, Text] = {
    "none": Text(ru="Объявлений сейчас нет.", kk="Қазір хабарландыру жоқ.", en="There are no announcements now."),
    "lead": Text(
        ru="Что говорят и что правда. Выберите, чтобы прочитать.",
        kk="Не айтып жүр және шындығы қандай. Оқу үшін таңдаңыз.",
        en="What people say and what is true. Choose one to read.",
    ),
    "said": Text(ru="Говорят: {claim}", kk="Айтып жүргені: {claim}", en="People say: {claim}"),
    "verdict_false": Text(ru="❌ Это неправда", kk="❌ Бұл жалған", en="❌ This is not true"),
    "verdict_true": Text(ru="✅ Это правда", kk="✅ Бұл рас", en="✅ This is true"),
    "verdict_partly": Text(ru="❔ Это правда отчасти", kk="❔ Бұл ішінара рас", en="❔ This is partly true"),
    "source": Text(ru="Источник: {who}, {day}", kk="Дереккөз: {who}, {day}", en="Source: {who}, {day}"),
    "source_undated": Text(ru="Источник: {who}", kk="Дереккөз: {who}", en="Source: {who}"),
    "subscribe": Text(ru="🔔 Присылать новые", kk="🔔 Жаңаларын жіберу", en="🔔 Send me new ones"),
    "unsubscribe": Text(ru="🔕 Больше не присылать", kk="🔕 Енді жібермеу", en="🔕 Send me no more"),
    "subscribed": Text(
        ru="Новые объявления придут сюда, каждое один раз.",
        kk="Жаңа хабарландырулар осында келеді, әрқайсысы бір рет.",
        en="New announcements will come here, each once.",
    ),
    "unsubscribed": Text(
        ru="Объявления больше не придут.", kk="Хабарландырулар енді келмейді.", en="No more announcements will come."
    ),
    "unavailable": Text(
        ru="Объявления сейчас прочитать нельзя. Попробуйте через минуту.",
        kk="Хабарландыруларды қазір оқу мүмкін емес. Бір минуттан кейін қайталаңыз.",
        en="The announcements cannot be read just now. Try in a minute.",
    ),
}
