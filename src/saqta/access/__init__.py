"""Who may act, as what and where, how they prove it, how often strangers may ask, and how the journal names an actor.

This room never knows what somebody acts upon or asks about, and never lets a name into the journal: an actor is named
there by an identifier. It uses ``basis`` and ``journal``. Its doors: ``actions`` to add, enrol and disable staff,
``sessions`` to sign in, ``citizens`` for people who come through a provider of identity, ``queries.acting`` for the
actor behind a deed, ``permissions`` for what each role may do, ``purposes`` for why somebody's data are looked at,
``budgets`` for strangers.
"""
