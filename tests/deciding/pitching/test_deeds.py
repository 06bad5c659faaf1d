"""What is done with a pitching, from its plan to the opening of its marks."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from kinoqor.accounts.role.queries import Who
from kinoqor.deciding.pitching import actions, clock, queries
from kinoqor.deciding.pitching.adapters import hall
from kinoqor.deciding.pitching.models import Contact, Out, Sheet
from kinoqor.deciding.pitching.words import Came, Half, Place, Standing, Way
from kinoqor.deciding.pitching.words import Sheet as Given
from kinoqor.funding.application.words import State
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.letter.models import Letter
from tests.deciding import making
from tests.deciding.pitching import played
from tests.funding.check.making import officer
from tests.make import BY

pytestmark = pytest.mark.django_db
WHY = "The applicant asked for another time by phone."


def test_a_programme_is_planned_published_and_every_applicant_is_invited_in_writing() -> None:
    of, slots, _sitting = played.published()
    assert of.standing == Standing.PUBLISHED
    assert [queries.place(of, each.at) for each in slots if each.at] == [
        Place(played.DAY, 600),
        Place(played.DAY, 615),
        Place(played.DAY, 630),
    ]
    assert {each.application.state for each in slots} == {State.TO_PITCH}
    log = queries.contacts(of)
    assert [[one.way for one in log[each.pk]] for each in slots] == [[Way.WRITTEN]] * 3
    letter = Letter.objects.filter(about=slots[0].application.name).latest("pk")
    assert "10:00" in letter.subject_line and "live.example" in letter.body


def test_a_plan_is_begun_once_for_a_stage_and_may_be_cancelled_while_nobody_knows_it() -> None:
    of, _files, _sitting = played.begun()
    with pytest.raises(Refused, match="plan of this pitching already"):
        actions.prepare(making.REF, making.STAGE, making.body().pk, by=BY)
    with pytest.raises(Refused, match="letters why"):
        actions.cancel(of.pk, by=BY)
    actions.cancel(of.pk, by=BY, why="The council sits in another month.")
    actions.prepare(making.REF, making.STAGE, making.body().pk, by=BY)


def test_less_time_than_the_call_gives_is_refused_and_an_older_page_too() -> None:
    of, _files, _sitting = played.begun()
    with pytest.raises(Refused, match="gives each film 15 minutes"):
        actions.set_days(of.pk, of.days, 10, {}, "", of.revision, by=BY)
    with pytest.raises(Refused, match="changed since"):
        actions.set_days(of.pk, of.days, 20, {}, "", of.revision - 1, by=BY)


@pytest.mark.parametrize(
    "address", ["ftp://live.example/1", "javascript:alert(1)", "https://", "live.example", "https://a:b@live.example", "http://[x"]
)  # fmt: skip
def test_a_broadcast_is_a_page_of_the_web_or_none(address: str) -> None:
    of, _files, _sitting = played.begun(1)
    with pytest.raises(Refused, match="no address of the web") as refused:
        actions.set_days(of.pk, of.days, 15, played.HERE, address, of.revision, by=BY)
    assert "https://" in str(refused.value.verdict.way)
    actions.set_days(of.pk, of.days, 15, played.HERE, "", of.revision, by=BY)


def test_days_are_looked_over_with_the_minutes_that_are_set_with_them() -> None:
    of, _files, _sitting = played.begun(1)
    short = [played.hours() | {"last": "10:30", "rest_from": "10:00", "rest_until": "10:00"}]
    with pytest.raises(Refused, match="no room for a single pitching"):
        actions.set_days(of.pk, short, 45, played.HERE, "", of.revision, by=BY)


def test_whoever_is_still_to_be_heard_is_told_of_another_place() -> None:
    of, slots, _sitting = played.published(2)
    before = Letter.objects.count()
    actions.set_days(of.pk, of.days, 15, played.HERE, "https://live.example/2", of.revision, by=BY)
    assert Letter.objects.count() == before
    other = played.HERE | {"en": "Another hall of the tests"}
    actions.set_days(of.pk, of.days, 15, other, "", of.revision + 1, by=BY)
    assert Letter.objects.count() == before + 2
    log = queries.contacts(of)
    assert [[one.way for one in log[each.pk]] for each in slots] == [[Way.WRITTEN] * 2] * 2


def test_an_applicant_who_is_away_in_the_morning_is_heard_in_the_afternoon() -> None:
    of, files, _sitting = played.begun()
    number = actions.declare_away(of.pk, "application", files[0].pk, played.DAY, Half.MORNING, by=BY)
    actions.plan_programme(of.pk, by=BY)
    assert hall.places(of)[str(files[0].pk)].begins >= 14 * 60
    actions.take_back(of.pk, number, by=BY)
    actions.plan_programme(of.pk, by=BY)
    assert hall.places(of)[str(files[0].pk)].begins < 13 * 60


def test_a_film_whose_quorum_conflicts_have_broken_is_not_planned() -> None:
    of, files, sitting = played.begun()
    for one in sitting[:2]:
        making.judging.barred(one.seat.user, files[0])
    with pytest.raises(Refused, match="quorum is 2"):
        actions.plan_programme(of.pk, by=BY)


def test_a_known_programme_moves_one_film_with_a_reason_and_tells_who_has_another_time() -> None:
    of, slots, _sitting = played.published()
    at = queries.moment(of, Place(played.DAY, 16 * 60))
    before = Letter.objects.count()
    with pytest.raises(Refused, match="letters why"):
        actions.move(slots[0].pk, at, played.NOW, by=BY)
    assert actions.move(slots[0].pk, at, played.NOW, by=BY, why=WHY) == 1
    own = played.kept(slots[0])
    assert own.at == at and own.pinned
    assert Letter.objects.count() == before + 1
    assert "16:00" in Letter.objects.latest("pk").subject_line
    assert [played.kept(each).at for each in slots[1:]] == [each.at for each in slots[1:]]


def test_two_films_change_places_and_both_are_told() -> None:
    _of, slots, _sitting = played.published()
    assert slots[1].at is not None
    assert actions.move(slots[0].pk, slots[1].at, played.NOW, by=BY, why=WHY) == 2
    assert played.kept(slots[1]).at == slots[0].at
    assert played.kept(slots[0]).contacts.count() == played.kept(slots[1]).contacts.count() == 2


def test_a_film_that_is_heard_while_another_officer_moves_one_to_its_time_keeps_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The turn is waited for before anything is read."""
    _of, slots, _sitting = played.published()
    at, end = slots[1].at, played.NOW + timedelta(days=31)
    assert at is not None

    def waits(_name: str) -> None:
        monkeypatch.undo()
        actions.note_came(slots[1].pk, Came.PITCHED, end, by=BY)

    monkeypatch.setattr("kinoqor.deciding.pitching.actions.planning.wait_turn", waits)
    with pytest.raises(Refused, match="taken for good"):
        actions.move(slots[0].pk, at, played.NOW, by=BY, why=WHY)


def test_who_was_shown_out_is_not_asked_for_marks_on_their_desk() -> None:
    _of, slots, sitting = played.published(2)
    seat = sitting[0].seat
    assert queries.to_mark(Who(seat.user, [seat], seat, True)).count() == 2
    actions.show_out(slots[0].pk, sitting[0].pk, by=BY)
    assert [each.pk for each in queries.to_mark(Who(seat.user, [seat], seat, True))] == [slots[1].pk]


def test_nobody_is_a_no_show_without_a_notice_of_this_very_time() -> None:
    _of, slots, _sitting = played.published()
    own = slots[0]
    assert own.at is not None
    late = own.at + timedelta(minutes=15)
    with pytest.raises(Refused, match="not come yet"):
        actions.note_came(own.pk, Came.NO_SHOW, played.NOW, by=BY)
    actions.note_came(own.pk, Came.NO_SHOW, late, by=BY)
    assert played.kept(own).application.state == State.NO_SHOW
    actions.note_came(own.pk, Came.PITCHED, late, by=BY, why="They were in the hall, the list was wrong.")
    assert played.kept(own).application.state == State.PITCHED
    with pytest.raises(Refused, match="stays heard"):
        actions.note_came(own.pk, Came.NO_SHOW, late, by=BY, why=WHY)


def test_the_log_of_contacts_cannot_be_changed() -> None:
    _of, slots, _sitting = played.published()
    number = actions.log_contact(slots[0].pk, Way.PHONED, False, "No answer", played.NOW, by=BY)
    with pytest.raises(DatabaseError), transaction.atomic():
        Contact.objects.filter(pk=number).update(reached=True)


def test_a_member_marks_hands_in_and_nothing_changes_after() -> None:
    _of, slots, sitting = played.heard(1, handed=False)
    by = sitting[0].seat.user.doer
    assert actions.write_sheet(slots[0].pk, Given({"plot": 3}), 0, played.NOW, by=by) == 1
    assert actions.write_sheet(slots[0].pk, Given({"plot": 4}), 1, played.NOW, by=by) == 2
    with pytest.raises(Refused, match="changed elsewhere"):
        actions.write_sheet(slots[0].pk, Given({"plot": 5}), 1, played.NOW, by=by)
    assert len(actions.hand_in(slots[0].pk, played.MARKS, 2, played.NOW, by=by)) == 64
    with pytest.raises(Refused, match="handed in your marks"):
        actions.write_sheet(slots[0].pk, Given({"plot": 4}), 3, played.NOW, by=by)
    with pytest.raises(DatabaseError), transaction.atomic():
        Sheet.objects.update(marks={"plot": 10})


def test_a_member_with_a_conflict_or_shown_out_marks_nothing_and_stays_recorded_as_out() -> None:
    _of, slots, sitting = played.published(2, 4)
    making.judging.barred(sitting[0].seat.user, slots[0].application)
    with pytest.raises(Refused, match="shown out"):
        actions.write_sheet(slots[0].pk, played.MARKS, 0, played.NOW, by=sitting[0].seat.user.doer)
    actions.show_out(slots[1].pk, sitting[1].pk, by=BY)
    with pytest.raises(Refused, match="shown out"):
        actions.write_sheet(slots[1].pk, played.MARKS, 0, played.NOW, by=sitting[1].seat.user.doer)
    with pytest.raises(Refused, match="recorded already"):
        actions.show_out(slots[1].pk, sitting[1].pk, by=BY)
    with pytest.raises(DatabaseError), transaction.atomic():
        Out.objects.all().delete()


def test_whoever_does_not_sit_on_the_body_finds_no_sheet() -> None:
    _of, slots, _sitting = played.published(1)
    stranger = making.judging.member(making.body("another-council"))
    with pytest.raises(Refused, match="no such pitching"):
        actions.write_sheet(slots[0].pk, played.MARKS, 0, played.NOW, by=stranger.seat.user.doer)


def test_all_marks_open_together_with_who_sat_there_and_a_digest() -> None:
    of, _slots, sitting = played.heard()
    assert len(actions.open_sheets(of.pk, (), False, played.NOW, by=officer().doer)) == 64
    of = queries.plans().get(pk=of.pk)
    assert of.standing == Standing.OPENED and of.photograph is not None
    assert len(of.photograph.members) == len(sitting)
    with pytest.raises(Refused, match="already"):
        actions.open_sheets(of.pk, (), False, played.NOW, by=BY)


def test_what_lacks_is_named_one_by_one_with_a_reason() -> None:
    of, slots, sitting = played.heard(1, handed=False)
    for one in sitting[1:]:
        actions.hand_in(slots[0].pk, played.MARKS, 0, played.NOW, by=one.seat.user.doer)
    with pytest.raises(Refused, match="not confirmed"):
        actions.open_sheets(of.pk, (), False, played.NOW, by=BY)
    named = [(slots[0].pk, sitting[0].pk)]
    with pytest.raises(Refused, match="letters why"):
        actions.open_sheets(of.pk, named, False, played.NOW, by=BY)
    actions.open_sheets(of.pk, named, False, played.NOW, by=BY, why="The member fell ill and left the hall.")
    done = Deed.objects.get(code="deciding.pitching.opened")
    assert done.details is not None and done.why == "The member fell ill and left the hall."
    assert (done.details["lacking"], done.details["aside"]) == ([[slots[0].pk, sitting[0].pk]], [])


def test_the_clock_reminds_on_the_day_before_and_once(
    settings: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    _of, slots, _sitting = played.published()
    assert slots[0].at is not None
    eve = slots[0].at - timedelta(days=1)
    monkeypatch.setattr(clock.timezone, "now", lambda: eve)
    assert clock.remind_of_pitching.func() == 3
    assert clock.remind_of_pitching.func() == 0
