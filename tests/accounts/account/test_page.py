"""One's own page, and the hat."""

import pytest
from django.urls import reverse

from kinoqor.accounts.account.actions import erase
from kinoqor.accounts.role.rules import Term
from kinoqor.accounts.role.words import Role
from tests import make, people
from tests.passkeys import Passkey

pytestmark = pytest.mark.django_db


def page(browser: object, name: str = "account") -> str:
    return str(browser.get(reverse(name)).content.decode())  # type: ignore[attr-defined]


def test_a_seat_without_a_last_day_says_so_and_one_with_it_says_which() -> None:
    someone = people.user()
    seat = people.seated(Role.PRODUCER, someone)
    said = page(people.client(someone))
    assert "without a last day" in said
    other = people.user()
    people.seated(Role.PRODUCER, other, Term(seat.since, seat.since.replace(month=12, day=31)))
    assert f"31 December {seat.since.year}" in page(people.client(other))


def test_the_page_says_which_second_steps_there_are() -> None:
    someone = people.user()
    assert "none yet: set one up" in page(people.client(someone))
    Passkey().kept(someone)
    assert "passkey" in page(people.client(someone))


def test_name_and_language_are_kept() -> None:
    someone = people.user("Сынақ")
    answer = people.client(someone).post(reverse("account"), {"name": "Сынақ Жаңа", "language": "kk"})
    someone.refresh_from_db()
    assert answer.status_code == 302 and (someone.name, someone.language) == ("Сынақ Жаңа", "kk")


def test_nothing_but_name_and_language_can_be_set_from_outside() -> None:
    someone = people.user("Сынақ")
    form = {
        "name": "Сынақ",
        "language": "kk",
        "is_superuser": "on",
        "person_ref": "p001",
        "email": "x@example.org",
    }
    people.client(someone).post(reverse("account"), form)
    someone.refresh_from_db()
    assert (someone.is_superuser, someone.person_ref) == (False, "") and someone.email != "x@example.org"


def test_changing_the_hat_leads_back_to_where_one_was_and_never_elsewhere() -> None:
    someone = people.user()
    people.seated(Role.OFFICER, someone)
    producer = people.seated(Role.PRODUCER, someone)
    browser = people.client(someone)
    for back, where in (("/en/films/", "/en/films/"), ("https://evil.example/", reverse("account"))):
        answer = browser.post(reverse("hat"), {"seat": producer.pk, "next": back})
        assert answer["Location"] == where


def test_the_hat_and_the_desk_are_in_reach_on_every_page() -> None:
    someone = people.user()
    seat = people.seated(Role.PRODUCER, someone)
    browser = people.client(someone)
    for name in ("home", "films", "account", "desk"):
        said = page(browser, name)
        assert f"You act as {seat}" in said and f'href="{reverse("desk")}"' in said
    assert "You act as a reader" in page(people.client(people.user()), "home")


def test_nobody_erases_somebody_else() -> None:
    one, other = people.user(), people.user()
    people.client(one).post(reverse("account-erase"), {"sure": "on", "user": other.pk})
    other.refresh_from_db()
    assert other.erased is None
    erase(other.pk, "", by=make.BY)
