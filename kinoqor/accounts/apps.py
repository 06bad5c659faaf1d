from typing import Any
from urllib.parse import urlsplit

from django.apps import AppConfig
from django.conf import settings
from django.core import checks

LOOPBACK = {"127.0.0.1", "localhost", "::1"}


class AccountsConfig(AppConfig):
    name = "kinoqor.accounts"

    def ready(self) -> None:
        """From now on a check of the house says what of the settings would not be safe."""
        checks.register(ways_out)


def ways_out(**asked: Any) -> list[checks.CheckMessage]:
    """Another house is asked over TLS; a house that is open to the world can write letters."""
    found: list[checks.CheckMessage] = []
    parts = urlsplit(settings.OIDC)
    if parts.scheme == "http" and parts.hostname not in LOOPBACK:
        hint = "Give it as https://…"
        found.append(checks.Error("KINOQOR_OIDC is asked without TLS.", hint=hint, id="kinoqor.E002"))
    if settings.HTTPS and not settings.MAIL:
        hint = "Set KINOQOR_MAIL."
        found.append(checks.Warning("No mail server is set, so letters wait.", hint=hint, id="kinoqor.W001"))
    return found
