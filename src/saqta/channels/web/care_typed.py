"""What a person chose or typed on the page of a question."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.http import QueryDict

from saqta.basis.countries import COUNTRIES
from saqta.basis.text import Text
from saqta.channels.questionnaire import Asked, chosen_before, codes_of
from saqta.channels.web.wording.care import CARE
from saqta.rules.entitlement_questions import Answer, Choice, Question


class NotAnswered(ValueError):
    """What was sent answers the question in no way; ``text`` says how to mend it."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def understood(question: Question, sent: QueryDict) -> Mapping[str, Answer]:
    """What the answer sets, nothing for "I do not know"; raises ``NotAnswered``."""
    chosen = [_choice(question, index) for index in sent.getlist("choice")]
    if question.kind == "categories" and chosen:
        return _categories(question, chosen)
    if len(chosen) == 1:
        return chosen[0].sets
    if chosen:
        raise NotAnswered(CARE["error_one"])
    if question.kind == "date":
        return {question.fact: _day(sent).isoformat()}
    if question.kind == "country":
        country = sent.get("country", "").strip().upper()
        if country in COUNTRIES:
            return {question.fact: country}
        raise NotAnswered(CARE["error_country"])
    raise NotAnswered(CARE["error_choose"])


def _choice(question: Question, index: str) -> Choice:
    if index.isascii() and index.isdigit() and int(index) < len(question.choices):
        return question.choices[int(index)]
    raise NotAnswered(CARE["error_choose"])


def _categories(question: Question, chosen: list[Choice]) -> Mapping[str, Answer]:
    """Several may be chosen; "none" and "I do not know" stand alone."""
    codes = [code for choice in chosen for code in codes_of(choice.sets)]
    if len(chosen) > 1 and len(codes) < len(chosen):
        raise NotAnswered(CARE["error_none_alone"])
    return {question.fact: tuple(dict.fromkeys(codes))} if chosen[0].sets else {}


def _day(sent: QueryDict) -> date:
    try:
        return date(*(int(sent.get(name, "").strip()) for name in ("year", "month", "day")))
    except ValueError:
        raise NotAnswered(CARE["error_date"]) from None


def chosen_index(question: Question, sent: QueryDict | None, before: Asked | None) -> list[int]:
    """Which choices are marked: those just sent, or those of the answer given before."""
    if sent is not None:
        return [int(index) for index in sent.getlist("choice") if index.isascii() and index.isdigit()]
    return [] if before is None else chosen_before(before)


def typed_before(before: Asked | None) -> Mapping[str, str]:
    """What was typed into the fields of a question when it was answered before."""
    value = None if before is None else before.sets.get(before.question.fact)
    if before is None or not isinstance(value, str):
        return {}
    if before.question.kind == "date":
        return dict(zip(("year", "month", "day"), value.split("-"), strict=True))
    return {"country": value}
