"""What the pages of a sitting keep back: from the wall of the hall, and from whom a film is shut to."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kinoqor.accounts.user.models import User
from kinoqor.deciding.session.actions import cast, close_vote, open_vote
from kinoqor.deciding.session.words import Matter, Point
from kinoqor.funding.award.words import Form
from kinoqor.judging.panel.models import Member
from kinoqor.judging.panel.words import Vote
from tests import people
from tests.deciding import making as deciding
from tests.deciding.session import making
from tests.judging import making as judging
from tests.judging.making import REF, STAGE

pytestmark = pytest.mark.django_db


def at(name: str, *args: Any) -> str:
    return reverse(name, args=args)


def said(browser: Client, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def phone(one: Member) -> Client:
    return people.client(one.seat.user)


def officer() -> tuple[User, Client]:
    someone = making.officer()
    return someone, people.client(someone)


def test_the_wall_names_no_film_and_tells_no_numbers_where_somebody_is_shut_out() -> None:
    making.call()
    body, members = making.council(5)
    one, two = judging.admitted(), judging.admitted()
    judging.barred(members[1].seat.user, one)
    points = [Point(Matter.FILM, "The words about it", each.pk) for each in (one, two)]
    sitting, items, by = making.opened(body, members, *points)
    _user, desk = officer()
    free = [members[0], *members[2:]]
    for item, shows in ((items[0], False), (items[1], True)):
        open_vote(item, timezone.now(), by=by)
        during = said(desk, at("sitting-hall", sitting))
        for each in free:
            cast(item, Vote.FOR, timezone.now(), by=each.seat.user.doer)
        close_vote(item, timezone.now(), by=by)
        after = said(desk, at("sitting-hall", sitting))
        for told in (during, after):
            assert "Сынақ даласы" not in told and "The words about it" not in told
            assert members[1].seat.user.name not in told
            assert ("Shut out by a conflict of interest: 1" in told) is not shows
        assert ("Carried: 4 for" in after) is shows


def test_whoever_a_conflict_shuts_out_reads_of_its_film_not_even_what_came_of_the_vote() -> None:
    making.call()
    body, members = making.council(5)
    file = judging.admitted()
    judging.barred(members[1].seat.user, file)
    tied, desk = officer()
    judging.barred(tied, file)
    sitting, items, by = making.opened(body, members, Point(Matter.FILM, "", file.pk))
    open_vote(items[0], timezone.now(), by=by)
    named = "no vote in this matter: conflict of interest"
    assert named in said(people.client(making.officer()), at("sitting", sitting))
    assert named not in said(desk, at("sitting", sitting))
    for each in [members[0], *members[2:]]:
        cast(items[0], Vote.FOR, timezone.now(), by=each.seat.user.doer)
    close_vote(items[0], timezone.now(), by=by)
    assert "Carried: 4 for" in said(phone(members[2]), at("sit", sitting))
    for told in (said(phone(members[1]), at("sit", sitting)), said(desk, at("sitting", sitting))):
        assert "a film that is shut to you" in told and "4 for" not in told


def test_an_officer_to_whom_a_film_of_a_list_is_shut_reads_neither_its_number_nor_leads_the_list() -> None:
    making.call()
    body, members = making.council(5)
    file = judging.admitted()
    deciding.allocation({"F0": file.pk})
    judging.barred(members[1].seat.user, file)
    tied, desk = officer()
    judging.barred(tied, file)
    sitting, _items, _by = making.opened(body, members, Point(Matter.LIST))
    told = said(desk, at("sitting", sitting))
    assert f"№ {file.pk}" not in told and "A colleague without a conflict leads this point." in told
    assert "Put these lines on the agenda" not in told


def test_of_a_closed_vote_that_was_broken_off_no_page_tells_a_vote() -> None:
    making.call(Form.CLOSED)
    body, members = making.council()
    sitting, items, by = making.opened(body, members, Point(Matter.OTHER, "The plan"))
    _user, desk = officer()
    open_vote(items[0], timezone.now(), by=by)
    cast(items[0], Vote.AGAINST, timezone.now(), by=members[0].seat.user.doer)
    step = at("sitting-point-step", items[0])
    told = desk.post(step, {"step": "break_off", "why": ""}, follow=True).content.decode()
    assert "Say why the vote is broken off" in told
    told = desk.post(step, {"step": "break_off", "why": "quorum"}, follow=True).content.decode()
    assert "The vote was broken off: too few members were left. Votes cast: 1; nothing was carried." in told
    deciding.publication(None)
    for address in (at("sitting-point", items[0]), at("sitting-hall", sitting), at("votes", REF, STAGE)):
        page = said(desk, address)
        assert "The vote was broken off" in page
        assert "<dt>against</dt>" not in page and "1 against" not in page
    data = Client().get(at("votes-json", REF, STAGE)).json()
    assert (data[0]["counts"]["against"], data[0]["counts"]["broken_off"]) == (0, "quorum")


def test_a_vote_after_a_result_is_public_waits_for_its_own_publication() -> None:
    making.call()
    body, members = making.council()
    _sitting, items, by = making.opened(body, members, *[Point(Matter.OTHER, "The plan")] * 2)
    for place, item in enumerate(items):
        open_vote(item, timezone.now(), by=by)
        for each in members:
            cast(item, Vote.FOR if place else Vote.AGAINST, timezone.now(), by=each.seat.user.doer)
        close_vote(item, timezone.now(), by=by)
        if not place:
            deciding.publication(None)
    told = said(Client(), at("votes", REF, STAGE))
    assert "0 for, 4 against" in told and "4 for, 0 against" not in told
    data = Client().get(at("votes-json", REF, STAGE)).json()
    assert [each["vote"] for each in data] == items[:1]
