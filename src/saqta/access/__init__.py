"""Who may act, as what, how often strangers may ask, and by which name the journal knows an actor.

This room never knows what somebody acts upon or asks about, and never lets a name into the journal: an actor is named
there by an identifier. It uses ``basis`` and ``journal``. Its doors: ``actions`` to add and disable staff,
``queries.acting`` for the actor behind a deed, ``permissions`` for what each role may do, ``budgets`` for strangers.
"""
