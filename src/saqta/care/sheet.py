"""What the parents read before they decide: one sheet, from which the page and the signed document are made."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import msgspec

from saqta.basis.days import KAZAKHSTAN, day_in_kazakhstan, day_text
from saqta.basis.text import Text
from saqta.care.judging import CONSENT, Judgement, Registered
from saqta.care.phrases import phrases
from saqta.care.records import OverrideRecord, ToldPlan

_ENCODER = msgspec.json.Encoder(order="deterministic")


class Section(msgspec.Struct, frozen=True):
    """One heading with what stands under it: paragraphs first, then points."""

    code: str
    heading: Text
    paragraphs: tuple[Text, ...]
    points: tuple[Text, ...] = ()


class ConsentSheet(msgspec.Struct, frozen=True):
    """All that is told about a plan, and the mark by which it is known whether it was changed after it was read."""

    title: Text
    subtitle: Text
    sections: tuple[Section, ...]

    @property
    def mark(self) -> str:
        """The digest of every word of the sheet."""
        return hashlib.sha256(_ENCODER.encode(self)).hexdigest()


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a sheet is written from. ``inspections``: what is known of the clinic's inspections, from whoever keeps
    them; nothing says that nothing is known."""

    number: int
    version: int
    told: ToldPlan
    clinic: str
    address: str
    registered: Registered
    judgement: Judgement
    overrides: tuple[OverrideRecord, ...]
    inspections: Sequence[Text]


def write_sheet(proposal: Proposal) -> ConsentSheet:
    """The sheet of a proposal, in the order in which somebody has to understand it."""
    words = phrases("consent")
    return ConsentSheet(
        title=words["title"],
        subtitle=words["plan-number"].fill(number=str(proposal.number), version=str(proposal.version)),
        sections=(
            _planned(proposal),
            _section("why", tuple(_why(proposal.told))),
            _section("risks", _said("risk-common", "risk-rare", "risk-gravest"), _risks(proposal)),
            _section("alternatives", (), _said(*(f"alternative-{way}" for way in _ALTERNATIVES))),
            _section("who", tuple(_who(proposal))),
            _section("clinic", tuple(_clinic(proposal))),
            _law(proposal),
            _section("questions", (), tuple(step.text for step in proposal.judgement.answer.ask_clinic)),
            _rights(proposal),
            _section("signature", _said(*(f"signature-{about}" for about in _SIGNATURE))),
        ),
    )


_ALTERNATIVES = ("visits", "local", "hospital", "wait", "opinion")
_SIGNATURE = ("typed", "identity", "paper", "document")


def _planned(proposal: Proposal) -> Section:
    words, told = phrases("consent"), proposal.told
    moment = told.planned_at.astimezone(KAZAKHSTAN)
    teeth = {treated.tooth for treated in told.teeth}
    return _section(
        "planned",
        (
            words["planned-kind"].fill(kind=words[f"kind-{told.kind}"]),
            words[f"what-{told.kind}"],
            words["planned-when"].fill(day=day_text(day_in_kazakhstan(told.planned_at)), time=f"{moment:%H:%M}"),
            words["planned-where"].fill(clinic=proposal.clinic, address=proposal.address),
            words["planned-length"].fill(teeth=str(len(teeth)), minutes=str(told.minutes_planned)),
        ),
        tuple(
            words["planned-tooth"].fill(tooth=str(treated.tooth), treatment=words[f"treatment-{treated.treatment}"])
            for treated in told.teeth
        ),
    )


def _why(told: ToldPlan) -> Iterator[Text]:
    words = phrases("consent")
    if told.medical_indication is None:
        yield words["why-unknown"]
    elif not told.medical_indication:
        yield words["why-none"]
    elif told.indication is not None:
        yield words["why-given"].fill(words=told.indication)
    if told.diagnosis is not None:
        yield words["why-diagnosis"].fill(diagnosis=told.diagnosis)


def _risks(proposal: Proposal) -> tuple[Text, ...]:
    """What the rules warn of in this very plan, then what the parents must tell, and what nobody knows."""
    warned = (step.text for step in proposal.judgement.answer.warnings)
    return (*warned, *_said("risk-tell", "risk-no-numbers"))


def _who(proposal: Proposal) -> Iterator[Text]:
    words, anaesthetist = phrases("consent"), proposal.told.anaesthetist
    if anaesthetist is None:
        yield words["who-unnamed"]
        return
    yield words["who-named"].fill(name=anaesthetist.name, certificate=anaesthetist.certificate)
    yield words[f"certified-{_known(proposal.registered.certified)}"]


def _clinic(proposal: Proposal) -> Iterator[Text]:
    words = phrases("consent")
    yield words[f"annex-{_known(proposal.registered.licence_annex)}"]
    yield from proposal.inspections or (words["inspections-unknown"],)


def _law(proposal: Proposal) -> Section:
    """Demand by demand, without the consent, which is what the sheet is for."""
    words, judgement = phrases("consent"), proposal.judgement
    demands = [found for found in judgement.answer.requirements if found.basis == "law" and found.code not in CONSENT]
    points = [words[f"state-{found.state}"].fill(demand=found.text) for found in demands]
    points += [
        words["answered-for"].fill(physician=override.physician, reason=override.reason)
        for override in proposal.overrides
    ]
    if not demands:
        return _section("law", _said("law-unknown"), tuple(points))
    is_open = any(found.code in judgement.blocking for found in demands)
    return _section("law", _said("law-open") if is_open else (), tuple(points))


def _rights(proposal: Proposal) -> Section:
    own = _said("right-to-refuse", "right-to-time", "right-to-withdraw", "right-to-documents")
    return _section("rights", (), (*own, *(step.text for step in proposal.judgement.answer.complain)))


def _known(said: bool | None) -> str:
    return "unknown" if said is None else "yes" if said else "no"


def _said(*codes: str) -> tuple[Text, ...]:
    return tuple(phrases("consent")[code] for code in codes)


def _section(code: str, paragraphs: Iterable[Text], points: Iterable[Text] = ()) -> Section:
    return Section(code, phrases("consent")[code], tuple(paragraphs), tuple(points))
