"""What grounds and clauses are called in summaries and reports."""

from __future__ import annotations

from collections.abc import Mapping

from saqta.basis.text import Text, same
from saqta.law.book import Law
from saqta.population.answering import DIED, IN_DEBT, NO_PARTICIPANT

GROUNDS: Mapping[str, Text] = {
    "category": Text(ru="за человека платит государство", kk="адам үшін мемлекет төлейді", en="the State pays"),
    "exempt": Text(ru="взносы платить не нужно", kk="жарна төлеуден босатылған", en="exempt from paying"),
    "local_budget": Text(ru="платит местный бюджет", kk="жергілікті бюджет төлейді", en="the local budget pays"),
    "transition": Text(
        ru="в первом полугодии 2020 года застрахованы были все",
        kk="2020 жылдың бірінші жартыжылдығында бәрі сақтандырылған",
        en="everyone was insured in the first half of 2020",
    ),
    "contributions": Text(
        ru="за двенадцать месяцев долга нет", kk="он екі ай үшін берешек жоқ", en="nothing owed for twelve months"
    ),
    "prepaid": Text(ru="год оплачен вперёд", kk="бір жыл алдын ала төленген", en="a year paid ahead"),
    "three_months": Text(ru="хватило трёх месяцев", kk="үш ай жеткілікті болды", en="three months were enough"),
    "grace": Text(
        ru="платить перестали, но право ещё сохраняется",
        kk="төлем тоқтаған, бірақ құқық әлі сақталады",
        en="payments stopped, the right still lasts",
    ),
}

_CLAUSES: Mapping[str, Text] = {
    "category": Text(
        ru="взнос государства за сам месяц",
        kk="осы айға мемлекет төлеген жарна",
        en="the State paid for the month itself",
    ),
    "local-budget": Text(
        ru="взнос местного бюджета за сам месяц",
        kk="осы айға жергілікті бюджет төлеген жарна",
        en="the local budget paid for the month itself",
    ),
    "grace": Text(
        ru="право сохраняется после последнего оплаченного месяца: {grace} мес.",
        kk="соңғы төленген айдан кейін құқық {grace} ай сақталады",
        en="the right lasts {grace} months after the last paid one",
    ),
    "long-grace": Text(
        ru="право сохраняется после {run} мес. уплаты без перерыва: {long} мес.",
        kk="{run} ай үзіліссіз төлегеннен кейін құқық {long} ай сақталады",
        en="the right lasts {long} months after {run} of unbroken payment",
    ),
    "exempt": GROUNDS["exempt"],
    "transition": GROUNDS["transition"],
    "twelve-months": GROUNDS["contributions"],
    "prepaid-year": GROUNDS["prepaid"],
    "three-months": GROUNDS["three_months"],
}

_COUNTS = {"grace": "grace_months", "long": "long_grace_months", "run": "long_grace_run_months"}
"""The parameters behind the counts of months in names of clauses."""

DENIALS: Mapping[str, Text] = {
    DIED: Text(ru="умерли", kk="қайтыс болғандар", en="died"),
    NO_PARTICIPANT: Text(ru="не участвуют в системе", kk="жүйеге қатыспайтындар", en="do not take part in the system"),
    IN_DEBT: Text(ru="есть неоплаченные месяцы", kk="төленбеген айлары бар", en="have unpaid months"),
}
"""Why somebody is not insured."""

VERDICTS: Mapping[str, Text] = {
    "yes": Text(ru="застрахованы", kk="сақтандырылған", en="insured"),
    "no": Text(ru="не застрахованы", kk="сақтандырылмаған", en="not insured"),
    "unknown": Text(ru="неизвестно", kk="белгісіз", en="not known"),
}

SEXES: Mapping[str, Text] = {
    "female": Text(ru="женщины", kk="әйелдер", en="women"),
    "male": Text(ru="мужчины", kk="ерлер", en="men"),
}

NOT_STATED = Text(ru="не указано", kk="көрсетілмеген", en="not stated")


def clause_name(law: Law, clause: str) -> Text:
    """What a clause that gives the insurance is called: of a category its name in the law of the day; where it counts
    months, as many as the law of the day counts."""
    code = clause.removeprefix("category-")
    if clause.startswith("category-") and code in law.book.categories:
        wording = law.wording(code) or law.book.categories[code].wordings[-1]
        return wording.name
    text = _CLAUSES.get(clause, same(clause))
    return text.fill(**{name: str(law.number(_COUNTS[name])) for name in text.names()})
