"""What a person has answered about one service, carried from question to question in an encrypted cookie.

The address holds the service and the number of the question, never an answer.
"""

from __future__ import annotations

import msgspec
from django.http import HttpRequest, HttpResponse

from saqta.channels.clock import day_in_kazakhstan
from saqta.channels.questionnaire import Given
from saqta.channels.sealing import carried_by, give_to_carry, seal

COOKIE = "saqta-answers"


def read_answers(request: HttpRequest, service: str) -> Given:
    """What this browser has answered about the service; nothing yet if the cookie is old, foreign or about another."""
    brought = carried_by(request, COOKIE)
    if brought is not None:
        found = msgspec.json.decode(brought, type=Given)
        if found.service == service:
            return found
    return Given(service, day_in_kazakhstan(request.META["saqta.at"]), {})


def keep_answers(answer: HttpResponse, given: Given, request: HttpRequest) -> None:
    """Gives the answers to the browser to carry, for as long as they can be opened."""
    sealed = seal(COOKIE, msgspec.json.encode(given), request.META["saqta.at"])
    give_to_carry(answer, request, COOKIE, sealed)
