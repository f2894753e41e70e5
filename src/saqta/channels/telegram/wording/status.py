"""What the bot says about a status."""

from __future__ import annotations

from saqta.basis.text import Text
from saqta.channels.status_wording import SHORT_STATUS_WORDS, STATUS_WORDS

STATUS: dict[str, Text] = {
    **STATUS_WORDS,
    **SHORT_STATUS_WORDS,
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
    "paid": Text(ru="✅ {month}", kk="✅ {month}", en="✅ {month}"),
    "unpaid": Text(ru="❌ {month}: не оплачен", kk="❌ {month}: төленбеген", en="❌ {month}: not paid"),
    "next_no": Text(
        ru="Спросите работодателя, платит ли он, или внесите взнос сами. Если за вас платит государство, отнесите "
        "подтверждение в свою поликлинику. Скорая, роды и экстренная помощь бесплатны и без страховки.",
        kk="Жұмыс берушіден төлейтінін сұраңыз немесе жарнаны өзіңіз төлеңіз. Сіз үшін мемлекет төлейтін болса, "
        "растайтын құжатты емханаңызға апарыңыз. Жедел жәрдем, босану және шұғыл көмек сақтандырусыз да тегін.",
        en="Ask the employer whether it pays, or pay the contribution yourself. If the State pays for you, take the "
        "proof to your clinic. Ambulance, childbirth and emergency care are free without insurance too.",
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
