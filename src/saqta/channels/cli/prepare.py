"""``saqta prepare``: a register, empty, ready to take things in."""

from __future__ import annotations

from django.conf import settings

from saqta.basis.text import Text
from saqta.channels.cli.arguments import Arguments
from saqta.channels.cli.opening import prepare_database
from saqta.channels.cli.output import Page
from saqta.registry.sealed_numbers import make_keys

_READY = Text(
    ru="Реестр готов. Ключи номеров лежат рядом с базой; храните их отдельно от её копий.",
    kk="Тізілім дайын. Нөмірлердің кілттері дерекқордың жанында; оларды көшірмелерінен бөлек сақтаңыз.",
    en="The register is ready. The keys of the numbers lie beside the database; keep them apart from its copies.",
)


def run(arguments: Arguments) -> int:
    settings.SAQTA_HOME.mkdir(parents=True, exist_ok=True)
    make_keys(settings.SAQTA_KEYS)
    prepare_database()
    Page(arguments.language).say(_READY)
    return 0
