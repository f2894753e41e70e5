"""Citizens at a browser: on their way to a provider of identity and back, signed in, and out again.

What the browser holds is a random token, of which the register keeps the digest; signing in always gives a new one, so
that nobody can have planted it. A session is short, ends with idleness, and is gone from the register when it is ended.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import transaction

from saqta.access.back_channel import over_https
from saqta.access.budgets import Budget, Budgets, Spent
from saqta.access.demo_identity import demo_provider
from saqta.access.models import CitizenSession, SignIn
from saqta.access.openid import OpenIdConnect, read_provider
from saqta.access.tokens import digest_of, lasts
from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text

BACK_WITHIN = timedelta(minutes=10)
"""How long somebody may stay with the provider."""
IDLE = timedelta(minutes=15)
"""After so long without a click a session is over."""
LONGEST = timedelta(hours=1)
"""After so long it is over in any case."""
_FROM_HERE = Budget.hourly("citizen-sign-in", 200, 2000)
"""From one network, behind which the phones of a whole operator may be."""
_LOOK = Budget("look", 1, 10 * 60 * 1_000_000)
"""One look of somebody at the same data for the same purpose, however often the page is opened meanwhile."""

_STALE = Text(
    ru="Этот вход уже использован, начат в другом браузере или устарел. Войдите снова.",
    kk="Бұл кіру қолданылған, басқа браузерде басталған немесе ескірген. Қайта кіріңіз.",
    en="This sign-in was used already, was begun in another browser or has grown old. Sign in again.",
)


@dataclass(frozen=True, slots=True)
class Begun:
    """A sign-in on its way: ``browser`` stays with the browser, ``state`` and ``nonce`` go with it to the provider,
    ``verifier`` stays here."""

    browser: str
    state: str
    nonce: str
    verifier: str


@dataclass(frozen=True, slots=True)
class Citizen:
    """Who is signed in, by whose word, and until when at the latest."""

    person: UUID
    provider: str
    until: datetime


def begin_sign_in(*, address: str, at: datetime) -> Begun | Spent:
    """Somebody goes to the provider; or the budget of the network that is used up."""
    budgets = _budgets(settings.SAQTA_HOME, settings.SAQTA_KEYS)
    spent = budgets.spend(at, budgets.of(_FROM_HERE, address))
    if spent is not None:
        return spent
    browser, state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(4))
    begun = Begun(browser, state, nonce, verifier)
    with transaction.atomic():
        SignIn.objects.filter(began__lte=at - BACK_WITHIN).delete()
        SignIn.objects.create(
            digest=digest_of(begun.state),
            browser=digest_of(begun.browser),
            nonce=begun.nonce,
            verifier=begun.verifier,
            began=at,
        )
    return begun


def take_sign_in(state: str, browser: str, *, at: datetime) -> Begun:
    """What was begun in this browser and comes back with this state. It is gone with that, whatever follows. Raises
    ``Refused`` for what was taken before, begun elsewhere or too long ago."""
    row = SignIn.objects.filter(digest=digest_of(state), browser=digest_of(browser), began__gt=at - BACK_WITHIN).first()
    # Two that come at once with the same state: the database lets one of them take it.
    if row is None or not SignIn.objects.filter(digest=row.digest).delete()[0]:
        raise Refused(Fault("sign-in-stale", _STALE))
    return Begun(browser, state, row.nonce, row.verifier)


def start_session(person: UUID, provider: str, *, instead_of: str, at: datetime) -> str:
    """A new session of this person; gives its token. Whatever session the browser held before is ended."""
    token = secrets.token_urlsafe(32)
    with transaction.atomic():
        CitizenSession.objects.filter(began__lte=at - LONGEST).delete()
        CitizenSession.objects.filter(digest=digest_of(instead_of)).delete()
        CitizenSession.objects.create(digest=digest_of(token), person=person, provider=provider, began=at, seen=at)
    return token


def who(token: str, *, at: datetime) -> Citizen | None:
    """Who is signed in here; None when nobody is, or no longer."""
    found = CitizenSession.objects.filter(digest=digest_of(token)).first()
    if found is None or not lasts(found, idle=IDLE, longest=LONGEST, at=at):
        return None
    return Citizen(found.person, found.provider, found.began + LONGEST)


def end_session(token: str) -> None:
    """Signs out; of a session that is over already, nothing is said."""
    CitizenSession.objects.filter(digest=digest_of(token)).delete()


def end_all_sessions(person: UUID) -> None:
    """Signs this person out in every browser."""
    CitizenSession.objects.filter(person=person).delete()


def is_new_look(by: str, person: UUID, purpose: str, *, at: datetime) -> bool:
    """Whether this look is to be written down as one of its own. Whoever looks again within ten minutes, at the same
    person for the same purpose, is still looking: pages that are opened again and again do not flood the journal."""
    budgets = _budgets(settings.SAQTA_HOME, settings.SAQTA_KEYS)
    return budgets.spend(at, budgets.of(_LOOK, f"{by} {person} {purpose}")) is None


def connected() -> OpenIdConnect | None:
    """The provider through which people sign in here; None where none is connected. Raises ``NotAProvider``."""
    return _connected(settings.SAQTA_OPENID, settings.SAQTA_HOME)


@lru_cache(maxsize=4)
def _connected(path: Path, home: Path) -> OpenIdConnect | None:
    provider = read_provider(path)
    if provider is None:
        return None
    demo = demo_provider(home, path)
    return OpenIdConnect(provider, over_https if demo is None else demo.asked)


@lru_cache(maxsize=4)
def _budgets(home: Path, keys: Path) -> Budgets:
    return Budgets(home / "citizen-budgets", keys.read_bytes())
