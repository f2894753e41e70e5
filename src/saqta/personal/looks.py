"""Who looked at a person's data: by role and organisation, why in plain words, and when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from saqta.access.citizens import is_new_look
from saqta.access.permissions import ROLES
from saqta.access.purposes import purpose_text
from saqta.access.queries import member_behind
from saqta.access.records import Scope
from saqta.access.records import person as person_named
from saqta.basis.refusal import Refused
from saqta.basis.regions import region_of
from saqta.basis.text import Text, same
from saqta.journal.actions import record_read
from saqta.journal.queries import looks_at
from saqta.personal.asking import questions_of
from saqta.personal.records import LookShown
from saqta.personal.texts import LOOKERS
from saqta.registry.clinic_queries import facility

OWN_PAGE, OWN_EXPORT, CHILD_PAGE = "own-page", "own-export", "child-page"


def looks(person: UUID, at_most: int | None = None) -> Iterator[LookShown]:
    """Everybody who looked at this person, the latest first."""
    asked = {(one.look.entry, one.look.place): one for one in questions_of(person) if one.look is not None}
    known: dict[str, Text] = {}
    for look in looks_at(person, at_most):
        if look.by not in known:
            known[look.by] = who_text(look.by, person)
        own = look.by == person_named(person)
        question = asked.get((look.entry, look.place))
        yield LookShown(look.entry, look.place, look.at, known[look.by], purpose_text(look.purpose), own, question)


def note_own_look(reader: UUID, person: UUID, purpose: str, *, at: datetime) -> None:
    """That somebody signed in reads about themselves or about a child, once however many pages they open meanwhile."""
    by = person_named(reader)
    if is_new_look(by, person, purpose, at=at):
        record_read(person, by=by, purpose=purpose, at=at)


def who_text(by: str, person: UUID) -> Text:
    """Who looked, as the person looked at may know it: an employee by role and organisation, never by name."""
    kind, _, name = by.partition(":")
    if by == person_named(person):
        return LOOKERS["own"]
    if kind == "person":
        return LOOKERS["representative"]
    if kind == "gateway":
        return LOOKERS["gateway"].fill(system=same(name))
    if kind != "staff":
        return LOOKERS.get(kind, LOOKERS["unknown"])
    member = member_behind(by)
    if member is None:
        return LOOKERS["unknown"]
    return LOOKERS["staff"].fill(role=ROLES[member.role], place=_place(member.scope))


def _place(scope: Scope) -> Text:
    if scope.facility is not None:
        found = facility(scope.facility)
        return LOOKERS["unknown"] if found is None else same(found.name)
    if scope.region is None:
        return LOOKERS["fund"]
    try:
        return region_of(scope.region.ljust(9, "0")).name
    except Refused:
        return same(scope.region)
