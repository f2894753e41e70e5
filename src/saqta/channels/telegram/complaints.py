"""Complaining about a clinic: the clinic first, then of what, in which words, and who wants to be answered. What was
told reaches the register only when the person presses send; it is never empty."""

from __future__ import annotations

import secrets
from datetime import date
from typing import cast
from uuid import UUID

from django.db.utils import Error as DatabaseError

from saqta.access.permissions import Permission
from saqta.access.queries import acting
from saqta.basis.refusal import Refused
from saqta.basis.text import same
from saqta.channels.complaint_wording import TOPIC_WORDS
from saqta.channels.owner import owner
from saqta.channels.telegram.asker import Asker
from saqta.channels.telegram.cards import Button, Card, Line, card, pressed
from saqta.channels.telegram.conversations import Complaint, Over, Taken
from saqta.channels.telegram.menu import TO_MENU
from saqta.channels.telegram.wording.complaints import COMPLAINTS
from saqta.channels.telegram.wording.menu import MENU
from saqta.law.book import Book
from saqta.oversight.card import clinic_card
from saqta.oversight.receiving import take_complaint
from saqta.oversight.records import LONGEST_ACCOUNT, SHORTEST_ACCOUNT, TOPICS, Account, ComplaintTopic


def ask_clinic() -> Card:
    return card(Line(MENU["complain"], bold=True), COMPLAINTS["clinic"], buttons=[[TO_MENU]])


def begin(clinic: str) -> Complaint:
    """A complaint of which only the clinic is known; raises ``ValueError`` for what names none."""
    return Complaint(secrets.token_hex(16), UUID(clinic).hex)


def ask_topic(complaint: Complaint, on: date, book: Book) -> Card:
    """Of what; the clinic is named, so that nobody complains about another."""
    try:
        name = clinic_card(UUID(complaint.clinic), on, book).facility.name
    except Refused as refused:
        return card(refused.faults[0].text, buttons=[[TO_MENU]])
    except DatabaseError:
        return card(COMPLAINTS["unavailable"], buttons=[[TO_MENU]])
    rows = [[Button(TOPIC_WORDS[topic], pressed("topic", topic))] for topic in TOPICS]
    return card(Line(same(name), bold=True), COMPLAINTS["topic"], buttons=[*rows, [TO_MENU]])


def topic(name: str) -> str:
    """A topic that there is; raises ``Over``."""
    if name not in TOPICS:
        raise Over
    return name


def ask_account() -> Card:
    return card(COMPLAINTS["words"], buttons=[[TO_MENU]])


def faulty_words(words: str) -> Card | None:
    """What is wrong with the words of a complaint, if anything."""
    if SHORTEST_ACCOUNT <= len(words) <= LONGEST_ACCOUNT:
        return None
    return card(COMPLAINTS["too_short"].fill(shortest=str(SHORTEST_ACCOUNT), longest=str(LONGEST_ACCOUNT)))


def ask_contact() -> Card:
    return card(COMPLAINTS["contact"], buttons=[[Button(COMPLAINTS["unnamed"], pressed("unnamed"))], [TO_MENU]])


def no_numbers() -> Card:
    return card(COMPLAINTS["no_numbers"], buttons=[[TO_MENU]])


def confirm(complaint: Complaint) -> Card:
    """All that was told, before it is sent."""
    return card(
        Line(COMPLAINTS["confirm"], bold=True),
        TOPIC_WORDS[complaint.topic] if complaint.topic else None,
        same(complaint.words) if complaint.words else None,
        same(complaint.contact) if complaint.contact else COMPLAINTS["anonymous"],
        buttons=[[Button(COMPLAINTS["send"], pressed("send"))], [TO_MENU]],
    )


def send(complaint: Complaint, asker: Asker) -> Taken | Card:
    """That it was taken, now or when it was sent before, or what stands in the way; raises ``Over`` for one that is not
    whole."""
    if complaint.topic is None or complaint.words is None or complaint.contact is None:
        raise Over
    try:
        taken = take_complaint(
            facility=UUID(complaint.clinic),
            topic=cast("ComplaintTopic", complaint.topic),
            account=Account(complaint.words, complaint.contact),
            key=complaint.key,
            by=acting(owner(), Permission.RECORD_COMPLAINTS),
            at=asker.at,
        )
    except Refused as refused:
        return card(refused.faults[0].text, buttons=[[TO_MENU]])
    except DatabaseError:
        return card(COMPLAINTS["unavailable"], buttons=[[TO_MENU]])
    return Taken(asker.update, taken.reference, taken.anonymous)


def thanks(taken: Taken) -> Card:
    """Its number, and what happens now."""
    return card(
        Line(COMPLAINTS["taken"].fill(number=taken.reference), bold=True),
        COMPLAINTS["taken_anonymous" if taken.anonymous else "taken_named"],
        buttons=[[TO_MENU]],
    )
