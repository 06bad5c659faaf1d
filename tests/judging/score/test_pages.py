"""The pages of the scores, as officers, auditors and those in conflict see them."""

import json

import pytest
from django.test import Client

from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.models import User
from kinoqor.funding.call.models import Call
from kinoqor.judging.score.clock import work_out_influences
from tests import people
from tests.funding.check import making as checking
from tests.judging import making
from tests.judging.making import REF, STAGE
from tests.judging.score.test_round import shut

pytestmark = pytest.mark.django_db
PAGE = f"/en/desk/rounds/{REF}/{STAGE}/scores/"
FILE = f"/en/desk/rounds/{REF}/{STAGE}/scores"


def officer() -> tuple[User, Client]:
    """An officer and their browser."""
    someone = checking.officer()
    return someone, people.client(someone)


def body(client: Client, place: str = PAGE) -> str:
    """What stands at an address."""
    answer = client.get(place)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_list_shows_places_averages_scores_and_drawings() -> None:
    files, readers = making.judged_round(files=3, readers=3)
    page = body(officer()[1])
    for each in files:
        assert each.titles["kk"] in page
        assert f"{PAGE}{each.pk}/" in page
    assert page.count('class="ivl"') == 3
    assert "Nothing is corrected here" in page
    assert readers[0].seat.user.name in page
    assert "The numbers:" in page


def test_before_the_opening_the_page_says_so_and_the_files_are_refused() -> None:
    making.judged_round(open_=False)
    browser = officer()[1]
    assert "The reviews are sealed" in body(browser)
    for form in ("csv", "json"):
        assert browser.get(f"{FILE}.{form}").status_code == 403


def test_a_round_that_there_is_not_is_not_there() -> None:
    making.judged_round()
    browser = officer()[1]
    assert browser.get(f"/en/desk/rounds/{REF}/nothing/scores/").status_code == 404
    assert browser.get(f"/en/desk/rounds/nothing/{STAGE}/scores/").status_code == 404
    assert Call.objects.filter(ref=REF).exists()


def test_a_call_whose_criteria_have_no_scale_says_what_is_missing() -> None:
    criteria = [{"code": "plot", "name": checking.making.text("Plot")}]
    checking.call(criteria=criteria, judging=[making.MANNER])
    making.opened()
    page = body(officer()[1])
    assert "has no scale" in page
    assert "in a new version of the call" in page


def test_what_the_list_would_be_without_each_reader_comes_when_it_was_worked_out() -> None:
    making.judged_round()
    browser = officer()[1]
    assert "is being worked out" in body(browser)
    assert json.loads(body(browser, f"{PAGE}progress.json"))["working"] is True
    work_out_influences.func()
    page = body(browser)
    assert "is being worked out" not in page
    assert "No film moves further than" in page
    assert json.loads(body(browser, f"{PAGE}progress.json"))["working"] is False


def test_one_film_is_worked_out_with_its_criteria_and_its_readers() -> None:
    files, readers = making.judged_round()
    page = body(officer()[1], f"{PAGE}{files[0].pk}/")
    assert "Plot" in page
    assert "Dramaturgy" in page
    for each in readers:
        assert each.seat.user.name in page
    assert "give or take" in page


def test_the_list_without_a_reader_stands_beside_the_list() -> None:
    files, readers = making.judged_round()
    page = body(officer()[1], f"{PAGE}without/{readers[0].seat.user_id}/")
    assert f"The list without {readers[0].seat.user.name}" in page
    assert files[0].titles["kk"] in page
    assert officer()[1].get(f"{PAGE}without/999999/").status_code == 404


def test_the_list_comes_as_csv_and_as_json_for_whoever_asked_alone() -> None:
    files, _readers = making.judged_round()
    browser = people.client(people.seated(Role.AUDITOR).user)
    answer = browser.get(f"{FILE}.csv")
    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
    assert lines[0].startswith("place,application,title,average,score")
    assert len(lines) == len(files) + 1
    assert answer["Cache-Control"] == "private, no-store"
    told = json.loads(body(browser, f"{FILE}.json"))
    assert told["corrected"] is False
    assert {each["application"] for each in told["films"]} == {each.pk for each in files}
    assert "reader" not in told["films"][0]


def test_whoever_is_in_conflict_sees_neither_the_film_nor_the_line_nor_the_readers() -> None:
    files, readers = making.judged_round()
    someone, browser = officer()
    shut(Who(someone), files[0])
    page = body(browser)
    assert files[0].titles["kk"] not in page
    assert files[1].titles["kk"] in page
    assert "is shut to you" in page
    assert readers[0].seat.user.name not in page
    assert browser.get(f"{PAGE}{files[0].pk}/").status_code == 404
    assert browser.get(f"{PAGE}without/{readers[0].seat.user_id}/").status_code == 403
    other = body(browser, f"{PAGE}{files[1].pk}/")
    assert "reader 1" in other
    assert readers[0].seat.user.name not in other
    told = json.loads(body(browser, f"{FILE}.json"))
    assert told["line"] is None
    assert [each["place"] for each in told["films"]] == list(range(1, len(files)))
    assert {each["stands"] for each in told["films"]} == {""}


def test_no_page_is_open_to_a_member_of_the_panel_or_to_an_applicant() -> None:
    _files, readers = making.judged_round()
    for someone in (readers[0].seat.user, people.seated(Role.PRODUCER).user):
        browser = people.client(someone)
        for place in (PAGE, f"{FILE}.csv", f"{FILE}.json"):
            assert browser.get(place).status_code == 403


def test_the_page_of_a_call_leads_to_the_explanation() -> None:
    making.call()
    assert "/en/how-scores-work/" in body(Client(), f"/en/funding/calls/{REF}/")
