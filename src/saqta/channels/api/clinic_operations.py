"""What can be asked about clinics over HTTP."""

from __future__ import annotations

from saqta.basis.text import Text
from saqta.channels.api import clinics
from saqta.channels.api.operation import ON, Operation, Word
from saqta.clinics.documents import ClinicsFound, ClinicShown

_CLINIC_WORDS = (
    Word(
        "words",
        r"^.{1,200}$",
        "Ак тис",
        Text(
            ru="Название, на любом алфавите и с опечаткой, или БИН.",
            kk="Атауы, кез келген әліпбимен, қате терілсе де, немесе БСН.",
            en="The name, in any alphabet and with a slip, or a BIN.",
        ),
    ),
    Word(
        "region",
        r"^[0-9]{9}$",
        "750000000",
        Text(
            ru="Код классификатора административно-территориальных объектов, девять цифр; места внутри него тоже "
            "подходят.",
            kk="Әкімшілік-аумақтық объектілер жіктеуішінің коды, тоғыз цифр; оның ішіндегі жерлер де жарайды.",
            en="Nine digits of the classifier of administrative places; places inside it count.",
        ),
    ),
    Word(
        "service",
        r"^[a-z]+\.[a-z0-9-]{1,60}$",
        "dental.caries-treatment",
        Text(
            ru="Код услуги: клиники, где Фонд оплачивает такую помощь.",
            kk="Қызмет коды: Қор осындай көмек үшін төлейтін клиникалар.",
            en="The code of a service: clinics where the Fund pays for such care.",
        ),
    ),
    Word(
        "contract",
        r"^(yes|no)$",
        "yes",
        Text(
            ru="yes — есть договор с Фондом; no — такого договора мы не знаем.",
            kk="yes — Қормен шарты бар; no — мұндай шартты білмейміз.",
            en="yes: with a contract with the Fund; no: none is known.",
        ),
    ),
    Word(
        "near",
        r"^[0-9]{2}\.[0-9]{1,6},[0-9]{2}\.[0-9]{1,6}$",
        "43.238949,76.889709",
        Text(
            ru="Точка: широта и долгота в градусах; ближайшие — первыми, с расстоянием в метрах.",
            kk="Нүкте: градуспен ендік пен бойлық; ең жақындары бірінші, қашықтығы метрмен.",
            en="A point: latitude and longitude in degrees; the nearest first, with the distance in metres.",
        ),
    ),
    Word(
        "limit",
        r"^([1-9]|[1-4][0-9]|50)$",
        "20",
        Text(ru="Сколько показать.", kk="Қанша көрсету керек.", en="How many to show."),
    ),
)
_CLINIC = Word(
    "id",
    r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
    "0192a000-0000-7000-8000-000000000000",
    Text(
        ru="Идентификатор клиники, как его показывает поиск.",
        kk="Іздеу көрсететін клиника идентификаторы.",
        en="The identifier of the clinic, as the search shows it.",
    ),
    required=True,
)
CLINIC_OPERATIONS: tuple[Operation, ...] = (
    Operation(
        "GET",
        "/api/v1/clinics",
        "findClinics",
        Text(
            ru="Клиники: по названию, региону, услуге, договору с Фондом, от ближайшей.",
            kk="Клиникалар: атауы, өңірі, қызметі, Қормен шарты бойынша, ең жақынынан бастап.",
            en="Clinics: by name, region, service, contract with the Fund, the nearest first.",
        ),
        clinics.find,
        ClinicsFound,
        words=(*_CLINIC_WORDS, ON),
        problems=("refused", "unavailable"),
    ),
    Operation(
        "GET",
        "/api/v1/clinics/{id}",
        "showClinic",
        Text(
            ru="Карточка клиники: приложения к лицензии, что оплачивает Фонд, проверки и то, чего мы не знаем.",
            kk="Клиниканың карточкасы: лицензия қосымшалары, Қор не үшін төлейді, тексерулер және біз білмейтін нәрсе.",
            en="The card of a clinic: licence annexes, what the Fund pays for, inspections, and what we do not know.",
        ),
        clinics.show,
        ClinicShown,
        words=(ON,),
        problems=("refused", "unavailable"),
        part=_CLINIC,
    ),
)
