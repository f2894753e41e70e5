"""Tests of the register on real databases. Django learns its settings here, before any of them is imported."""

import os
import tempfile

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "saqta.settings")
os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp())  # where the PostgreSQL server keeps its lock
django.setup()
