"""People, the categories they hold, who speaks for whom, the clinics they are attached to, those who pay for them;
clinics, their licences, their certified specialists and their contracts with the Fund.

This room never decides what a category is worth, and never lets a number leave: an IIN is a keyed digest for look-up
beside a ciphertext, and everything else knows a person by an identifier that tells nothing. It uses ``journal`` and
``basis``. Its doors: ``actions`` and ``clinic_actions`` to write,
``feeds`` to take in files, ``queries`` and ``clinic_queries`` to find, ``sealed_numbers`` for the digest of a number.
"""
