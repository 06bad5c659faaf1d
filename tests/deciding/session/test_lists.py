"""Votes on films and lists: whom a conflict shuts out, lines voted on by themselves, departures, a stage's list."""

from typing import Any

import pytest
from django.utils import timezone

from kinoqor.deciding.allocation.models import Departure
from kinoqor.deciding.session import queries
from kinoqor.deciding.session.actions import (
    cast,
    close_vote,
    drop_point,
    move_point,
    note_came,
    open_vote,
    put_lines,
)
from kinoqor.deciding.session.words import Broken, Matter, Point
from kinoqor.judging.panel.models import Member, Photograph
from kinoqor.judging.panel.words import Vote
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.log.models import Leaf
from tests.deciding import making as deciding
from tests.deciding.session import making
from tests.judging import making as judging

pytestmark = pytest.mark.django_db
F, A, NEITHER = Vote.FOR, Vote.AGAINST, Vote.ABSTAINED


def now() -> Any:
    return timezone.now()


def voted(item: int, members: list[Member], *votes: Vote) -> None:
    for one, vote in zip(members, votes, strict=False):
        cast(item, vote, now(), by=one.seat.user.doer)


def test_a_film_is_voted_on_without_whom_a_conflict_shuts_out() -> None:
    making.call()
    body, members = making.council(5)
    file = judging.admitted()
    judging.barred(members[1].seat.user, file)
    _sitting, points, by = making.opened(body, members, Point(Matter.FILM, "", file.pk))
    open_vote(points[0], now(), by=by)
    with pytest.raises(Refused, match="conflict of interest"):
        voted(points[0], members[1:2], A)
    voted(points[0], [members[0], *members[2:]], F, F, A, NEITHER)
    assert close_vote(points[0], now(), by=by)
    found = queries.item(points[0])
    assert found is not None and found.counts is not None
    assert (found.counts["shut_out"], found.counts["present"]) == (1, 4)


def test_an_officer_to_whom_the_film_is_shut_leads_its_point_in_nothing() -> None:
    making.call()
    body, members = making.council()
    file, free = judging.admitted(), judging.admitted()
    deciding.allocation({"F0": file.pk})
    points = [Point(Matter.FILM, "", file.pk), Point(Matter.FILM, "", free.pk), Point(Matter.LIST)]
    _sitting, items, by = making.opened(body, members, *points)
    other = making.officer()
    judging.barred(other, file)
    tied = {"by": other.doer}
    deeds = (
        lambda: open_vote(items[0], now(), **tied), lambda: move_point(items[0], False, **tied),
        lambda: drop_point(items[0], **tied), lambda: drop_point(items[2], **tied),
        lambda: put_lines(items[2], now(), **tied),
    )  # fmt: skip
    for each in deeds:
        with pytest.raises(Refused, match="shut to you"):
            each()
    drop_point(items[1], **tied)
    open_vote(items[0], now(), by=by)
    with pytest.raises(Refused, match="shut to you"):
        close_vote(items[0], now(), Broken.ENDED, **tied)


def test_a_conflict_that_comes_up_after_a_vote_was_cast_lets_it_only_be_broken_off_and_put_anew() -> None:
    making.call()
    body, members = making.council(5)
    file = judging.admitted()
    point = Point(Matter.FILM, "", file.pk)
    sitting, points, by = making.opened(body, members, point)
    open_vote(points[0], now(), by=by)
    voted(points[0], members, F, F, F, F)
    judging.barred(members[1].seat.user, file)
    with pytest.raises(Refused, match="shut to somebody who has voted"):
        close_vote(points[0], now(), by=by)
    assert not close_vote(points[0], now(), Broken.CONFLICT, by=by)
    again = making.put(sitting, point, by)
    open_vote(again, now(), by=by)
    assert Photograph.objects.get(about=f"vote:{again}").shut_out == [members[1].seat.user_id]
    voted(again, [members[0], *members[2:]], F, F, F)
    assert close_vote(again, now(), by=by)


def _listed(members: list[Member]) -> tuple[Any, list[Any]]:
    files = [judging.admitted() for _number in range(3)]
    judging.barred(members[1].seat.user, files[0])
    return deciding.allocation({f"F{place}": one.pk for place, one in enumerate(files)}, result=None), files


def test_a_list_waits_until_the_line_that_is_shut_to_a_member_was_voted_on_without_them() -> None:
    making.call()
    body, members = making.council(5)
    allocation, files = _listed(members)
    sitting, points, by = making.opened(body, members, Point(Matter.LIST))
    with pytest.raises(Refused, match=f"№ {files[0].pk}"):
        open_vote(points[0], now(), by=by)
    assert put_lines(points[0], now(), by=by) == 1
    assert put_lines(points[0], now(), by=by) == 0
    line, whole = queries.items_of(sitting)
    assert (line.matter, whole.matter) == (Matter.FILM, Matter.LIST)
    open_vote(line.pk, now(), by=by)
    voted(line.pk, [members[0], *members[2:]], F, F, F)
    assert close_vote(line.pk, now(), by=by)
    open_vote(whole.pk, now(), by=by)
    voted(whole.pk, members, F, F, F, A)
    assert close_vote(whole.pk, now(), by=by)
    allocation.refresh_from_db()
    assert allocation.standing == "adopted"
    leaf = Leaf.objects.filter(kind="vote.taken").order_by("-index")[0]
    assert '"outcome":"carried"' in leaf.text
    adopted = queries.adopted(allocation)
    assert adopted is not None and adopted.pk == whole.pk


def test_a_line_that_was_not_carried_holds_the_list_back() -> None:
    making.call()
    body, members = making.council(5)
    allocation, _files = _listed(members)
    sitting, points, by = making.opened(body, members, Point(Matter.LIST))
    put_lines(points[0], now(), by=by)
    line = queries.items_of(sitting)[0]
    open_vote(line.pk, now(), by=by)
    voted(line.pk, [members[0], *members[2:]], A, A, F)
    close_vote(line.pk, now(), by=by)
    with pytest.raises(Refused, match="not carried"):
        open_vote(points[0], now(), by=by)
    assert queries.adopted(allocation) is None


def test_a_member_who_comes_late_and_has_a_conflict_has_no_vote_on_the_list() -> None:
    making.call()
    body, members = making.council(5)
    _listed(members)
    sitting, points, by = making.opened(body, [members[0], *members[2:]], Point(Matter.LIST))
    open_vote(points[0], now(), by=by)
    assert Photograph.objects.get(about=f"vote:{points[0]}").shut_out == [members[1].seat.user_id]
    note_came(sitting, members[1].pk, now(), by=by)
    with pytest.raises(Refused, match="conflict of interest"):
        voted(points[0], members[1:2], F)


def test_a_departure_is_voted_on_before_the_list_and_by_nobody_who_is_tied_to_a_film_that_it_moves() -> None:
    making.call()
    body, members = making.council(5)
    allocation, files = _listed(members)
    departure = Departure.objects.create(
        allocation=allocation, application=files[1], comes_in=True, award=5, author="user:1", reason="A debut.",
        price={"out": ["F0"]}, made=judging.deed(),
    )  # fmt: skip
    _sitting, points, by = making.opened(
        body, [members[0], *members[2:]], Point(Matter.LIST), Point(Matter.DEPARTURE, departure=departure.pk)
    )
    with pytest.raises(Refused, match="Departures from the list that nobody has voted on: 1"):
        open_vote(points[0], now(), by=by)
    open_vote(points[1], now(), by=by)
    assert Photograph.objects.get(about=f"vote:{points[1]}").shut_out == [members[1].seat.user_id]
    voted(points[1], [members[0], *members[2:]], F, F, F)
    assert close_vote(points[1], now(), by=by)
    open_vote(points[0], now(), by=by)


def test_a_stage_without_money_adopts_the_films_that_its_scores_admit() -> None:
    making.call(money=False)
    body, members = making.council()
    files, _readers = judging.judged_round(readers=2)
    _sitting, points, by = making.opened(body, members, Point(Matter.STAGE))
    open_vote(points[0], now(), by=by)
    found = queries.item(points[0])
    assert found is not None and found.opened is not None
    assert (found.opened.details or {})["result"] == queries.stage_digest(judging.REF, judging.STAGE)
    assert queries.films_of(found) == {one.pk for one in files}
    voted(points[0], members, F, F, F)
    assert close_vote(points[0], now(), by=by)
    found = queries.item(points[0])
    assert found is not None and found.carried


def test_a_list_that_changed_while_it_was_voted_on_is_not_adopted() -> None:
    making.call(money=False)
    body, members = making.council()
    files, _readers = judging.judged_round(readers=2)
    _sitting, points, by = making.opened(body, members, Point(Matter.STAGE))
    open_vote(points[0], now(), by=by)
    voted(points[0], members, F, F, F)
    type(files[0]).objects.filter(pk__in=[one.pk for one in files]).update(state="withdrawn")
    with pytest.raises(Refused, match="has changed since"):
        close_vote(points[0], now(), by=by)
    assert not close_vote(points[0], now(), Broken.CHANGED, by=by)


def test_a_departure_that_is_not_carried_is_taken_back_and_one_that_was_broken_off_waits() -> None:
    making.call()
    body, members = making.council(5)
    allocation, files = _listed(members)
    departure = Departure.objects.create(
        allocation=allocation, application=files[1], comes_in=True, award=5, author="user:1", reason="A debut.",
        price={}, made=judging.deed(),
    )  # fmt: skip
    point = Point(Matter.DEPARTURE, departure=departure.pk)
    sitting, points, by = making.opened(body, members, point)
    open_vote(points[0], now(), by=by)
    assert not close_vote(points[0], now(), Broken.CHANGED, by=by)
    departure.refresh_from_db()
    assert departure.dropped_id is None
    again = making.put(sitting, point, by)
    open_vote(again, now(), by=by)
    voted(again, members, A, A, F)
    assert not close_vote(again, now(), by=by)
    departure.refresh_from_db()
    assert departure.dropped_id is not None
