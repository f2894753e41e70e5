"""What the pages say."""

from __future__ import annotations

from saqta.basis.text import Text, same

LANGUAGE_NAMES = {"kk": "Қазақша", "ru": "Русский", "en": "English"}

WORDS: dict[str, Text] = {
    "name": same("Saqta"),
    "title": Text(ru="Застрахован ли я?", kk="Мен сақтандырылғанмын ба?", en="Am I insured?"),
    "lead": Text(
        ru="Введите ИИН — и узнаете, действует ли сегодня медицинская страховка (ОСМС) и какие месяцы оплачены.",
        kk="ЖСН енгізіңіз — бүгін медициналық сақтандыру (МӘМС) жарамды ма және қай айлар төленгені көрсетіледі.",
        en="Type an IIN to see whether the health insurance (ОСМС) holds today and which months are paid.",
    ),
    "iin": Text(
        ru="Индивидуальный идентификационный номер (ИИН)",
        kk="Жеке сәйкестендіру нөмірі (ЖСН)",
        en="Individual identification number (ИИН)",
    ),
    "hint": Text(
        ru="12 цифр из удостоверения личности; пробелы не мешают",
        kk="Жеке куәліктегі 12 цифр; бос орындар кедергі емес",
        en="The 12 digits on the identity card; spaces do no harm",
    ),
    "check": Text(ru="Проверить", kk="Тексеру", en="Check"),
    "again": Text(ru="Проверить другой номер", kk="Басқа нөмірді тексеру", en="Check another number"),
    "error": Text(ru="Ошибка", kk="Қате", en="Error"),
    "yes": Text(ru="Застрахован", kk="Сақтандырылған", en="Insured"),
    "no": Text(ru="Не застрахован", kk="Сақтандырылмаған", en="Not insured"),
    "depends": Text(ru="Данных не хватает", kk="Дерек жеткіліксіз", en="Not enough is known"),
    "undetermined": Text(ru="Сказать нельзя", kk="Айту мүмкін емес", en="Cannot be told"),
    "until": Text(
        ru="Если ничего не изменится, так будет до {day} (этот день уже не входит).",
        kk="Ештеңе өзгермесе, {day} күніне дейін солай болады (ол күн кірмейді).",
        en="If nothing changes, this lasts until {day} (that day not included).",
    ),
    "as_of": Text(
        ru="По данным реестра на {moment}.",
        kk="Тізілімнің {moment} сәтіндегі деректері бойынша.",
        en="By the register as of {moment}.",
    ),
    "months": Text(ru="Двенадцать месяцев до этого", kk="Осының алдындағы он екі ай", en="The twelve months before"),
    "paid": Text(ru="оплачен", kk="төленген", en="paid"),
    "unpaid": Text(ru="не оплачен", kk="төленбеген", en="not paid"),
    "paid_of": Text(
        ru="Оплачено месяцев: {count} из 12.",
        kk="Төленген айлар: 12-ден {count}.",
        en="Months paid: {count} of 12.",
    ),
    "next_no": Text(
        ru="Что делать: спросите работодателя или внесите взнос сами; сколько и как — подскажут по номеру 1414. "
        "Если вы относитесь к льготной категории, отнесите подтверждение в свою поликлинику.",
        kk="Не істеу керек: жұмыс берушіден сұраңыз немесе жарнаны өзіңіз төлеңіз; қанша және қалай екенін 1414 нөмірі "
        "айтады. Жеңілдікті санатқа жатсаңыз, растайтын құжатты емханаңызға апарыңыз.",
        en="What to do: ask the employer, or pay the contribution yourself; how much and how, 1414 will tell. If you "
        "belong to a category paid for by the state, take the proof to your clinic.",
    ),
    "next_depends": Text(
        ru="Реестр не знает гражданства или права на жительство. Обратитесь в поликлинику или по номеру 1414.",
        kk="Тізілім азаматтықты немесе тұру құқығын білмейді. Емханаға немесе 1414 нөміріне хабарласыңыз.",
        en="The register does not know the citizenship or the right of residence. Ask your clinic or ring 1414.",
    ),
    "next_yes": Text(
        ru="Страховка действует: с направлением врача помощь по пакету ОСМС бесплатна.",
        kk="Сақтандыру жарамды: дәрігердің жолдамасымен МӘМС пакетіндегі көмек тегін.",
        en="The insurance holds: with a doctor's referral, care in the insurance package is free.",
    ),
    "next_undetermined": Text(
        ru="Закон этого дня ещё не учтён. Спросите по номеру 1414.",
        kk="Бұл күннің заңы әлі енгізілмеген. 1414 нөмірінен сұраңыз.",
        en="The law of this day is not encoded yet. Ring 1414.",
    ),
    "law": Text(ru="На чём это основано", kk="Бұл неге негізделген", en="The law behind it"),
    "edition": Text(
        ru="редакция с {day}", kk="{day} күнінен бастап қолданыстағы редакция", en="edition in force from {day}"
    ),
    "open": Text(ru="Чего мы не знаем", kk="Біз білмейтін нәрсе", en="What we do not know"),
    "until_known": Text(
        ru="По известному сегодня закону — по меньшей мере до {day} (этот день уже не входит).",
        kk="Бүгін белгілі заң бойынша — кемінде {day} күніне дейін (ол күн кірмейді).",
        en="By the law known today, at least until {day} (that day not included).",
    ),
    "followed": Text(ru="Мы исходим из такого ответа:", kk="Біз мына жауапты негізге аламыз:", en="We take it that:"),
    "privacy": Text(
        ru="Сам номер не сохраняется. Записывается только, что о человеке спросили: он имеет право это знать.",
        kk="Нөмірдің өзі сақталмайды. Тек адам туралы сұралғаны жазылады: оны білуге оның құқығы бар.",
        en="The number itself is not kept. Only that somebody asked is written down: the person has a right to know.",
    ),
    "demo": Text(ru="Это демонстрация", kk="Бұл — көрсетілім", en="This is a demonstration"),
    "demo_lead": Text(
        ru="Люди выдуманы, закон настоящий. Попробуйте эти номера:",
        kk="Адамдар ойдан шығарылған, заң нақты. Мына нөмірлерді қолданып көріңіз:",
        en="The people are invented, the law is real. Try these numbers:",
    ),
    "developers": Text(ru="Для программ: ", kk="Бағдарламаларға: ", en="For programs: "),
    "too_often": Text(
        ru="Вопросов слишком много. Попробуйте через {seconds} с; если срочно — 1414.",
        kk="Сұрақ тым көп. {seconds} секундтан кейін қайталаңыз; шұғыл болса — 1414.",
        en="There were too many questions. Try again in {seconds} s; if it is urgent, ring 1414.",
    ),
    "unavailable": Text(
        ru="Реестр сейчас не отвечает. Это не значит, что вы не застрахованы: попробуйте позже или позвоните 1414.",
        kk="Тізілім қазір жауап бермейді. Бұл сақтандырылмағансыз дегенді білдірмейді: кейінірек көріңіз немесе 1414 "
        "нөміріне қоңырау шалыңыз.",
        en="The register does not answer now. This does not mean that you are not insured: try later or ring 1414.",
    ),
    "not_found": Text(ru="Такой страницы нет", kk="Мұндай бет жоқ", en="There is no such page"),
    "home": Text(ru="На главную", kk="Басты бетке", en="To the first page"),
}
