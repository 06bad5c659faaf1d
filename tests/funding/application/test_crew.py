"""The crew of an application: picked from the register, proposed to it, or named; with the tests that rest on it."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from kinoqor.accounts.user.models import User
from kinoqor.funding.application import actions, queries
from kinoqor.funding.application.adapters.crew import crew_of
from kinoqor.funding.application.adapters.crew import tests as told
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.words import MOST_CREW, SAVES_A_MINUTE
from kinoqor.funding.call.queries import terms_of
from kinoqor.funding.likeness.queries import compared
from kinoqor.keeping.newcomer.actions import find_known, refuse, take
from kinoqor.keeping.newcomer.models import Newcomer
from kinoqor.keeping.newcomer.rules import Name, Person
from kinoqor.keeping.newcomer.words import Ground
from kinoqor.kit.verdict import Refused
from kinoqor.register.credit.models import Credit
from kinoqor.register.subject.models import Subject
from tests import make, people
from tests.funding.application import making
from tests.funding.application.making import NOW
from tests.make import BY

pytestmark = pytest.mark.django_db
NAME, LINK = "Сынақ Жаңаұлы", "https://archive.example/people/1"
PERSON = Person((Name(NAME, "kk"),), None, "", LINK)
MEMBER = {"role": "director", "name": NAME, "citizen": ""}
SENT = {"role": "director", "citizen": "", "name_kk": NAME, "link": LINK, "revision": "9"}


@pytest.fixture(autouse=True)
def _an_open_call() -> None:
    cache.clear()
    making.call(papers=True, **making.WIDE)


@pytest.fixture
def user() -> User:
    return making.producer()


@pytest.fixture
def one(user: User) -> Application:
    return making.application(user)


@pytest.fixture
def browser(user: User) -> Client:
    return people.client(user)


def crew_page(one: Application) -> str:
    return reverse("application-crew", args=[one.pk])


def propose_page(one: Application) -> str:
    return reverse("application-propose", args=[one.pk])


def proposed(one: Application, who: Person = PERSON, besides: tuple[str, ...] = ()) -> Newcomer:
    """Somebody new on the crew, as the deed leaves it."""
    now = queries.one(one.pk)
    ref = actions.propose_member(one.pk, MEMBER, who, besides, now.revision, NOW, by=people.user().doer)
    return Newcomer.objects.get(subject__ref=ref)


def debut(one: Application) -> dict[str, object]:
    now = queries.one(one.pk)
    return next(each for each in told(now, terms_of(now.version)) if each["code"] == "debut")


def director(ref: str = "p901", name: str = NAME) -> Subject:
    """Somebody who has directed a full-length film."""
    known, film = make.person(ref, name), make.film("f901", year="2001", runtime="95")
    make.credit(film, known)
    make.settled()
    return known


def test_somebody_new_stands_on_the_list_and_waits(one: Application) -> None:
    new = proposed(one)
    assert queries.one(one.pk).crew == [{**MEMBER, "ref": new.subject.ref}]
    assert new.organisation_id == one.organisation_id


def test_a_refused_proposal_leaves_the_list_as_it_was(one: Application) -> None:
    with pytest.raises(Refused, match="one spelling at least"):
        proposed(one, Person(()))
    with pytest.raises(Refused, match="changed in another window"):
        actions.save_crew(one.pk, [MEMBER], one.revision, NOW, by=BY)
        actions.propose_member(one.pk, MEMBER, PERSON, (), one.revision, NOW, by=BY)
    assert not Newcomer.objects.exists() and len(queries.one(one.pk).crew) == 1


def test_a_full_list_proposes_nobody(one: Application) -> None:
    actions.save_crew(one.pk, [MEMBER] * MOST_CREW, one.revision, NOW, by=BY)
    with pytest.raises(Refused, match="No more than"):
        proposed(one)
    assert not Newcomer.objects.exists()


def test_nobody_is_proposed_for_what_cannot_be_changed_any_more(one: Application) -> None:
    actions.withdraw(one.pk, by=BY)
    with pytest.raises(Refused, match="cannot be changed now"):
        proposed(one)
    assert not Newcomer.objects.exists()


def test_the_search_offers_to_propose_with_what_was_typed(browser: Client, one: Application) -> None:
    page = browser.post(crew_page(one), {"add": "search", "name": NAME, "role": "director", "citizen": ""})
    said = page.content.decode()
    assert "Not in the register?" in said and propose_page(one) in said
    form = browser.get(propose_page(one), {"name": NAME, "role": "director", "citizen": ""}).context["form"]
    assert form.initial == {"name_kk": NAME, "role": "director", "citizen": ""}


@pytest.mark.parametrize(("name", "line"), [("Synaq", "name_en"), ("Сынақ", "name_kk"), ("", "")])
def test_a_name_begins_in_the_line_of_its_script(
    browser: Client, one: Application, name: str, line: str
) -> None:
    initial = browser.get(propose_page(one), {"name": name}).context["form"].initial
    assert [each for each in initial if each.startswith("name_")] == ([line] if line else [])


def test_an_applicant_proposes_somebody_and_reads_where_they_stand(browser: Client, one: Application) -> None:
    answer = browser.post(propose_page(one), SENT | {"born": "1990", "known_for": "A short film"})
    assert answer.url == crew_page(one)
    new = Newcomer.objects.get()
    assert "waits for a cataloguer" in browser.get(crew_page(one)).content.decode()
    refuse(new.pk, Ground.PRIVATE, by=BY, why="Nothing is public.")
    said = browser.get(crew_page(one)).content.decode()
    assert "not taken" in said and "a private person stays private" in said and NAME in said


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"name_kk": ""}, "one spelling at least"),
        ({"name_kk": "", "name_ru": "Synaq Zhanauly"}, "not written in the letters"),
        ({"born": "1700"}, "was born in 1700"),
        ({"born": "soon"}, "whole number"),
        ({"link": "nowhere"}, "Enter a valid URL"),
        ({"role": "king"}, "Select a valid choice"),
        ({"revision": "0"}, "changed in another window"),
        ({"name_kk": "я" * 161}, "at most 160"),
    ],
)
def test_what_cannot_be_taken_is_answered_on_the_page(
    browser: Client, one: Application, more: dict[str, str], says: str
) -> None:
    actions.save_crew(one.pk, [], one.revision, NOW, by=BY)
    answer = browser.post(propose_page(one), SENT | more)
    assert says in answer.content.decode() and not Newcomer.objects.exists()


def test_look_alikes_are_offered_with_why_and_can_be_taken_or_set_aside(
    browser: Client, one: Application
) -> None:
    director()
    page = browser.post(propose_page(one), SENT)
    said = page.content.decode()
    assert "Is it one of these?" in said and "Both are called" in said and 'value="p901"' in said
    assert not Newcomer.objects.exists()
    browser.post(crew_page(one), {**page.context["member"], "add": "p901", "revision": "9"})
    assert [each["ref"] for each in queries.one(one.pk).crew] == ["p901"]
    browser.post(propose_page(one), SENT | {"besides": page.context["besides"]})
    assert [each["ref"] for each in queries.one(one.pk).crew] == ["p901", "p100001"]


def test_the_same_person_is_offered_again_and_not_doubled(
    browser: Client, one: Application, user: User
) -> None:
    browser.post(propose_page(one), SENT)
    again = making.application(user)
    page = browser.post(propose_page(again), SENT | {"name_kk": "", "name_en": "Synaq Zhanauly"})
    said = page.content.decode()
    assert "proposed this person already" in said and 'value="p100001"' in said
    found = browser.post(
        crew_page(again), {"add": "search", "name": "Synaq", "role": "editor", "citizen": ""}
    )
    assert "Your company has proposed" in found.content.decode()
    browser.post(
        crew_page(again), {"add": "p100001", "name": "x", "role": "editor", "citizen": "", "revision": "9"}
    )
    assert [(each["ref"], each["name"]) for each in queries.one(again.pk).crew] == [("p100001", NAME)]
    assert Newcomer.objects.count() == 1


def test_another_company_neither_sees_nor_takes_a_newcomer(one: Application) -> None:
    proposed(one)
    body = making.company("Another test company")
    other = making.producer(body)
    theirs, browser = making.application(other, body), people.client(other)
    page = browser.post(crew_page(theirs), {"add": "search", "name": NAME, "role": "director", "citizen": ""})
    assert "p100001" not in page.content.decode()
    sent = {"add": "p100001", "name": "Typed", "role": "director", "citizen": "", "revision": "9"}
    browser.post(crew_page(theirs), sent)
    assert [(each["ref"], each["name"]) for each in queries.one(theirs.pk).crew] == [("", "Typed")]
    assert browser.get(propose_page(one)).status_code == 404
    assert browser.post(propose_page(one), SENT).status_code == 404


def test_whoever_only_reads_proposes_nobody(one: Application) -> None:
    answer = Client().post(propose_page(one), SENT)
    assert answer.status_code in (302, 403) and not Newcomer.objects.exists()


def test_nobody_proposes_faster_than_one_can_write(browser: Client, one: Application) -> None:
    for _ in range(SAVES_A_MINUTE):
        browser.post(propose_page(one), SENT | {"revision": "0", "role": "director"})
    assert "faster than anyone can write" in browser.post(propose_page(one), SENT).content.decode()


def test_whoever_waits_leaves_the_debut_open_and_once_taken_it_counts(one: Application) -> None:
    new = proposed(one)
    assert [each.person for each in crew_of(queries.one(one.pk))] == [""]
    assert debut(one)["sign"] == "open"
    take(new.pk, LINK, by=BY)
    assert [each.person for each in crew_of(queries.one(one.pk))] == [new.subject.ref]
    assert debut(one)["sign"] == "good"


def test_whoever_is_known_already_brings_the_credits_of_the_register(
    browser: Client, one: Application
) -> None:
    director()
    assert Credit.objects.filter(person__ref="p901").exists()
    new = proposed(one, besides=("p901",))
    find_known(new.pk, "p901", by=BY, why="The same film is named.")
    assert [each.person for each in crew_of(queries.one(one.pk))] == ["p901"]
    assert debut(one)["sign"] == "refused"
    assert "/people/p901" in browser.get(crew_page(one)).content.decode()


def test_a_newcomer_is_compared_by_name_with_that_of_another_company(one: Application) -> None:
    proposed(one)
    body = making.company("Another test company")
    theirs = making.application(making.producer(body), body)
    proposed(theirs)
    mine, other = compared(queries.one(one.pk)), compared(queries.one(theirs.pk))
    assert set(mine.people) & set(other.people)


def test_a_newcomer_goes_on_into_an_application_that_begins_from_this_one(
    one: Application, user: User
) -> None:
    new = proposed(one)
    again = making.application(user, again=one.pk)
    assert [each["ref"] for each in again.crew] == [new.subject.ref]
