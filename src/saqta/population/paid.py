"""What payments come to for everybody: the months they count for, by kind, and the years paid ahead, in bulk.

A payment counts for the month stated in it, whenever it was made; one transfer for a leave counts for every month of
the leave. These are the sets of ``rules.month_sets``.
"""

from __future__ import annotations

from itertools import groupby

from saqta.basis.month import Month
from saqta.law.book import Law
from saqta.population.lanes import bit_in_word, joined_lanes, lanes, numbers
from saqta.population.months import bit_of, bits_between
from saqta.population.plan import (
    FALSE,
    NOTHING,
    TRUE,
    Choice,
    Fixed,
    Only,
    Relation,
    Spread,
    Table,
    Term,
    Total,
    Union,
    among,
    call,
    choose,
    column,
)
from saqta.population.question import Question
from saqta.rules.month_sets import KINDS, PAID_BY, STATE_KINDS, least_payment

KINDS_OF_SET = {"credited": KINDS, **PAID_BY}
"""Which kinds of payment make up each set of months; every payment credits its month."""


def sets_paid(question: Question) -> tuple[str, ...]:
    """The sets of months asked about that payments make up."""
    return tuple(name for name in KINDS_OF_SET if name in question.looked_at)


def sums_matter(question: Question) -> bool:
    """Whether a month counts only when enough was paid for it (reading Q3)."""
    return question.law.option("Q3") != "any_payment"


def payments_of_all(question: Question) -> Relation:
    """One row for each person who paid: the months paid for of each set, in lanes. Where sums matter they stand word by
    word, beside the months for which the sum is enough or not known."""
    if sums_matter(question):
        return _by_person_where_sums_matter(question)
    found = lanes(question, sets_paid(question))
    belongs = {name: _of_kinds(KINDS_OF_SET[name]) for name in sets_paid(question)}
    totals = {f"paid_{number}": Total("bits", joined_lanes(found, belongs, number)) for number in numbers(found)}
    return _paid_months(question).having({"bit": bit_in_word(column("month"))}).grouped("person", **totals)


def known_payments(law: Law, *columns: str) -> Relation:
    """The payments as then known: those made after the moment of knowledge are left out."""
    table = Table("payments", tuple(dict.fromkeys((*columns, "paid_on"))))
    if law.known_at is None:
        return Only(table, columns)
    paid_on = column("paid_on")
    return Only(table.where(paid_on.missing | (paid_on <= law.known_at)), columns)


def years_ahead_of_all(question: Question) -> Relation:
    """For each person the months of years that were paid for before they began, for certain and perhaps.

    A start counts when each of the twelve months from it was paid for in an earlier month than the start; so every
    payment made ahead is spread over the starts it could serve, and a start served by all its months counts. A payment
    that bears no day may have been made as early as such payments could.
    """
    law, length = question.law, question.law.number("prepaid_months")
    began, ended = law.book.spans["prepaid_payments"]
    paid_on, month, made = column("paid_on"), column("month"), call("month_of", column("paid_on").otherwise(began))
    possible = Fixed(began) <= paid_on if ended is None else (Fixed(began) <= paid_on) & (paid_on < ended)
    rows = known_payments(law, "person", "month", "kind", "paid_on").where(column("kind").same_as("independent"))
    ahead = rows.where(paid_on.missing | possible).having({"made": made}).where(column("made") < month)
    earliest = ahead.grouped(
        "person",
        "month",
        possible=Total("least", column("made")),
        sure=Total("least", choose(paid_on.missing, month, column("made"))),
    )
    first = call("largest", column("possible") + 1, month - (length - 1))
    starts = Spread(earliest, "start", first, month + 1).grouped(
        "person",
        "start",
        possible=Total("rows", month),
        sure=Total("sum", choose(column("sure") < column("start"), 1, 0)),
    )
    totals: dict[str, Total] = {}
    for word in question.words_of("prepaid_year"):
        bits = bits_between(column("start"), column("start") + length, word)
        for name in ("possible", "sure"):
            totals[f"prepaid_{name}_{word}"] = Total("bits", choose(column(name).same_as(length), bits, NOTHING))
    return starts.where(column("possible").same_as(length)).grouped("person", **totals)


def _paid_months(question: Question) -> Relation:
    """One row for each payment and month it counts for, among the months that are looked at."""
    payments = known_payments(question.law, "person", "month", "kind", "amount", "leave_from", "leave_until")
    plain = payments.where(column("leave_from").missing)
    whole = Union((plain.only("person", "month", "kind", "amount"), _months_of_leave(question, payments)))
    first, end = question.months(*sets_paid(question))
    return whole.where((Fixed(first) <= column("month")) & (column("month") < end))


def _months_of_leave(question: Question, payments: Relation) -> Relation:
    """Transfers for leave: one row for every month of a leave that is split, else for the month stated."""
    leave = _leave(question, payments)
    stated, split = column("month"), column("split")
    first = choose(split, call("month_of", column("leave_from")), stated)
    end = choose(split, call("month_of", call("day_before", column("leave_until"))), stated) + 1
    bounded = leave.having({"first": first, "end": end}).only("person", "kind", "amount", "first", "end")
    return Spread(bounded, "month", column("first"), column("end")).only("person", "month", "kind", "amount")


def _leave(question: Question, payments: Relation) -> Relation:
    return payments.where(~column("leave_from").missing).having({"split": _is_split(question.law)})


def _is_split(law: Law) -> Term:
    """Whether a transfer for leave is split by months: a leave of a month or more, begun when the rule was in force."""
    start, end = law.book.spans["leave_split"]
    begun, until = column("leave_from"), column("leave_until")
    long_enough = call("days_in_month", begun) <= call("days_between", begun, until)
    in_force = Fixed(start) <= begun if end is None else (Fixed(start) <= begun) & (begun < end)
    return long_enough & in_force


def _by_person_where_sums_matter(question: Question) -> Relation:
    """The months first, because what is paid for a month counts together; then the people."""
    bits = {kind: 1 << place for place, kind in enumerate(sorted(KINDS))}
    kind = Choice(tuple((column("kind").same_as(name), Fixed(bit)) for name, bit in bits.items()), NOTHING)
    by_month = (
        _paid_months(question)
        .grouped(
            "person",
            "month",
            kinds=Total("bits", kind),
            paid=Total("sum", column("amount").otherwise(0)),
            unsaid_bit=Total("bits", choose(column("amount").missing, 1, NOTHING)),
        )
        .having({"enough": _least(question) <= column("paid"), "unsaid": Fixed(0) < column("unsaid_bit")})
    )

    def paid_by(kinds: frozenset[str]) -> Term:
        return Fixed(0) < call("common", column("kinds"), sum(bits[name] for name in kinds))

    names = sets_paid(question)
    totals: dict[str, Total] = {}
    for word in question.words_of(*names):
        totals[f"enough_{word}"] = Total("bits", _bit_if(column("enough"), word))
        totals[f"unsaid_{word}"] = Total("bits", _bit_if(column("unsaid"), word))
        for name in names:
            if word in question.words_of(name):
                kinds = KINDS_OF_SET[name]
                totals[f"{name}_{word}"] = Total("bits", _bit_if(paid_by(kinds), word))
                totals[f"{name}_free_{word}"] = Total("bits", _bit_if(paid_by(kinds & STATE_KINDS), word))
    return by_month.grouped("person", **totals)


def people_with_split_leave(question: Question) -> Relation:
    """Whose transfers for leave would have to be split to the tiyn before their sums could be judged."""
    payments = known_payments(question.law, "person", "month", "kind", "amount", "leave_from", "leave_until")
    split = _leave(question, payments).where(column("split"))
    return split.grouped("person", splits=Total("rows", column("person")))


def _least(question: Question) -> Term:
    """The sum that must be paid for a month to count; nothing for months for which nothing can be owed."""
    law, (first, end) = question.law, question.months(*sets_paid(question))
    counted = Month.of(law.book.spans["counted_months"][0])
    months = [Month(number) for number in range(first, end)]
    least = {month: least_payment(month, law).tiyn if counted <= month else 0 for month in months}
    runs = [(sum_, list(run)[-1]) for sum_, run in groupby(months, key=least.__getitem__)]
    return Choice(tuple((column("month") <= last.number, Fixed(sum_)) for sum_, last in runs), NOTHING)


def _of_kinds(kinds: frozenset[str]) -> Term:
    if kinds == KINDS:
        return TRUE
    left_out = KINDS - kinds
    if len(left_out) < len(kinds):
        return ~among(column("kind"), sorted(left_out))
    return among(column("kind"), sorted(kinds))


def _bit_if(condition: Term, word: int) -> Term:
    bit = bit_of(column("month"), word)
    return bit if condition == TRUE else NOTHING if condition == FALSE else choose(condition, bit, NOTHING)
