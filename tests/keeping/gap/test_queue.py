"""The queue: what it lists, what its numbers open, and how much it asks."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kinoqor.accounts.role.words import Role
from kinoqor.keeping.edit.actions import enter
from kinoqor.keeping.edit.queries import newest
from kinoqor.keeping.edit.rules import Entry
from kinoqor.keeping.gap.words import Of, gaps_of
from kinoqor.keeping.twin.models import Pair
from kinoqor.register.card.models import Card
from kinoqor.register.claim.models import Claim
from kinoqor.register.level.rules import of_bits
from kinoqor.register.level.words import Lack, Level
from kinoqor.register.subject.models import Subject
from tests import make, people
from tests.make import BY

pytestmark = pytest.mark.django_db
ARCHIVE = "https://archive.example/card"
FIRST = re.compile(r'data-keys-open href="[^"]*/card/(\w+)/"')


@pytest.fixture
def cataloguer() -> Client:
    return people.signed_in(Role.CATALOGUER)


@pytest.fixture
def films() -> list[Subject]:
    """Three films: one with a director, one without a year, one of which sources disagree."""
    known = make.film("f901", "The Test Steppe", year="1970", genre="drama")
    make.credit(known, make.person("p901"))
    undated = make.film("f902", "The Other Test", genre="war")
    disputed = make.film("f903", "The Third Test", year="1975", genre="drama")
    make.claim(disputed, "year", "1976", make.source("https://two.example/b"))
    make.settled()
    return [known, undated, disputed]


def text(answer: Any) -> str:
    return str(answer.content.decode())


def shown(browser: Client, query: str = "") -> list[str]:
    return FIRST.findall(text(browser.get(f"{reverse('queue')}?{query}")))


def test_the_records_of_which_most_is_said_come_first(cataloguer: Client, films: list[Subject]) -> None:
    make.claim(films[1], "country", "FR", make.source("https://a.example/"))
    make.claim(films[1], "language", "fr", make.source("https://b.example/"))
    make.claim(films[1], "runtime", "80", make.source("https://c.example/"))
    make.settled()
    assert shown(cataloguer)[0] == "f902"


@pytest.mark.parametrize(
    ("query", "refs"),
    [
        ("gap=director", {"f902", "f903"}),
        ("gap=year", {"f902"}),
        ("gap=disagreement", {"f903"}),
        ("gap=title-kk", {"f901", "f902", "f903"}),
        ("gap=one-source", {"f901", "f902"}),
        ("level=1", {"f901"}),
        ("level=0", {"f902", "f903"}),
        ("decade=1970", {"f901", "f903"}),
        ("genre=drama&gap=director", {"f903"}),
        ("q=steppe", {"f901"}),
        ("of=person", {"p901"}),
        ("of=person&gap=birth", {"p901"}),
        ("gap=synopsis&level=3", set()),
    ],
)
def test_the_queue_is_narrowed(cataloguer: Client, films: list[Subject], query: str, refs: set[str]) -> None:
    assert set(shown(cataloguer, query)) == refs


def test_every_number_of_the_page_opens_as_many_rows(cataloguer: Client, films: list[Subject]) -> None:
    page = cataloguer.get(reverse("queue"))
    picks = [*page.context["kinds"], *page.context["gaps"], *page.context["levels"]]
    assert len(picks) > 15
    for pick in picks:
        assert len(FIRST.findall(text(cataloguer.get(pick.url)))) == pick.count, pick.label


def test_each_line_leads_to_the_desk_and_each_need_to_its_form(
    cataloguer: Client, films: list[Subject]
) -> None:
    page = text(cataloguer.get(f"{reverse('queue')}?gap=year"))
    assert reverse("card-edit", args=["f902"]) in page
    assert reverse("card-fact", args=["f902", "year"]) in page
    assert reverse("card-fact", args=["f902", "credit"]) in page


def test_the_queue_answers_what_was_entered_at_once(cataloguer: Client, films: list[Subject]) -> None:
    assert "f902" in shown(cataloguer, "gap=year")
    enter("f902", Entry("year", "1980", ARCHIVE), False, newest(films[1].pk, "year"), by=BY)
    assert "f902" not in shown(cataloguer, "gap=year")


def test_a_preference_settles_a_disagreement(cataloguer: Client, films: list[Subject]) -> None:
    enter("f903", Entry("year", "1976", ARCHIVE), True, newest(films[2].pk, "year"), by=BY)
    assert shown(cataloguer, "gap=disagreement") == []
    assert Card.objects.get(ref="f903").disputed


def test_what_looks_alike_and_was_not_judged_may_be_entered_twice(
    cataloguer: Client, films: list[Subject]
) -> None:
    assert "May be entered twice" not in text(cataloguer.get(reverse("queue")))
    Pair.objects.create(one=films[0], other=films[1], kind="work", weight=1)
    assert set(shown(cataloguer, "gap=twin")) == {"f901", "f902"}
    assert text(cataloguer.get(reverse("queue"))).count("may be entered twice") == 2
    assert shown(cataloguer, "gap=twin&level=1") == ["f901"]


def test_an_empty_queue_says_what_to_do_next(cataloguer: Client) -> None:
    page = text(cataloguer.get(f"{reverse('queue')}?gap=director"))
    assert "Nothing here needs this" in page and "Show all records" in page


def test_the_queue_is_also_a_file(cataloguer: Client, films: list[Subject]) -> None:
    rows = (
        b"".join(cataloguer.get(f"{reverse('queue-csv')}?gap=year").streaming_content).decode().splitlines()
    )
    assert len(rows) == 2 and rows[1].startswith("f902,") and "director" in rows[1]
    answer = cataloguer.get(f"{reverse('queue-json')}?gap=year&genre=war")
    found = json.loads(b"".join(answer.streaming_content))
    assert (found["gap"], found["genre"]) == ("year", "war")
    assert [each["ref"] for each in found["records"]] == ["f902"]
    assert found["records"][0]["level"] == "less"


def test_a_formula_in_a_title_stays_text_in_the_file(cataloguer: Client) -> None:
    make.film("f901", "=HYPERLINK(1)")
    make.settled()
    rows = b"".join(cataloguer.get(reverse("queue-csv")).streaming_content).decode()
    assert ",=HYPERLINK" not in rows


@pytest.mark.parametrize("query", ["", "gap=director", "gap=twin", "q=test", "of=person"])
def test_a_queue_of_three_costs_as_many_questions_as_a_queue_of_one(
    cataloguer: Client, query: str, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    def cost() -> int:
        with django_assert_max_num_queries(20) as asked:
            cataloguer.get(f"{reverse('queue')}?{query}")
        return len(asked)

    def grow(number: int) -> None:
        film = make.film(f"f90{number}", f"Test {number}", year="1970")
        other = make.film(f"f80{number}", f"Test {number}", year="1970")
        make.person(f"p90{number}")
        make.settled()
        Pair.objects.create(one=film, other=other, kind="work", weight=1)

    grow(1)
    one = cost()
    for number in (2, 3):
        grow(number)
    assert cost() == one


def test_pages_of_the_queue_follow_one_another(cataloguer: Client) -> None:
    for number in range(52):
        make.film(f"f{number + 100}", f"Test {number}")
    make.settled()
    first, second = shown(cataloguer), shown(cataloguer, "page=2")
    assert (len(first), len(second), len({*first, *second})) == (50, 2, 52)
    assert shown(cataloguer, "page=99") == second


def test_the_desk_of_a_card_says_how_complete_it_is(cataloguer: Client, films: list[Subject]) -> None:
    page = text(cataloguer.get(reverse("card-edit", args=["f903"])))
    assert "less than the minimum" in page and "sources disagree" in page
    assert reverse("card-fact", args=["f903", "credit"]) in page


# The settled numbers


def kept(ref: str) -> Card:
    return Card.objects.get(ref=ref)


def test_a_card_keeps_its_level_and_its_lacks(films: list[Subject]) -> None:
    assert kept("f901").level == Level.MINIMUM
    assert {Lack.KAZAKH, Lack.RUNTIME} <= of_bits(kept("f901").lacks)
    assert Lack.DIRECTOR not in of_bits(kept("f901").lacks)
    assert kept("p901").level == Level.LESS
    assert set(of_bits(kept("p901").lacks)) <= set(map(Lack, set(gaps_of(Of.PEOPLE)) - {"twin"}))


def test_who_is_named_often_weighs_more(films: list[Subject]) -> None:
    before = kept("p901").weight
    make.credit(films[1], Subject.objects.get(ref="p901"))
    make.settled()
    assert kept("p901").weight == before + 1


def test_settling_some_and_settling_all_keep_the_same(films: list[Subject]) -> None:
    def state() -> list[Any]:
        return list(Card.objects.order_by("ref").values_list("ref", "level", "lacks", "weight"))

    every = state()
    make.settled(films[0])
    assert state() == every


def test_what_is_withdrawn_is_lacking_again(films: list[Subject]) -> None:
    claim = Claim.objects.get(subject=films[0], prop="year")
    claim.withdrawn = claim.stated
    claim.save()
    make.settled()
    assert Lack.YEAR in of_bits(kept("f901").lacks)
