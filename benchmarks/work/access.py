"""The door over the country pack: who asks and whether they may, by role and page; and what lists ask for their rows."""

import sys
import time
from collections.abc import Callable
from datetime import date

from allauth.account.internal.flows.login import record_authentication
from django.contrib.auth import SESSION_KEY, get_user, login
from django.contrib.sessions.backends.db import SessionStore
from django.core.management import call_command
from django.db import connection
from django.http import HttpRequest
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import resolve, reverse
from django.utils.functional import SimpleLazyObject

from benchmarks.table import Measure, percentile
from kinoqor.accounts.organisation.actions import open_organisation
from kinoqor.accounts.organisation.rules import Named
from kinoqor.accounts.role.actions import give_seat
from kinoqor.accounts.role.queries import who_asks
from kinoqor.accounts.role.rules import Term
from kinoqor.accounts.role.words import HELD_IN, Role
from kinoqor.accounts.signin.actions import note_change
from kinoqor.accounts.user.actions import open_account
from kinoqor.accounts.user.models import User
from kinoqor.keeping.correction.actions import propose
from kinoqor.keeping.edit.rules import Entry
from kinoqor.ledger.deed.actions import Doer
from kinoqor.register.subject.models import Subject
from kinoqor.register.subject.words import Kind

ROUNDS, MILLISECONDS = 300, 2
PAGE_ROUNDS = 10
MANY = 40  # rows of a list; fewer than a page of it
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
BY = Doer("bench")


def person(role: Role | None) -> User:
    """Someone with a seat of this role, or with none."""
    someone = open_account(f"{role or 'reader'}@example.org", "Үлгі Адам", "a horizon over the steppe", by=BY)
    if role:
        kind = sorted(HELD_IN[role])[0]
        where = open_organisation(Named(kind, name_en=f"Test {role}"), by=BY)
        give_seat(someone.pk, where.pk, role, "Test order", Term(date(2020, 1, 1)), by=BY)
    return someone


def browser(someone: User | None) -> Client:
    """A browser in which they have signed in with a second step."""
    client = Client()
    if someone is None:
        return client
    request = HttpRequest()
    request.session, request.META["REMOTE_ADDR"] = client.session, "127.0.0.1"
    login(request, someone, BACKEND)
    for method in ("password", "mfa"):
        record_authentication(request, someone, method)
    request.session.save()
    client.cookies["sessionid"] = request.session.session_key or ""
    return client


def door(client: Client, place: str) -> Callable[[], bool]:
    """What happens at the door of an address before its page is asked: session, person, seats, rule."""
    found, cookie = resolve(place), client.cookies.get("sessionid")

    def ask() -> bool:
        request = HttpRequest()
        request.session = SessionStore(cookie.value if cookie else None)
        request.user = SimpleLazyObject(lambda: get_user(request))  # type: ignore[assignment]
        who = (
            who_asks(request)
            if SESSION_KEY in request.session
            else SimpleLazyObject(lambda: who_asks(request))
        )
        return bool(found.func.rule(who, **found.kwargs))  # type: ignore[attr-defined]

    return ask


def timed(ask: Callable[[], object], rounds: int) -> list[float]:
    seconds = []
    for _round in range(rounds):
        begun = time.perf_counter()
        ask()
        seconds.append(time.perf_counter() - begun)
    return seconds


def asked(ask: Callable[[], object]) -> int:
    """How many queries it takes."""
    with CaptureQueriesContext(connection) as captured:
        ask()
    return len(captured)


def say(case: str, value: float, unit: str, goal: str = "", holds: bool | None = None) -> None:
    print(Measure("access", case, value, unit, goal, holds).line(), flush=True)


def measure(label: str, client: Client, name: str, **kwargs: object) -> None:
    """The door of one page for one reader, and the whole page."""
    place, case = reverse(name, kwargs=kwargs), f"{label}: {name}"
    at_door = door(client, place)
    timed(at_door, 20)
    seconds = timed(at_door, ROUNDS)
    slow = percentile(seconds, 0.95)
    say(case, percentile(seconds, 0.5), "p50 ms")
    say(case, slow, "p95 ms", f"< {MILLISECONDS}", slow < MILLISECONDS)
    say(case, asked(at_door), "queries")
    client.get(place)
    say(case, percentile(timed(lambda: client.get(place).getvalue(), PAGE_ROUNDS), 0.5), "page ms")


def lists(people: dict[str, tuple[User, Client]]) -> None:
    """Lists that only some may see, with a few rows and with many: not one query more."""
    reader, cataloguer, administrator = (people[name] for name in ("reader", "cataloguer", "administrator"))
    shown = {
        "letters": reader[1],
        "proposals": cataloguer[1],
        "seats": administrator[1],
        "bodies": administrator[1],
    }
    film = Subject.objects.filter(kind=Kind.WORK).earliest("pk").ref
    before: dict[str, int] = {}
    for rows in (1, MANY):
        for number in range(rows):
            note_change(reader[0].pk, "account/email/password_changed", by=reader[0].doer)
            entry = Entry("year", str(1900 + number), f"https://said.example/{rows}/{number}")
            propose(film, entry, "", "", f"secret {rows} {number}", by=BY, subject=film)
            where = open_organisation(Named("cinema", name_en=f"Test cinema {rows} {number}"), by=BY)
            give_seat(reader[0].pk, where.pk, Role.EXHIBITOR, "Test order", Term(date(2020, 1, 1)), by=BY)
        for name, client in shown.items():
            place = reverse(name)
            client.get(place)
            counted = asked(lambda client=client, place=place: client.get(place))  # type: ignore[misc]
            if name in before:
                more = counted - before[name]
                say(f"list of {MANY} beside a list of 1: {name}", more, "more queries", "= 0", more == 0)
            before[name] = counted


def main() -> None:
    for command in (["build_font"], ["compile_catalogues"], ["intake"], ["collectstatic", "--no-input"]):
        call_command(*command, stdout=sys.stderr)
    people = {"reader": person(None)} | {role.value: person(role) for role in Role}
    seen = {name: (someone, browser(someone)) for name, someone in people.items()}
    film = Subject.objects.filter(kind=Kind.WORK).earliest("pk").ref
    measure("nobody", browser(None), "films")
    for name, (_someone, client) in seen.items():
        measure(name, client, "films")
        measure(name, client, "account")
    measure("cataloguer", seen["cataloguer"][1], "card-edit", ref=film)
    measure("cataloguer", seen["cataloguer"][1], "proposals")
    measure("administrator", seen["administrator"][1], "seats")
    measure("reader, refused", seen["reader"][1], "seats")
    lists(seen)


if __name__ == "__main__":
    main()
