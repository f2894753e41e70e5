"""Journeys on real pages. Django learns its settings here, before any room that keeps rows is imported."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "saqta.settings")
django.setup()
