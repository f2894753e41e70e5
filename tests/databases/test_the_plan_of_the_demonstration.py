"""The invented plan of a demonstration: filed once, with a link each time, at a clinic that may give anaesthesia."""

from __future__ import annotations

from datetime import date

from saqta.basis.identifiers import Iin
from saqta.care.demo import make_demo_plan
from saqta.care.models import Plan
from saqta.care.queries import check, plan, plan_behind
from saqta.coverage.demo import CHILD, DOCTOR
from saqta.registry.actions import record_people
from saqta.registry.records import ToldPerson
from tests.databases.care_samples import AT, BOOK
from tests.databases.clinic_samples import a_facility, license_facility
from tests.databases.conftest import Register


def test_the_plan_of_the_demonstration_waits_for_parents_and_examinations(register: Register) -> None:
    record_people([ToldPerson(Iin.parse(CHILD), citizenship="KZ")], by="test", at=AT)
    assert make_demo_plan(CHILD, DOCTOR, book=BOOK, at=AT) is None
    a_facility(place="2")
    a_facility()
    license_facility((date(2020, 1, 1), None), (date(2020, 1, 1), None))
    secrets = [make_demo_plan(CHILD, DOCTOR, book=BOOK, at=AT) for _ in range(2)]
    assert Plan.objects.count() == 1
    assert secrets[0] != secrets[1]
    assert plan_behind(secrets[1] or "") == 1
    assert plan(1).state == "filed"
    waiting = check(1, BOOK, at=AT, with_consent=True)
    assert waiting.blocking == ("equipment-complete", "examined-in-time", "examined-again")
