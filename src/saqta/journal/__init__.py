"""Every change of the register once, for ever, in a chain of seals; also the feed that says whom to look at again.

This room never holds a name, a number or a sum, only digests of what was written, and never changes or forgets an
entry: the database itself refuses. It uses ``basis`` and Django. Its doors: ``actions.record_entry`` inside the
transaction that changes something, ``queries`` to follow and to verify, ``feed_files`` to open what was
handed in, packed or not, ``feeds`` to take it in in whole steps, ``many_rows`` to add many rows at once, ``backup`` for
a copy of the whole register.
"""
