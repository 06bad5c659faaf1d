"""The pages of a sitting: the officer's desk, a member's phone, the wall of the hall, and what anyone may read."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.models import User
from kinoqor.deciding.session import queries
from kinoqor.deciding.session.actions import cast, close_sitting, close_vote, open_vote
from kinoqor.deciding.session.models import Part, Sitting, Tally
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
PLAN = Point(Matter.OTHER, "The plan of the year")


def at(name: str, *args: Any) -> str:
    return reverse(name, args=args)


def said(browser: Client, address: str, status: int = 200) -> str:
    answer = browser.get(address)
    assert answer.status_code == status, answer.content.decode()[:400]
    return answer.content.decode()


def open_hall(
    form: str = Form.OPEN, *points: Point, many: int = 4
) -> tuple[int, list[int], list[Member], Any]:
    making.call(form)
    body, members = making.council(many)
    sitting, items, by = making.opened(body, members, *(points or (PLAN,)))
    return sitting, items, members, by


def phone(one: Member) -> Client:
    return people.client(one.seat.user)


def officer() -> tuple[User, Client]:
    someone = making.officer()
    return someone, people.client(someone)


def test_an_officer_calls_a_sitting_opens_it_and_puts_a_point_to_the_vote() -> None:
    making.call()
    body, members = making.council()
    _user, desk = officer()
    day = timezone.localdate() + timedelta(days=2)
    sent = {
        "body": body.ref,
        "day": day.isoformat(),
        "time": "10:00",
        "place": "Hall 2",
        "other": "One\nTwo\n",
    }
    answer = desk.post(at("sitting-new", REF, STAGE), sent)
    assert answer.status_code == 302, answer.content.decode()
    number = Sitting.objects.get().pk
    assert [one.words for one in queries.items_of(number)] == ["One", "Two"]
    for one in members[:3]:
        desk.post(at("sitting-step", number), {"step": "came", "member": one.pk})
    desk.post(at("sitting-step", number), {"step": "open"})
    first = queries.items_of(number)[0].pk
    desk.post(at("sitting-point-step", first), {"step": "open"})
    told = said(desk, at("sitting", number))
    assert "0 of 3 have voted" in told
    assert "Close the vote" in told


def test_the_reason_of_a_refused_step_stands_on_the_page_with_its_clause() -> None:
    making.call()
    body, members = making.council()
    user, desk = officer()
    number = making.called(body, PLAN, by=user.doer)
    making.come(number, members[:1], user.doer)
    told = said(desk, at("sitting", number))
    assert "Members who are there and may vote: 1; the quorum is 3." in told
    answer = desk.post(at("sitting-step", number), {"step": "open"}, follow=True)
    assert "Test act, clause 3" in answer.content.decode()
    assert Sitting.objects.get(pk=number).opened_id is None


def test_a_member_votes_with_one_tap_and_one_more() -> None:
    sitting, items, members, by = open_hall()
    open_vote(items[0], timezone.now(), by=by)
    mine = phone(members[1])
    assert "The plan of the year" in said(mine, at("sit", sitting))
    first = mine.post(at("sit", sitting), {"item": items[0], "vote": "for"})
    assert "You vote:" in first.content.decode()
    assert not Part.objects.exists()
    second = mine.post(at("sit", sitting), {"item": items[0], "vote": "for", "sure": "1"})
    assert second.status_code == 302
    assert "Your vote is in." in said(mine, at("sit", sitting))
    assert Part.objects.get().vote == Vote.FOR


def test_the_second_tab_is_told_that_a_vote_is_cast_once() -> None:
    sitting, items, members, by = open_hall()
    open_vote(items[0], timezone.now(), by=by)
    mine = phone(members[1])
    sure = {"item": items[0], "vote": "for", "sure": "1"}
    mine.post(at("sit", sitting), sure)
    again = mine.post(at("sit", sitting), sure | {"vote": "against"})
    assert again.status_code == 409
    assert "You have voted on this point already" in again.content.decode()
    assert Part.objects.get().vote == Vote.FOR


def test_a_vote_that_comes_too_late_is_told_so_in_a_sentence() -> None:
    sitting, items, members, by = open_hall()
    open_vote(items[0], timezone.now(), by=by)
    for one in members[:3]:
        cast(items[0], Vote.FOR, timezone.now(), by=one.seat.user.doer)
    close_vote(items[0], timezone.now(), by=by)
    late = phone(members[3]).post(at("sit", sitting), {"item": items[0], "vote": "for", "sure": "1"})
    assert late.status_code == 409
    assert "This vote is closed" in late.content.decode()


def test_a_vote_in_another_sitting_is_no_vote_here() -> None:
    sitting, items, members, by = open_hall()
    open_vote(items[0], timezone.now(), by=by)
    other = making.called(queries.sitting(sitting).body, PLAN)  # type: ignore[union-attr]
    foreign = queries.items_of(other)[0].pk
    answer = phone(members[0]).post(at("sit", sitting), {"item": foreign, "vote": "for", "sure": "1"})
    assert answer.status_code == 409
    assert not Part.objects.exists()


def test_whoever_a_conflict_shuts_out_reads_neither_the_film_nor_a_ballot() -> None:
    making.call()
    body, members = making.council(5)
    file = judging.admitted()
    judging.barred(members[1].seat.user, file)
    sitting, items, by = making.opened(body, members, Point(Matter.FILM, "", file.pk))
    open_vote(items[0], timezone.now(), by=by)
    told = said(phone(members[1]), at("sit", sitting))
    assert "Please leave the room" in told
    assert "a film that is shut to you" in told
    assert "Сынақ даласы" not in told
    assert 'name="vote"' not in told
    assert "Сынақ даласы" in said(phone(members[2]), at("sit", sitting))


def test_an_officer_to_whom_the_film_is_shut_finds_no_such_point() -> None:
    making.call()
    body, members = making.council(4)
    file = judging.admitted()
    user, desk = officer()
    judging.barred(user, file)
    sitting, items, _by = making.opened(body, members, Point(Matter.FILM, "", file.pk))
    assert "Сынақ даласы" not in said(desk, at("sitting", sitting))
    said(desk, at("sitting-point", items[0]), 404)
    answer = desk.post(at("sitting-put", sitting), {"matter": "film", "application": file.pk})
    assert "There is no such film in this call" in answer.content.decode()


def test_the_wall_shows_numbers_only_once_the_vote_is_closed() -> None:
    sitting, items, members, by = open_hall()
    _user, desk = officer()
    open_vote(items[0], timezone.now(), by=by)
    for one in members:
        cast(items[0], Vote.AGAINST, timezone.now(), by=one.seat.user.doer)
    during = said(desk, at("sitting-hall", sitting))
    assert "4 of 4 have voted" in during
    assert "against" not in during
    close_vote(items[0], timezone.now(), by=by)
    after = said(desk, at("sitting-hall", sitting))
    assert "Not carried: 0 for, 4 against, 0 abstained." in after


def test_the_desk_says_which_lines_of_a_list_are_voted_on_first_and_puts_them_on_the_agenda() -> None:
    making.call()
    body, members = making.council(5)
    file = judging.admitted()
    deciding.allocation({"F0": file.pk})
    judging.barred(members[1].seat.user, file)
    sitting, items, _by = making.opened(body, members, Point(Matter.LIST))
    _user, desk = officer()
    assert f"№ {file.pk}" in said(desk, at("sitting", sitting))
    desk.post(at("sitting-point-step", items[0]), {"step": "lines"})
    assert [one.matter for one in queries.items_of(sitting)] == [Matter.FILM, Matter.LIST]


def test_a_page_knows_when_its_sitting_has_moved_on() -> None:
    sitting, items, members, by = open_hall()
    before = phone(members[0]).get(at("sitting-live", sitting)).json()
    open_vote(items[0], timezone.now(), by=by)
    cast(items[0], Vote.FOR, timezone.now(), by=members[1].seat.user.doer)
    after = phone(members[0]).get(at("sitting-live", sitting)).json()
    assert before["mark"] != after["mark"]
    assert (before["voted"], after["voted"]) == (0, 1)


def test_an_auditor_reads_who_decided_but_leads_nothing() -> None:
    sitting, items, members, by = open_hall()
    open_vote(items[0], timezone.now(), by=by)
    for one, vote in zip(members, (Vote.FOR, Vote.FOR, Vote.AGAINST), strict=False):
        cast(items[0], vote, timezone.now(), by=one.seat.user.doer)
    close_vote(items[0], timezone.now(), by=by)
    auditor = people.signed_in(Role.AUDITOR)
    told = said(auditor, at("sitting-point", items[0]))
    assert "it would have come out otherwise" in told
    assert "Put it to the vote" not in said(auditor, at("sitting", sitting))
    assert auditor.post(at("sitting-point-step", items[0]), {"step": "drop"}).status_code == 403
    assert "lawfully made up" in said(auditor, at("sitting-members", sitting) + "?look=1")


def test_a_closed_vote_shows_nobody_how_one_voted() -> None:
    _sitting, items, members, by = open_hall(Form.CLOSED)
    open_vote(items[0], timezone.now(), by=by)
    for one, vote in zip(members, (Vote.FOR, Vote.FOR, Vote.AGAINST), strict=False):
        cast(items[0], vote, timezone.now(), by=one.seat.user.doer)
    close_vote(items[0], timezone.now(), by=by)
    told = said(people.signed_in(Role.AUDITOR), at("sitting-point", items[0]))
    assert "Whose it was, nobody knows." in told
    assert "has voted" in told
    assert sum(Tally.objects.values_list("votes", flat=True)) == 3


def test_the_minutes_are_shut_to_whom_a_film_of_the_sitting_is() -> None:
    making.call()
    body, members = making.council(4)
    file = judging.admitted()
    sitting, items, by = making.opened(body, members, Point(Matter.FILM, "", file.pk))
    open_vote(items[0], timezone.now(), by=by)
    for one in members:
        cast(items[0], Vote.FOR, timezone.now(), by=one.seat.user.doer)
    close_vote(items[0], timezone.now(), by=by)
    papers = close_sitting(sitting, by=by)
    tied, desk = officer()
    judging.barred(tied, file)
    assert desk.get(at("paper", papers[0])).status_code == 403
    _free, other = officer()
    answer = other.get(at("paper", papers[0]))
    assert answer["Content-Type"] == "application/pdf"
    assert phone(members[0]).get(at("paper", papers[0])).status_code == 403


@pytest.mark.parametrize(("form", "named"), [(Form.OPEN, False), (Form.NAMED, True), (Form.CLOSED, False)])
def test_the_public_reads_numbers_after_the_publication_and_names_only_of_a_vote_by_name(
    form: str, named: bool
) -> None:
    _sitting, items, members, by = open_hall(form)
    open_vote(items[0], timezone.now(), by=by)
    for one in members:
        cast(items[0], Vote.FOR, timezone.now(), by=one.seat.user.doer)
    close_vote(items[0], timezone.now(), by=by)
    reader = Client()
    said(reader, at("votes", REF, STAGE), 404)
    assert reader.get(at("votes-json", REF, STAGE)).status_code == 404
    waiting = deciding.publication(None, lifted=False)
    said(reader, at("votes", REF, STAGE), 404)
    type(waiting).objects.filter(pk=waiting.pk).update(withdrawn=judging.deed())
    deciding.publication(None)
    told = said(reader, at("votes", REF, STAGE))
    assert "Carried: 4 for, 0 against, 0 abstained." in told
    assert '<article class="test"' in told and '<section class="test"' not in told  # two may be named alike
    assert (members[0].seat.user.name in told) is named
    data = reader.get(at("votes-json", REF, STAGE)).json()
    assert (len(data[0]["votes"]) == 4) is named
    assert data[0]["counts"]["for"] == 4


def test_strangers_applicants_and_experts_of_other_bodies_find_no_sitting() -> None:
    sitting, items, _members, _by = open_hall()
    expert = phone(judging.member(judging.body("another-council")))
    producer = people.signed_in(Role.PRODUCER)
    for browser in (expert, producer, Client()):
        for name, number in (
            ("sit", sitting),
            ("sitting", sitting),
            ("sitting-point", items[0]),
            ("sitting-live", sitting),
        ):
            assert browser.get(at(name, number)).status_code in (302, 403, 404)


def test_a_member_finds_the_sittings_to_which_one_is_called() -> None:
    sitting, _items, members, _by = open_hall()
    assert at("sit", sitting) in said(phone(members[0]), at("sittings"))
    other = phone(judging.member(judging.body("another-council")))
    assert "You are called to no sitting" in said(other, at("sittings"))
