"""The pages of a series: chosen, shown, made, read, undone."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kinoqor.accounts.role.words import Role
from kinoqor.keeping.series.actions import make
from kinoqor.keeping.series.models import Series
from kinoqor.keeping.series.queries import newest_deed
from kinoqor.keeping.series.words import MOST, Do
from kinoqor.register.subject.words import Kind
from tests import people
from tests.keeping.series.films import ARCHIVE, REFS, change, done, genres, three, undone
from tests.make import BY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _films() -> None:
    three()


@pytest.fixture
def cataloguer() -> Client:
    return people.signed_in(Role.CATALOGUER)


WHAT = {"do": "replace", "prop": "genre"}
FORM = {"old": "comedy", "value": "drama", "source": ARCHIVE, "why": "The list says so."}


def place(*refs: str, **more: str) -> str:
    query = "&".join([*(f"ref={ref}" for ref in refs), *(f"{name}={value}" for name, value in more.items())])
    return f"{reverse('series-new')}?{query}"


def text(answer: Any) -> str:
    return str(answer.content.decode())


def test_the_whole_way_from_the_queue_to_the_undone_series(cataloguer: Client) -> None:
    first = text(cataloguer.get(f"{reverse('series-new')}?genre=comedy"))
    assert "2 records" in first and "Test f901" in first and "Test f903" not in first
    form = cataloguer.get(f"{reverse('series-new')}?genre=comedy&do=replace&prop=genre")
    assert "The value that goes" in text(form) and "(2)" in text(form)
    sent = FORM | {"refs": form.context["refs"], "seen": str(form.context["seen"])}
    where = place(**WHAT)
    check = text(cataloguer.post(where, sent))
    assert "2 records will change" in check and genres("f902") == {"comedy"}
    answer = cataloguer.post(where, sent | {"sure": "1"})
    number = Series.objects.get().pk
    assert answer["Location"] == reverse("series-one", args=[number])
    page = text(cataloguer.get(answer["Location"]))
    assert "Comedy replaced by drama" in page or "replaced by" in page
    assert "The list says so." in page and "Test f902" in page and "Сынақ Адам" in page
    undo_at = reverse("series-undo", args=[number])
    assert "2 records" in text(cataloguer.get(undo_at))
    cataloguer.post(undo_at, {"why": "It was another list."})
    assert genres("f902") == {"comedy"} and Series.objects.get().undone is not None
    assert "Undone on" in text(cataloguer.get(answer["Location"]))
    assert "undone already" in text(cataloguer.get(undo_at))


def test_what_was_entered_can_be_changed_after_the_preview(cataloguer: Client) -> None:
    sent = FORM | {"refs": "f901 f902", "seen": str(newest_deed())}
    preview = text(cataloguer.post(place(**WHAT), sent))
    assert "The list says so." in preview and ARCHIVE in preview
    form = text(cataloguer.post(place(**WHAT), sent | {"again": "1"}))
    assert "The value that takes its place" in form and "The list says so." in form
    assert not Series.objects.exists()


def test_picked_records_are_taken_and_no_others(cataloguer: Client) -> None:
    page = text(cataloguer.get(place("f901", "f903")))
    assert "2 records" in page and "Test f902" not in page


def test_records_that_are_passed_by_stand_apart_with_their_reasons(cataloguer: Client) -> None:
    sent = FORM | {"refs": "f901 f903 f999", "seen": str(newest_deed())}
    page = cataloguer.post(place(**WHAT), sent)
    preview = page.context["preview"]
    assert [len(preview.changing), len(preview.unchanged), len(preview.refused)] == [1, 1, 1]
    assert "Nobody says so of it." in text(page) and "under another number" in text(page)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"old": ""}, "This field is required"),
        ({"value": "comedy"}, "the value that goes"),
        ({"value": "nothing"}, "valid choice"),
        ({"source": "a"}, "so that a reader can find it"),
        ({"why": ""}, "This field is required"),
    ],
)
def test_a_wrong_form_is_answered_at_its_field(cataloguer: Client, wrong: dict[str, str], said: str) -> None:
    page = text(cataloguer.post(place(**WHAT), FORM | {"refs": "f901", "seen": "0"} | wrong))
    assert "Please correct this" in page and said in page


def test_what_does_not_fit_is_answered_before_the_form(cataloguer: Client) -> None:
    page = text(cataloguer.get(place("f901", do="lead", prop="genre")))
    assert "none of them leads" in page and "What is to be done" in page


@pytest.mark.parametrize("more", [{"do": "burn", "prop": "genre"}, {"do": "add", "prop": "title"}])
def test_an_address_that_asks_for_something_else_gets_the_first_step(
    cataloguer: Client, more: dict[str, str]
) -> None:
    assert "Please correct this" in text(cataloguer.get(place("f901", **more)))


def test_a_list_that_is_too_long_is_refused_with_the_way_back(cataloguer: Client) -> None:
    page = text(cataloguer.get(place(*(f"f{n}" for n in range(MOST + 9)))))
    assert "500 records at most" in page and "Narrow the list" in page


def test_a_form_that_was_sent_twice_makes_one_series(cataloguer: Client) -> None:
    sent = FORM | {"refs": "f901 f902", "seen": str(newest_deed()), "sure": "1"}
    cataloguer.post(place(**WHAT), sent)
    again = text(cataloguer.post(place(**WHAT), sent))
    assert "says so any more" in again and Series.objects.count() == 1


def test_a_series_that_is_not_there_is_not_there(cataloguer: Client) -> None:
    assert cataloguer.get(reverse("series-one", args=[77])).status_code == 404
    assert cataloguer.post(reverse("series-undo", args=[77])).status_code == 404


def test_markup_in_a_reason_stays_text(cataloguer: Client) -> None:
    number = make(Kind.WORK, change(), REFS, newest_deed(), by=BY, why="<script>alert(1)</script>")
    assert "<script>alert" not in text(cataloguer.get(reverse("series-one", args=[number])))


def test_the_list_of_series_is_also_a_file(cataloguer: Client) -> None:
    assert "No series has been made yet" in text(cataloguer.get(reverse("series")))
    done()
    assert "2 records" in text(cataloguer.get(reverse("series")))
    rows = b"".join(cataloguer.get(reverse("series-csv")).streaming_content).decode().splitlines()
    assert "number,property" in rows[0] and ",comedy,drama," in rows[1]


Counted = Callable[..., Any]


@pytest.mark.parametrize("name", ["series", "series-csv"])
def test_the_list_costs_as_many_questions_for_three_series_as_for_one(
    cataloguer: Client, name: str, django_assert_num_queries: Counted, django_assert_max_num_queries: Counted
) -> None:
    undone(done())
    one = spent(cataloguer, reverse(name), django_assert_max_num_queries)
    for _time in range(2):
        undone(done())
    assert spent(cataloguer, reverse(name), django_assert_max_num_queries) <= one


def test_one_series_costs_as_many_questions_for_three_records_as_for_one(
    cataloguer: Client, django_assert_max_num_queries: Counted
) -> None:
    add = change(Do.ADD)
    numbers = [done(add, ["f901"]), done(change(Do.ADD, new="epic"), REFS)]
    for page in ("series-one", "series-undo"):
        one, three = (
            spent(cataloguer, reverse(page, args=[n]), django_assert_max_num_queries) for n in numbers
        )
        assert three <= one <= 12


def test_a_preview_costs_as_many_questions_for_three_records_as_for_one(
    cataloguer: Client, django_assert_max_num_queries: Counted
) -> None:
    where, seen = place(do="add", prop="genre"), str(newest_deed())

    def cost(refs: str) -> int:
        with django_assert_max_num_queries(30) as asked:
            page = cataloguer.post(where, FORM | {"refs": refs, "seen": seen})
        assert "will change" in text(page)
        return len(asked)

    assert cost("f901 f902 f903") == cost("f901")


def spent(browser: Client, where: str, at_most: Counted) -> int:
    with at_most(30) as asked:
        answer = browser.get(where)
        b"".join(answer.streaming_content) if answer.streaming else answer.content
    return len(asked)
