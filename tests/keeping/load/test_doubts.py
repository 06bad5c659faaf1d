"""Doubtful rows, and records that were judged to be one."""

import pytest

from kinoqor.keeping.load.actions import confirm, decide, map_columns
from kinoqor.keeping.load.clock import work_on
from kinoqor.keeping.load.models import Brought, LoadRow
from kinoqor.keeping.load.queries import counted
from kinoqor.keeping.load.words import LEAVE, NEW
from kinoqor.register.card.models import Card
from kinoqor.register.claim.models import Claim
from kinoqor.register.identity.actions import judge
from kinoqor.register.identity.words import Judged
from kinoqor.register.intake.actions import settle
from kinoqor.register.subject.models import Subject
from kinoqor.register.subject.words import Kind
from tests import make
from tests.keeping.load.sending import loaded, outcomes, sent
from tests.keeping.load.tables import FEW as HEAD
from tests.keeping.load.tables import few as row
from tests.make import BY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def register() -> None:
    make.film("f901", "The Test Steppe", year="1970", runtime="90")
    make.person("p901", "Сынақ Үлгіұлы")
    make.settled()


def test_a_doubtful_row_is_left_out_until_someone_decides() -> None:
    number = sent([row("", "The Test Steppe", "1970", "95"), row("", "Other", "1980")], head=HEAD)
    assert outcomes(number) == ["doubtful", "new"]
    confirm(number, by=BY)
    work_on(number, BY)
    assert (outcomes(number), counted([number])[number].back) == (["doubtful", "new"], 1)
    assert not Claim.objects.filter(value="95").exists()


@pytest.mark.parametrize(
    ("decided", "outcome", "films", "values"),
    [("f901", "changed", 1, {"90", "95"}), (NEW, "new", 2, {"90"}), (LEAVE, "doubtful", 1, {"90"})],
)
def test_what_was_decided_of_a_doubtful_row_is_done(
    decided: str, outcome: str, films: int, values: set[str]
) -> None:
    number = sent([row("", "The Test Steppe", "1970", "95"), row("f901", "Other name")], head=HEAD)
    assert decide(number, {2: decided}, by=BY) == 1
    confirm(number, by=BY)
    work_on(number, BY)
    assert outcomes(number) == [outcome, "changed"]
    assert Card.objects.filter(kind=Kind.WORK).count() == films
    assert {voice["value"] for voice in Card.objects.get(ref="f901").facts["runtime"]["voices"]} == values


def test_a_row_can_be_decided_to_be_the_record_of_an_earlier_row() -> None:
    number = sent([row("", "New film", "1980"), row("", "New film", "1980", "80")], head=HEAD)
    assert outcomes(number) == ["new", "doubtful"]
    decide(number, {3: "row:2"}, by=BY)
    confirm(number, by=BY)
    work_on(number, BY)
    assert outcomes(number) == ["new", "changed"]
    card = Card.objects.get(year=1980)
    assert card.facts["runtime"]["voices"][0]["value"] == "80"
    assert set(
        outcomes(sent([row("", "New film", "1980"), row("", "New film", "1980", "80")], head=HEAD))
    ) == {"same"}


def test_a_row_whose_earlier_row_is_not_loaded_stays_doubtful() -> None:
    number = sent([row("", "New film", "1980"), row("", "New film", "1980", "80")], head=HEAD)
    decide(number, {3: "row:2"}, by=BY)
    make.film("f902", "New film", year="1980")
    make.settled()
    confirm(number, by=BY)
    work_on(number, BY)
    assert outcomes(number) == ["doubtful", "doubtful"] and Brought.objects.count() == 0


def test_what_became_doubtful_after_the_check_is_not_loaded() -> None:
    number = sent([row("", "Quick film", "1980"), row("", "Other", "1981")], head=HEAD)
    make.film("f902", "Quick film", year="1980")
    make.settled()
    confirm(number, by=BY)
    work_on(number, BY)
    assert outcomes(number) == ["doubtful", "new"]


def test_nothing_can_be_decided_that_was_not_offered() -> None:
    number = sent([row("", "The Test Steppe", "1970")], head=HEAD)
    assert decide(number, {2: "f902", 9: NEW}, by=BY) == 0


def test_saying_anew_what_the_columns_mean_makes_the_decisions_void() -> None:
    number = sent([row("", "The Test Steppe", "1970")], head=HEAD)
    decide(number, {2: NEW}, by=BY)
    map_columns(number, ["ref", "title.en", "year", "", "", "source"], "", by=BY)
    work_on(number, BY)
    assert LoadRow.objects.get(load=number).decided == ""


def test_a_number_that_is_shown_under_another_says_more_of_that_record() -> None:
    make.film("f902", "The Test Steppe again", year="1970")
    make.settled()
    one, other = Subject.objects.get(ref="f901"), Subject.objects.get(ref="f902")
    settle(judge(one.pk, other.pk, Judged.SAME, by=BY, why="one film"), by=BY)
    loaded([row("f902", "Third name", "", "", "p901")], head=HEAD)
    assert LoadRow.objects.get().ref == "f901"
    assert Claim.objects.filter(subject=other, value="Third name").count() == 0


def test_what_was_loaded_of_a_record_that_became_one_with_another_is_not_loaded_again() -> None:
    body = [row("", "The other name", "1970")]
    loaded(body, head=HEAD)
    one, other = Subject.objects.get(ref="f901"), Subject.objects.get(ref="f100001")
    settle(judge(one.pk, other.pk, Judged.SAME, by=BY, why="one film"), by=BY)
    again = sent(body, head=HEAD)
    assert (outcomes(again), LoadRow.objects.get(load=again).ref) == (["same"], "f901")
