"""One frozen expression tree and its readings: decide, explain, ask, run in bulk, prove, compare.

This room never knows what a rule is about: no insurance, no person, no clock, no database. It uses ``basis``.
Its doors: ``nodes`` to build a tree, ``settle`` to fix it for one day of the law, then one module for each reading:
``reference`` (the slow, obvious meaning), ``python`` (one person), ``explain``, ``ask``, ``with_numpy``, ``with_sql``,
``with_polars`` (bulk), ``with_z3`` (proofs), ``compare`` and ``canonical``.
"""
