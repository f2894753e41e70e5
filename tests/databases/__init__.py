"""Tests of the register on real databases. Django learns its settings here, before any of them is imported."""

import os
import tempfile

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "saqta.settings")
# A browser that another test of this process leads runs a loop of its own, which has nothing to do with these rows.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp())  # where the PostgreSQL server keeps its lock
django.setup()
