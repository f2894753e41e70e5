"""What the register holds wrongly of a person: proposed by one member of the staff, settled by another, and written by
the rooms whose rows it is.

A correction is a category that is missing or wrongly held, a wrong clinic, a wrong payment, or a category taken for a
while on a document until its source confirms it. This room never writes a status: it tells the registry, and the rules
decide. It never opens, converts or serves the document as a page. It uses ``journal``, ``access``, ``registry``,
``coverage`` and the law's terms. Its doors: ``actions.propose_correction``, ``actions.decide_correction``, ``queries``.
"""
