"""A server with invented staff, each with a browser of their own."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from saqta.access.actions import add_staff_member, enrol_staff_member
from saqta.access.permissions import Role
from saqta.access.proofs import code_at
from saqta.access.records import Scope, staff_member
from saqta.access.sessions import secret_to_set_up, set_up, start_session
from saqta.coverage.demo import make_demo
from saqta.coverage.public import PublicBudgets
from saqta.law.book import load
from tests.channels.browsing import Browser
from tests.databases.conftest import Register
from tests.databases.test_answers_over_http import GENEROUS, Server

OWN = "төрт жапырақты беде"
STAFF = [role for role in Role if role not in (Role.OPERATOR, Role.ADMINISTRATOR)]
"""All roles but those that take in feeds and keep the staff."""


class Worker(Browser):
    """Somebody who is signed in: a browser, and by which name the journal knows them."""

    by = ""


class WorkingPages:
    """Signs people in; ``served.at`` is the clock of the server."""

    def __init__(self, register: Register, at: datetime, served: Server | None = None) -> None:
        self.served = served or Server(register.home, PublicBudgets(*GENEROUS))
        self.served.at = at
        self._count = 0

    def worker(self, role: Role, region: str | None = None, facility: UUID | None = None, name: str = "А") -> Worker:
        """Somebody new of this role, signed in."""
        at, login = self.served.at, f"worker{self._count}"
        self._count += 1
        scope = Scope(region, facility)
        who = add_staff_member(name=name, role=role, system_user=None, by="test", at=at, scope=scope)
        issued = enrol_staff_member(who, login, by="test", at=at)
        waiting = start_session(login, issued.password, address="192.0.2.1", at=at).value
        told = secret_to_set_up(waiting, at=at)
        assert told is not None
        set_up(waiting, OWN, code_at(told.secret, int(at.timestamp())), at=at)
        self.served.at += timedelta(seconds=30)
        worker = Worker(self.served.application)
        worker.sign_in(login, OWN, told.secret, self.served.at)
        assert worker.page.status == 200, worker.text
        worker.by = staff_member(who)
        return worker

    def close(self) -> None:
        self.served.reads.close()
        self.served.budgets.close()


def demo_pages(register: Register, at: datetime) -> WorkingPages:
    """The working pages of a register in which the invented people of the demonstration are known."""
    make_demo(register.home, at.date(), load(), at=at)
    made = WorkingPages(register, at)
    made.served.follow()
    return made
