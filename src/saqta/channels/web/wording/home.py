"""What the first page says."""

from __future__ import annotations

from typing import NamedTuple

from saqta.basis.text import Text


class Tile(NamedTuple):
    """A question that the first page leads to: its place, its icon, the question, and what is answered."""

    path: str
    icon: str
    question: Text
    answers: Text


HOME: dict[str, Text] = {
    "title": Text(
        ru="Что вам положено по медицинской страховке",
        kk="Медициналық сақтандыру бойынша сізге не тиесілі",
        en="What the health insurance owes you",
    ),
    "lead": Text(
        ru="Застрахованы ли вы, бесплатна ли помощь и по какой статье закона. Без регистрации, на трёх языках.",
        kk="Сақтандырылғансыз ба, көмек тегін бе және заңның қай бабы бойынша. Тіркеусіз, үш тілде.",
        en="Whether you are insured, whether care is free, and under which article of law. No account, three "
        "languages.",
    ),
    "ask_now": Text(ru="Проверить свой статус", kk="Мәртебемді тексеру", en="Check my status"),
    "promise": Text(ru="Как мы отвечаем", kk="Біз қалай жауап береміз", en="How we answer"),
    "promise_article": Text(
        ru="У каждого ответа есть статья закона и день, с которого она так звучит.",
        kk="Әр жауапта заңның бабы және оның қай күннен бері осылай қолданылатыны көрсетіледі.",
        en="Every answer names the article of law and the day from which it reads so.",
    ),
    "promise_unknown": Text(
        ru="Чего не знаем, о том говорим прямо; «неизвестно» никогда не превращается в «нет».",
        kk="Білмегенімізді ашық айтамыз; «белгісіз» ешқашан «жоққа» айналмайды.",
        en="What we do not know we say; “unknown” never turns into “no”.",
    ),
    "promise_private": Text(
        ru="Номер и ответы о здоровье не попадают в адрес страницы и нигде не сохраняются.",
        kk="ЖСН де, денсаулық туралы жауаптар да бет мекенжайында көрінбейді және еш жерде сақталмайды.",
        en="Your number and what you say about your health never enter an address and are kept nowhere.",
    ),
}

TILES: tuple[Tile, ...] = (
    Tile(
        "status/",
        "shield",
        Text(ru="Застрахован ли я?", kk="Мен сақтандырылғанмын ба?", en="Am I insured?"),
        Text(
            ru="Статус на сегодня и двенадцать месяцев по ИИН",
            kk="ЖСН бойынша бүгінгі мәртебе мен он екі ай",
            en="Today's status and twelve months, by IIN",
        ),
    ),
    Tile(
        "free/",
        "search",
        Text(ru="Бесплатно ли это для меня?", kk="Бұл маған тегін бе?", en="Is it free for me?"),
        Text(
            ru="Любая помощь: от зуба до операции, со статьёй закона",
            kk="Тістен бастап отаға дейін кез келген көмек және заңның бабы",
            en="Any care, from a tooth to surgery, with the article of law",
        ),
    ),
    Tile(
        "months/",
        "calendar",
        Text(ru="Мои двенадцать месяцев", kk="Менің он екі айым", en="My twelve months"),
        Text(
            ru="Уволились, учитесь, платите сами? Что будет со статусом",
            kk="Жұмыстан шықтыңыз ба, оқисыз ба, өзіңіз төлейсіз бе? Мәртебеңіз не болады",
            en="Out of work, studying, paying yourself? What becomes of the status",
        ),
    ),
    Tile(
        "dues/",
        "coins",
        Text(ru="Сколько платить?", kk="Қанша төлеу керек?", en="How much to pay?"),
        Text(
            ru="Взносы за месяц, срок, код и реквизиты",
            kk="Айлық жарналар, мерзімі, коды мен деректемелері",
            en="A month's contributions, when, under which code and where",
        ),
    ),
    Tile(
        "teeth/",
        "tooth",
        Text(ru="Что с зубами бесплатно?", kk="Тіс емінің қайсысы тегін?", en="Which dental care is free?"),
        Text(
            ru="Срочно, по плану, ортодонт и слухи о брекетах",
            kk="Шұғыл, жоспарлы, ортодонт және брекет туралы қауесет",
            en="Urgent, planned, orthodontic, and the rumours about braces",
        ),
    ),
    Tile(
        "anaesthesia/",
        "mask",
        Text(ru="Предлагают наркоз?", kk="Наркоз ұсынып отыр ма?", en="Anaesthesia offered?"),
        Text(
            ru="О чём спросить, прежде чем согласиться",
            kk="Келіспес бұрын не сұрау керек",
            en="What to ask before you agree",
        ),
    ),
    Tile(
        "clinics/",
        "clinic",
        Text(ru="Что известно о клинике?", kk="Клиника туралы не белгілі?", en="What is known of a clinic?"),
        Text(
            ru="Лицензия, что здесь бесплатно, чем закончились проверки",
            kk="Лицензиясы, мұнда не тегін, тексерулері немен аяқталды",
            en="Its licence, what is free there, how its inspections ended",
        ),
    ),
)
