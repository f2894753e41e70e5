"""What the page of looks that stand out says."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from saqta.basis.text import Text

WATCHING: Mapping[str, Text] = MappingProxyType(
    {
        "title": Text(ru="Необычные просмотры", kk="Әдеттен тыс қараулар", en="Unusual looks"),
        "says": Text(
            ru="Кто смотрел слишком много, слишком быстро, в необычный час, себя или близких",
            kk="Кім тым көп, тым тез, әдеттен тыс уақытта, өзін не жақындарын қарады",
            en="Who looked at too many, too fast, at an odd hour, at themselves or at those close to them",
        ),
        "caution": Text(
            ru="Это повод спросить, а не доказательство. Фамилии не сравниваются: реестр их не хранит.",
            kk="Бұл — дәлел емес, сұрауға себеп. Тегі салыстырылмайды: тізілім оны сақтамайды.",
            en="This is a reason to ask, and no proof. Surnames are not compared: the register keeps none.",
        ),
        "nothing": Text(ru="За эти дни ничего.", kk="Бұл күндері ештеңе жоқ.", en="Nothing in these days."),
        "outcome": Text(ru="Что выяснилось", kk="Не анықталды", en="What was found out"),
        "work": Text(ru="это была работа", kk="бұл жұмыс болған", en="it was work"),
        "warned": Text(ru="предупреждён", kk="ескерту жасалды", en="warned"),
        "reported": Text(ru="передано дальше", kk="әрі қарай берілді", en="reported further"),
        "words": Text(
            ru="Как выяснили и что ответил", kk="Қалай анықталды, не деп жауап берді", en="How, and what was said"
        ),
        "note": Text(ru="Записать", kk="Жазу", en="Write it down"),
        "own": Text(
            ru="Это о вас: запишет другой старший.",
            kk="Бұл сіз туралы: басқа аға маман жазады.",
            en="This is about you: another supervisor writes it down.",
        ),
        "ties": Text(ru="Я и мои близкие", kk="Мен және жақындарым", en="Myself and those close to me"),
        "ties_says": Text(
            ru="Назовите себя и близких: их просмотры видит старший",
            kk="Өзіңізді және жақындарыңызды атаңыз: оларды қарауды аға маман көреді",
            en="Name yourself and those close to you: a supervisor sees looks at them",
        ),
        "ties_told": Text(
            ru="Вы назвали: себя — {own}, близких — {relatives}. Номера здесь не показываются.",
            kk="Сіз атадыңыз: өзіңіз — {own}, жақындарыңыз — {relatives}. Нөмірлер мұнда көрсетілмейді.",
            en="You have named: yourself {own}, others {relatives}. Numbers are not shown here.",
        ),
        "iin": Text(
            ru="Индивидуальный идентификационный номер (ИИН)",
            kk="Жеке сәйкестендіру нөмірі (ЖСН)",
            en="Individual identification number (ИИН)",
        ),
        "unknown": Text(
            ru="Такого номера в реестре нет. Проверьте его.",
            kk="Тізілімде мұндай нөмір жоқ. Тексеріңіз.",
            en="The register does not know this number. Check it.",
        ),
        "kind": Text(ru="Кто это", kk="Бұл кім", en="Who it is"),
        "tie-own": Text(ru="я", kk="мен", en="myself"),
        "tie-relative": Text(ru="близкий человек", kk="жақын адам", en="somebody close to me"),
        "tell": Text(ru="Назвать", kk="Атау", en="Name"),
    }
)
