"""Another house that lets people in by OpenID Connect, small but real: discovery, consent, code with PKCE, signed tokens.

It stands on this machine for the length of a test. `told` and `claims` bend what it says, so that a test can see what
becomes of an answer that is not right.
"""

import base64
import hashlib
import json
import secrets
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import ec, rsa

CLIENT, SECRET = "kinoqor", "a secret between two houses"
ADA = {"sub": "a1", "email": "ada@elsewhere.example", "email_verified": True, "name": "Үлгі Адам"}


class Provider:
    """What the house knows: its keys, who is at its door, and the codes and tokens that it has given."""

    def __init__(self, algorithm: str = "RS256") -> None:
        self.algorithm = algorithm
        self.key: Any = (
            ec.generate_private_key(ec.SECP256R1())
            if algorithm.startswith("ES")
            else rsa.generate_private_key(public_exponent=65537, key_size=2048)
        )
        self.signs_with: Any = self.key
        self.person: dict[str, Any] = dict(ADA)
        self.told: dict[str, Any] = {}  # what its answer about the person says otherwise
        self.claims: dict[str, Any] = {}  # what its ID token says otherwise; None leaves a claim out
        self.config: dict[str, Any] = {}  # what it says otherwise of itself
        self.header: dict[str, Any] = {}
        self.codes: dict[str, dict[str, str]] = {}
        self.tokens: set[str] = set()
        self.asked: list[str] = []
        self.address = ""
        self.leads_away = ""  # the place that answers with another address

    def discovery(self) -> dict[str, Any]:
        """What it says of itself."""
        places = {"authorization": "authorize", "token": "token", "userinfo": "userinfo"}
        found = {f"{name}_endpoint": f"{self.address}/{place}" for name, place in places.items()}
        return {"issuer": self.address, "jwks_uri": f"{self.address}/jwks", **found, **self.config}

    def jwks(self) -> dict[str, Any]:
        """Its public keys."""
        kind = jwt.algorithms.get_default_algorithms()[self.algorithm]
        public = kind.to_jwk(self.key.public_key(), as_dict=True)  # type: ignore[call-arg]
        return {"keys": [{**public, "kid": "k1", "alg": self.algorithm, "use": "sig"}]}

    def authorize(self, asked: dict[str, str]) -> str:
        """The address that the browser is sent back to; the person has agreed."""
        assert asked["client_id"] == CLIENT and asked["response_type"] == "code"
        assert "openid" in asked["scope"].split() and asked["code_challenge_method"] == "S256"
        code = secrets.token_urlsafe(16)
        self.codes[code] = asked
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def token(self, sent: dict[str, str]) -> dict[str, Any] | None:
        """Tokens for a code, once, to whom it was given; None for anyone else."""
        asked = self.codes.pop(sent.get("code", ""), None)
        verifier = hashlib.sha256(sent.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(verifier).rstrip(b"=").decode()
        right = (sent.get("client_id"), sent.get("client_secret")) == (CLIENT, SECRET)
        if asked is None or not right or asked["code_challenge"] != challenge:
            return None
        access = secrets.token_urlsafe(16)
        self.tokens.add(access)
        return {"access_token": access, "token_type": "Bearer", "expires_in": 60, **self.signed(asked)}

    def signed(self, asked: dict[str, str]) -> dict[str, str]:
        """The ID token; none where `claims` say {"id_token": None}."""
        if "id_token" in self.claims:
            return {}
        now = int(time.time())
        said = {"iss": self.address, "aud": CLIENT, "sub": self.person["sub"], "iat": now, "exp": now + 60}
        said |= {"nonce": asked.get("nonce", ""), **self.claims}
        kept = {name: value for name, value in said.items() if value is not None}
        algorithm = self.header.get("alg", self.algorithm)
        key = None if algorithm == "none" else self.signs_with
        return {"id_token": jwt.encode(kept, key, algorithm, headers={"kid": "k1", **self.header})}


class _Door(BaseHTTPRequestHandler):
    provider: Provider

    def do_GET(self) -> None:
        place, house = urlsplit(self.path), self.provider
        house.asked.append(place.path)
        asked = {name: values[0] for name, values in parse_qs(place.query).items()}
        if place.path in ("/authorize", house.leads_away):
            self.send_response(302)
            self.send_header("Location", house.authorize(asked) if asked else f"{house.address}/elsewhere")
            self.end_headers()
        elif place.path == "/userinfo":
            known = self.headers.get("Authorization", "").removeprefix("Bearer ") in house.tokens
            self.answer({**house.person, **house.told} if known else None)
        else:
            pages = {"/.well-known/openid-configuration": house.discovery, "/jwks": house.jwks}
            self.answer(pages[place.path]())

    def do_POST(self) -> None:
        self.provider.asked.append(self.path)
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.answer(self.provider.token({name: values[0] for name, values in parse_qs(body).items()}))

    def answer(self, said: dict[str, Any] | None) -> None:
        body = json.dumps(said or {"error": "invalid_grant"}).encode()
        self.send_response(200 if said else 400)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *said: Any) -> None:
        """Quiet."""


@contextmanager
def standing(algorithm: str = "RS256") -> Iterator[Provider]:
    """A provider that answers on this machine until the test is over."""
    house = Provider(algorithm)
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Door", (_Door,), {"provider": house}))
    house.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield house
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *given: Any) -> None:
        return None


def at_the_other_house(address: str) -> str:
    """The browser goes to the other house, and is sent back: to which address."""
    try:
        urllib.request.build_opener(_Stay).open(address, timeout=10)
    except urllib.error.HTTPError as sent:
        with sent:
            return str(sent.headers["Location"])
    raise AssertionError("the other house keeps the browser")
