"""Clinics for everybody: the search, the public card of each, and the poster that leads to it.

What stands in these addresses is about a clinic: a name, a region, an identifier. Nothing of whoever asks is in them.
"""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

import msgspec
from django.conf import settings
from django.db.utils import Error as DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from saqta.basis.refusal import Refused
from saqta.basis.regions import REGIONS
from saqta.basis.text import Language
from saqta.channels.clinic_cards import clinic_shown
from saqta.channels.clinic_wording import ANAESTHESIA, CONTRACT, PACKAGES
from saqta.channels.languages import preferred
from saqta.channels.posters import poster as drawn
from saqta.channels.web.cited import cited
from saqta.channels.web.days_asked import today
from saqta.channels.web.rendering import SECURITY, not_found, page
from saqta.channels.web.wording.clinics import CLINIC_WORDS
from saqta.clinics.finding import Asked, find
from saqta.law.book import load
from saqta.oversight.card import ClinicCard, clinic_card
from saqta.rules.anaesthesia import ask
from saqta.rules.answer import Citing, Quotation
from saqta.rules.facts import AnaesthesiaFacts

_LONGEST_QUESTION, _MOST_SHOWN = 200, 30


def search(request: HttpRequest, language: Language) -> HttpResponse:
    """Clinics by name, number or region; without any of them, the first of the register."""
    typed = request.GET.get("words", "")[:_LONGEST_QUESTION].strip()
    region, free = request.GET.get("region", ""), "free" in request.GET
    values: dict[str, object] = {
        "regions": REGIONS,
        "typed": typed,
        "region": region,
        "free": free,
        "contracts": CONTRACT,
    }
    asked = Asked(today(request), typed, region or None, contract=True if free else None, limit=_MOST_SHOWN)
    try:
        values["found"] = find(asked, load())
    except Refused as refused:
        values["fault"] = refused.faults[0].text
        return _page(request, language, "clinics/search.html", values, HTTPStatus.UNPROCESSABLE_ENTITY)
    except DatabaseError:
        return _unavailable(request, language, values)
    return _page(request, language, "clinics/search.html", values)


def card(request: HttpRequest, language: Language, clinic: UUID) -> HttpResponse:
    """The public card of a clinic as of today."""
    try:
        found = clinic_card(clinic, today(request), load())
    except Refused as refused:
        return not_found(request, refused)
    except DatabaseError:
        return _unavailable(request, language, {"regions": REGIONS})
    shown = clinic_shown(found, load())
    values = {
        "clinic": shown,
        "region_name": found.region,
        "about_inspections": found.about_inspections,
        "inspected": bool(found.inspections or found.measures),
        "unknown": _unknown_besides(found),
        "anaesthesia": ANAESTHESIA[found.anaesthesia],
        "tone": {"yes": "yes", "no": "no", "not_known": "undetermined"}[found.anaesthesia],
        "packages": PACKAGES,
        "citations": cited(_law_behind(found), found.on),
        "funding": CONTRACT["held" if shown.care else "paid_only" if shown.funding == "paid_only" else "unknown"],
    }
    return _page(request, language, "clinics/card.html", values)


def poster(request: HttpRequest, language: Language, clinic: UUID) -> HttpResponse:
    """A page for the wall of the clinic, the same in every language: it speaks all three."""
    try:
        shown = clinic_shown(clinic_card(clinic, today(request), load()), load())
    except Refused as refused:
        return not_found(request, refused)
    answer = HttpResponse(drawn(shown, settings.SAQTA_ADDRESS), content_type="image/svg+xml")
    for name, value in SECURITY.items():
        answer.headers[name] = value
    return answer


def choose_language(request: HttpRequest, clinic: UUID) -> HttpResponse:
    """The card in the language that the browser asks for: where the code on a poster leads."""
    language = preferred(request.headers.get("Accept-Language", ""))
    answer = HttpResponseRedirect(f"/{language}/clinics/{clinic}/")
    answer.headers["Vary"] = "Accept-Language"
    return answer


def _unknown_besides(found: ClinicCard) -> list[object]:
    """What is not known, without what the card already says of inspections."""
    return [text for text in found.unknown if text not in found.about_inspections]


def _law_behind(found: ClinicCard) -> tuple[Quotation, ...]:
    """Why the card tells whether anaesthesiology is licensed, and what opened the inspections it names."""
    told = ask(msgspec.convert({"kind": "general"}, AnaesthesiaFacts), found.on, load())
    demanded = next((one.cites for one in told.requirements if one.code == "licence-annex"), ())
    opened = Citing(load().on(found.on))
    opened.keys_in_force(reference for one in found.inspections for reference in one.cites)
    licensed = (one for one in told.citations if f"{one.act} {one.provision}" in demanded)
    return (*licensed, *opened.quotations())


def _unavailable(request: HttpRequest, language: Language, values: dict[str, object]) -> HttpResponse:
    shown = {**values, "fault": CLINIC_WORDS["clinics_unavailable"]}
    return _page(request, language, "clinics/search.html", shown, HTTPStatus.SERVICE_UNAVAILABLE)


def _page(
    request: HttpRequest,
    language: Language,
    template: str,
    values: dict[str, object],
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    return page(request, language, template, values, words=CLINIC_WORDS, status=status)
