"""A citizen signs in through a provider of identity, and nobody else gets in by what they leave behind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from django.conf import settings
from django.db.utils import OperationalError

from saqta.access import citizens, demo_identity
from saqta.access.budgets import Budget
from saqta.access.citizens import IDLE, LONGEST, is_new_look
from saqta.access.demo_identity import PROVIDER, demo_provider, make_demo_provider
from saqta.access.identity import Identities
from saqta.access.models import CitizenSession, SignIn
from saqta.access.openid import OpenIdConnect, challenge_of
from saqta.basis.text import LANGUAGES
from saqta.channels.web.wording.personal import PERSONAL
from saqta.orders.desk import OrdersDesk
from tests.channels.citizens import FIELD, Citizen
from tests.channels.over_http import asked
from tests.databases.citizen_samples import MOTHER, OTHER, identifier, serving
from tests.databases.conftest import Register
from tests.databases.ordering import AT, BOOK, MINUTE
from tests.databases.test_answers_over_http import Server
from tests.databases.test_orders_over_http import MANY
from tests.rooms.ledger.payment_samples import invented_iin

pytestmark = pytest.mark.parametrize("register", ["sqlite"], indirect=True)
"""Signing in asks nothing of a database that the questions of citizens do not ask of both."""

EMPLOYEE, LEFT_WORK = MOTHER, OTHER
UNKNOWN = invented_iin(77, date(1993, 4, 12))


@pytest.fixture
def served(register: Register) -> Iterator[Server]:
    with serving(register) as made:
        yield made


@pytest.fixture
def citizen(served: Server) -> Citizen:
    return Citizen(served.application)


def is_in(citizen: Citizen) -> bool:
    return citizen.asked("GET", "/ru/me/", b"", follow=False).status == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_a_provider_vouches_for_reads_about_themselves(citizen: Citizen, language: str) -> None:
    citizen.open(f"/{language}/me/")
    assert f"/{language}/me/sign-in/go/" in citizen.page.text
    citizen.sign_in_as(EMPLOYEE, language)
    assert PERSONAL["state_yes"].in_language(language) in citizen.text
    assert CitizenSession.objects.count() == 1
    assert not SignIn.objects.exists()


def test_one_comes_back_to_where_one_wanted_to_go_and_never_elsewhere(citizen: Citizen) -> None:
    citizen.open("/kk/me/looks/")
    assert "/kk/me/sign-in/go/?to=me/looks/" in citizen.page.text
    citizen.sign_in_as(EMPLOYEE, "kk", to="me/looks/")
    assert PERSONAL["looks_lead"].kk in citizen.text
    for elsewhere in ("//evil.example/", "https://evil.example", "../desk/ru/", "clear/"):
        other = Citizen(citizen._application)
        other.go_to_the_provider("kk", to=elsewhere)
        assert other.choose(EMPLOYEE, follow=False).headers["location"].startswith("/signed-in/?")
        led = other.asked("GET", other.page.headers["location"], b"", follow=False)
        assert led.headers["location"] == "/kk/me/"


def test_the_session_is_a_cookie_of_ours_alone_that_no_script_reads(citizen: Citizen) -> None:
    citizen.go_to_the_provider()
    citizen.choose(EMPLOYEE, follow=False)
    reply = citizen.asked("GET", citizen.page.headers["location"], b"", follow=False)
    (cookie,) = (told for told in reply.cookies if told.startswith("saqta-person="))
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))
    assert "Max-Age" not in cookie
    token = cookie.partition("=")[2].partition(";")[0]
    assert len(token) >= 40
    assert not CitizenSession.objects.filter(digest__contains=token).exists()
    settings.SAQTA_ADDRESS = "https://saqta.example"
    try:
        (going,) = citizen.asked("GET", "/ru/me/sign-in/go/", b"", follow=False).cookies
        assert going.startswith("__Host-saqta-going=")
        assert {"Secure", "HttpOnly", "Path=/"} <= set(going.split("; "))
        assert "Domain" not in going
    finally:
        settings.SAQTA_ADDRESS = "http://127.0.0.1:8000"


def test_a_session_that_somebody_planted_is_not_the_one_signed_in(citizen: Citizen, served: Server) -> None:
    """Session fixation."""
    attacker = Citizen(served.application)
    attacker.sign_in_as(LEFT_WORK)
    planted = attacker.cookies["saqta-person"]
    citizen.cookies["saqta-person"] = planted
    citizen.sign_in_as(EMPLOYEE)
    assert citizen.cookies["saqta-person"] != planted
    assert not is_in(attacker)
    made_up = Citizen(served.application)
    made_up.cookies["saqta-person"] = "a-token-of-my-own-making-that-is-long-enough"
    assert not is_in(made_up)


def test_a_session_ends_with_idleness_with_the_hour_and_when_it_is_left(citizen: Citizen, served: Server) -> None:
    citizen.sign_in_as(EMPLOYEE)
    served.at = AT + IDLE - timedelta(seconds=1)
    assert is_in(citizen)
    served.at += IDLE
    assert not is_in(citizen)
    assert not CitizenSession.objects.exists()
    served.at = AT
    citizen.sign_in_as(EMPLOYEE)
    for minutes in range(10, 60, 10):
        served.at = AT + minutes * MINUTE
        assert is_in(citizen)
    served.at = AT + LONGEST
    assert not is_in(citizen)
    served.at = AT
    citizen.sign_in_as(EMPLOYEE)
    kept = dict(citizen.cookies)
    citizen.open("/ru/me/")
    citizen.send("/ru/me/sign-out/")
    assert "saqta-person" not in citizen.cookies
    citizen.cookies = kept
    assert not is_in(citizen)


def test_somebody_who_lost_a_phone_signs_out_everywhere(citizen: Citizen, served: Server) -> None:
    lost, other = Citizen(served.application), Citizen(served.application)
    lost.sign_in_as(EMPLOYEE)
    other.sign_in_as(LEFT_WORK)
    citizen.sign_in_as(EMPLOYEE)
    citizen.send("/ru/me/sign-out/", everywhere="yes")
    assert [is_in(one) for one in (citizen, lost, other)] == [False, False, True]


def test_clearing_the_traces_ends_the_session_in_the_register_too(citizen: Citizen) -> None:
    """UX-41"""
    citizen.sign_in_as(EMPLOYEE)
    kept = dict(citizen.cookies)
    citizen.send("/ru/clear/", follow=False)
    citizen.cookies = kept
    assert not is_in(citizen)


def test_the_traces_are_cleared_when_the_register_does_not_answer(
    citizen: Citizen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """UX-41"""

    def silent(*_: object) -> None:
        raise OperationalError

    citizen.sign_in_as(EMPLOYEE)
    monkeypatch.setattr("saqta.channels.web.person.end_session", silent)
    reply = citizen.send("/ru/clear/", follow=False)
    assert (reply.status, reply.headers["clear-site-data"]) == (303, '"cache", "cookies", "storage"')
    assert "saqta-person" not in citizen.cookies


def code_for(citizen: Citizen) -> tuple[str, str]:
    """The address to which the provider sends the browser back, and the state in it."""
    citizen.go_to_the_provider()
    citizen.choose(EMPLOYEE, follow=False)
    address = citizen.page.headers["location"]
    (state,) = parse_qs(urlsplit(address).query)["state"]
    return address, state


def test_what_came_back_is_good_once(citizen: Citizen) -> None:
    address, _ = code_for(citizen)
    kept = dict(citizen.cookies)
    assert citizen.asked("GET", address, b"", follow=False).status == 303
    again = Citizen(citizen._application)
    again.cookies = kept  # whoever copied the address and the cookie as well
    assert again.asked("GET", address, b"", follow=False).status == 401
    assert not is_in(again)


def test_a_code_is_good_once_even_under_a_new_state(citizen: Citizen, served: Server) -> None:
    first, _ = code_for(citizen)
    citizen.asked("GET", first, b"", follow=False)
    (code,) = parse_qs(urlsplit(first).query)["code"]
    other = Citizen(served.application)
    _, state = code_for(other)
    reply = other.asked("GET", f"/signed-in/?{urlencode({'code': code, 'state': state})}", b"", follow=False)
    assert reply.status == 401
    assert not is_in(other)


ASTRAY = ["another state", "no state", "another browser", "no browser", "too late", "called off"]


@pytest.mark.parametrize("wrong", ASTRAY)
def test_what_does_not_come_back_to_where_it_began_lets_nobody_in(citizen: Citizen, served: Server, wrong: str) -> None:
    address, state = code_for(citizen)
    match wrong:
        case "another state":
            address = address.replace(state, "A" * len(state))
        case "no state":
            address = address.replace("state=", "stated=")
        case "another browser":
            other = Citizen(served.application)
            code_for(other)
            citizen.cookies = other.cookies
        case "no browser":
            citizen.cookies = {}
        case "too late":
            served.at = AT + citizens.BACK_WITHIN
        case _:
            address = f"/signed-in/?{urlencode({'error': 'access_denied', 'state': state})}"
    reply = citizen.asked("GET", address, b"", follow=False)
    assert reply.status == 401
    assert reply.headers["cache-control"] == "no-store"
    assert not CitizenSession.objects.exists()


def test_a_word_for_another_sign_in_lets_nobody_in(citizen: Citizen, served: Server) -> None:
    """The nonce: a code that was made for another browser's sign-in, under this browser's state and proof key."""
    provider = demo_provider(settings.SAQTA_HOME, settings.SAQTA_OPENID)
    assert provider is not None
    citizen.go_to_the_provider()
    row = SignIn.objects.get()
    (state,) = (value for name, value in _hidden(citizen) if name == "state")
    code = provider.code(
        EMPLOYEE, nonce="another", challenge=challenge_of(row.verifier), redirect_uri=PROVIDER.redirect_uri, at=AT
    )
    reply = citizen.asked("GET", f"/signed-in/?{urlencode({'code': code, 'state': state})}", b"", follow=False)
    assert (reply.status, CitizenSession.objects.count()) == (401, 0)


def _hidden(citizen: Citizen) -> list[tuple[str, str]]:
    return FIELD.findall(citizen.page.text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_provider_that_does_not_answer_is_a_page_and_not_an_accident(
    citizen: Citizen, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent(*_: object) -> bytes:
        raise TimeoutError

    monkeypatch.setattr("saqta.channels.web.signing_in.connected", lambda: OpenIdConnect(PROVIDER, silent))
    citizen.go_to_the_provider(language)
    citizen.choose(EMPLOYEE)
    assert citizen.page.status == 503
    assert PERSONAL["provider_silent"].in_language(language) in citizen.text
    assert not CitizenSession.objects.exists()


def test_somebody_whom_the_register_does_not_know_is_told_so(citizen: Citizen, served: Server) -> None:
    provider = demo_provider(settings.SAQTA_HOME, settings.SAQTA_OPENID)
    assert provider is not None
    citizen.go_to_the_provider("kk")
    row, hidden = SignIn.objects.get(), dict(_hidden(citizen))
    code = provider.code(
        UNKNOWN, nonce=row.nonce, challenge=hidden["code_challenge"], redirect_uri=PROVIDER.redirect_uri, at=AT
    )
    citizen.open(f"/signed-in/?{urlencode({'code': code, 'state': hidden['state']})}")
    assert citizen.page.status == 404
    assert PERSONAL["unknown_person"].kk in citizen.text


def test_the_invented_provider_does_not_exist_where_people_are_real(citizen: Citizen, served: Server) -> None:
    wanted = {"client_id": PROVIDER.client_id, "redirect_uri": PROVIDER.redirect_uri}
    query = f"/demo-identity/authorize/?{urlencode(wanted)}"
    assert citizen.open(query).status == 200
    assert citizen.open(f"{query}&redirect_uri=https://evil.example/").status == 404
    form = "application/x-www-form-urlencoded"
    assert asked(served.application, "POST", "/demo-identity/token/", media=form, host="127.0.0.1").status == 400
    settings.SAQTA_OPENID.write_bytes(settings.SAQTA_OPENID.read_bytes().replace(b"saqta-demo", b"https://idp.example"))
    for path in (query, "/demo-identity/token/", "/demo-identity/keys/"):
        assert citizen.open(path).status == 404
    settings.SAQTA_OPENID.unlink()
    assert citizen.open(query).status == 404
    demo_identity._provider.cache_clear()
    make_demo_provider(settings.SAQTA_HOME, settings.SAQTA_HOME / "identity.json", settings.SAQTA_OPENID)
    (settings.SAQTA_HOME / "demo").unlink()
    for path in (query, "/demo-identity/token/", "/demo-identity/keys/"):
        assert citizen.open(path).status == 404


def test_too_many_sign_ins_from_one_place_are_told_to_wait(citizen: Citizen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(citizens, "_FROM_HERE", Budget.hourly("citizen-sign-in", 3, 60))
    statuses = [citizen.asked("GET", "/en/me/sign-in/go/", b"", follow=False).status for _ in range(4)]
    assert statuses == [303] * 3 + [429]
    assert "retry-after" in citizen.page.headers


def test_what_a_program_brings_from_the_same_provider_orders_a_certificate(served: Server) -> None:
    provider, connected = demo_provider(served.folder.parent), citizens.connected()
    assert provider is not None
    assert connected is not None
    trusted = Identities(served.folder / "no-file-of-keys", connected.bearer)
    served.application._orders = OrdersDesk(BOOK, trusted, served.budgets, MANY)
    for audience, status in (("saqta", 202), ("elsewhere", 401)):
        proof = provider.vouch(EMPLOYEE, {"aud": audience}, AT)
        headers = {"authorization": f"Bearer {proof}", "idempotency_key": "a-key-of-mine"}
        reply = asked(served.application, "POST", "/api/v1/orders", body={"consent": True}, **headers)
        assert reply.status == status


def test_somebody_who_goes_on_reading_looks_once_in_ten_minutes(served: Server) -> None:
    person = identifier(EMPLOYEE)
    seen = [is_new_look("person:x", person, "own-page", at=AT + timedelta(minutes=5 * step)) for step in range(5)]
    assert seen == [True, False, True, False, True]
    assert is_new_look("person:y", person, "own-page", at=AT)
    assert is_new_look("person:x", person, "own-export", at=AT)
