"""``saqta population``: the same questions about a whole population in Parquet files."""

from __future__ import annotations

from importlib import import_module

from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text
from saqta.channels.cli.arguments import Arguments

ACTIONS = {
    "make": "saqta.channels.cli.population_make",
    "status": "saqta.channels.cli.population_status",
    "compare": "saqta.channels.cli.population_compare",
    "check": "saqta.channels.cli.population_check",
    "person": "saqta.channels.cli.population_person",
}
ENGINES = {"duckdb", "matplotlib", "numpy", "polars", "pyarrow"}

_ENGINES_MISSING = Text(
    ru="Для населения страны нужны пакеты, которых здесь нет. Поставить их: script/setup country",
    kk="Ел халқы үшін мұнда жоқ бумалар керек. Орнату: script/setup country",
    en="A whole population needs packages that are not installed. To install them: script/setup country",
)


def run(arguments: Arguments) -> int:
    try:
        action = import_module(ACTIONS[arguments.action])
    except ModuleNotFoundError as missing:
        if missing.name in ENGINES:
            raise Refused(Fault("engines-missing", _ENGINES_MISSING)) from None
        raise
    return int(action.run(arguments))
