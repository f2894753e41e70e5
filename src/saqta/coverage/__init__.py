"""Where what was paid meets what the law says: gathers facts, has the rules answer, keeps each person's timeline.

This room never decides and never parses: facts come from ``ledger`` and ``registry``, answers from ``rules``. It uses
``ledger``, ``registry``, ``journal``, ``rules``, ``law`` and ``basis``. Its doors: ``gather`` for the facts of people
in files, ``register`` for those of people in the register, ``queries.get_status`` for the status worked out before,
``actions.follow_journal`` to work out what changed.
"""
