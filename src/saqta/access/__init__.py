"""Who may act, as what, and by which name the journal knows them.

This room never knows what somebody acts upon, and never lets a name into the journal: an actor is named there by an
identifier. It uses ``basis`` and ``journal``. Its doors: ``actions`` to add and disable staff, ``queries.acting`` for
the actor behind a deed, ``permissions`` for what each role may do.
"""
