"""The same rules over the whole country: facts of millions of people from Parquet to verdicts, on one machine.

This room never writes a rule by hand and never keeps a register: what it decides is decided by the trees of ``rules``,
and what it gathers means what ``rules.case`` means for one person. It uses ``rules``, ``logic``, ``law`` and ``basis``,
and to export the register ``coverage``, ``registry`` and ``journal``. Its doors:
``making.make`` (an invented population), ``exporting.export_register`` (the people of the register),
``everybody.statuses`` (who is insured on a day), ``comparing.compare`` (who gains and who loses by another law),
``contradictions.checked``, ``one_person.find_person`` and ``report.write_report``.
"""
