"""The law as data: acts with their editions and provisions, dated parameters, periods, categories, readings.

This room never decides anything about a person and never knows what day it is; it uses ``basis`` only.
Its door is ``book``: ``book.load().on(day)`` gives the ``Law`` in force on that day. ``lint`` checks the data,
``differences`` compares an act on two days.
"""
