"""Anaesthesia for teeth: stop and read before you agree. What to ask the clinic, what the law demands and whether it
is met, what is advice; and that refusing is a right."""

from __future__ import annotations

from datetime import date
from http import HTTPStatus
from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse

from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Language
from saqta.channels.cited import cited
from saqta.channels.clock import day_in_kazakhstan
from saqta.channels.web.carried import carried
from saqta.channels.web.rendering import page
from saqta.channels.web.typed import kept_fields, typed_date
from saqta.channels.web.wording.anaesthesia import ANAESTHESIA
from saqta.law.book import load
from saqta.rules.anaesthesia import AnaesthesiaAnswer, ask
from saqta.rules.facts import AnaesthesiaFacts
from saqta.rules.phrases import phrases

KINDS = ("general", "sedation", "local")
ITEMS = (
    "medical_indication",
    "consent_informed_of_risks",
    "written_consent",
    "licence_annex_anaesthesiology",
    "anaesthetist_certified",
    "equipment_complete",
    "examined_again_before_start",
)
"""What is asked about, in the order of a conversation; nothing is chosen beforehand."""
_HOURS = ("12", "18", "24", "36", "48")
_SAYS = {"yes": True, "no": False, "unknown": None}
_FIELDS = ("born_day", "born_month", "born_year", "kind", "hours", *ITEMS)


@carried("anaesthesia")
def anaesthesia(request: HttpRequest, language: Language) -> HttpResponse:
    """The questions to ask and the checklist; or, when it was sent, whether the session may go ahead."""
    today = day_in_kazakhstan(request.META["saqta.at"])
    general = msgspec.convert({"kind": "general"}, AnaesthesiaFacts)
    if request.method != "POST":
        return _page(request, language, ask(general, today, load()), told=None)
    try:
        told = ask(_facts(request), today, load())
    except Refused as refused:
        return _page(request, language, ask(general, today, load()), told=None, fault=refused.faults[0])
    return _page(request, language, told, told=told)


def _facts(request: HttpRequest) -> AnaesthesiaFacts:
    """What was ticked; raises ``Refused`` for a date that is none, and when the kind or an item was passed over."""
    sent = request.POST
    born: date | None = typed_date(sent, "born")
    if sent.get("kind") not in KINDS:
        raise Refused(Fault("kind", ANAESTHESIA["error_kind"], "kind"))
    document: dict[str, Any] = {"patient": {"birth_date": born}, "kind": sent["kind"]}
    for item in ITEMS:
        if sent.get(item) not in _SAYS:
            raise Refused(Fault("item", ANAESTHESIA["error_item"], item))
        document[item] = _SAYS[sent[item]]
    if sent.get("hours") in _HOURS:
        document["examined_hours_before"] = int(sent["hours"])
    return msgspec.convert(document, AnaesthesiaFacts)


def _page(
    request: HttpRequest,
    language: Language,
    shown: AnaesthesiaAnswer,
    *,
    told: AnaesthesiaAnswer | None,
    fault: Fault | None = None,
) -> HttpResponse:
    words = phrases("anaesthesia")
    values = {
        "sent": request.POST,
        "kinds": [(kind, words[f"kind-{kind}"], request.POST.get("kind") == kind) for kind in KINDS],
        "items": [(item, words[f"lacks-{item}"], request.POST.get(item)) for item in ITEMS],
        "says": [(says, ANAESTHESIA[f"says_{says}"]) for says in _SAYS],
        "hours": _HOURS,
        "shown": shown,
        "law": [one for one in shown.requirements if one.basis == "law"],
        "advice": [one for one in shown.requirements if one.basis == "advice"],
        "told": told,
        "state": None if told is None else ANAESTHESIA[f"state_{told.verdict}"],
        "refusing": words["refusing-is-a-right"],
        "danger": words["in-danger"],
        "fault": fault,
        "citations": cited(shown.citations, shown.session_on),
        "readings": shown.readings,
        "kept": kept_fields(request.POST, _FIELDS) if request.method == "POST" else "",
    }
    code = HTTPStatus.OK if fault is None else HTTPStatus.UNPROCESSABLE_ENTITY
    return page(request, language, "anaesthesia.html", values, words=ANAESTHESIA, status=code)
