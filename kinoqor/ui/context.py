"""What every page's frame is given. The frame knows the ways only by the list in the settings."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse, translate_url
from django.utils.functional import Promise
from django.utils.translation import get_language

from kinoqor.ui import pack

PLAYED = "demo-played"  # lies in the data folder of a house whose demonstration was played


class Way(NamedTuple):
    """One link of the navigation."""

    url: str
    label: str | Promise
    current: bool


class Tongue(NamedTuple):
    """One language of the switch: its code, its own name, its short form, and this page in it."""

    code: str
    name: str
    short: str
    url: str
    current: bool


def frame(request: HttpRequest) -> dict[str, Any]:
    """The context of ui/base.html: `ways`, `foot_ways`, `tongues`, `who`, `signin_url`, `here`."""
    return {
        "ways": ways(settings.NAV, request.path),
        "foot_ways": ways(getattr(settings, "NAV_FOOT", ()), request.path),
        "tongues": tongues(request),
        "who": getattr(request, "who", None),
        "signin_url": address(settings.LOGIN_URL),
        "signout_url": address("account_logout"),
        "account_url": address("account"),
        "hat_url": address("hat"),
        "desk_url": address("desk"),
        "second_url": address("second-step"),
        "here": settings.ADDRESS + request.path,
        "address": settings.ADDRESS,
        "played": is_played(),
        "pack_name": pack.text("register_name"),
        "data_date": date.fromisoformat(pack.about()["data_of"]),
    }


def is_played() -> bool:
    """Whether this is a house on trial in which the demonstration was played."""
    return bool(settings.DEMO) and (Path(settings.DATA) / PLAYED).exists()


def address(name: str) -> str:
    """The address of a named page, or nothing where this house has no such page."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def ways(listed: Iterable[tuple[str, str | Promise]], path: str) -> list[Way]:
    """The links of a list of (name, label). A page under a way counts as being on it; a missing page is left
    out.
    """
    found = [(address(name), label) for name, label in listed]
    return [Way(url, label, path.startswith(url)) for url, label in found if url]


def tongues(request: HttpRequest) -> list[Tongue]:
    """This very page in each language of the house, in the order of the settings, keeping the query."""
    now, path = get_language(), request.get_full_path()
    return [
        Tongue(code, str(name), str(name)[:3], path if code == now else translated(path, code), code == now)
        for code, name in settings.LANGUAGES
    ]


def translated(path: str, code: str) -> str:
    """The same page in another language; for an address that leads nowhere, the same address in that
    language.
    """
    found = translate_url(path, code)
    start = f"/{get_language()}/"
    if found == path and path.startswith(start):
        return f"/{code}/{path.removeprefix(start)}"
    return found
