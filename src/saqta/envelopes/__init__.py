"""Messages of the state gateway as XML: read without trusting them, judged by their signatures, written exactly.

The gateway of the electronic government (SHEP, SmartBridge) carries SOAP 1.1 under WS-Security between the systems of
the State. This room knows the shape of its messages and nothing of what they are about: it never looks at a person, a
status or a database, and never repeats in a fault what it was sent. It uses ``basis`` alone. Its doors:
``reading.parse``, ``senders.Senders.vouched`` and ``messages.read`` for what comes in, ``writing`` for what goes out,
``signatures.Signatures`` for those who sign.
"""
