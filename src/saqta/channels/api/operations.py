"""Everything that can be asked over HTTP, as one table: where, with what, and what comes back.

The server finds its way by it and the OpenAPI description is written from it, so that the two cannot differ.
"""

from __future__ import annotations

from typing import Any

import msgspec

from saqta.basis.text import Text
from saqta.channels.api import inspections, public_status, questions
from saqta.channels.api.asked import Asked
from saqta.channels.api.clinic_operations import CLINIC_OPERATIONS
from saqta.channels.api.operation import DAY_PATTERN, ON, Operation, Word
from saqta.channels.api.orders_operations import ORDERS
from saqta.channels.api.problems import ProblemKind, kinds
from saqta.figures.reconciling import PublishedFigures
from saqta.figures.report import Report
from saqta.rules.anaesthesia import AnaesthesiaAnswer
from saqta.rules.dues import ContributionsAnswer
from saqta.rules.entitlement import EntitlementAnswer
from saqta.rules.entitlement_questions import NextQuestion
from saqta.rules.facts import AnaesthesiaFacts, ContributionFacts, EntitlementFacts, PersonFacts
from saqta.rules.status import InsuredAnswer


class Challenge(msgspec.Struct, frozen=True):
    """Work to be done before a question; null where none is asked for. A counter is to be found for which PBKDF2 of
    the nonce with the counter behind it (four bytes, the highest first) gives a key that begins with ``keyPrefix``."""

    challenge: dict[str, Any] | None


class Health(msgspec.Struct, frozen=True):
    """That the server answers, and up to which moment everything the register was told is in its answers."""

    ready: bool
    as_of: str


_MONTH = Word(
    "month",
    r"^[0-9]{4}-(0[1-9]|1[0-2])$",
    "2026-02",
    Text(
        ru="Месяц, о котором вопрос; без него — текущий.",
        kk="Сұрақ қойылған ай; берілмесе — ағымдағы ай.",
        en="The month asked about; without it, the current one.",
    ),
)
_LAW_WORDS = (
    Word(
        "known_at",
        DAY_PATTERN,
        "2025-12-31",
        Text(
            ru="Ответить так, как ответили бы в этот более ранний день.",
            kk="Осы ертерек күні қалай жауап берілсе, солай жауап беру.",
            en="Answer as would have been answered on this earlier day.",
        ),
    ),
    Word(
        "reading",
        r"^Q[0-9]{1,3}=[a-z0-9_]{1,60}$",
        "Q1=tail_only",
        Text(
            ru="Другой вариант открытого вопроса закона; можно назвать несколько раз.",
            kk="Заңның ашық мәселесінің басқа нұсқасы; бірнеше рет атауға болады.",
            en="Another option of an open question of the law; may be given more than once.",
        ),
        several=True,
    ),
)
_SERVICE = Word(
    "service",
    r"^[a-z]+\.[a-z0-9-]{1,60}$",
    "dental.caries-treatment",
    Text(
        ru="Код услуги из перечня; найти его по обычным словам: /api/v1/services.",
        kk="Тізімдегі қызмет коды; оны қарапайым сөздермен табу: /api/v1/services.",
        en="The code of the service in the catalogue; to find it by everyday words: /api/v1/services.",
    ),
    required=True,
)
_UNKNOWN_FACT = Word(
    "unknown",
    r"^[a-z_.\[\]0-9]{1,80}$",
    "need.referral",
    Text(
        ru="Факт, на вопрос о котором ответили «не знаю»; можно назвать несколько.",
        kk="«Білмеймін» деп жауап берілген дерек; бірнешеуін атауға болады.",
        en="A fact to which the answer was “I do not know”; may be given more than once.",
    ),
    several=True,
)
_WORDS = Word(
    "words",
    r"^.{1,200}$",
    "удалить зуб ребенку",
    Text(
        ru="Как называют услугу люди, на любом из трёх языков, хоть с опечатками.",
        kk="Адамдар қызметті қалай атайды, үш тілдің кез келгенінде, қате жазылса да.",
        en="What people call the service, in any of the three languages, misspelt or not.",
    ),
    required=True,
)


_CAMPAIGN = Word(
    "campaign",
    r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
    "019b0000-0000-7000-8000-000000000000",
    Text(
        ru="Только проверки кампании с этим идентификатором.",
        kk="Тек осы идентификаторы бар науқанның тексерулері.",
        en="Only the inspections of the campaign with this identifier.",
    ),
)


def _health(asked: Asked) -> Health:
    return Health(ready=True, as_of=asked.as_of.isoformat())


OPERATIONS: tuple[Operation, ...] = (
    Operation(
        "POST",
        "/api/v1/status",
        "askPublicStatus",
        Text(
            ru="Застрахован ли сегодня человек с этим ИИН. Ответ — всё, что можно сказать любому: да или нет, "
            "оплачен ли каждый из двенадцати месяцев, на какой момент и до какого дня.",
            kk="Осы ЖСН иесі бүгін сақтандырылған ба. Жауапта кез келген адамға айтуға болатынның бәрі бар: "
            "иә не жоқ, он екі айдың әрқайсысы төленген бе, қай сәттегі дерек және қай күнге дейін.",
            en="Is the person with this IIN insured today? The answer is all that anybody may be told: yes or no, "
            "whether each of twelve months is paid, as of which moment and until which day.",
        ),
        public_status.answer,
        public_status.PublicAnswer,
        takes=public_status.StatusQuestion,
        problems=("refused", "too-large", "wrong-media-type", "too-often", "unavailable"),
    ),
    Operation(
        "GET",
        "/api/v1/proof-of-work",
        "getProofOfWork",
        Text(
            ru="Работа для вашего устройства перед вопросом о статусе, в формате altcha; решение передают полем proof. "
            "Без него вопросов меньше.",
            kk="Мәртебе туралы сұрақ алдында құрылғыңызға берілетін жұмыс, altcha пішімінде; шешімі proof өрісімен "
            "беріледі. Онсыз сұрақ саны аз.",
            en="Work for your device before a question about a status, as altcha writes it; the solution goes into "
            "proof. Without it there are fewer questions.",
        ),
        lambda asked: Challenge(asked.desk.challenge(asked.at)),
        Challenge,
    ),
    Operation(
        "POST",
        "/api/v1/ask/status",
        "askStatus",
        Text(
            ru="Застрахован ли человек с этими фактами. Регистр не спрашивается, факты никуда не записываются.",
            kk="Деректері осындай адам сақтандырылған ба. Тізілім сұралмайды, деректер еш жерге жазылмайды.",
            en="Is a person with these facts insured? The register is not asked and the facts are kept nowhere.",
        ),
        questions.status,
        InsuredAnswer,
        takes=PersonFacts,
        words=(ON, *_LAW_WORDS),
        problems=("refused", "too-large", "wrong-media-type"),
    ),
    Operation(
        "POST",
        "/api/v1/ask/contributions",
        "askContributions",
        Text(
            ru="Сколько и кем должно быть уплачено за месяц с такими доходами.",
            kk="Осындай табыспен бір ай үшін кім қанша төлеуге тиіс.",
            en="What is owed for a month with such incomes, and by whom.",
        ),
        questions.contributions,
        ContributionsAnswer,
        takes=ContributionFacts,
        words=(_MONTH, *_LAW_WORDS),
        problems=("refused", "too-large", "wrong-media-type"),
    ),
    Operation(
        "POST",
        "/api/v1/ask/entitlement",
        "askEntitlement",
        Text(
            ru="Бесплатна ли услуга для человека с этими фактами, по какому пакету и что для этого нужно.",
            kk="Деректері осындай адамға қызмет тегін бе, қай пакет бойынша және ол үшін не керек.",
            en="Is the service free for a person with these facts, under which package, and what must hold?",
        ),
        questions.entitlement,
        EntitlementAnswer,
        takes=EntitlementFacts,
        words=(_SERVICE, ON, *_LAW_WORDS),
        problems=("refused", "too-large", "wrong-media-type"),
    ),
    Operation(
        "POST",
        "/api/v1/ask/entitlement/next",
        "askNextQuestion",
        Text(
            ru="Какой вопрос задать человеку следующим и почему; когда всё ясно, вопроса нет.",
            kk="Адамға келесі қай сұрақты қою керек және неге; бәрі анық болса, сұрақ жоқ.",
            en="Which question to put to the person next, and why; none when the verdict is certain.",
        ),
        questions.next_about_entitlement,
        NextQuestion,
        takes=EntitlementFacts,
        words=(_SERVICE, ON, _UNKNOWN_FACT, *_LAW_WORDS),
        problems=("refused", "too-large", "wrong-media-type"),
    ),
    Operation(
        "POST",
        "/api/v1/ask/anaesthesia",
        "askAnaesthesia",
        Text(
            ru="Можно ли начинать лечение зубов под наркозом, седацией или местным обезболиванием и чего не хватает.",
            kk="Наркозбен, седациямен не жергілікті жансыздандырумен тіс емдеуді бастауға бола ма және не жетіспейді.",
            en="May a dental session under anaesthesia or sedation go ahead, and what is missing?",
        ),
        questions.anaesthesia,
        AnaesthesiaAnswer,
        takes=AnaesthesiaFacts,
        words=(ON, *_LAW_WORDS),
        problems=("refused", "too-large", "wrong-media-type"),
    ),
    Operation(
        "GET",
        "/api/v1/services",
        "findServices",
        Text(
            ru="Услуги, которые человек, возможно, имеет в виду; первая — вероятнее всего.",
            kk="Адам айтып тұрған болуы мүмкін қызметтер; біріншісі — ең ықтималы.",
            en="The services that somebody may mean, the likeliest first.",
        ),
        questions.services,
        tuple[questions.ServiceMeant, ...],
        words=(_WORDS,),
        problems=("refused",),
    ),
    *ORDERS,
    Operation(
        "GET",
        "/api/v1/inspections/report",
        "countInspections",
        Text(
            ru="Как на этот день стояли проверки клиник: по состоянию, региону, оплате, итогам, мерам и штрафам. "
            "Каждый итог — сумма своих частей.",
            kk="Осы күні клиникаларды тексеру қалай болды: сатысы, өңірі, ақы төлеуі, қорытындысы, шаралары мен "
            "айыппұлдары бойынша. Әр жиынтық — өз бөліктерінің қосындысы.",
            en="How inspections of clinics stood on the day: by state, region, funding, outcome, measures and fines. "
            "Every total is the sum of its parts.",
        ),
        inspections.report,
        Report,
        words=(ON, _CAMPAIGN),
        problems=("refused", "unavailable"),
    ),
    Operation(
        "GET",
        "/api/v1/inspections/published",
        "listPublishedFigures",
        Text(
            ru="Что о проверках публиковали другие: каждое число с днём, источником и тем, что посчитано, и сходятся "
            "ли они.",
            kk="Тексеру туралы басқалар не жариялады: әр сан күнімен, дереккөзімен және не саналғанымен, әрі олар "
            "сәйкес келе ме.",
            en="What others published about inspections: each number with its day, source and what it counts, and "
            "whether they fit together.",
        ),
        inspections.published,
        PublishedFigures,
    ),
    *CLINIC_OPERATIONS,
    Operation(
        "GET",
        "/api/v1/problems",
        "listProblems",
        Text(
            ru="Какими бывают отказы и что они значат.",
            kk="Бас тартулар қандай болады және нені білдіреді.",
            en="The kinds of problems there are, and what they mean.",
        ),
        lambda asked: kinds(),
        tuple[ProblemKind, ...],
    ),
    Operation(
        "GET",
        "/api/v1/health",
        "askHealth",
        Text(
            ru="Отвечает ли сервер и по какой момент учтены данные реестра.",
            kk="Сервер жауап бере ме және тізілім деректері қай сәтке дейін ескерілген.",
            en="Does the server answer, and up to which moment is the register followed?",
        ),
        _health,
        Health,
    ),
)
