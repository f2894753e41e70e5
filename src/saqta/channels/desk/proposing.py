"""The page on which a correction of one person's data is proposed: a form for each kind, and what is held now."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from uuid import UUID

from django.http import HttpResponse

from saqta.access.permissions import Permission
from saqta.basis.days import day_text
from saqta.basis.identifiers import OrganisationBin
from saqta.basis.month import Month
from saqta.basis.refusal import Refused
from saqta.channels.desk.fields import Field, Option, read_choice, read_day, read_day_if_any
from saqta.channels.desk.pages import Work, missing, outside, working_page
from saqta.channels.desk.wording.corrections import CORRECTIONS
from saqta.corrections.actions import propose_correction
from saqta.corrections.checks import HELD_WITHOUT_PROOF, held_by, insured_on
from saqta.corrections.explaining import category_name, conditions
from saqta.corrections.proofs import MEDIA
from saqta.corrections.records import (
    KINDS,
    LARGEST_PROOF,
    WRONG_PAYMENTS,
    Attached,
    Ended,
    Held,
    NeverHeld,
    Proposal,
    Temporary,
    WrongReceipt,
)
from saqta.registry.queries import attachment_on, person_known_as
from saqta.registry.records import MembershipRecord
from saqta.rules.vocabulary import CATEGORIES

PURPOSE = "correction:propose"
_MONTHS_BACK = 36


@working_page(Permission.PROPOSE_CORRECTIONS)
def propose(work: Work, identifier: UUID) -> HttpResponse:
    """What the register holds of somebody, and the forms; or, when one was sent, the correction that now waits."""
    person = person_known_as(identifier)
    if person is None:
        return missing(work)
    if not work.covers(person):
        return outside(work)
    work.look(identifier, PURPOSE)
    if not work.sent:
        return work.page("desk/propose.html", _told(identifier, work))
    kind = work.typed("kind")
    if kind not in KINDS:
        return missing(work)
    try:
        found = propose_correction(
            identifier,
            _READ[kind](identifier, work),
            reason=work.typed("reason"),
            proof=work.upload("proof") or None,
            book=work.book,
            by=work.member.by,
            at=work.at,
        )
    except Refused as refused:
        return work.refused("desk/propose.html", _told(identifier, work, kind), refused)
    return work.go(f"corrections/{found.number}/?done=proposed")


def _told(identifier: UUID, work: Work, opened: str = "") -> dict[str, object]:
    answer = insured_on(identifier, work.book, work.today)
    attached = attachment_on(identifier, work.today)
    months = str(work.book.on(work.today).number("temporary_status_months"))
    return {
        "said": work.words(CORRECTIONS),
        "person": identifier,
        "reasons": [work.say(reason.text) for reason in answer.reasons],
        "held": [
            (work.say(category_name(row.code, row.start, work.book)), _span(row, work)) for row in held_by(identifier)
        ],
        "attached": "" if attached is None else attached.bin,
        "forms": [
            {
                "kind": kind,
                "title": work.say(CORRECTIONS[kind]),
                "says": work.say(CORRECTIONS["temporary_says"].fill(months=months)) if kind == "temporary" else "",
                "fields": [*_fields(kind, identifier, work), *_shared(kind, work)],
                "open": kind == opened,
            }
            for kind in KINDS
        ],
    }


def _span(row: MembershipRecord, work: Work) -> str:
    source = work.say(CORRECTIONS["told_by"].fill(source=row.source))
    if row.until is None:
        return f"{work.say(CORRECTIONS['since'].fill(start=day_text(row.start)))} · {source}"
    lasts = CORRECTIONS["since_until"].fill(start=day_text(row.start), until=day_text(row.until))
    return f"{work.say(lasts)} · {source}"


def _shared(kind: str, work: Work) -> Iterator[Field]:
    """What every form asks: the document, which only a category on a document has to have, and why."""
    hint = work.say(CORRECTIONS["proof_hint"].fill(largest=str(LARGEST_PROOF // 1024**2)))
    needed = kind == "temporary"
    yield Field("proof", work.say(CORRECTIONS["proof"]), "file", kind, ",".join(MEDIA), required=needed, hint=hint)
    yield Field("reason", work.say(CORRECTIONS["reason"]), "words", kind, work.typed("reason"))


def _fields(kind: str, identifier: UUID, work: Work) -> Iterator[Field]:
    def day(name: str, label: str, *, required: bool = True) -> Field:
        return Field(name, work.say(CORRECTIONS[label]), "date", kind, work.typed(name), required=required)

    match kind:
        case "temporary":
            yield _choice("code", "category", kind, _categories(work), work)
        case "held":
            yield _choice("code", "category", kind, _categories(work), work)
            yield day("start", "start")
            yield day("until", "until_open", required=False)
        case "ended" | "never-held":
            yield _choice("membership", "membership", kind, _memberships(identifier, work), work)
            if kind == "ended":
                yield day("until", "until")
        case "attached":
            yield Field("bin", work.say(CORRECTIONS["bin"]), "number", kind, work.typed("bin"))
            yield day("start", "start")
        case _:
            now = Month.of(work.today)
            months = ((str(month), work.say(month.text())) for month in (now + -_MONTHS_BACK).until(now + 1))
            yield _choice("month", "month", kind, reversed(list(months)), work)
            yield _choice(
                "wrong", "wrong", kind, ((code, work.say(CORRECTIONS[code])) for code in WRONG_PAYMENTS), work
            )


def _choice(name: str, label: str, kind: str, offered: Iterator[tuple[str, str]], work: Work) -> Field:
    options = (Option(value, shown, value == work.typed(name)) for value, shown in offered)
    return Field(name, work.say(CORRECTIONS[label]), "choice", kind, options=(Option("", ""), *options))


def _categories(work: Work) -> Iterator[tuple[str, str]]:
    law = work.book.on(work.today)
    for code in CATEGORIES:
        wording = None if code == HELD_WITHOUT_PROOF else law.wording(code)
        if wording is not None:
            yield code, work.say(wording.name)


def _memberships(identifier: UUID, work: Work) -> Iterator[tuple[str, str]]:
    for row in held_by(identifier):
        yield _key(row), f"{work.say(category_name(row.code, row.start, work.book))}, {_span(row, work)}"


def _key(row: MembershipRecord) -> str:
    return f"{row.code}|{row.start.isoformat()}|{row.source}"


def _code(work: Work) -> str:
    return read_choice(work, "code", CORRECTIONS["category"], [code for code, _ in _categories(work)])


def _membership(identifier: UUID, work: Work) -> MembershipRecord:
    held = {_key(row): row for row in held_by(identifier)}
    return held[read_choice(work, "membership", CORRECTIONS["membership"], tuple(held))]


def _temporary(_identifier: UUID, work: Work) -> Proposal:
    code = _code(work)
    return Temporary(code, conditions(code, work.today, work.book))


def _held(_identifier: UUID, work: Work) -> Proposal:
    start: date = read_day(work, "start", CORRECTIONS["start"])
    until = read_day_if_any(work, "until", CORRECTIONS["until"])
    code = _code(work)
    return Held(code, start, until, conditions(code, start, work.book))


def _ended(identifier: UUID, work: Work) -> Proposal:
    row = _membership(identifier, work)
    return Ended(row.code, row.start, row.source, read_day(work, "until", CORRECTIONS["until"]))


def _never_held(identifier: UUID, work: Work) -> Proposal:
    row = _membership(identifier, work)
    return NeverHeld(row.code, row.start, row.source)


def _attached(_identifier: UUID, work: Work) -> Proposal:
    number = OrganisationBin.parse("".join(work.typed("bin").split()))
    return Attached(number.digits, read_day(work, "start", CORRECTIONS["start"]))


def _wrong_receipt(_identifier: UUID, work: Work) -> Proposal:
    now = Month.of(work.today)
    months = tuple(str(month) for month in (now + -_MONTHS_BACK).until(now + 1))
    month = read_choice(work, "month", CORRECTIONS["month"], months)
    return WrongReceipt(month, read_choice(work, "wrong", CORRECTIONS["wrong"], WRONG_PAYMENTS))


_READ: Mapping[str, Callable[[UUID, Work], Proposal]] = MappingProxyType(
    {
        "temporary": _temporary,
        "held": _held,
        "ended": _ended,
        "never-held": _never_held,
        "attached": _attached,
        "wrong-receipt": _wrong_receipt,
    }
)
