"""The steps of a draw, each refusal with its reason, and what happens to those who fall out."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from kinoqor.accounts.role.models import Seat
from kinoqor.funding.application.models import Application
from kinoqor.funding.conflict.models import Conflict
from kinoqor.judging.assignment import actions, clock
from kinoqor.judging.assignment.models import Draw, Reading
from kinoqor.judging.assignment.words import Standing
from kinoqor.kit.verdict import Refused, no
from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.letter.models import Letter
from tests.funding.check import making as checking
from tests.judging import making
from tests.judging.assignment import drawing
from tests.judging.assignment.drawing import NOW, SIGNATURE, WHY

pytestmark = pytest.mark.django_db


def shut(user: Any, application: Application, grade: str = "barred") -> None:
    Conflict.objects.create(
        holder=application.name, user=user, kind="family", grade=grade, voice="member", key=f"{user.pk}{grade}",
        made=making.deed(),
    )  # fmt: skip


def refusal(doing: Any, *asked: Any, **more: Any) -> str:
    with pytest.raises(Refused) as found:
        doing(*asked, by=checking.officer().doer, **more)
    return str(found.value.verdict.reason)


def test_from_the_lists_to_the_letters_every_file_has_its_readers_and_nobody_reads_against_a_conflict() -> (
    None
):
    files, members, of = drawing.filled(readers=8)
    shut(members[0].seat.user, files[0])
    number = drawing.released(of)
    held = Draw.objects.get(pk=number)
    assert (
        held.standing == Standing.RELEASED and held.due is not None and held.due > NOW + timedelta(minutes=59)
    )
    rows = Reading.objects.filter(draw=number)
    assert {one.application_id for one in rows} == {each.pk for each in files}
    assert all(rows.filter(application=each).count() == 3 for each in files)
    assert not rows.filter(application=files[0], user=members[0].seat.user).exists()
    assert all(0 < one.units <= one.of for one in rows)
    letters = Letter.objects.filter(about=f"draw:{number}")
    assert letters.count() == rows.values("user").distinct().count()


def test_the_same_seed_gives_the_same_readers_twice() -> None:
    _files, _members, of = drawing.filled()
    number = drawing.drawn(of)
    first = Draw.objects.get(pk=number)
    again = clock.working.reckoned(first)
    assert again.text == first.result


def test_what_is_published_names_nobody() -> None:
    files, members, of = drawing.filled()
    held = Draw.objects.get(pk=drawing.drawn(of))
    said = json.loads(held.frozen or "")
    assert said["chance"]["round"] == held.beacon
    assert len(said["files"]) == len(files) and len(said["readers"]) == len(members)
    assert held.codes is not None and set(held.codes["files"].values()) == {each.pk for each in files}
    for text in (held.frozen or "", held.result or ""):
        assert held.salt not in text and "Сынақ" not in text and "member:" not in text


def test_a_warned_pair_has_a_lower_chance() -> None:
    files, members, of = drawing.filled(files=2, readers=7)
    shut(members[0].seat.user, files[0], "warned")
    said = json.loads(Draw.objects.get(pk=drawing.drawn(of)).frozen or "")
    assert len(said["warned"]) == 1 and said["conflicts"] == []
    assert said["rules"]["warned"] == [1, 5]


def test_a_reader_whose_company_applies_does_not_read_its_file() -> None:
    files, members, of = drawing.filled(files=1, readers=7)
    where = files[0].organisation
    Seat.objects.create(
        user=members[0].seat.user, organisation=where, role="producer", act="Act", since=NOW.date(),
        given=making.deed(),
    )  # fmt: skip
    said = json.loads(Draw.objects.get(pk=drawing.frozen(of)).frozen or "")
    assert sorted(said["fit"][0])[0] == -1


def test_a_reader_with_no_place_is_given_nothing() -> None:
    _files, _members, of = drawing.filled(files=2, readers=6)
    idle = making.member(of, most=0)
    number = drawing.drawn(of)
    assert not Reading.objects.filter(draw=number, member=idle).exists()


def test_where_no_plan_is_possible_the_narrow_place_is_named_with_what_helps() -> None:
    files, members, of = drawing.filled(files=3, readers=3)
    number = drawing.drawn(of)  # three readers at a chance of a half cannot give three reads
    held = Draw.objects.get(pk=number)
    assert held.standing == Standing.FROZEN and not Reading.objects.exists()
    words = json.loads(held.trouble)
    assert set(words) == {"kk", "ru", "en"}
    assert "3 files" in words["en"] and "3 readers" in words["en"] and "invite" in words["en"]
    assert set(held.progress["files"]) == {each.pk for each in files}
    assert set(held.progress["members"]) == {each.pk for each in members}


def test_before_anything_is_frozen_the_house_says_whether_it_is_possible() -> None:
    _files, _members, of = drawing.filled(files=3, readers=3)
    number = drawing.prepared(of)
    clock.look.call(number)
    assert "invite" in Draw.objects.get(pk=number).trouble
    for _each in range(4):
        making.member(of)
    clock.look.call(number)
    assert Draw.objects.get(pk=number).trouble == ""


def test_a_file_withdrawn_after_the_freezing_is_drawn_and_ended_at_once() -> None:
    files, _members, of = drawing.filled()
    number = drawing.frozen(of)
    Application.objects.filter(pk=files[0].pk).update(state="withdrawn")
    held = Draw.objects.get(pk=number)
    actions.take_chance(number, SIGNATURE, drawing.taken_as_right, held.due, by=checking.officer().doer)
    clock.work.call(number)
    rows = Reading.objects.filter(draw=number, application=files[0])
    assert rows.count() == 3 and not rows.filter(ended=None).exists()


def test_a_draw_is_prepared_once_and_only_where_the_call_says_how() -> None:
    _files, _members, of = drawing.filled(files=1)
    drawing.prepared(of)
    assert "already" in refusal(actions.prepare, making.REF, making.STAGE, of.pk)
    assert "does not say how" in refusal(actions.prepare, making.REF, "package", of.pk)
    assert "no second phase" in refusal(actions.prepare, making.REF, making.STAGE, of.pk, [1])


def test_nothing_is_frozen_without_files_readers_or_twice() -> None:
    making.call()
    of = making.body()
    number = drawing.prepared(of)
    assert "no admitted file" in refusal(actions.freeze, number, NOW)
    making.admitted()
    assert "Nobody sits" in refusal(actions.freeze, number, NOW)
    making.member(of)
    actions.freeze(number, NOW, by=checking.officer().doer)
    assert "frozen already" in refusal(actions.freeze, number, NOW)


def test_the_number_comes_once_when_it_is_due_and_only_if_it_is_the_named_one() -> None:
    _files, _members, of = drawing.filled()
    number = drawing.prepared(of)
    right = drawing.taken_as_right
    assert "No public number" in refusal(actions.take_chance, number, SIGNATURE, right, NOW)
    actions.freeze(number, NOW, by=checking.officer().doer)
    due = Draw.objects.get(pk=number).due
    assert due is not None
    assert "named for later" in refusal(actions.take_chance, number, SIGNATURE, right, NOW)
    wrong = no("Another round.")
    assert refusal(actions.take_chance, number, SIGNATURE, lambda *_asked: wrong, due) == "Another round."
    actions.take_chance(number, SIGNATURE, right, due, by=checking.officer().doer)
    assert "never taken twice" in refusal(actions.take_chance, number, SIGNATURE, right, due)


def test_nothing_is_released_before_the_draw_nor_cancelled_after_the_release() -> None:
    _files, _members, of = drawing.filled()
    number = drawing.frozen(of)
    assert "Nothing is drawn" in refusal(actions.release, number)
    assert "at least 20" in refusal(actions.cancel, number, why="no")
    actions.cancel(number, by=checking.officer().doer, why=WHY)
    assert "cancelled already" in refusal(actions.cancel, number, why=WHY)
    again = drawing.released(of)
    assert "know already" in refusal(actions.release, again)
    assert "know of this draw" in refusal(actions.cancel, again, why=WHY)


def test_a_reading_ends_with_a_reason_and_never_after_its_review_was_handed_in() -> None:
    _files, _members, of = drawing.filled()
    number = drawing.released(of)
    first, second = Reading.objects.filter(draw=number)[:2]
    assert "at least 20" in refusal(actions.end_reading, first.pk, why="no")
    actions.end_reading(first.pk, by=checking.officer().doer, why=WHY)
    assert "ended already" in refusal(actions.end_reading, first.pk, why=WHY)
    making.review(second)
    assert "handed in" in refusal(actions.end_reading, second.pk, why=WHY)


def test_a_stand_in_is_drawn_once_by_counter_and_is_nobody_who_reads_the_file() -> None:
    files, _members, of = drawing.filled(files=2, readers=12)
    number = drawing.released(of)
    gone = Reading.objects.filter(draw=number, application=files[0]).first()
    assert gone is not None
    new = Reading.objects.get(pk=actions.replace(gone.pk, by=checking.officer().doer, why=WHY))
    assert new.instead == gone and new.application == gone.application and new.user != gone.user
    rows = Reading.objects.filter(draw=number, application=files[0], ended=None)
    assert rows.count() == 3 == rows.values("user").distinct().count()
    assert "in this place already" in refusal(actions.replace, gone.pk, why=WHY)


def test_where_nobody_may_stand_in_it_is_said() -> None:
    _files, members, of = drawing.filled(files=1, readers=6)
    number = drawing.drawn(of)
    gone = Reading.objects.filter(draw=number).first()
    assert gone is not None
    for each in members:
        shut(each.seat.user, gone.application)
    assert "to nobody" in refusal(actions.replace, gone.pk, why=WHY)
    assert Reading.objects.get(pk=gone.pk).ended is None


def test_a_hand_gives_a_file_with_a_reason_and_opens_nothing_that_is_shut() -> None:
    files, members, of = drawing.filled(files=1, readers=6)
    stranger = making.member(making.body("other"))
    number, one = drawing.prepared(of), files[0].pk
    assert "Nothing is drawn" in refusal(actions.give_by_hand, number, one, members[0].pk, why=WHY)
    actions.cancel(number, by=checking.officer().doer, why=WHY)
    number = drawing.drawn(of)
    reads = Reading.objects.filter(draw=number).values_list("member", flat=True)
    free = [each for each in members if each.pk not in set(reads)]
    give = actions.give_by_hand
    assert "at least 20" in refusal(give, number, one, free[0].pk, why="no")
    assert "already" in refusal(give, number, one, reads[0], why=WHY)
    assert "does not sit" in refusal(give, number, one, stranger.pk, why=WHY)
    shut(free[0].seat.user, files[0])
    assert "conflict" in refusal(give, number, one, free[0].pk, why=WHY)
    given = Reading.objects.get(pk=give(number, one, free[1].pk, by=checking.officer().doer, why=WHY))
    assert given.units == 0 and given.fit > 0 and Deed.objects.get(pk=given.given_id).why == WHY


def test_an_officer_to_whom_a_file_is_shut_changes_nothing_of_it() -> None:
    files, _members, of = drawing.filled(files=1, readers=6)
    reading = Reading.objects.filter(draw=drawing.drawn(of)).first()
    assert reading is not None
    conflicted = checking.officer()
    shut(conflicted, files[0])
    with pytest.raises(Refused) as found:
        actions.end_reading(reading.pk, by=conflicted.doer, why=WHY)
    assert found.value.verdict.hidden


def test_a_recusal_is_mended_with_the_fewest_changes() -> None:
    files, _members, of = drawing.filled(files=4, readers=8)
    number = drawing.released(of)
    before = {(one.application_id, one.user_id) for one in Reading.objects.filter(draw=number, ended=None)}
    out = Reading.objects.filter(draw=number, application=files[0]).first()
    assert out is not None
    shut(out.user, files[0])
    actions.ask(number, True, by=checking.officer().doer, why=WHY)
    by = checking.officer().doer
    clock.mend.call(number, by.voice, by.hat, WHY)
    after = {(one.application_id, one.user_id) for one in Reading.objects.filter(draw=number, ended=None)}
    assert before - after == {(files[0].pk, out.user_id)} and len(after - before) == 1


def test_a_second_phase_gives_some_files_further_readers_who_have_not_read_them() -> None:
    files, _members, of = drawing.filled(files=3, readers=9, second={"more": 2})
    further = [files[1].pk]
    assert "not released" in refusal(actions.prepare, making.REF, making.STAGE, of.pk, further)
    drawing.released(of)
    later = making.admitted()
    assert "was not read" in refusal(actions.prepare, making.REF, making.STAGE, of.pk, [later.pk])
    number = drawing.prepared(of, further=further)
    assert Draw.objects.get(pk=number).further == further
    with pytest.raises(DatabaseError), transaction.atomic():
        Draw.objects.filter(pk=number).update(further=[files[0].pk])
    actions.freeze(number, NOW, by=checking.officer().doer)
    due = Draw.objects.get(pk=number).due
    assert due is not None
    actions.take_chance(number, SIGNATURE, drawing.taken_as_right, due, by=checking.officer().doer)
    clock.work.call(number)
    rows = Reading.objects.filter(application=files[1])
    assert Reading.objects.filter(draw=number).count() == 2 and rows.values("user").distinct().count() == 5


def test_where_no_mirror_answers_the_draw_waits() -> None:
    _files, _members, of = drawing.filled()
    number = drawing.frozen(of)
    Draw.objects.filter(pk=number)
    assert timezone.now() > NOW and clock.fetch.call() == 0
    assert Draw.objects.get(pk=number).chance is None


def test_a_brought_round_that_is_none_is_told_as_trouble() -> None:
    _files, _members, of = drawing.filled()
    number = drawing.frozen(of)
    by = checking.officer().doer
    clock.bring.call(number, "00" * 48, by.voice, by.hat)
    assert "Fetch the round again" in Draw.objects.get(pk=number).trouble
