"""How often somebody may try to sign in. Nobody is locked out for ever: what is used up comes back by the hour.

A login has a budget at each address it is tried from, and a larger one in all, so that a stranger who guesses from one
place does not keep its owner out. Codes have one for each member, from wherever they come.
"""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from pathlib import Path
from uuid import UUID

from django.conf import settings

from saqta.access.budgets import Budget, Budgets
from saqta.access.session_texts import TEXTS
from saqta.basis.refusal import Fault, Refused

TOO_OFTEN = "too-often"
"""The code of the refusal; its place is how many seconds to wait."""

_FROM_HERE = Budget.hourly("sign-in-from-here", 10, 30)
_IN_ALL = Budget.hourly("sign-in-in-all", 60, 240)
_ADDRESS = Budget.hourly("sign-in-address", 40, 200)
_CODES = Budget.hourly("sign-in-codes", 8, 20)


def spend_on_password(login: str, address: str, *, at: datetime) -> None:
    """One try of a password; raises ``Refused`` when none is left."""
    name = login.strip().lower()
    _spend(at, (_FROM_HERE, f"{name} {address}"), (_IN_ALL, name), (_ADDRESS, address))


def spend_on_code(member: UUID, *, at: datetime) -> None:
    """One try of a code; raises ``Refused`` when none is left."""
    _spend(at, (_CODES, str(member)))


def _spend(at: datetime, *asked: tuple[Budget, str]) -> None:
    budgets = _budgets(settings.SAQTA_HOME, settings.SAQTA_KEYS)
    spent = budgets.spend(at, *(budgets.of(*one) for one in asked))
    if spent is not None:
        seconds = str(spent.seconds)
        raise Refused(Fault(TOO_OFTEN, TEXTS["too-often"].fill(seconds=seconds), seconds))


@lru_cache(maxsize=4)
def _budgets(home: Path, keys: Path) -> Budgets:
    return Budgets(home / "sign-in-budgets", keys.read_bytes())
