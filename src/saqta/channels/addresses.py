"""Where everything that is not ``/api/`` is: the pages, those of the staff, the widget for other people's pages,
the page in Telegram's frame."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, include, path

from saqta.channels.demo_identity import urls as demo_identity
from saqta.channels.desk import pages as working_pages
from saqta.channels.desk import urls as desk
from saqta.channels.telegram import urls as telegram
from saqta.channels.web import person as personal_pages
from saqta.channels.web import urls as web
from saqta.channels.widget import urls as widget

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include(desk)),
    path("", include(demo_identity)),
    path("", include(telegram)),
    path("", include(widget)),
    path("", include(web)),
]


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that this browser was not given, told on a page of the kind that it was sent to."""
    told = working_pages.forged if request.path.startswith("/desk/") else personal_pages.forged
    return told(request, reason)


handler404 = web.handler404
