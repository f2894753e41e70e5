"""Why somebody looks at the data of a person: one list of purposes, in words that are read by whoever looks and by
whoever was looked at."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from saqta.basis.text import Text

PURPOSES: Mapping[str, Text] = MappingProxyType(
    {
        "1406:own-call": Text(
            ru="человек спрашивает о себе", kk="адам өзі туралы сұрайды", en="somebody asks about themselves"
        ),
        "1406:child-call": Text(
            ru="родитель спрашивает о ребёнке", kk="ата-ана баласы туралы сұрайды", en="a parent asks about a child"
        ),
        "1406:clinic-call": Text(
            ru="клиника спрашивает о пациенте", kk="клиника пациент туралы сұрайды", en="a clinic asks about a patient"
        ),
        "1406:complaint": Text(ru="разбор жалобы", kk="шағымды қарау", en="a complaint is looked into"),
        "1406:number:compare-document": Text(
            ru="номер показан целиком: сверить с документом",
            kk="нөмір толық көрсетілді: құжатпен салыстыру үшін",
            en="the number was shown whole: to compare it with a document",
        ),
        "1406:number:write-complaint": Text(
            ru="номер показан целиком: вписать в жалобу",
            kk="нөмір толық көрсетілді: шағымға жазу үшін",
            en="the number was shown whole: to write it into a complaint",
        ),
        "correction:propose": Text(
            ru="предлагают исправить ваши данные",
            kk="деректеріңізді түзетуді ұсынады",
            en="a correction of your data is being proposed",
        ),
        "correction:look": Text(
            ru="решают, исправить ли ваши данные",
            kk="деректеріңізді түзету-түзетпеу шешілуде",
            en="it is being settled whether your data are corrected",
        ),
        "correction:proof": Text(
            ru="документ, который вы показали, скачан, чтобы сверить",
            kk="сіз көрсеткен құжат салыстыру үшін жүктеп алынды",
            en="the document that you showed was downloaded, to compare it",
        ),
        "complaint:take": Text(
            ru="записывают жалобу о клинике",
            kk="клиника туралы шағым жазылуда",
            en="a complaint about a clinic is taken",
        ),
        "complaint:look": Text(
            ru="читают жалобу о клинике", kk="клиника туралы шағым оқылуда", en="a complaint about a clinic is read"
        ),
        "anaesthesia-plan": Text(
            ru="план лечения под наркозом", kk="наркозбен емдеу жоспары", en="a plan of treatment under anaesthesia"
        ),
        "consent-page": Text(
            ru="родители читают план наркоза по ссылке клиники",
            kk="ата-ана наркоз жоспарын клиниканың сілтемесі арқылы оқиды",
            en="parents read the plan of anaesthesia by the link of the clinic",
        ),
        "ordered-certificate": Text(
            ru="справка, которую заказал сам человек",
            kk="адамның өзі тапсырыс берген анықтама",
            en="a certificate that the person ordered",
        ),
        "answer-question": Text(
            ru="ответ на вопрос, который задал сам человек",
            kk="адамның өзі қойған сұраққа жауап",
            en="answering a question that the person asked",
        ),
        "own-page": Text(
            ru="личная страница: человек читает о себе",
            kk="жеке бет: адам өзі туралы оқиды",
            en="the personal page: somebody reads about themselves",
        ),
        "own-export": Text(
            ru="выгрузка всех своих данных", kk="өзінің барлық деректерін жүктеп алу", en="an export of all own data"
        ),
        "child-page": Text(
            ru="законный представитель читает о ребёнке",
            kk="заңды өкілі бала туралы оқиды",
            en="a legal representative reads about the child",
        ),
        "state-gateway-status": Text(
            ru="статус по вашему согласию, спрошенный системой государства",
            kk="келісіміңіз бойынша мемлекет жүйесі сұраған мәртебе",
            en="the status, asked by a system of the State with your consent",
        ),
        "state-gateway-answer": Text(
            ru="справка, заказанная по вашему согласию, отправлена системе государства",
            kk="келісіміңіз бойынша тапсырыс берілген анықтама мемлекет жүйесіне жіберілді",
            en="a certificate ordered with your consent, sent to a system of the State",
        ),
        "state-gateway-evidence": Text(
            ru="проверка сохранённой переписки с системой государства",
            kk="мемлекет жүйесімен сақталған хат алмасуды тексеру",
            en="checking the messages kept with a system of the State",
        ),
        "public-status": Text(
            ru="кто-то, кто знает ИИН, спросил статус без входа",
            kk="ЖСН-ді білетін біреу мәртебені кірмей сұрады",
            en="somebody who knows the IIN (ИИН) asked for the status without signing in",
        ),
        "status": Text(
            ru="статус на рабочем месте реестра",
            kk="тізілімнің жұмыс орнындағы мәртебе",
            en="the status, at a workplace of the register",
        ),
        "why": Text(
            ru="почему статус такой: платежи и категории",
            kk="мәртебе неге осындай: төлемдер мен санаттар",
            en="why the status is what it is: payments and categories",
        ),
        "history": Text(ru="как статус менялся", kk="мәртебенің қалай өзгергені", en="how the status changed"),
        "entitlement": Text(ru="положена ли помощь бесплатно", kk="көмек тегін беріле ме", en="whether care is free"),
        "law compare": Text(
            ru="что меняет новая редакция закона",
            kk="заңның жаңа редакциясы нені өзгертеді",
            en="what a new edition of the law changes",
        ),
        "people show": Text(
            ru="где человек прикреплён", kk="адамның қайда тіркелгені", en="where somebody is attached"
        ),
    }
)
"""Each purpose as the journal writes it, in words."""

_OTHER = Text(
    ru="цель записана так: {purpose}", kk="мақсаты былай жазылған: {purpose}", en="the purpose as written: {purpose}"
)


def purpose_text(purpose: str) -> Text:
    """A purpose in words; one that is on no list is told as it was written down."""
    return PURPOSES[purpose] if purpose in PURPOSES else _OTHER.fill(purpose=purpose)
