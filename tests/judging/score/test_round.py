"""From opened reviews to the list: what counts, what is kept, and what is shut to whom."""

import pytest

from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.words import State
from kinoqor.funding.conflict.models import Conflict
from kinoqor.funding.conflict.words import Grade, Kind, Voice
from kinoqor.judging.assignment.models import Reading
from kinoqor.judging.review.models import Opening
from kinoqor.judging.score import access, queries
from kinoqor.judging.score.actions import keep_influences
from kinoqor.judging.score.clock import work_out_influences
from kinoqor.judging.score.models import Influences
from kinoqor.judging.score.queries import Round
from kinoqor.kit.progress import how_far
from tests import people
from tests.funding.check import making as checking
from tests.judging import making
from tests.judging.making import REF, STAGE
from tests.make import BY

pytestmark = pytest.mark.django_db


def the_round() -> Round:
    """The round of the tests."""
    found = queries.round_of(REF, STAGE)
    assert found is not None
    return found


def shut(who: Who, application: Application) -> None:
    """A conflict that shuts a file to somebody."""
    assert who.user is not None
    Conflict.objects.create(
        holder=application.name, user=who.user, kind=Kind.FAMILY, grade=Grade.BARRED, voice=Voice.MEMBER,
        key=f"family:{application.pk}", made=making.deed(),
    )  # fmt: skip


def test_the_list_is_made_of_what_was_handed_in_before_the_opening() -> None:
    files, readers = making.judged_round(files=3, readers=2, open_=False)
    late = making.member()
    unfinished = making.review(making.reading(files[0], making.member()), handed=False)
    making.opened()
    making.review(making.reading(files[0], late))
    told = queries.standing(the_round())
    assert set(told.scores) == {str(each.pk) for each in files}
    assert {read.reader for read in told.reads} == {str(each.seat.user_id) for each in readers}
    assert str(unfinished.reading.user_id) not in told.correction.readers


def test_a_reading_that_ended_before_the_opening_does_not_count_and_one_that_ended_after_it_does() -> None:
    files, readers = making.judged_round(files=2, readers=3, open_=False)
    before, after = (Reading.objects.get(application=files[0], member=each) for each in readers[:2])
    Reading.objects.filter(pk=before.pk).update(ended=making.deed())
    making.opened()
    Reading.objects.filter(pk=after.pk).update(ended=making.deed())
    score = queries.standing(the_round()).scores[str(files[0].pk)]
    assert {row.reader for row in score.rows} == {str(each.seat.user_id) for each in readers[1:]}


def test_a_film_that_was_withdrawn_leaves_the_list() -> None:
    files, _readers = making.judged_round()
    assert len(queries.standing(the_round()).places) == len(files)
    Application.objects.filter(pk=files[0].pk).update(state=State.WITHDRAWN)
    assert str(files[0].pk) not in queries.standing(the_round()).scores


def test_the_list_of_a_sealed_round_is_asked_of_nobody() -> None:
    making.judged_round(open_=False)
    with pytest.raises(LookupError):
        queries.standing(the_round())
    officer = people.who(Role.OFFICER)
    assert access.may_look(officer, REF, STAGE)
    assert "sealed" in str(access.may_see(officer, REF, STAGE).reason)


def test_a_small_round_is_not_corrected_and_says_why() -> None:
    making.judged_round()
    verdict = queries.standing(the_round()).correction.verdict
    assert not verdict
    assert "share at least" in verdict.reason


def test_sections_are_the_kinds_of_film() -> None:
    files, _readers = making.judged_round(files=2, readers=2)
    assert queries.sections(the_round()) == {str(each.pk): "feature" for each in files}


def test_the_list_without_a_reader_is_made_anew() -> None:
    _files, readers = making.judged_round()
    gone = readers[0].seat.user_id
    told = queries.standing(the_round(), gone)
    assert str(gone) not in told.correction.readers
    assert str(gone) in queries.standing(the_round()).correction.readers


def test_the_influences_are_worked_out_once_after_the_opening_and_rest_on_a_digest() -> None:
    _files, readers = making.judged_round()
    assert work_out_influences.func() == 1
    kept = Influences.objects.get()
    assert {each["reader"] for each in kept.found} == {str(each.seat.user_id) for each in readers}
    assert len(kept.digest) == 64
    assert work_out_influences.func() == 0
    assert how_far(queries.work(kept.opening_id)) is None
    assert keep_influences(kept.opening_id, [], "0" * 64, by=BY) is False
    assert Influences.objects.count() == 1


def test_an_opening_whose_criteria_cannot_be_counted_stops_nobody() -> None:
    criteria = [{"code": "plot", "name": checking.making.text("Plot")}]
    checking.call(criteria=criteria, judging=[making.MANNER])
    making.opened()
    assert work_out_influences.func() == 0


def test_whoever_is_in_conflict_with_a_file_sees_neither_it_nor_what_gives_it_away() -> None:
    files, readers = making.judged_round()
    officer = people.who(Role.OFFICER)
    shut(officer, files[0])
    seen = queries.seen(officer, the_round())
    assert seen.closed == {str(files[0].pk)}
    Application.objects.filter(pk=files[0].pk).update(
        stage=making.SECOND
    )  # it went on; what was read stays shut
    assert queries.closed(officer, the_round()) == {str(files[0].pk)}
    assert not seen.whole
    assert access.may_see(officer, REF, STAGE)
    assert access.may_see_film(officer, REF, STAGE, files[0].pk).hidden
    assert access.may_see_film(officer, REF, STAGE, files[1].pk)
    assert not access.may_see_readers(officer, REF, STAGE)
    assert not access.may_see_without(officer, REF, STAGE, readers[0].seat.user_id)


def test_officers_and_auditors_see_scores_and_nobody_else_does() -> None:
    making.judged_round()
    for role in (Role.OFFICER, Role.AUDITOR):
        assert access.may_see(people.who(role), REF, STAGE)
    for role in (Role.EXPERT, Role.PRODUCER, Role.ADMINISTRATOR):
        assert not access.may_see(people.who(role), REF, STAGE)
    assert access.may_look(people.who(Role.OFFICER), REF, "nothing").hidden
    assert access.may_look(people.who(Role.OFFICER), "nothing", STAGE).hidden


def test_the_second_opening_counts_both_phases() -> None:
    files, readers = making.judged_round(files=2, readers=2)
    making.review(making.reading(files[0], making.member(), phase=2))
    assert len(queries.standing(the_round()).scores[str(files[0].pk)].rows) == len(readers)
    making.opened(phase=2)
    assert Opening.objects.count() == 2
    assert len(queries.standing(the_round()).scores[str(files[0].pk)].rows) == len(readers) + 1
