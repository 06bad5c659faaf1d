"""A member with a conflict: shown out and recorded as out, and marks from before the conflict was known do not count."""

from datetime import timedelta
from fractions import Fraction

import pytest

from kinoqor.accounts.role.words import Role
from kinoqor.deciding.allocation.adapters.pitched import pitched
from kinoqor.deciding.pitching import actions, queries
from kinoqor.deciding.pitching.adapters import hall
from kinoqor.deciding.pitching.words import Came, Half, Sheet
from kinoqor.funding.hand.models import Hand
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.deed.models import Deed
from tests import people
from tests.deciding import making
from tests.deciding.pitching import played
from tests.funding.check.making import officer
from tests.make import BY

pytestmark = pytest.mark.django_db


def test_a_film_is_not_recorded_as_heard_before_its_conflicted_member_is_recorded_as_out() -> None:
    of, slots, sitting = played.published(2)
    making.judging.barred(sitting[0].seat.user, slots[0].application)
    end = played.NOW + timedelta(days=31)
    with pytest.raises(Refused, match=sitting[0].seat.user.name) as refused:
        actions.note_came(slots[0].pk, Came.PITCHED, end, by=BY)
    assert "who went out" in str(refused.value.verdict.way)
    assert played.kept(slots[0]).came == Came.AWAITED
    actions.show_out(slots[0].pk, sitting[0].pk, by=BY)
    actions.note_came(slots[0].pk, Came.PITCHED, end, by=BY)
    actions.note_came(slots[1].pk, Came.PITCHED, end, by=BY)
    assert queries.shown_out(of) == {(slots[0].pk, sitting[0].pk)}


def test_a_member_who_is_away_on_that_half_of_the_day_need_not_be_shown_out() -> None:
    of, files, sitting = played.begun(1)
    making.judging.barred(sitting[0].seat.user, files[0])
    actions.declare_away(of.pk, "member", sitting[0].pk, played.DAY, Half.MORNING, by=BY)
    actions.plan_programme(of.pk, by=BY)
    actions.publish(of.pk, played.NOW, by=officer().doer)
    [own] = queries.slots(of)
    assert hall.not_out(queries.plans().get(), own) == []
    actions.note_came(own.pk, Came.PITCHED, played.NOW + timedelta(days=31), by=BY)


def test_whoever_worked_on_the_file_must_go_out_as_its_pages_are_shut_to_them() -> None:
    _of, slots, sitting = played.published(1)
    user = sitting[0].seat.user
    Hand.objects.create(
        holder=slots[0].application.name, user=user, right="read", made=Deed.objects.latest("pk")
    )
    assert queries.outs(sitting, [slots[0].application]) == {(slots[0].application_id, sitting[0].pk)}
    with pytest.raises(Refused, match="shown out"):
        actions.write_sheet(slots[0].pk, played.MARKS, 0, played.NOW, by=user.doer)


def test_marks_from_before_a_conflict_was_found_are_set_aside_at_the_opening_and_it_says_so() -> None:
    of, slots, sitting = played.heard(2, 4, handed=False)
    for each in slots:
        for one, mark in zip(sitting, (10, 4, 4, 4), strict=True):
            given = Sheet({"plot": mark, "dramaturgy": mark})
            actions.hand_in(each.pk, given, 0, played.NOW, by=one.seat.user.doer)
    making.judging.barred(sitting[0].seat.user, slots[0].application)
    client = people.signed_in(Role.OFFICER)
    at = f"/en/desk/pitchings/slots/{slots[0].pk}/"
    assert "their marks are not counted" in client.get(at).content.decode()
    board = f"/en/desk/pitchings/{making.REF}/{making.STAGE}/"
    answer = client.post(f"{board}open/", {"sent": "1"}, follow=True).content.decode()
    assert answer.count("the marks of one sheet are not counted") == 2  # once as a message, then for good
    assert "the marks of one sheet are not counted" in client.get(board).content.decode()
    details = Deed.objects.get(code="deciding.pitching.opened").details
    assert details is not None and details["aside"] == [[slots[0].pk, sitting[0].pk]]
    assert pitched(of.version, making.STAGE) == {
        slots[0].application_id: Fraction(4),
        slots[1].application_id: Fraction(11, 2),
    }


def test_marks_alone_of_members_with_a_conflict_open_nothing() -> None:
    of, slots, sitting = played.heard(1, 3, handed=False)
    actions.hand_in(slots[0].pk, played.MARKS, 0, played.NOW, by=sitting[0].seat.user.doer)
    making.judging.barred(sitting[0].seat.user, slots[0].application)
    with pytest.raises(Refused, match="nothing to open"):
        actions.open_sheets(of.pk, (), False, played.NOW, by=officer().doer)


def test_a_conflict_found_after_the_opening_leaves_the_marks_to_a_recheck() -> None:
    of, slots, sitting = played.heard(1)
    actions.open_sheets(of.pk, (), False, played.NOW, by=officer().doer)
    before = pitched(of.version, making.STAGE)
    making.judging.barred(sitting[0].seat.user, slots[0].application)
    assert pitched(of.version, making.STAGE) == before
    shown = people.signed_in(Role.OFFICER).get(f"/en/desk/pitchings/slots/{slots[0].pk}/").content.decode()
    assert "a re-check counts without their marks" in shown


def test_a_member_with_a_conflict_sees_neither_the_film_nor_its_file() -> None:
    _of, slots, sitting = played.heard(1)
    user, film = sitting[0].seat.user, slots[0].application
    making.judging.barred(user, film)
    client, name = people.client(user), film.titles["kk"]
    assert name not in client.get("/en/hearings/").content.decode()
    for at in (f"/en/hearings/{slots[0].pk}/", f"/en/applications/{film.pk}/"):
        assert client.get(at).status_code in (403, 404)
        assert name not in client.get(at).content.decode()
