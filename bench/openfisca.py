"""The twelve-month rule in OpenFisca-core, for comparison only; it is given the ledger as its formulas like it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import numpy.typing as npt
import polars as pl
from openfisca_core.entities import Entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

Person = Entity("person", "persons", "A person", "")


class pensioner(Variable):  # noqa: N801  # OpenFisca names variables by their classes
    value_type = bool
    entity = Person
    definition_period = DateUnit.MONTH
    label = "Belongs to a state-paid category"


class credited(Variable):  # noqa: N801
    value_type = bool
    entity = Person
    definition_period = DateUnit.MONTH
    label = "The month is credited"


class insured(Variable):  # noqa: N801
    value_type = bool
    entity = Person
    definition_period = DateUnit.MONTH
    label = "Insured"

    def formula(person, period):  # type: ignore[no-untyped-def]  # noqa: N805  # OpenFisca's signature
        months = sum(person("credited", period.offset(-back)) for back in range(1, 13))
        return person("pensioner", period) + (months >= 12)


def insured_by_openfisca(ledger: Path, people: Path, on: date) -> npt.NDArray[np.bool_]:
    """Reads the same Parquet files; unknown values become false, because OpenFisca has no other value for them."""
    rows = pl.read_parquet(ledger)
    crowd = pl.read_parquet(people)
    matrix = rows["credited"].fill_null(value=False).to_numpy().reshape(crowd.height, -1)
    system = TaxBenefitSystem([Person])
    for variable in (pensioner, credited, insured):
        system.add_variable(variable)
    simulation = SimulationBuilder().build_default_simulation(system, crowd.height)
    period = f"{on:%Y-%m}"
    simulation.set_input("pensioner", period, crowd["pensioner"].fill_null(value=False).to_numpy())
    for column, number in enumerate(sorted(rows["month"].unique().to_list())):
        year, month = divmod(number, 12)
        simulation.set_input("credited", f"{year:04d}-{month + 1:02d}", matrix[:, column])
    found: npt.NDArray[np.bool_] = simulation.calculate("insured", period).astype(bool)
    return found
