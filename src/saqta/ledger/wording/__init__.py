"""What is said to the payer about each kind of fault: what is wrong and what to do, in Russian, Kazakh and English.

No text has a place for a value: what a file says may be somebody's personal data and is never repeated.
"""
