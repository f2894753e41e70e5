"""Where the pages are. The language is part of the address, never the number asked about."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponse
from django.urls import URLPattern, path

from saqta.basis.text import LANGUAGES
from saqta.channels.web import front, status
from saqta.channels.web.rendering import not_found

PAGES: dict[str, Callable[..., HttpResponse]] = {
    "": front.home,
    "status/": status.status,
}
"""Each page by its address below the language; a view is given the request, the language and the parts of the
address."""

urlpatterns: list[URLPattern] = [
    path("", front.choose_language),
    path("style.css", front.file, {"name": "style.css"}),
    path("site.js", front.file, {"name": "site.js"}),
    *(
        path(f"{language}/{address}", view, {"language": language})
        for language in LANGUAGES
        for address, view in PAGES.items()
    ),
]
handler404 = not_found
