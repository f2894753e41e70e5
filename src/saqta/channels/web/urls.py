"""Where the pages are. The language is part of the address, never the number asked about."""

from __future__ import annotations

from django.urls import URLPattern, path

from saqta.basis.text import LANGUAGES
from saqta.channels.web import views

urlpatterns: list[URLPattern] = [
    path("", views.choose_language),
    path("style.css", views.style),
    *(path(f"{language}/", views.status, {"language": language}) for language in LANGUAGES),
]
handler404 = views.not_found
