"""Where what was paid meets what the law says: gathers facts about a person and has the rules answer.

This room never decides and never parses: facts come from ``ledger`` (later also from the register), answers from
``rules``. It uses ``ledger``, ``rules``, ``law`` and ``basis``. Its door is ``gather`` for one person's facts.
"""
