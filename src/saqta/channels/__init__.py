"""Thin translators between people or programs and the rooms below. They never import one another.

A channel parses what it was given, makes one call, and renders the result; it decides nothing. Channels are the only
rooms, with ``orders``, that read a clock: once for a request, and they pass the day down.
"""
