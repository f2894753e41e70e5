"""What stands on every page: the header, the footer, the dialog, and words that many pages share."""

from __future__ import annotations

from saqta.basis.text import Text, same
from saqta.channels.cited import OFFICIAL_TEXT

LANGUAGE_NAMES = {"kk": "Қазақша", "ru": "Русский", "en": "English"}

SITE: dict[str, Text] = {
    "name": same("Saqta"),
    "tagline": Text(
        ru="Медицинская страховка Казахстана: ответы со статьёй закона",
        kk="Қазақстанның медициналық сақтандыруы: заң бабымен жауап",
        en="Health insurance of Kazakhstan: answers with the article of law",
    ),
    "skip": Text(ru="Сразу к содержанию", kk="Бірден мазмұнға өту", en="Skip to the content"),
    "languages": Text(ru="Язык, Тіл, Language", kk="Тіл, Язык, Language", en="Language, Язык, Тіл"),
    "sections": Text(ru="Разделы", kk="Бөлімдер", en="Sections"),
    "all_sections": Text(ru="Все разделы", kk="Барлық бөлімдер", en="All sections"),
    "error": Text(ru="Ошибка", kk="Қате", en="Error"),
    "error_summary": Text(ru="Исправьте, пожалуйста", kk="Түзетіңізші", en="Please correct this"),
    "ask_status": Text(ru="Определить статус", kk="Мәртебені анықтау", en="Check status"),
    "ask_title": Text(ru="Застрахован ли я?", kk="Мен сақтандырылғанмын ба?", en="Am I insured?"),
    "iin": Text(
        ru="Индивидуальный идентификационный номер (ИИН)",
        kk="Жеке сәйкестендіру нөмірі (ЖСН)",
        en="Individual identification number (ИИН)",
    ),
    "iin_hint": Text(
        ru="12 цифр из удостоверения личности; пробелы не мешают",
        kk="Жеке куәліктегі 12 цифр; бос орындар кедергі емес",
        en="The 12 digits on the identity card; spaces do no harm",
    ),
    "check": Text(ru="Проверить", kk="Тексеру", en="Check"),
    "close": Text(ru="Закрыть", kk="Жабу", en="Close"),
    "anew": Text(ru="Заполнить заново", kk="Қайта толтыру", en="Fill in anew"),
    "print": Text(ru="Напечатать", kk="Басып шығару", en="Print"),
    "help": Text(ru="Помощь человека", kk="Адамнан көмек алу", en="Help from a person"),
    "help_lines": Text(
        ru="Бесплатно, круглосуточно: 1414 (на старых объявлениях — 1406).",
        kk="Тегін, тәулік бойы: 1414 (ескі хабарландыруларда — 1406).",
        en="Free of charge, day and night: 1414 (1406 on older posters).",
    ),
    "ring": Text(ru="Позвонить: {number}", kk="Қоңырау шалу: {number}", en="Ring {number}"),
    "ambulance": Text(ru="Скорая: 103", kk="Жедел жәрдем: 103", en="Ambulance: 103"),
    "privacy": Text(
        ru="Номер не сохраняется и не попадает в адрес страницы. Записывается только, что о человеке спросили: он "
        "имеет право это знать.",
        kk="Нөмір сақталмайды және бет мекенжайында көрінбейді. Тек сол адам туралы сұралғаны ғана жазылады: оны "
        "білуге оның құқығы бар.",
        en="The number is not kept and never becomes part of an address. Only that somebody asked is written down: the "
        "person has a right to know.",
    ),
    "not_the_fund": Text(
        ru="Saqta объясняет закон и показывает, на чём основан ответ. Решения принимают Фонд, врач и суд.",
        kk="Saqta заңды түсіндіреді және жауаптың неге негізделгенін көрсетеді. Шешімді Қор, дәрігер және сот "
        "қабылдайды.",
        en="Saqta explains the law and shows what an answer rests on. Decisions are made by the Fund, a doctor and a "
        "court.",
    ),
    "law": Text(ru="На чём это основано", kk="Бұл неге негізделген", en="The law behind it"),
    "edition": Text(
        ru="редакция с {day}", kk="{day} күнінен бастап қолданыстағы редакция", en="edition in force from {day}"
    ),
    "official_text": OFFICIAL_TEXT,
    "unverified": Text(
        ru="официальный текст нами не проверен",
        kk="ресми мәтінін біз тексерген жоқпыз",
        en="the official text was not seen by us",
    ),
    "open": Text(ru="Чего мы не знаем", kk="Біз нені білмейміз", en="What we do not know"),
    "followed": Text(ru="Мы исходим из такого ответа:", kk="Біз мына жауапты негізге аламыз:", en="We take it that:"),
    "what_next": Text(ru="Что делать", kk="Не істеу керек", en="What to do"),
    "opinion_ask": Text(ru="Помог ли этот ответ?", kk="Бұл жауап көмектесті ме?", en="Did this answer help?"),
    "opinion_helped": Text(ru="Помог", kk="Көмектесті", en="It helped"),
    "opinion_not_helped": Text(ru="Не помог", kk="Көмектеспеді", en="It did not help"),
    "opinion_wrong_law": Text(ru="Ошибка в норме", kk="Норма қате", en="The law is wrong"),
    "opinion_note": Text(
        ru="Отзыв без имени. Редактор увидит, какой это ответ и в какой день.",
        kk="Пікір атаусыз. Редактор қай жауап екенін және қай күні екенін ғана көреді.",
        en="Nameless. An editor sees which answer it was and on which day.",
    ),
    "not_found": Text(ru="Такой страницы нет", kk="Мұндай бет жоқ", en="There is no such page"),
    "not_found_text": Text(
        ru="Возможно, адрес изменился. Начните с главной: оттуда два шага до любого ответа.",
        kk="Мекенжай өзгерген болуы мүмкін. Басты беттен бастаңыз: одан кез келген жауапқа екі қадам.",
        en="The address may have changed. Start from the first page: any answer is two steps from it.",
    ),
    "home": Text(ru="На главную", kk="Басты бетке", en="To the first page"),
    "unavailable": Text(
        ru="Реестр сейчас не отвечает. Это не значит, что вы не застрахованы: попробуйте позже или позвоните 1414.",
        kk="Тізілім қазір жауап бермейді. Бұл сақтандырылмағансыз дегенді білдірмейді: кейінірек көріңіз немесе 1414 "
        "нөміріне қоңырау шалыңыз.",
        en="The register does not answer now. This does not mean that you are not insured: try later or ring 1414.",
    ),
}
