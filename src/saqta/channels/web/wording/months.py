"""What the page about one's own twelve months says."""

from __future__ import annotations

from saqta.basis.text import Text
from saqta.channels.status_wording import STATUS_WORDS, VERDICT_WORDS

STANDING: dict[str, Text] = {
    **{f"state_{verdict}": words for verdict, words in VERDICT_WORDS.items()},
    "until_told": STATUS_WORDS["until"],
    "why": Text(ru="Почему", kk="Неліктен", en="Why"),
    "changes": Text(ru="Как стать застрахованным", kk="Қалай сақтандырылуға болады", en="How to be insured"),
    "how_to_pay": Text(ru="Сколько и как платить", kk="Қанша және қалай төлеу керек", en="How much and how to pay"),
    "month": Text(ru="Месяц", kk="Ай", en="Month"),
    "standing": Text(ru="Зачтён?", kk="Есепке алынған ба?", en="Credited?"),
    "month_credited": Text(ru="зачтён", kk="есепке алынған", en="credited"),
    "month_owed": Text(ru="не оплачен", kk="төленбеген", en="owed"),
    "month_unknown": Text(ru="неизвестно", kk="белгісіз", en="unknown"),
    "month_not_due": Text(ru="платить не нужно", kk="төлеу қажет емес", en="not due"),
}
"""A status with its grounds and its months, worked out from what somebody typed or from what the register holds."""

MONTHS: dict[str, Text] = {
    **STANDING,
    "title": Text(ru="Мои двенадцать месяцев", kk="Менің он екі айым", en="My twelve months"),
    "lead": Text(
        ru="Отметьте месяцы, за которые платили, и узнаете, застрахованы ли вы, до какого дня и сколько стоит вернуть "
        "статус. ИИН не нужен, ничего не сохраняется.",
        kk="Төленген айларды белгілеңіз: сақтандырылғансыз ба, ол қай күнге дейін созылады және мәртебені қайтару "
        "қанша тұрады — көрсетеміз. ЖСН қажет емес, ештеңе сақталмайды.",
        en="Mark the months that were paid, and see whether you are insured, until when, and what it costs to be "
        "insured again. No IIN is needed and nothing is kept.",
    ),
    "born": Text(ru="Дата рождения", kk="Туған күні", en="Date of birth"),
    "day": Text(ru="День", kk="Күн", en="Day"),
    "year": Text(ru="Год", kk="Жыл", en="Year"),
    "citizen": Text(ru="Гражданин Казахстана", kk="Қазақстан азаматы", en="A citizen of Kazakhstan"),
    "paid_months": Text(ru="За какие месяцы платили", kk="Қай айлар үшін төленді", en="Which months were paid"),
    "paid_as": Text(ru="Кто платил", kk="Кім төледі", en="Who paid"),
    "payer_employee": Text(ru="работодатель", kk="жұмыс беруші", en="the employer"),
    "payer_independent": Text(ru="я сам", kk="өзім", en="I myself"),
    "payer_entrepreneur": Text(ru="я как предприниматель", kk="кәсіпкер ретінде өзім", en="I as an entrepreneur"),
    "before": Text(
        ru="Сколько месяцев подряд платили перед этими двенадцатью",
        kk="Осы он екі айдың алдында қатарынан неше ай төленді",
        en="How many months in a row were paid before these twelve",
    ),
    "before_hint": Text(
        ru="После пяти лет без перерыва закон даёт отсрочку дольше.",
        kk="Бес жыл үзіліссіз төленсе, заң ұзағырақ мерзім береді.",
        en="After five years without a break the law gives a longer grace.",
    ),
    "category": Text(
        ru="Платит ли за вас государство", kk="Сіз үшін мемлекет төлей ме", en="Does the State pay for you"
    ),
    "no_category": Text(ru="ничего из этого", kk="бұлардың ешқайсысы емес", en="none of these"),
    "since": Text(ru="С какого дня", kk="Қай күннен бастап", en="Since which day"),
    "until": Text(
        ru="До какого дня (если уже кончилось)", kk="Қай күнге дейін (аяқталса)", en="Until which day (if it has ended)"
    ),
    "on": Text(ru="На какой день ответить", kk="Қай күнге жауап керек", en="For which day to answer"),
    "show": Text(ru="Показать", kk="Көрсету", en="Show"),
    "error_since": Text(
        ru="Напишите, с какого дня это так.",
        kk="Қай күннен бастап екенін жазыңыз.",
        en="Say since which day this is so.",
    ),
    "error_until": Text(
        ru="Конец должен быть позже начала.",
        kk="Аяқталуы басталуынан кейін болуға тиіс.",
        en="The end must be after the beginning.",
    ),
    "table": Text(ru="Месяцы по закону", kk="Заң бойынша айлар", en="The months by law"),
}
