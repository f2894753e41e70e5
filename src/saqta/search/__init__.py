"""From what people type to the care service they mean: word forms, typing errors, keyboards, three languages at once.

This room never decides what a service is or whether it is free, and never keeps what was typed. It uses ``law`` for the
catalogue and ``basis``. Its doors: ``finding.find`` for a person's words, ``finding.nearest`` for a code nobody knows.
"""
