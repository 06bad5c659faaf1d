"""Second steps as the sign-in library sees them."""

import base64
from functools import cache

from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.utils.crypto import salted_hmac
from django.utils.safestring import SafeString, mark_safe


@cache
def locks(*secrets: str) -> MultiFernet:
    """What the secrets of second steps are locked with; the first signing key locks, each of them opens."""
    salt = "kinoqor.accounts.signin.factors"
    keys = [salted_hmac(salt, "second steps", secret, algorithm="sha256").digest() for secret in secrets]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(key)) for key in keys])


class Factors(DefaultMFAAdapter):  # type: ignore[misc]
    """The library's questions about second steps, answered by this house."""

    def encrypt(self, text: str) -> str:
        """The secret of a second step as it lies in the database: of no use without the signing key."""
        return locks(settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS).encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The secret again; raises cryptography.fernet.InvalidToken where the signing key is another one."""
        lock = locks(settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
        return lock.decrypt(encrypted_text.encode()).decode()

    def build_totp_svg(self, url: str) -> SafeString:
        """The picture for an authenticator app, drawn by the library from the key alone; it stands in the page itself,
        since the page may load no picture from elsewhere.
        """
        drawn: str = super().build_totp_svg(url)
        return mark_safe(drawn[drawn.index("<svg") :])
