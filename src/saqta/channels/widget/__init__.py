"""The status question on other people's pages: one script tag puts a button at the right edge; the question itself is
asked in a sandboxed frame of ours.

It never lets the page around it see a number or an answer, sets no cookie, keeps nothing on the device and loads
nothing from a third party. It uses ``coverage``, ``rules`` and what lies beside the channels; its door is ``urls``.
"""
