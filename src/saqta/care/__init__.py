"""A child's treatment under anaesthesia: the clinic's plan, the parents' consent, what was done, what went wrong.

A clinic files a plan, the rules check it, and it may go ahead only when every demand of the law is met or a named
physician has answered for the one that is not. The parents read it in plain words, sign or refuse, and may change their
mind until the start. This room never shows a number or a name of a child, never overwrites what was written, and knows
nothing of inspections: what it opens as an incident, others read. It uses ``registry`` for the child, the clinic, its
licence and certificates, ``rules`` for what the law demands, and ``journal`` for every change. Its doors: ``actions``
for the clinic, ``consenting`` for the parents, ``sessions`` for the day itself, ``queries`` for everybody who reads.
"""
