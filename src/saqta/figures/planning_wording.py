"""The sentences of the proposal which clinic to inspect next."""

from __future__ import annotations

from saqta.basis.text import Text

TITLE = Text(
    ru="Кого проверить следующим, на {day}",
    kk="Келесі кімді тексеру керек, {day}",
    en="Which clinic to inspect next, on {day}",
)
NOT_A_VERDICT = Text(
    ru="Это предложение для тех, кто планирует: не закон, не доказательство, не оценка клиники. Публиковать нельзя.",
    kk="Бұл жоспарлайтындарға ұсыныс: заң да, дәлел де, клиникаға берілген баға да емес. Оны жариялауға болмайды.",
    en="This is a proposal for those who plan: no law, no proof and no verdict on a clinic. It is not for publication.",
)
WEIGHTS = Text(
    ru="{source} Действуют с {day}.",
    kk="{source} {day} бастап қолданылады.",
    en="{source} In use since {day}.",
)
NOBODY = Text(
    ru="Клиник в реестре здесь нет.", kk="Мұнда тізілімде клиника жоқ.", en="The register holds no clinic here."
)
POINTS = Text(ru="{points} баллов", kk="{points} балл", en="{points} points")
LINE = Text(ru="+{points}: {says}", kk="+{points}: {says}", en="+{points}: {says}")

EACH = Text(
    ru="{says} По {points}, не больше {most}.",
    kk="{says} Әрқайсысына {points}, {most} баллдан аспайды.",
    en="{says} {points} each, at most {most}.",
)
COUNTED: dict[str, Text] = {
    "grave_complaints": Text(
        ru="Жалоб о вреде, угрозе жизни или наркозе за {days} дней: {count}.",
        kk="{days} күнде зиян, өмірге қауіп не наркоз туралы шағымдар: {count}.",
        en="Complaints of harm, threat to life or anaesthesia in {days} days: {count}.",
    ),
    "complaints": Text(
        ru="Других жалоб за {days} дней: {count}.",
        kk="{days} күндегі басқа шағымдар: {count}.",
        en="Other complaints in {days} days: {count}.",
    ),
    "repeat_violations": Text(
        ru="Проверок с нарушениями после первой такой за {days} дней: {count}.",
        kk="{days} күнде алғашқысынан кейін бұзушылық табылған тексерулер: {count}.",
        en="Inspections with violations after the first such one in {days} days: {count}.",
    ),
    "wide_sessions": Text(
        ru="Сеансов под наркозом, где лечили {teeth} зубов и больше, за {days} дней: {count}.",
        kk="{days} күнде наркозбен {teeth} және одан көп тіс емделген сеанстар: {count}.",
        en="Sessions under anaesthesia with {teeth} teeth or more in {days} days: {count}.",
    ),
}
NOT_OFFERED = Text(
    ru="Планов наркоза за {days} дней клиника не подавала; дают ли там наркоз без плана, не известно.",
    kk="Клиника {days} күнде наркоз жоспарын берген жоқ; онда жоспарсыз наркоз беріле ме, белгісіз.",
    en="The clinic filed no plan of anaesthesia in {days} days; whether it gives any without a plan is not known.",
)
ANNEX_UNKNOWN = Text(
    ru="Планы наркоза есть, но приложений к лицензии реестр не знает.",
    kk="Наркоз жоспарлары бар, бірақ лицензия қосымшаларын тізілім білмейді.",
    en="Plans of anaesthesia were filed, but the register knows of no annexes of the licence.",
)
ANNEX_THERE = Text(
    ru="Наркоз предлагается, приложение «анестезиология и реаниматология» действует.",
    kk="Наркоз ұсынылады, «анестезиология және реаниматология» қосымшасы қолданыста.",
    en="Anaesthesia is offered and the annex for anaesthesiology is in force.",
)
ANNEX_MISSING = Text(
    ru="Наркоз предлагается, а приложения «анестезиология и реаниматология» в реестре нет.",
    kk="Наркоз ұсынылады, ал «анестезиология және реаниматология» қосымшасы тізілімде жоқ.",
    en="Anaesthesia is offered, but the register holds no annex for anaesthesiology.",
)
NO_SESSIONS = Text(
    ru="Сеансов под наркозом за {days} дней не записано; были ли они, не известно.",
    kk="{days} күнде наркозбен өткен сеанс жазылмаған; болған-болмағаны белгісіз.",
    en="No session under anaesthesia was written down in {days} days; whether there were any is not known.",
)
NEVER = Text(
    ru="Завершённых проверок реестр не знает ({points}).",
    kk="Аяқталған тексерулерді тізілім білмейді ({points}).",
    en="The register knows of no completed inspection ({points}).",
)
LAST = Text(
    ru="Последняя проверка завершена {day}: полных сроков по {each} дней прошло {times}.",
    kk="Соңғы тексеру {day} аяқталды: {each} күндік толық мерзімнен {times} өтті.",
    en="The last inspection was completed on {day}: {times} full terms of {each} days ago.",
)
