"""The state gateway: systems of the State ask about a person who consented, at ``/egov/sync`` and ``/egov/async``.

This channel never reads a message itself and never decides who may ask: it hands the bytes to the desk of ``orders``
and sends back what it says, or a fault. It uses ``orders``, ``envelopes`` and what lies beside the channels; its door
is ``application.Gateway``.
"""
