"""Clinics for everybody: the search, the public card of each, and the poster that leads to it.

What stands in these addresses is about a clinic: a name, a region, an identifier, the city to measure from. Where
somebody is comes in the body of a form, only after a press, and is kept nowhere.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from http import HTTPStatus
from uuid import UUID

import msgspec
from django.conf import settings
from django.db.utils import Error as DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from saqta.basis.refusal import Refused
from saqta.basis.regions import REGIONS
from saqta.basis.text import Language, Text
from saqta.channels.cited import cited
from saqta.channels.clinic_cards import clinic_shown, contract_said
from saqta.channels.clinic_wording import ANAESTHESIA, CONTRACT, PACKAGES
from saqta.channels.languages import preferred
from saqta.channels.posters import poster as drawn
from saqta.channels.web.days_asked import today
from saqta.channels.web.rendering import SECURITY, not_found, page
from saqta.channels.web.typed import kept_fields
from saqta.channels.web.wording.clinics import CLINIC_WORDS
from saqta.clinics.asking import point
from saqta.clinics.centres import CENTRES
from saqta.clinics.finding import Asked, find
from saqta.law.book import load
from saqta.oversight.card import ClinicCard, clinic_card
from saqta.rules.anaesthesia import ask
from saqta.rules.answer import Citing, Quotation
from saqta.rules.facts import AnaesthesiaFacts

_LONGEST_QUESTION, _MOST_SHOWN = 200, 30
_FIELDS = ("words", "region", "free", "near", "here")


def search(request: HttpRequest, language: Language) -> HttpResponse:
    """Clinics by name, number or region, the nearest first where a point is known; without any of them, the first of
    the register."""
    sent = request.POST if request.method == "POST" else request.GET
    typed = sent.get("words", "")[:_LONGEST_QUESTION].strip()
    region, free, here = sent.get("region", ""), "free" in sent, request.POST.get("here", "")
    centre = None if here else next((one for one in CENTRES if one.prefix == sent.get("near")), None)
    values: dict[str, object] = {
        "regions": REGIONS,
        "centres": CENTRES,
        "centre": centre,
        "from_me": bool(here),
        "typed": typed,
        "region": region,
        "free": free,
        "contracts": CONTRACT,
        "kept": kept_fields(request.POST, _FIELDS) if request.method == "POST" else "",
    }
    try:
        near = point(here, "here") if here else None if centre is None else centre.position
        contract = True if free else None
        asked = Asked(today(request), typed, region or None, contract=contract, near=near, limit=_MOST_SHOWN)
        values["found"] = found = find(asked, load())
        values["away"] = {one.id: _away(one.metres) for one in found.clinics if one.metres is not None}
    except Refused as refused:
        values["fault"] = refused.faults[0].text
        return _page(request, language, "clinics/search.html", values, HTTPStatus.UNPROCESSABLE_ENTITY)
    except DatabaseError:
        return _unavailable(request, language, values)
    answer = _page(request, language, "clinics/search.html", values)
    # The one page that may ask the device where it is, and only when somebody presses the button for it.
    answer.headers["Permissions-Policy"] = "camera=(), geolocation=(self), microphone=()"
    return answer


def _away(metres: int) -> Text:
    """How far a clinic is, to a tenth of a kilometre."""
    km = f"{metres / 1000:.1f}"
    comma = km.replace(".", ",")
    return CLINIC_WORDS["away"].fill(km=Text(ru=comma, kk=comma, en=km))


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
        "unknown": found.unknown_besides,
        "anaesthesia": ANAESTHESIA[found.anaesthesia],
        "tone": {"yes": "yes", "no": "no", "not_known": "undetermined"}[found.anaesthesia],
        "packages": PACKAGES,
        "citations": cited(_law_behind(found), found.on),
        "funding": contract_said(shown),
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


def _law_behind(found: ClinicCard) -> tuple[Quotation, ...]:
    """Why the card tells whether anaesthesiology is licensed, and what opened the inspections it names."""
    opened = Citing(load().on(found.on))
    opened.keys_in_force(reference for one in found.inspections for reference in one.cites)
    return (*_law_of_the_annex(found.on), *opened.quotations())


@lru_cache(maxsize=4)
def _law_of_the_annex(on: date) -> tuple[Quotation, ...]:
    """By which provisions the annex of a licence has to name anaesthesiology, the same on the card of every clinic."""
    told = ask(msgspec.convert({"kind": "general"}, AnaesthesiaFacts), on, load())
    demanded = next((one.cites for one in told.requirements if one.code == "licence-annex"), ())
    return tuple(one for one in told.citations if f"{one.act} {one.provision}" in demanded)


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
