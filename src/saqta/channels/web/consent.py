"""The parents' pages behind the link from the clinic: read, decide, withdraw, and afterwards see what was done.

The address holds a secret and nothing else; nothing on the way keeps it: no cache, no referrer, no index. Nothing is
ticked beforehand, and refusing takes the same form and a button of the same size.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from http import HTTPStatus

from django.db.utils import Error as DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.utils.safestring import mark_safe

from saqta.access.citizens import is_new_look
from saqta.basis.refusal import Refused
from saqta.basis.text import Language, Text
from saqta.care import consenting, queries
from saqta.care.phrases import phrases
from saqta.care.records import Complication, PlanRecord, TreatedTooth
from saqta.care.sheet import ConsentSheet
from saqta.care.states import BEFORE_THE_START
from saqta.care.tooth_chart import draw_teeth
from saqta.channels.clock import day_in_kazakhstan, moment_text
from saqta.channels.web.consent_form import Form, read_form
from saqta.channels.web.rendering import SECURITY, attachment, page
from saqta.channels.web.wording.consent import CONSENT_WORDS
from saqta.journal.actions import record_read
from saqta.law.book import Book
from saqta.oversight.card import clinic_card

PURPOSE = "consent-page"

View = Callable[[HttpRequest, Language, str], HttpResponse]


def _guarded(view: View) -> View:
    """A page of one plan: a link that leads nowhere and a register that does not answer are told as what they are, and
    no search engine keeps the address."""

    def answered(request: HttpRequest, language: Language, secret: str) -> HttpResponse:
        try:
            answer = view(request, language, secret)
        except Refused as refused:
            answer = _message(request, language, refused.faults[0].text, HTTPStatus.NOT_FOUND)
        except DatabaseError:
            answer = _message(request, language, CONSENT_WORDS["unavailable"], HTTPStatus.SERVICE_UNAVAILABLE)
        answer.headers["X-Robots-Tag"] = "noindex"
        return answer

    return answered


@_guarded
def read(request: HttpRequest, language: Language, secret: str) -> HttpResponse:
    """What the clinic plans, in plain words, and where the decision stands."""
    number = _looked_at(secret, request)
    return _read(request, language, secret, number)


@_guarded
def decide(request: HttpRequest, language: Language, secret: str) -> HttpResponse:
    """The form of the decision; sent, it becomes a signed document."""
    at, book = _at(request), _book(request)
    number = queries.plan_behind(secret)
    if queries.plan(number).state not in BEFORE_THE_START:
        return _read(request, language, secret, number)
    inspections = _inspections(number, at, book)
    sheet = queries.sheet(number, book, inspections=inspections, at=at)
    if request.method != "POST":
        return _form(request, language, secret, sheet, Form(seen=sheet.mark))
    form = read_form(request.POST)
    if form.decision is None or form.signature is None:
        return _form(request, language, secret, sheet, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        consenting.decide(
            secret,
            form.decision,
            form.signature,
            seen=form.seen,
            inspections=inspections,
            language=language,
            book=book,
            at=at,
        )
    except Refused as refused:
        return _read(request, language, secret, number, refused.faults[0].text, HTTPStatus.CONFLICT)
    return _back(language, secret)


@_guarded
def withdraw(request: HttpRequest, language: Language, secret: str) -> HttpResponse:
    """One press takes a consent back."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    try:
        consenting.withdraw_consent(secret, at=_at(request))
    except Refused as refused:
        number = queries.plan_behind(secret)
        return _read(request, language, secret, number, refused.faults[0].text, HTTPStatus.CONFLICT)
    return _back(language, secret)


@_guarded
def document(request: HttpRequest, language: Language, secret: str) -> HttpResponse:
    """The document signed last, for the parents to keep."""
    found = queries.consents(_looked_at(secret, request))
    if not found:
        return _back(language, secret)
    return attachment(queries.document(found[-1]), "application/pdf", "saqta.pdf")


def _read(
    request: HttpRequest,
    language: Language,
    secret: str,
    number: int,
    problem: Text | None = None,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    at, book, found = _at(request), _book(request), queries.plan(number)
    consents, session = queries.consents(number), queries.session(number)
    consent = consents[-1] if consents and consents[-1].stands else None
    report = None if session is None else session.report
    teeth = found.plan.teeth if report is None else report.teeth
    complications = () if session is None else session.complications
    values = {
        "sheet": queries.sheet(number, book, inspections=_inspections(number, at, book), at=at),
        "secret": secret,
        "problem": problem,
        "state": CONSENT_WORDS[f"state_{found.state}"],
        "open": found.state in BEFORE_THE_START,
        "undecided": found.state in ("filed", "consent_withdrawn"),
        "earlier": bool(consents) and consent is None and found.state == "filed",
        "consent": consent,
        "revocable": found.state in ("consented", "cleared"),
        "session": session,
        "chart": _chart(found, teeth, language),
        "done": [_treated(treated) for treated in teeth] if report is not None else [],
        "complications": list(map(_complication, complications)),
        "grave": any(complication.opens_an_incident for complication in complications),
    }
    return page(request, language, "consent/read.html", values, words=CONSENT_WORDS, status=status)


def _form(
    request: HttpRequest,
    language: Language,
    secret: str,
    sheet: ConsentSheet,
    form: Form,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    values = {"sheet": sheet, "secret": secret, **form.shown()}
    return page(request, language, "consent/decide.html", values, words=CONSENT_WORDS, status=status)


def _message(request: HttpRequest, language: Language, text: Text, status: HTTPStatus) -> HttpResponse:
    return page(request, language, "consent/message.html", {"message": text}, words=CONSENT_WORDS, status=status)


def _back(language: Language, secret: str) -> HttpResponse:
    """To the page itself, so that nothing is sent twice when it is loaded anew."""
    answer = HttpResponseRedirect(f"/{language}/consent/{secret}/", headers=SECURITY)
    answer.status_code = HTTPStatus.SEE_OTHER
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _looked_at(secret: str, request: HttpRequest) -> int:
    """The plan behind the link, after writing down in the child's list that its page was looked at: once in ten
    minutes, so that opening it again and again does not flood the journal."""
    number = queries.plan_behind(secret)
    by, person = consenting.parent_of(number), queries.plan(number).person
    if is_new_look(by, person, PURPOSE, at=_at(request)):
        record_read(person, by=by, purpose=PURPOSE, at=_at(request))
    return number


def _inspections(number: int, at: datetime, book: Book) -> tuple[Text, ...]:
    """What is known of the inspections of the clinic, in sentences."""
    return clinic_card(queries.plan(number).facility, day_in_kazakhstan(at), book).about_inspections


def _chart(found: PlanRecord, teeth: tuple[TreatedTooth, ...], language: Language) -> str:
    return mark_safe(draw_teeth(teeth, language))  # noqa: S308  # numbers and our own words, no text of others


def _treated(treated: TreatedTooth) -> Text:
    words = phrases("consent")
    return words["planned-tooth"].fill(tooth=str(treated.tooth), treatment=words[f"treatment-{treated.treatment}"])


def _complication(told: Complication) -> tuple[Text, Text, str | None]:
    return phrases("consent")[f"complication-{told.code}"], moment_text(told.happened_at), told.words


def _at(request: HttpRequest) -> datetime:
    at: datetime = request.META["saqta.at"]
    return at


def _book(request: HttpRequest) -> Book:
    book: Book = request.META["saqta.desk"].book
    return book
