"""The pages for people: the status of a number in three languages, without a script and without a login.

It never decides anything, never puts a number into an address, a title or a cache, and works on the cheapest phone. It
uses ``coverage``, ``rules``, ``law`` and ``basis``; its door is ``urls``.
"""
