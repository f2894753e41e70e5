"""The law of Kazakhstan on health insurance, written as trees over ``logic``, each node with its article.

This room never reads a register, a file or a clock: it is given facts and a book of law and returns an answer.
It uses ``basis``, ``law`` and ``logic``. Its doors: ``facts`` (what may be said about a case), ``status.ask`` (am I
insured) and ``dues.ask`` (what is owed for a month); ``insured`` and ``contributions`` hold the trees themselves.
"""
