"""The regions of Kazakhstan and the cities of their rank, by the first two digits of their code in the classifier of
administrative-territorial objects (КАТО, НК РК 11): seventeen and three since Abai, Jetisu and Ulytau were formed on
8 June 2022."""

from __future__ import annotations

import re
from typing import NamedTuple

from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text

_CODE = re.compile(r"[0-9]{9}", re.ASCII)


class Region(NamedTuple):
    """A region or a city of its rank."""

    prefix: str
    name: Text

    @property
    def code(self) -> str:
        """The nine digits of the region itself; places inside it share the first two."""
        return f"{self.prefix}0000000"


def _region(prefix: str, ru: str, kk: str, en: str) -> Region:
    return Region(prefix, Text(ru=ru, kk=kk, en=en))


REGIONS: tuple[Region, ...] = (
    _region("71", "Астана", "Астана", "Astana"),
    _region("75", "Алматы", "Алматы", "Almaty"),
    _region("79", "Шымкент", "Шымкент", "Shymkent"),
    _region("10", "Область Абай", "Абай облысы", "Abai Region"),
    _region("11", "Акмолинская область", "Ақмола облысы", "Akmola Region"),
    _region("15", "Актюбинская область", "Ақтөбе облысы", "Aktobe Region"),
    _region("19", "Алматинская область", "Алматы облысы", "Almaty Region"),
    _region("23", "Атырауская область", "Атырау облысы", "Atyrau Region"),
    _region("27", "Западно-Казахстанская область", "Батыс Қазақстан облысы", "West Kazakhstan"),
    _region("31", "Жамбылская область", "Жамбыл облысы", "Jambyl Region"),
    _region("33", "Область Жетісу", "Жетісу облысы", "Jetisu Region"),
    _region("35", "Карагандинская область", "Қарағанды облысы", "Karaganda Region"),
    _region("39", "Костанайская область", "Қостанай облысы", "Kostanay Region"),
    _region("43", "Кызылординская область", "Қызылорда облысы", "Kyzylorda Region"),
    _region("47", "Мангистауская область", "Маңғыстау облысы", "Mangystau Region"),
    _region("55", "Павлодарская область", "Павлодар облысы", "Pavlodar Region"),
    _region("59", "Северо-Казахстанская область", "Солтүстік Қазақстан облысы", "North Kazakhstan"),
    _region("61", "Туркестанская область", "Түркістан облысы", "Turkistan Region"),
    _region("62", "Область Ұлытау", "Ұлытау облысы", "Ulytau Region"),
    _region("63", "Восточно-Казахстанская область", "Шығыс Қазақстан облысы", "East Kazakhstan"),
)
_BY_PREFIX = {region.prefix: region for region in REGIONS}

_FAULTS = {
    "region-code": Text(
        ru="Код КАТО состоит из девяти цифр, например 750000000.",
        kk="ӘАОЖ коды тоғыз цифрдан тұрады, мысалы 750000000.",
        en="A code of КАТО has nine digits, such as 750000000.",
    ),
    "no-such-region": Text(
        ru="Первые две цифры кода КАТО не принадлежат ни одной области и ни одному городу республиканского значения. "
        "Если код прежний, возьмите нынешний.",
        kk="ӘАОЖ кодының алғашқы екі цифры бірде-бір облысқа да, республикалық маңызы бар қалаға да тиесілі емес. Код "
        "бұрынғы болса, қазіргісін алыңыз.",
        en="The first two digits of the code of КАТО belong to no region and to no city of republican significance. If "
        "the code is a former one, use the present one.",
    ),
}


def region_of(code: str) -> Region:
    """The region that a place belongs to, by the nine digits of its code; raises ``Refused`` for anything else."""
    if not _CODE.fullmatch(code):
        raise Refused(Fault("region-code", _FAULTS["region-code"]))
    if code[:2] not in _BY_PREFIX:
        raise Refused(Fault("no-such-region", _FAULTS["no-such-region"]))
    return _BY_PREFIX[code[:2]]
