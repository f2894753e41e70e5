"""People, the categories they hold, the clinics they are attached to, those who pay for them.

This room never decides what a category is worth, and never lets a number leave: an IIN is a keyed digest for look-up
beside a ciphertext, and everything else knows a person by an identifier that tells nothing. It uses ``journal`` and
``basis``. Its doors: ``actions`` to write, ``feeds`` to take in files,
``queries`` to find, ``sealed_numbers`` for the digest of a number.
"""
