"""The pages of rounds and draws: what an officer does there, what anyone may check, what stays hidden."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kinoqor.accounts.role.words import Role
from kinoqor.judging.assignment import actions, clock
from kinoqor.judging.assignment.models import Draw, Reading
from kinoqor.judging.assignment.words import Standing
from tests import people
from tests.funding.check import making as checking
from tests.judging import making
from tests.judging.assignment import drawing
from tests.judging.assignment.drawing import WHY
from tests.judging.assignment.test_deeds import shut
from tests.judging.making import REF, STAGE

pytestmark = pytest.mark.django_db


def read(browser: Client, address: str) -> str:
    found = browser.get(address)
    assert found.status_code == 200, address
    return str(found.content.decode())


def officer() -> tuple[Client, Any]:
    someone = people.user("Сынақ Хатшы")
    people.seated(Role.OFFICER, someone)
    return people.client(someone), someone


def test_an_officer_goes_from_the_round_to_the_released_draw() -> None:
    _files, members, of = drawing.filled()
    browser, _someone = officer()
    assert f"/desk/rounds/{REF}/{STAGE}/" in read(browser, "/en/desk/rounds/")
    assert "Prepare a draw" in read(browser, f"/en/desk/rounds/{REF}/{STAGE}/")
    assert "Test section" in read(browser, f"/en/desk/rounds/{REF}/{STAGE}/draw/")
    browser.post(f"/en/desk/rounds/{REF}/{STAGE}/draw/", {"body": of.pk})
    held = Draw.objects.get()
    at = f"/en/desk/draws/{held.pk}/"
    assert "Freeze the lists" in read(browser, at)
    browser.post(f"{at}step/", {"step": "freeze"})
    assert "does not exist yet" in read(browser, at)
    Draw.objects.filter(pk=held.pk).update(standing=Standing.CANCELLED)
    number = drawing_again(of)
    at = f"/en/desk/draws/{number}/"
    assert "Release it to the readers" in (page := read(browser, at))
    assert members[0].seat.user.name in page or members[1].seat.user.name in page
    browser.post(f"{at}step/", {"step": "release"})
    assert Draw.objects.get(pk=number).standing == Standing.RELEASED


def drawing_again(of: Any) -> int:
    Draw.objects.filter(cancelled_by=None).update(cancelled_by=making.deed())
    return drawing.drawn(of)


def test_a_draw_that_is_impossible_says_why_on_its_page_in_every_language() -> None:
    files, members, of = drawing.filled(files=3, readers=3)
    browser, someone = officer()
    number = drawing.drawn(of)
    assert "3 files" in (page := read(browser, f"/en/desk/draws/{number}/"))
    assert members[0].seat.user.name in page and f"№ {files[0].pk}" in page
    assert "3 өтінім" in read(browser, f"/kk/desk/draws/{number}/")
    shut(someone, files[0])
    assert members[0].seat.user.name not in read(browser, f"/en/desk/draws/{number}/")


def test_what_anyone_may_check_names_nobody_and_stands_only_once_it_is_frozen() -> None:
    _files, members, of = drawing.filled()
    number = drawing.prepared(of)
    stranger = Client()
    assert stranger.get(f"/en/draws/{number}/").status_code == 404
    assert stranger.get(f"/en/draws/{number}/frozen.json").status_code == 404
    Draw.objects.filter(pk=number).update(cancelled_by=making.deed())
    number = drawing.drawn(of)
    held = Draw.objects.get(pk=number)
    page = read(stranger, f"/en/draws/{number}/")
    assert held.digest in page and held.result_digest in page and held.seed in page
    frozen, result = (read(stranger, f"/en/draws/{number}/{name}.json") for name in ("frozen", "result"))
    assert (frozen, result) == (held.frozen, held.result)
    for text in (page, frozen, result):
        assert not any(each.seat.user.name in text for each in members)


def test_a_file_that_is_shut_to_an_officer_is_not_on_their_pages_nor_in_their_numbers() -> None:
    files, _members, of = drawing.filled(files=3, readers=8)
    number = drawing.released(of)
    browser, someone = officer()
    hidden = files[0]
    open_ = read(browser, f"/en/desk/draws/{number}/")
    assert f"№ {hidden.pk}<" in open_ and "Each of" in open_
    shut(someone, hidden)
    page = read(browser, f"/en/desk/draws/{number}/")
    assert f"№ {hidden.pk}<" not in page and f"№ {files[1].pk}<" in page
    assert "no numbers by expert" in page and "Each of" not in page
    reading = Reading.objects.filter(application=hidden).first()
    assert reading is not None
    assert browser.get(f"/en/desk/draws/{number}/readings/{reading.pk}/").status_code == 404
    assert "2 files" in read(browser, f"/en/desk/rounds/{REF}/{STAGE}/")


def test_a_round_is_brought_by_hand_and_only_the_named_one() -> None:
    _files, _members, of = drawing.filled()
    number = drawing.frozen(of)
    browser, _someone = officer()
    at = f"/en/desk/draws/{number}/chance/"
    assert "api.drand.sh" in read(browser, at)
    told = {"round": 1000, "signature": "5a" * 48}
    assert "the draw has named round" in browser.post(at, {"text": json.dumps(told)}).content.decode()
    assert "not the answer of a mirror" in browser.post(at, {"text": "[]"}).content.decode()


def test_announced_numbers_decide_where_the_call_says_so() -> None:
    _files, _members, of = drawing.filled(draw={"source": "numbers"})
    browser, _someone = officer()
    browser.post(
        f"/en/desk/rounds/{REF}/{STAGE}/draw/", {"body": of.pk, "announced": "Test lottery; 2026-04-20"}
    )
    number = Draw.objects.get().pk
    browser.post(f"/en/desk/draws/{number}/step/", {"step": "freeze"})
    at = f"/en/desk/draws/{number}/chance/"
    assert "Test lottery, 20 April 2026" in read(browser, at)
    assert "whole numbers" in browser.post(at, {"source0": "seven"}).content.decode()
    browser.post(at, {"source0": "9 18, 2"})
    clock.work.call(number)
    held = Draw.objects.get(pk=number)
    assert held.chance == "2.9.18./" and held.standing == Standing.DRAWN


def test_a_source_of_numbers_is_called_in_the_language_of_the_page() -> None:
    _files, _members, of = drawing.filled(draw={"source": "numbers"})
    named = {"kk": "Сынақ лотереясы", "ru": "Пробная лотерея", "en": "Test lottery"}
    number = drawing.prepared(of, announced=[{"name": named, "day": "2026-04-20"}])
    browser, _someone = officer()
    assert "Пробная лотерея, 20 апреля 2026" in (page := read(browser, f"/ru/desk/draws/{number}/"))
    assert "Сынақ лотереясы" not in page


def test_a_file_is_given_by_hand_and_a_reading_changed_on_their_pages() -> None:
    _files, _members, of = drawing.filled(files=1, readers=12)
    number = drawing.released(of)
    browser, _someone = officer()
    reading = Reading.objects.filter(draw=number).first()
    assert reading is not None
    at = f"/en/desk/draws/{number}/readings/{reading.pk}/"
    assert "somebody else is drawn" in read(browser, at)
    assert "at least 20" in browser.post(at, {"how": "replace", "why": "no"}).content.decode()
    browser.post(at, {"how": "replace", "why": WHY})
    assert Reading.objects.get(pk=reading.pk).ended is not None
    taken = set(Reading.objects.values_list("member", flat=True))
    free = next(each for each in _members if each.pk not in taken)
    given = {"application": reading.application_id, "member": free.pk, "why": WHY}
    browser.post(f"/en/desk/draws/{number}/hand/", given)
    assert Reading.objects.filter(member=free).count() == 1
    page = read(browser, f"/en/desk/draws/{number}/")
    assert "by hand" in page and "stand-in" in page and WHY in page


def test_a_step_that_the_law_refuses_says_why() -> None:
    _files, _members, of = drawing.filled()
    number = drawing.prepared(of)
    browser, _someone = officer()
    found = browser.post(f"/en/desk/draws/{number}/step/", {"step": "release"}, follow=True)
    assert "Nothing is drawn yet" in found.content.decode()
    assert browser.post(f"/en/desk/draws/{number}/step/", {"step": "burn"}).status_code == 302
    found = browser.post(f"/en/desk/draws/{number}/step/", {"step": "cancel", "why": WHY}, follow=True)
    assert "is cancelled" in found.content.decode()


def test_every_draw_whose_lists_were_frozen_stands_on_a_public_list_with_its_proof() -> None:
    files, members, of = drawing.filled()
    nobody = Client()
    empty = read(nobody, "/en/draws/")
    assert "No lists were frozen yet" in empty and "named beforehand, decides" in empty
    number = drawing.frozen(of)
    hidden = drawing.prepared(making.body("other"))
    page = read(nobody, "/en/draws/")
    assert f"/en/draws/{number}/" in page and f"/en/draws/{hidden}/" not in page
    assert f"/en/draws/{number}/frozen.json" in page and "result.json" not in page
    assert "the public number is awaited" in page
    assert (Draw.objects.get(pk=number).digest or "")[:16] in page
    for name in (files[0].titles["kk"], members[0].seat.user.name):
        assert name not in page
    assert f"/en/draws/{number}/" in read(nobody, f"/en/draws/?call={REF}")
    assert f"/en/draws/?call={REF}" in read(nobody, reverse("call", args=[REF]))
    browser, _someone = officer()
    assert f"/en/draws/?call={REF}" in read(browser, f"/en/desk/rounds/{REF}/{STAGE}/")


def test_a_cancelled_draw_stays_on_the_public_list() -> None:
    _files, _members, of = drawing.filled()
    number = drawing.frozen(of)
    actions.cancel(number, by=checking.officer().doer, why=WHY)
    page = read(Client(), "/en/draws/")
    assert f"/en/draws/{number}/" in page and "cancelled" in page
