"""Where what is told of clinics meets what the law calls it: names of activities and kinds of care become codes, words
become clinics, and papers become what a clinic may do and what is free there.

This room keeps no rows, and never says that a clinic is safe: it shows papers with their days, and what it does not
know. It uses ``registry``, ``law`` and ``search``. Its doors: ``told`` for feeds, ``finding``, ``cards``.
"""
