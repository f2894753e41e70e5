"""Words that every room uses: money, months, spans of days, identifiers, text in three languages.

This room never knows the law, a clock, a database or a language setting; it uses no other room.
Its door is the modules themselves: ``money``, ``month``, ``days``, ``span``, ``identifiers``, ``numbering``, ``text``,
``refusal``, ``strict_json``.
"""
