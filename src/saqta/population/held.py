"""What memberships come to for everybody: the holdings of ``rules.holdings``, in bulk.

Each recorded membership meets the wordings of its category. What is left of it under a wording is a holding: some days,
and whether the person belongs, unknown included. A holding credits its months and covers the day asked about up to the
end of the month in which it ends.
"""

from __future__ import annotations

from datetime import date

from saqta.law.shape import CategoryWording
from saqta.logic.nodes import Fact, Node
from saqta.logic.trees import replaced
from saqta.population.months import bits_between
from saqta.population.plan import (
    FALSE,
    NOTHING,
    TRUE,
    UNKNOWN,
    Choice,
    Fixed,
    Join,
    Relation,
    Rows,
    RuleValue,
    Table,
    Term,
    Total,
    Union,
    call,
    choose,
    column,
)
from saqta.population.question import Question
from saqta.rules.holdings import VOCABULARY, condition
from saqta.rules.vocabulary import CATEGORIES

NEVER = date.max
"""The end of what does not end."""

CATEGORY_BITS = {code: 1 << place for place, code in enumerate(CATEGORIES)}
ATTRIBUTES = (
    "since_childhood",
    "working",
    "visited_on",
    "no_pension_contributions_for_3_months",
    "house_arrest",
    "minimum_security",
    "subsidised_job",
    "receives_allowance",
)
MEMBERSHIP = ("person", "code", "start", "until", *ATTRIBUTES)
KANDAS = "kandas_not_working"


class Span:
    """Days of a holding that lie in columns, and what they come to. ``end_day`` is the first day after them."""

    def __init__(self, question: Question, name: str) -> None:
        self.question, self.name = question, name

    def days(self, start: Term, end: Term) -> dict[str, Term]:
        """The columns of the days; where the end does not lie after the start, what follows means nothing."""
        return {f"{self.name}_first_day": start, f"{self.name}_end_day": end}

    def months_of_days(self) -> dict[str, Term]:
        """The columns of the first and the last month, made from those of the days."""
        return {
            f"{self.name}_first": call("month_of", self.start_day),
            f"{self.name}_last": call("month_of", call("day_before", self.end_day)),
        }

    @property
    def start_day(self) -> Term:
        return column(f"{self.name}_first_day")

    @property
    def end_day(self) -> Term:
        return column(f"{self.name}_end_day")

    @property
    def has_days(self) -> Term:
        return self.start_day < self.end_day

    @property
    def covers(self) -> Term:
        """Whether the day asked about is covered: it is not before the start nor after the last month."""
        return (self.start_day <= self.question.day) & (
            Fixed(self.question.month.number) <= column(f"{self.name}_last")
        )

    def months(self, word: int) -> Term:
        return bits_between(column(f"{self.name}_first"), column(f"{self.name}_last") + 1, word)


def held_words(question: Question) -> tuple[int, ...]:
    """The words in which months held can matter."""
    return question.words_of("credited", "member")


def memberships_of_all(question: Question) -> Relation:
    """One row for each person with memberships: the categories held and open on the day, whether a kandas is recorded
    on it or ever was, and for each word the months held and those that may be."""
    span = Span(question, "held")
    rows = _under_wordings(question, span, Union((_recorded(question), _children_of_unknown_age(question))))
    belongs, kandas = column("belongs"), column("code").same_as(KANDAS)
    open_ = belongs.missing
    months = {f"months_{word}": span.months(word) for word in held_words(question)}
    seen = rows.having(span.months_of_days()).having({"covers": span.covers, **months})
    covers, category = column("covers"), column("category")
    totals = {
        "members_held": Total("bits", choose(belongs & covers, category, NOTHING)),
        "members_open": Total("bits", choose(open_ & covers, category, NOTHING)),
        "members_kandas": Total("bits", choose(covers & kandas, 1, NOTHING)),
        "members_ever_kandas": Total("bits", choose(kandas, 1, NOTHING)),
    }
    for word in held_words(question):
        totals[f"months_held_{word}"] = Total("bits", choose(belongs, column(f"months_{word}"), NOTHING))
        totals[f"months_open_{word}"] = Total("bits", choose(open_, column(f"months_{word}"), NOTHING))
    return seen.grouped("person", **totals)


def childhood(question: Question, birth: Term) -> dict[Span, dict[str, Term]]:
    """What the birth date alone gives: under each wording the span of the child's holding, with its columns. Where the
    birth date is unknown they mean nothing."""
    spans: dict[Span, dict[str, Term]] = {}
    for place, wording in enumerate(question.law.book.categories["child"].wordings):
        start = call("largest", birth, wording.start)
        end = call("smallest", column("end_of_childhood"), wording.end or NEVER)
        span = Span(question, f"child_{place}")
        spans[span] = span.days(start, end)
    return spans


def end_of_childhood(question: Question, birth: Term) -> Term:
    """The day after the birthday that ends childhood; for somebody born on 29 February that is 2 March in a year that
    has no such day, because the year of life is complete only when the day has passed."""
    birthday = call("years_after", birth, question.law.number("child_age"))
    one_day = call("next_day", birthday)
    shortened = call("day_of_month", birthday) < call("day_of_month", birth)
    return choose(shortened, call("next_day", one_day), one_day)


def _recorded(question: Question) -> Relation:
    """Memberships other than a child's: for a child of known birth the birth date says everything."""
    memberships = Table("memberships", MEMBERSHIP)
    return memberships.where(~column("code").same_as("child")).having({"until_day": column("until").otherwise(NEVER)})


def _children_of_unknown_age(question: Question) -> Relation:
    """A record of a child whose birth date is unknown ends where childhood would end if it began with the record."""
    memberships = Table("memberships", MEMBERSHIP).where(column("code").same_as("child"))
    unknown = Table("people", ("person", "birth_date")).where(column("birth_date").missing)
    end = call("smallest", column("until").otherwise(NEVER), end_of_childhood(question, column("start")))
    return Join(memberships, unknown, "person", "semi").having({"until_day": end})


def _under_wordings(question: Question, span: Span, memberships: Relation) -> Relation:
    """Each membership under each wording that speaks of any of its days."""
    law = question.law
    listed = [(code, wording) for code in CATEGORIES for wording in law.book.categories[code].wordings]
    asked = {_asked(wording): wording for _, wording in listed}
    places = {conditions: place for place, conditions in enumerate(asked)}
    wordings = Rows(
        ("code", "category", "wording_start", "wording_end", "by_visit", "condition"),
        tuple(
            (
                code,
                CATEGORY_BITS[code],
                wording.start,
                wording.end or NEVER,
                wording.reach == "year_of_visit",
                places[_asked(wording)],
            )
            for code, wording in listed
        ),
    )
    met = Join(memberships, wordings, "code", "inner")
    visit, until = column("visited_on"), column("until_day")
    visited = column("by_visit") & ~visit.missing
    year_end = call("new_year_after", visit)
    if law.option("Q20") != "until_year_end":
        year_end = call("smallest", year_end, until)
    inside = (column("start") <= visit) & (visit < until)
    start, end = choose(visited, visit, column("start")), choose(visited, year_end, until)
    days = span.days(call("largest", start, column("wording_start")), call("smallest", end, column("wording_end")))
    said = met.where(~visited | inside).having(days).where(span.has_days).having(_said())
    belongs = Choice(
        tuple(
            (column("condition").same_as(place), RuleValue(_over_columns(wording), question.month))
            for place, wording in enumerate(asked.values())
        ),
        UNKNOWN,
    )
    return said.having({"belongs": belongs})


def _asked(wording: CategoryWording) -> tuple[tuple[str, ...], ...]:
    """What a wording asks of a membership; wordings that ask the same are decided together."""
    return wording.requires, wording.unless, wording.presumes


def _said() -> dict[str, Term]:
    """The attributes of a membership as the conditions of wordings read them. What ends a membership is false unless
    it was said; what it takes for granted is true unless it was denied."""
    terms: dict[str, Term] = {"visited_this_year": choose(column("visited_on").missing, UNKNOWN, TRUE)}
    for name in ATTRIBUTES:
        if name != "visited_on":
            terms[f"said_{name}"] = column(name).otherwise(FALSE)
            terms[f"granted_{name}"] = column(name).otherwise(TRUE)
    return terms


def _over_columns(wording: CategoryWording) -> Node:
    """The condition of a wording over the columns of ``_said``."""
    tree = condition(wording)
    for prefix, names in (("said", wording.unless), ("granted", wording.presumes)):
        for name in names:
            tree = replaced(tree, VOCABULARY.fact(name), Fact(f"{prefix}_{name}"))
    return tree
