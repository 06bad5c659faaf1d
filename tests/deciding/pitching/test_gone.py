"""Films that are withdrawn or do not come: their time is free, nothing of them stays public; who comes again is told."""

from datetime import timedelta

import pytest

from kinoqor.accounts.role.words import Role
from kinoqor.deciding.allocation.adapters.pitched import pitched
from kinoqor.deciding.pitching import actions, queries
from kinoqor.deciding.pitching.adapters import hall, page
from kinoqor.deciding.pitching.models import Slot
from kinoqor.deciding.pitching.words import Came, Half, Place
from kinoqor.funding.application.actions import withdraw
from kinoqor.funding.application.words import State
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.letter.models import Letter
from tests import people
from tests.deciding import making
from tests.deciding.pitching import played
from tests.funding.check.making import officer
from tests.make import BY

pytestmark = pytest.mark.django_db
PUBLIC = f"/en/pitchings/{making.REF}/{making.STAGE}/"
WHY = "The applicant asked for another time by phone."
END = played.NOW + timedelta(days=31)


def test_a_withdrawn_film_leaves_its_time_free_and_the_programme_says_only_that() -> None:
    of, slots, _sitting = played.published(3)
    withdraw(slots[1].application_id, by=BY)
    shown = people.client().get(PUBLIC).content.decode()
    assert "free: the film of this time was withdrawn" in shown and "10:15" in shown
    assert slots[1].application.titles["kk"] not in shown
    assert people.client().get(f"{PUBLIC}programme.ics").content.decode().count("BEGIN:VEVENT") == 2
    choices = dict(page.free_times(of, played.NOW))
    free = f"{played.DAY.isoformat()} 615"
    assert "free" in choices[free] and "taken" in choices[f"{played.DAY.isoformat()} 600"]


def test_the_free_time_is_taken_by_another_film_and_no_third_one_moves() -> None:
    of, slots, _sitting = played.published(3)
    withdraw(slots[1].application_id, by=BY)
    assert slots[1].at is not None and slots[0].at is not None
    assert actions.move(slots[2].pk, slots[1].at, played.NOW, by=BY, why=WHY) == 1
    assert played.kept(slots[1]).at is None
    assert [row["time"] for _day, rows in page.by_day(of) for row in rows] == ["10:00", "10:15"]
    assert actions.move(slots[0].pk, queries.moment(of, Place(played.DAY, 660)), played.NOW, by=BY, why=WHY)


def test_a_film_withdrawn_after_its_marks_neither_stops_the_opening_nor_keeps_anything_public() -> None:
    of, slots, _sitting = played.heard(2)
    withdraw(slots[0].application_id, by=BY)
    assert queries.came(played.kept(slots[0])) == Came.WITHDRAWN
    actions.open_sheets(of.pk, (), False, played.NOW, by=officer().doer)
    assert played.kept(slots[0]).came == Came.WITHDRAWN
    assert set(pitched(of.version, making.STAGE)) == {slots[1].application_id}
    name = slots[0].application.titles["kk"]
    for at in (PUBLIC, f"{PUBLIC}programme.ics"):
        assert name not in people.client().get(at).content.decode()


def test_a_film_that_did_not_come_and_was_then_withdrawn_is_not_pilloried() -> None:
    _of, slots, _sitting = played.published(1)
    actions.note_came(slots[0].pk, Came.NO_SHOW, END, by=BY)
    withdraw(slots[0].application_id, by=BY)
    shown = people.client().get(PUBLIC).content.decode()
    assert slots[0].application.titles["kk"] not in shown and "did not come" not in shown


def test_who_did_not_come_and_gets_another_time_is_awaited_invited_and_called_again() -> None:
    of, slots, _sitting = played.published(2, days=2)
    assert slots[0].at is not None
    missed = slots[0].at + timedelta(minutes=15)
    actions.note_came(slots[0].pk, Came.NO_SHOW, missed, by=BY)
    later = queries.moment(of, Place(played.DAY + timedelta(days=1), 600))
    before = Letter.objects.count()
    assert actions.move(slots[0].pk, later, missed, by=BY, why=WHY) == 1
    own = played.kept(slots[0])
    assert (own.came, own.application.state) == (Came.AWAITED, State.TO_PITCH)
    assert Letter.objects.count() == before + 1
    calls = f"/en/desk{PUBLIC.removeprefix('/en')}calls/"
    assert own.application.titles["kk"] in people.signed_in(Role.OFFICER).get(calls).content.decode()
    with pytest.raises(Refused, match="not come yet"):
        actions.note_came(own.pk, Came.NO_SHOW, missed, by=BY)
    actions.note_came(own.pk, Came.NO_SHOW, later, by=BY)  # of this time they were told in writing too


def test_a_film_admitted_after_the_programme_was_known_is_invited_with_the_next_move() -> None:
    of, slots, _sitting = played.published(1)
    late = making.admitted(people.user("Сынақ Кеш"))
    actions.move(slots[0].pk, queries.moment(of, Place(played.DAY, 660)), played.NOW, by=BY, why=WHY)
    own = Slot.objects.get(application=late)
    late.refresh_from_db()
    assert own.at is not None and late.state == State.TO_PITCH
    assert hall.places(of)[str(late.pk)] != Place(played.DAY, 660)
    actions.note_came(own.pk, Came.PITCHED, END, by=BY)


def test_a_film_admitted_later_is_given_a_time_from_the_board_and_no_other_one_moves() -> None:
    of, slots, _sitting = played.published(2)
    with pytest.raises(Refused, match="known already"):
        actions.plan_programme(of.pk, by=BY)
    late = making.admitted(people.user("Сынақ Кеш"))
    client, desk = people.signed_in(Role.OFFICER), f"/en/desk{PUBLIC.removeprefix('/en')}"
    shown = client.get(desk).content.decode()
    assert "has no time yet" in shown and late.titles["kk"] in shown
    before = Letter.objects.count()
    client.post(f"{desk}step/", {"step": "plan"})
    assert Letter.objects.count() == before + 1
    assert [played.kept(each).at for each in slots] == [each.at for each in slots]
    late.refresh_from_db()
    assert late.state == State.TO_PITCH and "has no time yet" not in client.get(desk).content.decode()


def test_a_member_who_falls_ill_once_the_programme_is_known_counts_to_no_quorum() -> None:
    of, slots, sitting = played.published(1, 3)
    for one in sitting[:2]:
        actions.declare_away(of.pk, "member", one.pk, played.DAY, Half.MORNING, by=BY)
    of = queries.plans().get(pk=of.pk)
    assert hall.hearers(of)[slots[0].pk] == {sitting[2].pk}
    desk = f"/en/desk{PUBLIC.removeprefix('/en')}"
    assert "the quorum is 2" in people.signed_in(Role.OFFICER).get(desk).content.decode()
    actions.plan_programme(of.pk, by=BY)
    assert hall.places(of)[str(slots[0].application_id)].begins >= 14 * 60


def test_a_film_heard_without_a_quorum_is_heard_again_and_its_first_marks_stay_sealed() -> None:
    of, slots, sitting = played.heard(1, 4, handed=False)
    *early, late = sitting
    actions.declare_away(of.pk, "member", late.pk, played.DAY, Half.MORNING, by=BY)
    for one in early:
        actions.hand_in(slots[0].pk, played.MARKS, 0, played.NOW, by=one.seat.user.doer)
    for one in early[:2]:
        making.judging.barred(one.seat.user, slots[0].application)
    with pytest.raises(Refused, match="heard without a quorum") as refused:
        actions.open_sheets(of.pk, (), False, played.NOW, by=officer().doer)
    assert slots[0].application.titles["kk"] in str(refused.value.verdict.reason)
    with pytest.raises(Refused, match="quorum is 2"):
        actions.move(slots[0].pk, queries.moment(of, Place(played.DAY, 660)), played.NOW, by=BY, why=WHY)
    actions.move(slots[0].pk, queries.moment(of, Place(played.DAY, 960)), played.NOW, by=BY, why=WHY)
    own = played.kept(slots[0])
    assert (own.came, own.application.state) == (Came.AWAITED, State.TO_PITCH)
    for one in early[:2]:
        actions.show_out(own.pk, one.pk, by=BY)
    actions.note_came(own.pk, Came.PITCHED, END, by=BY)
    actions.hand_in(own.pk, played.MARKS, 0, END, by=late.seat.user.doer)
    actions.open_sheets(of.pk, (), False, END, by=officer().doer)
    assert set(pitched(of.version, making.STAGE)) == {own.application_id}


def test_a_film_heard_with_a_quorum_is_not_heard_again() -> None:
    of, slots, _sitting = played.heard(1, 3)
    with pytest.raises(Refused, match="not awaited any more"):
        actions.move(slots[0].pk, queries.moment(of, Place(played.DAY, 960)), played.NOW, by=BY, why=WHY)
