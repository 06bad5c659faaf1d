"""The desk of newcomers: who sees it, what it shows, what is answered there."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinoqor.accounts.role.words import Role
from kinoqor.keeping.newcomer.models import Newcomer
from kinoqor.keeping.newcomer.rules import Name, Person
from kinoqor.keeping.newcomer.words import Fate
from tests import make, people
from tests.keeping.newcomer.making import LINK, company, newcomer, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser() -> Client:
    return people.signed_in(Role.CATALOGUER)


def fate(one: Newcomer) -> str:
    return Newcomer.objects.get(pk=one.pk).fate


def at(one: Newcomer) -> str:
    return reverse("newcomer", args=[one.pk])


def test_the_desk_of_a_cataloguer_says_who_waits(browser: Client) -> None:
    assert "Nobody who was proposed waits for you." in browser.get(reverse("desk")).content.decode()
    one = newcomer()
    said = browser.get(reverse("desk")).content.decode()
    assert at(one) in said and "Сынақ Жаңаұлы" in said
    assert at(one) in browser.get(reverse("newcomers")).content.decode()
    assert at(one) not in browser.get(reverse("newcomers"), {"fate": "taken"}).content.decode()


def test_the_page_shows_what_is_said_and_not_for_which_application(browser: Client) -> None:
    one = newcomer(Person((Name("Сынақ Жаңаұлы", "kk"),), 1990, "A short film", LINK))
    page = browser.get(at(one)).content.decode()
    for words in ("Сынақ Жаңаұлы", "1990", "A short film", LINK, "Nobody in the register is called alike"):
        assert words in page
    assert "Proposing company" not in page


def test_look_alikes_stand_beside_with_their_reasons(browser: Client) -> None:
    make.settled(make.person("p901", "Сынақ Жаңаұлы"))
    page = browser.get(at(newcomer(person("Synaq Zhanauly", "en"), besides=("p901",)))).content.decode()
    assert "p901" in page and "are one name in two spellings" in page


def test_a_cataloguer_takes_a_newcomer(browser: Client) -> None:
    one = newcomer()
    assert "Write" not in browser.post(at(one), {"do": "take", "source": LINK}).content.decode()
    assert fate(one) == Fate.TAKEN
    assert "To the record" in browser.get(at(one)).content.decode()


def test_without_a_source_the_page_says_why_and_what_to_do(browser: Client) -> None:
    one = newcomer(person())
    page = browser.post(at(one), {"do": "take", "source": ""}).content.decode()
    assert "without a source" in page and "Name a source" in page and fate(one) == Fate.OPEN


def test_a_look_alike_that_came_meanwhile_is_shown_before_anybody_is_taken(browser: Client) -> None:
    one = newcomer()
    make.settled(make.person("p901", "Сынақ Жаңаұлы"))
    page = browser.post(at(one), {"do": "take", "source": LINK, "besides": ""}).content.decode()
    assert "called alike" in page and 'name="besides" value="p901"' in page
    browser.post(at(one), {"do": "take", "source": LINK, "besides": "p901"})
    assert fate(one) == Fate.TAKEN


def test_a_cataloguer_says_who_it_is(browser: Client) -> None:
    make.settled(make.person("p901", "Сынақ Жаңаұлы"))
    one = newcomer(besides=("p901",))
    assert (
        "no such person" in browser.post(at(one), {"do": "known", "known": "p7", "why": "x"}).content.decode()
    )
    browser.post(at(one), {"do": "known", "known": "p901", "why": "The same films."})
    assert fate(one) == Fate.SAME


def test_a_cataloguer_refuses_with_ground_and_words(browser: Client) -> None:
    one = newcomer()
    browser.post(at(one), {"do": "refuse", "ground": "private"})
    assert fate(one) == Fate.OPEN
    browser.post(at(one), {"do": "refuse", "ground": "private", "words": "Nothing is public."})
    assert fate(one) == Fate.REFUSED
    page = browser.get(at(one)).content.decode()
    assert "a private person stays private" in page and "Nothing is public." in page


@pytest.mark.parametrize(
    "role", [Role.PRODUCER, Role.OFFICER, Role.ARCHIVIST, Role.AUDITOR, Role.ADMINISTRATOR]
)
def test_nobody_but_a_cataloguer_sees_them(role: Role) -> None:
    one = newcomer()
    other = people.signed_in(role)
    for place in (at(one), reverse("newcomers")):
        answer = other.get(place)
        assert answer.status_code == 403 and "Жаңаұлы" not in answer.content.decode()
    assert "Жаңаұлы" not in other.get(reverse("desk")).content.decode()


def test_a_stranger_is_sent_to_sign_in() -> None:
    assert Client().get(at(newcomer())).status_code in (302, 403)


def test_whoever_proposed_does_not_judge() -> None:
    me = people.user()
    people.seated(Role.CATALOGUER, me)
    one = newcomer(by=me)
    assert people.client(me).post(at(one), {"do": "take", "source": LINK}).status_code == 403
    assert fate(one) == Fate.OPEN


def test_the_list_costs_the_same_for_one_and_for_three(browser: Client) -> None:
    browser.get(reverse("newcomers"))
    counted = []
    for number in range(3):
        newcomer(of=company(f"Company {number}"))
        with CaptureQueriesContext(connection) as asked:
            browser.get(reverse("newcomers"))
        counted.append(len(asked))
    assert len(set(counted)) == 1
