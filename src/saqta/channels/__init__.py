"""Thin translators between people or programs and the rooms below. They never import one another.

A channel parses what it was given, makes one call, and renders the result; it decides nothing. Channels use every room
below and are used by none; they alone read a clock, once for a request, and pass the day down.
"""
