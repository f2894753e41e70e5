"""Where the pages are. The language is part of the address, never the number asked about."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponse
from django.urls import URLPattern, path

from saqta.basis.text import LANGUAGES
from saqta.channels.web import (
    anaesthesia,
    app_pages,
    care,
    certificate_pages,
    clinic_pages,
    consent,
    dues,
    front,
    information_pages,
    inspections_pages,
    law_pages,
    months,
    notices_page,
    opinions,
    order_pages,
    own_data,
    own_looks,
    own_pages,
    own_requests,
    packages_page,
    payment_orders,
    readings_page,
    signing_in,
    status,
    teeth,
)
from saqta.channels.web.rendering import not_found

PAGES: dict[str, Callable[..., HttpResponse]] = {
    "": front.home,
    "status/": status.status,
    "months/": months.months,
    "dues/": dues.dues,
    "dues/order/": payment_orders.payment_order,
    "teeth/": teeth.teeth,
    "anaesthesia/": anaesthesia.anaesthesia,
    "free/": care.search,
    "free/<str:code>/": care.service,
    "free/<str:code>/answer/": care.answer,
    "free/<str:code>/<int:number>/": care.question,
    "law/": law_pages.acts,
    "law/packages/": packages_page.packages,
    "law/readings/": readings_page.readings,
    "law/changes/": law_pages.changes,
    "law/<str:act_id>/": law_pages.act,
    "law/<str:act_id>/changes/": law_pages.changes,
    "announcements/": notices_page.notices,
    "announcements.jsonld": notices_page.claims,
    "clinics/": clinic_pages.search,
    "clinics/<uuid:clinic>/": clinic_pages.card,
    "clinics/<uuid:clinic>/poster.svg": clinic_pages.poster,
    "inspections/": inspections_pages.report,
    "inspections/published/": inspections_pages.published,
    "inspections/<str:name>": inspections_pages.download,
    "consent/<str:secret>/": consent.read,
    "consent/<str:secret>/decide/": consent.decide,
    "consent/<str:secret>/withdraw/": consent.withdraw,
    "consent/<str:secret>/document/": consent.document,
    "me/": own_pages.overview,
    "me/sign-in/": signing_in.door,
    "me/sign-in/go/": signing_in.go,
    "me/sign-out/": signing_in.leave,
    "me/months/": own_pages.months,
    "me/categories/": own_pages.categories,
    "me/children/": own_pages.represented,
    "me/children/<int:place>/": own_pages.child,
    "me/consents/": own_pages.consents,
    "me/looks/": own_looks.listed,
    "me/looks.csv": own_looks.as_table,
    "me/looks.json": own_looks.as_document,
    "me/looks/<int:entry>/<int:place>/": own_looks.dispute,
    "me/fix/": own_requests.fix,
    "me/requests/<int:number>/": own_requests.request,
    "me/data/": own_data.shown,
    "me/data.json": own_data.as_document,
    "orders/": order_pages.orders,
    "orders/<uuid:number>/": order_pages.order,
    "orders/<uuid:number>/saqta.pdf": order_pages.certificate,
    "certificates/": certificate_pages.by_code,
    "certificates/<str:token>/": certificate_pages.by_token,
    "elsewhere/": information_pages.elsewhere,
    "data/": information_pages.data,
    "developers/": information_pages.developers,
    "opinion/": opinions.tell,
    "opinion/told/": opinions.told,
    "saved/": app_pages.saved,
    "offline/": app_pages.offline,
    "clear/": app_pages.clear,
    "cleared/": app_pages.cleared,
    "app.webmanifest": app_pages.manifest,
}
"""Each page by its address below the language; a view is given the request, the language and the parts of the
address."""

urlpatterns: list[URLPattern] = [
    path("", front.choose_language),
    path("clinics/<uuid:clinic>/", clinic_pages.choose_language),
    path("signed-in/", signing_in.back),
    path("c/<str:token>", certificate_pages.short_address),
    path("style.css", front.file, {"name": "style.css"}),
    path("site.js", front.file, {"name": "site.js"}),
    path("service-worker.js", app_pages.service_worker),
    *(path(name, app_pages.file, {"name": name}) for name in app_pages.FILES if name != "service-worker.js"),
    *(
        path(f"{language}/{address}", view, {"language": language})
        for language in LANGUAGES
        for address, view in PAGES.items()
    ),
]
handler404 = not_found
