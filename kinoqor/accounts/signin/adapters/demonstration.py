"""The invented people of a house on trial: how they sign in, told only to whoever sits at its machine."""

import ipaddress
import time
from dataclasses import dataclass
from pathlib import Path

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.conf import settings
from django.http import HttpRequest
from django.http.request import split_domain_port

from kinoqor.accounts.notice.queries import has_outbox
from kinoqor.accounts.role.words import Role
from kinoqor.accounts.signin.words import DOES, INVENTED
from kinoqor.accounts.user.models import User

PASSWORD, KEY = "demo-password", "demo-key"  # names of the files in the data folder


@dataclass(frozen=True, slots=True)
class Invented:
    """One invented person: how they are called, in which roles they sit, what they do, and their sign-in."""

    name: str
    roles: str
    does: str
    email: str
    password: str


def kept(name: str) -> str:
    """What was made once for this installation and lies in its data folder; empty where nothing was made."""
    path = Path(settings.DATA) / name
    return path.read_text(encoding="ascii") if path.exists() else ""


def keep(name: str, fresh: str) -> str:
    """Keep something for this installation, readable by its owner only, unless it is kept already; give what is kept."""
    path = Path(settings.DATA) / name
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(fresh, encoding="ascii")
    return kept(name)


def code_now(key: str) -> str:
    """The six digits that an authenticator app with this key shows now."""
    return str(format_hotp_value(hotp_value(key, int(time.time()) // 30)))


def is_told(request: HttpRequest) -> bool:
    """Whether the reader sits at the machine of a house on trial, and asks it by the machine's own name.

    A house behind TLS or with a mail server tells nothing, and neither does one that is asked from elsewhere.
    """
    if not settings.DEMO or not has_outbox():
        return False
    host, _port = split_domain_port(request.get_host())
    here = _is_here(request.META.get("REMOTE_ADDR", ""))
    return here and (host == "localhost" or _is_here(host.strip("[]")))


def _is_here(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def people(request: HttpRequest) -> list[Invented]:
    """The invented people, for whoever may be told of them; nobody where none were made."""
    password = kept(PASSWORD) if is_told(request) else ""
    if not password:
        return []
    emails = [f"{box}@example.org" for box, _name, _seats in INVENTED]
    there = set(User.objects.filter(email__in=emails, erased=None).values_list("email", flat=True))
    return [
        Invented(name, _roles(roles), str(DOES[roles[0] if roles else ""]), email, password)
        for (_box, name, roles), email in zip(INVENTED, emails, strict=True)
        if email in there
    ]


def _roles(roles: tuple[Role, ...]) -> str:
    return ", ".join(str(role.label) for role in roles)


def password(request: HttpRequest) -> str:
    """The password of the invented people, for whoever may be told; else nothing."""
    return kept(PASSWORD) if is_told(request) else ""


def code(request: HttpRequest) -> str:
    """The code that the app of the invented people shows now, for whoever may be told; else nothing."""
    key = kept(KEY) if is_told(request) else ""
    return code_now(key) if key else ""
