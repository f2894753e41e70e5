"""What the register tells a person about themselves and those they speak for, and what it is asked in return: why
somebody looked, and to put right what is wrong.

This room never answers anybody but the person, or whoever the registry says may speak for them, never decides a status
(it asks ``coverage`` and ``rules``), and never lets a number leave in an address, a title or a log. It uses
``journal``, ``access``, ``registry``, ``ledger``, ``coverage``, ``rules``, ``care`` and ``orders``. Its doors:
``queries`` for what is known, ``looks`` for who looked, ``actions`` to ask and to answer, ``asking`` for what was asked
and answered, ``exporting`` for all of it at once.
"""
