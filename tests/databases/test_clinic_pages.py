"""The pages about clinics: the search, the card that never says "passed" where nothing is known, and the poster."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from uuid import UUID

import pytest
import segno

from saqta.basis.text import LANGUAGES
from saqta.channels.clinic_wording import WORDS
from saqta.channels.clock import day_in_kazakhstan
from saqta.clinics.demo import CLINICS, make_demo_clinics
from saqta.coverage.public import PublicBudgets
from saqta.oversight.wording import said
from saqta.registry.clinic_queries import all_facilities
from tests.channels.over_http import Reply, asked
from tests.databases.conftest import Register
from tests.databases.test_answers_over_http import AT, GENEROUS, Server

pytestmark = pytest.mark.parametrize("register", ["sqlite"], indirect=True)  # what is asked here is the pages
CHILDREN, ENDED, SILENT = CLINICS[0], CLINICS[1], CLINICS[5]


@pytest.fixture
def served(register: Register) -> Iterator[Server]:
    make_demo_clinics(day_in_kazakhstan(AT), at=AT)
    yield (made := Server(register.home, PublicBudgets(*GENEROUS)))
    made.reads.close()
    made.budgets.close()


def get(served: Server, path: str, **more: str) -> Reply:
    return asked(served.application, "GET", path, **more)


def identifier(name: str) -> UUID:
    return next(facility.id for facility in all_facilities() if facility.name == name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_clinic_is_found_by_its_name_and_its_card_opens(served: Server, language: str) -> None:
    found = get(served, f"/{language}/clinics/?words=ak+inju&region=750000000&free=1")
    assert found.status == 200
    assert re.findall(r"style=|<style|onclick", found.text) == []
    (address,) = set(re.findall(rf'href="(/{language}/clinics/[0-9a-f-]{{36}}/)"', found.text))
    card = get(served, address)
    assert card.status == 200
    assert CHILDREN.name in card.text
    assert f'href="/{language}/free/dental.extraction/"' in card.text
    for other in LANGUAGES:
        if other != language:
            assert f'href="{address.replace(f"/{language}/", f"/{other}/")}"' in card.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_nothing_is_known_of_inspections_the_card_says_that_this_is_no_good_mark(
    served: Server, language: str
) -> None:
    """UX-22"""
    card = get(served, f"/{language}/clinics/{identifier(SILENT.name)}/")
    text = " ".join(card.text.split())
    assert said("no-inspection-known").in_language(language) in text  # type: ignore[arg-type]  # a language of the list
    assert said("no-licence-known").in_language(language) in text  # type: ignore[arg-type]  # a language of the list
    assert text.count(said("no-inspection-known").in_language(language)) == 1  # type: ignore[arg-type]  # as above


def test_an_annex_that_ended_is_shown_as_ended(served: Server) -> None:
    text = get(served, f"/ru/clinics/{identifier(ENDED.name)}/").text
    assert WORDS["not-in-force"].ru in text
    assert "нельзя" in text


def test_what_cannot_be_asked_is_said_on_the_page(served: Server) -> None:
    assert get(served, "/ru/clinics/?region=990000000").status == 422
    assert get(served, f"/ru/clinics/?words={CHILDREN.bin[:-1]}0").status == 422
    assert (
        WORDS["nothing-found"].kk in get(served, "/kk/clinics/?words=%D0%B1%D0%B5%D0%B3%D0%B5%D0%BC%D0%BE%D1%82").text
    )
    assert get(served, "/ru/clinics/0192a000-0000-7000-8000-000000000007/").status == 404
    assert get(served, "/ru/clinics/seven/").status == 404


def test_what_is_typed_is_shown_as_text(served: Server) -> None:
    assert "<b>" not in get(served, "/ru/clinics/?words=%3Cb%3E").text


def test_the_code_on_the_poster_leads_to_the_card_in_the_language_of_the_reader(served: Server) -> None:
    clinic = identifier(CHILDREN.name)
    poster = get(served, f"/ru/clinics/{clinic}/poster.svg")
    assert poster.status == 200
    drawn = ET.fromstring(poster.text)
    address = next(text for element in drawn for text in [element.text or ""] if text.startswith("http"))
    dark = sum(map(sum, segno.make(address, error="q", micro=False).matrix))
    (path,) = (element.get("d", "") for element in drawn if element.tag.endswith("path"))
    assert path.count("M") == dark
    assert CHILDREN.name.split()[0] in poster.text
    place = address[address.index("/clinics/") :]
    for language in LANGUAGES:
        moved = get(served, place, accept_language=language)
        assert (moved.status, moved.headers["location"]) == (302, f"/{language}/clinics/{clinic}/")


def test_the_nearest_clinics_come_first_from_a_chosen_city(served: Server) -> None:
    page = get(served, "/en/clinics/?near=75").text
    told = [float(km) for km in re.findall(r"([0-9.]+) km away", page)]
    assert told == sorted(told)
    assert told[0] < 100
    assert "from the centre of Almaty" in page
    assert "km away" not in get(served, "/en/clinics/?near=99").text
    assert re.search(r"[0-9],[0-9] км отсюда", get(served, "/ru/clinics/?near=71").text)


def test_where_somebody_is_comes_in_the_body_alone_and_stays_when_the_language_changes(served: Server) -> None:
    """UX-37"""
    sent = {"method": "POST", "path": "/kk/clinics/", "media": "application/x-www-form-urlencoded"}
    page = asked(served.application, body=b"here=43.240%2C76.890&words=", **sent)
    assert page.status == 200
    assert "км" in page.text
    assert 'name="here" value="43.240,76.890"' in page.text  # for the switch of the language
    assert "here=43" not in page.text
    abroad = asked(served.application, body=b"here=10.000%2C10.000", **sent)
    assert abroad.status == 422
    assert get(served, "/kk/clinics/?here=43.240,76.890").text.count("осы жерден") == 0


def test_only_the_search_may_ask_the_device_where_it_is(served: Server) -> None:
    assert "geolocation=(self)" in get(served, "/ru/clinics/").headers["permissions-policy"]
    assert "geolocation=()" in get(served, "/ru/").headers["permissions-policy"]
