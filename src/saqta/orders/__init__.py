"""Orders for what cannot be told at once, and the certificates that answer them.

A person orders a certificate of status and of the money paid; the order waits in the register itself, workers take it
under a lease, and it ends answered, or explained before its time is over. This room never answers anybody but the
person it is about, never lets a number into an address, a log or a name of a file, and never decides a status: it asks
``coverage`` and ``rules``. Systems of the State ask here as well, about a person who consented, and what went through
their gateway is kept as evidence. It uses ``journal``, ``access``, ``registry``, ``ledger``, ``coverage``, ``rules``,
``law``, ``typesetting`` and ``envelopes``. Its doors: ``actions`` to order and to consent, ``working.Worker`` to
answer, ``queries`` for how an order stands, ``checking`` for whoever was shown a certificate, ``gateway.GatewayDesk``
and ``owing.Owing`` for the state gateway.
"""
