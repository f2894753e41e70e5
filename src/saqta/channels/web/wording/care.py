"""What the pages about free care say."""

from __future__ import annotations

from saqta.basis.text import Text
from saqta.channels.care_wording import CARE_WORDS

CARE: dict[str, Text] = {
    **CARE_WORDS,
    "title": Text(ru="Бесплатно ли это для меня?", kk="Бұл маған тегін бе?", en="Is it free for me?"),
    "lead": Text(
        ru="Напишите, что вам нужно, своими словами. Спросим только то, от чего зависит ответ: обычно от одного до "
        "шести вопросов.",
        kk="Не керек екенін өз сөзіңізбен жазыңыз. Жауапқа әсер ететінін ғана сұраймыз: әдетте бір сұрақтан алты "
        "сұраққа дейін.",
        en="Say what you need in your own words. We ask only what the answer hangs on: usually one to six questions.",
    ),
    "words": Text(ru="Какая помощь нужна?", kk="Қандай көмек керек?", en="Which care is needed?"),
    "words_hint": Text(
        ru="Например: удалить зуб ребёнку, брекеты, томография",
        kk="Мысалы: баланың тісін жұлу, брекет, томография",
        en="For example: a child's tooth out, braces, an X-ray",
    ),
    "find": Text(ru="Найти", kk="Іздеу", en="Find"),
    "found": Text(ru="Возможно, вы имели в виду", kk="Мүмкін, мынаны айтқан боларсыз", en="You may have meant"),
    "found_nothing": Text(
        ru="Такой услуги мы не нашли. Назовите её иначе или выберите из списка ниже; это не значит, что она платная.",
        kk="Мұндай қызмет табылмады. Басқаша атаңыз немесе төмендегі тізімнен таңдаңыз; бұл оның ақылы екенін "
        "білдірмейді.",
        en="No such service was found. Call it otherwise or choose from the list below; this does not mean that it "
        "costs money.",
    ),
    "popular": Text(ru="Чаще всего спрашивают", kk="Жиі сұралатындар", en="Asked most often"),
    "everything": Text(ru="Весь перечень", kk="Толық тізім", en="The whole list"),
    "service_lead": Text(
        ru="Мы зададим несколько вопросов. Имя и ИИН не нужны, ответы нигде не сохраняются; на любой вопрос можно "
        "ответить «не знаю».",
        kk="Біз бірнеше сұрақ қоямыз. Аты-жөні мен ЖСН қажет емес, жауаптар еш жерде сақталмайды; кез келген сұраққа "
        "«білмеймін» деуге болады.",
        en="We ask a few questions. No name or IIN is needed and the answers are kept nowhere; “I do not know” is "
        "always an answer.",
    ),
    "begin": Text(ru="Начать", kk="Бастау", en="Begin"),
    "answer_now": Text(ru="Сразу к ответу", kk="Бірден жауапқа өту", en="Straight to the answer"),
    "back": Text(ru="Назад", kk="Артқа", en="Back"),
    "continue": Text(ru="Продолжить", kk="Жалғастыру", en="Continue"),
    "several": Text(
        ru="Отметьте всё, что подходит.", kk="Сәйкес келетінінің бәрін белгілеңіз.", en="Mark all that apply."
    ),
    "day": Text(ru="День", kk="Күн", en="Day"),
    "month": Text(ru="Месяц", kk="Ай", en="Month"),
    "year": Text(ru="Год", kk="Жыл", en="Year"),
    "date_hint": Text(ru="Например: 12 4 2016", kk="Мысалы: 12 4 2016", en="For example: 12 4 2016"),
    "other_country": Text(
        ru="Другая страна: код из двух букв, например RU",
        kk="Басқа ел: екі әріпті коды, мысалы RU",
        en="Another country: its code of two letters, such as RU",
    ),
    "error_choose": Text(
        ru="Выберите ответ; если не знаете — «не знаю».",
        kk="Жауапты таңдаңыз; білмесеңіз — «білмеймін».",
        en="Choose an answer; if you do not know, “I do not know”.",
    ),
    "error_one": Text(ru="Выберите один ответ.", kk="Бір жауапты таңдаңыз.", en="Choose one answer."),
    "error_none_alone": Text(
        ru="«Ничего из этого» и «не знаю» выбирают без других ответов.",
        kk="«Бұлардың ешқайсысы емес» пен «білмеймін» басқа жауаптарсыз таңдалады.",
        en="“None of these” and “I do not know” are chosen without other answers.",
    ),
    "error_date": Text(
        ru="Такой даты нет. Напишите день, месяц и год числами.",
        kk="Мұндай күн жоқ. Күнді, айды және жылды санмен жазыңыз.",
        en="There is no such date. Write day, month and year as numbers.",
    ),
    "error_country": Text(
        ru="Такого кода страны нет. Напишите две латинские буквы, например RU.",
        kk="Мұндай ел коды жоқ. Екі латын әрпін жазыңыз, мысалы RU.",
        en="There is no such country code. Write two Latin letters, such as RU.",
    ),
    "later": Text(
        ru="Это будущий день: ответ верен, если до {day} закон и ваши обстоятельства не изменятся.",
        kk="Бұл болашақ күн: {day} күніне дейін заң мен жағдайыңыз өзгермесе, жауап дұрыс.",
        en="This is a day to come: the answer holds if neither the law nor your circumstances change before {day}.",
    ),
    "earlier": Text(
        ru="Это ответ по закону, который действовал {day}.",
        kk="Бұл {day} күні қолданыста болған заң бойынша жауап.",
        en="This is the answer by the law in force on {day}.",
    ),
    "why": Text(ru="Почему", kk="Неліктен", en="Why"),
    "condition": Text(ru="Условие", kk="Шарт", en="Condition"),
    "holds": Text(ru="Выполнено", kk="Орындалған ба?", en="Met"),
    "who": Text(ru="Кто подтверждает", kk="Кім растайды", en="Who states it"),
    "met": Text(ru="да", kk="иә", en="yes"),
    "not_met": Text(ru="нет", kk="жоқ", en="no"),
    "unknown": Text(ru="пока неизвестно", kk="әзірге белгісіз", en="not known yet"),
    "change": Text(ru="Изменить", kk="Өзгерту", en="Change"),
    "change_of": Text(ru="ответ: {question}", kk="жауап: {question}", en="the answer to: {question}"),
    "another_day": Text(ru="Ответ на другой день", kk="Басқа күнгі жауап", en="The answer for another day"),
    "on": Text(ru="Дата", kk="Күні", en="Day"),
    "show": Text(ru="Показать", kk="Көрсету", en="Show"),
    "error_on": Text(
        ru="Такого дня в ответе быть не может. Выберите дату из календаря.",
        kk="Мұндай күнге жауап жоқ. Күнтізбеден күнді таңдаңыз.",
        en="There can be no answer for such a day. Choose a date from the calendar.",
    ),
    "another_service": Text(ru="Спросить о другой помощи", kk="Басқа көмек туралы сұрау", en="Ask about other care"),
    "notice_false": Text(ru="Это неправда", kk="Бұл жалған", en="This is not true"),
    "notice_true": Text(ru="Это правда", kk="Бұл рас", en="This is true"),
    "notice_partly": Text(ru="Это правда отчасти", kk="Бұл ішінара рас", en="This is partly true"),
    "notice_said": Text(ru="Говорят:", kk="Айтып жүргені:", en="People say:"),
    "seal": Text(ru="Печать ответа", kk="Жауап мөрі", en="Seal of the answer"),
    "law_seal": Text(ru="Печать закона", kk="Заң мөрі", en="Seal of the law"),
    # The fields of the catalogue, by the first word of a code.
    "field_ambulance": Text(ru="Скорая помощь", kk="Жедел жәрдем", en="Ambulance"),
    "field_blood": Text(ru="Кровь", kk="Қан", en="Blood"),
    "field_children": Text(ru="Детям", kk="Балаларға", en="For children"),
    "field_chronic": Text(ru="Хронические болезни", kk="Созылмалы аурулар", en="Chronic diseases"),
    "field_dental": Text(ru="Зубы", kk="Тіс", en="Teeth"),
    "field_diagnostics": Text(ru="Обследования", kk="Тексерулер", en="Examinations"),
    "field_disease": Text(
        ru="Социально значимые и заразные болезни",
        kk="Әлеуметтік маңызы бар және жұқпалы аурулар",
        en="Socially significant and contagious diseases",
    ),
    "field_hospital": Text(ru="Больница", kk="Аурухана", en="Hospital"),
    "field_laboratory": Text(ru="Анализы", kk="Талдаулар", en="Laboratory tests"),
    "field_medicines": Text(ru="Лекарства", kk="Дәрі-дәрмек", en="Medicines"),
    "field_outside": Text(ru="О чём ещё спрашивают", kk="Тағы не сұрайды", en="What else people ask about"),
    "field_palliative": Text(ru="Паллиативная помощь", kk="Паллиативтік көмек", en="Palliative care"),
    "field_preventive": Text(
        ru="Осмотры и скрининги", kk="Тексеріп-қараулар мен скринингтер", en="Check-ups and screening"
    ),
    "field_primary-care": Text(ru="Своя поликлиника", kk="Өз емханаңыз", en="Your own clinic"),
    "field_procedures": Text(ru="Процедуры", kk="Емшаралар", en="Procedures"),
    "field_rehabilitation": Text(ru="Реабилитация", kk="Оңалту", en="Rehabilitation"),
    "field_specialist": Text(ru="Врачи-специалисты", kk="Маман дәрігерлер", en="Specialists"),
    "field_vaccination": Text(ru="Прививки", kk="Екпелер", en="Vaccinations"),
}

POPULAR: tuple[str, ...] = (
    "dental.acute-pain",
    "dental.braces",
    "dental.planned-treatment",
    "dental.general-anaesthesia",
    "diagnostics.ct",
    "diagnostics.mri",
)
"""What people come for most often, as far as the announcements of the Fund tell."""
