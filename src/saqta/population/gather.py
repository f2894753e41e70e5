"""The facts of everybody as the rules read them: what ``rules.case.Case`` is for one person, in bulk.

One row for each person born by the day: the facts about the person, the categories on the day as bits (``held``:
belongs; ``open``: nobody knows), and the sets of months as pairs of words, those that belong and those of which it is
known.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from saqta.basis.month import EPOCH, Month
from saqta.population.held import CATEGORY_BITS, Span, childhood, end_of_childhood, held_words, memberships_of_all
from saqta.population.lanes import Lanes, lanes
from saqta.population.months import bits_before, bits_between, fixed_bits, month_number
from saqta.population.paid import (
    known_payments,
    payments_of_all,
    people_with_split_leave,
    sets_paid,
    sums_matter,
    years_ahead_of_all,
)
from saqta.population.plan import (
    FALSE,
    NOTHING,
    TRUE,
    UNKNOWN,
    Fixed,
    Join,
    Relation,
    RuleValue,
    Table,
    Term,
    Total,
    call,
    choose,
    column,
    every,
    joined,
    without,
)
from saqta.population.question import FULL_WORD, Question, word_columns
from saqta.rules.case import HORIZON

ALL_CATEGORIES = sum(CATEGORY_BITS.values())
PEOPLE = (
    "person", "birth_date", "sex", "region", "citizenship", "residence", "died_on", "register_until",
    "categories_listed", "payments_listed",
)  # fmt: skip
PLAIN = (
    "person", "birth_date", "sex", "region", "citizenship", "residence", "recorded", "kandas", "died", "alone",
    "held", "open",
)  # fmt: skip


class Gathering:
    """The plan that gathers the facts for one question."""

    def __init__(self, question: Question) -> None:
        self.question, self.law, self.day = question, question.law, question.day

    def plan(self) -> Relation:
        persons = self._people().having(self._ages()).having(self._persons())
        for span in self.childhood:
            persons = persons.having(span.months_of_days())
        taking_part = persons.having(self._lists()).having(
            {"participates": RuleValue(self.question.resident, self.question.month)}
        )
        return taking_part.having(self._members()).having(self._sets()).only(*self.columns)

    @property
    def columns(self) -> tuple[str, ...]:
        """The facts gathered: about the person, the categories, then the words of the sets of months."""
        return (*PLAIN, *(name for name, _ in self.words))

    @property
    def words(self) -> tuple[tuple[str, int], ...]:
        """The columns of the sets of months asked about, each with the bits of it that are looked at."""
        return tuple(
            (name, self.question.bits(set_name, word))
            for set_name in self.question.looked_at
            for word in self.question.words_of(set_name)
            for name in word_columns(set_name)[word]
        )

    @property
    def _due_words(self) -> tuple[int, ...]:
        """Where it matters for which months nothing is due; a sum that is not due is never too small."""
        more = sets_paid(self.question) if sums_matter(self.question) else ()
        return self.question.words_of("credited", *more)

    def _people(self) -> Relation:
        """Everybody born by the day, beside what was gathered from each list."""
        birth = column("birth_date")
        people: Relation = Table("people", PEOPLE).where(birth.missing | (birth <= self.day))
        lists = [payments_of_all(self.question), memberships_of_all(self.question), self._not_owed()]
        if "prepaid_year" in self.question.looked_at:
            lists.append(years_ahead_of_all(self.question))
        if sums_matter(self.question):
            lists.append(people_with_split_leave(self.question))
        if self._presumes:
            lists += self._anything_recorded()
        for found in lists:
            people = Join(people, found, "person", "left")
        return people

    def _not_owed(self) -> Relation:
        """The months for which the Fund records that nothing is owed."""
        words = {
            f"not_owed_{word}": Total("bits", bits_between(column("month_from"), column("month_until"), word))
            for word in self._due_words
        }
        return Table("not_owed", ("person", "month_from", "month_until")).grouped("person", **words)

    @property
    def _presumes(self) -> bool:
        return self.law.option("Q22") == "presumed_participant"

    def _anything_recorded(self) -> list[Relation]:
        """Of people who state neither citizenship nor residence: whether anything at all is recorded of them."""
        unstated = Table("people", ("person", "citizenship", "residence")).where(_states_nothing())
        payments = Join(known_payments(self.law, "person"), unstated, "person", "semi")
        memberships = Join(Table("memberships", ("person",)), unstated, "person", "semi")
        return [
            payments.grouped("person", payment_rows=Total("rows", column("person"))),
            memberships.grouped("person", membership_rows=Total("rows", column("person"))),
        ]

    def _ages(self) -> dict[str, Term]:
        birth = column("birth_date")
        return {"birth_month": call("month_of", birth), "end_of_childhood": end_of_childhood(self.question, birth)}

    @cached_property
    def lanes(self) -> Lanes:
        return lanes(self.question, sets_paid(self.question))

    @cached_property
    def childhood(self) -> Mapping[Span, Mapping[str, Term]]:
        return childhood(self.question, column("birth_date"))

    def _persons(self) -> dict[str, Term]:
        """The facts about the person, as ``Case`` gives them."""
        until = column("register_until")
        reaches = until.missing | (Fixed(self.day) <= until)
        return {
            "died": choose(column("died_on") < self.day, TRUE, FALSE),
            "recorded": self._recorded() if self._presumes else FALSE,
            "alone": Fixed(0) < column("splits").otherwise(0) if sums_matter(self.question) else FALSE,
            "categories_today": column("categories_listed") & reaches,
            **{
                f"listed_{word}": choose(
                    reaches, FULL_WORD, bits_before(call("month_of", call("next_day", until)), word)
                )
                for word in self.question.words_of(*self.question.looked_at)
            },
            **{f"not_due_{word}": self._not_due(word) for word in self._due_words},
            **{name: term for days in self.childhood.values() for name, term in days.items()},
        }

    def _recorded(self) -> Term:
        """Reading Q22, where it presumes that somebody of whom anything is recorded takes part."""
        rows = _if_listed("payments", "payment_rows"), _if_listed("categories", "membership_rows")
        anything = Fixed(0) < rows[0] + rows[1]
        return choose(_states_nothing(), choose(anything, TRUE, UNKNOWN), FALSE)

    def _not_due(self, word: int) -> Term:
        """Months for which nothing can be owed: before 2020, before birth, after death, and as recorded by the Fund."""
        first = Month.of(self.law.book.periods["counted_months"].start)
        birth, died = column("birth_date"), column("died_on")
        after_death = bits_between(call("month_of", died) + 1, month_number(HORIZON), word)
        return joined(
            fixed_bits((1 << max(first - EPOCH, 0)) - 1, word),
            choose(birth.missing, NOTHING, bits_before(column("birth_month"), word)),
            choose(died.missing, NOTHING, after_death),
            column(f"not_owed_{word}").otherwise(0),
        )

    def _lists(self) -> dict[str, Term]:
        """The categories on the day, and the months held: by memberships, and by being a child."""
        listed, known_birth = column("categories_today"), ~column("birth_date").missing
        children = [(span, known_birth & span.has_days) for span in self.childhood]
        child_held = [choose(exists & span.covers, CATEGORY_BITS["child"], NOTHING) for span, exists in children]
        held = joined(_if_listed("categories", "members_held"), *child_held)
        unlisted = choose(listed, NOTHING, ALL_CATEGORIES - CATEGORY_BITS["child"])
        ageless = choose(known_birth, NOTHING, CATEGORY_BITS["child"])
        kandas, ever = (Fixed(0) < _if_listed("categories", name) for name in ("members_kandas", "members_ever_kandas"))
        terms = {
            "held": held,
            "open": without(joined(_if_listed("categories", "members_open"), unlisted, ageless), held),
            "kandas": choose(kandas, TRUE, choose(listed, FALSE, UNKNOWN)),
            "ever_kandas": choose(ever, TRUE, choose(listed, FALSE, UNKNOWN)),
        }
        for word in held_words(self.question):
            child_months = [choose(exists, span.months(word), NOTHING) for span, exists in children]
            terms[f"held_{word}"] = joined(_if_listed("categories", f"months_held_{word}"), *child_months)
        return terms

    def _members(self) -> dict[str, Term]:
        """The months that categories credit: of participants only, and perhaps of people who may be participants."""
        takes_part = column("participates")
        terms: dict[str, Term] = {}
        for word in held_words(self.question):
            held = column(f"held_{word}")
            either = joined(held, _if_listed("categories", f"months_open_{word}"))
            terms[f"member_sure_{word}"] = choose(takes_part, held, NOTHING)
            terms[f"member_possible_{word}"] = choose(~takes_part, NOTHING, either)
        return terms

    def _sets(self) -> dict[str, Term]:
        """Each set of months as what belongs and what is known, as far as the lists behind it are complete."""
        terms: dict[str, Term] = {}
        for name in self.question.looked_at:
            complete = every(self._lists_behind(name))
            for word in self.question.words_of(name):
                sure, possible = self._attested(name, word)
                listed = choose(complete, column(f"listed_{word}"), NOTHING)
                belongs, known = word_columns(name)[word]
                terms[belongs] = sure
                terms[known] = joined(without(listed, possible), sure)
        return terms

    def _lists_behind(self, name: str) -> list[Term]:
        lists: list[Term] = []
        if name != "member":
            lists.append(column("payments_listed"))
        if name in ("credited", "member"):
            lists += [column("categories_listed"), ~column("birth_date").missing]
        return lists

    def _attested(self, name: str, word: int) -> tuple[Term, Term]:
        """The months that the facts show to belong to a set, and those that may belong to it."""
        if name == "member":
            return column(f"member_sure_{word}"), column(f"member_possible_{word}")
        if name == "prepaid_year":
            sure, possible = (_if_listed("payments", f"prepaid_{kind}_{word}") for kind in ("sure", "possible"))
            return sure, possible
        sure, possible = self._paid(name, word)
        if name != "credited":
            return sure, possible
        not_due = column(f"not_due_{word}")
        members = column(f"member_sure_{word}"), column(f"member_possible_{word}")
        return joined(sure, members[0], not_due), joined(possible, members[1], not_due)

    def _paid(self, name: str, word: int) -> tuple[Term, Term]:
        if not sums_matter(self.question):
            lane = self.lanes[name, word]
            paid = lane.months(_if_listed("payments", f"paid_{lane.number}"))
            return paid, paid
        paid = _if_listed("payments", f"{name}_{word}")
        free = _if_listed("payments", f"{name}_free_{word}")
        enough = joined(_if_listed("payments", f"enough_{word}"), column(f"not_due_{word}"))
        maybe = joined(enough, _if_listed("payments", f"unsaid_{word}"))
        return joined(call("common", paid, enough), free), joined(call("common", paid, maybe), free)


def _states_nothing() -> Term:
    return column("citizenship").missing & column("residence").missing


def _if_listed(name: str, found: str) -> Term:
    """What was gathered from a list, nothing for people of whom the list was not given."""
    return choose(column(f"{name}_listed"), column(found).otherwise(0), NOTHING)
