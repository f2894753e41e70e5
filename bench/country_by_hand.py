"""Insured status of everybody on 1 October 2025, written by hand as one Polars query, as an expert would for that day.

It reads the same Parquet files and keeps unknown apart from false, and it uses all that is special about the day: no
category was worded anew in the fifteen months before, and nothing but twelve months, a year paid ahead and three months
of grace gives a right by contributions. ``bench.country`` checks its answers before anything is timed.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl

DAY = date(2025, 10, 1)
NOW = 2025 * 12 + 9
BASE = NOW - 15  # bit 0 of every mask: the first month that three months of grace can look at
YEAR = ((1 << 12) - 1) << 3  # the twelve months before the day
AT_NOW, AT_NEXT = 1 << 15, 1 << 16
ALL = (1 << 17) - 1
UNION = ["RU", "BY", "KG", "AM"]
MONTHLY = 425_000  # tiyn owed for a month of 2024 or 2025
FREE_TO_PREPAY = date(2022, 9, 5)
ENDED_BY_WORK = [
    "registered_unemployed", "pregnant_not_working", "parent_of_child_under_3", "carer_of_disabled_child", "detained",
    "kandas_not_working", "carer_of_group_1_disabled", "social_assistance",
]  # fmt: skip
YES, NO = pl.lit(value=True), pl.lit(value=False)


def by_hand(folder: Path) -> pl.LazyFrame:
    people = pl.scan_parquet(folder / "people" / "*.parquet")
    payments = pl.scan_parquet(folder / "payments" / "*.parquet")
    memberships = pl.scan_parquet(folder / "memberships" / "*.parquet")
    unstated = people.filter(pl.col("citizenship").is_null() & pl.col("residence").is_null()).select("person")
    joined = (
        people.filter(pl.col("birth_date").is_null() | (pl.col("birth_date") <= DAY))
        .join(_paid(payments), on="person", how="left")
        .join(_ahead(payments), on="person", how="left")
        .join(_held(memberships), on="person", how="left")
        .join(_not_owed(pl.scan_parquet(folder / "not_owed" / "*.parquet")), on="person", how="left")
        .join(_recorded(payments, unstated, "paying"), on="person", how="left")
        .join(_recorded(memberships, unstated, "belonging"), on="person", how="left")
    )
    return _answers(_sets(_facts(joined)))


def _month(day: pl.Expr) -> pl.Expr:
    return day.dt.year().cast(pl.Int64) * 12 + day.dt.month().cast(pl.Int64) - 1


def _place(month: pl.Expr) -> pl.Expr:
    return (month - BASE).clip(0, 17)


def _power(place: pl.Expr) -> pl.Expr:
    return pl.lit(2, pl.Int64).pow(place)


def _paid(payments: pl.LazyFrame) -> pl.LazyFrame:
    """One number for each person: in bits 0 to 16 the months paid in any way, above bit 20 those paid by the person or
    an employer, above bit 40 by the State."""
    inside = pl.col("month").is_between(BASE, NOW + 1)
    plain = payments.filter(inside & pl.col("leave_from").is_null()).select("person", "month", "kind")
    last = _month(pl.col("leave_until") - pl.duration(days=1))
    split = pl.int_ranges(_month(pl.col("leave_from")), last + 1).alias("month")
    leave = payments.filter(pl.col("leave_from").is_not_null()).select("person", split, "kind").explode("month")
    long = pl.concat([plain, leave.filter(inside)], how="vertical_relaxed")
    weight = (
        pl.when(pl.col("kind") == "state")
        .then(1 + (1 << 40))
        .when(pl.col("kind") == "local_budget")
        .then(1)
        .otherwise(1 + (1 << 20))
    )
    return long.group_by("person").agg((_power(pl.col("month") - BASE) * weight).bitwise_or().alias("paid"))


def _ahead(payments: pl.LazyFrame) -> pl.LazyFrame:
    """The years all of whose months were paid before they began; a payment without a day may have been."""
    paid_on = pl.col("paid_on")
    rows = payments.filter(
        (pl.col("kind") == "independent")
        & (paid_on.is_null() | (paid_on >= FREE_TO_PREPAY))
        & (pl.col("month") >= NOW - 11)
    )
    made = rows.with_columns(_month(paid_on.fill_null(FREE_TO_PREPAY)).alias("made"))
    maybe, sure = _years(made, "ahead_maybe"), _years(made.filter(paid_on.is_not_null()), "ahead_sure")
    return maybe.join(sure, on="person", how="left")


def _years(made: pl.LazyFrame, name: str) -> pl.LazyFrame:
    earliest = made.filter(pl.col("made") < pl.col("month")).group_by("person", "month").agg(pl.col("made").min())
    first = pl.max_horizontal(pl.col("made") + 1, pl.col("month") - 11, NOW - 11)
    starts = earliest.with_columns(pl.int_ranges(first, pl.col("month") + 1).alias("start")).explode("start")
    whole = starts.group_by("person", "start").len().filter(pl.col("len") == 12)
    start = pl.col("start")
    bits = (start <= NOW).cast(pl.Int64) * AT_NOW + (start > NOW - 11).cast(pl.Int64) * AT_NEXT
    return whole.group_by("person").agg(pl.when(start <= NOW + 1).then(bits).otherwise(0).bitwise_or().alias(name))


def _held(memberships: pl.LazyFrame) -> pl.LazyFrame:
    code, until = pl.col("code"), pl.col("until").fill_null(date(2100, 1, 1))
    ended = (code.is_in(ENDED_BY_WORK) & pl.col("working").fill_null(value=False)) | (
        (code == "convicted") & pl.col("minimum_security").fill_null(value=False)
    )
    covers = (pl.col("start") <= DAY) & (until > DAY.replace(day=1))
    first, end = _place(_month(pl.col("start"))), _place(_month(until - pl.duration(days=1)) + 1)
    months = _power(end) - _power(first.clip(upper_bound=end))
    kandas, exempt, child = code == "kandas_not_working", code == "exempt_service", code == "child"
    near = memberships.filter(code != "crisis_level")
    return near.group_by("person").agg(
        pl.when(ended | child).then(0).otherwise(months).bitwise_or().alias("member"),
        pl.when(child).then(months).otherwise(0).bitwise_or().alias("child_months"),
        (covers & child).any().alias("child_row"),
        (covers & ~ended & ~exempt & ~child).any().alias("category"),
        (covers & ~ended & exempt).any().alias("service"),
        (covers & kandas).any().alias("kandas"),
        kandas.any().alias("ever_kandas"),
    )


def _not_owed(records: pl.LazyFrame) -> pl.LazyFrame:
    bits = _power(_place(pl.col("month_until"))) - _power(_place(pl.col("month_from")))
    return records.group_by("person").agg(bits.bitwise_or().alias("not_owed"))


def _recorded(rows: pl.LazyFrame, unstated: pl.LazyFrame, name: str) -> pl.LazyFrame:
    found = rows.select("person").join(unstated, on="person", how="semi")
    return found.unique().with_columns(YES.alias(name))


def _facts(joined: pl.LazyFrame) -> pl.LazyFrame:
    """What is known of each person on the day."""
    listed, payments, birth = pl.col("categories_listed"), pl.col("payments_listed"), pl.col("birth_date")
    until, died = pl.col("register_until"), pl.col("died_on")
    reaches = until.is_null() | (until >= DAY)
    nobody = pl.col("citizenship").is_null() & pl.col("residence").is_null()
    anything = (payments & pl.col("paying").fill_null(NO)) | (listed & pl.col("belonging").fill_null(NO))
    # A record of a child says something only where the birth date does not.
    by_record = pl.when(birth.is_null() & listed & pl.col("child_row")).then(YES).when(birth.is_not_null()).then(NO)
    child_months = pl.when(birth.is_null() & listed).then(pl.col("child_months").fill_null(0)).otherwise(0)
    by_age = _power(_place(_month(birth) + 217)) - _power(_place(_month(birth)))
    member = pl.when(listed).then(pl.col("member").fill_null(0)).otherwise(0)
    unlisted = pl.when(listed & reaches).then(NO)
    dead_months = (ALL + 1) - _power(_place(_month(died) + 1))
    return joined.with_columns(
        *(
            pl.when(payments).then(pl.col(name).fill_null(0)).otherwise(0).alias(name)
            for name in ("paid", "ahead_sure", "ahead_maybe")
        ),
        (member | by_age.fill_null(0) | child_months).alias("member"),
        *(
            pl.when(listed & pl.col(name).fill_null(NO)).then(YES).otherwise(unlisted).alias(name)
            for name in ("category", "service", "kandas", "ever_kandas")
        ),
        ((birth > date(2007, 9, 30)) | by_record).alias("child"),
        pl.when(nobody & anything).then(YES).when(~nobody).then(NO).alias("recorded"),
        (died < DAY).fill_null(NO).alias("died"),
        pl.when(reaches).then(ALL).otherwise(_power(_place(_month(until + pl.duration(days=1)))) - 1).alias("known"),
        (
            pl.col("not_owed").fill_null(0)
            | (_power(_place(_month(birth)).fill_null(0)) - 1)
            | pl.when(died.is_null()).then(0).otherwise(dead_months)
        ).alias("not_due"),
    )


def _sets(facts: pl.LazyFrame) -> pl.LazyFrame:
    """The months credited and paid, those of which it is known, and who takes part."""
    refugee = pl.col("residence") == "refugee"
    lives = pl.col("recorded") | (pl.col("citizenship") == "KZ") | (pl.col("residence") == "permanent")
    takes_part = lives | pl.col("ever_kandas") | refugee
    both = pl.col("categories_listed") & pl.col("payments_listed") & pl.col("birth_date").is_not_null()
    in_any_way, own = pl.col("paid") & ALL, (pl.col("paid") // (1 << 20)) & ALL
    listed = facts.with_columns(
        (lives | pl.col("kandas") | pl.when(~refugee).then(NO)).alias("resident"),
        (in_any_way | pl.when(takes_part).then("member").otherwise(0) | pl.col("not_due")).alias("credited"),
        (in_any_way | pl.when(~takes_part).then(0).otherwise("member") | pl.col("not_due")).alias("perhaps"),
        own.alias("own"),
        pl.when(both).then("known").otherwise(0).alias("both_known"),
        pl.when("payments_listed").then("known").otherwise(0).alias("paid_known"),
    )
    paid_known, maybe = pl.col("paid_known"), pl.col("ahead_maybe")
    return listed.with_columns(
        (_without(pl.col("both_known"), pl.col("perhaps")) | pl.col("credited")).alias("known"),
        (paid_known | pl.col("own")).alias("own_known"),
        (_without(paid_known, maybe) | pl.col("ahead_sure")).alias("ahead_known"),
    )


def _without(bits: pl.Expr, taken: pl.Expr) -> pl.Expr:
    return bits - (bits & taken)


def _answers(facts: pl.LazyFrame) -> pl.LazyFrame:
    lately = YEAR | AT_NOW
    all_known = (pl.col("own_known") & lately) == lately
    paid_for = pl.when((pl.col("own") & lately) != 0).then(YES).when(all_known).then(NO)
    contributor = pl.col("resident") | (pl.col("citizenship").is_in(UNION) & paid_for)
    by_state = _at((pl.col("paid") // (1 << 40)) & ALL, pl.col("own_known"), AT_NOW)
    ahead = [_at(pl.col("ahead_sure"), pl.col("ahead_known"), bit) for bit in (AT_NOW, AT_NEXT)]
    now = _at(pl.col("credited"), pl.col("known"), AT_NOW)
    stopped = NO
    for back in (1, 2, 3):
        paid_then = _at(pl.col("own"), pl.col("own_known"), AT_NOW >> back)
        stopped = stopped | (paid_then & _every(YEAR >> (back - 1)))
    grounds = {
        "category": pl.col("resident") & (pl.col("category") | pl.col("child") | by_state),
        "exempt": pl.col("resident") & pl.col("service"),
        "contributions": contributor & _every(YEAR),
        "prepaid": contributor & (ahead[0] | (now & ahead[1])),
        "grace": contributor & stopped,
    }
    verdict = ~pl.col("died") & pl.any_horizontal(list(grounds))
    first = pl.coalesce([pl.when(pl.col(name)).then(pl.lit(name)) for name in grounds])
    owed = (_without(pl.col("known"), pl.col("credited")) & YEAR).bitwise_count_ones().cast(pl.Int64)
    return facts.with_columns(ground.alias(name) for name, ground in grounds.items()).select(
        "person",
        verdict.alias("verdict"),
        pl.when(verdict).then(first).alias("ground"),
        owed.alias("months_owed"),
        (owed * MONTHLY).alias("amount_owed"),
    )


def _every(mask: int) -> pl.Expr:
    known, credited = pl.col("known") & mask, pl.col("credited") & mask
    return pl.when(known != credited).then(NO).when(known == mask).then(YES)


def _at(bits: pl.Expr, known: pl.Expr, bit: int) -> pl.Expr:
    return pl.when((bits & bit) != 0).then(YES).when((known & bit) != 0).then(NO)
