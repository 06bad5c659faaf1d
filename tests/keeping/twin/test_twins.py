"""Pairs are found with why, judged by cataloguers, hidden from those whom they concern, in few questions."""

import pytest
from django.conf import settings
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from kinoqor.accounts.role.words import Role
from kinoqor.keeping.twin.actions import look
from kinoqor.keeping.twin.models import Pair
from kinoqor.keeping.twin.queries import candidates_of, open_pairs, visible_to
from kinoqor.register.identity.models import Judgement
from kinoqor.register.identity.words import Judged
from kinoqor.register.intake.actions import load, settle
from kinoqor.register.models import Card
from kinoqor.register.subject.models import Subject
from tests import make, people
from tests.make import BY

pytestmark = pytest.mark.django_db


@pytest.fixture
def twice() -> tuple[Subject, Subject]:
    """One film entered in two scripts, of the same director and year."""
    films = make.film("f901", "Qyz Zhol", year="1970"), make.named("f902", "work", {"kk": "Қыз жол"})
    make.claim(films[1], "year", "1970")
    director = make.person("p901")
    for film in films:
        make.credit(film, director)
    make.settled()
    look(by=BY)
    return films


def test_a_film_entered_in_two_scripts_is_found_with_why(twice: tuple[Subject, ...]) -> None:
    pair = Pair.objects.get()
    assert (pair.one.ref, pair.other.ref) == ("f901", "f902")
    assert [each["sign"] for each in pair.signs] == ["scripts", "same_year", "shared"]


def test_the_page_says_why_in_words_and_judges(twice: tuple[Subject, ...]) -> None:
    browser = people.signed_in(Role.CATALOGUER)
    assert "“Qyz Zhol” and “Қыз жол” are one name in two spellings." in _text(browser, "/en/desk/twins/")
    page = _text(browser, "/en/desk/twins/f901/f902/")
    assert "Both were made in 1970." in page
    assert "Сынақ Үлгіұлы" in page
    answer = browser.post("/en/desk/twins/f902/f901/", {"judged": "same", "why": "one poster for both"})
    assert answer["Location"] == "/en/desk/twins/"
    assert not Card.objects.filter(ref="f902").exists()
    assert Judgement.objects.get().made.why == "one poster for both"
    assert not open_pairs().exists()


def test_a_judgement_is_taken_back_on_its_page(twice: tuple[Subject, ...]) -> None:
    browser = people.signed_in(Role.CATALOGUER)
    browser.post("/en/desk/twins/f901/f902/", {"judged": "same", "why": "one poster"})
    place = browser.get("/en/desk/twins/f901/f902/")["Location"]
    assert "one poster" in _text(browser, place)
    assert "one poster" in _text(browser, "/en/desk/twins/?judged=same")
    browser.post(place, {"why": "two posters after all"})
    assert Card.objects.filter(ref="f902").exists()
    assert browser.get(place).status_code == 404
    assert open_pairs().count() == 1


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"judged": "same", "why": ""}, "This field is required"),
        ({"judged": "perhaps", "why": "x"}, "Select a valid choice"),
        ({"why": "x"}, "This field is required"),
    ],
)
def test_a_judgement_that_is_not_whole_changes_nothing(
    twice: tuple[Subject, ...], sent: dict[str, str], words: str
) -> None:
    answer = people.signed_in(Role.CATALOGUER).post("/en/desk/twins/f901/f902/", sent)
    assert words in answer.content.decode()
    assert not Judgement.objects.exists()


@pytest.mark.parametrize("place", ["f901/f901", "f901/p901", "f901/f999", "x/y", "judgements/999"])
def test_what_is_no_pair_is_not_there(twice: tuple[Subject, ...], place: str) -> None:
    assert people.signed_in(Role.CATALOGUER).get(f"/en/desk/twins/{place}/").status_code == 404


def test_unsure_leaves_the_queue_and_stays_to_be_read(twice: tuple[Subject, ...]) -> None:
    browser = people.signed_in(Role.CATALOGUER)
    browser.post("/en/desk/twins/f901/f902/", {"judged": "unsure", "why": "no source says so"})
    assert "No two records look alike" in _text(browser, "/en/desk/twins/")
    assert "no source says so" in _text(browser, "/en/desk/twins/?judged=unsure")
    assert Card.objects.filter(ref="f902").exists()


def test_nobody_judges_about_themselves(client: Client) -> None:
    for ref in ("p901", "p902"):
        make.person(ref)
    make.settled()
    look(by=BY)
    someone = people.user()
    someone.person_ref = "p901"
    someone.save()
    who = people.who(Role.CATALOGUER, whom=someone)
    assert open_pairs().count() == 1
    assert not visible_to(who).exists()
    answer = people.client(someone).get("/en/desk/twins/p901/p902/")
    assert answer.status_code == 403
    assert "about you" in answer.content.decode()


def test_others_than_cataloguers_do_not_judge(twice: tuple[Subject, ...], client: Client) -> None:
    assert client.get("/en/desk/twins/").status_code == 302
    assert people.signed_in(Role.ARCHIVIST).get("/en/desk/twins/f901/f902/").status_code == 403


def test_the_desk_of_a_card_names_its_twin_and_compares_with_any_other(twice: tuple[Subject, ...]) -> None:
    browser = people.signed_in(Role.CATALOGUER)
    assert "/en/desk/twins/f901/f902/" in _text(browser, "/en/desk/card/f902/")
    answer = browser.post("/en/desk/twins/of/f901/", {"other": " f902 "})
    assert answer["Location"] == "/en/desk/twins/f901/f902/"
    for wrong in ("p901", "f999", "f901; DROP", ""):
        assert browser.post("/en/desk/twins/of/f901/", {"other": wrong}).status_code == 200


def test_looking_again_finds_the_same(twice: tuple[Subject, ...]) -> None:
    browser = people.signed_in(Role.CATALOGUER)
    before = list(Pair.objects.values_list("one", "other", "weight", "signs"))
    assert browser.post("/en/desk/twins/look/").status_code == 302
    assert list(Pair.objects.values_list("one", "other", "weight", "signs")) == before


def test_candidates_are_told_apart_from_others(twice: tuple[Subject, ...]) -> None:
    assert candidates_of(["f901", "p901", "f999"]) == {"f901"}


def test_the_list_costs_the_same_for_one_pair_and_for_three(
    django_assert_max_num_queries: DjangoAssertNumQueries, twice: tuple[Subject, ...]
) -> None:
    browser = people.signed_in(Role.CATALOGUER)
    with django_assert_max_num_queries(20) as first:
        browser.get("/en/desk/twins/")
    for number in range(2):
        for letter in "ab":
            make.film(f"f95{number}{letter}", f"Another {number} Title", year="1980")
    make.settled()
    look(by=BY)
    assert open_pairs().count() == 3
    with django_assert_max_num_queries(len(first.captured_queries)):
        browser.get("/en/desk/twins/")


def _text(browser: Client, place: str) -> str:
    answer = browser.get(place)
    assert answer.status_code == 200, place
    text: str = answer.content.decode()
    return text


def test_all_that_looks_alike_in_the_pack_is_judged_or_waits() -> None:
    settle(load(settings.PACK, by=BY), by=BY)
    look(by=BY)
    judged = {(one.one.ref, one.other.ref): one.judged for one in Judgement.objects.all()}
    assert judged[("f064", "f435")] == judged[("f233", "f480")] == Judged.UNSURE
    assert {("p001", "p090"), ("p514", "p686")} <= judged.keys()
    assert Pair.objects.count() > open_pairs().count()
    assert not open_pairs().filter(weight__gte=60).exists()
