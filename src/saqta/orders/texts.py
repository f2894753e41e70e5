"""Refusals of this room."""

from __future__ import annotations

from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text

_TEXTS = {
    "order-months": Text(
        ru="Справка бывает за 12–60 месяцев.",
        kk="Анықтама 12–60 ай үшін беріледі.",
        en="A certificate covers 12 to 60 months.",
    ),
    "order-key": Text(
        ru="Ключ заказа — от 8 до 100 знаков; он нужен, чтобы повтор не стал вторым заказом.",
        kk="Тапсырыс кілті — 8–100 таңба; ол қайталау екінші тапсырысқа айналмауы үшін керек.",
        en="The key of an order has 8 to 100 characters; it keeps a repetition from becoming a second order.",
    ),
    "order-key-used": Text(
        ru="С этим ключом уже сделан другой заказ. Для нового заказа возьмите новый ключ.",
        kk="Бұл кілтпен басқа тапсырыс берілген. Жаңа тапсырысқа жаңа кілт алыңыз.",
        en="Another order was made with this key. Take a new key for a new order.",
    ),
    "order-tell": Text(
        ru="Это не адрес для сообщений. Бывает: https://…, mailto:имя@сервер или чат с ботом; до трёх.",
        kk="Бұл хабарлама мекенжайы емес. Мыналар болады: https://…, mailto:аты@сервер немесе ботпен чат; үшеуге "
        "дейін.",
        en="This is no address for messages. There are https://…, mailto:name@server and a chat with the bot, up to "
        "three.",
    ),
    "no-letters": Text(
        ru="По этому адресу этот сервер не пишет. Назовите другой или посмотрите заказ позже сами.",
        kk="Бұл мекенжайға осы сервер жазбайды. Басқасын көрсетіңіз не тапсырысты кейін өзіңіз қараңыз.",
        en="This server does not write to such an address. Name another one, or look at the order later yourself.",
    ),
    "unknown-person": Text(
        ru="В реестре о вас ничего нет, поэтому справку составить не из чего. Позвоните 1414.",
        kk="Тізілімде сіз туралы ештеңе жоқ, сондықтан анықтама жасауға дерек жоқ. 1414 нөміріне қоңырау шалыңыз.",
        en="The register holds nothing about you, so there is nothing to certify. Ring 1414.",
    ),
    "no-such-order": Text(
        ru="Такого вашего заказа нет.",
        kk="Сіздің мұндай тапсырысыңыз жоқ.",
        en="You have no such order.",
    ),
    "consent-settled": Text(
        ru="О согласии по этому заказу уже сказано, или заказ завершён.",
        kk="Бұл тапсырыс бойынша келісім айтылған немесе тапсырыс аяқталған.",
        en="Consent to this order was already given or refused, or the order has ended.",
    ),
    "not-set-aside": Text(
        ru="Этот заказ не отложен. Список: saqta orders",
        kk="Бұл тапсырыс кейінге қалдырылмаған. Тізімі: saqta orders",
        en="This order was not set aside. The list: saqta orders",
    ),
    "no-such-certificate": Text(
        ru="Такой действующей справки нет: нет номера, или она уже отозвана.",
        kk="Мұндай жарамды анықтама жоқ: нөмірі жоқ немесе ол кері қайтарып алынған.",
        en="There is no such certificate in force: there is no such number, or it was revoked already.",
    ),
    "revocation-reason": Text(
        ru="Назовите причину отзыва, до 200 знаков.",
        kk="Кері қайтарып алу себебін жазыңыз, 200 таңбаға дейін.",
        en="Say why it is revoked, in up to 200 characters.",
    ),
    "no-such-exchange": Text(
        ru="Такого обмена со шлюзом нет. Список: saqta gateway list",
        kk="Шлюзбен мұндай хабар алмасу болмаған. Тізімі: saqta gateway list",
        en="There is no such exchange with the gateway. The list: saqta gateway list",
    ),
    "no-time-stamp": Text(
        ru="Метки времени у этого ответа нет: центр меток времени его ещё не видел или не отвечает. Сам ответ от неё "
        "не зависит.",
        kk="Бұл жауаптың уақыт белгісі жоқ: уақыт белгісі орталығы оны әлі көрмеген не жауап бермейді. Жауаптың өзі "
        "оған тәуелді емес.",
        en="This answer has no time-stamp: the authority of time has not seen it yet, or does not reply. The answer "
        "itself does not depend on one.",
    ),
    "gateway-consent": Text(
        ru="Нет токена согласия: без согласия человека данные о нём не читаются. Получите согласие через 1414 и "
        "передайте токен в поле kdpToken.",
        kk="Келісім токені жоқ: адамның келісімінсіз ол туралы деректер оқылмайды. Келісімді 1414 арқылы алып, токенді "
        "kdpToken өрісінде жіберіңіз.",
        en="There is no consent token: nothing of a person is read without their consent. Obtain it over 1414 and send "
        "the token in the field kdpToken.",
    ),
    "consent-of-another": Text(
        ru="Этот токен согласия дал другой человек. Получите согласие того, о ком спрашиваете.",
        kk="Бұл келісім токенін басқа адам берген. Сұралып отырған адамның келісімін алыңыз.",
        en="This consent token was given by somebody else. Obtain the consent of the person you ask about.",
    ),
    "gateway-months": Text(
        ru="Число месяцев в поле months — целое, от 12 до 60.",
        kk="months өрісіндегі айлар саны — 12-ден 60-қа дейінгі бүтін сан.",
        en="The number of months, in the field months, is a whole one from 12 to 60.",
    ),
    "no-signing-key": Text(
        ru="Нет ключа, которым подписывают справки. Назовите его папку в SAQTA_SIGNING; для показа: "
        "saqta prepare --demo",
        kk="Анықтамаларға қол қоятын кілт жоқ. Оның қалтасын SAQTA_SIGNING ішінде көрсетіңіз; көрсетілім үшін: "
        "saqta prepare --demo",
        en="There is no key to sign certificates with. Name its folder in SAQTA_SIGNING; for a demonstration: "
        "saqta prepare --demo",
    ),
}


def refused(code: str, where: str | None = None) -> Refused:
    """The refusal with this code."""
    return Refused(Fault(code, _TEXTS[code], where))
