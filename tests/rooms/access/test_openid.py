"""A provider of identity is believed when its word is signed, for us, of now and for this sign-in; else it is not."""

from __future__ import annotations

import json
import threading
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import msgspec
import pytest
from joserfc import jwt
from joserfc.jwk import ECKey, OctKey

from saqta.access import back_channel
from saqta.access.back_channel import over_https
from saqta.access.openid import (
    NotAProvider,
    OpenIdConnect,
    Provider,
    ProviderUnreachable,
    challenge_of,
    read_provider,
)
from saqta.basis.refusal import Refused

AT = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)
NOW = int(AT.timestamp())
IIN = "850520499990"
KEY, OTHER_KEY = (ECKey.generate_key("P-256", {"kid": kid, "alg": "ES256"}) for kid in ("first", "second"))
CONNECTION = Provider(
    issuer="https://identity.example",
    client_id="saqta-site",
    authorization_endpoint="https://identity.example/authorize",
    token_endpoint="https://identity.example/token",
    jwks_uri="https://identity.example/keys",
    redirect_uri="https://saqta.example/signed-in/",
    client_secret="ours",
)
GOOD: dict[str, Any] = {
    "iss": CONNECTION.issuer,
    "aud": "saqta-site",
    "nonce": "n-1",
    "iin": IIN,
    "iat": NOW - 5,
    "exp": NOW + 3600,
}


class Elsewhere:
    """The other end of the way: what it would answer, and what it was asked."""

    def __init__(self, token: str = "", keys: tuple[ECKey, ...] = (KEY,)) -> None:
        self.token: dict[str, Any] = {"id_token": token, "token_type": "Bearer"}
        self.keys, self.asked, self.fails = keys, [], False

    def __call__(self, address: str, form: dict[str, str] | None, at: datetime) -> bytes:
        self.asked.append((address, form))
        if self.fails:
            raise TimeoutError
        answer = {"keys": [key.as_dict(private=False) for key in self.keys]} if form is None else self.token
        return json.dumps(answer).encode()


def signed(claims: dict[str, Any], key: ECKey = KEY, header: dict[str, Any] | None = None) -> str:
    told = {name: value for name, value in claims.items() if value is not None}
    return jwt.encode({"alg": "ES256", "kid": "first"} | (header or {}), told, key, algorithms=["ES256"])


def who_came(elsewhere: Elsewhere, at: datetime = AT, provider: Provider = CONNECTION) -> str:
    found = OpenIdConnect(provider, elsewhere).who_came("the-code", verifier="the-verifier", nonce="n-1", at=at)
    return found.iin.digits


def test_a_word_that_is_signed_for_us_and_of_now_tells_who_came() -> None:
    elsewhere = Elsewhere(signed(GOOD))
    assert who_came(elsewhere) == IIN
    (address, form), *_ = elsewhere.asked
    assert address == CONNECTION.token_endpoint
    assert form == {
        "grant_type": "authorization_code",
        "code": "the-code",
        "redirect_uri": CONNECTION.redirect_uri,
        "client_id": "saqta-site",
        "code_verifier": "the-verifier",
        "client_secret": "ours",
    }


WRONG: dict[str, dict[str, Any]] = {
    "over": {"exp": NOW},
    "without an end": {"exp": None},
    "of tomorrow": {"iat": NOW + 86_400},
    "of eleven minutes ago": {"iat": NOW - 660},
    "without a beginning": {"iat": None},
    "a beginning in words": {"iat": "now"},
    "of another provider": {"iss": "https://elsewhere.example"},
    "for another site": {"aud": "elsewhere"},
    "for nobody": {"aud": None},
    "for several, given to another": {"aud": ["saqta-site", "elsewhere"], "azp": "elsewhere"},
    "for several, given to nobody": {"aud": ["saqta-site", "elsewhere"]},
    "for us, given to another": {"azp": "elsewhere"},
    "of another sign-in": {"nonce": "n-2"},
    "of no sign-in": {"nonce": None},
    "about nobody": {"iin": None},
    "about no number": {"iin": "123"},
    "about a number that is none": {"iin": 850520499990},
}


@pytest.mark.parametrize("why", WRONG)
def test_a_word_that_is_anything_else_tells_nothing(why: str) -> None:
    with pytest.raises(Refused) as refused:
        who_came(Elsewhere(signed(GOOD | WRONG[why])))
    assert refused.value.faults[0].code == "not-proven"
    assert IIN not in str(refused.value)


def unsigned() -> str:
    header, body = (
        urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode() for part in ({"alg": "none"}, GOOD)
    )
    return f"{header}.{body}."


def by_the_public_key() -> str:
    """The confusion of algorithms: what everybody knows, used as a secret."""
    secret = OctKey.import_key(json.dumps(KEY.as_dict(private=False)))
    return jwt.encode({"alg": "HS256", "kid": "first"}, GOOD, secret, algorithms=["HS256"])


def with_a_key_of_its_own() -> str:
    return signed(GOOD, OTHER_KEY, {"jwk": OTHER_KEY.as_dict(private=False)})


FORGED = {
    "unsigned": unsigned,
    "signed with what is public": by_the_public_key,
    "signed by somebody else": lambda: signed(GOOD, OTHER_KEY),
    "bringing its own key": with_a_key_of_its_own,
    "cut short": lambda: signed(GOOD)[:-8],
    "changed afterwards": lambda: signed(GOOD).replace(".ey", ".eyA", 1),
    "no token": lambda: "not.a.token",
}


@pytest.mark.parametrize("why", FORGED)
def test_a_forged_word_tells_nothing(why: str) -> None:
    with pytest.raises(Refused):
        who_came(Elsewhere(FORGED[why]()))


def test_a_code_that_is_not_good_is_told_as_that() -> None:
    elsewhere = Elsewhere()
    elsewhere.token = {"error": "invalid_grant"}
    with pytest.raises(Refused):
        who_came(elsewhere)


@pytest.mark.parametrize("answer", [{"error": "invalid_client"}, {"id_token": 7}, {}, {"id_token": "x" * 20_000}])
def test_an_answer_that_nobody_can_read_tells_nothing_about_who_came(answer: dict[str, Any]) -> None:
    elsewhere = Elsewhere()
    elsewhere.token = answer
    with pytest.raises(ProviderUnreachable):
        who_came(elsewhere)


def test_the_claim_of_the_number_is_for_the_operator_to_say() -> None:
    provider = msgspec.structs.replace(CONNECTION, iin_claim="kz_iin")
    assert who_came(Elsewhere(signed(GOOD | {"iin": None, "kz_iin": IIN})), provider=provider) == IIN
    with pytest.raises(Refused):
        who_came(Elsewhere(signed(GOOD)), provider=provider)


def test_keys_are_fetched_once_and_again_for_a_key_that_is_new() -> None:
    elsewhere = Elsewhere(signed(GOOD))
    connected = OpenIdConnect(CONNECTION, elsewhere)

    def come(at: datetime) -> str:
        return connected.who_came("c", verifier="v", nonce="n-1", at=at).iin.digits

    def fetched() -> int:
        return sum(form is None for _, form in elsewhere.asked)

    come(AT)
    come(AT)
    assert fetched() == 1
    elsewhere.keys = (KEY, OTHER_KEY)
    elsewhere.token["id_token"] = signed(GOOD, OTHER_KEY, {"kid": "second"})
    with pytest.raises(Refused):  # a stranger's key does not make us ask again and again
        come(AT + timedelta(seconds=59))
    assert fetched() == 1
    assert come(AT + timedelta(seconds=60)) == IIN
    assert fetched() == 2


def test_a_provider_that_does_not_answer_is_left_alone_for_a_while() -> None:
    elsewhere = Elsewhere(signed(GOOD))
    elsewhere.fails = True
    connected = OpenIdConnect(CONNECTION, elsewhere)
    for seconds in (0, 9):
        with pytest.raises(ProviderUnreachable):
            connected.who_came("c", verifier="v", nonce="n-1", at=AT + timedelta(seconds=seconds))
    assert len(elsewhere.asked) == 1
    elsewhere.fails = False
    found = connected.who_came("c", verifier="v", nonce="n-1", at=AT + timedelta(seconds=10))
    assert found.iin.digits == IIN


def test_the_browser_is_sent_with_a_proof_key_and_without_a_secret() -> None:
    address = urlsplit(OpenIdConnect(CONNECTION, Elsewhere()).address("s", "n", "v" * 43, "kk"))
    assert f"{address.scheme}://{address.netloc}{address.path}" == CONNECTION.authorization_endpoint
    asked = {name: value for name, (value,) in parse_qs(address.query).items()}
    assert asked == {
        "response_type": "code",
        "client_id": "saqta-site",
        "redirect_uri": CONNECTION.redirect_uri,
        "scope": "openid",
        "state": "s",
        "nonce": "n",
        "code_challenge": challenge_of("v" * 43),
        "code_challenge_method": "S256",
        "ui_locales": "kk",
    }


def test_the_proof_key_is_that_of_the_standard() -> None:
    """RFC 7636, appendix B."""
    assert challenge_of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk") == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"


def test_what_a_program_brings_is_for_programs() -> None:
    connected = OpenIdConnect(CONNECTION, Elsewhere())
    assert connected.bearer(signed(GOOD | {"aud": "saqta"}), AT).iin.digits == IIN
    assert connected.bearer(signed(GOOD | {"aud": ["saqta", "else"]}), AT).iin.digits == IIN
    with pytest.raises(Refused):  # the word that a browser's sign-in was answered with opens no other door
        connected.bearer(signed(GOOD), AT)


@pytest.mark.parametrize("written", ["", "{}", '{"issuer": "x"}', '{"issuer": 7}'])
def test_a_file_that_describes_no_provider_stops_the_start(tmp_path: Path, written: str) -> None:
    path = tmp_path / "openid.json"
    assert read_provider(path) is None
    path.write_text(written)
    with pytest.raises(NotAProvider):
        read_provider(path)


@pytest.mark.parametrize(
    "address", ["http://identity.example/token", "ftp://127.0.0.1/", "/token", "file:///etc/passwd"]
)
def test_nothing_but_an_encrypted_way_leads_out(address: str) -> None:
    with pytest.raises(OSError, match="HTTPS"):
        over_https(address, {"code": "x"}, AT)


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A real provider on this machine: one path answers, one is slow, one fails."""
    monkeypatch.setattr(back_channel, "TIMEOUT_SECONDS", 0.2)
    waiting = threading.Event()

    class Answers(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            form = self.rfile.read(int(self.headers["Content-Length"])).decode()
            if self.path == "/slow":
                waiting.wait(5)
            self.send_response({"/bad": 400, "/gone": 302}.get(self.path, 200))
            self.send_header("Location", "/token")
            self.end_headers()
            self.wfile.write(json.dumps({"form": form}).encode())

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    waiting.set()
    server.shutdown()
    server.server_close()


@pytest.mark.enable_socket
def test_a_real_provider_is_asked_once_and_for_a_short_time(here: str) -> None:
    assert json.loads(over_https(f"{here}/token", {"code": "a b"}, AT)) == {"form": "code=a+b"}
    assert json.loads(over_https(f"{here}/bad", {"code": "x"}, AT)) == {"form": "code=x"}
    with pytest.raises(OSError, match="302"):
        over_https(f"{here}/gone", {"code": "x"}, AT)
    with pytest.raises(TimeoutError):
        over_https(f"{here}/slow", {"code": "x"}, AT)
