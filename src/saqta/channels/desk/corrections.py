"""The pages on which corrections wait and are settled. Every look at one is in the list of the person it is about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from http import HTTPStatus

from django.http import HttpResponse

from saqta.access.permissions import Permission
from saqta.access.queries import name_of
from saqta.basis.days import day_text
from saqta.basis.refusal import Refused
from saqta.basis.text import Text, same
from saqta.channels.clock import KAZAKHSTAN, day_in_kazakhstan
from saqta.channels.desk.fields import Field, Option, read_choice
from saqta.channels.desk.pages import Work, missing, outside, secured, working_page
from saqta.channels.desk.wording.corrections import CORRECTIONS
from saqta.channels.desk.wording.people import PEOPLE
from saqta.corrections.actions import decide_correction
from saqta.corrections.explaining import category_name, rests_on
from saqta.corrections.queries import find_correction, proof_under, settled_corrections, waiting_corrections
from saqta.corrections.records import (
    OUTCOMES,
    Attached,
    CorrectionRecord,
    Ended,
    Held,
    NeverHeld,
    Temporary,
    WrongReceipt,
)
from saqta.corrections.trying import tried
from saqta.law.workdays import last_working_day
from saqta.registry.queries import person_known_as

PURPOSE, PROOF_PURPOSE = "correction:look", "correction:proof"
_SHOWN = 50
_ENDINGS = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png"}


@working_page(Permission.DECIDE_CORRECTIONS)
def corrections(work: Work) -> HttpResponse:
    """What waits for a decision where this member may decide, and what was settled lately."""
    region = work.member.scope.region
    lists = [
        ("waiting", [_line(one, work) for one in waiting_corrections(region=region)]),
        ("settled", [_line(one, work) for one in settled_corrections(_SHOWN, region=region)]),
    ]
    told = {"said": work.words(CORRECTIONS), "lists": [(work.say(CORRECTIONS[name]), lines) for name, lines in lists]}
    return work.page("desk/corrections.html", told)


@working_page(Permission.READ_A_PERSON)
def correction(work: Work, number: int) -> HttpResponse:
    """One correction for whoever proposes or settles; or, when the form was sent, the decision."""
    found = find_correction(number)
    person = None if found is None else person_known_as(found.person)
    if found is None or person is None:
        return missing(work)
    if not work.covers(person):
        return outside(work)
    work.look(found.person, PURPOSE)
    if not work.sent:
        return work.page("desk/correction.html", _told(found, work))
    try:
        outcome = read_choice(work, "outcome", CORRECTIONS["outcome"], OUTCOMES)
        reason = work.typed("reason")
        decide_correction(number, outcome, reason=reason, book=work.book, by=work.member.by, at=work.at)
    except Refused as refused:
        now = find_correction(number) or found
        return work.refused("desk/correction.html", _told(now, work), refused)
    return work.go(f"corrections/{number}/?done=decided")


@working_page(Permission.DECIDE_CORRECTIONS)
def proof(work: Work, number: int) -> HttpResponse:
    """The document as it was handed in, to be kept and never shown here: whatever is in it, no browser runs it."""
    found = find_correction(number)
    person = None if found is None else person_known_as(found.person)
    kept = None if found is None or found.proof is None else proof_under(found.proof)
    if found is None or person is None or kept is None:
        return missing(work)
    if not work.covers(person):
        return outside(work)
    work.look(found.person, PROOF_PURPOSE)
    answer = HttpResponse(kept.content, content_type="application/octet-stream", status=HTTPStatus.OK)
    answer.headers["Content-Disposition"] = f'attachment; filename="saqta-{number}.{_ENDINGS[kept.media]}"'
    answer = secured(answer)
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer


def _line(found: CorrectionRecord, work: Work) -> dict[str, object]:
    return {
        "address": f"/desk/{work.language}/corrections/{found.number}/",
        "number": found.number,
        "kind": work.say(CORRECTIONS[found.kind]),
        "proposed": f"{found.at.astimezone(KAZAKHSTAN):%d.%m.%Y %H:%M}, {name_of(found.by) or found.by}",
        "outcome": work.say(CORRECTIONS["waits" if found.decision is None else found.decision.outcome]),
    }


def _told(found: CorrectionRecord, work: Work) -> dict[str, object]:
    own = found.by == work.member.by
    may = work.member.may(Permission.DECIDE_CORRECTIONS)
    done = {"proposed": CORRECTIONS["done_proposed"].fill(number=str(found.number))}
    done["decided"] = CORRECTIONS["done_decided"]
    asked = done.get(work.request.GET.get("done", ""))
    return {
        "said": work.words(CORRECTIONS),
        "correction": found,
        "done": "" if asked is None else work.say(asked),
        "heading": work.say(CORRECTIONS[found.kind]),
        "line": _line(found, work),
        "facts": [(work.say(CORRECTIONS[label]), work.say(text)) for label, text in _facts(found, work)],
        "hints": [work.say(text) for text in _hints(found, work)],
        "trial": _trial(found, work) if found.decision is None and may else None,
        "own": own,
        "may_open": may and found.proof is not None,
        "fields": _fields(work) if may and not own and found.decision is None else [],
    }


def _facts(found: CorrectionRecord, work: Work) -> Iterator[tuple[str, Text]]:
    """What is proposed, word by word."""
    match found.proposal:
        case Temporary(code):
            yield "category", category_name(code, day_in_kazakhstan(found.at), work.book)
        case Held(code, start, until) | Ended(code, start, _, until):
            yield "category", category_name(code, start, work.book)
            yield from _days(start, until)
        case NeverHeld(code, start, source):
            yield "category", category_name(code, start, work.book)
            yield "start", day_text(start)
            yield "holds", CORRECTIONS["told_by"].fill(source=source)
        case Attached(number, start):
            yield "bin", same(number)
            yield "start", day_text(start)
        case WrongReceipt(month, wrong):
            yield "month", same(month)
            yield "wrong", CORRECTIONS[wrong]
    yield "reason", same(found.reason)
    if found.proof is not None:
        yield "checksum", same(found.proof)
    if found.decision is not None:
        yield "outcome", CORRECTIONS[found.decision.outcome]
        yield "decide", same(f"{name_of(found.decision.by) or found.decision.by}: {found.decision.reason}")


def _days(start: date, until: date | None) -> Iterator[tuple[str, Text]]:
    yield "start", day_text(start)
    if until is not None:
        yield "until", day_text(until)


def _hints(found: CorrectionRecord, work: Work) -> Iterator[Text]:
    """What else somebody has to know or to do."""
    if found.decision is not None and found.decision.start is not None:
        yield rests_on(found, work.book)
    if isinstance(found.proposal, (Ended, NeverHeld)):
        yield CORRECTIONS["source_too"]
    if isinstance(found.proposal, WrongReceipt):
        on = day_in_kazakhstan(found.at)
        days = work.book.on(on).number("refund_working_days")
        last = last_working_day(on + timedelta(days=1), days)
        yield CORRECTIONS["returned_by"].fill(days=str(days), day=day_text(last))


def _trial(found: CorrectionRecord, work: Work) -> dict[str, object] | None:
    """What the rules would answer today with what is proposed: nobody approves in the dark."""
    answer = tried(found, work.book, work.today)
    if answer is None:
        return None
    return {
        "verdict": work.say(PEOPLE[answer.verdict]),
        "reasons": [work.say(reason.text) for reason in answer.reasons],
        "until": "" if answer.insured_until is None else work.say(day_text(answer.insured_until)),
        "citations": work.cited(answer.citations),
    }


def _fields(work: Work) -> list[Field]:
    options = (Option(code, work.say(CORRECTIONS[code]), code == work.typed("outcome")) for code in OUTCOMES)
    return [
        Field("outcome", work.say(CORRECTIONS["outcome"]), "choice", options=(Option("", ""), *options)),
        Field("reason", work.say(CORRECTIONS["reason"]), "words", value=work.typed("reason")),
    ]
