"""The command line: ``saqta id``, ``law``, ``payments``, ``status``, ``contributions``, those of the register, and
``population``.

It never decides anything and never prints a value it refused. It uses ``population``, ``rules``, ``coverage``,
``ledger``, ``law`` and ``basis``; its door is ``main.run``. Each command has a module that is imported only when the
command is given, because a person waits for every answer.
"""
