"""The pages of the line 1406: a caller is answered in the same words as on the public pages, and may know who looked.

Nobody looks without a purpose, the look is written down before the answer leaves, and the number is shown masked until
a reason is given, which is kept as well.
"""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse

from saqta.access.permissions import Permission
from saqta.access.purposes import PURPOSES as PURPOSE_TEXTS
from saqta.basis.days import day_text
from saqta.basis.identifiers import Iin
from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Language, Text, listed
from saqta.channels.desk.fields import Field, Option, read_choice, read_iin
from saqta.channels.desk.pages import Work, working_page
from saqta.channels.desk.wording.frame import LANGUAGE_NAMES
from saqta.channels.desk.wording.people import PEOPLE
from saqta.corrections.explaining import rests_on
from saqta.corrections.queries import temporary_on
from saqta.coverage.public import public_status
from saqta.coverage.records import PublicStatus
from saqta.registry.queries import find_person, numbers
from saqta.rules.status_basis import status_basis

PURPOSES = ("own-call", "child-call", "clinic-call", "complaint")
"""Why somebody's data may be looked at here; one of them is named each time."""
ALOUD: tuple[Language, ...] = ("ru", "kk")
"""The languages in which callers are answered."""
REASONS = ("compare-document", "write-complaint")
"""Why a number may be shown whole."""
_SHOWN_DIGITS = 4
_MENDING = Permission.PROPOSE_CORRECTIONS


@working_page(Permission.READ_A_PERSON)
def people(work: Work) -> HttpResponse:
    """The form; or, when it was sent, the answer about the number in it, masked or, with a reason, whole."""
    told: dict[str, object] = {"said": work.words(PEOPLE), "fields": _fields(work)}
    if not work.sent:
        return work.page("desk/people.html", told)
    try:
        iin = read_iin(work)
        purpose = _purpose(work)
        reason = _reason(work)
    except Refused as refused:
        return work.refused("desk/people.html", told, refused)
    person = find_person(iin)
    if person is not None and not work.covers(person):
        return work.refused("desk/people.html", told, Refused(Fault("out-of-scope", PEOPLE["outside"])))
    known = None if person is None else person.id
    work.look(known, f"1406:{purpose}")
    if reason is not None:
        work.look(known, f"1406:number:{reason}")
    found = public_status(iin.birth_date, numbers().digest(iin.digits), work.today, work.book)
    number = _masked(iin) if reason is None else iin.digits
    told |= {"unknown": person is None, "number": number, **_corrected(known, work)}
    return work.page("desk/people.html", {**told, **_answer(found, work)})


def aloud_lines(text: Text) -> list[tuple[Language, str, str]]:
    """What is read to a caller: in which language, its name, and the words."""
    return [(language, LANGUAGE_NAMES[language], text.in_language(language)) for language in ALOUD]


def _fields(work: Work) -> list[Field]:
    """The number is never put back into the form."""
    purposes = (
        Option(purpose, work.say(PURPOSE_TEXTS[f"1406:{purpose}"]), purpose == work.typed("purpose"))
        for purpose in PURPOSES
    )
    masked = Option("", work.say(PEOPLE["masked"]))
    reasons = (Option(reason, work.say(PEOPLE[f"reason-{reason}"])) for reason in REASONS)
    return [
        Field("iin", work.say(PEOPLE["iin"]), "number"),
        Field("purpose", work.say(PEOPLE["purpose"]), "choice", options=(Option("", ""), *purposes)),
        Field("reason", work.say(PEOPLE["reveal"]), "choice", options=(masked, *reasons), required=False),
    ]


def _purpose(work: Work) -> str:
    if work.typed("purpose") not in PURPOSES:
        raise Refused(Fault("purpose-missing", PEOPLE["purpose_missing"], "purpose"))
    return work.typed("purpose")


def _reason(work: Work) -> str | None:
    """Why the number is to be shown whole; None where it stays masked. Raises ``Refused``."""
    return read_choice(work, "reason", PEOPLE["reveal"], REASONS) if work.typed("reason") else None


def _corrected(known: UUID | None, work: Work) -> dict[str, object]:
    """On what the answer rests besides the law, and where to mend what the register holds wrongly."""
    if known is None:
        return {}
    found = temporary_on(known, work.today)
    return {
        "rests_on": "" if found is None else work.say(rests_on(found, work.book)),
        "mend": f"/desk/{work.language}/corrections/of/{known}/" if work.member.may(_MENDING) else "",
    }


def _masked(iin: Iin) -> str:
    return "•" * (len(iin.digits) - _SHOWN_DIGITS) + iin.digits[-_SHOWN_DIGITS:]


def _answer(found: PublicStatus, work: Work) -> dict[str, object]:
    """The verdict, its law, and the same in sentences to read aloud."""
    basis = status_basis(found.on, work.book)
    paid = str(sum(was_paid for _, was_paid in found.months()))
    acts = listed(list({one.act: one.short_title for one in basis.citations}.values()))
    sentences = [basis.says(found.verdict), PEOPLE["aloud_paid"].fill(count=paid)]
    if found.verdict == "yes" and found.valid_until is not None:
        sentences.insert(1, PEOPLE["aloud_until"].fill(day=day_text(found.valid_until)))
    aloud = listed([*sentences, PEOPLE["aloud_source"].fill(law=acts)], " ")
    return {
        "verdict": found.verdict,
        "title": work.say(PEOPLE[found.verdict]),
        "months": [(work.say(month.text()), was_paid) for month, was_paid in found.months()],
        "aloud": aloud_lines(aloud),
        "citations": work.cited(basis.citations),
        "open": [(work.say(reading.question), work.say(reading.text)) for reading in basis.readings],
    }
