"""The interface for programs: JSON over HTTP under ``/api/v1``.

It never decides anything, never repeats what it was given, and never answers "no" because something failed. It uses
``rules``, ``coverage``, ``law`` and ``basis``; its door is ``application.Interface``. What can be asked is one table,
``operations``; the OpenAPI description is written from it.
"""
