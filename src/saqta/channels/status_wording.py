"""What the channels say about an insured status, in one place, so that pages, the widget, the desk and the bot say the
same."""

from __future__ import annotations

from saqta.basis.text import Text

VERDICT_WORDS = {
    "yes": Text(ru="Застрахован", kk="Сақтандырылған", en="Insured"),
    "no": Text(ru="Не застрахован", kk="Сақтандырылмаған", en="Not insured"),
    "depends": Text(ru="Данных не хватает", kk="Дерек жеткіліксіз", en="Not enough is known"),
    "undetermined": Text(ru="Сказать нельзя", kk="Айту мүмкін емес", en="Cannot be told"),
}
STATUS_WORDS = {
    **VERDICT_WORDS,
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
    "next_depends": Text(
        ru="Реестр не знает гражданства или права на жительство. Обратитесь в поликлинику или по номеру 1414.",
        kk="Тізілімде азаматтығыңыз немесе тұру құқығыңыз көрсетілмеген. Емханаңызға немесе 1414 нөміріне "
        "хабарласыңыз.",
        en="The register does not know the citizenship or the right of residence. Ask your clinic or ring 1414.",
    ),
    "next_undetermined": Text(
        ru="Закон этого дня ещё не учтён. Спросите по номеру 1414.",
        kk="Бұл күннің заңы әлі енгізілмеген. 1414 нөмірінен сұраңыз.",
        en="The law of this day is not encoded yet. Ring 1414.",
    ),
}
SHORT_STATUS_WORDS = {
    "paid_of": Text(
        ru="Оплачено месяцев за последний год: {count} из 12.",
        kk="Соңғы бір жылда төленген айлар: 12-ден {count}.",
        en="Months paid in the last year: {count} of 12.",
    ),
    "next_yes": Text(
        ru="С направлением врача помощь по страховке бесплатна.",
        kk="Дәрігердің жолдамасымен сақтандыру бойынша көмек тегін.",
        en="With a doctor's referral, care under the insurance is free.",
    ),
}
"""Where there is no room for twelve months and what follows from them."""
