"""Saqta: am I insured, is this care free for me and under which article, is this clinic lawful and safe?

The rooms and the one arrow between them are described in ARCHITECTURE.md; each room introduces itself
in its own ``__init__``.
"""

__version__ = "0.1.0"
