"""What people say and what is true: official announcements and refuted rumours, each dated and sourced.

A notice says what was claimed, whether it is true, what is true instead, since when and who says so, and names the care
services and provisions it is about, so that an answer about braces can show it. One person writes a notice and another
approves it; nothing is ever overwritten. This room never decides who is entitled to what: a statement about plans is
not a rule. It uses ``journal`` for every change, ``law`` for what a notice may be about and ``search`` to find it. Its
doors: ``actions`` to draft and approve, ``queries`` for what is published, ``shipped`` for the notices of the product
itself, which need no register.

What people think of an answer comes here as well, because the same editors read it: that it helped, did not help or is
wrong in law. Nothing about who said it is kept.
"""
