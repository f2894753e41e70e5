"""The pages on which people are answered: why somebody looked at their data, and whether a category is taken on their
documents. The list holds numbers alone; whoever opens a question looks at somebody's data, and stands in their list."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpResponse

from saqta.access.citizens import is_new_look
from saqta.access.permissions import ROLES, Permission
from saqta.access.purposes import purpose_text
from saqta.access.queries import member_behind
from saqta.basis.refusal import Refused
from saqta.channels.clock import moment_text
from saqta.channels.desk.fields import Field, Option
from saqta.channels.desk.pages import Work, forbidden, missing, working_page
from saqta.channels.desk.wording.questions import QUESTIONS
from saqta.personal.actions import MAY_ANSWER, answer_question
from saqta.personal.asking import open_questions, question
from saqta.personal.records import LONGEST_WORDS, OUTCOMES, Kind, QuestionRecord
from saqta.personal.texts import OUTCOME_TEXTS

PURPOSE = "answer-question"
_PATHS: Mapping[Kind, str] = {"look": "questions/looks/", "category": "questions/categories/"}


@working_page(Permission.ANSWER_DISPUTES)
def about_looks(work: Work) -> HttpResponse:
    """The questions about looks that wait for an answer."""
    return _waiting(work, "look")


@working_page(Permission.ANSWER_REQUESTS)
def about_categories(work: Work) -> HttpResponse:
    """The requests for a category that wait for an answer."""
    return _waiting(work, "category")


@working_page(None)
def answer(work: Work, number: int) -> HttpResponse:
    """One question; or, when the form was sent, its answer."""
    try:
        found = question(number)
    except Refused:
        return missing(work)
    permission = MAY_ANSWER[found.kind]
    if not work.member.may(permission):
        return forbidden(work, permission)
    if is_new_look(work.member.by, found.person, PURPOSE, at=work.at):
        work.look(found.person, PURPOSE)
    told = {
        **_shown(work, found),
        "said": work.words(QUESTIONS),
        "fields": _fields(work, found),
        "mend": _mend(work, found),
    }
    if not work.sent:
        return work.page("desk/question.html", told)
    try:
        answer_question(number, work.typed("outcome"), work.typed("words"), by=work.member.by, at=work.at)
    except Refused as refused:
        return work.refused("desk/question.html", told, refused)
    return work.go(_PATHS[found.kind])


def _waiting(work: Work, kind: Kind) -> HttpResponse:
    name = {"look": "looks", "category": "categories"}[kind]
    told = {
        "said": work.words(QUESTIONS),
        "heading": work.say(QUESTIONS[name]),
        "lead": work.say(QUESTIONS[f"{name}_says"]),
        "questions": [
            (found.number, _title(work, found), work.say(moment_text(found.at))) for found in open_questions(kind)
        ],
    }
    return work.page("desk/questions.html", told)


def _shown(work: Work, found: QuestionRecord) -> dict[str, object]:
    lines = [("asked", work.say(moment_text(found.at)))]
    if found.look is not None:
        lines.append(("looked", work.say(moment_text(found.look.at))))
        lines.append(("looker", _looker(work, found.look.by)))
        lines.append(("purpose", work.say(purpose_text(found.look.purpose))))
    if found.category is not None:
        wording = work.book.on(work.today).wording(found.category)
        lines.append(("category", found.category if wording is None else work.say(wording.name)))
    lines.append(("words", found.words or work.say(QUESTIONS["wordless"])))
    return {
        "number": found.number,
        "title": _title(work, found),
        "lines": [(work.say(QUESTIONS[name]), said) for name, said in lines],
        "answered": found.outcome is not None,
    }


def _mend(work: Work, found: QuestionRecord) -> str:
    """Where a document is entered, so that a category is taken on it for a while."""
    if found.category is None or not work.member.may(Permission.PROPOSE_CORRECTIONS):
        return ""
    return f"/desk/{work.language}/corrections/of/{found.person}/"


def _title(work: Work, found: QuestionRecord) -> str:
    return work.say(QUESTIONS["number"].fill(number=str(found.number)))


def _looker(work: Work, by: str) -> str:
    member = member_behind(by)
    return by if member is None else f"{member.name}, {work.say(ROLES[member.role])}"


def _fields(work: Work, found: QuestionRecord) -> list[Field]:
    outcomes = (Option(one, work.say(OUTCOME_TEXTS[one]), one == work.typed("outcome")) for one in OUTCOMES[found.kind])
    label = work.say(QUESTIONS["answer"].fill(longest=str(LONGEST_WORDS)))
    return [
        Field("outcome", work.say(QUESTIONS["outcome"]), "choice", options=(Option("", ""), *outcomes)),
        Field("words", label, "words", value=work.typed("words")),
    ]
