"""Figures about state control that add up, beside those that others published.

Every total here is the sum of its parts by construction, with what is not known as a part of its own. Published figures
are kept as statements: dated, sourced, each with the exact thing it counts, never corrected and never mixed with our
own. Which clinic is worth the next visit is worked out line by line, for those who plan, never as a verdict. The room
keeps no rows and never changes anything; it uses what ``oversight``, ``care`` and ``registry`` know and ``drawing`` for
pictures. Its doors: ``report.report``, ``published.published``, ``reconciling.reconciled`` and
``next_clinics.next_clinics``.
"""
