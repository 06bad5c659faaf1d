"""No line is lost: films of a list that were voted on by themselves, and what the minutes list of an agenda."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from kinoqor.deciding.allocation.models import Departure
from kinoqor.deciding.session import queries
from kinoqor.deciding.session.actions import cast, close_sitting, close_vote, drop_point, open_vote, put_lines
from kinoqor.deciding.session.words import Broken, Matter, Point
from kinoqor.judging.panel.models import Member
from kinoqor.judging.panel.words import Vote
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.paper.models import Paper
from tests import people
from tests.deciding import making as deciding
from tests.deciding.session import making
from tests.judging import making as judging

pytestmark = pytest.mark.django_db
F, A = Vote.FOR, Vote.AGAINST


def now() -> Any:
    return timezone.now()


def voted(item: int, members: list[Member], *votes: Vote) -> None:
    for one, vote in zip(members, votes, strict=False):
        cast(item, vote, now(), by=one.seat.user.doer)


def _listed(members: list[Member]) -> tuple[Any, list[Any]]:
    files = [judging.admitted() for _number in range(3)]
    judging.barred(members[1].seat.user, files[0])
    return deciding.allocation({f"F{place}": one.pk for place, one in enumerate(files)}, result=None), files


def test_a_line_that_fell_holds_the_list_back_at_the_next_sitting_too() -> None:
    making.call()
    body, members = making.council(5)
    _allocation, files = _listed(members)
    sitting, points, by = making.opened(body, members, Point(Matter.LIST))
    put_lines(points[0], now(), by=by)
    line = queries.items_of(sitting)[0]
    open_vote(line.pk, now(), by=by)
    voted(line.pk, [members[0], *members[2:]], A, A, F)
    close_vote(line.pk, now(), by=by)
    free = [members[0], *members[2:]]  # nobody there to whom a film of the list is shut
    _other, again, by = making.opened(body, free, Point(Matter.LIST))
    with pytest.raises(Refused, match=f"not carried: № {files[0].pk}"):
        open_vote(again[0], now(), by=by)


def test_a_line_that_fell_is_changed_by_a_carried_departure_and_by_a_list_computed_anew() -> None:
    making.call()
    body, members = making.council(5)
    allocation, files = _listed(members)
    sitting, points, by = making.opened(body, members, Point(Matter.LIST))
    put_lines(points[0], now(), by=by)
    line = queries.items_of(sitting)[0]
    open_vote(line.pk, now(), by=by)
    free = [members[0], *members[2:]]
    voted(line.pk, free, A, A, F)
    close_vote(line.pk, now(), by=by)
    departure = Departure.objects.create(
        allocation=allocation, application=files[0], comes_in=False, author="user:1", reason="It fell.", price={},
        made=judging.deed(),
    )  # fmt: skip
    moved = making.put(sitting, Point(Matter.DEPARTURE, departure=departure.pk), by)
    open_vote(moved, now(), by=by)
    voted(moved, free, F, F, F)
    assert close_vote(moved, now(), by=by)
    open_vote(points[0], now(), by=by)
    close_vote(points[0], now(), Broken.ENDED, by=by)
    type(allocation).objects.filter(pk=allocation.pk).update(cancelled=judging.deed())
    deciding.allocation({"F0": files[0].pk}, result=None)
    whole = making.put(sitting, Point(Matter.LIST), by)
    assert put_lines(whole, now(), by=by) == 1


def test_a_line_whose_vote_was_broken_off_is_put_again() -> None:
    making.call()
    body, members = making.council(5)
    _listed(members)
    sitting, points, by = making.opened(body, members, Point(Matter.LIST))
    put_lines(points[0], now(), by=by)
    line = queries.items_of(sitting)[0]
    open_vote(line.pk, now(), by=by)
    close_vote(line.pk, now(), Broken.QUORUM, by=by)
    with pytest.raises(Refused, match="voted on first"):
        open_vote(points[0], now(), by=by)
    assert put_lines(points[0], now(), by=by) == 1


def test_the_minutes_list_every_point_with_its_film_and_what_was_taken_off() -> None:
    making.call()
    body, members = making.council(5)
    allocation, files = _listed(members)
    departure = Departure.objects.create(
        allocation=allocation, application=files[1], comes_in=True, award=5, author="user:1", reason="A debut.",
        price={}, made=judging.deed(),
    )  # fmt: skip
    matters = (Point(Matter.DEPARTURE, departure=departure.pk), Point(Matter.FILM, "", files[2].pk))
    sitting, points, by = making.opened(body, members, *matters)
    open_vote(points[0], now(), by=by)
    close_vote(points[0], now(), Broken.ENDED, by=by)
    drop_point(points[1], by=by)
    of = queries.sitting(sitting)
    assert of is not None and queries.films_here(of) == {files[1].pk, files[2].pk}
    papers = close_sitting(sitting, by=by)
    said = Paper.objects.get(number=papers[2]).facts["points"]
    assert [(one["film"]["number"], one["dropped"]) for one in said] == [
        (files[1].pk, False),
        (files[2].pk, True),
    ]
    desk = people.client(making.officer())
    assert [desk.get(reverse("paper", args=[one]))["Content-Type"] for one in papers] == [
        "application/pdf"
    ] * 3
