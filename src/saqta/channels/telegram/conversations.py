"""What a chat is in the middle of, from one message to the next."""

from __future__ import annotations

from typing import Literal

import msgspec

from saqta.channels.questionnaire import Given

Expected = Literal["number", "care", "clinic", "income", "answer", "complained", "words", "contact"]
"""What the next words that somebody types are: a number, the care they need, a clinic, what they earn, an answer to the
question before; the clinic, the words and the name of a complaint."""


class Over(Exception):
    """What a button is about has come to its end, or never was."""


class Questionnaire(msgspec.Struct, frozen=True):
    """The questions about one service. ``mark`` tells the buttons of this round from those of an earlier one; ``fact``
    is what the question shown asks for, ``ticked`` which of its choices are ticked so far."""

    mark: str
    given: Given
    fact: str | None = None
    ticked: tuple[int, ...] = ()


class Income(msgspec.Struct, frozen=True):
    """From what somebody pays, and how much it is a month as they wrote it; ``unified`` says whether the employer pays
    all by the unified payment."""

    kind: str
    unified: bool | None = False
    amount: str | None = None


class Complaint(msgspec.Struct, frozen=True):
    """A complaint as far as it was told: about which clinic, of what, in which words, and by whom, with a way to reach
    them; an empty ``contact`` is that of somebody who does not want to be named. ``key`` is its own from the beginning,
    so that it is taken once however often it is sent."""

    key: str
    clinic: str
    topic: str | None = None
    words: str | None = None
    contact: str | None = None


class Taken(msgspec.Struct, frozen=True):
    """What is left of a complaint that was taken: the update by which it was sent, its number, and whether nobody is
    named in it. Whoever is killed before saying so says it when that update is handed out again."""

    update: int
    reference: str
    anonymous: bool


class Conversation(msgspec.Struct, frozen=True):
    """All of it."""

    expects: Expected | None = None
    care: Questionnaire | None = None
    income: Income | None = None
    complaint: Complaint | None = None
    taken: Taken | None = None
