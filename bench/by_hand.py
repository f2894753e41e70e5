"""The rule of insured status written by hand as one Python function, as an expert would for one day of 2025.

It keeps unknown apart from false, as the law demands, reads the same record of facts and must give the same verdict;
``bench.one_person`` checks that it does before anything is timed.
"""

from __future__ import annotations

from typing import Any

from saqta.logic.windows import BACK

CATEGORIES = (
    "child", "registered_unemployed", "pregnant_not_working", "parent_of_child_under_3", "parental_leave",
    "carer_of_disabled_child", "pensioner", "war_veteran", "convicted", "detained", "kandas_not_working",
    "awarded_mother", "disability", "full_time_student", "carer_of_group_1_disabled", "social_assistance",
)  # fmt: skip
UNION = ("RU", "BY", "KG", "AM")
YEAR = ((1 << 12) - 1) << (BACK - 12)
NOW, NEXT = 1 << BACK, 1 << (BACK + 1)


def insured_by_hand(facts: Any) -> bool | None:  # the point of comparison is one plain function
    if facts.died:
        return False
    unknown = facts.died is None
    citizenship, residence = facts.citizenship, facts.residence
    resident: bool | None = False
    if facts.recorded or citizenship == "KZ" or residence == "permanent" or facts.kandas:
        resident = True
    elif (
        facts.recorded is None
        or citizenship is None
        or residence is None
        or facts.kandas is None
        or residence == "refugee"
    ):
        resident = None
    contributor = resident
    if not resident and (citizenship is None or citizenship in UNION):
        lately = YEAR | NOW
        works: bool | None = False
        if facts.paid & lately:
            works = True if citizenship else None
        elif facts.paid_known & lately != lately:
            works = None
        contributor = True if works else None if works is None else resident
    if contributor is False:
        return False

    category: bool | None = False
    for held in (
        facts.child, facts.registered_unemployed, facts.pregnant_not_working, facts.parent_of_child_under_3,
        facts.parental_leave, facts.carer_of_disabled_child, facts.pensioner, facts.war_veteran, facts.convicted,
        facts.detained, facts.kandas_not_working, facts.awarded_mother, facts.disability, facts.full_time_student,
        facts.carer_of_group_1_disabled, facts.social_assistance, facts.exempt_service,
    ):  # fmt: skip
        if held:
            category = True
            break
        if held is None:
            category = None
    if category is not True:
        if facts.state_paid & NOW:
            category = True
        elif not facts.state_paid_known & NOW:
            category = None
    if category and resident:
        return None if unknown else True

    credited, known = facts.credited, facts.credited_known
    paid: bool | None = False
    if credited & YEAR == YEAR:
        paid = True
    else:
        if known & YEAR == credited & YEAR:
            paid = None
        ahead, ahead_known = facts.prepaid_year, facts.prepaid_year_known
        if ahead & NOW or (credited & NOW and ahead & NEXT):
            paid = True
        elif not ahead_known & NOW or (
            (credited & NOW or not known & NOW) and (ahead & NEXT or not ahead_known & NEXT)
        ):
            paid = None
        if paid is not True:
            for back in (1, 2, 3):
                year, last = YEAR >> (back - 1), NOW >> back
                full = credited & year == year
                open_ = not full and known & year == credited & year
                if full and facts.paid & last:
                    paid = True
                    break
                if (full or open_) and (facts.paid & last or not facts.paid_known & last):
                    paid = None
    if paid and contributor:
        return None if unknown else True
    if (paid is False or contributor is False) and (category is False or resident is False):
        return False
    return None
