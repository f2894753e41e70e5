"""The titles of charts: each says its figure, so that a picture can stand alone."""

from __future__ import annotations

from saqta.basis.text import Text

STATES = Text(
    ru="Назначено проверок: {total}", kk="Тағайындалған тексерулер: {total}", en="{total} inspections appointed"
)
MAP = Text(
    ru="Проверки по регионам: всего {total}",
    kk="Өңірлер бойынша тексерулер: барлығы {total}",
    en="Inspections by region: {total} in all",
)
REGIONS = MAP
FUNDINGS = Text(
    ru="Проверки по виду оплаты в клинике: {total}",
    kk="Клиникадағы ақы төлеу түрі бойынша тексерулер: {total}",
    en="Inspections by how the clinic is paid: {total}",
)
OUTCOMES = Text(
    ru="Завершено проверок: {total}", kk="Аяқталған тексерулер: {total}", en="{total} inspections completed"
)
MEASURES = Text(ru="Принято мер: {total}", kk="Қолданылған шаралар: {total}", en="{total} measures taken")
FINES = Text(ru="Наложено штрафов: {total}", kk="Салынған айыппұлдар: {total}", en="Fines imposed: {total}")
ON = Text(ru="На {day}", kk="{day} күнгі жағдай", en="On {day}")
ON_IN_CAMPAIGN = Text(ru="На {day}. {name}", kk="{day} күнгі жағдай. {name}", en="On {day}. {name}")
MAP_KEY = Text(
    ru="Чем темнее, тем больше проверок. Клетки одного размера, места примерные. Saqta",
    kk="Неғұрлым қою болса, тексеру солғұрлым көп. Шаршылар бір өлшемді, орындары шамамен. Saqta",
    en="The darker, the more inspections. Tiles are of one size, their places approximate. Saqta",
)
MAP_UNKNOWN = Text(
    ru="Чем темнее, тем больше проверок. Ещё {count} — в регионе, который не известен. Saqta",
    kk="Неғұрлым қою болса, тексеру солғұрлым көп. Тағы {count} тексерудің өңірі белгісіз. Saqta",
    en="The darker, the more inspections. Of {count} more the region is not known. Saqta",
)
CODE = Text(ru="код", kk="код", en="code")
NAME = Text(ru="название", kk="атауы", en="name")
COUNT = Text(ru="количество", kk="саны", en="count")
TENGE = Text(ru="тенге", kk="теңге", en="tenge")
