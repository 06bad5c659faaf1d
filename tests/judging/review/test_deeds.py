"""How a review is written and handed in, with a refusal for each reason."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from kinoqor.accounts.role.queries import Who, seats_on
from kinoqor.accounts.user.models import User
from kinoqor.funding.application.actions import withdraw
from kinoqor.funding.conflict.queries import is_shut
from kinoqor.funding.conflict.words import Kind
from kinoqor.judging.assignment.models import Draw, Reading
from kinoqor.judging.review import queries, rules
from kinoqor.judging.review.actions import hand_in, stop, write
from kinoqor.judging.review.models import Review
from kinoqor.judging.review.words import Given, Stands
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.deed.models import Deed
from tests.judging import making
from tests.judging.making import NOW
from tests.make import BY

pytestmark = pytest.mark.django_db
WHY = "The second act holds the tension to its end."
WHOLE = Given({"plot": 7, "dramaturgy": None}, {"plot": WHY, "dramaturgy": WHY}, "For festivals.", "en")
BEGUN = Given({"plot": 7}, {}, "", "en")


@pytest.fixture(name="reading")
def _reading() -> Iterator[Reading]:
    yield making.reading(making.admitted(), making.member())


def who(user: User) -> Who:
    """The reader in the seat of an expert, behind the second step."""
    seats = tuple(seats_on(user.pk, NOW.date()))
    return Who(user, seats, seats[0], True)


def test_a_review_is_kept_as_it_is_written_and_its_revision_rises(reading: Reading) -> None:
    by = reading.user.doer
    assert write(reading.pk, BEGUN, 0, NOW, by=by) == 1
    assert write(reading.pk, WHOLE, 1, NOW, by=by) == 2
    kept = Review.objects.get(reading=reading)
    assert kept.marks == {"plot": 7, "dramaturgy": None}
    assert kept.reasons["plot"] == WHY
    assert queries.where(queries.visible_to(who(reading.user)).get()) == Stands.BEGUN


def test_what_is_kept_already_is_kept_once_whatever_was_seen(reading: Reading) -> None:
    by = reading.user.doer
    write(reading.pk, BEGUN, 0, NOW, by=by)
    assert write(reading.pk, BEGUN, 0, NOW, by=by) == 1
    assert Review.objects.get(reading=reading).revision == 1


def test_the_slower_of_two_pages_is_refused_and_changes_nothing(reading: Reading) -> None:
    by = reading.user.doer
    write(reading.pk, BEGUN, 0, NOW, by=by)
    with pytest.raises(Refused, match="changed elsewhere"):
        write(reading.pk, WHOLE, 0, NOW, by=by)
    with pytest.raises(Refused, match="changed elsewhere"):
        hand_in(reading.pk, WHOLE, 0, True, NOW, by=by)
    assert Review.objects.get(reading=reading).marks == {"plot": 7}


def test_the_reading_of_somebody_else_is_not_there(reading: Reading) -> None:
    other = making.member().seat.user
    for deed in (
        lambda: write(reading.pk, BEGUN, 0, NOW, by=other.doer),
        lambda: write(99, BEGUN, 0, NOW, by=BY),
    ):
        with pytest.raises(Refused, match="no such reading"):
            deed()
    with pytest.raises(Refused, match="no such reading"):
        hand_in(reading.pk, WHOLE, 0, True, NOW, by=other.doer)


def test_a_review_is_handed_in_once_and_sealed(reading: Reading) -> None:
    by = reading.user.doer
    sealed = hand_in(reading.pk, WHOLE, 0, True, NOW, by=by)
    kept = Review.objects.get(reading=reading)
    assert kept.digest == sealed == rules.seal(reading.pk, WHOLE, kept.salt)
    with pytest.raises(Refused, match="cannot be changed"):
        hand_in(reading.pk, WHOLE, 1, True, NOW, by=by)
    with pytest.raises(Refused, match="cannot be changed"):
        write(reading.pk, BEGUN, 1, NOW, by=by)
    with pytest.raises(DatabaseError), transaction.atomic():
        Review.objects.filter(pk=kept.pk).update(council="Otherwise.")


@pytest.mark.parametrize(
    ("given", "no_tie", "said"),
    [
        (BEGUN, True, "2 criteria are still open"),
        (Given({"plot": 11, "dramaturgy": 3}, WHOLE.reasons, "", "en"), True, "from 1 to 10"),
        (Given(WHOLE.marks, {"plot": WHY}, "", "en"), True, "1 criterion is still open"),
        (WHOLE, False, "ties you"),
    ],
)
def test_what_is_not_whole_is_not_handed_in(reading: Reading, given: Given, no_tie: bool, said: str) -> None:
    with pytest.raises(Refused, match=said):
        hand_in(reading.pk, given, 0, no_tie, NOW, by=reading.user.doer)
    assert not Review.objects.filter(reading=reading).exists()


def test_after_the_opening_nothing_is_written(reading: Reading) -> None:
    making.review(making.reading(making.admitted(), making.member()))
    making.opened()
    with pytest.raises(Refused, match="have been opened"):
        hand_in(reading.pk, WHOLE, 0, True, NOW, by=reading.user.doer)


def test_of_a_withdrawn_application_the_review_stays_kept(reading: Reading) -> None:
    write(reading.pk, BEGUN, 0, NOW, by=reading.user.doer)
    withdraw(reading.application_id, by=BY)
    with pytest.raises(Refused, match="withdrawn"):
        write(reading.pk, WHOLE, 1, NOW, by=reading.user.doer)
    assert Review.objects.get(reading=reading).marks == {"plot": 7}
    assert queries.where(queries.visible_to(who(reading.user)).get()) == Stands.WITHDRAWN


def shut(of: Reading) -> None:
    """By a conflict."""
    making.barred(of.user, of.application)


def ended(of: Reading) -> None:
    """By a deed."""
    Reading.objects.filter(pk=of.pk).update(ended=making.deed())


def cancelled(of: Reading) -> None:
    """With its draw."""
    Draw.objects.filter(pk=of.draw_id).update(cancelled_by=making.deed())


@pytest.mark.parametrize("gone", [shut, ended, cancelled])
def test_what_was_shut_ended_or_cancelled_is_not_there_any_more(reading: Reading, gone: Any) -> None:
    assert queries.visible_to(who(reading.user)).count() == 1
    gone(reading)
    assert queries.visible_to(who(reading.user)).count() == 0
    with pytest.raises(Refused, match="no such reading"):
        write(reading.pk, BEGUN, 0, NOW, by=reading.user.doer)


def test_a_reader_without_the_second_step_or_in_another_hat_has_nothing_to_read(reading: Reading) -> None:
    seats = tuple(seats_on(reading.user_id, NOW.date()))
    assert queries.visible_to(Who(reading.user, seats, seats[0], False)).count() == 0
    assert queries.visible_to(Who(reading.user, seats, None, True)).count() == 0


def test_no_line_of_the_journal_names_the_file_or_a_mark(reading: Reading) -> None:
    hand_in(reading.pk, WHOLE, 0, True, NOW, by=reading.user.doer)
    line = Deed.objects.get(code="judging.review.handed_in")
    assert line.subject == ""
    assert line.details.keys() == {"reading", "seal"}


def test_a_reader_who_declares_a_tie_is_shut_out_at_once_and_the_reading_ends(reading: Reading) -> None:
    write(reading.pk, BEGUN, 0, NOW, by=reading.user.doer)
    stop(reading.pk, Kind.FAMILY, "", by=reading.user.doer)
    reading.refresh_from_db()
    assert reading.ended is not None
    assert "family" in reading.ended.why
    assert is_shut(reading.user_id, reading.application.name)
    with pytest.raises(Refused, match="no such reading"):
        write(reading.pk, WHOLE, 1, NOW, by=reading.user.doer)
    with pytest.raises(Refused, match="no such reading"):
        stop(reading.pk, Kind.FAMILY, "", by=reading.user.doer)
    assert Review.objects.get(reading=reading).marks == {"plot": 7}


def test_a_tie_that_is_declared_after_the_seal_shuts_the_file_and_leaves_the_review(reading: Reading) -> None:
    hand_in(reading.pk, WHOLE, 0, True, NOW, by=reading.user.doer)
    stop(reading.pk, Kind.DEBT, "A dispute of last year.", by=reading.user.doer)
    reading.refresh_from_db()
    assert reading.ended is None
    assert queries.visible_to(who(reading.user)).count() == 0


def test_a_tie_is_declared_by_its_reader_alone_and_in_words_where_it_has_no_name(reading: Reading) -> None:
    with pytest.raises(Refused, match="no such reading"):
        stop(reading.pk, Kind.FAMILY, "", by=making.member().seat.user.doer)
    with pytest.raises(Refused, match="letters why"):
        stop(reading.pk, Kind.DECLARED, "So.", by=reading.user.doer)
    assert queries.visible_to(who(reading.user)).count() == 1
