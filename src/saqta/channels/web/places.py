"""The places of the site: each page that navigation leads to, its address below the language, and what it is called.

An address is the same in the three languages behind ``/ru/``, ``/kk/`` and ``/en/``, so that the language switch
changes the first word of it and nothing else. A page that is added takes a line here and one in ``urls``.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from saqta.basis.text import Language, Text
from saqta.channels.web.wording.app import APP
from saqta.channels.web.wording.clinics import CLINIC_WORDS
from saqta.channels.web.wording.information import INFORMATION
from saqta.channels.web.wording.inspections import INSPECTION_WORDS
from saqta.channels.web.wording.law import LAW_WORDS
from saqta.channels.web.wording.notices import NOTICE_WORDS
from saqta.channels.web.wording.orders import ORDER_WORDS
from saqta.channels.web.wording.personal import PERSONAL

Group = Literal["me", "law", "clinics", "about"]
"""Under which heading of the footer a place stands."""


class Place(NamedTuple):
    """A page that navigation leads to; ``in_header`` for the few that most people come for."""

    path: str
    title: Text
    group: Group
    in_header: bool = False

    def address(self, language: Language) -> str:
        return f"/{language}/{self.path}"


GROUPS: dict[Group, Text] = {
    "me": Text(ru="Обо мне", kk="Мен туралы", en="About me"),
    "law": Text(ru="Закон", kk="Заң", en="The law"),
    "clinics": Text(ru="Клиники", kk="Клиникалар", en="Clinics"),
    "about": Text(ru="О сайте", kk="Сайт туралы", en="About this site"),
}

PLACES: tuple[Place, ...] = (
    Place("status/", Text(ru="Мой статус", kk="Менің мәртебем", en="My status"), "me", in_header=True),
    Place("free/", Text(ru="Бесплатно ли это", kk="Бұл тегін бе", en="Is it free"), "me", in_header=True),
    Place("months/", Text(ru="Мои двенадцать месяцев", kk="Менің он екі айым", en="My twelve months"), "me"),
    Place("dues/", Text(ru="Сколько платить", kk="Қанша төлеу керек", en="How much to pay"), "me", in_header=True),
    Place("teeth/", Text(ru="Зубы", kk="Тіс", en="Teeth"), "me", in_header=True),
    Place("anaesthesia/", Text(ru="Наркоз у стоматолога", kk="Стоматологтағы наркоз", en="Dental anaesthesia"), "me"),
    Place("law/packages/", Text(ru="Два пакета помощи", kk="Көмектің екі пакеті", en="The two packages"), "law"),
    Place("law/", LAW_WORDS["law_title"], "law", in_header=True),
    Place("law/changes/", Text(ru="Что изменилось", kk="Не өзгерді", en="What changed"), "law"),
    Place("law/readings/", LAW_WORDS["readings_title"], "law"),
    Place("announcements/", NOTICE_WORDS["notices_title"], "law"),
    Place("clinics/", CLINIC_WORDS["clinics_title"], "clinics", in_header=True),
    Place("inspections/", INSPECTION_WORDS["inspections_title"], "clinics"),
    Place("inspections/published/", INSPECTION_WORDS["published_title"], "clinics"),
    Place("me/", PERSONAL["personal_title"], "me"),
    Place("orders/", ORDER_WORDS["orders_title"], "me"),
    Place("certificates/", ORDER_WORDS["check_title"], "me"),
    Place("saved/", APP["saved_title"], "me"),
    Place("elsewhere/", INFORMATION["elsewhere_title"], "me"),
    Place("data/", INFORMATION["data_title"], "about"),
    Place("developers/", INFORMATION["developers_title"], "about"),
)


def other_language(address: str, language: Language) -> str:
    """The same page in another language."""
    return f"/{language}/{address.split('/', 2)[2]}"
