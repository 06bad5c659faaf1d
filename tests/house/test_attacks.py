"""What is tried from outside, against every route: forms from elsewhere, ways that lead away, text that means harm."""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Any
from urllib.parse import urlsplit

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from pytest_django.fixtures import Settings

from kinoqor.accounts.management.commands.demo_accounts import code_now
from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.models import User
from kinoqor.ledger.deed.models import Deed
from kinoqor.ui.door import anyone, pages
from tests import people
from tests.house.people import Someone, everyone
from tests.house.register import grow
from tests.house.routes import routes
from tests.house.test_pages import DOORS, ELSEWHERE, SEATED, places
from tests.house.world import World
from tests.people import PASSWORD

# The whole house is walked: minutes on a busy machine.
pytestmark = [pytest.mark.long(80), pytest.mark.timeout(1800)]

EVIL = "evil.example"
AWAY = [
    f"https://{EVIL}/",
    f"//{EVIL}/",
    f"/\\{EVIL}/",
    f"///{EVIL}",
    f"https:{EVIL}",
    f"javascript:alert('{EVIL}')",
]


@pytest.fixture(autouse=True)
def english(settings: Settings) -> Iterator[None]:
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [ELSEWHERE]}}
    cache.clear()
    with override("en"):
        yield


def inhabited() -> World:
    return World(grow(1, 1), everyone(*SEATED))


def every_place(people: Sequence[Someone], refs: dict[str, list[str]]) -> list[tuple[str, str, Client]]:
    """(name, address, browser of someone to whom it opens) of every route with every kind of thing."""
    return [(route.name, *each) for route in routes() for each in places(route, refs, people)]


def undone(browser: Client, method: str, place: str, sent: dict[str, str]) -> HttpResponse:
    """One request; whatever it has done to the records and to the browser is undone."""
    kept = deepcopy(browser.cookies)
    with transaction.atomic():
        answer: HttpResponse = getattr(browser, method)(place, sent)
        answer.close()
        transaction.set_rollback(True)
    browser.cookies = kept
    cache.clear()
    return answer


def test_no_page_is_taken_out_of_the_guard_of_its_forms() -> None:
    assert [page.name for page in pages() if getattr(page.callback, "csrf_exempt", False)] == []


def test_a_form_from_elsewhere_is_refused_by_every_route_and_does_nothing(
    world: World, said: dict[str, Any]
) -> None:
    wrong = []
    listed = every_place(world.made, world.refs)
    deeds = Deed.objects.count()
    for name, place, browser in listed:
        guarded = Client(enforce_csrf_checks=True)
        guarded.cookies = browser.cookies
        for headers in ({}, {"origin": f"https://{EVIL}"}):
            answer = guarded.post(place, {"sure": "1"}, headers=headers)
            if answer.status_code != 403 or said.get("page") != "ui/403_form.html":
                wrong.append(f"{name}: {answer.status_code}")
    assert wrong == [] and len(listed) > 100
    assert Deed.objects.count() == deeds


@pytest.mark.parametrize("away", AWAY[:2])
def test_no_route_leads_away_whatever_next_it_is_given(world: World, away: str) -> None:
    wrong = []
    for name, place, browser in every_place(world.made, world.refs):
        for method in ("get", "post"):
            answer = undone(browser, method, place, {"next": away, "back": away})
            if leads_away(answer):
                wrong.append(f"{method} {name}: {answer.headers.get('Location', 'a link')}")
    assert wrong == []


def leads_away(answer: HttpResponse) -> bool:
    """Whether an answer sends the browser to the other house, or offers a link to it."""
    where = answer.headers.get("Location", "")
    parts = urlsplit(where)
    if EVIL in (parts.hostname or "") or parts.scheme == "javascript" or where.startswith(("/\\", "//")):
        return True
    page = "" if answer.streaming else answer.content.decode("utf-8", "replace")
    return bool(re.search(rf'(?:href|action|src)="[^"?]*{re.escape(EVIL)}', page))


@pytest.mark.django_db
@pytest.mark.parametrize("away", AWAY)
def test_what_succeeds_leads_nowhere_else_either(away: str) -> None:
    """The forms that do go on to `next` once they are filled in rightly."""
    someone = people.user(email="known@example.org")
    seat = people.seated(Role.ADMINISTRATOR, someone)
    browser = Client()
    form = {"login": "known@example.org", "password": PASSWORD, "next": away}
    assert not leads_away(browser.post(reverse("account_login"), form))
    assert not leads_away(browser.post(reverse("hat"), {"seat": seat.pk, "next": away}))
    place = f"{reverse('account_reauthenticate')}?next={away}"
    assert not leads_away(browser.post(place, {"password": PASSWORD, "next": away}))
    key = generate_totp_secret()
    TOTP.activate(someone, key)
    place = f"{reverse('mfa_reauthenticate')}?next={away}"
    assert not leads_away(browser.post(place, {"code": code_now(key), "next": away}))
    assert not leads_away(browser.get(reverse("second-step"), {"next": away}))
    assert not leads_away(browser.post(reverse("account_logout"), {"next": away}))
    new = {"name": "A", "email": "b@example.org", "password1": PASSWORD, "consent": "on", "next": away}
    assert not leads_away(Client().post(reverse("account_signup"), new))


STEALING = {
    "is_superuser": "on", "is_staff": "on", "is_active": "", "person_ref": "p001", "email": "thief@example.org",
    "erased": "2020-01-01", "password": "x", "pk": "1", "id": "1", "user": "1", "role": "administrator", "groups": "1",
    "voice": "clock", "hat": "1", "joined": "2000-01-01",
}  # fmt: skip


def test_fields_that_no_form_has_change_nothing_on_any_route(world: World, said: dict[str, Any]) -> None:
    columns = ("email", "is_superuser", "is_active", "person_ref", "erased", "password", "joined")
    kept = list(User.objects.order_by("pk").values(*columns))
    for name, place, browser in every_place(world.made, world.refs):
        # What these forms ask for is the record that is about a person, or that the session ends.
        if name not in ("holder", "account_logout", "session-end", "sessions-end"):
            cookies = deepcopy(browser.cookies)
            browser.post(place, STEALING)
            browser.cookies = cookies
    assert list(User.objects.order_by("pk").values(*columns))[: len(kept)] == kept


def test_every_answer_carries_the_headers_that_keep_a_browser_safe(
    world: World, settings: Settings, said: dict[str, Any]
) -> None:
    settings.SECURE_HSTS_SECONDS = 31_536_000
    wrong = []
    for name, place, browser in every_place(world.made, world.refs):
        for answer in (
            browser.get(place, secure=True),
            browser.get(place + "x", secure=True),
            browser.put(place, secure=True),
        ):
            wrong += [f"{name} ({answer.status_code}): {lack}" for lack in lacking(answer, name)]
            answer.close()
    assert sorted(set(wrong)) == []


def lacking(answer: HttpResponse, name: str) -> Iterator[str]:
    """What an answer should say and does not."""
    policy = answer.headers.get("Content-Security-Policy", "")
    for part in (
        "default-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "script-src 'self'",
        "form-action 'self'",
    ):
        if part not in policy:
            yield part
    if "unsafe" in policy:
        yield "a policy without unsafe"
    wanted = {
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Strict-Transport-Security": "max-age=31536000",
    }
    yield from (
        f"{header}: {value}"
        for header, value in wanted.items()
        if value not in answer.headers.get(header, "")
    )
    if answer.headers.get("Referrer-Policy") not in ("same-origin", "no-referrer"):
        yield "Referrer-Policy"
    kind = answer.headers.get("Content-Type", "")
    if kind.startswith(("text/html", "text/csv")) and "charset=utf-8" not in kind:
        yield "a charset"
    if (
        answer.status_code == 200
        and DOORS[name] is not anyone
        and "no-store" not in answer.headers.get("Cache-Control", "")
    ):
        yield "Cache-Control: no-store"


@pytest.mark.django_db
def test_a_host_that_is_not_ours_is_answered_nothing_and_gets_into_no_letter() -> None:
    someone = people.user()
    for host in (EVIL, f"{EVIL}:443", "testserver.evil.example", f"127.0.0.1@{EVIL}"):
        answer = Client().post(
            reverse("account_reset_password"), {"email": someone.email}, headers={"host": host}
        )
        assert answer.status_code == 400 and EVIL not in answer.content.decode()
    assert not Deed.objects.filter(code="accounts.signin.link_sent").exists()


@pytest.mark.django_db
def test_a_host_that_a_proxy_claims_is_not_believed() -> None:
    answer = Client().get(
        reverse("account_login"), headers={"x-forwarded-host": EVIL, "x-original-url": "/en/house/seats/"}
    )
    assert answer.status_code == 200 and EVIL not in answer.content.decode()


@pytest.mark.django_db
def test_a_session_that_was_made_up_opens_nothing() -> None:
    for made_up in ("", "a" * 32, "../../etc/passwd", "' OR 1=1 --", "\x00"):
        browser = Client()
        browser.cookies["sessionid"] = made_up
        assert browser.get(reverse("account")).status_code == 302
    assert not Session.objects.filter(session_key="a" * 32).exists()


def test_no_route_answers_a_method_that_it_does_not_name(world: World, said: dict[str, Any]) -> None:
    wrong = []
    for name, place, browser in every_place(world.made, world.refs):
        for method in ("put", "delete", "patch", "options", "trace"):
            answer = getattr(browser, method)(place)
            if answer.status_code not in (302, 401, 403, 404, 405):
                wrong.append(f"{method} {name}: {answer.status_code}")
            answer.close()
    assert wrong == []
