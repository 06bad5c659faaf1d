"""The pages of a pitching: the board, the public programme, the calling list, a member's marks."""

import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kinoqor.accounts.role.words import Role
from kinoqor.deciding.pitching import actions, queries
from kinoqor.deciding.pitching.adapters.ics import folded
from kinoqor.deciding.pitching.models import Contact, Out, Sheet
from kinoqor.deciding.pitching.words import Came
from kinoqor.funding.filing.adapters.beside import answers
from kinoqor.funding.hand.models import Hand
from tests import people
from tests.deciding import making
from tests.deciding.pitching import played
from tests.funding.check.making import officer
from tests.make import BY

pytestmark = pytest.mark.django_db
DESK = f"/en/desk/pitchings/{making.REF}/{making.STAGE}/"
PUBLIC = f"/en/pitchings/{making.REF}/{making.STAGE}/"
HOURS = {
    "days": played.DAY.isoformat(), "first": "10:00", "last": "18:00", "rest_from": "13:00", "rest_until": "14:00",
    "minutes": "15", "place_kk": "Зал", "place_ru": "Зал", "place_en": "Hall", "broadcast": "", "revision": "1",
}  # fmt: skip


def test_an_officer_goes_from_an_empty_page_to_a_programme() -> None:
    making.call()
    making.admitted()
    [making.judging.member() for _number in range(2)]
    client = people.signed_in(Role.OFFICER)
    assert "Nothing is planned yet" in client.get(DESK).content.decode()
    assert client.post(f"{DESK}new/", {"body": making.body().pk}).status_code == 302
    assert client.post(f"{DESK}days/", HOURS).status_code == 302
    client.post(f"{DESK}step/", {"step": "plan"})
    shown = client.get(DESK).content.decode()
    assert "1 film has a time" in shown and "Publish and write to all applicants" in shown
    assert client.get(PUBLIC).status_code == 404


def test_a_day_that_cannot_be_read_and_hours_that_cannot_be_say_so_at_the_form() -> None:
    played.begun()
    client = people.signed_in(Role.OFFICER)
    assert "is no day such as" in client.post(f"{DESK}days/", HOURS | {"days": "soon"}).content.decode()
    shown = client.post(f"{DESK}days/", HOURS | {"last": "09:00", "revision": "2"}).content.decode()
    assert "the end is not after the beginning" in shown


def test_anyone_reads_the_programme_and_takes_it_as_a_calendar() -> None:
    _of, slots, _sitting = played.published()
    client = people.client()
    shown = client.get(PUBLIC).content.decode()
    for each in slots:
        assert each.application.titles["kk"] in shown and each.application.organisation.name in shown
    assert "https://live.example/1" in shown and "10:15" in shown
    answer = client.get(f"{PUBLIC}programme.ics")
    text = answer.content.decode()
    assert answer["Content-Type"].startswith("text/calendar") and text.count("BEGIN:VEVENT") == 3
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_nothing_of_a_programme_is_public_before_it_is_published() -> None:
    of, files, _sitting = played.begun()
    client, own = people.client(), files[0].pk
    for step in (None, lambda: actions.plan_programme(of.pk, by=BY)):
        if step:
            step()
        assert client.get(PUBLIC).status_code == client.get(f"{PUBLIC}programme.ics").status_code == 404
        assert answers(own) == []
    actions.publish(of.pk, played.NOW, by=officer().doer)
    assert "https://live.example/1" in client.get(PUBLIC).content.decode()


def test_times_are_those_of_the_clock_of_the_call_on_the_page_and_of_the_world_in_the_calendar() -> None:
    making.call(zone="Asia/Almaty")
    of, slots, _sitting = played.published(1)
    shown, at = people.client().get(PUBLIC).content.decode(), slots[0].at
    assert at is not None and at.utcoffset() == timedelta(0)
    assert "By the clock of Almaty" in shown and "10:00" in shown
    assert at.astimezone(queries.zone(of)).hour == 10 and at.hour == 5
    text = people.client().get(f"{PUBLIC}programme.ics").content.decode()
    assert f"DTSTART:{at:%Y%m%dT%H%M%SZ}" in text


def test_a_long_line_of_a_calendar_is_folded_between_letters() -> None:
    line = "SUMMARY:" + "Қазақ киносы " * 20
    assert folded(line).replace("\r\n ", "") == line


def test_a_film_that_is_shut_to_an_officer_stands_on_no_page_of_theirs() -> None:
    _of, slots, _sitting = played.published()
    officer = people.user()
    people.seated(Role.OFFICER, officer)
    making.judging.barred(officer, slots[0].application)
    client, name = people.client(officer), slots[0].application.titles["kk"]
    board = client.get(DESK).content.decode()
    assert name not in board and "a film that is shut to you" in board
    assert name not in client.get(f"{DESK}calls/").content.decode()
    assert client.get(f"/en/desk/pitchings/slots/{slots[0].pk}/").status_code == 404


def test_an_officer_logs_a_call_records_who_came_and_who_was_out() -> None:
    _of, slots, sitting = played.published()
    client, at = people.signed_in(Role.OFFICER), f"/en/desk/pitchings/slots/{slots[0].pk}/"
    assert (
        client.post(at, {"contact": "1", "way": "phoned", "reached": "on", "words": "Comes."}).status_code
        == 302
    )
    assert Contact.objects.filter(slot=slots[0], way="phoned", reached=True).exists()
    assert client.post(at, {"out": sitting[0].pk}).status_code == 302
    assert Out.objects.filter(slot=slots[0], member=sitting[0]).exists()
    client.post(at, {"came": "pitched"})
    assert played.kept(slots[0]).came == Came.AWAITED
    assert "Their time has not come yet" in client.get(at).content.decode()


def test_a_film_is_moved_from_its_page() -> None:
    _of, slots, _sitting = played.published()
    client, at = people.signed_in(Role.OFFICER), f"/en/desk/pitchings/slots/{slots[0].pk}/"
    asked = {
        "move": "1",
        "at": f"{played.DAY.isoformat()} 960",
        "why": "The applicant asked for the afternoon.",
    }
    assert client.post(at, asked).status_code == 302
    assert "16:00" in client.get(PUBLIC).content.decode()


def test_a_member_marks_on_a_phone_saved_by_the_script_and_sealed_by_the_button() -> None:
    _of, slots, sitting = played.heard(1, handed=False)
    client, at = people.client(sitting[0].seat.user), f"/en/hearings/{slots[0].pk}/"
    assert slots[0].application.titles["kk"] in client.get("/en/hearings/").content.decode()
    marks = {"mark.plot": "7", "mark.dramaturgy": "none", "council": "Alive.", "revision": "0"}
    told = json.loads(client.post(at, marks, headers={"X-Autosave": "1"}).content)
    assert told["revision"] == 1 and told["faults"] == {}
    assert client.post(at, marks | {"mark.plot": "8"}, headers={"X-Autosave": "1"}).status_code == 409
    assert client.post(at, marks | {"revision": "1", "hand": "1"}).status_code == 302
    kept = Sheet.objects.get()
    assert kept.handed_id and kept.marks == {"plot": 7, "dramaturgy": None}
    assert kept.digest in client.get(at).content.decode()


def test_what_comes_too_late_from_a_second_phone_is_not_laid_over_what_stands() -> None:
    _of, slots, sitting = played.heard(1, handed=False)
    client, at = people.client(sitting[0].seat.user), f"/en/hearings/{slots[0].pk}/"
    first = {"mark.plot": "7", "council": "The first phone.", "revision": "0", "keep": "1"}
    second = {"mark.plot": "3", "council": "The second phone.", "revision": "0", "keep": "1"}
    assert client.post(at, first).status_code == 302
    answer = client.post(at, second)
    shown = answer.content.decode()
    assert answer.status_code == 422 and "changed elsewhere" in shown
    assert 'name="revision" value="1"' in shown
    assert "The first phone." in shown and "The second phone." not in shown
    assert 'value="7" checked' in shown and 'value="3" checked' not in shown
    told = json.loads(client.post(at, second, headers={"X-Autosave": "1"}).content)
    assert told["late"]
    assert "changed elsewhere" in client.get(told["to"]).content.decode()
    assert "changed elsewhere" not in client.get(at).content.decode()
    assert Sheet.objects.get().marks == {"plot": 7}


def test_a_mark_off_the_scale_stays_in_the_form_with_its_reason_and_way_out() -> None:
    _of, slots, sitting = played.heard(1, handed=False)
    client, at = people.client(sitting[0].seat.user), f"/en/hearings/{slots[0].pk}/"
    answer = client.post(at, {"mark.plot": "77", "council": "Kept here.", "revision": "0", "keep": "1"})
    shown = answer.content.decode()
    assert answer.status_code == 422 and "The scale goes from" in shown and "does not apply" in shown
    assert "Kept here." in shown and not Sheet.objects.exists()


def test_the_marks_of_others_are_nowhere_and_a_conflict_shuts_the_film() -> None:
    _of, slots, sitting = played.heard(1, handed=False)
    people.client(sitting[0].seat.user).post(
        f"/en/hearings/{slots[0].pk}/", {"council": "SECRETNOTE", "revision": "0"}
    )
    other = people.client(sitting[1].seat.user)
    assert "SECRETNOTE" not in other.get(f"/en/hearings/{slots[0].pk}/").content.decode()
    making.judging.barred(sitting[2].seat.user, slots[0].application)
    assert people.client(sitting[2].seat.user).get(f"/en/hearings/{slots[0].pk}/").status_code == 404
    stranger = making.judging.member(making.body("another-council"))
    assert people.client(stranger.seat.user).get(f"/en/hearings/{slots[0].pk}/").status_code == 404


def test_an_officer_opens_all_marks_from_the_board() -> None:
    of, _slots, _sitting = played.heard()
    client = people.signed_in(Role.OFFICER)
    assert client.post(f"{DESK}open/", {"sent": "1"}).status_code == 302
    assert queries.plans().get(pk=of.pk).opened_id
    assert "All marks were opened on" in client.get(DESK).content.decode()


def test_what_lacks_is_shown_by_film_and_member_before_the_opening() -> None:
    _of, _slots, sitting = played.heard(1, handed=False)
    shown = people.signed_in(Role.OFFICER).get(f"{DESK}open/").content.decode()
    assert all(one.seat.user.name in shown for one in sitting)


@pytest.mark.parametrize("page", [DESK, f"{DESK}calls/", PUBLIC])
def test_a_page_costs_the_same_with_one_film_and_three(page: str) -> None:
    played.published(1)
    client = people.signed_in(Role.OFFICER)
    client.get(page)
    with CaptureQueriesContext(connection) as one:
        client.get(page)
    for minutes in (15, 30):
        making.slot(making.admitted(), minutes)
    with CaptureQueriesContext(connection) as three:
        client.get(page)
    assert len(three) == len(one)


def test_an_applicant_finds_their_own_time_beside_their_application() -> None:
    _of, slots, _sitting = played.published(1)
    [line] = answers(slots[0].application_id)
    assert line.url == PUBLIC and "10:00" in str(line.note)
    making.plan()
    assert answers(making.admitted().pk) == []


def test_no_page_of_a_pitching_asks_more_than_a_page_of_the_house_may() -> None:
    _of, slots, _sitting = played.published(2)
    client = people.signed_in(Role.OFFICER)
    for page in (
        DESK,
        f"{DESK}calls/",
        f"{DESK}open/",
        f"{DESK}away/",
        f"/en/desk/pitchings/slots/{slots[0].pk}/",
    ):
        client.get(page)
        with CaptureQueriesContext(connection) as asked:
            client.get(page)
        assert len([one for one in asked.captured_queries if one["sql"].startswith("SELECT")]) <= 21, page


def test_the_calling_list_says_whom_to_call_and_how() -> None:
    played.published(2)
    shown = people.signed_in(Role.OFFICER).get(f"{DESK}calls/").content.decode()
    for user in Hand.objects.filter(ended=None).values_list("user__name", "user__email"):
        assert all(each in shown for each in user)


def test_a_plan_that_was_begun_with_the_wrong_body_is_given_up_from_its_board() -> None:
    played.begun(1)
    client = people.signed_in(Role.OFFICER)
    assert "Give up this plan" in client.get(DESK).content.decode()
    client.post(f"{DESK}step/", {"step": "cancel", "why": "Another council hears these films."})
    assert "Nothing is planned yet" in client.get(DESK).content.decode()
