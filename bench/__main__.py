"""``python -m bench [--json]``: runs every measurement and prints its ratio beside its limit."""

from __future__ import annotations

import json
import sys

from bench.bulk import bulk_figures
from bench.care import care_figures
from bench.clinics import clinic_figures
from bench.command_line import command_line_figures
from bench.country import country_figures
from bench.files import file_figures
from bench.importing import importing_figures
from bench.inspecting import inspecting_figures
from bench.measure import Figure
from bench.one_person import one_person_figures
from bench.ordering import ordering_figures
from bench.pages import page_figures
from bench.register import register_figures
from bench.searching import searching_figures
from bench.serving import serving_figures


def main() -> int:
    figures: list[Figure] = []
    groups = (
        one_person_figures,
        bulk_figures,
        country_figures,
        file_figures,
        register_figures,
        importing_figures,
        inspecting_figures,
        searching_figures,
        serving_figures,
        page_figures,
        care_figures,
        ordering_figures,
        clinic_figures,
        command_line_figures,
    )
    for group in groups:
        for figure in group():
            figures.append(figure)
            if "--json" not in sys.argv:
                print(figure.line(), flush=True)
    if "--json" in sys.argv:
        print(json.dumps([figure.document() for figure in figures], indent=2))
    return 0 if all(figure.holds for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
