"""How a body is called together and votes, with a refusal for each reason. All people are invented."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from kinoqor.accounts.role.models import Seat
from kinoqor.accounts.user.models import User
from kinoqor.deciding.session import queries
from kinoqor.deciding.session.actions import (
    cast,
    close_sitting,
    close_vote,
    drop_point,
    move_point,
    note_came,
    note_left,
    open_sitting,
    open_vote,
)
from kinoqor.deciding.session.adapters.handed import says
from kinoqor.deciding.session.models import Item, Part, Tally
from kinoqor.deciding.session.words import Broken, Matter, Point, Standing
from kinoqor.funding.award.words import Form
from kinoqor.judging.panel.models import Member, Photograph
from kinoqor.judging.panel.words import Vote
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.letter.models import Letter
from kinoqor.ledger.paper.models import Paper
from tests import people
from tests.deciding.session import making
from tests.judging import making as judging

pytestmark = pytest.mark.django_db
F, A, NEITHER = Vote.FOR, Vote.AGAINST, Vote.ABSTAINED
PLAN = Point(Matter.OTHER, "The plan of the year")


def now() -> Any:
    return timezone.now()


def voted(item: int, members: list[Member], *votes: Vote) -> None:
    for one, vote in zip(members, votes, strict=False):
        cast(item, vote, now(), by=one.seat.user.doer)


def hall(form: str = Form.OPEN, many: int = 4) -> tuple[int, int, list[Member], Any]:
    """An open sitting with one point that is being voted on: the numbers of both, the members, the officer."""
    making.call(form)
    body, members = making.council(many)
    sitting, points, by = making.opened(body, members, PLAN)
    open_vote(points[0], now(), by=by)
    return sitting, points[0], members, by


def test_every_member_is_written_to_in_their_language_with_the_agenda() -> None:
    making.call()
    body, members = making.council()
    User.objects.filter(pk=members[1].seat.user_id).update(language="kk")
    making.called(body, PLAN)
    found = {one.receiver: one for one in Letter.objects.filter(body__contains="The plan of the year")}
    assert set(found) == {f"user:{one.seat.user_id}" for one in members}
    assert found[f"user:{members[1].seat.user_id}"].language == "kk"


def test_a_vote_goes_from_the_agenda_to_its_minutes() -> None:
    sitting, item, members, by = hall()
    voted(item, members, F, F, A, NEITHER)
    assert close_vote(item, now(), by=by)
    found = queries.item(item)
    assert found is not None
    assert found.standing == Standing.DECIDED
    told = {"for": 2, "against": 1, "abstained": 1, "present": 4, "shut_out": 0}
    assert {key: (found.counts or {})[key] for key in told} == told
    papers = close_sitting(sitting, by=by)
    assert [one.language for one in Paper.objects.filter(number__in=papers).order_by("pk")] == [
        "kk",
        "ru",
        "en",
    ]
    said = Paper.objects.get(number=papers[2]).facts
    assert said["points"][0]["carried"]
    assert {each["vote"]["en"] for each in said["points"][0]["votes"]} == {"for", "against", "abstained"}
    with pytest.raises(Refused, match="minutes stand"):
        making.put(sitting, PLAN, by)


def test_who_sat_there_is_photographed_when_a_point_is_put_to_the_vote() -> None:
    _sitting, item, members, _by = hall()
    taken = Photograph.objects.get(about=f"vote:{item}")
    assert {one["user"] for one in taken.members} == {one.seat.user_id for one in members}
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Photograph.objects.filter(pk=taken.pk).update(members=[])


def tallied(item: int) -> dict[str, int]:
    return dict(Tally.objects.filter(item=item).values_list("vote", "votes"))


def test_a_closed_vote_is_only_counted_up_and_stands_in_no_line_of_the_journal() -> None:
    _sitting, item, members, by = hall(Form.CLOSED)
    before = set(Tally.objects.filter(item=item).values_list("pk", "vote"))
    assert tallied(item) == {F: 0, A: 0, NEITHER: 0}
    voted(item, members, F, F, A, F)
    assert set(Part.objects.filter(item=item).values_list("vote", flat=True)) == {""}
    assert tallied(item) == {F: 3, A: 1, NEITHER: 0}
    assert set(Tally.objects.filter(item=item).values_list("pk", "vote")) == before
    for one in Deed.objects.filter(code="deciding.session.voted"):
        assert set(one.details or {}) == {"sitting", "point"}
        assert one.why == ""
    assert close_vote(item, now(), by=by)
    assert queries.votes_of(queries.item(item) or Item()) == {}
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Tally.objects.filter(item=item).delete()


def test_a_closed_vote_that_is_broken_off_keeps_every_vote_and_tells_none() -> None:
    sitting, item, members, by = hall(Form.CLOSED)
    voted(item, members, F)
    with pytest.raises(Refused, match="Say why the vote is broken off"):
        close_vote(item, now(), "", by=by)
    assert not close_vote(item, now(), Broken.QUORUM, by=by)
    found = queries.item(item)
    assert found is not None and found.counts is not None
    assert (found.standing, found.carried) == (Standing.BROKEN, False)
    assert (found.counts["for"], found.counts["voted"], found.counts["broken_off"]) == (0, 1, "quorum")
    assert tallied(item) == {F: 1, A: 0, NEITHER: 0}
    assert (says(found)["outcome"], says(found)["for"]) == ("broken_off", 0)
    again = making.put(sitting, PLAN, by)
    open_vote(again, now(), by=by)
    voted(again, members, F, F, A)
    assert close_vote(again, now(), by=by)
    said = Paper.objects.get(number=close_sitting(sitting, by=by)[2]).facts["points"]
    assert (said[0]["broken"]["en"], said[0]["voted"], said[0]["told"]) == (
        "too few members were left",
        1,
        False,
    )
    assert (said[1]["broken"], said[1]["told"], said[1]["counts"]["for"]) == (None, True, 2)


def test_a_level_vote_falls_in_a_closed_form() -> None:
    _sitting, item, members, by = hall(Form.CLOSED)
    voted(item, members, F, A, F, A)
    assert not close_vote(item, now(), by=by)


def test_the_chair_decides_a_level_vote_in_an_open_form() -> None:
    _sitting, item, members, by = hall()
    voted(item, members, F, A, F, A)
    assert close_vote(item, now(), by=by)


def test_a_vote_is_cast_once_from_whatever_page() -> None:
    _sitting, item, members, _by = hall()
    voted(item, members[:1], F)
    with pytest.raises(Refused, match="cast once"):
        voted(item, members[:1], A)
    assert queries.votes_of(queries.item(item) or Item()) == {f"user:{members[0].seat.user_id}": F}


def test_a_vote_after_the_closing_does_not_come_in() -> None:
    _sitting, item, members, by = hall()
    voted(item, members, F, F, F)
    close_vote(item, now(), by=by)
    with pytest.raises(Refused, match="did not come in"):
        voted(item, members[3:], A)
    assert Part.objects.filter(item=item).count() == 3


def test_a_member_whose_seat_ended_during_the_sitting_votes_no_more_and_stops_the_next_vote() -> None:
    sitting, item, members, by = hall(many=5)
    Seat.objects.filter(pk=members[4].seat_id).update(until=timezone.localdate() - timedelta(days=2))
    with pytest.raises(Refused, match="no seat on this body today"):
        voted(item, members[4:], F)
    voted(item, members, F, F, F)
    assert close_vote(item, now(), by=by)
    other = making.put(sitting, PLAN, by)
    with pytest.raises(Refused, match="noted as present, but has no seat"):
        open_vote(other, now(), by=by)
    note_left(sitting, members[4].pk, by=by)
    open_vote(other, now(), by=by)


def test_a_quorum_that_breaks_in_between_loses_no_vote() -> None:
    sitting, item, members, by = hall()
    voted(item, members, F, F)
    for one in members[2:]:
        note_left(sitting, one.pk, by=by)
    with pytest.raises(Refused, match="Votes so far: 2; the quorum is 3"):
        close_vote(item, now(), by=by)
    with pytest.raises(Refused, match="not noted as present"):
        voted(item, members[2:], F)
    assert not close_vote(item, now(), Broken.QUORUM, by=by)
    assert Part.objects.filter(item=item).count() == 2
    again = making.put(sitting, PLAN, by)
    with pytest.raises(Refused, match="there and may vote: 2; the quorum is 3"):
        open_vote(again, now(), by=by)
    note_came(sitting, members[2].pk, now(), by=by)
    open_vote(again, now(), by=by)


def test_a_barred_member_stops_the_sitting_and_every_vote() -> None:
    making.call()
    body, members = making.council()
    by = making.officer().doer
    sitting = making.called(body, PLAN, by=by)
    making.come(sitting, members, by)
    people.seated(people.Role.PRODUCER, members[3].seat.user)
    with pytest.raises(Refused, match=r"may not sit on the body.*an owner of a film company"):
        open_sitting(sitting, now(), by=by)
    assert queries.sitting(sitting).opened_id is None  # type: ignore[union-attr]


def test_a_sitting_without_a_quorum_or_a_chair_is_not_opened() -> None:
    making.call()
    body, members = making.council()
    by = making.officer().doer
    sitting = making.called(body, PLAN, by=by)
    making.come(sitting, members[:2], by)
    with pytest.raises(Refused, match="the quorum is 3"):
        open_sitting(sitting, now(), by=by)
    Member.objects.filter(pk=members[0].pk).update(chair=False)
    with pytest.raises(Refused, match="no chair"):
        open_sitting(sitting, now(), by=by)


def test_an_agenda_is_ordered_and_thinned_until_a_point_is_put_to_the_vote() -> None:
    making.call()
    body, members = making.council()
    sitting, points, by = making.opened(
        body, members, PLAN, Point(Matter.OTHER, "Two"), Point(Matter.OTHER, "Three")
    )
    move_point(points[2], True, by=by)
    move_point(points[0], True, by=by)
    assert [one.pk for one in queries.items_of(sitting)] == [points[0], points[2], points[1]]
    drop_point(points[1], by=by)
    open_vote(points[0], now(), by=by)
    for refused in (lambda: move_point(points[0], False, by=by), lambda: drop_point(points[0], by=by)):
        with pytest.raises(Refused, match="put to the vote already"):
            refused()
    with pytest.raises(Refused, match="Another point is being voted on"):
        open_vote(points[2], now(), by=by)


def test_a_sitting_of_the_past_or_of_a_strange_body_is_not_called() -> None:
    making.call()
    body, _members = making.council()
    by = making.officer().doer
    ask = making.Meeting(judging.REF, judging.STAGE, body.ref, now() - timedelta(hours=1))
    with pytest.raises(Refused, match="moment is over"):
        making.call_sitting(ask, now(), by=by)
    with pytest.raises(Refused, match="no such body"):
        making.call_sitting(making.Meeting(judging.REF, judging.STAGE, "nowhere", now()), now(), by=by)


def test_what_goes_to_the_public_record_names_nobody() -> None:
    _sitting, item, members, by = hall(Form.NAMED)
    voted(item, members, F, F, F)
    close_vote(item, now(), by=by)
    said = json.dumps(says(queries.items().get(pk=item)))
    assert '"for": 3' in said
    assert not any(one.seat.user.name in said or f"user:{one.seat.user_id}" in said for one in members)
