"""Where the provider of a demonstration is."""

from __future__ import annotations

from django.urls import URLPattern, path

from saqta.channels.demo_identity import views

urlpatterns: list[URLPattern] = [
    path("demo-identity/authorize/", views.authorize),
    path("demo-identity/token/", views.token),
    path("demo-identity/keys/", views.keys),
]
