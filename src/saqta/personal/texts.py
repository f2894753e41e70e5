"""What this room says: refusals, rights of representation, what was found out, and who is behind an actor."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text

_REFUSALS = {
    "no-such-look": Text(
        ru="Такого просмотра ваших данных в списке нет. Откройте список заново.",
        kk="Тізімде деректеріңізді мұндай қарау жоқ. Тізімді қайта ашыңыз.",
        en="There is no such look at your data in the list. Open the list again.",
    ),
    "own-look": Text(
        ru="Это вы смотрели сами. Если это были не вы, выйдите на всех устройствах и позвоните 1414.",
        kk="Бұл — өзіңіз қараған жазба. Егер сіз болмасаңыз, барлық құрылғыдан шығып, 1414 нөміріне қоңырау шалыңыз.",
        en="It was you who looked. If it was not, sign out everywhere and ring 1414.",
    ),
    "words-length": Text(
        ru="Напишите от 1 до {longest} знаков.",
        kk="1-ден {longest} таңбаға дейін жазыңыз.",
        en="Write 1 to {longest} characters.",
    ),
    "words-too-long": Text(
        ru="Слишком длинно: помещается {longest} знаков.",
        kk="Тым ұзақ: {longest} таңба сыяды.",
        en="That is too long: there is room for {longest} characters.",
    ),
    "no-such-question": Text(
        ru="Такого вопроса нет, или на него уже ответили.",
        kk="Мұндай сұрақ жоқ немесе оған жауап берілген.",
        en="There is no such question, or it has been answered.",
    ),
    "looked-oneself": Text(
        ru="О своём просмотре не отвечают сами: это сделает другой сотрудник.",
        kk="Өз қарауы туралы қызметкердің өзі жауап бермейді: мұны басқа қызметкер жасайды.",
        en="Nobody answers for a look of their own: another member of the staff does.",
    ),
    "outcome": Text(
        ru="Выберите один из двух ответов.",
        kk="Екі жауаптың бірін таңдаңыз.",
        en="Choose one of the two answers.",
    ),
}

KINDS: Mapping[str, Text] = MappingProxyType(
    {
        "parent": Text(ru="родитель", kk="ата-ана", en="parent"),
        "adoptive-parent": Text(ru="усыновитель", kk="асырап алушы", en="adoptive parent"),
        "guardian": Text(ru="опекун", kk="қорғаншы", en="guardian"),
        "trustee": Text(ru="попечитель", kk="қамқоршы", en="trustee"),
    }
)

OUTCOME_TEXTS: Mapping[str, Text] = MappingProxyType(
    {
        "in-order": Text(ru="просмотр обоснован", kk="қарау негізді", en="the look was in order"),
        "not-in-order": Text(
            ru="просмотр не обоснован, меры приняты",
            kk="қарау негізсіз, шара қолданылды",
            en="the look was not in order; measures were taken",
        ),
        "taken": Text(
            ru="категория принята по документам", kk="санат құжаттар бойынша қабылданды", en="taken on the documents"
        ),
        "declined": Text(ru="документов недостаточно", kk="құжаттар жеткіліксіз", en="the documents do not suffice"),
    }
)
"""What the staff chooses, and the person reads."""

LOOKERS: Mapping[str, Text] = MappingProxyType(
    {
        "own": Text(ru="вы сами", kk="өзіңіз", en="you yourself"),
        "representative": Text(ru="ваш законный представитель", kk="заңды өкіліңіз", en="your legal representative"),
        "parent": Text(
            ru="тот, у кого ссылка клиники на план",
            kk="клиниканың жоспарға сілтемесі бар адам",
            en="whoever holds the clinic's link to the plan",
        ),
        "public": Text(
            ru="кто-то без входа: на сайте, в боте или программе",
            kk="кірмеген біреу: сайтта, ботта не бағдарламада",
            en="somebody not signed in: on a site, in a bot or in a program",
        ),
        "process": Text(ru="система, без человека", kk="жүйе, адамсыз", en="the system, nobody in person"),
        "gateway": Text(
            ru="система государства через шлюз «электронного правительства»: {system}",
            kk="«электрондық үкімет» шлюзі арқылы мемлекет жүйесі: {system}",
            en="a system of the State, through the state gateway: {system}",
        ),
        "system-user": Text(
            ru="сотрудник на рабочем месте реестра",
            kk="тізілімнің жұмыс орнындағы қызметкер",
            en="somebody at a workplace of the register",
        ),
        "staff": Text(ru="{role}, {place}", kk="{role}, {place}", en="{role}, {place}"),
        "unknown": Text(ru="сотрудник", kk="қызметкер", en="a member of the staff"),
        "fund": Text(ru="Фонд, вся страна", kk="Қор, бүкіл ел", en="the Fund, the whole country"),
    }
)


def refused(code: str, where: str | None = None, **values: str) -> Refused:
    """The refusal with this code."""
    return Refused(Fault(code, _REFUSALS[code].fill(**values), where))
