"""Clinics over HTTP: found by name, place, service and distance, and the public card of each."""

from __future__ import annotations

from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text
from saqta.channels.api.asked import Asked
from saqta.channels.clinic_cards import clinic_shown
from saqta.clinics import finding
from saqta.clinics.asking import how_many, identifier, point
from saqta.clinics.documents import ClinicsFound, ClinicShown
from saqta.law.book import load
from saqta.oversight.card import clinic_card

_CONTRACT = Text(ru="Ожидается yes или no.", kk="yes немесе no күтіледі.", en="Either yes or no is expected.")


def find(asked: Asked) -> ClinicsFound:
    contract, near, limit = asked.optional("contract"), asked.optional("near"), asked.optional("limit")
    if contract not in (None, "yes", "no"):
        raise Refused(Fault("yes-or-no", _CONTRACT, "?contract"))
    question = finding.Asked(
        on=asked.day("on"),
        text=asked.optional("words") or "",
        region=asked.optional("region"),
        service=asked.optional("service"),
        contract=None if contract is None else contract == "yes",
        near=None if near is None else point(near, "?near"),
        limit=20 if limit is None else how_many(limit, "?limit"),
    )
    return finding.find(question, load())


def show(asked: Asked) -> ClinicShown:
    book = load()
    return clinic_shown(clinic_card(identifier(asked.part, "id"), asked.day("on"), book), book)
