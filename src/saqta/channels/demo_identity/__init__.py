"""The pages of the demonstration's provider of identity: one chooses which of the invented people one is.

They never exist where people are real: without the mark of a demonstration, its key and its connection there is nothing
at their addresses. They use ``access.demo_identity``, which signs, and what lies beside the channels. Their door is
``urls``.
"""
