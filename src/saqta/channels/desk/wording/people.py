"""What the pages for callers to the line 1406 say."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from saqta.basis.text import Text
from saqta.channels.status_wording import VERDICT_WORDS

PEOPLE: Mapping[str, Text] = MappingProxyType(
    {
        **VERDICT_WORDS,
        "title": Text(ru="Ответить звонящему", kk="Қоңырау шалушыға жауап", en="Answer a caller"),
        "says": Text(
            ru="Застрахован ли человек: ответ и текст для чтения вслух",
            kk="Адам сақтандырылған ба: жауап және дауыстап оқитын мәтін",
            en="Is somebody insured: the answer, and a text to read aloud",
        ),
        "iin": Text(
            ru="Индивидуальный идентификационный номер (ИИН)",
            kk="Жеке сәйкестендіру нөмірі (ЖСН)",
            en="Individual identification number (ИИН)",
        ),
        "purpose": Text(ru="Зачем вы смотрите", kk="Не үшін қарайсыз", en="What you look for"),
        "told": Text(
            ru="Каждый просмотр с вашей ролью и целью попадает в список, который человек видит сам.",
            kk="Әр қарау сіздің рөліңізбен және мақсатымен адамның өзі көретін тізімге түседі.",
            en="Every look, with your role and its purpose, is in the list that the person sees.",
        ),
        "ask": Text(ru="Показать ответ", kk="Жауапты көрсету", en="Show the answer"),
        "purpose_missing": Text(
            ru="Назовите цель: без неё смотреть нельзя.",
            kk="Мақсатын атаңыз: онсыз қарауға болмайды.",
            en="Name the purpose: nobody looks without one.",
        ),
        "outside": Text(
            ru="Этот человек не из вашего региона, или его регион неизвестен. Попытка записана. Передайте звонок "
            "оператору без ограничения по региону.",
            kk="Бұл адам сіздің өңіріңізден емес немесе өңірі белгісіз. Әрекет жазылды. Қоңырауды өңірі шектелмеген "
            "операторға беріңіз.",
            en="This person is not of your region, or their region is not known. The attempt is written down. Hand the "
            "call to an operator without a region.",
        ),
        "mend": Text(
            ru="Данные неверны? Предложить поправку или временный статус",
            kk="Деректер қате ме? Түзету не уақытша мәртебе ұсыну",
            en="Is something wrong? Propose a correction or a temporary status",
        ),
        "unknown": Text(
            ru="Такого человека в реестре нет. Ответ ниже — для того, за кого ничего не платили.",
            kk="Тізілімде мұндай адам жоқ. Төмендегі жауап — ол үшін ештеңе төленбеген адамға арналған.",
            en="The register does not know this person. The answer below is for somebody for whom nothing was paid.",
        ),
        "number": Text(ru="Номер", kk="Нөмір", en="Number"),
        "aloud": Text(ru="Прочитать вслух", kk="Дауыстап оқу", en="To read aloud"),
        "aloud_until": Text(
            ru="Если ничего не изменится, так будет до {day}, не включая этот день.",
            kk="Ештеңе өзгермесе, {day} күніне дейін солай болады, ол күн кірмейді.",
            en="If nothing changes, this lasts until {day}, that day not included.",
        ),
        "aloud_paid": Text(
            ru="За последние двенадцать месяцев оплачено месяцев: {count}.",
            kk="Соңғы он екі айда төленген айлар саны: {count}.",
            en="Of the last twelve months, {count} are paid.",
        ),
        "aloud_source": Text(
            ru="Это сказано по закону: {law}.", kk="Бұл заң бойынша айтылды: {law}.", en="So the law says: {law}."
        ),
        "law": Text(ru="На чём это основано", kk="Бұл неге негізделген", en="The law behind it"),
        "reveal": Text(ru="Показать номер целиком", kk="Нөмірді толық көрсету", en="Show the whole number"),
        "masked": Text(ru="не показывать", kk="көрсетпеу", en="keep it masked"),
        "reason-compare-document": Text(
            ru="да: сверить с документом", kk="иә: құжатпен салыстыру үшін", en="yes: to compare it with a document"
        ),
        "reason-write-complaint": Text(
            ru="да: вписать в жалобу", kk="иә: шағымға жазу үшін", en="yes: to write it into a complaint"
        ),
        "months": Text(
            ru="Двенадцать месяцев до этого", kk="Осының алдындағы он екі ай", en="The twelve months before"
        ),
        "paid": Text(ru="оплачен", kk="төленген", en="paid"),
        "unpaid": Text(ru="не оплачен", kk="төленбеген", en="not paid"),
        "open": Text(ru="Чего мы не знаем", kk="Біз нені білмейміз", en="What we do not know"),
    }
)
