"""Where the working pages are. No address holds a number of a person."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from saqta.basis.text import LANGUAGES
from saqta.channels.desk import (
    appointing,
    complaints,
    corrections,
    inspections,
    notices,
    opinions,
    orders,
    people,
    planning,
    plans,
    proposing,
    questions,
    scripts,
    signing_in,
    start,
    watching,
)

_STYLE = Path(__file__).with_name("desk.css").read_bytes()


def style(request: HttpRequest) -> HttpResponse:
    """How the pages look."""
    return HttpResponse(_STYLE, content_type="text/css; charset=utf-8", headers={"Cache-Control": "max-age=3600"})


_PAGES: tuple[tuple[str, Callable[..., Any]], ...] = (
    ("", start.start),
    ("sign-in/", signing_in.sign_in),
    ("code/", signing_in.code),
    ("set-up/", signing_in.first_time),
    ("sign-out/", signing_in.sign_out),
    ("people/", people.people),
    ("orders/", orders.orders),
    ("orders/<uuid:number>/put-back/", orders.put_order_back),
    ("orders/<uuid:number>/close/", orders.end_order),
    ("notices/", notices.notices),
    ("notices/write/", notices.write),
    ("notices/<slug:key>/", notices.notice),
    ("notices/<slug:key>/write/", notices.write),
    ("notices/<slug:key>/approve/", notices.approve),
    ("notices/<slug:key>/withdraw/", notices.withdraw),
    ("opinions/", opinions.opinions),
    ("questions/looks/", questions.about_looks),
    ("questions/categories/", questions.about_categories),
    ("questions/<int:number>/", questions.answer),
    ("complaints/", complaints.choose_clinic),
    ("complaints/about/<uuid:identifier>/", complaints.take),
    ("complaints/<uuid:identifier>/", complaints.complaint),
    ("inspections/inbox/", complaints.waiting),
    ("corrections/", corrections.corrections),
    ("corrections/of/<uuid:identifier>/", proposing.propose),
    ("corrections/<int:number>/", corrections.correction),
    ("corrections/<int:number>/proof/", corrections.proof),
    ("scripts/", scripts.scripts),
    ("looks/", watching.watching),
    ("ties/", watching.ties),
    ("sign-ins/", start.sign_ins),
    ("inspections/", inspections.inspections),
    ("inspections/appoint/", appointing.appoint),
    ("inspections/planning/", planning.next_to_inspect),
    ("plans/", plans.own_plans),
    ("plans/file/", plans.file_plan),
    ("plans/of/<uuid:identifier>/", plans.plans_of),
    ("plans/<int:number>/", plans.plan),
    ("plans/<int:number>/<slug:verb>/", plans.take_step),
    ("inspections/<uuid:identifier>/", inspections.inspection),
    ("inspections/<uuid:identifier>/<slug:step>/", inspections.take_step),
)

urlpatterns: list[URLPattern] = [
    path("desk/", signing_in.choose_language),
    path("desk/style.css", style),
    *(
        path(f"desk/{language}/{address}", view, {"language": language})
        for language in LANGUAGES
        for address, view in _PAGES
    ),
]
