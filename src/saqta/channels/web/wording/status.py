"""What the pages about the insured status say."""

from __future__ import annotations

from saqta.basis.text import Text

STATUS: dict[str, Text] = {
    "form_title": Text(ru="Проверьте свой статус", kk="Мәртебеңізді тексеріңіз", en="Check your status"),
    "lead": Text(
        ru="Введите ИИН — и узнаете, действует ли сегодня медицинская страховка (ОСМС) и какие месяцы оплачены.",
        kk="ЖСН енгізіңіз: медициналық сақтандыруыңыз (МӘМС) бүгін жарамды ма, қай айлар төленген — көрсетеміз.",
        en="Type an IIN to see whether the health insurance (ОСМС) holds today and which months are paid.",
    ),
    "error_empty": Text(
        ru="Номер не введён. Введите 12 цифр ИИН.",
        kk="Нөмір енгізілмеген. ЖСН-нің 12 цифрын енгізіңіз.",
        en="No number was given. Type the 12 digits of the IIN.",
    ),
    "again": Text(ru="Проверить другой номер", kk="Басқа нөмірді тексеру", en="Check another number"),
    "refresh": Text(ru="Обновить", kk="Жаңарту", en="Refresh"),
    "yes": Text(ru="Застрахован", kk="Сақтандырылған", en="Insured"),
    "no": Text(ru="Не застрахован", kk="Сақтандырылмаған", en="Not insured"),
    "depends": Text(ru="Данных не хватает", kk="Дерек жеткіліксіз", en="Not enough is known"),
    "undetermined": Text(ru="Сказать нельзя", kk="Айту мүмкін емес", en="Cannot be told"),
    "until": Text(
        ru="Если ничего не изменится, так будет до {day} (этот день уже не входит).",
        kk="Ештеңе өзгермесе, {day} күніне дейін солай болады (ол күн кірмейді).",
        en="If nothing changes, this lasts until {day} (that day not included).",
    ),
    "until_known": Text(
        ru="По известному сегодня закону — по меньшей мере до {day} (этот день уже не входит).",
        kk="Бүгін белгілі заң бойынша — кемінде {day} күніне дейін (ол күн кірмейді).",
        en="By the law known today, at least until {day} (that day not included).",
    ),
    "as_of": Text(
        ru="По данным реестра на {moment}.",
        kk="Тізілімнің {moment} сәтіндегі деректері бойынша.",
        en="By the register as of {moment}.",
    ),
    "old": Text(
        ru="Эти данные устарели: реестр давно не обновлялся. То, что оплачено с тех пор, здесь ещё не видно.",
        kk="Бұл деректер ескірген: тізілім көптен бері жаңартылмаған. Содан бері төленгені мұнда әлі көрінбейді.",
        en="These data are old: the register has not been brought up to date for a while. What was paid since is not "
        "shown yet.",
    ),
    "months": Text(ru="Двенадцать месяцев до этого", kk="Осының алдындағы он екі ай", en="The twelve months before"),
    "month": Text(ru="Месяц", kk="Ай", en="Month"),
    "payment": Text(ru="Оплата", kk="Төлем", en="Payment"),
    "paid": Text(ru="оплачен", kk="төленген", en="paid"),
    "unpaid": Text(ru="не оплачен", kk="төленбеген", en="not paid"),
    "months_note": Text(
        ru="Видно только, оплачен ли месяц. Суммы, плательщики и категории показываются лишь самому человеку.",
        kk="Айдың төленген-төленбегені ғана көрінеді. Сомалар, төлеушілер мен санаттар адамның өзіне ғана көрсетіледі.",
        en="Only whether a month is paid is shown. Sums, payers and categories are for the person alone.",
    ),
    "next_no": Text(
        ru="Спросите работодателя, платит ли он, или внесите взнос сами. Если за вас платит государство, отнесите "
        "подтверждение в свою поликлинику.",
        kk="Жұмыс берушіңізден төлеп жүр ме, сұраңыз немесе жарнаны өзіңіз төлеңіз. Сіз үшін мемлекет төлейтін болса, "
        "растайтын құжатты емханаңызға апарыңыз.",
        en="Ask the employer whether it pays, or pay the contribution yourself. If the State pays for you, take the "
        "proof to your clinic.",
    ),
    "next_depends": Text(
        ru="Реестр не знает гражданства или права на жительство. Обратитесь в поликлинику или по номеру 1414.",
        kk="Тізілімде азаматтығыңыз немесе тұру құқығыңыз көрсетілмеген. Емханаңызға немесе 1414 нөміріне "
        "хабарласыңыз.",
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
    "still_free": Text(
        ru="Скорая, роды, экстренная помощь, прививки и приём в своей поликлинике бесплатны и без страховки.",
        kk="Жедел жәрдем, босану, шұғыл көмек, екпелер және өз емханаңыздағы қабылдау сақтандырусыз да тегін.",
        en="Ambulance, childbirth, emergency care, vaccinations and your own clinic are free without insurance too.",
    ),
    "ways": Text(ru="Как вернуть статус", kk="Мәртебені қалай қайтаруға болады", en="How to be insured again"),
    "refused": Text(
        ru="Если статус неверен или в помощи отказали, звоните 1414: обращение регистрируют и отвечают на него.",
        kk="Мәртебе қате болса немесе сізге көмек көрсетпесе, 1414-ке қоңырау шалыңыз: өтініш тіркеледі, оған жауап "
        "беріледі.",
        en="If the status is wrong or care was refused, ring 1414: the request is registered and answered.",
    ),
    "demo": Text(ru="Это демонстрация", kk="Бұл — көрсетілім", en="This is a demonstration"),
    "demo_lead": Text(
        ru="Люди выдуманы, закон настоящий. Попробуйте эти номера:",
        kk="Адамдар ойдан шығарылған, заң нақты. Мына нөмірлерді қолданып көріңіз:",
        en="The people are invented, the law is real. Try these numbers:",
    ),
    "too_often": Text(
        ru="Вопросов слишком много. Попробуйте через {seconds}; если срочно — 1414.",
        kk="Сұрақ тым көп. {seconds}тан кейін қайталаңыз; шұғыл болса — 1414.",
        en="There were too many questions. Try again in {seconds}; if it is urgent, ring 1414.",
    ),
    "retry": Text(ru="Спросить ещё раз", kk="Қайта сұрау", en="Ask again"),
    "unavailable_title": Text(
        ru="Статус сейчас узнать нельзя", kk="Мәртебені қазір білу мүмкін емес", en="The status cannot be told now"
    ),
    "try_in": Text(
        ru="Попробуйте через минуту: номер вводить заново не придётся.",
        kk="Бір минуттан кейін көріңіз: нөмірді қайта енгізудің қажеті жоқ.",
        en="Try in a minute: you will not have to type the number again.",
    ),
}
