"""Where everything that is not ``/api/`` is: the pages, those of the staff, the widget for other people's pages."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from saqta.channels.desk import urls as desk
from saqta.channels.web import urls as web
from saqta.channels.widget import urls as widget

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include(desk)),
    path("", include(widget)),
    path("", include(web)),
]
handler404 = web.handler404
