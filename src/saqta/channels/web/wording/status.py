"""What the pages about the insured status say."""

from __future__ import annotations

from saqta.basis.text import Text
from saqta.channels.status_wording import STATUS_WORDS

STATUS: dict[str, Text] = {
    **STATUS_WORDS,
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
    "next_yes": Text(
        ru="Страховка действует: с направлением врача помощь по пакету ОСМС бесплатна.",
        kk="Сақтандыру жарамды: дәрігердің жолдамасымен МӘМС пакетіндегі көмек тегін.",
        en="The insurance holds: with a doctor's referral, care in the insurance package is free.",
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
