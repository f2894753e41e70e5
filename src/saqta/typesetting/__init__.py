"""Documents as PDF: data set by a template, the same bytes for the same data on every machine.

This room never looks at the fonts, the clock or the network of a machine, never reads what people typed as markup, and
knows nothing of what a document is about. It uses no other room. Its door is ``documents.write_pdf``.
"""
