"""Figures of inspections over HTTP: pages in three languages, charts and tables to take away, documents."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

import openpyxl
import pytest
from django.db.utils import OperationalError
from jsonschema import Draft202012Validator

from saqta.basis.text import LANGUAGES
from saqta.channels import inspection_figures
from saqta.channels.cli.schemas import schema
from saqta.channels.clock import day_in_kazakhstan
from saqta.coverage.public import PublicBudgets
from saqta.figures.charts import NAMES
from saqta.figures.report_wording import LIMITS
from saqta.oversight.cells import Counted
from tests.channels.over_http import Reply, asked
from tests.databases.conftest import Register
from tests.databases.inspection_samples import appointed
from tests.databases.test_answers_over_http import AT, GENEROUS, Server
from tests.databases.test_inspection_figures import campaign_of, clinics
from tests.rooms.drawing.reading_pictures import read_png, said_in

TODAY = day_in_kazakhstan(AT)
pytestmark = pytest.mark.parametrize("register", ["sqlite"], indirect=True)  # what is asked here is not the rows


@pytest.fixture
def served(register: Register) -> Iterator[Server]:
    inspection_figures._kept.clear()
    yield (made := Server(register.home, PublicBudgets(*GENEROUS)))
    made.reads.close()
    made.budgets.close()


def get(served: Server, path: str, **more: str) -> Reply:
    return asked(served.application, "GET", path, **more)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_shows_the_figures_and_says_what_it_does_not_know(served: Server, language: str) -> None:
    found = get(served, f"/{language}/inspections/")
    assert found.status == 200
    for limit in LIMITS:
        assert limit.in_language(language) in found.text  # type: ignore[arg-type]  # a language of the list
    assert found.text.count("<figure") == found.text.count('alt="') == 6
    assert re.findall(r"style=|<style|onclick", found.text) == []
    for address in re.findall(r'(?:src|href)="(/\w\w/inspections/[^"]+)"', found.text):
        assert get(served, address.replace("&amp;", "&")).status == 200, address


def test_a_day_in_the_address_is_the_day_shown_and_no_other_is(served: Server) -> None:
    assert (
        "Inspections of clinics on 25\N{NO-BREAK SPACE}November 2024"
        in get(served, "/en/inspections/?on=2024-11-25").text
    )
    for typed in ("2024-02-30", "yesterday", str(TODAY + timedelta(days=1))):
        refused = get(served, f"/en/inspections/?on={typed}")
        assert refused.status == 422
        assert 'role="alert"' in refused.text
        assert "<table" not in refused.text
        assert get(served, f"/en/inspections/map.png?on={typed}").status == 404


@pytest.mark.parametrize("name", NAMES)
def test_every_chart_is_taken_away_as_svg_png_and_csv(served: Server, name: str) -> None:
    svg = get(served, f"/kk/inspections/{name}.svg")
    assert svg.headers["content-type"] == "image/svg+xml"
    assert said_in(svg.text)
    assert read_png(get(served, f"/kk/inspections/{name}.png").body).width == 1080
    csv = get(served, f"/kk/inspections/{name}.csv")
    assert csv.headers["content-disposition"] == f'attachment; filename="inspections-{TODAY}-{name}.csv"'


@pytest.mark.parametrize("name", ["population.svg", "map.exe", "report.csv", "map", "..svg"])
def test_what_is_no_chart_leads_nowhere(served: Server, name: str) -> None:
    assert get(served, f"/kk/inspections/{name}").status == 404


def test_the_workbook_is_the_report_of_the_day(served: Server) -> None:
    found = get(served, "/ru/inspections/report.xlsx?on=2024-12-08")
    book = openpyxl.load_workbook(io.BytesIO(found.body))
    assert "8\N{NO-BREAK SPACE}декабря 2024" in book.worksheets[0]["A1"].value


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_published_stands_with_its_sources(served: Server, language: str) -> None:
    text = get(served, f"/{language}/inspections/published/").text
    assert "inform.kz" in text
    assert all(f">{number}<" in text for number in (622, 290, 135, 103, 52, 316, 441))
    assert "<img" not in text


def test_programs_get_the_same_figures_as_documents(served: Server) -> None:
    first, second = clinics(["packages", None])
    campaign = campaign_of("Список")
    day = TODAY - timedelta(days=1)
    appointed(first, on=day, campaign=campaign)
    appointed(second, on=day)
    report = get(served, "/api/v1/inspections/report").document
    Draft202012Validator(schema("inspections-report")).validate(report)
    assert report["states"]["value"] == 2
    assert get(served, f"/api/v1/inspections/report?campaign={campaign}").document["states"]["value"] == 1
    assert get(served, f"/api/v1/inspections/report?on={day - timedelta(days=1)}").document["states"]["value"] == 0
    published = get(served, "/api/v1/inspections/published").document
    Draft202012Validator(schema("published-figures")).validate(published)
    for wrong in ("campaign=019b0000-0000-7000-8000-000000000000", "campaign=x", f"on={TODAY + timedelta(days=1)}"):
        assert get(served, f"/api/v1/inspections/report?{wrong}").status == 422


def test_a_report_is_counted_once_a_minute_and_a_silent_register_gives_no_figures(
    served: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: list[object] = []
    count = inspection_figures.count

    def noted(on: date, **more: UUID | None) -> Counted:
        counted.append(on)
        return count(on, **more)

    monkeypatch.setattr(inspection_figures, "count", noted)
    for address in ("/ru/inspections/", "/kk/inspections/", "/kk/inspections/map.svg"):
        assert get(served, f"{address}?on=2024-12-01").status == 200
    assert len(counted) == 1

    def silent(*_: object, **__: object) -> None:
        raise OperationalError

    monkeypatch.setattr(inspection_figures, "count", silent)
    answer = get(served, "/en/inspections/?on=2024-12-02")
    assert answer.status == 503
    assert "<table" not in answer.text
    assert get(served, "/api/v1/inspections/report?on=2024-12-02").status == 503
