"""What the bot says about a status."""

from __future__ import annotations

from saqta.basis.text import Text

STATUS: dict[str, Text] = {
    "ask": Text(
        ru="Напишите ИИН, 12 цифр. Я отвечу и сразу удалю ваше сообщение; номер нигде не сохранится.",
        kk="ЖСН-ді, 12 цифрды жазыңыз. Жауап беремін де, хабарыңызды бірден өшіремін; нөмір еш жерде сақталмайды.",
        en="Type the IIN, 12 digits. I answer and delete your message at once; the number is kept nowhere.",
    ),
    "not_deleted": Text(
        ru="Сообщение с ИИН Telegram удалить не дал. Удалите его, пожалуйста, сами.",
        kk="Telegram ЖСН жазылған хабарды өшіртпеді. Оны өзіңіз өшіріңізші.",
        en="Telegram did not let me delete the message with the IIN. Please delete it yourself.",
    ),
    "one_number": Text(
        ru="В сообщении несколько номеров. Напишите один ИИН, 12 цифр.",
        kk="Хабарда бірнеше нөмір бар. Бір ЖСН-ді, 12 цифрды жазыңыз.",
        en="There are several numbers in the message. Type one IIN, 12 digits.",
    ),
    "yes": Text(ru="✅ Застрахован", kk="✅ Сақтандырылған", en="✅ Insured"),
    "no": Text(ru="❌ Не застрахован", kk="❌ Сақтандырылмаған", en="❌ Not insured"),
    "depends": Text(ru="❔ Данных не хватает", kk="❔ Дерек жеткіліксіз", en="❔ Not enough is known"),
    "undetermined": Text(ru="❔ Сказать нельзя", kk="❔ Айту мүмкін емес", en="❔ Cannot be told"),
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
    "paid_of": Text(
        ru="Оплачено месяцев за последний год: {count} из 12.",
        kk="Соңғы бір жылда төленген айлар: 12-ден {count}.",
        en="Months paid in the last year: {count} of 12.",
    ),
    "paid": Text(ru="✅ {month}", kk="✅ {month}", en="✅ {month}"),
    "unpaid": Text(ru="❌ {month}: не оплачен", kk="❌ {month}: төленбеген", en="❌ {month}: not paid"),
    "as_of": Text(
        ru="По данным реестра на {moment}.",
        kk="Тізілімнің {moment} сәтіндегі деректері бойынша.",
        en="By the register as of {moment}.",
    ),
    "next_yes": Text(
        ru="С направлением врача помощь по страховке бесплатна.",
        kk="Дәрігердің жолдамасымен сақтандыру бойынша көмек тегін.",
        en="With a doctor's referral, care under the insurance is free.",
    ),
    "next_no": Text(
        ru="Спросите работодателя, платит ли он, или внесите взнос сами. Если за вас платит государство, отнесите "
        "подтверждение в свою поликлинику. Скорая, роды и экстренная помощь бесплатны и без страховки.",
        kk="Жұмыс берушіден төлейтінін сұраңыз немесе жарнаны өзіңіз төлеңіз. Сіз үшін мемлекет төлейтін болса, "
        "растайтын құжатты емханаңызға апарыңыз. Жедел жәрдем, босану және шұғыл көмек сақтандырусыз да тегін.",
        en="Ask the employer whether it pays, or pay the contribution yourself. If the State pays for you, take the "
        "proof to your clinic. Ambulance, childbirth and emergency care are free without insurance too.",
    ),
    "next_depends": Text(
        ru="Реестр не знает гражданства или права на жительство. Обратитесь в поликлинику или по номеру 1406.",
        kk="Тізілім азаматтықты немесе тұру құқығын білмейді. Емханаға немесе 1406 нөміріне хабарласыңыз.",
        en="The register does not know the citizenship or the right of residence. Ask your clinic or call 1406.",
    ),
    "next_undetermined": Text(
        ru="Закон этого дня ещё не учтён. Спросите по номеру 1406.",
        kk="Бұл күннің заңы әлі енгізілмеген. 1406 нөмірінен сұраңыз.",
        en="The law of this day is not encoded yet. Ask by calling 1406.",
    ),
    "again": Text(ru="Другой номер", kk="Басқа нөмір", en="Another number"),
    "unavailable": Text(
        ru="Реестр сейчас не отвечает, поэтому статус узнать нельзя. Это не значит, что страховки нет. Попробуйте "
        "через минуту.",
        kk="Тізілім қазір жауап бермейді, сондықтан мәртебені білу мүмкін емес. Бұл сақтандыру жоқ дегенді "
        "білдірмейді. Бір минуттан кейін қайталаңыз.",
        en="The register does not answer just now, so the status cannot be told. That does not mean that there is no "
        "insurance. Try in a minute.",
    ),
}
