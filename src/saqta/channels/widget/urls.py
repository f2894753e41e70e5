"""Where the widget is."""

from __future__ import annotations

from django.urls import URLPattern, path

from saqta.basis.text import LANGUAGES
from saqta.channels.widget import views

urlpatterns: list[URLPattern] = [
    path("widget.js", views.script, {"name": "widget.js"}),
    path("proof.js", views.script, {"name": "proof.js"}),
    path("widget/frame.js", views.script, {"name": "frame.js"}),
    path("widget/frame.css", views.style),
    path("widget/demo/", views.demo),
    *(path(f"widget/{language}/", views.frame, {"language": language}) for language in LANGUAGES),
]
