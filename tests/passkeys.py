"""A passkey in software, as an authenticator keeps it: for tests that need no browser."""

import hashlib
import secrets
from typing import Any

from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData

from kinoqor.accounts.user.models import User

HOST, ORIGIN = "localhost", "http://localhost"
FLAG = AuthenticatorData.FLAG


class Passkey:
    """A key pair with a number, for one site. What it answers is as a browser sends it."""

    def __init__(self, host: str = HOST, origin: str = ORIGIN) -> None:
        self.host, self.origin = host, origin
        self.number = secrets.token_bytes(16)
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.uses = 0

    def _data(self, flags: int, more: bytes = b"") -> AuthenticatorData:
        site = hashlib.sha256(self.host.encode()).digest()
        return AuthenticatorData.create(site, FLAG.UP | FLAG.UV | flags, self.uses, more)

    def registered(self, challenge: str) -> dict[str, Any]:
        """What is answered to a challenge (websafe text) at the making of the key."""
        public = ES256.from_cryptography_key(self.key.public_key())
        made = AttestedCredentialData.create(bytes(16), self.number, public)
        known = AttestationObject.create("none", self._data(FLAG.AT, made), {})
        said = CollectedClientData.create("webauthn.create", challenge, self.origin)
        return self._answer(
            {"clientDataJSON": websafe_encode(said), "attestationObject": websafe_encode(known)}
        )

    def signed(self, challenge: str, user: User) -> dict[str, Any]:
        """What is answered to a challenge at sign-in, by the passkey of this user."""
        self.uses += 1
        said, data = CollectedClientData.create("webauthn.get", challenge, self.origin), self._data(0)
        signature = self.key.sign(bytes(data) + hashlib.sha256(said).digest(), ec.ECDSA(SHA256()))
        parts = {"clientDataJSON": said, "authenticatorData": data, "signature": signature}
        handle = {"userHandle": websafe_encode(user_pk_to_url_str(user).encode())}
        return self._answer({name: websafe_encode(bytes(part)) for name, part in parts.items()} | handle)

    def _answer(self, response: dict[str, str]) -> dict[str, Any]:
        number = websafe_encode(self.number)
        extensions = {"credProps": {"rk": True}}
        return {
            "id": number, "rawId": number, "type": "public-key", "response": response,
            "clientExtensionResults": extensions, "authenticatorAttachment": "platform",
        }  # fmt: skip

    def kept(self, user: User, name: str = "Test key") -> Authenticator:
        """The record of this passkey, as if the user had added it."""
        credential = self.registered(websafe_encode(b"any challenge"))
        data = {"name": name, "credential": credential}
        return Authenticator.objects.create(user=user, type=Authenticator.Type.WEBAUTHN, data=data)
