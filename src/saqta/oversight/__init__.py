"""State control of clinics: inspections and what follows from them, each step with its ground, person, reason and day.

An inspection goes the way that ``rules.inspections`` writes as one table, and no other: the room asks the table before
it writes. Events only grow; the row of an inspection is where they have led so far. Whoever takes a step names the
version they saw, so that of two people at once one is told. The public gets outcomes and dates, never a draft, an
unproved finding or a name. This room never decides what the law demands of a clinic, and never calls the rooms that
read it. It uses ``registry`` for clinics, ``access`` for permissions, ``journal`` for every change. Its doors:
``actions`` for the course of an inspection, ``measuring`` and ``disputing`` for what follows, ``queries`` to read.
"""
