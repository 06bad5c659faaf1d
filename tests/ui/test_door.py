"""The one door: who is let in, what the others are told, and that no page is without a rule."""

import re
from types import ModuleType

import pytest
from django.core.checks import run_checks
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path, set_urlconf
from pytest_django.fixtures import Settings

from kinoqor.kit.verdict import YES, Verdict
from kinoqor.ui.door import all_have_rules, anyone, door, without_rule


@pytest.fixture
def doors(settings: Settings) -> Client:
    settings.ROOT_URLCONF = "tests.ui.doors"
    settings.NAV = settings.NAV_FOOT = []
    return Client()


def bare(request: HttpRequest) -> HttpResponse:
    return HttpResponse("inside")


def test_every_page_of_the_house_names_its_rule() -> None:
    assert without_rule() == []
    all_have_rules()


def test_a_house_with_a_page_without_a_rule_does_not_start(settings: Settings) -> None:
    house = ModuleType("house")
    house.urlpatterns = [path("open/", door(anyone)(bare)), path("bare/", bare, name="bare")]  # type: ignore[attr-defined]
    settings.ROOT_URLCONF = house
    set_urlconf(None)
    with pytest.raises(ImproperlyConfigured, match="bare"):
        all_have_rules()
    assert [each.id for each in run_checks() if each.id == "kinoqor.E001"] == ["kinoqor.E001"]


def test_a_rule_is_asked_with_what_the_address_names_before_the_page_is() -> None:
    asked: list[object] = []

    def rule(who: object, **named: object) -> Verdict:
        asked.append((who, named))
        return YES

    request = HttpRequest()
    request.who = "somebody"  # type: ignore[attr-defined]
    assert door(rule)(lambda request, ref: HttpResponse(ref))(request, ref="f001").content == b"f001"
    assert asked == [("somebody", {"ref": "f001"})]


def test_a_stranger_is_led_to_sign_in_and_back(doors: Client) -> None:
    answer = doors.get("/strange/?page=2")
    assert (answer.status_code, answer["Location"]) == (302, "/account_login/?next=%2Fstrange%2F%3Fpage%3D2")


def test_a_strangers_form_is_refused_with_the_reason(doors: Client) -> None:
    answer = doors.post("/strange/")
    assert answer.status_code == 403
    assert "Please sign in first." in answer.content.decode()


def test_a_strangers_machine_is_answered_in_its_own_terms(doors: Client) -> None:
    answer = doors.get("/strange.json")
    assert (answer.status_code, answer.json()["reason"]) == (401, "Please sign in first.")


def test_a_closed_door_gives_the_reason_the_clause_and_the_way_out(doors: Client) -> None:
    answer = doors.get("/closed/")
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "This film is yours." in page and "rule 7" in page
    assert re.search(r'<a class="btn" href="/open/">Ask a colleague\.</a>', page)


def test_a_closed_table_gives_the_same_reason(doors: Client) -> None:
    assert doors.get("/closed.csv").json() == {
        "reason": "This film is yours.",
        "clause": "rule 7",
        "way": "Ask a colleague.",
    }


def test_somebody_elses_thing_looks_just_like_nothing(doors: Client) -> None:
    hidden, nothing = doors.get("/letter/2/"), doors.get("/letter/99/nothing/")
    assert (hidden.status_code, nothing.status_code) == (404, 404)
    assert hidden.content.replace(b"/letter/2/", b"") == nothing.content.replace(b"/letter/99/nothing/", b"")
    assert doors.get("/letter/1/").content == b"inside"


def test_a_laws_no_that_no_page_has_shown_is_still_shown(doors: Client) -> None:
    answer = doors.post("/refuses/")
    assert answer.status_code == 403
    assert "This film is yours." in answer.content.decode()


def test_a_page_of_a_library_that_nobody_named_is_not_served(doors: Client) -> None:
    assert doors.get("/library/known/").status_code == 200
    assert doors.get("/library/new/").status_code == 404
