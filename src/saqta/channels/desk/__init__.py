"""The working pages of those who inspect clinics, plan anaesthesia and answer callers; three languages, no script.

It never shows a step that is not lawful or not permitted, decides nothing itself, and writes nothing without the name
of the member of the staff who signed in. It uses ``access``, ``oversight``, ``care``, ``coverage``, ``registry`` and
what lies beside the channels; its door is ``urls``.
"""
