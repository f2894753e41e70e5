"""Where the page in Telegram's frame is."""

from __future__ import annotations

from django.urls import URLPattern, path

from saqta.basis.text import LANGUAGES
from saqta.channels.telegram import pages

urlpatterns: list[URLPattern] = [
    path("telegram/", pages.entry),
    path("telegram/frame.js", pages.script),
    *(path(f"telegram/{language}/", pages.entry, {"language": language}) for language in LANGUAGES),
]
