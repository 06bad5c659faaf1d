"""Films that are withdrawn or do not come: their time is free, nothing of them stays public; who comes again is told."""

from datetime import timedelta

import pytest

from kinoqor.accounts.role.words import Role
from kinoqor.deciding.allocation.adapters.pitched import pitched
from kinoqor.deciding.pitching import actions, queries
from kinoqor.deciding.pitching.adapters import hall, page
from kinoqor.deciding.pitching.models import Slot
from kinoqor.deciding.pitching.words import Came, Place
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
