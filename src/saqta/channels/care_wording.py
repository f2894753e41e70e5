"""What the channels say of an answer about free care, in one place, so that pages and bot say the same."""

from __future__ import annotations

from saqta.basis.text import Text

STATES = {
    "yes_guaranteed": Text(ru="Бесплатно и без страховки", kk="Сақтандырусыз да тегін", en="Free, insured or not"),
    "yes_insurance": Text(ru="Бесплатно по страховке", kk="Сақтандыру бойынша тегін", en="Free under the insurance"),
    "yes": Text(ru="Бесплатно", kk="Тегін", en="Free"),
    "no": Text(ru="Не бесплатно", kk="Тегін емес", en="Not free"),
    "depends": Text(ru="Зависит от того, чего мы не знаем", kk="Белгісіз мәліметке байланысты", en="It depends"),
    "undetermined": Text(ru="Закон не даёт ответа", kk="Заң жауап бермейді", en="The law gives no settled answer"),
}
"""The verdict in a word or two."""

CARE_WORDS = {
    "number": Text(ru="Вопрос {number}", kk="{number}-сұрақ", en="Question {number}"),
    "as_of": Text(ru="Ответ на {day}.", kk="{day} күнгі жауап.", en="The answer for {day}."),
    "unanswered": Text(
        ru="Ответьте на вопросы, и ответ станет точнее.",
        kk="Сұрақтарға жауап берсеңіз, жауап дәлірек болады.",
        en="Answer the questions and the answer becomes certain.",
    ),
    "answer_questions": Text(ru="Ответить на вопросы", kk="Сұрақтарға жауап беру", en="Answer the questions"),
    "conditions": Text(ru="Условия", kk="Шарттар", en="Conditions"),
    "not_decided": Text(
        ru="Чего этот ответ не решает", kk="Бұл жауап нені шешпейді", en="What this answer does not decide"
    ),
    "given": Text(ru="Что вы ответили", kk="Сіз не деп жауап бердіңіз", en="What you answered"),
}


def state_said(verdict: str, package: str | None) -> Text:
    """That the care is free, with the package if one says so; that it is not, or not certain."""
    if verdict == "yes" and package in ("guaranteed", "insurance"):
        return STATES[f"yes_{package}"]
    return STATES[verdict]
