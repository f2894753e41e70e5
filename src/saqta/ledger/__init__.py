"""What was paid and what was returned: payment files in, judged row by row, and receipts that are never changed.

This room never decides whether somebody is insured, never believes a row that has a fault, and never repeats what a
file says about a person in a text, a log, a file name or a printed record. It uses ``basis``, and for what it stores
``journal`` and ``registry``; it never looks at the law.

Its door for files is ``reader``: ``open_payments(path)`` recognises a file or refuses it; the ``PaymentFile`` it gives
has ``events()`` for every row, fault and document in the order of the file, ``judge()`` for the whole in a few lines,
and ``believed_rows()`` for the rows to act on. ``receipts.receipt(row)`` says what such a row means. Records that leave
the room are in ``records``. Its doors for rows are ``feeds``, ``actions.post_receipts``,
``returning.return_money`` and ``queries``; whoever uses only files needs no database.

A file goes through the modules in one direction: bytes → ``encoding`` (lines) → ``mt102``, ``delimited`` or
``json_lines`` (sections) → ``readings`` (values, by the readers in ``fields``) → ``check`` (rules) → ``judge``
(events). Rows of an order that are written as nearly all are go through ``plain_rows`` instead, whole.
"""
